// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QFile>
#include <QString>

#include <memory>
#include <optional>

namespace aside {

/// "From someone Thu Sep 19 12:41:43 1991" is dated; "From -" and "From 17@xxx" need a header below to be
/// believed.
enum class FromLine { No, Bare, Dated };
[[nodiscard]] FromLine fromLineKind(QByteArrayView line);

/// Cuts an mbox into messages without ever holding more than one of them (64 MB at most) and a chunk.
class MboxSplitter
{
public:
    struct Piece {
        enum class Kind { Message, TooLarge, StillTooLarge, End };
        Kind kind = Kind::End;
        qint64 offset = 0; ///< of its "From " line
        QByteArrayView fromLine; ///< these two live until the next call
        QByteArrayView message;
    };

    [[nodiscard]] static Result<MboxSplitter> open(const QString &path);

    [[nodiscard]] qint64 size() const { return m_size; }
    /// Where the next message starts; inside a message that is being skipped, how far it got.
    [[nodiscard]] qint64 offset() const { return m_start + m_at; }
    [[nodiscard]] bool isSkipping() const { return m_isSkipping; }

    enum class Resume { AtMessage, InsideSkipped };
    [[nodiscard]] Result<void> seek(qint64 offset, Resume where);
    /// The next piece. A message over the limit is skipped in bounded steps: TooLarge once, then
    /// StillTooLarge.
    [[nodiscard]] Result<Piece> next();

private:
    explicit MboxSplitter(std::unique_ptr<QFile> file);

    Result<qsizetype> findEnd();
    Result<bool> fill();
    Result<Piece> skip(Piece::Kind kind);
    [[nodiscard]] std::optional<qsizetype> separatorFrom(qsizetype from);
    [[nodiscard]] Piece cut(qsizetype end);

    std::unique_ptr<QFile> m_file;
    QByteArray m_buffer;
    QByteArray m_unescaped;
    qint64 m_size = 0;
    qint64 m_start = 0; ///< offset of the buffer in the file
    qsizetype m_at = 0; ///< what of the buffer is done
    qsizetype m_scanned = 0; ///< up to here there is no separator
    bool m_isAtEnd = false;
    bool m_isSkipping = false;
};

} // namespace aside
