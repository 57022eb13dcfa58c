// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/http/apioutcome.h"
#include "tests/support/testclock.h"

#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

ApiReply answered(int status, const QByteArray &retryAfter = {})
{
    ApiResponse response{.status = status};
    if (!retryAfter.isNull()) {
        response.headers = {{"Retry-After", retryAfter}};
    }
    return {.response = response, .lastByte = LastByte::Left};
}

/// "sent" where the answer is good; else the outcome in a word.
QString kindOf(const std::optional<SendOutcome> &outcome)
{
    static const QStringList names{u"Sent"_s, u"Refused"_s, u"RetryLater"_s, u"Unknown"_s};
    return outcome ? names.at(static_cast<qsizetype>(outcome->index())) : u"good"_s;
}

} // namespace

class TestApiOutcome : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void serversSayWhenToComeAgain_data();
    void serversSayWhenToComeAgain();
    void statusesOfReading_data();
    void statusesOfReading();
    void statusesOfSending_data();
    void statusesOfSending();
    void lostAnswersAreUnknownUnlessNothingLeft_data();
    void lostAnswersAreUnknownUnlessNothingLeft();
    void refusalHasTheWordsOfTheServer();
    void pagesAndNothingAreBadAnswers();
};

void TestApiOutcome::serversSayWhenToComeAgain_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("seconds"); // -1: nothing
    QTest::newRow("seconds") << "120"_ba << 120;
    QTest::newRow("now") << "0"_ba << 0;
    QTest::newRow("a date") << "Thu, 01 Jan 1970 00:02:00 GMT"_ba << 120;
    QTest::newRow("an old date") << "Thursday, 01-Jan-70 00:02:00 GMT"_ba << 120;
    QTest::newRow("a date of C") << "Thu Jan  1 00:02:00 1970"_ba << 120;
    QTest::newRow("past") << "Wed, 31 Dec 1969 00:02:00 GMT"_ba << 0;
    QTest::newRow("a year") << "31536000"_ba << 86'400;
    QTest::newRow("more than fits") << "9223372036854775807"_ba << 86'400;
    QTest::newRow("negative") << "-1"_ba << -1;
    QTest::newRow("words") << "soon"_ba << -1;
    QTest::newRow("none") << QByteArray() << -1;
}

void TestApiOutcome::serversSayWhenToComeAgain()
{
    QFETCH(const QByteArray, value);
    QFETCH(const int, seconds);

    const auto wait = retryAfter(*answered(429, value).response, fromMillis(0));

    QCOMPARE(wait, seconds < 0 ? std::nullopt : std::optional(std::chrono::seconds(seconds)));
}

void TestApiOutcome::statusesOfReading_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("wait"); // -1: nothing
    QTest::newRow("200") << 200 << QByteArray() << u"ok"_s << -1;
    QTest::newRow("304") << 304 << QByteArray() << u"ok"_s << -1;
    QTest::newRow("302") << 302 << QByteArray() << u"server-refused"_s << -1;
    QTest::newRow("400") << 400 << QByteArray() << u"server-refused"_s << -1;
    QTest::newRow("401") << 401 << QByteArray() << u"sign-in-refused"_s << -1;
    QTest::newRow("403") << 403 << QByteArray() << u"server-refused"_s << -1;
    QTest::newRow("404") << 404 << QByteArray() << u"not-found"_s << -1;
    QTest::newRow("408") << 408 << QByteArray() << u"timeout"_s << -1;
    QTest::newRow("429") << 429 << QByteArray() << u"server-refused"_s << 60;
    QTest::newRow("429 with a time") << 429 << "7"_ba << u"server-refused"_s << 7;
    QTest::newRow("500") << 500 << QByteArray() << u"server-refused"_s << 60;
    QTest::newRow("503 with a time") << 503 << "600"_ba << u"server-refused"_s << 600;
}

void TestApiOutcome::statusesOfReading()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, after);
    QFETCH(const QString, code);
    QFETCH(const int, wait);

    const Result<ApiResponse> outcome = readOutcome(answered(status, after), fromMillis(0));

    QCOMPARE(outcome ? u"ok"_s : QString(errcName(outcome.error().code)), code);
    if (!outcome) {
        QCOMPARE(outcome.error().retryAfter,
                 wait < 0 ? std::nullopt : std::optional(std::chrono::seconds(wait)));
    }
}

void TestApiOutcome::statusesOfSending_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("unsafe");
    QTest::addColumn<QString>("safe");
    QTest::newRow("200") << 200 << QByteArray() << u"good"_s << u"good"_s;
    QTest::newRow("302") << 302 << QByteArray() << u"Refused"_s << u"Refused"_s;
    QTest::newRow("400") << 400 << QByteArray() << u"Refused"_s << u"Refused"_s;
    QTest::newRow("401") << 401 << QByteArray() << u"RetryLater"_s << u"RetryLater"_s;
    QTest::newRow("403") << 403 << QByteArray() << u"Refused"_s << u"Refused"_s;
    QTest::newRow("404") << 404 << QByteArray() << u"Refused"_s << u"Refused"_s;
    QTest::newRow("408") << 408 << QByteArray() << u"RetryLater"_s << u"RetryLater"_s;
    QTest::newRow("429") << 429 << "5"_ba << u"RetryLater"_s << u"RetryLater"_s;
    QTest::newRow("500") << 500 << QByteArray() << u"Unknown"_s << u"RetryLater"_s;
    QTest::newRow("502") << 502 << "5"_ba << u"Unknown"_s << u"RetryLater"_s;
    QTest::newRow("503") << 503 << QByteArray() << u"Unknown"_s << u"RetryLater"_s;
    QTest::newRow("503 with a time") << 503 << "5"_ba << u"RetryLater"_s << u"RetryLater"_s;
    QTest::newRow("504") << 504 << QByteArray() << u"Unknown"_s << u"RetryLater"_s;
}

void TestApiOutcome::statusesOfSending()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, after);
    QFETCH(const QString, unsafe);
    QFETCH(const QString, safe);

    QCOMPARE(kindOf(sendFault(answered(status, after), fromMillis(0), Repeat::Unsafe)), unsafe);
    QCOMPARE(kindOf(sendFault(answered(status, after), fromMillis(0), Repeat::Safe)), safe);
}

void TestApiOutcome::lostAnswersAreUnknownUnlessNothingLeft_data()
{
    QTest::addColumn<LastByte>("lastByte");
    QTest::addColumn<Repeat>("repeat");
    QTest::addColumn<QString>("kind");
    QTest::newRow("left") << LastByte::Left << Repeat::Unsafe << u"Unknown"_s;
    QTest::newRow("left, known again") << LastByte::Left << Repeat::Safe << u"RetryLater"_s;
    QTest::newRow("not left") << LastByte::NotLeft << Repeat::Unsafe << u"RetryLater"_s;
}

void TestApiOutcome::lostAnswersAreUnknownUnlessNothingLeft()
{
    QFETCH(const LastByte, lastByte);
    QFETCH(const Repeat, repeat);
    QFETCH(const QString, kind);
    for (const Errc code : {Errc::Network, Errc::Timeout, Errc::Truncated, Errc::Cancelled, Errc::TooLarge}) {
        const ApiReply reply{.response = fail(code), .lastByte = lastByte};

        const std::optional<SendOutcome> outcome = sendFault(reply, fromMillis(0), repeat);

        QCOMPARE(kindOf(outcome), kind);
    }
    QCOMPARE(kindOf(unreadableAnswer(Repeat::Unsafe)), u"Unknown"_s);
    QCOMPARE(kindOf(unreadableAnswer(Repeat::Safe)), u"RetryLater"_s);
}

void TestApiOutcome::refusalHasTheWordsOfTheServer()
{
    ApiResponse plain{.status = 403, .headers = {{"content-type", "text/plain; charset=utf-8"}}};
    plain.body = "Not you" + QByteArray(10'000, '!');
    ApiResponse page{.status = 403, .headers = {{"Content-Type", "text/html"}}, .body = "<h1>No</h1>"};

    const auto told = sendFault({.response = plain, .lastByte = {}}, fromMillis(0), Repeat::Unsafe);
    const auto shown = sendFault({.response = page, .lastByte = {}}, fromMillis(0), Repeat::Unsafe);

    QVERIFY(std::get<Refused>(*told).words.startsWith(u"Not you"));
    QCOMPARE(std::get<Refused>(*told).words.size(), 300);
    QCOMPARE(std::get<Refused>(*told).code, u"403"_s);
    QVERIFY(std::get<Refused>(*shown).words.isEmpty());
}

void TestApiOutcome::pagesAndNothingAreBadAnswers()
{
    for (const QByteArray &body : {"<!DOCTYPE html><h1>Sign in</h1>"_ba, ""_ba, "  \n"_ba}) {
        const Result<JsonValue> json = readAnswerJson({.status = 200, .headers = {}, .body = body});
        QVERIFY(!json);
        QCOMPARE(json.error().code, Errc::BadAnswer);
    }
    QVERIFY(readAnswerJson({.status = 200, .headers = {}, .body = "{}"}));
}

QTEST_GUILESS_MAIN(TestApiOutcome)
#include "tst_apioutcome.moc"
