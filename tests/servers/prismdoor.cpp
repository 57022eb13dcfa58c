// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/servers/prismdoor.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>

namespace aside::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int startPatience = 150'000;

/// A port that was free a moment ago.
quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

} // namespace

PrismDoor::PrismDoor(quint16 target)
    : m_target(target)
{
    connect(&m_door, &QTcpServer::newConnection, this, &PrismDoor::accept);
}

PrismDoor::~PrismDoor()
{
    m_prism.terminate();
    if (!m_prism.waitForFinished(5'000)) {
        m_prism.kill();
        m_prism.waitForFinished();
    }
}

QString PrismDoor::start(const QString &description)
{
    const QString program = QStringLiteral(TEST_TOOLS_DIR) + u"/node_modules/.bin/prism"_s;
    if (!QFile::exists(program)) {
        return u"there is no Prism in build/tools: ./dev setup test fetches it"_s;
    }
    m_port = freePort();
    m_prism.setProcessChannelMode(QProcess::MergedChannels);
    m_prism.start(program,
                  {u"proxy"_s, description, u"http://127.0.0.1:%1"_s.arg(m_target), u"--errors"_s, u"-h"_s,
                   u"127.0.0.1"_s, u"-p"_s, QString::number(m_port)});
    QByteArray said;
    while (!said.contains("is listening")) {
        if (!m_prism.waitForReadyRead(startPatience)) {
            return u"Prism did not start: "_s + QString::fromUtf8(said.right(500));
        }
        said += m_prism.readAll();
    }
    connect(&m_prism, &QIODevice::readyRead, this, [this] { m_prism.readAll(); });
    m_door.listen(QHostAddress::LocalHost);
    return {};
}

QUrl PrismDoor::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_door.serverPort()));
}

/// Prism says in a header what it found.
void PrismDoor::accept()
{
    while (QTcpSocket *client = m_door.nextPendingConnection()) {
        auto *prism = new QTcpSocket(client);
        prism->connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
        connect(client, &QAbstractSocket::disconnected, client, &QObject::deleteLater);
        connect(prism, &QAbstractSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        connect(client, &QIODevice::readyRead, prism, [this, client, prism] {
            const QByteArray bytes = client->readAll();
            if (const qsizetype end = bytes.indexOf(" HTTP/1.1\r\n"); end > 0) {
                prism->setProperty("asked", bytes.first(end));
            }
            prism->write(bytes);
        });
        connect(prism, &QIODevice::readyRead, client, [this, client, prism] {
            const QByteArray bytes = prism->readAll();
            const qsizetype from = bytes.toLower().indexOf("sl-violations:");
            const bool isRefusal = bytes.contains("stoplight.io/prism/errors");
            if (from >= 0 || isRefusal) {
                const QByteArray why
                    = from < 0 ? bytes.right(800) : bytes.sliced(from).split('\r').constFirst();
                refused.append(
                    QString::fromUtf8(prism->property("asked").toByteArray() + ": " + why.left(2'000)));
            }
            client->write(bytes);
        });
    }
}

QByteArray mastodonDescription()
{
    QFile file(QStringLiteral(SHARED_DIR) + u"/specs/mastodon/schema.json"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    QJsonObject paths = root.value("paths"_L1).toObject();
    QJsonObject path = paths.value("/api/v1/statuses"_L1).toObject();
    QJsonObject post = path.value("post"_L1).toObject();
    // The key is any text: a header that is an object makes Prism fall over.
    QJsonArray parameters = post.value("parameters"_L1).toArray();
    for (QJsonValueRef parameter : parameters) {
        QJsonObject named = parameter.toObject();
        if (named.value("name"_L1) == "Idempotency-Key"_L1) {
            named.insert(u"schema"_s, QJsonObject{{u"type"_s, u"string"_s}});
            parameter = named;
        }
    }
    post.insert(u"parameters"_s, parameters);
    // A status with pictures may have words: it fits two of the forms, one of which it says.
    QJsonObject body = post.value("requestBody"_L1).toObject();
    QJsonObject content = body.value("content"_L1).toObject();
    QJsonObject json = content.value("application/json"_L1).toObject();
    json.insert(u"schema"_s, QJsonObject{{u"anyOf"_s, json.value("schema"_L1)["oneOf"_L1]}});
    content.insert(u"application/json"_s, json);
    body.insert(u"content"_s, content);
    post.insert(u"requestBody"_s, body);
    path.insert(u"post"_s, post);
    paths.insert(u"/api/v1/statuses"_s, path);
    root.insert(u"paths"_s, paths);
    return QJsonDocument(root).toJson(QJsonDocument::Compact);
}

} // namespace aside::test
