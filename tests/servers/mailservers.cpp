// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/servers/mailservers.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTcpSocket>

#include <array>

namespace aside::test {

namespace {

using namespace Qt::StringLiterals;

QString script(const QString &name)
{
    return QStringLiteral(TEST_SERVERS_DIR) + u'/' + name;
}

/// Says a line and waits for an answer of one line that begins so.
bool isSaid(QTcpSocket &socket, const QByteArray &line, const QByteArray &answer)
{
    if (!line.isEmpty()) {
        socket.write(line + "\r\n");
    }
    while (!socket.canReadLine()) {
        if (!socket.waitForReadyRead()) {
            return false;
        }
    }
    return socket.readLine().startsWith(answer);
}

/// Ports that are free now, all of them at once.
std::array<quint16, 4> freePorts()
{
    std::array<QTcpServer, 4> holders;
    std::array<quint16, 4> ports{};
    for (std::size_t i = 0; i < holders.size(); ++i) {
        holders.at(i).listen(QHostAddress::LocalHost);
        ports.at(i) = holders.at(i).serverPort();
    }
    return ports;
}

} // namespace

bool MailServers::areInstalled()
{
    return QFileInfo::exists(u"/usr/sbin/dovecot"_s) && QFileInfo::exists(u"/usr/sbin/exim4"_s);
}

std::unique_ptr<MailServers> MailServers::start(MailCertificate certificate)
{
    constexpr int tries = 3; // somebody else may take a port meanwhile
    for (int i = 0; i < tries; ++i) {
        std::unique_ptr<MailServers> owner(new MailServers);
        if (owner->run(certificate)) {
            return owner;
        }
        qWarning("mail servers: %s", owner->log().constData());
    }
    return nullptr;
}

bool MailServers::run(MailCertificate certificate)
{
    m_certificates = MailCertificates::make();
    if (m_certificates == nullptr || !m_tokens.listen(QHostAddress::LocalHost)) {
        return false;
    }
    vouchForTokens();
    // They are not ours when root runs the test.
    QFile::setPermissions(m_folder.path(), QFile::permissions(m_folder.path()) | QFile::ExeOther);
    const std::array<quint16, 4> ports = freePorts();
    m_ports = {.imap = ports[0], .imaps = ports[1], .lmtp = ports[2], .smtp = ports[3]};
    return QProcess::execute(script(u"start-mail.sh"_s),
                             {m_folder.filePath(u"servers"_s), m_certificates->path(certificate),
                              QString::number(ports[0]), QString::number(ports[1]), QString::number(ports[2]),
                              QString::number(ports[3]), QString::number(m_tokens.serverPort())})
        == 0;
}

MailServers::~MailServers()
{
    QProcess::execute(script(u"stop-mail.sh"_s), {m_folder.filePath(u"servers"_s)});
}

mail::ServerAddress MailServers::imap(mail::Security security) const
{
    const bool isTls = security == mail::Security::Tls;
    return {.host = u"127.0.0.1"_s, .port = isTls ? m_ports.imaps : m_ports.imap, .security = security};
}

mail::Credentials MailServers::user(const QString &name, const QByteArray &password)
{
    return {.user = name, .password = Secret(password), .token = {}, .host = u"localhost"_s, .port = 1};
}

mail::MailEdge MailServers::edge() const
{
    mail::MailEdge edge = mail::systemMailEdge();
    edge.authorities = m_certificates->authorities();
    edge.packsForThisMachine = true; // as with a server far away
    return edge;
}

mail::ServerAddress MailServers::smtp() const
{
    return {.host = u"127.0.0.1"_s, .port = m_ports.smtp, .security = mail::Security::StartTls};
}

bool MailServers::deliver(const QString &user, const QByteArray &message) const
{
    QTcpSocket smtp;
    smtp.connectToHost(QHostAddress(QHostAddress::LocalHost), m_ports.smtp);
    const QByteArray recipient = user.toLatin1() + "@localhost";
    QByteArray content = message;
    content.replace("\r\n.", "\r\n..");
    return isSaid(smtp, {}, "220") && isSaid(smtp, "HELO localhost", "250")
        && isSaid(smtp, "MAIL FROM:<customer@localhost>", "250")
        && isSaid(smtp, "RCPT TO:<" + recipient + '>', "250") && isSaid(smtp, "DATA", "354")
        && isSaid(smtp, content + "\r\n.", "250");
}

QByteArray MailServers::log() const
{
    QFile file(m_folder.filePath(u"servers/log/dovecot.log"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no log");
}

/// Answers Dovecot when it asks whose token it is.
void MailServers::vouchForTokens()
{
    connect(&m_tokens, &QTcpServer::newConnection, this, [this] {
        QTcpSocket *socket = m_tokens.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket] {
            const QByteArray head = socket->peek(16 * 1'024);
            if (!head.contains("\r\n\r\n")) {
                return;
            }
            const bool isGood = head.contains("access_token=good-token ");
            const QByteArray body
                = isGood ? R"({"email":"op1","expires_in":3600})" : R"({"error":"invalid_token"})";
            socket->write((isGood ? "HTTP/1.1 200 OK\r\n" : "HTTP/1.1 401 Unauthorized\r\n")
                          + "Content-Type: application/json\r\nConnection: close\r\nContent-Length: "_ba
                          + QByteArray::number(body.size()) + "\r\n\r\n" + body);
            socket->disconnectFromHost();
        });
    });
}

} // namespace aside::test
