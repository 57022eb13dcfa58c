// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QIODevice>

#include <memory>

namespace aside {

/// Bytes of a file one after another, with a small buffer. The length is taken once, so that a file which
/// keeps growing still ends.
class ByteReader
{
public:
    static constexpr int end = -1;

    [[nodiscard]] static Result<std::unique_ptr<ByteReader>> open(const QString &path);
    /// For bytes that are in memory already.
    [[nodiscard]] static std::unique_ptr<ByteReader> over(const QByteArray &bytes);

    [[nodiscard]] int peek() { return hasBytes() ? toInt(m_buffer.at(m_at)) : end; }
    int get() { return hasBytes() ? toInt(m_buffer.at(m_at++)) : end; }
    /// What is in the buffer, refilled where it was used up; empty at the end.
    [[nodiscard]] QByteArrayView chunk();
    void advance(qsizetype count) { m_at += count; }

    [[nodiscard]] qint64 offset() const { return m_base + m_at; }
    [[nodiscard]] qint64 size() const { return m_size; }
    void seek(qint64 offset);
    /// The disk refused to answer; peek() and get() then say "end".
    [[nodiscard]] bool hasFailed() const { return m_failed; }

private:
    explicit ByteReader(std::unique_ptr<QIODevice> device);
    [[nodiscard]] static int toInt(char byte) { return static_cast<unsigned char>(byte); }
    [[nodiscard]] bool hasBytes() { return m_at < m_buffer.size() || fill(); }
    bool fill();

    std::unique_ptr<QIODevice> m_device;
    QByteArray m_buffer;
    qsizetype m_at = 0;
    qint64 m_base = 0;
    qint64 m_size = 0;
    bool m_failed = false;
};

} // namespace aside
