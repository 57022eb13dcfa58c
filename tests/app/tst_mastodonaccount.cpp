// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/realbackend.h"
#include "app/profile.h"
#include "tests/cli/fakebackend.h"
#include "tests/servers/mastodonserver.h"
#include "tests/servers/snacserver.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;
using cli::ExitCode;

/// An account of Mastodon from the command line: added by a token and by the browser, tried and fetched
/// through.
class TestMastodonAccount : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void accountIsAddedByItsTokenTriedAndFetchedThrough();
    void preparedDraftIsSentOnce();
    void tenThousandAreStoredOnceEach();
    void accountIsAddedByTheBrowser_data();
    void accountIsAddedByTheBrowser();
    void accountOfAnotherServerIsAddedByTheBrowser();
    void personWhoSaysNoAddsNothing();
    void wrongTokenAddsNothing();
    void serverThatIsNoAddressIsTold();

private:
    ExitCode run(const QStringList &arguments);
    ExitCode add(const QStringList &more)
    {
        return run(
            QStringList{u"account"_s, u"add"_s, u"mastodon"_s, u"--server"_s, m_server->url().toString()}
            + more);
    }
    /// As a browser that is given the page; it goes where it is sent.
    void browse(const QUrl &page);
    [[nodiscard]] QJsonArray accounts()
    {
        return run({u"account"_s, u"list"_s}) == ExitCode::Ok ? m_json.value(u"accounts"_s).toArray()
                                                              : QJsonArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MastodonServer> m_server;
    std::function<QUrl(const QUrl &page)> m_person; ///< what whoever signs in is sent back with
    QNetworkAccessManager m_browser;
    QByteArray m_seen; ///< by the browser, in the end
    QJsonObject m_json;
    QByteArray m_said;
};

void TestMastodonAccount::init()
{
    QTest::failOnWarning();
    qputenv("ASIDE_KEYCHAIN", "off");
    qputenv("ASIDE_SECRETS_PASSPHRASE", "a phrase");
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<MastodonServer>();
    m_person = [this](const QUrl &page) {
        return m_server->consent(page);
    };
    qputenv("ASIDE_TEST_TOKEN", m_server->token);
    QVERIFY(Profile::open({.directory = m_folder->path(), .encryption = Encryption::Plain}));
}

void TestMastodonAccount::browse(const QUrl &page)
{
    QNetworkReply *reply = m_browser.get(QNetworkRequest(m_person(page)));
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        m_seen = reply->readAll();
        reply->deleteLater();
    });
}

ExitCode TestMastodonAccount::run(const QStringList &arguments)
{
    cli::RealBackend backend(nullptr);
    FakeInterrupt interrupt;
    QBuffer in;
    QBuffer out;
    QBuffer err;
    in.open(QIODevice::ReadOnly);
    out.open(QIODevice::WriteOnly);
    err.open(QIODevice::WriteOnly);
    connect(&err, &QIODevice::bytesWritten, this, [this, &err] {
        for (const QByteArray &line : err.data().split('\n')) {
            if (line.startsWith("http")) {
                browse(QUrl::fromEncoded(line.trimmed()));
                err.disconnect(this);
            }
        }
    });
    cli::Output output({.out = out, .err = err, .width = 80, .showsProgress = false}, cli::Format::Text);
    cli::CommandContext context{
        .backend = backend, .output = output, .input = in, .interrupt = interrupt, .profile = {}};
    const auto code = cli::runCommandLine(
        context, QStringList{u"--profile"_s, m_folder->path(), u"--json"_s} + arguments);
    m_json = QJsonDocument::fromJson(out.data()).object();
    m_said = err.data() + out.data();
    return code;
}

void TestMastodonAccount::accountIsAddedByItsTokenTriedAndFetchedThrough()
{
    QVERIFY2(add({u"--password-env"_s, u"ASIDE_TEST_TOKEN"_s}) == ExitCode::Ok, m_said.constData());
    QVERIFY2(!m_said.contains(m_server->token), m_said.constData());
    QCOMPARE(accounts().size(), 1);
    const QJsonObject account = accounts().first().toObject();
    QCOMPARE(account.value(u"channel"_s).toString(), u"mastodon"_s);
    QCOMPARE(account.value(u"address"_s).toString(), u"@shop@masto.example"_s);
    QCOMPARE(account.value(u"settings"_s)[u"limit.characters"_s].toString(), u"500"_s);
    QVERIFY2(run({u"account"_s, u"test"_s, u"1"_s}) == ExitCode::Ok, m_said.constData());
    m_server->write(u"anna"_s, u"@shop where is my lamp?"_s);
    m_server->write(u"boris"_s, u"@shop psst"_s, {{u"visibility"_s, u"direct"_s}});

    QVERIFY2(run({u"sync"_s}) == ExitCode::Ok, m_said.constData());

    QCOMPARE(run({u"inbox"_s}), ExitCode::Ok);
    QCOMPARE(m_json.value(u"conversations"_s).toArray().size(), 2);
    QVERIFY(run({u"sync"_s}) == ExitCode::Ok);
    QCOMPARE(run({u"inbox"_s}), ExitCode::Ok);
    QCOMPARE(m_json.value(u"conversations"_s).toArray().size(), 2);
}

void TestMastodonAccount::preparedDraftIsSentOnce()
{
    QCOMPARE(add({u"--password-env"_s, u"ASIDE_TEST_TOKEN"_s}), ExitCode::Ok);
    m_server->write(u"anna"_s, u"@shop where is my lamp?"_s);
    QCOMPARE(run({u"sync"_s}), ExitCode::Ok);
    QCOMPARE(run({u"inbox"_s}), ExitCode::Ok);
    const auto id = QString::number(m_json.value(u"conversations"_s).toArray().first()[u"id"_s].toInteger());
    QVERIFY2(run({u"draft"_s, id, u"--text"_s, u"It was sent yesterday, Anna."_s}) == ExitCode::Ok,
             m_said.constData());

    QVERIFY2(run({u"send"_s, id}) == ExitCode::Ok, m_said.constData());

    const QJsonObject item = m_json.value(u"items"_s).toArray().first().toObject();
    QCOMPARE(item[u"state"_s].toString(), u"sent"_s);
    QCOMPARE(m_server->sent().size(), 1);
    QVERIFY2(run({u"send"_s}) == ExitCode::Ok, m_said.constData());
    QCOMPARE(m_server->sent().size(), 1);
}

void TestMastodonAccount::tenThousandAreStoredOnceEach()
{
    QVERIFY2(add({u"--password-env"_s, u"ASIDE_TEST_TOKEN"_s}) == ExitCode::Ok, m_said.constData());
    m_server->write(u"anna"_s, u"@shop first"_s);
    QVERIFY2(run({u"sync"_s}) == ExitCode::Ok, m_said.constData());
    for (int at = 0; at < 10'000; ++at) {
        m_server->write(u"p%1"_s.arg(at % 100), u"@shop %1"_s.arg(at));
    }

    QElapsedTimer taken;
    taken.start();
    QVERIFY2(run({u"sync"_s}) == ExitCode::Ok, m_said.constData());
    qInfo() << "fetched and stored in" << taken.elapsed() << "ms";
    QCOMPARE(m_json.value(u"accounts"_s)[0][u"new"_s].toInt(), 10'000);
    QVERIFY2(run({u"sync"_s}) == ExitCode::Ok, m_said.constData());
    QCOMPARE(m_json.value(u"accounts"_s)[0][u"new"_s].toInt(), 0);
}

void TestMastodonAccount::accountIsAddedByTheBrowser_data()
{
    QTest::addColumn<QSet<QString>>("lacks");
    QTest::newRow("Mastodon") << QSet<QString>();
    QTest::newRow("before 4.3") << QSet<QString>{u"uris"_s};
}

void TestMastodonAccount::accountIsAddedByTheBrowser()
{
    QFETCH(const QSet<QString>, lacks);
    m_server->lacks = lacks;

    QVERIFY2(add({}) == ExitCode::Ok, m_said.constData());

    QCOMPARE(accounts().size(), 1);
    QVERIFY2(run({u"account"_s, u"test"_s, u"1"_s}) == ExitCode::Ok, m_said.constData());
    QVERIFY(!m_said.contains(m_server->token));
    QTRY_VERIFY2(m_seen.contains("Aside"), m_seen.constData());
}

void TestMastodonAccount::accountOfAnotherServerIsAddedByTheBrowser()
{
    if (!SnacServer::isInstalled()) {
        QSKIP("snac2 is not installed: ./dev setup test does it");
    }
    const auto snac = SnacServer::start();
    QVERIFY(snac);
    m_person = [&](const QUrl &page) {
        return snac->consent(page, u"shop"_s);
    };

    QVERIFY2(run({u"account"_s, u"add"_s, u"mastodon"_s, u"--server"_s, snac->url().toString()})
                 == ExitCode::Ok,
             m_said.constData());

    const QJsonObject account = accounts().first().toObject();
    QCOMPARE(account.value(u"address"_s).toString(), u"@shop@"_s + snac->host());
    QCOMPARE(account.value(u"settings"_s)[u"limit.characters"_s].toString(), u"100000"_s);
    QVERIFY2(run({u"sync"_s}) == ExitCode::Ok, m_said.constData());
}

void TestMastodonAccount::personWhoSaysNoAddsNothing()
{
    m_person = [this](const QUrl &page) {
        QUrl back = m_server->consent(page);
        back.setQuery(
            {{u"error"_s, u"access_denied"_s}, {u"state"_s, QUrlQuery(back).queryItemValue(u"state"_s)}});
        return back;
    };

    QVERIFY(add({}) != ExitCode::Ok);

    QVERIFY(accounts().isEmpty());
}

void TestMastodonAccount::wrongTokenAddsNothing()
{
    qputenv("ASIDE_TEST_TOKEN", "nobodys-token");

    QVERIFY(add({u"--password-env"_s, u"ASIDE_TEST_TOKEN"_s}) != ExitCode::Ok);

    QVERIFY2(!m_said.contains("nobodys-token"), m_said.constData());
    QVERIFY(accounts().isEmpty());
}

void TestMastodonAccount::serverThatIsNoAddressIsTold()
{
    QCOMPARE(run({u"account"_s, u"add"_s, u"mastodon"_s}), ExitCode::Usage);
    QCOMPARE(run({u"account"_s, u"add"_s, u"mastodon"_s, u"--server"_s, u"ftp://example.org"_s}),
             ExitCode::Usage);
    QVERIFY(accounts().isEmpty());
}

QTEST_GUILESS_MAIN(TestMastodonAccount)
#include "tst_mastodonaccount.moc"
