// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/realbackend.h"
#include "app/profile.h"
#include "tests/cli/fakebackend.h"
#include "tests/servers/vkserver.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;
using cli::ExitCode;

/// A community of VK from the command line: added, tried and fetched through, against a server that checks
/// each request.
class TestVkAccount : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void communityIsAddedTriedAndFetchedThrough();
    void preparedDraftIsSentOnce();
    void wrongTokenAddsNothing();
    void serverThatIsNoAddressIsTold();
    void tokenThatWasTakenBackIsTold();

private:
    ExitCode run(const QStringList &arguments);
    ExitCode add(const QStringList &more = {})
    {
        return run(QStringList{u"account"_s, u"add"_s, u"vk"_s, u"--base-url"_s, m_server->url().toString(),
                               u"--password-env"_s, u"ASIDE_TEST_TOKEN"_s}
                   + more);
    }
    [[nodiscard]] QJsonArray accounts()
    {
        return run({u"account"_s, u"list"_s}) == ExitCode::Ok ? m_json.value(u"accounts"_s).toArray()
                                                              : QJsonArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<VkServer> m_server;
    QJsonObject m_json;
    QByteArray m_said;
};

void TestVkAccount::init()
{
    QTest::failOnWarning();
    qputenv("ASIDE_KEYCHAIN", "off");
    qputenv("ASIDE_SECRETS_PASSPHRASE", "a phrase");
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<VkServer>(VkSpec::load(QStringLiteral(SHARED_DIR) + u"/specs/vk"_s));
    qputenv("ASIDE_TEST_TOKEN", m_server->token);
    QVERIFY(Profile::open({.directory = m_folder->path(), .encryption = Encryption::Plain}));
}

void TestVkAccount::cleanup()
{
    QCOMPARE(m_server->refused, QStringList());
    QVERIFY2(!m_said.contains(m_server->token), m_said.constData());
}

ExitCode TestVkAccount::run(const QStringList &arguments)
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

void TestVkAccount::communityIsAddedTriedAndFetchedThrough()
{
    QVERIFY2(add() == ExitCode::Ok, m_said.constData());
    QCOMPARE(accounts().size(), 1);
    QCOMPARE(accounts().first()[u"channel"_s].toString(), u"vk"_s);
    QVERIFY2(run({u"account"_s, u"test"_s, u"1"_s}) == ExitCode::Ok, m_said.constData());
    QVERIFY(m_json.value(u"ok"_s).toBool());
    QVERIFY2(run({u"sync"_s}) == ExitCode::Ok, m_said.constData());
    m_server->write(42, u"Where is my lamp?"_s);
    m_server->comment(42, 10, u"Nobody answers"_s);

    QVERIFY2(run({u"sync"_s}) == ExitCode::Ok, m_said.constData());

    QCOMPARE(run({u"inbox"_s}), ExitCode::Ok);
    QCOMPARE(m_json.value(u"conversations"_s).toArray().size(), 2);
    QVERIFY(run({u"sync"_s}) == ExitCode::Ok);
    QCOMPARE(run({u"inbox"_s}), ExitCode::Ok);
    QCOMPARE(m_json.value(u"conversations"_s).toArray().size(), 2);
}

void TestVkAccount::preparedDraftIsSentOnce()
{
    QCOMPARE(add(), ExitCode::Ok);
    QCOMPARE(run({u"sync"_s}), ExitCode::Ok);
    m_server->write(42, u"Where is my lamp?"_s);
    QCOMPARE(run({u"sync"_s}), ExitCode::Ok);
    QCOMPARE(run({u"inbox"_s}), ExitCode::Ok);
    const qint64 talk = m_json.value(u"conversations"_s).toArray().first()[u"id"_s].toInteger();
    const QString id = QString::number(talk);
    QVERIFY2(run({u"draft"_s, id, u"--text"_s, u"It was sent yesterday, Person."_s}) == ExitCode::Ok,
             m_said.constData());

    QVERIFY2(run({u"send"_s, id}) == ExitCode::Ok, m_said.constData());

    const QJsonObject item = m_json.value(u"items"_s).toArray().first().toObject();
    QCOMPARE(item[u"state"_s].toString(), u"sent"_s);
    QCOMPARE(item[u"channel"_s].toString(), u"vk"_s);
    QCOMPARE(m_server->count(u"messages.send"_s), 1);
    QCOMPARE(m_server->talk(42).last()[u"text"_s].toString(), u"It was sent yesterday, Person."_s);
    QVERIFY2(run({u"send"_s}) == ExitCode::Ok, m_said.constData());
    QCOMPARE(m_server->count(u"messages.send"_s), 1);
}

void TestVkAccount::wrongTokenAddsNothing()
{
    qputenv("ASIDE_TEST_TOKEN", "vk1.a.nobody");

    QVERIFY(add() != ExitCode::Ok);

    QVERIFY2(!m_said.contains("vk1.a.nobody"), m_said.constData());
    QVERIFY(accounts().isEmpty());
}

void TestVkAccount::serverThatIsNoAddressIsTold()
{
    QCOMPARE(run({u"account"_s, u"add"_s, u"vk"_s, u"--base-url"_s, u"ftp://example.org"_s,
                  u"--password-env"_s, u"ASIDE_TEST_TOKEN"_s}),
             ExitCode::Usage);
    QVERIFY(accounts().isEmpty());
}

void TestVkAccount::tokenThatWasTakenBackIsTold()
{
    QCOMPARE(add(), ExitCode::Ok);
    const auto before = m_server->token;
    m_server->token = "vk1.a.another";

    QVERIFY(run({u"account"_s, u"test"_s, u"1"_s}) != ExitCode::Ok);

    QVERIFY(!m_json.value(u"ok"_s).toBool());
    QVERIFY(!m_json.value(u"error"_s).toObject().value(u"message"_s).toString().isEmpty());
    QVERIFY(run({u"sync"_s}) != ExitCode::Ok);
    QVERIFY2(!m_said.contains(before), m_said.constData());
}

QTEST_GUILESS_MAIN(TestVkAccount)
#include "tst_vkaccount.moc"
