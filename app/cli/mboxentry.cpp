// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/exporter.h"
#include "app/cli/mimetext.h"

#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>

namespace aside::cli {

namespace {

constexpr qsizetype longestLine = 900;

struct Part {
    QByteArray headers; ///< each with its line break
    QByteArray body; ///< ends with a line break
};

QDateTime utc(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(toMillis(at), QTimeZone::UTC);
}

QByteArray normalised(const QString &text)
{
    QString lines = text;
    lines.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    if (!lines.isEmpty() && !lines.endsWith(u'\n')) {
        lines += u'\n';
    }
    return lines.toUtf8();
}

/// Whether the text can travel as it is: short lines and no control characters.
bool isReadable(const QByteArray &text)
{
    qsizetype length = 0;
    for (const char c : text) {
        length = c == '\n' ? 0 : length + 1;
        const auto byte = static_cast<unsigned char>(c);
        if (length > longestLine || (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F) {
            return false;
        }
    }
    return !QString::fromUtf8(text).contains(QRegularExpression(QStringLiteral("[\\x{80}-\\x{9f}]")));
}

Part textPart(const QString &text)
{
    const QByteArray body = normalised(text);
    const bool readable = isReadable(body);
    return {.headers = QByteArray("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: ")
                + (readable ? "8bit\n" : "base64\n"),
            .body = readable ? body : base64Lines(body)};
}

Part htmlPart(const QString &html)
{
    return {.headers = "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n",
            .body = base64Lines(html.toUtf8())};
}

Part attachmentPart(const Attachment &attachment, const QByteArray &data)
{
    QByteArray headers = "Content-Type: " + safeMimeType(attachment.mimeType)
        + "\nContent-Transfer-Encoding: base64\nContent-Disposition: "
        + (attachment.contentId.isEmpty() ? "attachment" : "inline") + fileNameParameter(attachment.name)
        + '\n';
    if (!attachment.contentId.isEmpty()) {
        headers += "Content-ID: " + encodedId(attachment.contentId, "part@aside.invalid") + '\n';
    }
    return {.headers = headers, .body = base64Lines(data)};
}

/// Instead of one that is not here: an empty file would be taken for it.
Part leftPart(const Attachment &attachment)
{
    return textPart(QStringLiteral("[%1: left at the mail server, about %2 bytes]\n")
                        .arg(attachment.name.simplified())
                        .arg(attachment.size));
}

/// Parts in a container whose boundary occurs in none of them.
Part joined(const QByteArray &subtype, const QList<Part> &parts)
{
    QByteArray boundary;
    const auto occurs = [&boundary](const Part &part) {
        return part.body.contains(boundary);
    };
    int attempt = 0;
    do {
        boundary = "=_aside_" + subtype + '_' + QByteArray::number(attempt++);
    } while (std::ranges::any_of(parts, occurs));

    QByteArray body;
    for (const Part &part : parts) {
        body += "--" + boundary + '\n' + part.headers + '\n' + part.body;
    }
    return {.headers = "Content-Type: multipart/" + subtype + ";\n boundary=\"" + boundary + "\"\n",
            .body = body + "--" + boundary + "--\n"};
}

Part content(const Message &message, const AttachmentData &data)
{
    Part part = textPart(message.text);
    if (!message.html.isEmpty()) {
        part = joined("alternative", {part, htmlPart(message.html)});
    }
    if (message.attachments.isEmpty()) {
        return part;
    }
    QList<Part> parts{part};
    for (const Attachment &attachment : message.attachments) {
        parts.append(attachment.isAtServer ? leftPart(attachment)
                                           : attachmentPart(attachment, data.value(attachment.id)));
    }
    return joined("mixed", parts);
}

QByteArray idOf(const Message &message)
{
    return encodedId(message.remoteId, "message-" + QByteArray::number(message.id.value) + "@aside.invalid");
}

QByteArray parentHeaders(const Thread &thread, const Message &message)
{
    const auto parent = std::ranges::find(thread.messages, message.parent, &Message::id);
    if (!message.parent.isValid() || parent == thread.messages.cend()) {
        return {};
    }
    return "In-Reply-To: " + idOf(*parent) + "\nReferences: " + idOf(*parent) + '\n';
}

QByteArray headers(const Thread &thread, const Message &message)
{
    const ConversationRow &row = thread.conversation;
    QByteArray result = "From: " + encodedMailbox(message.author, message.handle) + '\n';
    if (message.direction == Direction::Outgoing && !row.handle.isEmpty()) {
        result += "To: " + encodedMailbox(row.person, row.handle) + '\n';
    }
    const QLocale english = QLocale::c();
    return result + "Date: "
        + english.toString(utc(message.sentAt), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss")).toLatin1()
        + " +0000\nSubject: " + encodedText(message.subject.isEmpty() ? row.subject : message.subject)
        + "\nMessage-ID: " + idOf(message) + '\n' + parentHeaders(thread, message) + "X-Aside-Conversation: "
        + QByteArray::number(row.id.value) + "\nX-Aside-Channel: " + channelName(row.channel).data()
        + "\nX-Aside-Audience: " + audienceName(row.audience).data()
        + "\nX-Aside-Direction: " + directionName(message.direction).data() + "\nMIME-Version: 1.0\n";
}

/// mboxrd: one more ">" before every line that could be taken for the start of a message.
QByteArray quoted(const QByteArray &body)
{
    QByteArray result;
    result.reserve(body.size());
    for (const QByteArray &line : body.split('\n')) {
        const auto first = std::ranges::find_if(line, [](char c) { return c != '>'; });
        if (QByteArrayView(first, line.cend()).startsWith("From ")) {
            result += '>';
        }
        result += line + '\n';
    }
    result.chop(1);
    return result;
}

} // namespace

QByteArray mboxEntry(const Thread &thread, const Message &message, const AttachmentData &data)
{
    const Part part = content(message, data);
    const QString at = QLocale::c().toString(utc(message.sentAt), QStringLiteral("ddd MMM d HH:mm:ss yyyy"));
    return "From " + safeAddress(message.handle) + ' ' + at.toLatin1() + '\n' + headers(thread, message)
        + part.headers + '\n' + quoted(part.body) + '\n';
}

} // namespace aside::cli
