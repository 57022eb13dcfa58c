// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/social/telegrammessage.h"

#include "app/import/social/instants.h"
#include "app/import/social/sourcefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

#include <optional>

namespace aside {

namespace {

constexpr qint64 maxAttachment = 64 * 1024 * 1024;

QString idText(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

/// Old exports name people by a bare number.
QString personId(const QJsonValue &value)
{
    return value.isDouble() ? QStringLiteral("user") + idText(value) : value.toString();
}

QString pieceText(const QJsonValue &piece)
{
    if (piece.isString()) {
        return piece.toString();
    }
    const QString text = piece[QLatin1StringView("text")].toString();
    const QString link = piece[QLatin1StringView("href")].toString();
    return link.isEmpty() || link == text ? text : QStringLiteral("%1 (%2)").arg(text, link);
}

QString joinedText(const QJsonValue &value)
{
    if (!value.isArray()) {
        return value.toString();
    }
    QString text;
    const auto pieces = value.toArray();
    for (const auto &piece : pieces) {
        text += pieceText(piece);
    }
    return text;
}

QString pollText(const QJsonObject &poll)
{
    QStringList lines{joinedText(poll.value(QLatin1StringView("question")))};
    const auto answers = poll.value(QLatin1StringView("answers")).toArray();
    for (const auto &answer : answers) {
        lines.append(QStringLiteral("- ") + joinedText(answer[QLatin1StringView("text")]));
    }
    return lines.join(u'\n');
}

/// What stands for a message that has no words of its own.
QString wordlessText(const QJsonObject &json)
{
    if (const auto poll = json.value(QLatin1StringView("poll")); poll.isObject()) {
        return pollText(poll.toObject());
    }
    if (const auto contact = json.value(QLatin1StringView("contact_information")); contact.isObject()) {
        return QStringList{contact[QLatin1StringView("first_name")].toString(),
                           contact[QLatin1StringView("last_name")].toString(),
                           contact[QLatin1StringView("phone_number")].toString()}
            .join(u' ')
            .simplified();
    }
    if (const auto place = json.value(QLatin1StringView("location_information")); place.isObject()) {
        return QStringLiteral("%1, %2")
            .arg(place[QLatin1StringView("latitude")].toDouble(), 0, 'f', 6)
            .arg(place[QLatin1StringView("longitude")].toDouble(), 0, 'f', 6);
    }
    return json.value(QLatin1StringView("sticker_emoji")).toString();
}

std::optional<Instant> sentAt(const QJsonObject &json)
{
    const auto exact = json.value(QLatin1StringView("date_unixtime"));
    if (const auto at = parseInstant(idText(exact))) {
        return at;
    }
    return parseInstant(json.value(QLatin1StringView("date")).toString());
}

bool isOwn(const QString &author, const TelegramChat &chat)
{
    if (!chat.ownId.isEmpty()) {
        return author == chat.ownId;
    }
    return chat.isOneToOne() && !author.isEmpty() && author != chat.customerHandle();
}

void fillEvent(IncomingMessage &message, const QJsonObject &json)
{
    message.direction = Direction::Event;
    message.text = json.value(QLatin1StringView("action")).toString().replace(u'_', u' ');
    message.authorName = json.value(QLatin1StringView("actor")).toString();
    message.authorHandle = personId(json.value(QLatin1StringView("actor_id")));
}

void fillWords(IncomingMessage &message, const QJsonObject &json, const TelegramChat &chat)
{
    message.authorName = json.value(QLatin1StringView("from")).toString();
    message.authorHandle = personId(json.value(QLatin1StringView("from_id")));
    message.direction = isOwn(message.authorHandle, chat) ? Direction::Outgoing : Direction::Incoming;
    message.text = joinedText(json.value(QLatin1StringView("text")));
    if (message.text.isEmpty()) {
        message.text = wordlessText(json);
    }
    const QString parent = idText(json.value(QLatin1StringView("reply_to_message_id")));
    if (!parent.isEmpty() && !json.contains(QLatin1StringView("reply_to_peer_id"))) {
        message.references = {chat.id + u'/' + parent};
    }
}

void fillPerson(IncomingMessage &message, const TelegramChat &chat)
{
    if (chat.isOneToOne()) {
        message.personName = chat.name;
        message.personHandle = chat.customerHandle();
    } else if (message.direction == Direction::Incoming) {
        message.personName = message.authorName;
        message.personHandle = message.authorHandle;
    }
}

} // namespace

bool TelegramChat::isOneToOne() const
{
    return type == QLatin1StringView("personal_chat") || type == QLatin1StringView("bot_chat");
}

Result<IncomingMessage> telegramMessage(const QJsonObject &json, const TelegramChat &chat)
{
    const QString id = idText(json.value(QLatin1StringView("id")));
    const auto at = sentAt(json);
    if (id.isEmpty() || chat.id.isEmpty() || !at) {
        return fail(Errc::BrokenItem, QStringLiteral("a message without id or date"));
    }
    IncomingMessage message;
    message.channel = Channel::Telegram;
    message.audience
        = chat.type.startsWith(QLatin1StringView("public_")) ? Audience::Public : Audience::Private;
    message.remoteId = chat.id + u'/' + id;
    message.conversationKey = chat.id;
    message.subject = chat.isOneToOne() ? QString() : chat.name;
    message.sentAt = *at;
    if (json.value(QLatin1StringView("type")).toString() == QLatin1StringView("service")) {
        fillEvent(message, json);
    } else {
        fillWords(message, json, chat);
    }
    message.isRead = message.direction != Direction::Incoming;
    fillPerson(message, chat);
    return message;
}

QList<TelegramFile> telegramFiles(const QJsonObject &json)
{
    QList<TelegramFile> files;
    for (const auto field : {QLatin1StringView("photo"), QLatin1StringView("file")}) {
        const QString path = json.value(field).toString();
        // "(File not included. Change data exporting settings to download.)" and its kin.
        if (path.isEmpty() || path.startsWith(QLatin1StringView("(File "))) {
            continue;
        }
        const bool isPhoto = field == QLatin1StringView("photo");
        const QString name = isPhoto ? QString() : json.value(QLatin1StringView("file_name")).toString();
        const QString type = json.value(QLatin1StringView("mime_type")).toString();
        files.append({.path = path,
                      .name = name.isEmpty() ? path.section(u'/', -1) : name,
                      .mimeType = isPhoto ? QStringLiteral("image/jpeg") : type});
    }
    return files;
}

Result<IncomingAttachment> readTelegramFile(const QString &folder, const TelegramFile &file)
{
    const QString root = QFileInfo(folder).canonicalFilePath();
    const QString path = QDir::isAbsolutePath(file.path) ? file.path : root + u'/' + file.path;
    const QString canonical = QFileInfo(path).canonicalFilePath();
    if (canonical.isEmpty()) {
        return fail(Errc::NotFound, QStringLiteral("a file of the export is missing"));
    }
    if (!canonical.startsWith(root.endsWith(u'/') ? root : root + u'/')) {
        return fail(Errc::InvalidInput, QStringLiteral("a file outside the export"));
    }
    const auto checked = checkRegularFile(canonical);
    if (!checked && checked.error().code != Errc::Empty) {
        return std::unexpected(checked.error());
    }
    QFile in(canonical);
    if (!in.open(QIODevice::ReadOnly)) {
        return fail(Errc::Io, in.errorString());
    }
    if (in.size() > maxAttachment) {
        return fail(Errc::TooLarge, QStringLiteral("a file of the export is over 64 MB"));
    }
    return IncomingAttachment{
        .name = file.name, .mimeType = file.mimeType, .contentId = {}, .data = in.read(maxAttachment)};
}

} // namespace aside
