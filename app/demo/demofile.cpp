// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demofile.h"

#include "app/demo/demotalk.h"
#include "models/privacy/consentnames.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace aside {

namespace {

QByteArray demoBytes(const QString &name)
{
    QFile file(QStringLiteral(":/aside/demo/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString mimeTypeOf(const QString &file)
{
    constexpr std::array types{std::pair{u".pdf", "application/pdf"}, std::pair{u".png", "image/png"},
                               std::pair{u".csv", "text/csv"}, std::pair{u".txt", "text/plain"},
                               std::pair{u".zip", "application/zip"}};
    for (const auto &[ending, type] : types) {
        if (file.endsWith(QStringView(ending))) {
            return QString::fromLatin1(type);
        }
    }
    return QStringLiteral("application/octet-stream");
}

/// Of base64, so that about so many bytes come out of it.
IncomingAttachment leftAttachment(const QString &name, qint64 size)
{
    return {.name = name,
            .mimeType = mimeTypeOf(name),
            .contentId = {},
            .data = {},
            .part = ServerPart{
                .section = QStringLiteral("2"), .encoding = PartEncoding::Base64, .size = size / 57 * 78}};
}

/// "FILE", "FILE=NAME" where the sender calls it something else, "…@ID" where the HTML shows it;
/// "server:BYTES=NAME" where it was left at the mail server.
IncomingAttachment attachmentOf(const QString &entry)
{
    if (entry.startsWith(QStringLiteral("server:"))) {
        const QString size = entry.section(u':', 1).section(u'=', 0, 0);
        return leftAttachment(entry.section(u'=', -1), size.toLongLong());
    }
    const QString file = entry.section(u'@', 0, 0).section(u'=', 0, 0);
    return {.name = entry.section(u'@', 0, 0).section(u'=', -1),
            .mimeType = mimeTypeOf(file),
            .contentId = entry.section(u'@', 1),
            .data = demoBytes(QStringLiteral("files/") + file)};
}

Direction directionOf(const QString &name)
{
    for (const Direction one : {Direction::Outgoing, Direction::Note, Direction::Event}) {
        if (name == directionName(one)) {
            return one;
        }
    }
    return Direction::Incoming;
}

/// What all messages of a conversation have in common.
IncomingMessage frameOf(const QJsonObject &conversation)
{
    IncomingMessage message;
    message.channel = channelFromName(conversation.value(u"channel").toString()).value_or(Channel::Manual);
    message.audience = conversation.value(u"public").toBool() ? Audience::Public : Audience::Private;
    message.conversationKey = QStringLiteral("demo/") + conversation.value(u"id").toString();
    message.subject = conversation.value(u"subject").toString();
    message.personName = conversation.value(u"person").toString();
    message.personHandle = conversation.value(u"handle").toString();
    message.reach = conversation.value(u"reach").toInteger();
    return message;
}

/// "NAME <ADDRESS>"
Recipient recipientOf(const QString &entry, RecipientKind kind)
{
    return {.kind = kind,
            .name = entry.section(u'<', 0, 0).trimmed(),
            .address = entry.section(u'<', -1).section(u'>', 0, 0)};
}

DemoMessage messageOf(const QJsonObject &entry, Instant now)
{
    DemoMessage message;
    message.direction = directionOf(entry.value(u"direction").toString());
    message.author = entry.value(u"author").toString();
    message.sentAt = now - std::chrono::minutes(entry.value(u"ago").toInt());
    message.isRead = entry.value(u"read").toBool();
    message.text = entry.value(u"text").toString();
    if (const QString html = entry.value(u"html").toString(); !html.isEmpty()) {
        message.html = QString::fromUtf8(demoBytes(QStringLiteral("html/") + html));
    }
    for (const auto &file : entry.value(u"files").toArray()) {
        message.attachments.append(attachmentOf(file.toString()));
    }
    for (const QJsonValue &copy : entry.value(u"cc").toArray()) {
        message.recipients.append(recipientOf(copy.toString(), RecipientKind::Cc));
    }
    return message;
}

QList<DemoMessage> messagesOf(const QJsonObject &conversation, Instant now)
{
    QList<DemoMessage> messages;
    QStringList lines;
    for (const auto &line : conversation.value(u"talk").toArray()) {
        lines.append(line.toString());
    }
    messages = demoTalk(lines, now);
    for (const auto &entry : conversation.value(u"messages").toArray()) {
        messages.append(messageOf(entry.toObject(), now));
    }
    return messages;
}

constexpr QLatin1StringView ourAddress("help@lantern-shop.example");

IncomingMessage framed(const IncomingMessage &frame, const DemoMessage &content, int number)
{
    IncomingMessage message = frame;
    const bool isOurs = content.direction != Direction::Incoming;
    message.direction = content.direction;
    message.remoteId = QStringLiteral("%1/%2").arg(frame.conversationKey).arg(number);
    if (number > 1) {
        message.references = {QStringLiteral("%1/%2").arg(frame.conversationKey).arg(number - 1)};
    }
    const auto operatorName = content.author.isEmpty() ? QStringLiteral("Anna") : content.author;
    message.authorName = isOurs ? operatorName : frame.personName;
    message.authorHandle = isOurs ? QString(ourAddress) : frame.personHandle;
    message.sentAt = content.sentAt;
    message.isRead = isOurs || content.isRead;
    message.text = content.text;
    message.html = content.html;
    message.attachments = content.attachments;
    message.reach = isOurs ? 0 : frame.reach;
    if (frame.channel == Channel::Email && content.direction != Direction::Note) {
        message.recipients = content.recipients;
        message.recipients.prepend(isOurs
                                       ? Recipient{.name = frame.personName, .address = frame.personHandle}
                                       : Recipient{.name = QStringLiteral("Lantern"), .address = ourAddress});
    }
    return message;
}

QList<Triage> triageOf(const QJsonObject &entry, Instant now)
{
    QList<Triage> triage;
    for (const auto &tag : entry.value(u"tags").toArray()) {
        triage.append({.kind = Triage::Kind::AddTag, .tag = tag.toString()});
    }
    if (entry.value(u"state").toString() == u"closed") {
        triage.append({.kind = Triage::Kind::Close});
    }
    if (const int hours = entry.value(u"snoozedHours").toInt(); hours > 0) {
        triage.append({.kind = Triage::Kind::SnoozeUntil, .until = now + std::chrono::hours(hours)});
    }
    if (entry.value(u"blocked").toBool()) {
        triage.append({.kind = Triage::Kind::Block});
    }
    return triage;
}

QStringList versionsOf(const QJsonValue &draft)
{
    if (draft.isArray()) {
        return draft.toVariant().toStringList();
    }
    return draft.isString() ? QStringList{draft.toString()} : QStringList{};
}

DemoFate fateOf(const QString &name)
{
    static const QHash<QString, DemoFate> fates{
        {QStringLiteral("scheduled"), DemoFate::Scheduled}, {QStringLiteral("moved"), DemoFate::Moved},
        {QStringLiteral("postponed"), DemoFate::Postponed}, {QStringLiteral("refused"), DemoFate::Refused},
        {QStringLiteral("uncertain"), DemoFate::Uncertain}, {QStringLiteral("sent"), DemoFate::Sent},
    };
    return fates.value(name, DemoFate::Waits);
}

DemoConsent consentOf(const QJsonObject &said, const IncomingMessage &frame, Instant now)
{
    static const QHash<QString, ConsentState> states{
        {QStringLiteral("asked"), ConsentState::Asked},
        {QStringLiteral("refused"), ConsentState::Refused},
        {QStringLiteral("revoked"), ConsentState::Revoked},
    };
    const auto at = now - std::chrono::hours(said.value(u"hoursAgo").toInt());
    return {
        .entry
        = {.id = {},
           .said = {.to = consentToFromName(said.value(u"to").toString()).value_or(ConsentTo::DirectMessage),
                    .state = states.value(said.value(u"said").toString(), ConsentState::Given),
                    .channel = frame.channel,
                    .handle = frame.personHandle,
                    .at = at,
                    .evidence = {}},
           .words = said.value(u"words").toString(),
           .by = QStringLiteral("Anna")},
        .evidence = said.value(u"message").toInt()};
}

QList<DemoConsent> consentsOf(const QJsonObject &entry, const IncomingMessage &frame, Instant now)
{
    QList<DemoConsent> consents;
    for (const auto &said : entry.value(u"consents").toArray()) {
        consents.append(consentOf(said.toObject(), frame, now));
    }
    return consents;
}

DemoConversation conversationOf(const QJsonObject &entry, Instant now)
{
    const IncomingMessage frame = frameOf(entry);
    const QJsonValue promise = entry.value(u"promise");
    DemoConversation conversation{
        .channel = frame.channel,
        .handle = frame.personHandle,
        .subject = frame.subject,
        .id = entry.value(u"id").toString(),
        .sameAs = entry.value(u"sameAs").toString(),
        .messages = {},
        .triage = triageOf(entry, now),
        .promisedAt = promise.isObject() ? now + std::chrono::hours(promise[u"inHours"].toInt()) : Instant{},
        .promise = promise[u"what"].toString(),
        .consents = consentsOf(entry, frame, now),
        .replies = versionsOf(entry.value(u"draft")),
        .note = entry.value(u"noteDraft").toString(),
        .onItsWay = entry.value(u"outbox")[u"text"].toString(),
        .fate = fateOf(entry.value(u"outbox")[u"fate"].toString())};
    int number = 0;
    for (const DemoMessage &message : messagesOf(entry, now)) {
        conversation.messages.append(framed(frame, message, ++number));
    }
    return conversation;
}

} // namespace

Result<QList<DemoConversation>> demoConversations(Instant now)
{
    QList<DemoConversation> conversations;
    const QDir folder(QStringLiteral(":/aside/demo"));
    for (const QString &file : folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        const QJsonArray entries = QJsonDocument::fromJson(demoBytes(file)).array();
        if (entries.isEmpty()) {
            return fail(Errc::Internal, QStringLiteral("the demo cannot be read"));
        }
        for (const auto &entry : entries) {
            conversations.append(conversationOf(entry.toObject(), now));
        }
    }
    return conversations;
}

} // namespace aside
