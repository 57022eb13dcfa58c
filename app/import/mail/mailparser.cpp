// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/mail/mailparser.h"

#include "app/import/mail/deliveryreport.h"
#include "app/import/mail/mailbody.h"
#include "app/import/mail/mailcharset.h"
#include "app/import/mail/maildate.h"
#include "app/import/mail/mimetree.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>

namespace aside {
namespace {

using namespace Qt::StringLiterals;

/// All "<id>" of a header, whatever stands between them; an id is cut at nothing but brackets and white
/// space.
QStringList readIds(QByteArrayView raw)
{
    QStringList ids;
    for (qsizetype open = raw.indexOf('<'); open >= 0; open = raw.indexOf('<', open + 1)) {
        qsizetype end = open + 1;
        while (end < raw.size() && raw[end] > ' ' && raw[end] != '<' && raw[end] != '>') {
            ++end;
        }
        if (end < raw.size() && raw[end] == '>' && end > open + 1) {
            ids.append(QString::fromUtf8(raw.sliced(open + 1, end - open - 1)));
        }
        open = end - 1;
    }
    return ids;
}

QString readMessageId(const MailHeader &header, QByteArrayView raw)
{
    constexpr qsizetype longest = 998;
    const QByteArrayView value = header.value("Message-ID");
    const QStringList ids = readIds(value);
    const QString id
        = cleanLine(ids.isEmpty() ? QString::fromUtf8(value).remove(u'<').remove(u'>') : ids.first());
    if (!id.isEmpty() && id.size() <= longest) {
        return id;
    }
    return u"sha256:"_s
        + QString::fromLatin1(QCryptographicHash::hash(raw, QCryptographicHash::Sha256).toHex());
}

QStringList readReferences(const MailHeader &header, const QString &own)
{
    constexpr qsizetype most = 100;
    QStringList ids = readIds(header.value("References"));
    if (ids.isEmpty()) {
        ids = readIds(header.value("In-Reply-To")).mid(0, 1);
    }
    ids.removeDuplicates();
    ids.removeAll(own);
    return ids.mid(std::max<qsizetype>(0, ids.size() - most));
}

Instant readSentAt(const MailHeader &header, Instant fallback)
{
    constexpr int mostTries = 20;
    if (const auto at = readMailDate(header.value("Date"))) {
        return *at;
    }
    int tries = 0;
    for (auto field = header.fields().crbegin(); field != header.fields().crend() && tries < mostTries;
         ++field) {
        if (field->name.compare("Received", Qt::CaseInsensitive) == 0) {
            ++tries;
            if (const auto at = readMailDate(field->value.sliced(field->value.lastIndexOf(';') + 1))) {
                return *at;
            }
        }
    }
    return fallback;
}

MailAddress firstOther(const QList<MailAddress> &addresses, const QStringList &own)
{
    const auto other = std::ranges::find_if(
        addresses, [&](const MailAddress &a) { return !isOwnAddress(a.address, own); });
    return other != addresses.end() ? *other : addresses.value(0);
}

/// Who wrote, who is the customer, and which way the message went.
void readPeople(const MailHeader &header, QByteArrayView charset, const MailContext &context,
                IncomingMessage &message)
{
    QList<MailAddress> from = readAddresses(header.value("From"), charset);
    if (from.isEmpty()) {
        from = readAddresses(header.value("Sender"), charset);
    }
    const MailAddress author = from.value(0);
    message.authorName = author.name;
    message.authorHandle = author.address;

    MailAddress person = author;
    if (context.isInSent || isOwnAddress(author.address, context.ownAddresses)) {
        message.direction = Direction::Outgoing;
        QList<MailAddress> to = readAddresses(header.value("To"), charset);
        for (const QByteArrayView more : {QByteArrayView("Cc"), QByteArrayView("Bcc")}) {
            if (to.isEmpty()) {
                to = readAddresses(header.value(more), charset);
            }
        }
        person = firstOther(to, context.ownAddresses);
    }
    message.personName = person.name;
    message.personHandle = person.address;
}

/// Everybody else who is named. Whom a mail of others went to in secret is not for us to know.
QList<Recipient> readRecipients(const MailHeader &header, QByteArrayView charset, Direction direction)
{
    constexpr std::array fields{std::pair{"Reply-To", RecipientKind::ReplyTo},
                                std::pair{"To", RecipientKind::To}, std::pair{"Cc", RecipientKind::Cc},
                                std::pair{"Bcc", RecipientKind::Bcc}};
    QList<Recipient> recipients;
    for (const auto &[name, kind] : fields) {
        if (kind == RecipientKind::Bcc && direction != Direction::Outgoing) {
            continue;
        }
        const QList<MailAddress> found = readAddresses(header.value(name), charset);
        for (const MailAddress &one : found.first(std::min(found.size(), mostRecipients))) {
            recipients.append({.kind = kind, .name = one.name, .address = one.address});
        }
    }
    return recipients;
}

} // namespace

Result<IncomingMessage> parseMail(QByteArrayView raw, const MailContext &context)
{
    if (raw.size() > largestMail) {
        return fail(Errc::TooLarge, u"message over the limit"_s);
    }
    const MailHeader header = MailHeader::read(raw);
    if (header.fields().isEmpty()) {
        return fail(Errc::BrokenItem, u"no header"_s);
    }
    if (header.length() >= MailHeader::longest) {
        return fail(Errc::TooLarge, u"header over the limit"_s);
    }
    const QByteArrayView content = raw.sliced(header.length());
    auto parts = readMimeTree(header, content);
    if (!parts) {
        return std::unexpected(parts.error());
    }
    if (parts->isEmpty()) {
        parts->append({.header = header,
                       .type = HeaderValue{.value = "text/plain"_ba, .parameters = {}},
                       .body = content});
    }
    const QByteArray charset = textCharset(*parts);
    MailBody body = readMailBody(*parts, charset);

    IncomingMessage message;
    message.isRead = context.isRead;
    message.remoteId = readMessageId(header, raw);
    message.references = readReferences(header, message.remoteId);
    message.subject = header.text("Subject", charset);
    message.sentAt = readSentAt(header, context.fallbackDate);
    message.text = std::move(body.text);
    message.html = std::move(body.html);
    message.attachments = std::move(body.attachments);
    readPeople(header, charset, context, message);
    message.recipients = readRecipients(header, charset, message.direction);
    message.failure = readDeliveryFailure(header, *parts, content);
    if (message.failure && message.references.isEmpty()) {
        message.references = {message.failure->messageId}; // it belongs to what did not arrive
    }
    return message;
}

std::optional<bool> readMark(QByteArrayView raw)
{
    constexpr uint mozillaRead = 0x0001;
    const MailHeader header = MailHeader::read(raw);
    bool isHex = false;
    const uint flags = header.value("X-Mozilla-Status").toByteArray().toUInt(&isHex, 16);
    if (isHex) {
        return (flags & mozillaRead) != 0;
    }
    const QByteArrayView status = header.value("Status");
    return status.isEmpty() ? std::nullopt : std::optional(status.contains('R'));
}

QList<MailAddress> readParticipants(QByteArrayView raw)
{
    constexpr std::array names{"From", "To", "Cc", "Delivered-To", "X-Original-To"};
    const MailHeader header = MailHeader::read(raw);
    QList<MailAddress> people;
    for (const char *name : names) {
        people += readAddresses(header.value(name));
    }
    return people;
}

bool isOwnAddress(const QString &address, const QStringList &ownAddresses)
{
    return !address.isEmpty() && std::ranges::any_of(ownAddresses, [&](const QString &own) {
        return own.startsWith(u'@') ? address.endsWith(own, Qt::CaseInsensitive)
                                    : address.compare(own, Qt::CaseInsensitive) == 0;
    });
}

} // namespace aside
