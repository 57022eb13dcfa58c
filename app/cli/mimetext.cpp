// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/mimetext.h"

#include "app/cli/printable.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace aside::cli {

namespace {

constexpr qsizetype encodedWordBytes = 45;
constexpr qsizetype plainHeaderLength = 60;

bool isPlain(const QString &text)
{
    return text.size() <= plainHeaderLength && !text.contains(QLatin1StringView("=?"))
        && std::ranges::all_of(text, [](QChar c) { return c >= u' ' && c <= u'~'; });
}

/// Divides UTF-8 at character borders into pieces that fit an encoded word.
QList<QByteArray> wordPieces(const QString &text)
{
    QList<QByteArray> pieces{QByteArray()};
    for (const char32_t c : text.toUcs4()) {
        const QByteArray bytes = QString::fromUcs4(&c, 1).toUtf8();
        if (pieces.constLast().size() + bytes.size() > encodedWordBytes) {
            pieces.append(QByteArray());
        }
        pieces.last() += bytes;
    }
    return pieces;
}

QByteArray encodedWords(const QString &text)
{
    QByteArrayList words;
    for (const QByteArray &piece : wordPieces(text)) {
        words.append("=?UTF-8?B?" + piece.toBase64() + "?=");
    }
    return words.join("\n ");
}

QByteArray encodedName(const QString &name)
{
    if (!isPlain(name)) {
        return encodedWords(name);
    }
    QByteArray quoted = name.toLatin1();
    quoted.replace('\\', "\\\\").replace('"', "\\\"");
    return '"' + quoted + '"';
}

bool isMailAddress(const QString &text)
{
    static const QRegularExpression address(
        QStringLiteral("\\A[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,128}@[A-Za-z0-9.-]{1,250}\\z"));
    return address.match(text).hasMatch();
}

/// Any text as a local part: letters, digits and % escapes.
QByteArray localPart(const QString &text)
{
    return QUrl::toPercentEncoding(text.left(60), QByteArray(), ".~") + "@aside.invalid";
}

} // namespace

QByteArray encodedText(const QString &text)
{
    const QString line = printableLine(text);
    return isPlain(line) ? line.toLatin1() : encodedWords(line);
}

QByteArray encodedMailbox(const QString &name, const QString &handle)
{
    const QString shown = printableLine(name);
    const QString nick = printableLine(handle);
    const bool keepsNick = !isMailAddress(handle) && !nick.isEmpty() && nick != shown;
    const QString all = keepsNick ? QStringLiteral("%1 (%2)").arg(shown, nick).trimmed() : shown;
    const QByteArray address = '<' + safeAddress(handle) + '>';
    return all.isEmpty() ? address : encodedName(all) + "\n " + address;
}

QByteArray safeAddress(const QString &handle)
{
    if (isMailAddress(handle)) {
        return handle.toLatin1();
    }
    return handle.isEmpty() ? QByteArray("unknown@aside.invalid") : localPart(handle);
}

QByteArray encodedId(const QString &remoteId, const QByteArray &fallback)
{
    static const QRegularExpression id(QStringLiteral(
        "\\A[A-Za-z0-9.!#$%&'*+/=?^_`{|}~:-]{1,300}@[A-Za-z0-9.!#$%&'*+/=?^_`{|}~:\\[\\]-]{1,300}\\z"));
    if (id.match(remoteId).hasMatch()) {
        return '<' + remoteId.toLatin1() + '>';
    }
    return '<' + (remoteId.isEmpty() ? fallback : localPart(remoteId)) + '>';
}

QByteArray safeMimeType(const QString &type)
{
    static const QRegularExpression token(
        QStringLiteral("\\A[a-z0-9!#$&^_.+-]{1,64}/[a-z0-9!#$&^_.+-]{1,64}\\z"));
    const QString lower = type.toLower();
    const bool isContainer = lower.startsWith(QLatin1StringView("multipart/"))
        || lower.startsWith(QLatin1StringView("message/"));
    return token.match(lower).hasMatch() && !isContainer ? lower.toLatin1()
                                                         : QByteArray("application/octet-stream");
}

QByteArray fileNameParameter(const QString &name)
{
    const QString line = printableLine(name);
    if (line.isEmpty()) {
        return {};
    }
    if (isPlain(line)) {
        QByteArray quoted = line.toLatin1();
        quoted.replace('\\', "\\\\").replace('"', "\\\"");
        return ";\n filename=\"" + quoted + '"';
    }
    QByteArray result;
    qsizetype section = 0;
    for (const QByteArray &piece : wordPieces(line)) {
        result += ";\n filename*" + QByteArray::number(section) + "*=" + (section == 0 ? "UTF-8''" : "")
            + piece.toPercentEncoding();
        ++section;
    }
    return result;
}

QByteArray base64Lines(const QByteArray &data)
{
    const QByteArray encoded = data.toBase64();
    QByteArray result;
    result.reserve(encoded.size() + (encoded.size() / 76) + 1);
    for (qsizetype at = 0; at < encoded.size(); at += 76) {
        result += encoded.sliced(at, std::min<qsizetype>(76, encoded.size() - at)) + '\n';
    }
    return result;
}

} // namespace aside::cli
