// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/http/exchangerecorder.h"
#include "app/channels/http/ratebook.h"
#include "tests/support/testclock.h"

#include <QRandomGenerator>
#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestRateBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void burstGoesAtOnceAndTheRestAtItsRate();
    void someOfItIsKeptForPeople();
    void pausesAreObeyed();
    void clockThatJumpsGivesNothing();
    void rateIsNeverExceeded();
    void whatIsLeftIsTold();
    void addressesAreRedacted_data();
    void addressesAreRedacted();
    void recorderKeepsTheLast();
};

void TestRateBook::burstGoesAtOnceAndTheRestAtItsRate()
{
    test::TestClock clock;
    RateBook book;
    book.set(u"post"_s, {.burst = 2, .every = 1s});

    for (int sent = 0; sent < 2; ++sent) {
        QCOMPARE(book.wait(u"post"_s, Urgency::Sync, clock.now()), 0ms);
        book.take(u"post"_s, clock.now());
    }

    QCOMPARE(book.wait(u"post"_s, Urgency::Sync, clock.now()), 1000ms);
    QCOMPARE(book.wait(u"read"_s, Urgency::Sync, clock.now()), 0ms);
    clock.advance(400ms);
    QCOMPARE(book.wait(u"post"_s, Urgency::Sync, clock.now()), 600ms);
    clock.advance(1h);
    book.take(u"post"_s, clock.now());
    book.take(u"post"_s, clock.now());
    QCOMPARE(book.wait(u"post"_s, Urgency::Sync, clock.now()), 1000ms);
}

void TestRateBook::someOfItIsKeptForPeople()
{
    test::TestClock clock;
    RateBook book;
    book.set(u"post"_s, {.burst = 3, .every = 1s, .kept = 2});

    book.take(u"post"_s, clock.now());

    QCOMPARE(book.wait(u"post"_s, Urgency::Sync, clock.now()), 1000ms);
    QCOMPARE(book.wait(u"post"_s, Urgency::Interactive, clock.now()), 0ms);
}

void TestRateBook::pausesAreObeyed()
{
    test::TestClock clock;
    RateBook book;
    book.set(u"post"_s, {.burst = 3, .every = 1s});

    book.pause(u"post"_s, clock.now() + 10s);
    book.pause(u"post"_s, clock.now() + 5s);

    QCOMPARE(book.wait(u"post"_s, Urgency::Interactive, clock.now()), 10'000ms);
    QCOMPARE(book.wait(u"read"_s, Urgency::Sync, clock.now()), 0ms);
    book.pause({}, clock.now() + 20s);
    QCOMPARE(book.wait(u"read"_s, Urgency::Sync, clock.now()), 20'000ms);
    clock.advance(20s);
    QCOMPARE(book.wait(u"post"_s, Urgency::Sync, clock.now()), 0ms);
}

void TestRateBook::clockThatJumpsGivesNothing()
{
    test::TestClock clock;
    RateBook book;
    book.set(u"post"_s, {.burst = 1, .every = 1s});
    book.take(u"post"_s, clock.now());

    clock.advance(-24h);

    QCOMPARE(book.wait(u"post"_s, Urgency::Sync, clock.now()), 1000ms);
}

void TestRateBook::rateIsNeverExceeded()
{
    QRandomGenerator random(11);
    test::TestClock clock;
    RateBook book;
    book.set({}, {.burst = 5, .every = 200ms});
    const Instant from = clock.now();
    int sent = 0;
    for (int step = 0; step < 20'000; ++step) {
        clock.advance(std::chrono::milliseconds(random.bounded(60)));
        if (book.wait({}, Urgency::Sync, clock.now()) == 0ms) {
            book.take({}, clock.now());
            ++sent;
        }
        QVERIFY(sent <= 5 + (clock.now() - from) / 200ms + 1);
    }
    QVERIFY(sent >= (clock.now() - from) / 200ms * 9 / 10);
}

void TestRateBook::whatIsLeftIsTold()
{
    test::TestClock clock;
    RateBook book;
    book.set(u"post"_s, {.burst = 2, .every = 10s});
    book.set(u"read"_s, {}); // no limit, nothing to tell
    QCOMPARE(book.left(clock.now()), (QList<RateLeft>{{.bucket = u"post"_s, .left = 2}}));
    QVERIFY(book.knows(u"read"_s) && !book.knows(u"write"_s));

    book.take(u"post"_s, clock.now());
    book.take(u"post"_s, clock.now());
    clock.advance(4s);

    const Instant now = clock.now();
    QCOMPARE(book.left(now), (QList<RateLeft>{{.bucket = u"post"_s, .left = 0, .until = now + 6s}}));
    book.pause(u"read"_s, now + 30s);
    book.pause({}, now + 20s);
    QCOMPARE(book.left(now),
             (QList<RateLeft>{{.bucket = {}, .left = 0, .until = now + 20s},
                              {.bucket = u"post"_s, .left = 0, .until = now + 6s},
                              {.bucket = u"read"_s, .left = 0, .until = now + 30s}}));
    clock.advance(1min);
    QCOMPARE(book.left(clock.now()), (QList<RateLeft>{{.bucket = u"post"_s, .left = 2}}));
}

void TestRateBook::addressesAreRedacted_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("shown");
    QTest::newRow("Telegram, known or not")
        << u"https://api.telegram.org/bot110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw/getUpdates?offset=5"_s
        << u"https://api.telegram.org/***/getUpdates?offset=…"_s;
    QTest::newRow("a file of Telegram")
        << u"https://api.telegram.org/file/bot110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw/photos/a.jpg"_s
        << u"https://api.telegram.org/file/***/photos/a.jpg"_s;
    QTest::newRow("escaped") << u"https://a.example/x%73ecret/y"_s << u"https://a.example/***/y"_s;
    QTest::newRow("a user") << u"https://anna:xsecret@a.example:8443/"_s << u"https://a.example:8443/"_s;
    QTest::newRow("a query and a fragment") << u"https://a.example/m?access_token=abc&xsecret=1#xsecret"_s
                                            << u"https://a.example/m?access_token=…&***=…"_s;
    QTest::newRow("a long one") << u"https://a.example/"_s + QString(50, u'a') << u"https://a.example/***"_s;
}

void TestRateBook::addressesAreRedacted()
{
    QFETCH(const QString, url);
    QFETCH(const QString, shown);

    QCOMPARE(redactedUrl(QUrl(url), {Secret("xsecret"), Secret()}), shown);
}

void TestRateBook::recorderKeepsTheLast()
{
    ExchangeRecorder recorder;
    for (int number = 1; number <= 250; ++number) {
        recorder.add({.at = fromMillis(0),
                      .method = "GET",
                      .url = u"https://a.example/"_s,
                      .status = number,
                      .fault = number == 250 ? std::optional(Errc::Timeout) : std::nullopt});
    }

    QCOMPARE(recorder.records().size(), ExchangeRecorder::mostKept);
    QCOMPARE(recorder.records().front().status, 51);
    const QByteArrayList lines = recorder.toJsonLines().trimmed().split('\n');
    QCOMPARE(lines.size(), 200);
    QCOMPARE(lines.constLast(),
             "{\"at\":\"1970-01-01T00:00:00.000Z\",\"fault\":\"timeout\",\"method\":\"GET\",\"ms\":0,"
             "\"received\":0,\"sent\":0,\"status\":250,\"url\":\"https://a.example/\"}"_ba);
}

QTEST_GUILESS_MAIN(TestRateBook)
#include "tst_ratebook.moc"
