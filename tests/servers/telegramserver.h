// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/servers/telegramspec.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QPointer>
#include <QSet>
#include <QTcpServer>
#include <QUrl>

#include <deque>

class QTcpSocket;

namespace aside::test {

/// A server of the Bot API on a free port of this machine: one bot, its chats and what was said in them. It
/// keeps updates until they are confirmed, gives them to one consumer, lets the bot write to nobody who has
/// not written first, and refuses what the description of the Bot API does not allow.
class TelegramServer : public QObject
{
    Q_OBJECT
public:
    /// What it says to the next calls of a method instead of doing them.
    struct Scripted {
        int code = 500; ///< 0: does it and hangs up
        QString words{};
        QJsonObject parameters{};
        QByteArray raw{}; ///< instead of JSON
    };

    explicit TelegramServer(std::optional<TelegramSpec> spec);

    [[nodiscard]] QUrl url() const;
    /// A person writes in private; answers with the number of the message.
    qint64 write(qint64 person, const QString &text, const QJsonObject &more = {});
    /// A person writes in a group.
    qint64 post(qint64 person, qint64 group, const QString &text, const QJsonObject &more = {});
    /// An update of any kind.
    void push(const QString &kind, const QJsonObject &what);
    /// Of updates, as after a week in which nothing was said: the next number is any.
    void countFrom(qint64 update) { m_nextUpdate = update; }
    void block(qint64 person) { m_blocked.insert(person); }
    /// A person presses the button that the bot showed, if there is one, or sends a contact as of `owner`.
    bool pressShareNumber(qint64 person, const QString &number);
    void sendContact(qint64 person, qint64 owner, const QString &number, qint64 chat = 0);
    /// The button as the person sees it; empty: there is none.
    [[nodiscard]] QString buttonOf(qint64 person) const { return m_buttons.value(person); }
    /// The group becomes another one.
    void migrate(qint64 group, qint64 newGroup) { m_moved.insert(group, newGroup); }
    void addFile(const QString &id, const QByteArray &content) { m_files.insert(id, content); }
    void script(const QString &method, const Scripted &answer) { m_scripts[method].push_back(answer); }

    [[nodiscard]] qsizetype pending() const { return m_updates.size(); }
    [[nodiscard]] qsizetype count(const QString &method) const { return calls.count(method); }
    [[nodiscard]] bool isPolled() const { return !m_poll.isNull(); }

    QByteArray token = "7:AAtoken-x";
    qint64 date = 1'789'999'990; ///< of what is said
    QList<QJsonObject> sent; ///< messages of the bot, the oldest first
    QList<std::pair<QString, QByteArray>> uploads; ///< names and contents of files
    QStringList calls; ///< methods, in their order
    QStringList refused; ///< what the description does not allow
    QList<qint64> offsets; ///< of getUpdates
    bool ignoresLimit = false;

private:
    struct Request {
        QByteArray path;
        QByteArray type;
        QByteArray body;
    };
    struct Form {
        QHash<QString, QByteArray> fields;
        QHash<QString, QByteArray> files;
    };

    void read(QTcpSocket &socket);
    void handle(QTcpSocket &socket, const Request &request);
    void call(QTcpSocket &socket, const QString &method, const QJsonObject &parameters, const Form &form);
    void giveUpdates(QTcpSocket &socket, const QJsonObject &parameters);
    void giveFile(QTcpSocket &socket, const QString &path);
    void sendMessage(QTcpSocket &socket, const QString &method, const QJsonObject &parameters);
    [[nodiscard]] std::optional<Scripted> whyNot(qint64 chat) const;
    [[nodiscard]] static QString wrongEntities(const QJsonObject &parameters);
    [[nodiscard]] std::optional<Scripted> takeMarkup(qint64 chat, const QJsonObject &parameters);
    [[nodiscard]] QJsonObject chatOf(qint64 chat) const;
    [[nodiscard]] static Form readForm(const Request &request);
    [[nodiscard]] QJsonArray page(int limit) const;
    static void answer(QTcpSocket &socket, const QJsonValue &result);
    static void refuse(QTcpSocket &socket, const Scripted &answer);
    static void respond(QTcpSocket &socket, int status, const QByteArray &headers, const QByteArray &body);

    std::optional<TelegramSpec> m_spec;
    std::deque<QJsonObject> m_updates;
    QHash<QString, std::deque<Scripted>> m_scripts;
    QHash<QString, QByteArray> m_files;
    QHash<qint64, qint64> m_moved;
    QSet<qint64> m_started;
    QSet<qint64> m_blocked;
    QHash<qint64, QString> m_buttons; ///< by chat: one that gives the phone number
    QPointer<QTcpSocket> m_poll; ///< who waits for updates
    qint64 m_nextUpdate = 100;
    qint64 m_nextMessage = 1;
    QTcpServer m_server; ///< last: its sockets tell us when they go
};

} // namespace aside::test
