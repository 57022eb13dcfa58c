// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/vk/vkupdates.h"

#include "app/channels/vk/vkattachments.h"
#include "models/privacy/arrival.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace aside::vk {

using namespace Qt::StringLiterals;

namespace {

bool isNumber(const QString &id)
{
    bool isOne = false;
    return id.toLongLong(&isOne) != 0 && isOne;
}

void setAuthor(IncomingMessage &message, const QString &author, const Me &me)
{
    const bool isOwn = author == u'-' + me.id;
    message.direction = isOwn ? Direction::Outgoing : Direction::Incoming;
    message.isRead = isOwn;
    message.authorHandle = author == "0"_L1 ? QString() : author; // 0: nobody is there any more
}

/// By this what was left at the server is asked for.
void setPlace(IncomingMessage &message, const Place &place)
{
    bool isOne = false;
    const quint32 number = place.item.toUInt(&isOne);
    if (isOne && number > 0) {
        message.place = ServerPlace{.folder = place.parentKey(),
                                    .uidValidity = 1,
                                    .uid = number,
                                    .flags = {.isRead = message.isRead}};
    }
}

bool saysNothing(const IncomingMessage &message)
{
    return message.text.isEmpty() && message.attachments.isEmpty();
}

Place talkPlace(const JsonValue &json, const Me &me)
{
    return {.owner = me.id, .parent = json[u"peer_id"].id(), .item = json[u"conversation_message_id"].id()};
}

Place wallPlace(const JsonValue &json)
{
    const QString owner = json[u"owner_id"].id();
    return {.site = Site::Wall,
            .owner = owner.isEmpty() ? json[u"post_owner_id"].id() : owner,
            .parent = json[u"post_id"].id(),
            .item = json[u"id"].id()};
}

Place boardPlace(const JsonValue &json, const Me &me)
{
    const QString owner = json[u"topic_owner_id"].id();
    return {.site = Site::Board,
            .owner = owner.isEmpty() ? me.id : QString(owner).remove(u'-'),
            .parent = json[u"topic_id"].id(),
            .item = json[u"id"].id()};
}

bool isWhole(const Place &place)
{
    return isNumber(place.owner) && isNumber(place.parent) && isNumber(place.item);
}

/// Also where what it passes on is.
bool isCropped(const JsonValue &talk)
{
    return talk[u"is_cropped"].boolean().value_or(false)
        || std::ranges::any_of(talk[u"fwd_messages"].items(), isCropped);
}

std::optional<IncomingMessage> readComment(const JsonValue &json, const Place &place, const Me &me,
                                           Instant now)
{
    if (!isWhole(place)) {
        return std::nullopt;
    }
    IncomingMessage message;
    message.channel = Channel::Vk;
    message.audience = Audience::Public;
    message.remoteId = place.toId();
    message.sentAt = instantOfSeconds(json[u"date"], now);
    message.text = json[u"text"].text();
    setAuthor(message, json[u"from_id"].id(), me);
    if (message.direction == Direction::Incoming) {
        message.personHandle = message.authorHandle;
    }
    addAttachments(message, json);
    setPlace(message, place);
    return saysNothing(message) ? std::nullopt : std::optional(message);
}

/// A thread below a post is a conversation of its own: each is begun by somebody else.
std::optional<IncomingMessage> readWall(const JsonValue &json, const Me &me, Instant now)
{
    const Place place = wallPlace(json);
    std::optional<IncomingMessage> message = readComment(json, place, me, now);
    if (!message) {
        return std::nullopt;
    }
    Place above = place;
    const QList<JsonValue> &parents = json[u"parents_stack"].items();
    above.item = parents.isEmpty() ? json[u"reply_to_comment"].id() : parents.constFirst().id();
    message->conversationKey = isNumber(above.item) ? above.toId() : place.toId();
    const QString answered = json[u"reply_to_comment"].id();
    above.item = answered.isEmpty() && !parents.isEmpty() ? parents.constLast().id() : answered;
    if (isNumber(above.item)) {
        message->references = {above.toId()};
    }
    return message;
}

std::optional<IncomingMessage> readBoard(const JsonValue &json, const Me &me, Instant now)
{
    const Place place = boardPlace(json, me);
    std::optional<IncomingMessage> message = readComment(json, place, me, now);
    if (message) {
        message->conversationKey = place.parentKey();
    }
    return message;
}

/// Who came by a link of ours has not written it; it is kept as Telegram has it written. However often it is
/// told, and by whichever event, it is one.
std::optional<IncomingMessage> arrivalBy(const QString &ref, const QString &person, const Me &me, Instant at)
{
    if (!isMovePayload(ref) || !isNumber(person)) {
        return std::nullopt;
    }
    const Place place{.owner = me.id, .parent = person};
    IncomingMessage message;
    message.channel = Channel::Vk;
    message.audience = Audience::Private;
    message.remoteId = place.parentKey() + u"/ref-"_s + ref;
    message.conversationKey = place.parentKey();
    message.authorHandle = message.personHandle = person;
    message.sentAt = at;
    message.text = u"/start "_s + ref;
    return message;
}

class Reading
{
public:
    Reading(const Me &me, Instant now)
        : m_me(me)
        , m_now(now)
    {
    }

    void read(const QString &type, const JsonValue &object)
    {
        const JsonValue &talk = object[u"message"].isObject() ? object[u"message"] : object;
        if (type == "message_new"_L1 || type == "message_reply"_L1) {
            addArrival(readArrival(talk, m_me, m_now));
            addTalk(talk, false);
        } else if (type == "message_edit"_L1) {
            addTalk(talk, true);
        } else if (type == "message_allow"_L1) {
            addArrival(arrivalBy(object[u"key"].text(), object[u"user_id"].id(), m_me, m_now));
        } else if (type.startsWith("wall_reply_"_L1)) {
            readPublic(type.sliced(11), object, Site::Wall);
        } else if (type.startsWith("board_post_"_L1)) {
            readPublic(type.sliced(11), object, Site::Board);
        } else {
            ++updates.skipped;
        }
    }

    Updates updates;

private:
    void addTalk(const JsonValue &talk, bool isEdit)
    {
        const Place place = talkPlace(talk, m_me);
        if (isCropped(talk) && isWhole(place) && !updates.cropped.contains(place)) {
            updates.cropped.append(place);
        }
        add(readTalk(talk, m_me, m_now), isEdit, talk);
    }

    void add(std::optional<IncomingMessage> message, bool isEdit, const JsonValue &json)
    {
        if (!message) {
            ++updates.skipped;
            return;
        }
        if (isEdit) {
            // A comment does not say when it was changed: we heard of it now.
            const JsonValue &changed = json[u"update_time"];
            message->editedAt = std::max(message->sentAt, instantOfSeconds(changed, m_now));
        }
        updates.messages.append(std::move(*message));
    }

    void readPublic(const QString &what, const JsonValue &object, Site site)
    {
        const bool isWall = site == Site::Wall;
        const Place place = isWall ? wallPlace(object) : boardPlace(object, m_me);
        if (what == "delete"_L1) {
            readDeleted(place);
        } else if (what == "new"_L1 || what == "edit"_L1 || what == "restore"_L1) {
            if (what == "restore"_L1) { // deletions are applied behind the messages
                updates.deletions.removeIf(
                    [id = place.toId()](const IncomingDeletion &one) { return one.remoteId == id; });
            }
            add(isWall ? readWall(object, m_me, m_now) : readBoard(object, m_me, m_now), what != "new"_L1,
                object);
        } else {
            ++updates.skipped;
        }
    }

    void readDeleted(const Place &place)
    {
        if (isWhole(place)) {
            updates.deletions.append({.channel = Channel::Vk, .remoteId = place.toId(), .at = m_now});
        } else {
            ++updates.skipped;
        }
    }

    void addArrival(std::optional<IncomingMessage> arrival)
    {
        if (arrival) {
            updates.messages.append(std::move(*arrival));
        }
    }

    const Me &m_me;
    Instant m_now;
};

} // namespace

std::optional<IncomingMessage> readArrival(const JsonValue &json, const Me &me, Instant now)
{
    // Not behind what they say with it.
    return arrivalBy(json[u"ref"].text(), json[u"peer_id"].id(), me, instantOfSeconds(json[u"date"], now));
}

std::optional<IncomingMessage> readTalk(const JsonValue &json, const Me &me, Instant now)
{
    const Place place = talkPlace(json, me);
    if (!isWhole(place)) {
        return std::nullopt;
    }
    IncomingMessage message;
    message.channel = Channel::Vk;
    message.audience = Audience::Private;
    message.remoteId = place.toId();
    message.conversationKey = place.parentKey();
    message.sentAt = instantOfSeconds(json[u"date"], now);
    message.text = json[u"text"].text();
    setAuthor(message, json[u"from_id"].id(), me);
    if (json[u"out"].boolean().value_or(false)) {
        setAuthor(message, u'-' + me.id, me);
    }
    message.personHandle = place.parent;
    if (const QString answered = json[u"reply_message"][u"conversation_message_id"].id();
        isNumber(answered)) {
        Place above = place;
        above.item = answered;
        message.references = {above.toId()};
    }
    if (json[u"update_time"].integer().value_or(0) > 0) {
        message.editedAt = std::max(message.sentAt, instantOfSeconds(json[u"update_time"], now));
    }
    addAttachments(message, json);
    setPlace(message, place);
    return saysNothing(message) ? std::nullopt : std::optional(message);
}

Updates readUpdates(const QList<JsonValue> &updates, const Me &me, Instant now)
{
    QSet<QString> known;
    Reading reading(me, now);
    for (const JsonValue &update : updates) {
        const QString event = update[u"event_id"].id();
        const QString group = update[u"group_id"].id();
        const bool isKnown = !event.isEmpty() && known.contains(event);
        if (isKnown || (!group.isEmpty() && group != me.id)) {
            ++reading.updates.skipped;
            continue;
        }
        if (!event.isEmpty()) {
            known.insert(event);
        }
        reading.read(update[u"type"].text(), update[u"object"]);
    }
    return std::move(reading.updates);
}

void takeWhole(QList<IncomingMessage> &messages, IncomingMessage whole)
{
    bool isKnown = false;
    for (IncomingMessage &message : messages) {
        if (message.remoteId == whole.remoteId) {
            isKnown = true;
            message.text = whole.text;
            message.attachments = whole.attachments;
        }
    }
    if (!isKnown) {
        messages.append(std::move(whole));
    }
}

QSet<QString> namelessOf(const QList<IncomingMessage> &messages)
{
    QSet<QString> numbers;
    for (const IncomingMessage &message : messages) {
        for (const QString &handle : {message.authorHandle, message.personHandle}) {
            if (isNumber(handle)) {
                numbers.insert(handle);
            }
        }
    }
    return numbers;
}

void fillNames(QList<IncomingMessage> &messages, const QHash<QString, QString> &names)
{
    for (IncomingMessage &message : messages) {
        message.authorName = names.value(message.authorHandle);
        message.personName = names.value(message.personHandle);
    }
}

} // namespace aside::vk
