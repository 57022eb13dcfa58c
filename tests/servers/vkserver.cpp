// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/servers/vkserver.h"

#include <QJsonDocument>
#include <QTcpSocket>
#include <QUrlQuery>

#include <algorithm>

namespace aside::test {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 group = 7;

QByteArray headerOf(const QByteArray &head, const QByteArray &name)
{
    for (const QByteArray &line : head.split('\n')) {
        if (line.toLower().startsWith(name + ':')) {
            return line.sliced(name.size() + 1).trimmed();
        }
    }
    return {};
}

VkServer::Fields fieldsOf(const QByteArray &body)
{
    VkServer::Fields fields;
    for (const QByteArray &pair : QByteArray(body).replace('+', ' ').split('&')) {
        const qsizetype at = pair.indexOf('=');
        if (at > 0) {
            fields.insert(QString::fromUtf8(QByteArray::fromPercentEncoding(pair.first(at))),
                          QByteArray::fromPercentEncoding(pair.sliced(at + 1)));
        }
    }
    return fields;
}

qint64 number(const VkServer::Fields &fields, const QString &name, qint64 otherwise = 0)
{
    return fields.contains(name) ? fields.value(name).toLongLong() : otherwise;
}

void addTo(QJsonObject &object, const QJsonObject &more)
{
    for (auto each = more.begin(); each != more.end(); ++each) {
        object.insert(each.key(), each.value());
    }
}

/// A refusal in the place of an answer.
QJsonObject refusal(int code, const QString &words)
{
    return {{u"error_code"_s, code}, {u"error_msg"_s, words}};
}

} // namespace

VkServer::VkServer(std::optional<VkSpec> spec)
    : m_spec(std::move(spec))
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            connect(socket, &QIODevice::readyRead, this, [this, socket] { read(*socket); });
            connect(socket, &QAbstractSocket::disconnected, socket, &QObject::deleteLater);
        }
    });
    m_server.listen(QHostAddress::LocalHost);
}

QUrl VkServer::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_server.serverPort()));
}

qint64 VkServer::write(qint64 person, const QString &text, const QJsonObject &more)
{
    m_allowed.insert(person);
    const qint64 item = m_talks[person].size() + 1;
    QJsonObject message{{u"id"_s, m_nextItem++},
                        {u"conversation_message_id"_s, item},
                        {u"date"_s, date + item},
                        {u"peer_id"_s, person},
                        {u"from_id"_s, person},
                        {u"text"_s, text},
                        {u"out"_s, 0},
                        {u"random_id"_s, 0}};
    addTo(message, more);
    m_talks[person].append(message);
    push(u"message_new"_s, {{u"message"_s, message}, {u"client_info"_s, QJsonObject()}});
    return item;
}

qint64 VkServer::comment(qint64 person, qint64 post, const QString &text, const QJsonObject &more)
{
    const qint64 id = m_nextItem++;
    QJsonObject object{{u"id"_s, id},
                       {u"from_id"_s, person},
                       {u"date"_s, date},
                       {u"text"_s, text},
                       {u"post_id"_s, post},
                       {u"owner_id"_s, -group},
                       {u"parents_stack"_s, QJsonArray()}};
    addTo(object, more);
    push(u"wall_reply_new"_s, object);
    return id;
}

void VkServer::push(const QString &type, const QJsonObject &object, const QString &event)
{
    const qint64 ts = m_firstEvent + m_events.size();
    m_events.append({{u"type"_s, type},
                     {u"object"_s, object},
                     {u"group_id"_s, group},
                     {u"event_id"_s, event.isEmpty() ? u"e%1"_s.arg(ts) : event},
                     {u"v"_s, u"5.199"_s}});
    if (m_poll) {
        QTcpSocket &socket = *m_poll;
        m_poll = nullptr;
        answer(socket, page(m_pollTs));
    }
}

void VkServer::forgetEvents()
{
    m_firstEvent += m_events.size();
    m_events.clear();
}

void VkServer::read(QTcpSocket &socket)
{
    while (socket.isOpen()) { // not after it hung up
        const QByteArray there = socket.peek(socket.bytesAvailable());
        const qsizetype headSize = there.indexOf("\r\n\r\n") + 4;
        if (headSize < 4) {
            return;
        }
        const QByteArray head = there.first(headSize);
        const qsizetype length = headerOf(head, "content-length").toLongLong();
        if (there.size() < headSize + length) {
            return;
        }
        socket.read(headSize);
        const QByteArray body = socket.read(length);
        const QByteArray path = head.split(' ').value(1);
        if (path.contains(token)) {
            refused.append(u"a token in an address"_s);
        }
        handle(socket, QString::fromUtf8(path), headerOf(head, "content-type"), body);
    }
}

void VkServer::handle(QTcpSocket &socket, const QString &path, const QByteArray &type, const QByteArray &body)
{
    if (path.startsWith("/method/"_L1)) {
        call(socket, path.section(u'/', 2), fieldsOf(body));
    } else if (path.startsWith("/poll"_L1)) {
        givePage(socket, QUrl(path));
    } else if (path.startsWith("/upload/"_L1) && type.startsWith("multipart/form-data")) {
        const qsizetype from = body.indexOf("\r\n\r\n") + 4;
        const QString field = path.section(u'/', 2);
        uploads.append({field, body.sliced(from, body.lastIndexOf("\r\n--") - from)});
        answer(socket,
               field == "photo"_L1 ? QJsonObject{{u"server"_s, 1}, {u"photo"_s, u"[]"_s}, {u"hash"_s, u"h"_s}}
                                   : QJsonObject{{u"file"_s, u"f"_s}});
    } else if (files.contains(path)) {
        respond(socket, 200, files.value(path));
    } else {
        respond(socket, 404, "not found");
    }
}

void VkServer::call(QTcpSocket &socket, const QString &method, const Fields &fields)
{
    calls.append(method);
    const QString wrong = m_spec ? m_spec->check(method, fields) : QString();
    if (!wrong.isEmpty()) {
        refused.append(wrong);
        answer(socket, {{u"error"_s, refusal(100, wrong)}});
        return;
    }
    if (fields.value(u"access_token"_s) != token) {
        answer(socket, {{u"error"_s, refusal(5, u"User authorization failed"_s)}});
        return;
    }
    bool hangsUp = false;
    if (auto &scripts = m_scripts[method]; !scripts.empty()) {
        const Scripted scripted = scripts.front();
        scripts.pop_front();
        hangsUp = scripted.code == 0;
        if (!scripted.raw.isEmpty()) {
            respond(socket, 200, scripted.raw);
            return;
        }
        if (!hangsUp) {
            QJsonObject error = refusal(scripted.code, scripted.words);
            addTo(error, scripted.more);
            answer(socket, {{u"error"_s, error}});
            return;
        }
    }
    const QJsonValue said = result(method, fields);
    if (hangsUp) {
        socket.abort();
    } else if (said.toObject().contains(u"error_code")) {
        answer(socket, {{u"error"_s, said}});
    } else {
        answer(socket, {{u"response"_s, said}});
    }
}

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
    if (method == "photos.getMessagesUploadServer"_L1) {
        return QJsonObject{{u"upload_url"_s, url().toString() + u"/upload/photo"_s}};
    }
    if (method == "docs.getMessagesUploadServer"_L1 || method == "docs.getWallUploadServer"_L1) {
        return QJsonObject{{u"upload_url"_s, url().toString() + u"/upload/file"_s}};
    }
    const QJsonObject saved{{u"id"_s, m_nextItem++}, {u"owner_id"_s, -group}, {u"access_key"_s, u"k"_s}};
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
                              {u"from_id"_s, -group},
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
    const qint64 id = comment(-group, post, text,
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
        people.append(QJsonObject{{u"id"_s, id.toLongLong()},
                                  {u"first_name"_s, u"Person"_s},
                                  {u"last_name"_s, QString::fromUtf8(id)}});
    }
    return people;
}

QJsonValue VkServer::groups(const Fields &fields) const
{
    QJsonArray groups;
    if (!fields.contains(u"group_ids"_s)) {
        groups.append(QJsonObject{{u"id"_s, group}, {u"name"_s, u"Shop"_s}, {u"screen_name"_s, u"shop"_s}});
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

QJsonValue VkServer::pollServer() const
{
    return QJsonObject{{u"key"_s, key},
                       {u"server"_s, url().toString() + u"/poll"_s},
                       {u"ts"_s, QString::number(m_firstEvent + m_events.size())}};
}

void VkServer::givePage(QTcpSocket &socket, const QUrl &url)
{
    const QUrlQuery query(url);
    const qint64 ts = query.queryItemValue(u"ts"_s).toLongLong();
    const QString last = QString::number(m_firstEvent + m_events.size());
    if (!m_pollFaults.empty()) {
        const QJsonObject fault = m_pollFaults.front();
        m_pollFaults.pop_front();
        answer(socket, fault);
    } else if (query.queryItemValue(u"act"_s) != "a_check"_L1 || query.queryItemValue(u"key"_s) != key) {
        answer(socket, {{u"failed"_s, 2}});
    } else if (ts < m_firstEvent || ts > last.toLongLong()) {
        answer(socket, {{u"failed"_s, 1}, {u"ts"_s, last}});
    } else if (ts == last.toLongLong() && query.queryItemValue(u"wait"_s).toInt() > 0) {
        m_poll = &socket;
        m_pollTs = ts;
    } else {
        answer(socket, page(ts));
    }
}

QJsonObject VkServer::page(qint64 ts) const
{
    QJsonArray updates;
    for (qint64 at = ts - m_firstEvent; at < m_events.size(); ++at) {
        updates.append(m_events.at(at));
    }
    return {{u"ts"_s, QString::number(m_firstEvent + m_events.size())}, {u"updates"_s, updates}};
}

void VkServer::answer(QTcpSocket &socket, const QJsonObject &json)
{
    respond(socket, 200, QJsonDocument(json).toJson(QJsonDocument::Compact));
}

void VkServer::respond(QTcpSocket &socket, int status, const QByteArray &body)
{
    socket.write("HTTP/1.1 " + QByteArray::number(status)
                 + " Status\r\nContent-Type: application/json\r\nContent-Length: "
                 + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

} // namespace aside::test
