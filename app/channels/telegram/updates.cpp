// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/telegram/updates.h"

#include "app/channels/telegram/entities.h"
#include "app/channels/telegram/place.h"
#include "models/privacy/sharednumber.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace aside::telegram {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostAtOnce = 500; ///< of updates in one step

struct Found {
    IncomingMessage message;
    QString album{};
};

bool isPublic(const QString &chatType)
{
    return chatType == "group"_L1 || chatType == "supergroup"_L1 || chatType == "channel"_L1;
}

QString nameOf(const JsonValue &who)
{
    const QString person = QString(who[u"first_name"].text() + u' ' + who[u"last_name"].text()).simplified();
    return person.isEmpty() ? who[u"title"].text() : person;
}

Place placeOf(const JsonValue &message, const Me &me)
{
    const JsonValue &chat = message[u"chat"];
    const QString type = chat[u"type"].text();
    const bool isGlobal = type == "supergroup"_L1 || type == "channel"_L1;
    return {.bot = isGlobal ? QString() : me.id,
            .connection = message[u"business_connection_id"].text(),
            .chat = chat[u"id"].id(),
            .topic = message[u"direct_messages_topic"][u"topic_id"].id(),
            .message = message[u"message_id"].id()};
}

void addFile(IncomingMessage &message, const JsonValue &file, const QString &name, const QString &type)
{
    if (file[u"file_id"].text().isEmpty()) {
        return;
    }
    message.attachments.append(
        {.name = name,
         .mimeType = type,
         .contentId = {},
         .data = {},
         .part = ServerPart{.section = file[u"file_id"].text(),
                            .encoding = PartEncoding::None,
                            .size = std::max<qint64>(file[u"file_size"].integer().value_or(0), 0)}});
}

void addFiles(IncomingMessage &message, const JsonValue &json)
{
    const QString id = json[u"message_id"].id();
    const auto named = [&](QStringView field, const QString &name, const QString &type) {
        const JsonValue &file = json[field];
        const QString ownName = file[u"file_name"].text();
        const QString ownType = file[u"mime_type"].text();
        addFile(message, file, ownName.isEmpty() ? name : ownName, ownType.isEmpty() ? type : ownType);
    };
    if (!json[u"photo"].items().isEmpty()) {
        // The sizes come in order, the largest last.
        addFile(message, json[u"photo"].items().constLast(), u"photo-%1.jpg"_s.arg(id), u"image/jpeg"_s);
    }
    if (!json[u"animation"].isObject()) { // which has itself as a document as well
        named(u"document", u"file-%1"_s.arg(id), u"application/octet-stream"_s);
    }
    named(u"animation", u"animation-%1.mp4"_s.arg(id), u"video/mp4"_s);
    named(u"video", u"video-%1.mp4"_s.arg(id), u"video/mp4"_s);
    named(u"video_note", u"video-%1.mp4"_s.arg(id), u"video/mp4"_s);
    named(u"voice", u"voice-%1.ogg"_s.arg(id), u"audio/ogg"_s);
    named(u"audio", u"audio-%1.mp3"_s.arg(id), u"audio/mpeg"_s);
}

/// The number that a person gave with the button for it, or in the same way. Anybody can send somebody
/// else's.
QString ownNumber(const JsonValue &json)
{
    const JsonValue &contact = json[u"contact"];
    const QString owner = contact[u"user_id"].id();
    const QString number = contact[u"phone_number"].text();
    static const QRegularExpression form(u"^\\+?([0-9]{5,15})$"_s);
    const auto match = form.match(QString(number).remove(QRegularExpression(u"[\\s()-]"_s)));
    const bool isOwn = !owner.isEmpty() && owner == json[u"from"][u"id"].id();
    return isOwn && match.hasMatch() ? u'+' + match.captured(1) : QString();
}

/// What was said without letters. Of a contact of somebody else's the name alone: in its number an answer to
/// our question could be read.
QString wordless(const JsonValue &json)
{
    const JsonValue &contact = json[u"contact"];
    if (contact.isObject()) {
        const QString number = ownNumber(json);
        return number.isEmpty() ? nameOf(contact) : sharedNumberText(number);
    }
    if (json[u"location"].isObject()) {
        const auto degrees = [&](QStringView name) {
            return QString::number(json[u"location"][name].number().value_or(0), 'f', 6);
        };
        return u"geo:%1,%2"_s.arg(degrees(u"latitude"), degrees(u"longitude"));
    }
    return json[u"sticker"][u"emoji"].text();
}

void fillText(IncomingMessage &message, const JsonValue &json)
{
    const bool isCaption = json[u"text"].text().isEmpty();
    const QString text = json[isCaption ? u"caption" : u"text"].text();
    const JsonValue &entities = json[isCaption ? u"caption_entities" : u"entities"];
    message.text = plainText(text, entities);
    message.html = htmlText(text, entities);
    if (message.text.isEmpty()) {
        message.text = wordless(json);
    }
}

/// A channel or an anonymous administrator speaks as a chat; who deleted himself is nobody.
void fillAuthor(IncomingMessage &message, const JsonValue &json, const Me &me)
{
    const JsonValue &sender = json[u"sender_chat"].isObject() ? json[u"sender_chat"] : json[u"from"];
    message.authorName = nameOf(sender);
    message.authorHandle = sender[u"id"].id();
    const JsonValue &chat = json[u"chat"];
    const bool isBusiness = !json[u"business_connection_id"].text().isEmpty();
    // In a talk of a business account whoever is not the other side is the account.
    const bool isOwn = message.authorHandle == me.id
        || (isBusiness && !message.authorHandle.isEmpty() && message.authorHandle != chat[u"id"].id());
    message.direction = isOwn ? Direction::Outgoing : Direction::Incoming;
    message.isRead = isOwn;
    const bool isTalk = chat[u"type"].text() == "private"_L1;
    const JsonValue &person
        = json[u"direct_messages_topic"][u"user"].isObject() ? json[u"direct_messages_topic"][u"user"] : chat;
    if (isTalk || chat[u"is_direct_messages"].boolean().value_or(false)) {
        message.personName = nameOf(person);
        message.personHandle = person[u"id"].id();
    } else if (!isOwn) {
        message.personName = message.authorName;
        message.personHandle = message.authorHandle;
    }
}

std::optional<Found> readMessage(const JsonValue &json, const Me &me, Instant now)
{
    const Place place = placeOf(json, me);
    if (place.chat.isEmpty() || place.message.isEmpty()) {
        return std::nullopt;
    }
    const JsonValue &chat = json[u"chat"];
    IncomingMessage message;
    message.channel = Channel::Telegram;
    const bool isOpen
        = isPublic(chat[u"type"].text()) && !chat[u"is_direct_messages"].boolean().value_or(false);
    message.audience = isOpen ? Audience::Public : Audience::Private;
    message.remoteId = place.toId();
    if (!isOpen) {
        message.conversationKey = place.chatKey();
    }
    message.subject = isOpen ? chat[u"title"].text() : QString();
    message.sentAt = instantOfSeconds(json[u"date"], now);
    if (const QString answered = json[u"reply_to_message"][u"message_id"].id(); !answered.isEmpty()) {
        Place parent = place;
        parent.message = answered;
        message.references = {parent.toId()};
    }
    fillAuthor(message, json, me);
    fillText(message, json);
    message.ownNumber = message.direction == Direction::Incoming ? ownNumber(json) : QString();
    addFiles(message, json);
    if (message.text.isEmpty() && message.attachments.isEmpty()) {
        return std::nullopt; // somebody joined, a title was changed
    }
    // By this what was left at the server is asked for.
    if (const qint64 number = json[u"message_id"].integer().value_or(0);
        number > 0 && number <= std::numeric_limits<quint32>::max()) {
        message.place = ServerPlace{.folder = place.chatKey(),
                                    .uidValidity = 1,
                                    .uid = static_cast<quint32>(number),
                                    .flags = {.isRead = message.isRead}};
    }
    return Found{.message = std::move(message), .album = json[u"media_group_id"].text()};
}

class Reading
{
public:
    Reading(const Me &me, Instant now)
        : m_me(me)
        , m_now(now)
    {
    }

    void read(const JsonValue &update)
    {
        const std::optional<qint64> id = update[u"update_id"].integer();
        if (!id || *id < 0 || *id == std::numeric_limits<qint64>::max()) {
            ++updates.skipped;
            return;
        }
        updates.next = std::max(updates.next, *id + 1);
        ++updates.count;
        const qint64 album = std::exchange(updates.albumFrom, 0);
        static constexpr std::array<QStringView, 3> fresh{u"message", u"channel_post", u"business_message"};
        static constexpr std::array<QStringView, 3> edited{u"edited_message", u"edited_channel_post",
                                                           u"edited_business_message"};
        for (const QStringView kind : fresh) {
            if (update.has(kind)) {
                add(update[kind], *id, album);
            }
        }
        for (const QStringView kind : edited) {
            if (update.has(kind)) {
                addEdit(update[kind]);
            }
        }
        readDeleted(update[u"deleted_business_messages"]);
        readDoor(update[u"my_chat_member"]);
    }

    Updates updates;

private:
    void add(const JsonValue &json, qint64 id, qint64 album)
    {
        std::optional<Found> found = readMessage(json, m_me, m_now);
        if (!found) {
            ++updates.skipped;
            return;
        }
        if (album > 0 && found->album == m_album && !updates.messages.isEmpty()) {
            updates.albumFrom = album;
            IncomingMessage &first = updates.messages.last();
            first.attachments += found->message.attachments;
            if (first.text.isEmpty()) {
                first.text = found->message.text;
                first.html = found->message.html;
            }
            return;
        }
        m_album = found->album;
        updates.albumFrom = m_album.isEmpty() ? 0 : id;
        updates.messages.append(std::move(found->message));
    }

    void addEdit(const JsonValue &json)
    {
        std::optional<Found> found = readMessage(json, m_me, m_now);
        if (!found || json[u"edit_date"].id().isEmpty()) {
            ++updates.skipped;
            return;
        }
        found->message.editedAt = instantOfSeconds(json[u"edit_date"], m_now);
        m_album.clear();
        updates.messages.append(std::move(found->message));
    }

    void readDeleted(const JsonValue &deleted)
    {
        if (!deleted.isObject()) {
            return;
        }
        Place place = placeOf(deleted, m_me);
        for (const JsonValue &id : deleted[u"message_ids"].items()) {
            place.message = id.id();
            if (!place.message.isEmpty() && !place.chat.isEmpty()) {
                updates.deletions.append(
                    {.channel = Channel::Telegram, .remoteId = place.toId(), .at = m_now});
            }
        }
    }

    void readDoor(const JsonValue &member)
    {
        if (member.isObject() && member[u"chat"][u"type"].text() == "private"_L1) {
            updates.doors.append({.person = member[u"chat"][u"id"].id(),
                                  .isOpen = member[u"new_chat_member"][u"status"].text() != "kicked"_L1});
        }
    }

    const Me &m_me;
    Instant m_now;
    QString m_album;
};

} // namespace

Updates readUpdates(const JsonValue &result, const Me &me, Instant now)
{
    Reading reading(me, now);
    // A server gives no more than it was asked for; one that does will give the rest again.
    for (const JsonValue &update : result.items().first(std::min(result.items().size(), mostAtOnce))) {
        reading.read(update);
    }
    return std::move(reading.updates);
}

QString sentId(const JsonValue &message, const Me &me)
{
    const Place place = placeOf(message, me);
    return place.message.isEmpty() || place.chat.isEmpty() ? QString() : place.toId();
}

} // namespace aside::telegram
