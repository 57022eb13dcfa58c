// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/imap/responsereader.h"

#include <QByteArray>
#include <QList>

namespace aside::imap {

/// Anything that may stand in a response. NIL is an atom, and only where it is not quoted.
struct Value {
    enum class Kind : quint8 { Nil, Atom, String, List };

    Kind kind = Kind::Nil;
    QByteArray bytes{}; ///< of an atom or a string
    QList<Value> items{}; ///< of a list

    bool operator==(const Value &) const = default;

    [[nodiscard]] bool isNil() const { return kind == Kind::Nil; }
    [[nodiscard]] bool isList() const { return kind == Kind::List; }
};

/// Reads the words of one response from left to right. Errors are Errc::BadAnswer, TooDeep or TooLarge.
class Scanner
{
public:
    /// Both outlive it.
    Scanner(const RawResponse &raw, const Limits &limits);

    [[nodiscard]] bool atEnd() const { return m_at >= m_raw.text.size(); }
    [[nodiscard]] char peek() const { return atEnd() ? '\0' : m_raw.text[m_at]; }
    /// Takes the character if it comes next.
    [[nodiscard]] bool take(char c);
    [[nodiscard]] Result<void> expect(char c);
    /// Up to what may not stand in an atom; "]" may. Empty where none is.
    [[nodiscard]] QByteArrayView atom();
    /// The same, but up to "[" as well: what is fetched is named so.
    [[nodiscard]] QByteArrayView itemName();
    [[nodiscard]] QByteArrayView upTo(char c);
    [[nodiscard]] QByteArrayView rest();
    [[nodiscard]] Result<quint64> number();
    /// A string in quotes or a literal; NIL is one without bytes.
    [[nodiscard]] Result<Literal> content();
    /// An atom, a string in quotes or a short literal.
    [[nodiscard]] Result<QByteArray> astring();
    [[nodiscard]] Result<Value> value() { return value(0); }

private:
    [[nodiscard]] Result<QByteArray> quoted();
    [[nodiscard]] Result<Literal> literal();
    [[nodiscard]] Result<Value> value(int depth);
    [[nodiscard]] Result<Value> list(int depth);

    const RawResponse &m_raw;
    const Limits &m_limits;
    qsizetype m_at = 0;
    qsizetype m_nextLiteral = 0;
    qsizetype m_values = 0;
};

[[nodiscard]] bool isWord(QByteArrayView text, QByteArrayView word);

} // namespace aside::imap
