// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QPointer>
#include <QSet>
#include <QTcpServer>
#include <QUrl>
#include <QUrlQuery>

#include <deque>

class QTcpSocket;

namespace aside::test {

/// A Mastodon server on a free port of this machine: the account shop, people, what they said, files, and who
/// may sign in. Ids are over 2^53. Where a test wants it lacks what other servers lack. What is asked of it
/// is held against the description of the interface by PrismDoor.
class MastodonServer : public QObject
{
    Q_OBJECT
public:
    /// What it says to the next requests for a path instead of doing them.
    struct Scripted {
        int status = 500; ///< 0: does it and hangs up
        QByteArray body = R"({"error":"scripted"})";
        QByteArray headers{};
        QByteArray type = "application/json";
    };
    struct Upload {
        QString fileName;
        QString description;
        QByteArray content;
    };

    /// On this port, where one is named.
    explicit MastodonServer(quint16 port = 0);

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] QUrl url() const;
    /// Somebody writes; whoever writes "@shop" is heard. Answers with the id of the status.
    QString write(const QString &person, const QString &text, const QJsonObject &more = {});
    void edit(const QString &id, const QString &text);
    void remove(const QString &id);
    /// It notifies of the status again.
    void repeat(const QString &id) { m_notifications.append({QString::number(m_next++), id}); }
    void countFrom(qint64 id) { m_next = id; }
    /// As after it was restored from a copy: it notifies of nothing that was, and counts from further back.
    void goBack()
    {
        m_notifications.clear();
        m_next -= 1'000'000'000;
    }
    /// "METHOD /path".
    void script(const QString &call, const Scripted &answer) { m_scripts[call].push_back(answer); }
    /// What the person who signed in at this page is sent back with.
    [[nodiscard]] QUrl consent(const QUrl &page);
    /// What happened goes to whoever listens.
    void say(const QByteArray &event, const QByteArray &data);
    void hangUp();

    [[nodiscard]] qsizetype count(const QString &call) const { return calls.count(call); }
    [[nodiscard]] bool isListenedTo() const { return !m_listener.isNull(); }
    [[nodiscard]] QJsonObject status(const QString &id) const { return m_statuses.value(id); }
    [[nodiscard]] QList<QJsonObject> sent() const; ///< by the shop, the oldest first
    void forgetKeys() { m_keys.clear(); }

    QByteArray token = "masto-token-x";
    QSet<QString> lacks; ///< paths that it does not know
    QString version = QStringLiteral("4.5.0");
    bool takesKeys = true;
    bool saysPrivate = false; ///< of a direct status
    qint64 beganAt = 1'789'900'000; ///< in seconds: its first id; each id is a second later
    int slowness = 0; ///< how often a file is not ready yet
    int pagesWithoutLimit = 0; ///< so many of the next give all there is
    int left = 299; ///< requests
    QList<Upload> uploads;
    QStringList calls; ///< in their order
    QList<QJsonObject> bodies; ///< of the statuses that were asked for
    QList<QByteArray> keys; ///< of the same, empty where there was none

private:
    struct Request {
        QString method;
        QString path;
        QUrlQuery query;
        QHash<QByteArray, QByteArray> headers;
        QByteArray body;
    };

    void read(QTcpSocket &socket);
    void handle(QTcpSocket &socket, const Request &request);
    void answer(QTcpSocket &socket, const Request &request, bool hangsUp);
    [[nodiscard]] bool answerSignIn(QTcpSocket &socket, const Request &request);
    void giveToken(QTcpSocket &socket, const Request &request);
    void giveNotifications(QTcpSocket &socket, const Request &request);
    void giveStatus(QTcpSocket &socket, const Request &request);
    void giveMedia(QTcpSocket &socket, const QString &id);
    void takeStatus(QTcpSocket &socket, const Request &request, bool hangsUp);
    void takeMedia(QTcpSocket &socket, const Request &request);
    void listen(QTcpSocket &socket);
    QString keep(const QString &person, const QString &text, const QString &visibility,
                 const QJsonObject &more);
    [[nodiscard]] QJsonObject accountOf(const QString &person) const;
    [[nodiscard]] QJsonArray mentionsIn(const QString &text) const;
    [[nodiscard]] QJsonArray chain(const QString &id, bool isUp) const;
    void respond(QTcpSocket &socket, int status, const QJsonValue &json,
                 const QByteArray &headers = {}) const;
    void refuse(QTcpSocket &socket, int status, const QString &words) const;

    QHash<QString, QJsonObject> m_statuses;
    QStringList m_order; ///< of their ids
    QList<std::pair<QString, QString>> m_notifications; ///< their ids and those of the statuses
    QHash<QString, std::deque<Scripted>> m_scripts;
    QHash<QByteArray, QString> m_keys;
    QHash<QString, int> m_media; ///< how often each is not ready yet
    QHash<QString, QUrlQuery> m_codes;
    QPointer<QTcpSocket> m_listener;
    qint64 m_next = 116'000'000'000'000'001;
    QTcpServer m_server; ///< last: its sockets tell us when they go
};

} // namespace aside::test
