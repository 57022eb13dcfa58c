// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/servers/vkserver.h"
#include "tests/servers/vkwords.h"

#include <algorithm>

namespace aside::test {

using namespace Qt::StringLiterals;

namespace {

qint64 number(const VkServer::Fields &fields, const QString &name, qint64 otherwise = 0)
{
    return fields.contains(name) ? fields.value(name).toLongLong() : otherwise;
}

} // namespace

QJsonValue VkServer::result(const QString &method, const Fields &fields)
{
    if (method == "groups.getById"_L1) {
        return groups(fields);
    }
    if (method == "groups.getTokenPermissions"_L1) {
        return QJsonObject{{u"mask"_s, 4096}, {u"permissions"_s, permissions}};
    }
    if (method == "groups.setLongPollSettings"_L1) {
        return 1;
    }
    if (method == "groups.getLongPollServer"_L1) {
        return pollServer();
    }
    if (method == "users.get"_L1) {
        return people(fields);
    }
    if (method == "messages.send"_L1) {
        return send(fields);
    }
    if (method == "wall.createComment"_L1) {
        return reply(fields);
    }
    if (method == "messages.isMessagesFromGroupAllowed"_L1) {
        const bool isAllowed = m_allowed.contains(number(fields, u"user_id"_s));
        return QJsonObject{{u"is_allowed"_s, isAllowed ? 1 : 0}};
    }
    if (method == "messages.getConversations"_L1) {
        return talks(fields);
    }
    if (method == "messages.getHistory"_L1) {
        return history(fields);
    }
    if (method == "messages.getById"_L1) {
        return wholes(fields);
    }
    return file(method);
}

/// Files are taken at other addresses, and kept by a call.
QJsonValue VkServer::file(const QString &method)
{
    if (method == "photos.getMessagesUploadServer"_L1) {
        return QJsonObject{{u"upload_url"_s, url().toString() + u"/upload/photo"_s}};
    }
    if (method == "docs.getMessagesUploadServer"_L1 || method == "docs.getWallUploadServer"_L1) {
        return QJsonObject{{u"upload_url"_s, url().toString() + u"/upload/file"_s}};
    }
    const QJsonObject saved{{u"id"_s, m_nextItem++}, {u"owner_id"_s, -vkGroup}, {u"access_key"_s, u"k"_s}};
    if (method == "photos.saveMessagesPhoto"_L1) {
        return QJsonArray{saved};
    }
    if (method == "docs.save"_L1) {
        return QJsonObject{{u"type"_s, u"doc"_s}, {u"doc"_s, saved}};
    }
    return refusal(3, u"Unknown method passed"_s);
}

QJsonValue VkServer::send(const Fields &fields)
{
    const QByteArray mark = "message " + fields.value(u"random_id"_s);
    if (m_known.contains(mark)) {
        return m_known.value(mark);
    }
    const qint64 person = number(fields, u"peer_ids"_s);
    if (!m_allowed.contains(person)) {
        const QJsonObject error{{u"code"_s, 901},
                                {u"description"_s, u"Can't send messages for users without permission"_s}};
        return QJsonArray{QJsonObject{{u"peer_id"_s, person}, {u"message_id"_s, 0}, {u"error"_s, error}}};
    }
    const qint64 item = m_talks[person].size() + 1;
    const QJsonObject message{{u"id"_s, m_nextItem},
                              {u"conversation_message_id"_s, item},
                              {u"date"_s, date + item},
                              {u"peer_id"_s, person},
                              {u"from_id"_s, -vkGroup},
                              {u"out"_s, 1},
                              {u"random_id"_s, number(fields, u"random_id"_s)},
                              {u"text"_s, QString::fromUtf8(fields.value(u"message"_s))},
                              {u"attachment"_s, QString::fromUtf8(fields.value(u"attachment"_s))}};
    m_talks[person].append(message);
    push(u"message_reply"_s, message);
    const QJsonArray said{QJsonObject{
        {u"peer_id"_s, person}, {u"message_id"_s, m_nextItem++}, {u"conversation_message_id"_s, item}}};
    m_known.insert(mark, said);
    return said;
}

QJsonValue VkServer::reply(const Fields &fields)
{
    const QByteArray mark = "comment " + fields.value(u"guid"_s);
    if (m_known.contains(mark)) {
        return m_known.value(mark);
    }
    const qint64 above = number(fields, u"reply_to_comment"_s);
    const qint64 post = number(fields, u"post_id"_s);
    const QString text = QString::fromUtf8(fields.value(u"message"_s));
    const qint64 id = comment(-vkGroup, post, text,
                              {{u"parents_stack"_s, QJsonArray{above}}, {u"reply_to_comment"_s, above}});
    comments.append({{u"id"_s, id},
                     {u"post_id"_s, post},
                     {u"reply_to_comment"_s, above},
                     {u"text"_s, text},
                     {u"attachments"_s, QString::fromUtf8(fields.value(u"attachments"_s))}});
    const QJsonObject said{{u"comment_id"_s, id}, {u"parents_stack"_s, QJsonArray{above}}};
    m_known.insert(mark, said);
    return said;
}

QJsonValue VkServer::people(const Fields &fields) const
{
    QJsonArray people;
    for (const QByteArray &id : fields.value(u"user_ids"_s).split(',')) {
        QJsonObject person{{u"id"_s, id.toLongLong()},
                           {u"first_name"_s, u"Person"_s},
                           {u"last_name"_s, QString::fromUtf8(id)}};
        if (gone.contains(id.toLongLong())) {
            addTo(person,
                  {{u"first_name"_s, u"DELETED"_s},
                   {u"last_name"_s, QString()},
                   {u"deactivated"_s, u"deleted"_s}});
        }
        people.append(person);
    }
    return people;
}

QJsonValue VkServer::groups(const Fields &fields) const
{
    QJsonArray groups;
    if (!fields.contains(u"group_ids"_s)) {
        groups.append(QJsonObject{{u"id"_s, vkGroup}, {u"name"_s, u"Shop"_s}, {u"screen_name"_s, u"shop"_s}});
    } else {
        for (const QByteArray &id : fields.value(u"group_ids"_s).split(',')) {
            groups.append(
                QJsonObject{{u"id"_s, id.toLongLong()}, {u"name"_s, u"Group "_s + QString::fromUtf8(id)}});
        }
    }
    return QJsonObject{{u"groups"_s, groups}, {u"profiles"_s, QJsonArray()}};
}

QJsonValue VkServer::talks(const Fields &fields) const
{
    QList<qint64> persons = m_talks.keys();
    std::ranges::sort(persons);
    QJsonArray items;
    for (const qint64 person : persons.mid(number(fields, u"offset"_s), number(fields, u"count"_s, 20))) {
        items.append(
            QJsonObject{{u"conversation"_s,
                         QJsonObject{{u"peer"_s, QJsonObject{{u"id"_s, person}, {u"type"_s, u"user"_s}}}}},
                        {u"last_message"_s, m_talks.value(person).last()}});
    }
    return QJsonObject{{u"count"_s, persons.size()}, {u"items"_s, items}};
}

QJsonValue VkServer::wholes(const Fields &fields) const
{
    const QList<QByteArray> wanted = fields.value(u"cmids"_s).split(',');
    QJsonArray items;
    for (const QJsonValue &message : m_talks.value(number(fields, u"peer_id"_s))) {
        const qint64 item = message.toObject().value(u"conversation_message_id"_s).toInteger();
        if (wanted.contains(QByteArray::number(item))) {
            items.append(message);
        }
    }
    return QJsonObject{{u"count"_s, items.size()}, {u"items"_s, items}};
}

QJsonValue VkServer::history(const Fields &fields) const
{
    const QJsonArray talk = m_talks.value(number(fields, u"peer_id"_s));
    QJsonArray items;
    const qint64 offset = number(fields, u"offset"_s);
    for (qint64 at = talk.size() - 1 - offset; at >= 0 && items.size() < number(fields, u"count"_s, 20);
         --at) {
        items.append(talk.at(at));
    }
    return QJsonObject{{u"count"_s, talk.size()}, {u"items"_s, items}};
}

} // namespace aside::test
