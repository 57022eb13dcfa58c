// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demo.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace aside {

namespace {

Direction directionOf(const QString &name)
{
    for (const Direction one : {Direction::Outgoing, Direction::Note, Direction::Event}) {
        if (name == directionName(one)) {
            return one;
        }
    }
    return Direction::Incoming;
}

IncomingMessage messageOf(const QJsonObject &conversation, const QJsonObject &entry, Instant now)
{
    IncomingMessage message;
    message.channel = channelFromName(conversation.value(u"channel").toString()).value_or(Channel::Manual);
    message.audience = conversation.value(u"public").toBool() ? Audience::Public : Audience::Private;
    message.direction = directionOf(entry.value(u"direction").toString());
    message.conversationKey = QStringLiteral("demo/") + conversation.value(u"id").toString();
    message.subject = conversation.value(u"subject").toString();
    message.personName = conversation.value(u"person").toString();
    message.personHandle = conversation.value(u"handle").toString();
    const bool ours = message.direction != Direction::Incoming;
    message.authorName = ours ? entry.value(u"author").toString(QStringLiteral("Anna")) : message.personName;
    message.authorHandle = ours ? QStringLiteral("anna@lantern-shop.example") : message.personHandle;
    message.sentAt = now - std::chrono::minutes(entry.value(u"ago").toInt());
    message.isRead = ours || entry.value(u"read").toBool();
    message.text = entry.value(u"text").toString();
    const QString file = entry.value(u"attachment").toString();
    if (!file.isEmpty()) {
        message.attachments.append({.name = file,
                                    .mimeType = QStringLiteral("application/octet-stream"),
                                    .contentId = {},
                                    .data = QByteArray(24 * 1024, 'x')});
    }
    return message;
}

} // namespace

Result<IncomingBatch> demoBatch(Instant now)
{
    QFile file(QStringLiteral(":/aside/demo/conversations.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(Errc::Internal, QStringLiteral("the demo is not built in"));
    }
    IncomingBatch batch;
    for (const QJsonValue &value : QJsonDocument::fromJson(file.readAll()).array()) {
        const QJsonObject conversation = value.toObject();
        QString previous;
        int number = 0;
        for (const QJsonValue &entry : conversation.value(u"messages").toArray()) {
            IncomingMessage message = messageOf(conversation, entry.toObject(), now);
            message.remoteId = QStringLiteral("%1/%2").arg(message.conversationKey).arg(++number);
            if (!previous.isEmpty()) {
                message.references = {previous};
            }
            previous = message.remoteId;
            batch.messages.append(message);
        }
    }
    if (batch.messages.isEmpty()) {
        return fail(Errc::Internal, QStringLiteral("the demo cannot be read"));
    }
    return batch;
}

} // namespace aside
