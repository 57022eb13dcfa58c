// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/servers/courierserver.h"

#include <QFileInfo>
#include <QProcess>
#include <QTcpSocket>

namespace aside::test {

namespace {

using namespace Qt::StringLiterals;

/// Where ./dev setup unpacks it, else where a system has it that has no other.
QString root()
{
    const QString apart = qEnvironmentVariable("ASIDE_APART", u"/usr/local/lib/aside-apart"_s);
    return QFileInfo::exists(apart + u"/usr/bin/imapd"_s) ? apart : QString();
}

QProcessEnvironment environment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QString libraries = root() + u"/usr/lib"_s;
    environment.insert(u"LD_LIBRARY_PATH"_s,
                       libraries + u":"_s + libraries + u"/x86_64-linux-gnu:"_s + libraries
                           + u"/aarch64-linux-gnu"_s);
    environment.insert(u"AUTHENTICATED"_s, u"op1"_s);
    environment.insert(u"PROTOCOL"_s, u"IMAP4"_s);
    environment.insert(
        u"IMAP_CAPABILITY"_s,
        u"IMAP4rev1 UIDPLUS CHILDREN NAMESPACE THREAD=ORDEREDSUBJECT THREAD=REFERENCES SORT QUOTA IDLE"_s);
    environment.insert(u"IMAP_USELOCKS"_s, u"1"_s);
    environment.insert(u"IMAP_ENHANCEDIDLE"_s, u"1"_s);
    environment.insert(u"IMAP_IDLE_TIMEOUT"_s, u"1"_s);
    environment.insert(u"IMAP_KEYWORDS"_s, u"1"_s);
    return environment;
}

} // namespace

bool CourierServer::isInstalled()
{
    return QFileInfo::exists(root() + u"/usr/bin/imapd"_s)
        && QFileInfo::exists(root() + u"/usr/bin/maildirmake.courier"_s);
}

std::unique_ptr<CourierServer> CourierServer::start()
{
    std::unique_ptr<CourierServer> server(new CourierServer);
    QProcess make;
    make.setProcessEnvironment(environment());
    make.start(root() + u"/usr/bin/maildirmake.courier"_s, {server->m_folder.filePath(u"Maildir"_s)});
    const bool isMade = make.waitForFinished() && make.exitCode() == 0;
    return isMade && server->listen(QHostAddress::LocalHost) ? std::move(server) : nullptr;
}

CourierServer::~CourierServer() = default;

mail::ServerAddress CourierServer::imap() const
{
    return {.host = u"127.0.0.1"_s, .port = serverPort(), .security = mail::Security::PlainLoopback};
}

void CourierServer::incomingConnection(qintptr handle)
{
    auto *socket = new QTcpSocket(this);
    auto *server = new QProcess(socket);
    socket->setSocketDescriptor(handle);
    server->setProcessEnvironment(environment());
    server->setWorkingDirectory(m_folder.path());
    server->setProcessChannelMode(QProcess::SeparateChannels);
    server->setStandardErrorFile(QProcess::nullDevice());
    connect(socket, &QIODevice::readyRead, server, [socket, server] { server->write(socket->readAll()); });
    connect(server, &QProcess::readyReadStandardOutput, socket,
            [socket, server] { socket->write(server->readAllStandardOutput()); });
    connect(server, &QProcess::finished, socket, [socket, server] {
        socket->write(server->readAllStandardOutput());
        socket->disconnectFromHost();
    });
    connect(socket, &QAbstractSocket::disconnected, server, &QProcess::closeWriteChannel);
    server->start(root() + u"/usr/bin/imapd"_s, {u"Maildir"_s});
}

} // namespace aside::test
