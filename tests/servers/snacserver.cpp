// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/servers/snacserver.h"

#include "tests/support/waiting.h"

#include <QFile>
#include <QFileInfo>
#include <QNetworkReply>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpSocket>
#include <QUrlQuery>

namespace aside::test {

using namespace Qt::StringLiterals;

namespace {

QString script(const QString &name)
{
    return QStringLiteral(TEST_SERVERS_DIR) + u'/' + name;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

bool SnacServer::isInstalled()
{
    return !QStandardPaths::findExecutable(u"snac"_s).isEmpty();
}

std::unique_ptr<SnacServer> SnacServer::start()
{
    constexpr int tries = 3; // somebody else may take a port meanwhile
    for (int at = 0; at < tries; ++at) {
        std::unique_ptr<SnacServer> server(new SnacServer);
        if (server->run()) {
            return server;
        }
        qWarning("snac: %s", server->log().constData());
    }
    return nullptr;
}

SnacServer::SnacServer()
{
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    connect(&m_proxy, &QTcpServer::newConnection, this, &SnacServer::forward);
}

SnacServer::~SnacServer()
{
    QProcess::execute(script(u"stop-snac.sh"_s), {m_folder.filePath(u"snac"_s)});
}

bool SnacServer::run()
{
    // It is not ours when root runs the test.
    QFile::setPermissions(m_folder.path(), QFile::permissions(m_folder.path()) | QFile::ExeOther);
    {
        QTcpServer free;
        free.listen(QHostAddress::LocalHost);
        m_port = free.serverPort();
    }
    return m_proxy.listen(QHostAddress::LocalHost)
        && QProcess::execute(
               script(u"start-snac.sh"_s),
               {m_folder.filePath(u"snac"_s), QString::number(m_port), QString::number(m_proxy.serverPort())})
        == 0;
}

/// It delivers to itself as it would to others: by its name, which is this machine.
void SnacServer::forward()
{
    while (QTcpSocket *client = m_proxy.nextPendingConnection()) {
        auto *server = new QTcpSocket(client);
        server->connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
        connect(client, &QAbstractSocket::disconnected, client, &QObject::deleteLater);
        connect(server, &QAbstractSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        connect(client, &QIODevice::readyRead, server,
                [client, server, name = " http://" + host().toLatin1() + '/'] {
                    server->write(client->readAll().replace(name, " /"));
                });
        connect(server, &QIODevice::readyRead, client,
                [client, server] { client->write(server->readAll()); });
    }
}

QUrl SnacServer::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_port));
}

QByteArray SnacServer::ask(const QByteArray &method, const QString &path, const QByteArray &type,
                           const QByteArray &body, const QByteArray &token, QUrl *place)
{
    QNetworkRequest request(QUrl(url().toString() + path));
    request.setRawHeader("Host", host().toLatin1());
    if (!type.isEmpty()) {
        request.setRawHeader("Content-Type", type);
    }
    if (!token.isEmpty()) {
        request.setRawHeader("Authorization", "Bearer " + token);
    }
    const std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(request, method, body));
    if (!waitFor([&] { return reply->isFinished(); })) {
        return {};
    }
    if (place != nullptr) {
        *place = QUrl::fromEncoded(reply->rawHeader("Location"));
    }
    return reply->readAll();
}

QJsonDocument SnacServer::get(const QString &path, const QByteArray &token)
{
    return QJsonDocument::fromJson(ask("GET", path, {}, {}, token));
}

QJsonDocument SnacServer::post(const QString &path, const QJsonObject &json, const QByteArray &token)
{
    return QJsonDocument::fromJson(
        ask("POST", path, "application/json", QJsonDocument(json).toJson(QJsonDocument::Compact), token));
}

QUrl SnacServer::consent(const QUrl &page, const QString &user)
{
    const QUrlQuery asked(page);
    QUrlQuery form;
    form.addQueryItem(u"login"_s, user);
    form.addQueryItem(
        u"passwd"_s,
        QString::fromUtf8(contentOf(m_folder.filePath(u"snac/"_s + user)).trimmed().toPercentEncoding()));
    form.addQueryItem(u"redir"_s,
                      QString::fromLatin1(QUrl::toPercentEncoding(
                          asked.queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded))));
    form.addQueryItem(u"cid"_s, asked.queryItemValue(u"client_id"_s));
    form.addQueryItem(u"state"_s, asked.queryItemValue(u"state"_s));
    QUrl place;
    ask("POST", u"/oauth/x-snac-login"_s, "application/x-www-form-urlencoded",
        form.toString(QUrl::FullyEncoded).toLatin1(), {}, &place);
    return place;
}

QByteArray SnacServer::tokenOf(const QString &user)
{
    const QString back = u"http://127.0.0.1:9/back"_s;
    const QJsonDocument application
        = post(u"/api/v1/apps"_s,
               {{u"client_name"_s, u"Test"_s}, {u"redirect_uris"_s, back}, {u"scopes"_s, u"read write"_s}});
    const QString client = application[u"client_id"_s].toString();
    QUrl page(url());
    page.setQuery({{u"redirect_uri"_s, back}, {u"client_id"_s, client}, {u"state"_s, u"x"_s}});
    const QUrlQuery given(consent(page, user));
    const QJsonDocument answer = post(u"/oauth/token"_s,
                                      {{u"grant_type"_s, u"authorization_code"_s},
                                       {u"code"_s, given.queryItemValue(u"code"_s)},
                                       {u"client_id"_s, client},
                                       {u"client_secret"_s, application[u"client_secret"_s]},
                                       {u"redirect_uri"_s, back}});
    return answer[u"access_token"_s].toString().toLatin1();
}

QByteArray SnacServer::log() const
{
    return contentOf(m_folder.filePath(u"snac/log"_s));
}

} // namespace aside::test
