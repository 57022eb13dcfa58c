// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/social/jsonstream.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace aside {

namespace {

constexpr bool isSpace(int byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

constexpr bool isDigit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/// QJsonDocument lets pass: unknown escapes, bare control characters, and points without digits on both
/// sides.
bool isStrict(QByteArrayView bytes)
{
    constexpr QByteArrayView escapes = R"("\/bfnrtu)";
    bool inString = false;
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        const char byte = bytes[at];
        if (byte == '"') {
            inString = !inString;
        } else if (inString && byte == '\\') {
            ++at;
            if (at >= bytes.size() || !escapes.contains(bytes[at])) {
                return false;
            }
        } else if (inString && static_cast<unsigned char>(byte) < 0x20) {
            return false;
        } else if (!inString && byte == '.') {
            const bool isInside = at > 0 && at + 1 < bytes.size();
            if (!isInside || !isDigit(bytes[at - 1]) || !isDigit(bytes[at + 1])) {
                return false;
            }
        }
    }
    return true;
}

Result<QJsonValue> parse(const QByteArray &bytes)
{
    const bool isContainer = bytes.startsWith('{') || bytes.startsWith('[');
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(isContainer ? bytes : '[' + bytes + ']', &error);
    if (error.error != QJsonParseError::NoError) {
        return fail(Errc::BrokenItem, error.errorString());
    }
    if (!isStrict(bytes)) {
        return fail(Errc::BrokenItem, QStringLiteral("the JSON is not well formed"));
    }
    if (document.isObject()) {
        return document.object();
    }
    const QJsonArray array = document.array();
    return isContainer ? QJsonValue(array) : array.first();
}

} // namespace

QJsonObject JsonPosition::toJson() const
{
    return {{QStringLiteral("offset"), offset},
            {QStringLiteral("open"), QString::fromLatin1(open)},
            {QStringLiteral("fresh"), fresh}};
}

std::optional<JsonPosition> JsonPosition::fromJson(const QJsonObject &json)
{
    const JsonPosition position{.offset = json.value(QStringLiteral("offset")).toInteger(-1),
                                .open = json.value(QStringLiteral("open")).toString().toLatin1(),
                                .fresh = json.value(QStringLiteral("fresh")).toBool()};
    return position.offset < 0 ? std::nullopt : std::optional(position);
}

JsonStream::JsonStream(ByteReader &in)
    : m_in(in)
{
    const QByteArrayView start = m_in.chunk();
    if (m_in.offset() == 0 && start.startsWith("\xEF\xBB\xBF")) {
        m_in.advance(3);
    }
}

JsonPosition JsonStream::position() const
{
    return {.offset = m_in.offset(), .open = m_open, .fresh = m_fresh};
}

void JsonStream::restore(const JsonPosition &position)
{
    m_in.seek(position.offset);
    m_open = position.open;
    m_fresh = position.fresh;
    m_lost = false;
}

void JsonStream::skipSpace()
{
    while (isSpace(m_in.peek())) {
        m_in.get();
    }
}

std::unexpected<Error> JsonStream::lose(const QString &detail)
{
    m_lost = true;
    if (m_in.hasFailed()) {
        return fail(Errc::Io, QStringLiteral("cannot read on"));
    }
    if (m_in.peek() == ByteReader::end) {
        return fail(Errc::Truncated, QStringLiteral("the JSON ends in the middle"));
    }
    return fail(Errc::BrokenItem, detail);
}

JsonStream::Kind JsonStream::kind()
{
    skipSpace();
    switch (m_in.peek()) {
    case '{':
        return Kind::Object;
    case '[':
        return Kind::Array;
    default:
        return Kind::Other;
    }
}

Result<void> JsonStream::enter()
{
    if (kind() == Kind::Other) {
        return lose(QStringLiteral("no bracket opens here"));
    }
    if (m_open.size() >= ValueScanner::maxDepth) {
        m_lost = true;
        return fail(Errc::TooDeep, QStringLiteral("too many brackets"));
    }
    m_open.append(static_cast<char>(m_in.get()));
    m_fresh = true;
    return {};
}

Result<bool> JsonStream::nextItem(char closing)
{
    skipSpace();
    if (m_in.peek() == closing) {
        m_in.get();
        m_open.chop(1);
        m_fresh = false;
        return false;
    }
    if (!m_fresh) {
        if (m_in.peek() != ',') {
            return lose(QStringLiteral("a comma is missing"));
        }
        m_in.get();
        skipSpace();
    }
    m_fresh = false;
    if (m_in.peek() == closing || m_in.peek() == ByteReader::end) {
        return lose(QStringLiteral("a value is missing"));
    }
    return true;
}

Result<bool> JsonStream::nextElement()
{
    return nextItem(']');
}

Result<std::optional<QString>> JsonStream::nextKey()
{
    const auto more = nextItem('}');
    if (!more) {
        return std::unexpected(more.error());
    }
    if (!*more) {
        return std::nullopt;
    }
    if (m_in.peek() != '"') {
        return lose(QStringLiteral("a key is missing"));
    }
    const auto key = value();
    skipSpace();
    if (!key || m_in.peek() != ':') {
        return lose(QStringLiteral("a key is broken"));
    }
    m_in.get();
    return key->toString();
}

Result<QByteArray> JsonStream::take(Keep keep)
{
    skipSpace();
    ValueScanner scanner(m_open.size());
    QByteArray bytes;
    bool isTooLarge = false;
    while (!scanner.isDone()) {
        const QByteArrayView chunk = m_in.chunk();
        if (chunk.isEmpty()) {
            if (scanner.isWord() && !m_in.hasFailed()) {
                break;
            }
            return lose({});
        }
        const qsizetype count = scanner.feed(chunk);
        isTooLarge = isTooLarge || bytes.size() + count > maxValue;
        if (isTooLarge) {
            bytes = {};
        } else if (keep == Keep::Bytes) {
            bytes.append(chunk.first(count));
        }
        m_in.advance(count);
        if (scanner.isBroken() || (count == 0 && bytes.isEmpty() && !isTooLarge && keep == Keep::Bytes)) {
            return lose(QStringLiteral("a bracket closes nothing"));
        }
    }
    if (isTooLarge) {
        return fail(Errc::TooLarge, QStringLiteral("a value is over 16 MB"));
    }
    if (scanner.isTooDeep() && keep == Keep::Bytes) {
        return fail(Errc::TooDeep, QStringLiteral("a value is nested too deeply"));
    }
    return bytes;
}

Result<QJsonValue> JsonStream::value()
{
    return take(Keep::Bytes).and_then(parse);
}

Result<void> JsonStream::skip()
{
    return take(Keep::Nothing).transform([](const QByteArray &) { });
}

Result<void> JsonStream::finish()
{
    skipSpace();
    if (!m_open.isEmpty() || m_in.peek() != ByteReader::end) {
        return lose(QStringLiteral("something follows the JSON"));
    }
    return {};
}

} // namespace aside
