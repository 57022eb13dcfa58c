// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/imap/scanner.h"

#include <utility>

namespace aside::imap {

using namespace Qt::StringLiterals;

namespace {

/// What RFC 3501 does not allow is let through where nothing else can be meant.
bool endsAtom(char c)
{
    return c == ' ' || c == '(' || c == ')' || c == '{' || c == '"' || c == '\0';
}

std::unexpected<Error> bad(QLatin1StringView what)
{
    return fail(Errc::BadAnswer, QString(what));
}

} // namespace

bool isWord(QByteArrayView text, QByteArrayView word)
{
    return text.compare(word, Qt::CaseInsensitive) == 0;
}

Scanner::Scanner(const RawResponse &raw, const Limits &limits)
    : m_raw(raw)
    , m_limits(limits)
{
}

bool Scanner::take(char c)
{
    if (peek() != c || atEnd()) {
        return false;
    }
    ++m_at;
    return true;
}

Result<void> Scanner::expect(char c)
{
    return take(c) ? Result<void>() : bad("another character was expected"_L1);
}

QByteArrayView Scanner::atom()
{
    const qsizetype from = m_at;
    while (!atEnd() && !endsAtom(peek())) {
        ++m_at;
    }
    return QByteArrayView(m_raw.text).sliced(from, m_at - from);
}

QByteArrayView Scanner::itemName()
{
    const qsizetype from = m_at;
    while (!atEnd() && !endsAtom(peek()) && peek() != '[') {
        ++m_at;
    }
    return QByteArrayView(m_raw.text).sliced(from, m_at - from);
}

QByteArrayView Scanner::upTo(char c)
{
    const QByteArrayView left = QByteArrayView(m_raw.text).sliced(m_at);
    const qsizetype end = left.indexOf(c);
    const QByteArrayView found = end < 0 ? left : left.first(end);
    m_at += found.size();
    return found;
}

QByteArrayView Scanner::rest()
{
    return QByteArrayView(m_raw.text).sliced(std::exchange(m_at, m_raw.text.size()));
}

Result<quint64> Scanner::number()
{
    const qsizetype from = m_at;
    while (peek() >= '0' && peek() <= '9') {
        ++m_at;
    }
    bool isNumber = false;
    const quint64 number = QByteArrayView(m_raw.text).sliced(from, m_at - from).toULongLong(&isNumber);
    return isNumber ? Result<quint64>(number) : bad("not a number"_L1);
}

Result<QByteArray> Scanner::quoted()
{
    QByteArray text;
    ++m_at;
    while (!atEnd()) {
        const char c = m_raw.text[m_at++];
        if (c == '"') {
            return text;
        }
        if (c == '\\' && !atEnd()) {
            text += m_raw.text[m_at++];
        } else {
            text += c;
        }
    }
    return bad("a quote without end"_L1);
}

Result<Literal> Scanner::literal()
{
    static_cast<void>(upTo('}'));
    if (!take('}') || m_nextLiteral >= m_raw.literals.size() || m_raw.literals.at(m_nextLiteral).at != m_at) {
        return bad("braces without a literal"_L1);
    }
    return m_raw.literals.at(m_nextLiteral++).literal;
}

Result<Literal> Scanner::content()
{
    static_cast<void>(take('~')); // a literal that may hold zeros
    if (peek() == '"') {
        return quoted().transform([](QByteArray text) { return Literal(std::move(text)); });
    }
    if (peek() == '{') {
        return literal();
    }
    if (isWord(atom(), "NIL")) {
        return Literal();
    }
    return bad("no string"_L1);
}

Result<QByteArray> Scanner::astring()
{
    if (peek() != '"' && peek() != '{') {
        const QByteArrayView text = atom();
        return text.isEmpty() ? bad("no word"_L1) : Result<QByteArray>(text.toByteArray());
    }
    const Result<Literal> found = content();
    if (!found) {
        return std::unexpected(found.error());
    }
    if (!found->isInMemory()) {
        return fail(Errc::TooLarge, u"a long word"_s);
    }
    return found->view().transform([](QByteArrayView text) { return text.toByteArray(); });
}

Result<Value> Scanner::value(int depth)
{
    if (++m_values > m_limits.mostValues) {
        return fail(Errc::TooLarge, u"too many values"_s);
    }
    if (peek() == '(') {
        return list(depth + 1);
    }
    if (peek() == '"' || peek() == '{') {
        return astring().transform(
            [](QByteArray text) { return Value{.kind = Value::Kind::String, .bytes = std::move(text)}; });
    }
    const QByteArrayView text = atom();
    if (text.isEmpty()) {
        return bad("no value"_L1);
    }
    if (isWord(text, "NIL")) {
        return Value{};
    }
    return Value{.kind = Value::Kind::Atom, .bytes = text.toByteArray()};
}

/// Some servers put no space between lists, and some put two.
Result<Value> Scanner::list(int depth)
{
    if (depth > m_limits.deepest) {
        return fail(Errc::TooDeep, u"lists in lists"_s);
    }
    Value list{.kind = Value::Kind::List};
    ++m_at;
    while (true) {
        while (take(' ')) { }
        if (take(')')) {
            return list;
        }
        Result<Value> item = value(depth);
        if (!item) {
            return item;
        }
        list.items.append(*std::move(item));
    }
}

} // namespace aside::imap
