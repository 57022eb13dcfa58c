// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/http/jsonreader.h"

#include <QSet>
#include <QStringDecoder>

namespace aside {

namespace {

using namespace Qt::StringLiterals;

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// A page of the web, or of a proxy on the way.
bool isMarkup(QByteArrayView bytes)
{
    return bytes.startsWith('<');
}

} // namespace

Result<JsonValue> JsonReader::read()
{
    if (m_bytes.size() > m_limits.mostBytes) {
        return fail(Errc::TooLarge, u"JSON"_s);
    }
    skipSpace();
    if (isAtEnd()) {
        return fail(Errc::Empty, u"no JSON"_s);
    }
    if (isMarkup(m_bytes.sliced(m_at))) {
        return fail(Errc::UnknownFormat, u"a page where JSON was expected"_s);
    }
    JsonValue value;
    bool isRead = readValue(value, 1);
    skipSpace();
    if (isRead && !isAtEnd()) {
        isRead = refuse(Errc::BadAnswer);
    }
    if (!isRead) {
        return fail(m_fault, u"JSON, byte %1"_s.arg(m_at));
    }
    return value;
}

bool JsonReader::refuse(Errc code)
{
    m_fault = isAtEnd() && code == Errc::BadAnswer ? Errc::Truncated : code;
    return false;
}

void JsonReader::skipSpace()
{
    while (!isAtEnd() && (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r')) {
        ++m_at;
    }
}

bool JsonReader::take(char expected)
{
    if (isAtEnd() || peek() != expected) {
        return false;
    }
    ++m_at;
    return true;
}

bool JsonReader::readValue(JsonValue &value, int depth)
{
    if (++m_values > m_limits.mostValues) {
        return refuse(Errc::TooLarge);
    }
    if (depth > m_limits.deepest) {
        return refuse(Errc::TooDeep);
    }
    switch (peek()) {
    case '{':
        return readObject(value, depth);
    case '[':
        return readArray(value, depth);
    case '"':
        value.m_kind = JsonValue::Kind::String;
        return readString(value.m_text);
    case 't':
        return readWord(value, "true", JsonValue::Kind::Bool);
    case 'f':
        return readWord(value, "false", JsonValue::Kind::Bool);
    case 'n':
        return readWord(value, "null", JsonValue::Kind::Null);
    default:
        return readNumber(value);
    }
}

bool JsonReader::readObject(JsonValue &value, int depth)
{
    value.m_kind = JsonValue::Kind::Object;
    QSet<QString> known;
    ++m_at;
    skipSpace();
    if (take('}')) {
        return true;
    }
    do {
        skipSpace();
        QString name;
        if (peek() != '"' || !readString(name)) {
            return refuse(Errc::BadAnswer);
        }
        if (known.contains(name)) {
            m_fault = Errc::BadAnswer; // which of the two would count?
            return false;
        }
        known.insert(name);
        skipSpace();
        if (!take(':')) {
            return refuse(Errc::BadAnswer);
        }
        skipSpace();
        value.m_names.append(name);
        value.m_items.emplaceBack();
        if (!readValue(value.m_items.last(), depth + 1)) {
            return false;
        }
        skipSpace();
    } while (take(','));
    return take('}') || refuse(Errc::BadAnswer);
}

bool JsonReader::readArray(JsonValue &value, int depth)
{
    value.m_kind = JsonValue::Kind::Array;
    ++m_at;
    skipSpace();
    if (take(']')) {
        return true;
    }
    do {
        skipSpace();
        value.m_items.emplaceBack();
        if (!readValue(value.m_items.last(), depth + 1)) {
            return false;
        }
        skipSpace();
    } while (take(','));
    return take(']') || refuse(Errc::BadAnswer);
}

bool JsonReader::takeDigits()
{
    const qsizetype before = m_at;
    while (isDigit(peek())) {
        ++m_at;
    }
    return m_at > before;
}

bool JsonReader::readNumber(JsonValue &value)
{
    const qsizetype from = m_at;
    take('-');
    const bool isWhole = take('0') || takeDigits();
    const bool isFraction = !take('.') || takeDigits();
    bool isPower = true;
    if (take('e') || take('E')) {
        if (!take('+')) {
            take('-');
        }
        isPower = takeDigits();
    }
    if (!isWhole || !isFraction || !isPower) {
        return refuse(Errc::BadAnswer);
    }
    value.m_kind = JsonValue::Kind::Number;
    value.m_text = QString::fromLatin1(m_bytes.sliced(from, m_at - from));
    return true;
}

bool JsonReader::readWord(JsonValue &value, QByteArrayView word, JsonValue::Kind kind)
{
    const QByteArrayView there = m_bytes.sliced(m_at);
    if (!there.startsWith(word)) {
        m_at = word.startsWith(there) ? m_bytes.size() : m_at;
        return refuse(Errc::BadAnswer);
    }
    m_at += word.size();
    value.m_kind = kind;
    value.m_text = kind == JsonValue::Kind::Bool ? QString::fromLatin1(word) : QString();
    return true;
}

bool JsonReader::readString(QString &text)
{
    ++m_at;
    while (true) {
        const qsizetype from = m_at;
        while (!isAtEnd() && peek() != '"' && peek() != '\\' && static_cast<quint8>(peek()) >= 0x20) {
            ++m_at;
        }
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        text += decoder.decode(m_bytes.sliced(from, m_at - from));
        if (decoder.hasError()) {
            m_fault = Errc::BadAnswer;
            return false;
        }
        if (take('"')) {
            return true;
        }
        if (!take('\\')) {
            return refuse(Errc::BadAnswer);
        }
        if (!readEscape(text)) {
            return false;
        }
    }
}

bool JsonReader::readEscape(QString &text)
{
    static constexpr QByteArrayView names = "\"\\/bfnrt";
    static constexpr QStringView means = u"\"\\/\b\f\n\r\t";
    if (isAtEnd()) {
        return refuse(Errc::BadAnswer);
    }
    if (take('u')) {
        return readUnicode(text);
    }
    const qsizetype which = names.indexOf(peek());
    if (which < 0) {
        return refuse(Errc::BadAnswer);
    }
    ++m_at;
    text += means.at(which);
    return true;
}

/// Half of a pair stands for no character; it becomes the sign for that.
bool JsonReader::readUnicode(QString &text)
{
    char16_t unit = 0;
    if (!readHex(unit)) {
        return false;
    }
    if (QChar::isHighSurrogate(unit)) {
        char16_t low = 0;
        const qsizetype before = m_at;
        if (take('\\') && take('u')) {
            if (!readHex(low)) {
                return false;
            }
            if (QChar::isLowSurrogate(low)) {
                text += QChar(unit);
                text += QChar(low);
                return true;
            }
        }
        m_at = before;
    }
    text += QChar::isSurrogate(unit) ? QChar(QChar::ReplacementCharacter) : QChar(unit);
    return true;
}

bool JsonReader::readHex(char16_t &unit)
{
    for (int digit = 0; digit < 4; ++digit, ++m_at) {
        bool isHex = false;
        const uint value = isAtEnd() ? 0U : QByteArray(1, peek()).toUInt(&isHex, 16);
        if (!isHex) {
            return refuse(Errc::BadAnswer);
        }
        unit = static_cast<char16_t>((static_cast<uint>(unit) << 4U) | value);
    }
    return true;
}

} // namespace aside
