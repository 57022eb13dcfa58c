// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace aside {

/// Finds where one JSON value ends, without keeping or judging its bytes. Deeper nesting than maxDepth is
/// counted, not stored.
class ValueScanner
{
public:
    static constexpr qsizetype maxDepth = 64;

    /// `around` is the number of brackets the value lies in already.
    explicit ValueScanner(qsizetype around)
        : m_around(around)
    {
    }

    /// Takes more bytes; answers how many of them belong to the value.
    [[nodiscard]] qsizetype feed(QByteArrayView bytes);
    [[nodiscard]] bool isDone() const { return m_done; }
    /// A bracket closes what it did not open.
    [[nodiscard]] bool isBroken() const { return m_broken; }
    [[nodiscard]] bool isTooDeep() const { return m_tooDeep; }
    /// A number or a word: the end of the input ends it as well.
    [[nodiscard]] bool isWord() const { return m_word; }

private:
    enum class Step : quint8 { Take, TakeLast, Leave };

    [[nodiscard]] Step take(char byte);
    [[nodiscard]] Step close(char byte);
    void open(char byte);
    void takeInString(char byte);
    [[nodiscard]] bool isOutside() const { return m_open.isEmpty() && m_deeper == 0; }

    qsizetype m_around;
    QByteArray m_open;
    qint64 m_deeper = 0;
    bool m_inString = false;
    bool m_escaped = false;
    bool m_word = false;
    bool m_done = false;
    bool m_broken = false;
    bool m_tooDeep = false;
};

} // namespace aside
