// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/accountsetups.h"
#include "app/cli/realbackend.h"
#include "app/platform/systemclock.h"
#include "app/profile.h"
#include "tests/cli/fakebackend.h"
#include "tests/servers/telegramserver.h"
#include "tests/support/waiting.h"

#include <QFile>
#include <QJsonArray>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;
using cli::ExitCode;

namespace {

/// Serves one page over plain HTTP, as a feed in one's own network does.
class PlainServer : public QTcpServer
{
public:
    QByteArray page;
    int status = 200;
    int asked = 0;
    bool isSilent = false;

    PlainServer()
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { answer(*socket); });
        });
        listen(QHostAddress::LocalHost);
    }
    [[nodiscard]] QString url() const { return u"http://127.0.0.1:%1/feed"_s.arg(serverPort()); }

private:
    void answer(QTcpSocket &socket)
    {
        if (!socket.readAll().contains("\r\n\r\n")) {
            return;
        }
        ++asked;
        if (!isSilent) {
            socket.write("HTTP/1.1 " + QByteArray::number(status)
                         + " -\r\nContent-Type: application/rss+xml\r\nConnection: close\r\nContent-Length: "
                         + QByteArray::number(page.size()) + "\r\n\r\n" + page);
            socket.disconnectFromHost();
        }
    }
};

QByteArray feedOf(int entries)
{
    QByteArray items;
    for (int i = 0; i < entries; ++i) {
        const QByteArray number = QByteArray::number(i);
        items += "<item><guid>g" + number + "</guid><title>Mention " + number
            + "</title><link>https://blog.example/" + number + "</link></item>";
    }
    return "<rss version=\"2.0\"><channel><title> Lantern\n mentions </title>" + items + "</channel></rss>";
}

Account feedAt(const QString &address)
{
    Account wanted;
    wanted.channel = Channel::Feed;
    wanted.address = address;
    wanted.settings.insert(u"own-server"_s, u"yes"_s);
    return wanted;
}

} // namespace

/// Accounts are tried with the adapters they will be used with.
class TestAccountSetups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aBotIsFoundByItsToken();
    void aChosenNameStays();
    void aFeedIsFoundByItsTitle();
    void whatIsNotThereIsAnError_data();
    void whatIsNotThereIsAnError();
    void stoppingEndsATrial();
    void goingEndsATrial();
    void listsAreRead();
    void aFeedIsSyncedFromTheCommandLine();

private:
    [[nodiscard]] Result<Account> tried(const Account &wanted, const Secret &token = {})
    {
        const QFuture<Result<Account>> future = m_setups->tryAccount(wanted, token, {});
        return waitFor([&] { return future.isFinished(); }) ? future.result() : fail(Errc::Timeout);
    }

    SystemClock m_clock;
    std::unique_ptr<AccountSetups> m_setups = makeSetups(systemEdge(), m_clock);
};

void TestAccountSetups::aBotIsFoundByItsToken()
{
    TelegramServer server(TelegramSpec::load(QStringLiteral(SHARED_DIR) + u"/specs/telegram/api.json"_s));
    Account wanted;
    wanted.channel = Channel::Telegram;
    wanted.settings.insert(u"server"_s, server.url().toString());

    const Result<Account> found = tried(wanted, Secret(server.token));

    QVERIFY(found);
    QVERIFY(found->address.startsWith(u'@') && found->address.size() > 1);
    QCOMPARE(found->name, found->address);
    QVERIFY(!found->identity.isEmpty());
    QCOMPARE(server.calls, QStringList{u"getMe"_s}); // asked what it is, and nothing else
}

void TestAccountSetups::aChosenNameStays()
{
    PlainServer server;
    server.page = feedOf(1);
    Account wanted = feedAt(server.url());
    wanted.name = u"Blogs"_s;

    const Result<Account> found = tried(wanted);

    QVERIFY(found);
    QCOMPARE(found->name, u"Blogs"_s);
}

void TestAccountSetups::aFeedIsFoundByItsTitle()
{
    PlainServer server;
    server.page = feedOf(3);

    const Result<Account> found = tried(feedAt(server.url()));

    QVERIFY(found);
    QCOMPARE(found->name, u"Lantern mentions"_s);
    QCOMPARE(found->address, server.url());
}

void TestAccountSetups::whatIsNotThereIsAnError_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("page");
    QTest::newRow("gone") << 404 << "nothing"_ba;
    QTest::newRow("page") << 200 << "<!DOCTYPE html><html><body>A shop</body></html>"_ba;
    QTest::newRow("empty") << 200 << ""_ba;
}

void TestAccountSetups::whatIsNotThereIsAnError()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, page);
    PlainServer server;
    server.status = status;
    server.page = page;

    QVERIFY(!tried(feedAt(server.url())));
    QCOMPARE(tried(feedAt(u"ftp://shop.example/"_s)).error().code, Errc::BadSettings);
    Account unknown;
    unknown.channel = Channel::X;
    QCOMPARE(tried(unknown).error().code, Errc::NotFound);
}

void TestAccountSetups::stoppingEndsATrial()
{
    PlainServer server;
    server.isSilent = true;
    std::stop_source stop;
    const QFuture<Result<Account>> future = m_setups->tryAccount(feedAt(server.url()), {}, stop.get_token());
    QVERIFY(waitFor([&] { return server.asked == 1; }));

    stop.request_stop();

    QVERIFY(future.isFinished());
    QCOMPARE(future.result().error().code, Errc::Cancelled);
    const QFuture<Result<Account>> late = m_setups->tryAccount(feedAt(server.url()), {}, stop.get_token());
    QVERIFY(late.isFinished()); // it was stopped before it began
    QCOMPARE(late.result().error().code, Errc::Cancelled);
}

void TestAccountSetups::goingEndsATrial()
{
    PlainServer server;
    server.isSilent = true;
    auto setups = makeSetups(systemEdge(), m_clock);
    const QFuture<Result<Account>> future = setups->tryAccount(feedAt(server.url()), {}, {});
    QVERIFY(waitFor([&] { return server.asked == 1; }));

    setups.reset();

    QVERIFY(future.isFinished());
    QCOMPARE(future.result().error().code, Errc::Cancelled);
}

void TestAccountSetups::listsAreRead()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"feeds.opml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("<opml><body><outline text=\"A\" xmlUrl=\"https://a.example/\"/></body></opml>");
    file.close();

    const Result<QList<Account>> accounts = m_setups->readList(Channel::Feed, file.fileName());

    QVERIFY(accounts);
    QCOMPARE(accounts->size(), 1);
    QCOMPARE(accounts->constFirst().channel, Channel::Feed);
    QCOMPARE(accounts->constFirst().address, u"https://a.example/"_s);
    QCOMPARE(m_setups->readList(Channel::Feed, folder.filePath(u"none"_s)).error().code, Errc::NotFound);
    QCOMPARE(m_setups->readList(Channel::Telegram, file.fileName()).error().code, Errc::NotFound);
}

void TestAccountSetups::aFeedIsSyncedFromTheCommandLine()
{
    qputenv("ASIDE_KEYCHAIN", "off");
    PlainServer server;
    server.page = feedOf(3);
    QTemporaryDir folder;
    QVERIFY(Profile::open({.directory = folder.path(), .encryption = Encryption::Plain}));
    QJsonObject said;
    const auto run = [&](const QStringList &arguments) {
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
            context, QStringList{u"--profile"_s, folder.path(), u"--json"_s} + arguments);
        said = QJsonDocument::fromJson(out.data()).object();
        return code;
    };
    QCOMPARE(run({u"account"_s, u"add"_s, u"feed"_s, server.url(), u"--own-server"_s}), ExitCode::Ok);

    QCOMPARE(run({u"sync"_s, u"--account"_s, server.url(), u"--once"_s}), ExitCode::Ok);

    const QJsonObject account = said.value(u"accounts"_s).toArray().first().toObject();
    QCOMPARE(account.value(u"new"_s).toInt(), 3);
    QCOMPARE(account.value(u"address"_s).toString(), server.url());
    QCOMPARE(run({u"sync"_s, u"--account"_s, server.url(), u"--once"_s}), ExitCode::Ok);
    QCOMPARE(said.value(u"accounts"_s).toArray().first()[u"new"_s].toInt(), 0);
}

QTEST_GUILESS_MAIN(TestAccountSetups)
#include "tst_accountsetups.moc"
