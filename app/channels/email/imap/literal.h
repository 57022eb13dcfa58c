// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QByteArray>

#include <memory>

namespace aside::imap {

/// Bytes that a server announced by their count: in memory where they are few, else in a temporary file. On
/// Linux that file never has a name, so nothing of it is left whatever happens to the program; elsewhere only
/// its owner can read it. A value: copies share the bytes, which go with the last of them. May be handed to
/// another thread, but is used on one at a time.
class Literal
{
public:
    class Writer;

    Literal() = default;
    explicit Literal(QByteArray bytes);

    [[nodiscard]] qint64 size() const;
    [[nodiscard]] bool isInMemory() const;
    /// All bytes, good as long as this or a copy lives; of a file they are mapped, not read. Errc::Io.
    [[nodiscard]] Result<QByteArrayView> view() const;

private:
    struct Content;

    // Shared, because responses are copied and a file is not.
    std::shared_ptr<Content> m_content;
};

/// Takes the bytes of one literal as they come.
class Literal::Writer
{
public:
    /// Of `size` bytes in all; a file below `folder` where they are more than `mostInMemory`.
    Writer(qint64 size, qsizetype mostInMemory, QString folder);

    [[nodiscard]] qint64 missing() const { return m_missing; }
    /// No more than missing(). Errc::DiskFull, Errc::Io.
    [[nodiscard]] Result<void> write(QByteArrayView bytes);
    /// Once nothing is missing.
    [[nodiscard]] Literal finish() { return std::move(m_literal); }

private:
    [[nodiscard]] Result<void> openFile();

    qint64 m_missing;
    bool m_wantsFile;
    QString m_folder;
    Literal m_literal;
};

} // namespace aside::imap
