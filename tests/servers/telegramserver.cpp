// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/servers/telegramserver.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTcpSocket>

#include <algorithm>

namespace aside::test {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostAhead = 10; ///< as the server of the Bot API has it

QByteArray headerOf(const QByteArray &head, const QByteArray &name)
{
    for (const QByteArray &line : head.split('\n')) {
        if (line.toLower().startsWith(name + ':')) {
            return line.sliced(name.size() + 1).trimmed();
        }
    }
    return {};
}

QString attribute(const QByteArray &head, const QString &name)
{
    const QRegularExpression form(u"[; ]%1=\"([^\"]*)\""_s.arg(name));
    return form.match(QString::fromUtf8(head)).captured(1);
}

QJsonObject personOf(qint64 id)
{
    return {{u"id"_s, id}, {u"is_bot"_s, false}, {u"first_name"_s, u"Person %1"_s.arg(id)}};
}

} // namespace

TelegramServer::TelegramServer(std::optional<TelegramSpec> spec)
    : m_spec(std::move(spec))
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            connect(socket, &QIODevice::readyRead, this, [this, socket] { read(*socket); });
            connect(socket, &QAbstractSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QAbstractSocket::disconnected, this, [this, socket] {
                if (m_poll == socket) {
                    m_poll = nullptr;
                }
            });
        }
    });
    m_server.listen(QHostAddress::LocalHost);
}

QUrl TelegramServer::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_server.serverPort()));
}

qint64 TelegramServer::write(qint64 person, const QString &text, const QJsonObject &more)
{
    m_started.insert(person);
    return post(person, person, text, more);
}

qint64 TelegramServer::post(qint64 person, qint64 group, const QString &text, const QJsonObject &more)
{
    QJsonObject message{{u"message_id"_s, m_nextMessage},
                        {u"date"_s, date},
                        {u"chat"_s, chatOf(group)},
                        {u"from"_s, personOf(person)}};
    if (!text.isEmpty()) {
        message.insert(u"text"_s, text);
    }
    for (auto each = more.begin(); each != more.end(); ++each) {
        message.insert(each.key(), each.value());
    }
    push(u"message"_s, message);
    return m_nextMessage++;
}

QJsonObject TelegramServer::chatOf(qint64 chat) const
{
    return chat > 0
        ? QJsonObject{{u"id"_s, chat}, {u"type"_s, u"private"_s}, {u"first_name"_s, u"Person %1"_s.arg(chat)}}
        : QJsonObject{{u"id"_s, chat}, {u"type"_s, u"supergroup"_s}, {u"title"_s, u"Buyers"_s}};
}

void TelegramServer::push(const QString &kind, const QJsonObject &what)
{
    const QJsonObject update{{u"update_id"_s, m_nextUpdate++}, {kind, what}};
    if (const QString wrong = m_spec ? m_spec->checkValue(u"Update"_s, update) : QString();
        !wrong.isEmpty()) {
        refused.append(u"our own update: "_s + wrong);
    }
    m_updates.push_back(update);
    if (m_poll) {
        QTcpSocket &socket = *m_poll;
        m_poll = nullptr;
        answer(socket, page(100));
    }
}

QJsonArray TelegramServer::page(int limit) const
{
    QJsonArray updates;
    for (const QJsonObject &update : m_updates) {
        if (updates.size() == limit && !ignoresLimit) {
            break;
        }
        updates.append(update);
    }
    return updates;
}

void TelegramServer::read(QTcpSocket &socket)
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
        handle(socket,
               {.path = QByteArray::fromPercentEncoding(head.split(' ').value(1)),
                .type = headerOf(head, "content-type"),
                .body = socket.read(length)});
    }
}

void TelegramServer::handle(QTcpSocket &socket, const Request &request)
{
    const QString path = QString::fromUtf8(request.path);
    const QString bot = u"bot"_s + QString::fromLatin1(token);
    if (path.startsWith("/file/"_L1 + bot + u'/')) {
        giveFile(socket, path.sliced(bot.size() + 7));
        return;
    }
    if (!path.startsWith(u'/' + bot + u'/')) {
        refuse(socket, {.code = 401, .words = u"Unauthorized"_s});
        return;
    }
    const QString method = path.section(u'/', 2);
    calls.append(method);
    const bool isJson = request.type.startsWith("application/json");
    const Form form = isJson ? Form() : readForm(request);
    const QJsonObject parameters = isJson ? QJsonDocument::fromJson(request.body).object()
        : m_spec                          ? m_spec->toJson(method, form.fields)
                                          : QJsonObject();
    QStringList files;
    for (const QString &name : form.files.keys()) {
        if (!form.fields.value(u"media"_s).contains("attach://" + name.toUtf8())) {
            files.append(name);
        }
    }
    const QString wrong = !m_spec ? QString()
        : isJson                  ? m_spec->checkJson(method, parameters)
                                  : m_spec->checkForm(method, form.fields, files);
    if (!wrong.isEmpty()) {
        refused.append(wrong);
        refuse(socket, {.code = 400, .words = u"Bad Request: "_s + wrong});
        return;
    }
    call(socket, method, parameters, form);
}

void TelegramServer::call(QTcpSocket &socket, const QString &method, const QJsonObject &parameters,
                          const Form &form)
{
    bool hangsUp = false;
    if (auto &scripts = m_scripts[method]; !scripts.empty()) {
        const Scripted scripted = scripts.front();
        scripts.pop_front();
        hangsUp = scripted.code == 0;
        if (!hangsUp) {
            refuse(socket, scripted);
            return;
        }
    }
    if (method == "getMe"_L1) {
        answer(socket,
               QJsonObject{{u"id"_s, 7},
                           {u"is_bot"_s, true},
                           {u"first_name"_s, u"Shop"_s},
                           {u"username"_s, u"shop_bot"_s}});
    } else if (method == "getUpdates"_L1) {
        giveUpdates(socket, parameters);
    } else if (method == "getFile"_L1) {
        const QString id = parameters.value("file_id"_L1).toString();
        if (m_files.contains(id)) {
            answer(socket,
                   QJsonObject{{u"file_id"_s, id},
                               {u"file_unique_id"_s, u"u"_s},
                               {u"file_path"_s, u"files/"_s + id}});
        } else {
            refuse(socket, {.code = 400, .words = u"Bad Request: wrong file_id"_s});
        }
    } else if (method.startsWith("send"_L1)) {
        for (const auto &[name, content] : form.files.asKeyValueRange()) {
            uploads.append({name, content});
        }
        if (hangsUp) {
            sent.append(parameters);
            socket.abort();
            return;
        }
        sendMessage(socket, method, parameters);
    } else {
        refuse(socket, {.code = 404, .words = u"Not Found"_s});
    }
}

void TelegramServer::giveUpdates(QTcpSocket &socket, const QJsonObject &parameters)
{
    const qint64 asked = parameters.value("offset"_L1).toInteger();
    offsets.append(asked);
    // One that is far ahead of all that was counted has no meaning, and it begins at its oldest.
    const qint64 offset = asked > m_nextUpdate + mostAhead ? 0 : asked;
    if (m_poll && m_poll != &socket) {
        QTcpSocket &other = *m_poll;
        m_poll = nullptr;
        refuse(
            other,
            {.code = 409,
             .words
             = u"Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"_s});
    }
    while (!m_updates.empty() && m_updates.front().value("update_id"_L1).toInteger() < offset) {
        m_updates.pop_front();
    }
    if (m_updates.empty() && parameters.value("timeout"_L1).toInt() > 0) {
        m_poll = &socket;
        return;
    }
    answer(socket, page(parameters.value("limit"_L1).toInt(100)));
}

void TelegramServer::giveFile(QTcpSocket &socket, const QString &path)
{
    const QString id = path.section(u'/', 1);
    if (m_files.contains(id)) {
        respond(socket, 200, "Content-Type: application/octet-stream\r\n", m_files.value(id));
    } else {
        respond(socket, 404, "Content-Type: text/plain\r\n", "not found");
    }
}

std::optional<TelegramServer::Scripted> TelegramServer::whyNot(qint64 chat) const
{
    if (m_moved.contains(chat)) {
        return Scripted{.code = 400,
                        .words = u"Bad Request: group chat was upgraded to a supergroup chat"_s,
                        .parameters = {{u"migrate_to_chat_id"_s, m_moved.value(chat)}}};
    }
    if (m_blocked.contains(chat)) {
        return Scripted{.code = 403, .words = u"Forbidden: bot was blocked by the user"_s};
    }
    if (chat > 0 && !m_started.contains(chat)) {
        return Scripted{.code = 403, .words = u"Forbidden: bot can't initiate conversation with a user"_s};
    }
    return std::nullopt;
}

void TelegramServer::sendMessage(QTcpSocket &socket, const QString &method, const QJsonObject &parameters)
{
    const qint64 chat = parameters.value("chat_id"_L1).toInteger();
    if (const auto reason = whyNot(chat)) {
        refuse(socket, *reason);
        return;
    }
    if (const QString wrong = wrongEntities(parameters); !wrong.isEmpty()) {
        refused.append(wrong);
        refuse(socket, {.code = 400, .words = wrong});
        return;
    }
    if (const auto wrong = takeMarkup(chat, parameters)) {
        refused.append(wrong->words);
        refuse(socket, *wrong);
        return;
    }
    sent.append(parameters);
    const QJsonObject message{
        {u"message_id"_s, m_nextMessage++},
        {u"date"_s, date},
        {u"chat"_s, chatOf(chat)},
        {u"from"_s, QJsonObject{{u"id"_s, 7}, {u"is_bot"_s, true}, {u"first_name"_s, u"Shop"_s}}},
        {u"text"_s, parameters.value("text"_L1).toString()}};
    answer(socket, method == "sendMediaGroup"_L1 ? QJsonValue(QJsonArray{message}) : QJsonValue(message));
}

TelegramServer::Form TelegramServer::readForm(const Request &request)
{
    Form form;
    const QString type = QString::fromLatin1(request.type);
    static const QRegularExpression boundaryForm(u"boundary=\"?([^\";]+)"_s);
    const QByteArray boundary = "--" + boundaryForm.match(type).captured(1).toLatin1();
    qsizetype at = request.body.indexOf(boundary);
    while (at >= 0) {
        const qsizetype from = at + boundary.size() + 2;
        const qsizetype end = request.body.indexOf("\r\n" + boundary, from);
        const qsizetype middle = request.body.indexOf("\r\n\r\n", from);
        if (end < 0 || middle < 0) {
            break;
        }
        const QByteArray head = request.body.sliced(from, middle - from);
        const QByteArray data = request.body.sliced(middle + 4, end - middle - 4);
        auto &into = head.contains("filename=") ? form.files : form.fields;
        into.insert(attribute(head, u"name"_s), data);
        at = end + 2;
    }
    return form;
}

void TelegramServer::answer(QTcpSocket &socket, const QJsonValue &result)
{
    const QJsonObject json{{u"ok"_s, true}, {u"result"_s, result}};
    respond(socket, 200, "Content-Type: application/json\r\n",
            QJsonDocument(json).toJson(QJsonDocument::Compact));
}

void TelegramServer::refuse(QTcpSocket &socket, const Scripted &answer)
{
    QJsonObject json{{u"ok"_s, false}, {u"error_code"_s, answer.code}, {u"description"_s, answer.words}};
    if (!answer.parameters.isEmpty()) {
        json.insert(u"parameters"_s, answer.parameters);
    }
    const QByteArray body
        = answer.raw.isEmpty() ? QJsonDocument(json).toJson(QJsonDocument::Compact) : answer.raw;
    respond(socket, answer.code, "Content-Type: application/json\r\n", body);
}

void TelegramServer::respond(QTcpSocket &socket, int status, const QByteArray &headers,
                             const QByteArray &body)
{
    socket.write("HTTP/1.1 " + QByteArray::number(status) + " Status\r\n" + headers
                 + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

} // namespace aside::test
