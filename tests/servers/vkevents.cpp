// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/servers/vkserver.h"
#include "tests/servers/vkwords.h"

#include <QTcpSocket>
#include <QUrlQuery>

namespace aside::test {

using namespace Qt::StringLiterals;

QJsonObject VkServer::keep(qint64 person, const QString &text, const QJsonObject &more)
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
    return message;
}

qint64 VkServer::write(qint64 person, const QString &text, const QJsonObject &more)
{
    const QJsonObject message = keep(person, text, more);
    push(u"message_new"_s, {{u"message"_s, message}, {u"client_info"_s, QJsonObject()}});
    return m_talks.value(person).size();
}

qint64 VkServer::writeLong(qint64 person, const QString &text, qsizetype told)
{
    QJsonObject message = keep(person, text, {});
    message.insert(u"text"_s, text.first(told));
    message.insert(u"is_cropped"_s, true);
    push(u"message_new"_s, {{u"message"_s, message}, {u"client_info"_s, QJsonObject()}});
    return m_talks.value(person).size();
}

qint64 VkServer::comment(qint64 person, qint64 post, const QString &text, const QJsonObject &more)
{
    const qint64 id = m_nextItem++;
    QJsonObject object{{u"id"_s, id},
                       {u"from_id"_s, person},
                       {u"date"_s, date},
                       {u"text"_s, text},
                       {u"post_id"_s, post},
                       {u"owner_id"_s, -vkGroup},
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
                     {u"group_id"_s, vkGroup},
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

} // namespace aside::test
