// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/servers/vkserver.h"

#include "tests/servers/vkwords.h"

#include <QJsonDocument>
#include <QTcpSocket>

namespace aside::test {

using namespace Qt::StringLiterals;

namespace {

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
