// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/net/connection.h"
#include "tests/channels/email/waiting.h"
#include "tests/servers/mailcertificates.h"
#include "tests/servers/mailedgefake.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;
using test::MailCertificate;

namespace {

/// Everything that OpenSSL still knows, good or bad.
const QString anything = u"ALL:COMPLEMENTOFALL:aNULL:eNULL:@SECLEVEL=0"_s;

/// `openssl s_server` on a free port; what comes to it inside TLS it prints.
class SslServer
{
public:
    SslServer(const test::MailCertificates &certificates, MailCertificate certificate,
              const QStringList &arguments)
    {
        QTcpServer holder;
        holder.listen(QHostAddress::LocalHost);
        m_port = holder.serverPort();
        holder.close();
        const QString path = certificates.path(certificate);
        m_process.start(u"openssl"_s,
                        QStringList{u"s_server"_s, u"-accept"_s, u"127.0.0.1:%1"_s.arg(m_port), u"-cert"_s,
                                    path + u".pem"_s, u"-key"_s, path + u".key"_s, u"-quiet"_s}
                            + arguments);
        m_process.waitForStarted();
    }
    ~SslServer()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(SslServer)

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] bool isListening() const
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, m_port);
        return socket.waitForConnected(100);
    }
    [[nodiscard]] QByteArray heard()
    {
        m_heard += m_process.readAllStandardOutput();
        return m_heard;
    }

private:
    QProcess m_process;
    quint16 m_port = 0;
    QByteArray m_heard;
};

} // namespace

/// Encryption that was good enough once is refused like none at all.
class WeakTlsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::MailCertificates> m_certificates;

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"openssl"_s).isEmpty()) {
            QSKIP("openssl is not installed");
        }
        m_certificates = test::MailCertificates::make();
        if (m_certificates == nullptr) {
            QSKIP("this openssl cannot make the certificates");
        }
    }
    void init() { QTest::failOnWarning(); }

    void onlyWhatIsStrongIsTaken_data()
    {
        QTest::addColumn<MailCertificate>("certificate");
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<bool>("isTaken");
        const auto row = [](const char *name, MailCertificate certificate, const QStringList &arguments,
                            bool isTaken = false) {
            QTest::newRow(name) << certificate << arguments << isTaken;
        };
        row("TLS 1.3", MailCertificate::Good, {}, true);
        row("TLS 1.2", MailCertificate::Good, {u"-tls1_2"_s}, true);
        row("TLS 1.1 alone", MailCertificate::Good, {u"-tls1_1"_s, u"-cipher"_s, anything});
        row("TLS 1.0 alone", MailCertificate::Good, {u"-tls1"_s, u"-cipher"_s, anything});
        row("a key of 1,024 bits", MailCertificate::WeakKey, {u"-cipher"_s, anything});
        row("a signature with SHA-1", MailCertificate::Sha1, {u"-cipher"_s, anything});
        row("nothing encrypted", MailCertificate::Good, {u"-tls1_2"_s, u"-cipher"_s, u"eNULL:@SECLEVEL=0"_s});
        row("nobody named", MailCertificate::Good, {u"-tls1_2"_s, u"-cipher"_s, u"aNULL:@SECLEVEL=0"_s});
    }

    void onlyWhatIsStrongIsTaken()
    {
        QFETCH(const MailCertificate, certificate);
        QFETCH(const QStringList, arguments);
        QFETCH(const bool, isTaken);
        SslServer server(*m_certificates, certificate, arguments);
        QTRY_VERIFY(server.isListening());
        test::MailEdgeFake time(m_certificates->authorities());
        const mail::MailEdge edge = time.edge();
        mail::Connection connection(edge);

        const auto opened = test::settled(connection.open(
            {.host = u"127.0.0.1"_s, .port = server.port(), .security = mail::Security::Tls}));
        connection.write("PASSWORD\r\n");

        QCOMPARE(opened.has_value(), isTaken);
        if (isTaken) {
            QTRY_COMPARE(server.heard(), "PASSWORD\r\n"_ba);
        } else {
            QCOMPARE(opened.error().code, Errc::Tls);
            QVERIFY(!connection.isPrivate());
            QCOMPARE(server.heard(), QByteArray());
        }
    }
};

QTEST_GUILESS_MAIN(WeakTlsTest)
#include "tst_weaktls.moc"
