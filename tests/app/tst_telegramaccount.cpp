// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/realbackend.h"
#include "app/profile.h"
#include "tests/cli/fakebackend.h"
#include "tests/servers/telegramserver.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;
using cli::ExitCode;

/// A bot of Telegram from the command line: added, tried and fetched through, against a server that checks
/// each request.
class TestTelegramAccount : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void botIsAddedTriedAndFetchedThrough();
    void oneAccountIsSyncedAndSaysSo();
    void preparedDraftIsSentOnce();
    void draftToWhoBlockedUsIsRefused();
    void wrongTokenAddsNothing();
    void serverThatIsNoAddressIsTold();
    void tokenThatWasTakenBackIsTold();

private:
    ExitCode run(const QStringList &arguments);
    ExitCode add(const QStringList &more = {})
    {
        return run(QStringList{u"account"_s, u"add"_s, u"telegram"_s, u"--base-url"_s,
                               m_server->url().toString(), u"--password-env"_s, u"ASIDE_TEST_TOKEN"_s}
                   + more);
    }
    [[nodiscard]] QJsonArray accounts()
    {
        return run({u"account"_s, u"list"_s}) == ExitCode::Ok ? m_json.value(u"accounts"_s).toArray()
                                                              : QJsonArray();
    }

    /// The number of a talk that somebody began.
    QString talk()
    {
        m_server->write(42, u"Where is my lamp?"_s);
        run({u"sync"_s});
        run({u"inbox"_s});
        return QString::number(m_json.value(u"conversations"_s).toArray().first()[u"id"_s].toInteger());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TelegramServer> m_server;
    QJsonObject m_json;
    QByteArray m_said;
};

void TestTelegramAccount::init()
{
    QTest::failOnWarning();
    qputenv("ASIDE_KEYCHAIN", "off");
    qputenv("ASIDE_SECRETS_PASSPHRASE", "a phrase");
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<TelegramServer>(
        TelegramSpec::load(QStringLiteral(SHARED_DIR) + u"/specs/telegram/api.json"_s));
    qputenv("ASIDE_TEST_TOKEN", m_server->token);
    QVERIFY(Profile::open({.directory = m_folder->path(), .encryption = Encryption::Plain}));
}

void TestTelegramAccount::cleanup()
{
    QCOMPARE(m_server->refused, QStringList());
    QVERIFY2(!m_said.contains(m_server->token), m_said.constData());
}

ExitCode TestTelegramAccount::run(const QStringList &arguments)
{
    cli::RealBackend backend(nullptr);
    FakeInterrupt interrupt;
    QBuffer in;
    QBuffer out;
    QBuffer err;
    in.open(QIODevice::ReadOnly);
    out.open(QIODevice::WriteOnly);
    err.open(QIODevice::WriteOnly);
    cli::Output output({.out = out, .err = err, .width = 80, .showsProgress = false}, cli::Format::Text);
    cli::CommandContext context{
        .backend = backend, .output = output, .input = in, .interrupt = interrupt, .profile = {}};
    const auto code = cli::runCommandLine(
        context, QStringList{u"--profile"_s, m_folder->path(), u"--json"_s} + arguments);
    m_json = QJsonDocument::fromJson(out.data()).object();
    m_said = err.data() + out.data();
    return code;
}

void TestTelegramAccount::botIsAddedTriedAndFetchedThrough()
{
    QVERIFY2(add() == ExitCode::Ok, m_said.constData());
    QCOMPARE(accounts().size(), 1);
    QCOMPARE(accounts().first()[u"channel"_s].toString(), u"telegram"_s);
    QVERIFY2(run({u"account"_s, u"test"_s, u"1"_s}) == ExitCode::Ok, m_said.constData());
    QVERIFY(m_json.value(u"ok"_s).toBool());
    const QJsonObject asked = m_json.value(u"requests"_s).toArray().first().toObject();
    QVERIFY2(asked.value(u"url"_s).toString().endsWith(u"/***/getMe"),
             qPrintable(asked.value(u"url"_s).toString()));
    QCOMPARE(asked.value(u"status"_s).toInt(), 200);
    m_server->write(42, u"Where is my lamp?"_s);
    m_server->post(42, -100, u"@lantern_bot nobody answers"_s);

    QVERIFY2(run({u"sync"_s}) == ExitCode::Ok, m_said.constData());

    QCOMPARE(run({u"inbox"_s}), ExitCode::Ok);
    QCOMPARE(m_json.value(u"conversations"_s).toArray().size(), 2);
    QCOMPARE(m_server->pending(), 0); // they are stored, and the server knows it
    QVERIFY(run({u"sync"_s}) == ExitCode::Ok);
    QCOMPARE(run({u"inbox"_s}), ExitCode::Ok);
    QCOMPARE(m_json.value(u"conversations"_s).toArray().size(), 2);
}

void TestTelegramAccount::oneAccountIsSyncedAndSaysSo()
{
    QVERIFY2(add() == ExitCode::Ok, m_said.constData());
    QCOMPARE(run({u"account"_s, u"add"_s, u"feed"_s, u"https://shop.example/feed"_s}), ExitCode::Ok);
    m_server->write(42, u"Where is my lamp?"_s);
    m_server->write(42, u"It is dark here."_s);

    QVERIFY2(run({u"sync"_s, u"--account"_s, u"1"_s, u"--once"_s}) == ExitCode::Ok, m_said.constData());

    const QJsonArray synced = m_json.value(u"accounts"_s).toArray();
    QCOMPARE(synced.size(), 1); // the feed was not asked
    QCOMPARE(synced.first()[u"account"_s].toInt(), 1);
    QCOMPARE(synced.first()[u"new"_s].toInt(), 2);
    QVERIFY(!synced.first().toObject().contains(u"error"_s));
    QVERIFY(run({u"sync"_s, u"--account"_s, u"1"_s, u"--once"_s}) == ExitCode::Ok);
    QCOMPARE(m_json.value(u"accounts"_s).toArray().first()[u"new"_s].toInt(), 0);
    QVERIFY(run({u"sync"_s, u"--account"_s, u"nobody"_s, u"--once"_s}) != ExitCode::Ok);
}

void TestTelegramAccount::preparedDraftIsSentOnce()
{
    QCOMPARE(add(), ExitCode::Ok);
    const QString id = talk();
    QVERIFY2(run({u"send"_s, id}) != ExitCode::Ok, m_said.constData()); // there is no draft yet
    QVERIFY2(run({u"draft"_s, id, u"--text"_s, u"It was sent yesterday, Person."_s}) == ExitCode::Ok,
             m_said.constData());

    QVERIFY2(run({u"send"_s, id}) == ExitCode::Ok, m_said.constData());

    const QJsonObject item = m_json.value(u"items"_s).toArray().first().toObject();
    QCOMPARE(item[u"state"_s].toString(), u"sent"_s);
    QCOMPARE(m_server->sent.size(), 1);
    QCOMPARE(m_server->sent.constFirst()[u"text"_s].toString(), u"It was sent yesterday, Person."_s);
    QVERIFY2(run({u"send"_s}) == ExitCode::Ok, m_said.constData());
    QVERIFY(m_json.value(u"items"_s).toArray().isEmpty());
    QCOMPARE(m_server->sent.size(), 1);
    QVERIFY(run({u"send"_s, u"nobody"_s}) == ExitCode::Usage);
}

void TestTelegramAccount::draftToWhoBlockedUsIsRefused()
{
    QCOMPARE(add(), ExitCode::Ok);
    const QString id = talk();
    QCOMPARE(run({u"draft"_s, id, u"--text"_s, u"It was sent yesterday, Person."_s}), ExitCode::Ok);
    m_server->block(42);

    QVERIFY2(run({u"send"_s, id}) == ExitCode::Failed, m_said.constData());

    const QJsonObject item = m_json.value(u"items"_s).toArray().first().toObject();
    QCOMPARE(item[u"state"_s].toString(), u"refused"_s);
    QVERIFY(m_server->sent.isEmpty());
}

void TestTelegramAccount::wrongTokenAddsNothing()
{
    qputenv("ASIDE_TEST_TOKEN", "7:AAnobody");

    QVERIFY(add() != ExitCode::Ok);

    QVERIFY2(!m_said.contains("AAnobody"), m_said.constData());
    QVERIFY(accounts().isEmpty());
}

void TestTelegramAccount::serverThatIsNoAddressIsTold()
{
    QCOMPARE(run({u"account"_s, u"add"_s, u"telegram"_s, u"--base-url"_s, u"ftp://example.org"_s,
                  u"--password-env"_s, u"ASIDE_TEST_TOKEN"_s}),
             ExitCode::Usage);
    QVERIFY(accounts().isEmpty());
}

void TestTelegramAccount::tokenThatWasTakenBackIsTold()
{
    QCOMPARE(add(), ExitCode::Ok);
    const auto before = m_server->token;
    m_server->token = "7:AAanother";

    QVERIFY(run({u"account"_s, u"test"_s, u"1"_s}) != ExitCode::Ok);

    QVERIFY(!m_json.value(u"ok"_s).toBool());
    QVERIFY(!m_json.value(u"error"_s).toObject().value(u"message"_s).toString().isEmpty());
    QVERIFY(run({u"sync"_s}) != ExitCode::Ok);
    QVERIFY2(!m_said.contains(before), m_said.constData());
}

QTEST_GUILESS_MAIN(TestTelegramAccount)
#include "tst_telegramaccount.moc"
