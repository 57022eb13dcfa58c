// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/compose/headerfields.h"

#include "models/mail/mailboxcheck.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>
#include <QUrl>

#include <algorithm>

namespace aside::mail {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype widest = 76; // RFC 2047 2: no line with an encoded word is longer
constexpr qsizetype widestWord = 55; // it stands beside the longest name of a field

/// One line, without what cannot be seen.
QString oneLine(const QString &value)
{
    QString line;
    line.reserve(value.size());
    for (const QChar c : value) {
        const bool isGap = c.unicode() < 0x20 || c.unicode() == 0x7f || c.category() == QChar::Other_Control
            || c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph;
        line.append(isGap ? u' ' : c);
    }
    return line.simplified();
}

bool isAscii(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() < 128; });
}

/// Whether a letter may stand for itself in an encoded word, also within a name (RFC 2047 5.3).
bool isPlainInWord(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        || QByteArrayView("!*+-/").contains(c);
}

QByteArray qWord(QByteArrayView bytes)
{
    QByteArray word;
    for (const char c : bytes) {
        if (c == ' ') {
            word.append('_');
        } else if (isPlainInWord(c)) {
            word.append(c);
        } else {
            word.append('=').append(QByteArray(1, c).toHex().toUpper());
        }
    }
    return "=?utf-8?Q?" + word + "?=";
}

QByteArray bWord(QByteArrayView bytes)
{
    return "=?utf-8?B?" + bytes.toByteArray().toBase64() + "?=";
}

/// Encoded words, each of whole characters.
QByteArrayList encodedWords(const QString &text)
{
    const QByteArray all = text.toUtf8();
    const bool isMostlyPlain = std::ranges::count_if(all, &isPlainInWord) * 2 > all.size();
    const auto encode = isMostlyPlain ? &qWord : &bWord;
    QByteArrayList words;
    QByteArray piece;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype length = text.at(at).isHighSurrogate() && at + 1 < text.size() ? 2 : 1;
        const QByteArray letter = text.sliced(at, length).toUtf8();
        if (!piece.isEmpty() && encode(piece + letter).size() > widestWord) {
            words.append(encode(piece));
            piece.clear();
        }
        piece += letter;
        at += length;
    }
    words.append(encode(piece));
    return words;
}

/// The words behind a name, broken into lines at the gaps between them.
QByteArray folded(QByteArrayView name, const QByteArrayList &words)
{
    QByteArray field = name.toByteArray() + ':';
    qsizetype width = field.size();
    bool isFirst = true;
    for (const QByteArray &word : words) {
        if (!isFirst && width + 1 + word.size() > widest) {
            field += "\r\n";
            width = 0;
        }
        field += ' ' + word;
        width += 1 + word.size();
        isFirst = false;
    }
    return field + "\r\n";
}

QByteArrayList wordsOf(const QString &line)
{
    // What looks like an encoded word and is none would be decoded by who reads it; a word of more than a
    // line can hold is better broken by encoding than by a server.
    const bool hasLongWord
        = std::ranges::any_of(line.split(u' '), [](const QString &word) { return word.size() > 900; });
    if (isAscii(line) && !line.contains(u"=?"_s) && !hasLongWord) {
        return line.toLatin1().split(' ');
    }
    return encodedWords(line);
}

QByteArray quotedString(const QString &text)
{
    QByteArray quoted = "\"";
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\') {
            quoted += '\\';
        }
        quoted += static_cast<char>(c.unicode());
    }
    return quoted + '"';
}

QByteArrayList nameWords(const QString &name)
{
    const QString line = oneLine(name);
    if (line.isEmpty()) {
        return {};
    }
    if (!isAscii(line) || line.contains(u"=?"_s) || line.size() > 60) {
        return encodedWords(line);
    }
    return {quotedString(line)};
}

bool isId(const QString &id)
{
    return !id.isEmpty() && id.size() < 900
        && std::ranges::all_of(
            id, [](QChar c) { return c.unicode() > 0x20 && c.unicode() < 0x7f && c != u'<' && c != u'>'; });
}

QByteArray percentEncoded(const QString &text)
{
    return QUrl::toPercentEncoding(text);
}

/// `; name*0*=…` in lines, RFC 2231 3 and 4.
QByteArray extendedParameter(QByteArrayView name, const QString &value)
{
    QByteArray left = percentEncoded(value);
    constexpr qsizetype room = 54;
    if (left.size() <= room) {
        return ";\r\n " + name.toByteArray() + "*=utf-8''" + left;
    }
    QByteArray lines;
    for (int part = 0; !left.isEmpty(); ++part) {
        qsizetype length = std::min(room, left.size());
        const qsizetype percent = left.lastIndexOf('%', length - 1);
        if (length < left.size() && percent >= 0 && percent > length - 3) {
            length = percent;
        }
        lines += ";\r\n " + name.toByteArray() + '*' + QByteArray::number(part)
            + "*=" + (part == 0 ? "utf-8''" : "") + left.first(length);
        left = left.sliced(length);
    }
    return lines;
}

} // namespace

QByteArray textField(QByteArrayView name, const QString &value)
{
    return folded(name, wordsOf(oneLine(value)));
}

Result<QByteArray> addressField(QByteArrayView name, const QList<Mailbox> &mailboxes)
{
    QByteArrayList words;
    for (const Mailbox &mailbox : mailboxes) {
        const Result<WireAddress> address = wireAddress(mailbox.address);
        if (!address) {
            return std::unexpected(address.error());
        }
        if (!words.isEmpty()) {
            words.last() += ',';
        }
        const QByteArrayList shown = nameWords(mailbox.name);
        words += shown;
        words += shown.isEmpty() ? address->bytes : '<' + address->bytes + '>';
    }
    return words.isEmpty() ? QByteArray() : folded(name, words);
}

QByteArray idField(QByteArrayView name, const QStringList &ids)
{
    QByteArrayList words;
    for (const QString &id : ids) {
        if (isId(id)) {
            words.append('<' + id.toLatin1() + '>');
        }
    }
    return words.isEmpty() ? QByteArray() : folded(name, words);
}

QByteArray dateField(QByteArrayView name, Instant at, std::chrono::seconds utcOffset)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(
        at.time_since_epoch().count(), QTimeZone::fromSecondsAheadOfUtc(static_cast<int>(utcOffset.count())));
    const QString text = QLocale::c().toString(local.date(), u"ddd, dd MMM yyyy"_s) + u' '
        + local.toString(Qt::RFC2822Date).section(u' ', 3);
    return folded(name, {text.toLatin1()});
}

QByteArray parameterField(QByteArrayView name, QByteArrayView value, QByteArrayView parameter,
                          const QString &parameterValue)
{
    const QString line = oneLine(parameterValue);
    QByteArray field = name.toByteArray() + ": " + value.toByteArray();
    if (!line.isEmpty()) {
        field += isAscii(line) && line.size() <= 60
            ? ";\r\n " + parameter.toByteArray() + '=' + quotedString(line)
            : extendedParameter(parameter, line);
    }
    return field + "\r\n";
}

} // namespace aside::mail
