// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/compose/textencoding.h"

#include <QByteArrayList>

#include <algorithm>

namespace aside::mail {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype widest = 76; // RFC 2045 6.7 and 6.8

QByteArray withCrlf(const QString &text)
{
    QString lines = text;
    lines.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n').replace(QChar::ParagraphSeparator, u'\n');
    lines.replace(QChar::LineSeparator, u'\n').remove(QChar::Null);
    if (!lines.endsWith(u'\n')) {
        lines.append(u'\n');
    }
    return lines.toUtf8().replace('\n', "\r\n");
}

/// Whether every program leaves the line as it is: "From " is changed by some, blanks at the end are cut off,
/// and "=_" begins the lines that part a message.
bool isPlainLine(QByteArrayView line)
{
    return line.size() <= widest && !line.startsWith("From ") && !line.endsWith(' ') && !line.endsWith('\t')
        && line.indexOf("=_") < 0
        && std::ranges::all_of(
               line,
               [](char c) {
                   return c == '\t' || (static_cast<uchar>(c) >= 0x20 && static_cast<uchar>(c) < 0x7f);
               });
}

bool isPlain(const QByteArray &bytes)
{
    const QByteArrayList lines = bytes.split('\n');
    return std::ranges::all_of(lines, [](const QByteArray &line) {
        return isPlainLine(line.endsWith('\r') ? QByteArrayView(line).chopped(1) : QByteArrayView(line));
    });
}

QByteArray quotedLetter(char c)
{
    return '=' + QByteArray(1, c).toHex().toUpper();
}

/// One line without its end; soft breaks never part the bytes of a character.
void appendQuoted(QByteArray &out, QByteArrayView line)
{
    qsizetype width = 0;
    for (qsizetype at = 0; at < line.size();) {
        qsizetype length = 1; // of the character
        while (at + length < line.size() && (static_cast<uchar>(line[at + length]) & 0xc0U) == 0x80U) {
            ++length;
        }
        QByteArray letter;
        for (const char c : line.sliced(at, length)) {
            const bool isLast = at + length == line.size();
            const bool isBlank = c == ' ' || c == '\t';
            const bool isSelf = (c > 0x20 && c < 0x7f && c != '=') || (isBlank && !isLast);
            letter += isSelf ? QByteArray(1, c) : quotedLetter(c);
        }
        if (width == 0 && line.sliced(at).startsWith("From ")) {
            letter = quotedLetter('F');
        }
        if (width + letter.size() > widest - 1) {
            out += "=\r\n";
            width = 0;
        }
        out += letter;
        width += letter.size();
        at += length;
    }
}

QByteArray quotedPrintable(const QByteArray &bytes)
{
    QByteArray out;
    out.reserve(bytes.size() + bytes.size() / 4);
    qsizetype from = 0;
    for (qsizetype end = bytes.indexOf("\r\n"); end >= 0; end = bytes.indexOf("\r\n", from)) {
        appendQuoted(out, QByteArrayView(bytes).sliced(from, end - from));
        out += "\r\n";
        from = end + 2;
    }
    return out;
}

QByteArray base64Lines(const QByteArray &bytes)
{
    const QByteArray all = bytes.toBase64();
    QByteArray out;
    for (qsizetype at = 0; at < all.size(); at += widest) {
        out += all.mid(at, widest) + "\r\n";
    }
    return out;
}

} // namespace

EncodedText encodeText(const QString &text)
{
    const QByteArray bytes = withCrlf(text);
    if (isPlain(bytes)) {
        return {.encoding = "7bit", .bytes = bytes};
    }
    const QByteArray quoted = quotedPrintable(bytes);
    const QByteArray packed = base64Lines(bytes);
    if (packed.size() < quoted.size()) {
        return {.encoding = "base64", .bytes = packed};
    }
    return {.encoding = "quoted-printable", .bytes = quoted};
}

} // namespace aside::mail
