// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands.h"
#include "app/cli/realbackend.h"
#include "tests/app/mailaccount.h"
#include "tests/cli/fakebackend.h"
#include "tests/servers/mailservers.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;
using aside::cli::ExitCode;

/// asidectl with real accounts at a real Dovecot and a real Exim.
class TestMailAccounts : public QObject
{
    Q_OBJECT

private:
    ExitCode run(const QStringList &arguments, const QByteArray &input = {})
    {
        QByteArray typed = input;
        QBuffer in(&typed);
        QBuffer out;
        QBuffer err;
        in.open(QIODevice::ReadOnly);
        out.open(QIODevice::WriteOnly);
        err.open(QIODevice::WriteOnly);
        cli::Output output({.out = out, .err = err, .width = 0, .showsProgress = false}, cli::Format::Text);
        cli::RealBackend backend(nullptr, m_servers->edge());
        test::FakeInterrupt interrupt;
        cli::CommandContext context{
            .backend = backend, .output = output, .input = in, .interrupt = interrupt, .profile = {}};
        const ExitCode code = cli::runCommandLine(
            context, QStringList{u"--profile"_s, m_folder->filePath(u"profile"_s), u"--plain"_s} + arguments);
        m_out = out.data();
        m_err = err.data();
        return code;
    }
    ExitCode add(const QString &imap, const QString &smtp, const QByteArray &password)
    {
        return run({u"account"_s, u"add"_s, u"op1@localhost"_s, u"--user"_s, u"op1"_s, u"--imap"_s, imap,
                    u"--smtp"_s, smtp, u"--smtp-security"_s, u"starttls"_s, u"--password-file"_s, u"-"_s},
                   password + '\n');
    }
    /// How many messages were new; less than 0 where it failed.
    [[nodiscard]] qint64 syncOnce()
    {
        if (run({u"--json"_s, u"sync"_s, u"--account"_s, u"1"_s}) != ExitCode::Ok) {
            qWarning("%s", m_out.constData());
            return -1;
        }
        return json().value(u"accounts"_s).toArray().first().toObject().value(u"new"_s).toInteger();
    }
    [[nodiscard]] QString imap() const
    {
        return u"127.0.0.1:%1"_s.arg(m_servers->imap(mail::Security::Tls).port);
    }
    [[nodiscard]] QString smtp() const { return u"127.0.0.1:%1"_s.arg(m_servers->smtp().port); }
    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(m_out).object(); }

    std::unique_ptr<test::MailServers> m_servers;
    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_out;
    QByteArray m_err;

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("ASIDE_KEYCHAIN", "off");
        qputenv("ASIDE_SECRETS_PASSPHRASE", "open sesame");
        if (!test::MailServers::areInstalled()) {
            QSKIP("Dovecot 2.4 and Exim are not installed");
        }
        m_servers = test::MailServers::start();
        QVERIFY(m_servers != nullptr);
    }
    void init()
    {
        QTest::failOnWarning();
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void anAccountThatWorksSaysSo()
    {
        QCOMPARE(add(imap(), smtp(), "secret1"), ExitCode::Ok);

        QCOMPARE(run({u"account"_s, u"test"_s, u"1"_s}), ExitCode::Ok);

        QVERIFY2(m_out.contains("IMAP " + imap().toLatin1() + ": signed in"), m_out.constData());
        QVERIFY(m_out.contains("SMTP " + smtp().toLatin1() + ": signed in"));
    }

    void aWrongPasswordIsSaidOfBothServers()
    {
        QCOMPARE(add(imap(), smtp(), "wrong"), ExitCode::Ok);

        QCOMPARE(run({u"--json"_s, u"account"_s, u"test"_s, u"op1@localhost"_s}), ExitCode::Network);

        for (const QString &server : {u"imap"_s, u"smtp"_s}) {
            const QJsonObject error = json().value(server).toObject().value(u"error"_s).toObject();
            QCOMPARE(error.value(u"code"_s), u"sign-in-refused"_s);
        }
        QVERIFY(!m_out.contains("wrong"));
        QCOMPARE(run({u"account"_s, u"password"_s, u"1"_s, u"--password-file"_s, u"-"_s}, "secret1\n"),
                 ExitCode::Ok);
        QCOMPARE(run({u"account"_s, u"test"_s, u"1"_s}), ExitCode::Ok);
    }

    void aServerThatIsNotThereIsSaid()
    {
        QTcpServer nobody;
        QVERIFY(nobody.listen(QHostAddress::LocalHost));
        const QString closed = u"127.0.0.1:%1"_s.arg(nobody.serverPort());
        nobody.close();
        QCOMPARE(add(closed, smtp(), "secret1"), ExitCode::Ok);

        QCOMPARE(run({u"account"_s, u"test"_s, u"1"_s}), ExitCode::Network);

        QVERIFY2(m_out.contains("The server cannot be reached"), m_out.constData());
        QVERIFY(m_out.contains("SMTP " + smtp().toLatin1() + ": signed in"));
    }

    void aCertificateOfAnotherNameIsRefused()
    {
        auto good = std::exchange(m_servers, test::MailServers::start(test::MailCertificate::WrongHost));
        const auto back = qScopeGuard([&] { m_servers = std::move(good); });
        QVERIFY(m_servers != nullptr);
        QCOMPARE(add(imap(), smtp(), "secret1"), ExitCode::Ok);

        QCOMPARE(run({u"--json"_s, u"account"_s, u"test"_s, u"1"_s}), ExitCode::Network);

        for (const QString &server : {u"imap"_s, u"smtp"_s}) {
            const QJsonObject error = json().value(server).toObject().value(u"error"_s).toObject();
            QCOMPARE(error.value(u"code"_s), u"certificate-wrong-host"_s);
        }
    }

    void oneRoundBringsWhatCame()
    {
        QCOMPARE(add(imap(), smtp(), "secret1"), ExitCode::Ok);
        QVERIFY(m_servers->deliver(u"op1"_s, test::question("cli1@localhost", "Parcel", "Where is it?")));

        qint64 fetched = 0;
        QTRY_COMPARE_WITH_TIMEOUT((fetched += syncOnce(), fetched), 1, 60'000); // exim takes a moment
        QCOMPARE(run({u"inbox"_s}), ExitCode::Ok);
        QVERIFY2(m_out.contains("Parcel"), m_out.constData());
        QCOMPARE(syncOnce(), 0);
    }

    void removingForgetsThePassword()
    {
        QCOMPARE(add(imap(), smtp(), "secret1"), ExitCode::Ok);

        QCOMPARE(run({u"account"_s, u"remove"_s, u"1"_s}), ExitCode::Ok);

        QCOMPARE(run({u"account"_s, u"test"_s, u"1"_s}), ExitCode::NotFound);
        cli::RealBackend backend(nullptr);
        const auto session = backend.openProfile({.directory = m_folder->filePath(u"profile"_s)});
        QVERIFY(session);
        const auto secret = cli::await((*session)->secrets().read(passwordName(AccountId{1})));
        QVERIFY(!secret);
        QCOMPARE(secret.error().code, Errc::SecretMissing);
    }

    void theWrongPassphraseIsSaid()
    {
        QCOMPARE(add(imap(), smtp(), "secret1"), ExitCode::Ok);
        qputenv("ASIDE_SECRETS_PASSPHRASE", "another");
        const auto back = qScopeGuard([] { qputenv("ASIDE_SECRETS_PASSPHRASE", "open sesame"); });

        QCOMPARE(run({u"account"_s, u"test"_s, u"1"_s}), ExitCode::KeyMissing);

        QVERIFY2(m_err.contains("This passphrase does not open the file"), m_err.constData());
    }
};

QTEST_GUILESS_MAIN(TestMailAccounts)
#include "tst_mailaccounts.moc"
