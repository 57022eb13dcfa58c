// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/feed/feedadapter.h"
#include "models/domain/refusal.h"
#include "tests/servers/testedge.h"
#include "tests/servers/webserver.h"
#include "tests/support/testclock.h"
#include "tests/support/waiting.h"

#include <QRegularExpression>
#include <QSslSocket>
#include <QTest>

#include <memory>

using namespace aside;
using namespace aside::feed;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::WebServer;

namespace {

/// "1: one" is the entry with the id 1.
QByteArray feedOf(const QByteArrayList &entries)
{
    QByteArray items;
    for (const QByteArray &entry : entries) {
        items += "<item><guid isPermaLink=\"false\">" + entry.first(entry.indexOf(':')) + "</guid><title>"
            + entry.sliced(entry.indexOf(':') + 2) + "</title><link>https://shop.example/" + entry.first(1)
            + "</link><description>&lt;p&gt;Where is it?&lt;/p&gt;</description></item>";
    }
    return "<rss><channel><title>News</title>" + items + "</channel></rss>";
}

QString stripped(const QString &html)
{
    static const QRegularExpression tag(u"<[^>]*>"_s);
    return QString(html).remove(tag);
}

/// An account that reads a feed of a server.
struct Setup {
    WebServer server;
    test::TestEdge edge;
    test::TestClock clock;
    Account account;
    std::unique_ptr<FeedAdapter> adapter;

    Setup()
    {
        edge.know(server);
        account.id = AccountId{1};
        account.channel = Channel::Feed;
        account.name = u"News"_s;
        account.address = server.url(u"/feed"_s).toString();
        renew();
    }
    void renew()
    {
        adapter = std::make_unique<FeedAdapter>(FeedAdapter::Parts{.account = account,
                                                                   .toText = stripped,
                                                                   .edge = edge.edge(),
                                                                   .clock = clock,
                                                                   .random = QRandomGenerator(3)});
    }
    /// What the server says to each request for the feed, the last one again and again.
    void say(const QByteArrayList &answers)
    {
        auto at = std::make_shared<qsizetype>(0); // of a function that is copied
        server.on(u"/feed"_s, [answers, at](QSslSocket &socket) {
            socket.write(answers.at(std::min((*at)++, answers.size() - 1)));
        });
    }
    [[nodiscard]] Result<FetchStep> fetch(const QByteArray &cursor = {}) const
    {
        const QFuture<Result<FetchStep>> future = adapter->fetch(cursor);
        return test::waitFor([&] { return future.isFinished(); }) ? future.result()
                                                                  : Result<FetchStep>(fail(Errc::Internal));
    }
    [[nodiscard]] Errc failure(const QByteArray &cursor = {}) const
    {
        const Result<FetchStep> step = fetch(cursor);
        return step ? Errc::Internal : step.error().code;
    }
    void pass() { clock.advance(20min); }
};

QByteArray headerOf(const QByteArray &head, const QByteArray &name)
{
    for (const QByteArray &line : head.split('\n')) {
        if (line.toLower().startsWith(name + ':')) {
            return line.sliced(name.size() + 1).trimmed();
        }
    }
    return {};
}

QByteArray ok(const QByteArray &body, const QByteArray &headers = {})
{
    return WebServer::answer("200 OK", "Content-Type: text/xml\r\n" + headers, body);
}

} // namespace

class TestFeedAdapter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void entriesBecomePublicMentions();
    void futureDatesAreNow();
    void idsThatAreMissingOrTwiceTellEntriesApart();
    void validatorsGoBackWordForWord();
    void validatorsAreForThePlaceThatGaveThem();
    void sameBodyBringsNothing();
    void feedIsAskedOnceInAQuarterOfAnHour();
    void longFeedComesInSteps();
    void stepThatWasNotStoredComesAgain();
    void feedThatIsGoneIsNotAskedAgain();
    void anotherAddressBeginsAnew();
    void faults_data();
    void faults();
    void redirectsAreFollowedButNotInside();
    void slowServerIsWaitedForNoLongerThanItIsWorth();
    void nobodyCanAnswerHere();
    void addressesOfFeeds();
};

void TestFeedAdapter::entriesBecomePublicMentions()
{
    Setup setup;
    setup.say({ok(feedOf({"1: Late &amp; lost"}))});

    const Result<FetchStep> step = setup.fetch();

    QVERIFY(step);
    QVERIFY(step->isComplete);
    QCOMPARE(step->batch.messages.size(), 1);
    const IncomingMessage &mention = step->batch.messages.constFirst();
    QCOMPARE(mention.channel, Channel::Feed);
    QCOMPARE(mention.audience, Audience::Public);
    QVERIFY(mention.remoteId.endsWith(u"/1"));
    QCOMPARE(mention.conversationKey, mention.remoteId);
    QCOMPARE(mention.subject, u"Late & lost"_s);
    QCOMPARE(mention.text, u"Where is it?\n\nhttps://shop.example/1"_s);
    QCOMPARE(mention.authorHandle, u"shop.example"_s);
    QVERIFY(mention.html.isEmpty());
}

void TestFeedAdapter::futureDatesAreNow()
{
    Setup setup;
    setup.say({ok("<rss><channel><item><title>A</title><pubDate>1 Jan 2150 00:00:00 GMT</pubDate></item>"
                  "<item><title>B</title></item><item><title>C</title><pubDate>1 Jan 2020</pubDate></item>"
                  "</channel></rss>")});

    const Result<FetchStep> step = setup.fetch();

    QVERIFY(step);
    QCOMPARE(step->batch.messages.size(), 3);
    QCOMPARE(step->batch.messages.at(0).subject, u"C"_s); // the oldest first
    QCOMPARE(step->batch.messages.at(1).sentAt, setup.clock.now());
    QCOMPARE(step->batch.messages.at(2).sentAt, setup.clock.now());
}

void TestFeedAdapter::idsThatAreMissingOrTwiceTellEntriesApart()
{
    Setup setup;
    setup.say({ok("<rss><channel><item><guid>1</guid><link>http://a.example/1</link></item>"
                  "<item><guid>1</guid><link>http://a.example/2</link></item>"
                  "<item><link>http://a.example/3</link></item><item><title>Four</title></item>"
                  "<item><title>Four</title></item></channel></rss>")});

    const Result<FetchStep> step = setup.fetch();

    QVERIFY(step);
    QSet<QString> ids;
    for (const IncomingMessage &mention : step->batch.messages) {
        ids.insert(mention.remoteId.section(u'/', 1));
    }
    QCOMPARE(step->batch.messages.size(), 4);
    QCOMPARE(ids.size(), 4);
    QVERIFY(ids.contains(u"1"_s));
    QVERIFY(ids.contains(u"http://a.example/2"_s));
    QVERIFY(ids.contains(u"http://a.example/3"_s));
}

void TestFeedAdapter::validatorsGoBackWordForWord()
{
    Setup setup;
    const QByteArray etag = "W/\"a b\xe9\"";
    setup.say({ok(feedOf({"1: one"}), "ETag: " + etag + "\r\nLast-Modified: yesterday, about noon\r\n"),
               WebServer::answer("304 Not Modified", {}, {})});
    const Result<FetchStep> first = setup.fetch();
    QVERIFY(first);
    setup.pass();

    const Result<FetchStep> second = setup.fetch(first->batch.cursor);

    QVERIFY(second);
    QVERIFY(second->isComplete);
    QVERIFY(second->batch.messages.isEmpty());
    QVERIFY(!setup.server.requests.constFirst().toLower().contains("\r\nif-"));
    QCOMPARE(headerOf(setup.server.requests.constLast(), "if-none-match"), etag);
    QCOMPARE(headerOf(setup.server.requests.constLast(), "if-modified-since"), "yesterday, about noon"_ba);
}

void TestFeedAdapter::validatorsAreForThePlaceThatGaveThem()
{
    Setup setup;
    setup.server.redirect(u"/feed"_s, "/there");
    setup.server.on(u"/there"_s,
                    [](QSslSocket &socket) { socket.write(ok(feedOf({"1: one"}), "ETag: \"x\"\r\n")); });
    const Result<FetchStep> first = setup.fetch();
    QVERIFY(first);
    setup.pass();
    setup.server.requests.clear();

    QVERIFY(setup.fetch(first->batch.cursor));

    QCOMPARE(setup.server.requests.size(), 2);
    QVERIFY(headerOf(setup.server.requests.constFirst(), "if-none-match").isEmpty());
    QCOMPARE(headerOf(setup.server.requests.constLast(), "if-none-match"), "\"x\""_ba);
}

void TestFeedAdapter::sameBodyBringsNothing()
{
    Setup setup;
    setup.say({ok(feedOf({"1: one"})), ok(feedOf({"1: one"})), ok(feedOf({"1: one", "2: two"}))});
    const Result<FetchStep> first = setup.fetch();
    setup.pass();
    const Result<FetchStep> second = setup.fetch(first->batch.cursor);
    setup.pass();
    const Result<FetchStep> third = setup.fetch(second->batch.cursor);

    QVERIFY(second->batch.messages.isEmpty());
    QCOMPARE(third->batch.messages.size(), 2);
    QCOMPARE(third->batch.messages.constFirst().remoteId, first->batch.messages.constFirst().remoteId);
}

void TestFeedAdapter::feedIsAskedOnceInAQuarterOfAnHour()
{
    Setup setup;
    setup.say({ok(feedOf({"1: one"}))});
    const Result<FetchStep> first = setup.fetch();
    QVERIFY(first);

    setup.clock.advance(15min - 1ms);
    setup.renew(); // the program was started again
    const Result<FetchStep> tooEarly = setup.fetch(first->batch.cursor);
    QVERIFY(tooEarly);
    QCOMPARE(tooEarly->batch.cursor, first->batch.cursor);
    QCOMPARE(setup.server.requests.size(), 1);
    setup.clock.advance(3min + 1ms);
    QVERIFY(setup.fetch(first->batch.cursor));
    QCOMPARE(setup.server.requests.size(), 2);
    setup.clock.advance(-240h); // a clock that was wrong keeps nobody from asking
    QVERIFY(setup.fetch(first->batch.cursor));
    QCOMPARE(setup.server.requests.size(), 3);
}

void TestFeedAdapter::longFeedComesInSteps()
{
    Setup setup;
    QByteArrayList entries;
    for (int number = 0; number < 10'000; ++number) {
        entries.append(QByteArray::number(number) + ": entry");
    }
    setup.say({ok(feedOf(entries))});
    QByteArray cursor;
    QSet<QString> ids;
    int steps = 0;
    for (bool isComplete = false; !isComplete; ++steps) {
        const Result<FetchStep> step = setup.fetch(cursor);
        QVERIFY(step);
        QVERIFY(step->batch.messages.size() <= 500);
        for (const IncomingMessage &mention : step->batch.messages) {
            ids.insert(mention.remoteId);
        }
        cursor = step->batch.cursor;
        isComplete = step->isComplete;
    }

    QCOMPARE(ids.size(), 10'000);
    QCOMPARE(steps, 20);
    QCOMPARE(setup.server.requests.size(), 1);
}

void TestFeedAdapter::stepThatWasNotStoredComesAgain()
{
    Setup setup;
    QByteArrayList entries;
    for (int number = 0; number < 700; ++number) {
        entries.append(QByteArray::number(number) + ": entry");
    }
    setup.say({ok(feedOf(entries))});
    const Result<FetchStep> first = setup.fetch();
    QVERIFY(first);
    QVERIFY(!first->isComplete);
    setup.renew(); // it was killed, before or after it stored that

    const Result<FetchStep> again = setup.fetch(first->batch.cursor);

    QVERIFY(again);
    QCOMPARE(again->batch.messages, first->batch.messages);
}

void TestFeedAdapter::feedThatIsGoneIsNotAskedAgain()
{
    Setup setup;
    setup.say({WebServer::answer("410 Gone", {}, {})});

    const Result<FetchStep> step = setup.fetch();
    QVERIFY(step);
    setup.pass();
    const Result<FetchStep> later = setup.fetch(step->batch.cursor);

    QCOMPARE(step->troubles, (QList<FolderTrouble>{{.folder = u"News"_s, .fault = Errc::NotFound}}));
    QCOMPARE(later->troubles, step->troubles);
    QCOMPARE(setup.server.requests.size(), 1);
}

void TestFeedAdapter::anotherAddressBeginsAnew()
{
    Setup setup;
    setup.say({WebServer::answer("410 Gone", {}, {})});
    const Result<FetchStep> step = setup.fetch();
    setup.server.on(u"/new"_s, [](QSslSocket &socket) { socket.write(ok(feedOf({"1: one"}))); });
    setup.account.address = setup.server.url(u"/new"_s).toString();
    setup.renew();

    const Result<FetchStep> anew = setup.fetch(step->batch.cursor);

    QVERIFY(anew);
    QCOMPARE(anew->batch.messages.size(), 1);
    QCOMPARE(setup.failure("nonsense"), Errc::InvalidInput);
}

void TestFeedAdapter::faults_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<Errc>("code");
    QTest::addColumn<int>("wait"); // -1: nothing
    const QByteArray page = "<!DOCTYPE html><html><body>Accept all cookies</body></html>";
    QTest::newRow("a page") << ok(page) << Errc::BadAnswer << -1;
    QTest::newRow("nothing") << ok({}) << Errc::BadAnswer << -1;
    QTest::newRow("401") << WebServer::answer("401 Unauthorized", {}, {}) << Errc::SignInRefused << -1;
    QTest::newRow("403") << WebServer::answer("403 Forbidden", {}, page) << Errc::ServerRefused << -1;
    QTest::newRow("404") << WebServer::answer("404 Not Found", {}, page) << Errc::NotFound << -1;
    QTest::newRow("429") << WebServer::answer("429 Slow down", "Retry-After: 90\r\n", {})
                         << Errc::ServerRefused << 90;
    QTest::newRow("500") << WebServer::answer("500 Oops", {}, page) << Errc::ServerRefused << 60;
    QTest::newRow("cut") << "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\nConnection: close\r\n\r\n<rss>"_ba
                         << Errc::Truncated << -1;
    QTest::newRow("too large") << "HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n<rss>"_ba
                               << Errc::TooLarge << -1;
}

void TestFeedAdapter::faults()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const Errc, code);
    QFETCH(const int, wait);
    Setup setup;
    setup.server.on(u"/feed"_s, [answer](QSslSocket &socket) {
        socket.write(answer);
        if (answer.contains("Connection: close")) {
            socket.disconnectFromHost();
        }
    });

    const Result<FetchStep> step = setup.fetch();

    QVERIFY(!step);
    QCOMPARE(step.error().code, code);
    QCOMPARE(step.error().retryAfter, wait < 0 ? std::nullopt : std::optional(std::chrono::seconds(wait)));
}

void TestFeedAdapter::redirectsAreFollowedButNotInside()
{
    Setup setup;
    setup.server.redirect(u"/feed"_s, "https://10.0.0.1/feed");
    QCOMPARE(setup.failure(), Errc::PrivateAddress);
    setup.server.redirect(u"/feed"_s, "file:///etc/passwd");
    QCOMPARE(setup.failure(), Errc::InvalidInput);
    setup.server.redirect(u"/feed"_s, "http://pictures.example/feed");
    QCOMPARE(setup.failure(), Errc::Insecure);
    setup.server.redirect(u"/feed"_s, "/feed");
    setup.server.requests.clear();
    QCOMPARE(setup.failure(), Errc::ServerRefused);
    QCOMPARE(setup.server.requests.size(), 6);
}

void TestFeedAdapter::slowServerIsWaitedForNoLongerThanItIsWorth()
{
    Setup setup;
    setup.server.on(u"/feed"_s, [](QSslSocket &socket) { socket.write("HTTP/1.1 200 OK\r\n\r\n<rss>"); });

    const QFuture<Result<FetchStep>> future = setup.adapter->fetch({});
    QTRY_COMPARE(setup.server.requests.size(), 1);
    setup.edge.ring();
    QTRY_VERIFY(future.isFinished());
    const QFuture<Result<FetchStep>> abandoned = setup.adapter->fetch({});
    setup.adapter.reset();
    QTRY_VERIFY(abandoned.isFinished());

    QCOMPARE(future.result().error().code, Errc::Timeout);
    QCOMPARE(abandoned.result().error().code, Errc::Cancelled);
}

void TestFeedAdapter::nobodyCanAnswerHere()
{
    Setup setup;

    const QFuture<SendOutcome> sent = setup.adapter->send({});

    QVERIFY(sent.isFinished());
    QCOMPARE(sent.result(), SendOutcome(Refused{.code = QString(answerOnThePage), .words = {}}));
    QVERIFY(setup.server.requests.isEmpty());
}

void TestFeedAdapter::addressesOfFeeds()
{
    QVERIFY(FeedAdapter::isFeedAddress(u"https://www.google.com/alerts/feeds/1/2"_s));
    QVERIFY(FeedAdapter::isFeedAddress(u"http://a.example/rss"_s));
    for (const QString &bad : {u"a.example/rss"_s, u"file:///etc/passwd"_s, u"https://a:b@c.example/"_s,
                               u"https:///rss"_s, QString(), u"https://a b.example/"_s}) {
        QVERIFY2(!FeedAdapter::isFeedAddress(bad), qPrintable(bad));
    }
}

QTEST_GUILESS_MAIN(TestFeedAdapter)
#include "tst_feedadapter.moc"
