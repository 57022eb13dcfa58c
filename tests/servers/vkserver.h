// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/servers/vkspec.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QPointer>
#include <QSet>
#include <QTcpServer>
#include <QUrl>

#include <deque>

class QTcpSocket;

namespace aside::test {

/// VK on a free port of this machine: one community, the talks with it, the comments on its wall and its long
/// poll. It lets the community write to nobody who has not allowed it, knows messages again by their
/// random_id or guid, and refuses what VK's schema does not allow.
class VkServer : public QObject
{
    Q_OBJECT
public:
    using Fields = QHash<QString, QByteArray>;
    /// What it says to the next calls of a method instead of doing them.
    struct Scripted {
        int code = 10; ///< 0: does it and hangs up
        QString words{};
        QJsonObject more{}; ///< beside the words
        QByteArray raw{}; ///< instead of JSON
    };

    explicit VkServer(std::optional<VkSpec> spec);

    [[nodiscard]] QUrl url() const;
    /// A person writes in private; answers with its number in the talk.
    qint64 write(qint64 person, const QString &text, const QJsonObject &more = {});
    /// The same, but the event of it has only the first characters.
    qint64 writeLong(qint64 person, const QString &text, qsizetype told);
    /// A person comments a post; answers with the number of the comment.
    qint64 comment(qint64 person, qint64 post, const QString &text, const QJsonObject &more = {});
    void push(const QString &type, const QJsonObject &object, const QString &event = {});
    /// It was said, and the long poll has lost it.
    void forgetEvents();
    /// The long poll begins anew, and counts from here.
    void countFrom(qint64 ts)
    {
        m_events.clear();
        m_firstEvent = ts;
    }
    void allow(qint64 person) { m_allowed.insert(person); }
    void script(const QString &method, const Scripted &answer) { m_scripts[method].push_back(answer); }
    /// What the next long poll says.
    void failPoll(const QJsonObject &answer) { m_pollFaults.push_back(answer); }

    [[nodiscard]] qsizetype count(const QString &method) const { return calls.count(method); }
    [[nodiscard]] bool isPolled() const { return !m_poll.isNull(); }
    [[nodiscard]] QJsonArray talk(qint64 person) const { return m_talks.value(person); }

    QByteArray token = "vk1.a.token-x";
    QString key = QStringLiteral("key-1");
    qint64 date = 1'789'999'990; ///< behind which all is said
    QJsonArray permissions{
        QJsonObject{{QStringLiteral("name"), QStringLiteral("messages")}, {QStringLiteral("setting"), 4096}}};
    QSet<qint64> gone; ///< who has deleted their page
    QList<QJsonObject> comments; ///< of the community, the oldest first
    QList<std::pair<QString, QByteArray>> uploads; ///< names and contents of files
    QHash<QString, QByteArray> files; ///< by their path
    QStringList calls; ///< methods, in their order
    QStringList refused; ///< what the schema does not allow, and tokens in addresses

private:
    QJsonObject keep(qint64 person, const QString &text, const QJsonObject &more);
    void read(QTcpSocket &socket);
    void handle(QTcpSocket &socket, const QString &path, const QByteArray &type, const QByteArray &body);
    void call(QTcpSocket &socket, const QString &method, const Fields &fields);
    [[nodiscard]] QJsonValue result(const QString &method, const Fields &fields);
    [[nodiscard]] QJsonValue file(const QString &method);
    [[nodiscard]] QJsonValue send(const Fields &fields);
    [[nodiscard]] QJsonValue reply(const Fields &fields);
    [[nodiscard]] QJsonValue people(const Fields &fields) const;
    [[nodiscard]] QJsonValue groups(const Fields &fields) const;
    [[nodiscard]] QJsonValue talks(const Fields &fields) const;
    [[nodiscard]] QJsonValue wholes(const Fields &fields) const;
    [[nodiscard]] QJsonValue history(const Fields &fields) const;
    [[nodiscard]] QJsonValue pollServer() const;
    void givePage(QTcpSocket &socket, const QUrl &url);
    [[nodiscard]] QJsonObject page(qint64 ts) const;
    void answer(QTcpSocket &socket, const QJsonObject &json);
    static void respond(QTcpSocket &socket, int status, const QByteArray &body);

    std::optional<VkSpec> m_spec;
    QHash<QString, std::deque<Scripted>> m_scripts;
    std::deque<QJsonObject> m_pollFaults;
    QList<QJsonObject> m_events;
    qint64 m_firstEvent = 1; ///< the ts behind which the first of them is
    QHash<qint64, QJsonArray> m_talks;
    QHash<QByteArray, QJsonValue> m_known; ///< answers by random_id and guid
    QSet<qint64> m_allowed;
    QPointer<QTcpSocket> m_poll;
    qint64 m_pollTs = 0;
    qint64 m_nextItem = 100;
    QTcpServer m_server; ///< last: its sockets tell us when they go
};

} // namespace aside::test
