// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/adapter/fetchbridge.h"
#include "app/channels/email/sync/foldercursor.h"
#include "tests/cli/fakebackend.h"
#include "tests/support/fakeadapter.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;
using aside::cli::ExitCode;

namespace {

const QStringList added{u"account"_s,      u"add"_s,    u"op@shop.example"_s, u"--imap"_s,
                        u"mail.example"_s, u"--smtp"_s, u"mail.example:587"_s};

Account known()
{
    Account account;
    account.id = AccountId{1};
    account.address = u"op@shop.example"_s;
    account.name = u"Shop"_s;
    return account;
}

} // namespace

/// Accounts and their secrets, on the command line.
class TestAccountCommand : public QObject
{
    Q_OBJECT

private:
    void keep(CommandLine &line)
    {
        line.backend.profile.accounts.accountList = {known()};
        line.backend.profile.secrets.kept.insert(passwordName(AccountId{1}), Secret("old"));
    }
    static QByteArray password(const CommandLine &line)
    {
        return line.backend.profile.secrets.kept.value(passwordName(AccountId{1})).bytes();
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void anAccountIsAddedWithItsPasswordApart()
    {
        CommandLine line;
        line.input = "pass word \xff\r\nmore\n";

        QCOMPARE(line.runJson(added
                              + QStringList{u"--password-file"_s, u"-"_s, u"--smtp-security"_s, u"starttls"_s,
                                            u"--identity"_s, u"Лавка"_s}),
                 ExitCode::Ok);

        const Account account = line.backend.profile.accounts.accountList.constFirst();
        QCOMPARE(account.address, u"op@shop.example"_s);
        QCOMPARE(account.identity, u"Лавка"_s);
        QCOMPARE(account.settings.value(u"imap.host"_s), u"mail.example"_s);
        QVERIFY(!account.settings.contains(u"imap.port"_s));
        QCOMPARE(account.settings.value(u"smtp.port"_s), u"587"_s);
        QCOMPARE(account.settings.value(u"smtp.security"_s), u"starttls"_s);
        QCOMPARE(password(line), QByteArray("pass word \xff"));
        QVERIFY(!line.stdOut.contains("pass word"));
        QCOMPARE(line.json().value(u"account"_s).toObject().value(u"id"_s).toInt(), 1);
    }

    void thePasswordComesFromAFileTheEnvironmentOrThePerson()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"secret"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("from a file\n") > 0);
        file.close();
        qputenv("ASIDE_TEST_PASSWORD", "from the environment");
        const auto clean = qScopeGuard([] { qunsetenv("ASIDE_TEST_PASSWORD"); });

        CommandLine byFile;
        QCOMPARE(byFile.run(added + QStringList{u"--password-file"_s, file.fileName()}), ExitCode::Ok);
        QCOMPARE(password(byFile), QByteArray("from a file"));

        CommandLine byVariable;
        QCOMPARE(byVariable.run(added + QStringList{u"--password-env"_s, u"ASIDE_TEST_PASSWORD"_s}),
                 ExitCode::Ok);
        QCOMPARE(password(byVariable), QByteArray("from the environment"));

        CommandLine byPerson;
        byPerson.backend.typed = Secret("typed");
        QCOMPARE(byPerson.run(added), ExitCode::Ok);
        QCOMPARE(password(byPerson), QByteArray("typed"));
        QVERIFY(byPerson.backend.questions.constFirst().contains(u"op@shop.example"));
    }

    void withoutAPasswordNothingIsAdded_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<ExitCode>("code");
        QTest::addRow("no terminal") << QStringList() << ExitCode::Usage;
        QTest::addRow("no file") << QStringList{u"--password-file"_s, u"/no/such"_s} << ExitCode::NotFound;
        QTest::addRow("no variable") << QStringList{u"--password-env"_s, u"ASIDE_NO_SUCH"_s}
                                     << ExitCode::Usage;
        QTest::addRow("nothing in it") << QStringList{u"--password-file"_s, u"-"_s} << ExitCode::Usage;
        QTest::addRow("both") << QStringList{u"--password-file"_s, u"-"_s, u"--password-env"_s, u"X"_s}
                              << ExitCode::Usage;
        QTest::addRow("as an argument") << QStringList{u"--password"_s, u"x"_s} << ExitCode::Usage;
    }

    void withoutAPasswordNothingIsAdded()
    {
        QFETCH(const QStringList, options);
        QFETCH(const ExitCode, code);
        CommandLine line;

        QCOMPARE(line.run(added + options), code);

        QVERIFY(line.backend.profile.accounts.accountList.isEmpty());
        QVERIFY(line.backend.profile.secrets.kept.isEmpty());
    }

    void wrongSettingsAreNamed_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QByteArray>("named");
        QTest::addRow("no server") << QStringList{u"--smtp"_s, u"x"_s} << QByteArray("imap.host");
        QTest::addRow("a port") << QStringList{u"--imap"_s, u"x:0"_s, u"--smtp"_s, u"x"_s}
                                << QByteArray("imap.port");
        QTest::addRow("a word") << QStringList{u"--imap"_s,          u"x"_s,   u"--smtp"_s, u"x"_s,
                                               u"--imap-security"_s, u"none"_s}
                                << QByteArray("imap.security");
        QTest::addRow("a day") << QStringList{u"--imap"_s, u"x"_s,       u"--smtp"_s,
                                              u"x"_s,      u"--since"_s, u"monday"_s}
                               << QByteArray("since");
    }

    void wrongSettingsAreNamed()
    {
        QFETCH(const QStringList, options);
        QFETCH(const QByteArray, named);
        CommandLine line;

        QCOMPARE(line.run(QStringList{u"account"_s, u"add"_s, u"op@shop.example"_s} + options),
                 ExitCode::Usage);

        QVERIFY2(line.stdErr.contains(named), line.stdErr.constData());
    }

    void anAccountWhosePasswordCannotBeKeptIsNotThere()
    {
        CommandLine line;
        line.backend.typed = Secret("typed");
        line.backend.profile.secrets.fault = Errc::PassphraseMissing;

        QCOMPARE(line.run(added), ExitCode::KeyMissing);

        QVERIFY(line.backend.profile.accounts.accountList.isEmpty());
    }

    void accountsAreListedWithWhyTheyRest()
    {
        CommandLine line;
        QCOMPARE(line.run({u"account"_s, u"list"_s}), ExitCode::Ok);
        QVERIFY(line.stdOut.contains("Nothing here"));
        keep(line);
        line.backend.profile.accounts.accountList[0].pause
            = AccountPause{.until = untilResumed, .cause = Errc::SignInRefused};

        QCOMPARE(line.run({u"account"_s, u"list"_s}), ExitCode::Ok);
        QVERIFY(line.stdOut.contains("op@shop.example"));
        QVERIFY(line.stdOut.contains("paused: The server does not accept"));

        QCOMPARE(line.runJson({u"account"_s, u"list"_s}), ExitCode::Ok);
        const QJsonObject told = line.json().value(u"accounts"_s).toArray().first().toObject();
        QCOMPARE(told.value(u"address"_s), u"op@shop.example"_s);
        QCOMPARE(told.value(u"pause"_s).toObject().value(u"code"_s), u"sign-in-refused"_s);
        QVERIFY(!line.stdOut.contains("old"));
    }

    void eachServerIsTriedAndSpokenOf()
    {
        CommandLine line;
        keep(line);
        line.backend.profile.trial = SignInTrial{.imapServer = u"mail.example:993"_s,
                                                 .imap = {},
                                                 .smtpServer = u"mail.example:465"_s,
                                                 .smtp = fail(Errc::CertificateWrongHost)};

        QCOMPARE(line.run({u"account"_s, u"test"_s, u"OP@shop.example"_s}), ExitCode::Network);
        QVERIFY2(line.stdOut.contains("IMAP mail.example:993: signed in"), line.stdOut.constData());
        QVERIFY(
            line.stdOut.contains("SMTP mail.example:465: The server's certificate belongs to another name"));

        QCOMPARE(line.runJson({u"account"_s, u"test"_s, u"1"_s}), ExitCode::Network);
        QVERIFY(line.json().value(u"imap"_s).toObject().value(u"ok"_s).toBool());
        QCOMPARE(line.json().value(u"smtp"_s).toObject().value(u"error"_s).toObject().value(u"code"_s),
                 u"certificate-wrong-host"_s);
    }

    void withoutItsSecretAnAccountCannotBeTried()
    {
        CommandLine line;
        keep(line);
        line.backend.profile.trial = fail(Errc::SecretMissing);

        QCOMPARE(line.run({u"account"_s, u"test"_s, u"1"_s}), ExitCode::KeyMissing);
        QCOMPARE(line.run({u"account"_s, u"test"_s, u"2"_s}), ExitCode::NotFound);
    }

    void aNewPasswordEndsThePause()
    {
        CommandLine line;
        keep(line);
        line.backend.profile.accounts.accountList[0].pause
            = AccountPause{.until = untilResumed, .cause = Errc::SignInRefused};
        line.backend.typed = Secret("new");

        QCOMPARE(line.run({u"account"_s, u"password"_s, u"1"_s}), ExitCode::Ok);

        QCOMPARE(password(line), QByteArray("new"));
        QVERIFY(!line.backend.profile.accounts.accountList.constFirst().pause);
    }

    void removingForgetsTheSecrets()
    {
        CommandLine line;
        keep(line);
        line.backend.profile.secrets.kept.insert(oauthName(AccountId{1}), Secret("token"));
        line.backend.profile.secrets.kept.insert(passwordName(AccountId{2}), Secret("another's"));

        QCOMPARE(line.runJson({u"account"_s, u"remove"_s, u"op@shop.example"_s}), ExitCode::Ok);

        QVERIFY(line.backend.profile.accounts.accountList.isEmpty());
        QCOMPARE(line.backend.profile.secrets.kept.keys(), QStringList{passwordName(AccountId{2})});
        QCOMPARE(line.json().value(u"removed"_s).toInt(), 1);
    }

    void anAccountWhoseSecretCannotBeForgottenStays()
    {
        CommandLine line;
        keep(line);
        line.backend.profile.secrets.fault = Errc::KeychainSilent;

        QCOMPARE(line.run({u"account"_s, u"remove"_s, u"1"_s}), ExitCode::KeyMissing);

        QCOMPARE(line.backend.profile.accounts.accountList.size(), 1);
    }

    void oneRoundFetchesForEveryAccount()
    {
        CommandLine line;
        keep(line);
        FakeServer server;
        IncomingMessage message;
        message.remoteId = u"q1@mail.example"_s;
        server.mailbox = {message};
        line.backend.profile.channels.add(
            Channel::Email, [&server](const Account &) -> Result<std::unique_ptr<ChannelAdapter>> {
                return std::make_unique<FakeAdapter>(server);
            });

        QCOMPARE(line.runJson({u"sync"_s}), ExitCode::Ok);
        const QJsonObject told = line.json().value(u"accounts"_s).toArray().first().toObject();
        QCOMPARE(told.value(u"account"_s).toInt(), 1);
        QCOMPARE(told.value(u"new"_s).toInt(), 1);

        server.fault = Error{.code = Errc::SignInRefused, .detail = {}, .retryAfter = {}};
        QCOMPARE(line.run({u"sync"_s, u"--account"_s, u"1"_s}), ExitCode::Network);
        QVERIFY2(line.stdErr.contains("does not accept the name or the password"), line.stdErr.constData());
        QCOMPARE(line.run({u"sync"_s, u"--account"_s, u"7"_s}), ExitCode::NotFound);
    }

    void whatCouldNotBeBroughtIsTold()
    {
        CommandLine line;
        keep(line);
        FakeServer server;
        server.troubles
            = {{.folder = u"Архив"_s, .unread = 2}, {.folder = u"Old"_s, .fault = Errc::NoPermission}};
        line.backend.profile.channels.add(
            Channel::Email, [&server](const Account &) -> Result<std::unique_ptr<ChannelAdapter>> {
                return std::make_unique<FakeAdapter>(server);
            });

        QCOMPARE(line.runJson({u"sync"_s}), ExitCode::Ok);
        const QJsonArray troubles
            = line.json().value(u"accounts"_s).toArray().first().toObject().value(u"troubles"_s).toArray();
        QCOMPARE(troubles.size(), 2);
        QCOMPARE(troubles.at(0).toObject().value(u"folder"_s).toString(), u"Архив"_s);
        QCOMPARE(troubles.at(0).toObject().value(u"unread"_s).toInt(), 2);
        QCOMPARE(troubles.at(1).toObject().value(u"code"_s).toString(), u"no-permission"_s);

        QCOMPARE(line.run({u"sync"_s}), ExitCode::Ok);
        QVERIFY2(line.stdErr.contains("cannot be read"), line.stdErr.constData());
    }

    void theListTellsOfLettersThatCouldNotBeRead()
    {
        CommandLine line;
        keep(line);
        const QByteArray folder
            = mail::FolderCursor{.uidValidity = 7, .done = {1, 2, 3}, .unread = {2, 3}}.toBytes();
        const QByteArray cursor = mail::FetchBridge::toBytes({{u"&BBAEQARFBDgEMg-"_s, folder}});
        QVERIFY(
            line.backend.profile.sink
                .apply({.source = u"account/1"_s, .cursor = cursor, .account = AccountId{1}, .messages = {}})
                .result());

        QCOMPARE(line.runJson({u"account"_s, u"list"_s}), ExitCode::Ok);
        const QJsonObject told = line.json().value(u"accounts"_s).toArray().first().toObject();
        const QJsonObject trouble = told.value(u"troubles"_s).toArray().first().toObject();
        QCOMPARE(trouble.value(u"folder"_s).toString(), u"Архив"_s);
        QCOMPARE(trouble.value(u"unread"_s).toInt(), 2);

        QCOMPARE(line.run({u"account"_s, u"list"_s}), ExitCode::Ok);
        QVERIFY2(line.stdOut.contains("cannot be read"), line.stdOut.constData());
    }

    void withoutAnyAccountThereIsNothingToFetch()
    {
        CommandLine line;
        QCOMPARE(line.run({u"sync"_s}), ExitCode::Ok);
        QVERIFY(line.stdOut.contains("There is no account"));
    }

    void feedsAreAddedWithoutAPassword()
    {
        CommandLine line;

        QCOMPARE(line.runJson({u"account"_s, u"add"_s, u"feed"_s, u"https://news.example/rss"_s, u"--name"_s,
                               u"News"_s, u"--own-server"_s}),
                 ExitCode::Ok);

        const Account account = line.backend.profile.accounts.accountList.constFirst();
        QCOMPARE(account.channel, Channel::Feed);
        QCOMPARE(account.address, u"https://news.example/rss"_s);
        QCOMPARE(account.name, u"News"_s);
        QCOMPARE(account.settings.value(u"own-server"_s), u"yes"_s);
        QVERIFY(line.backend.profile.secrets.kept.isEmpty());
        QCOMPARE(line.run({u"account"_s, u"add"_s, u"feed"_s, u"file:///etc/passwd"_s}), ExitCode::Usage);
    }

    void listsOfFeedsComeAndGo()
    {
        CommandLine line;
        line.input = "<opml><body><outline text=\"A\" xmlUrl=\"https://a.example/\"/><outline text=\"F\">"
                     "<outline text=\"B &amp; C\" xmlUrl=\"https://b.example/\"/></outline></body></opml>";

        QCOMPARE(line.runJson({u"account"_s, u"import-opml"_s, u"-"_s}), ExitCode::Ok);
        QCOMPARE(line.json().value(u"accounts"_s).toArray().size(), 2);
        QCOMPARE(line.run({u"account"_s, u"export-opml"_s}), ExitCode::Ok);

        QVERIFY(line.stdOut.contains("xmlUrl=\"https://b.example/\""));
        QVERIFY(line.stdOut.contains("B &amp; C"));
        line.input = "no list";
        QCOMPARE(line.run({u"account"_s, u"import-opml"_s, u"-"_s}), ExitCode::BadInput);
        QCOMPARE(line.run({u"account"_s, u"import-opml"_s, u"/no/such"_s}), ExitCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestAccountCommand)
#include "tst_accountcommand.moc"
