// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/promises/promiseoffers.h"

#include <QDateTime>
#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QTimeZone moscow("Europe/Moscow");

Instant local(const QString &text)
{
    auto time = QDateTime::fromString(text, Qt::ISODate);
    time.setTimeZone(moscow);
    return fromMillis(time.toMSecsSinceEpoch());
}

/// Sent on a Wednesday at eleven.
SentReply reply(const QString &text, qint64 id = 1)
{
    return {.id = OutboxId{id},
            .conversation = ConversationId{7},
            .text = text,
            .sentAt = local(u"2026-11-18T11:00"_s)};
}

Promise openPromise(const QString &due, OutboxId from = {})
{
    return {.id = PromiseId{5},
            .conversation = ConversationId{7},
            .dueAt = local(due),
            .words = u"the refund"_s,
            .madeAt = local(u"2026-11-16T09:00"_s),
            .reply = from};
}

QList<PromiseOffer> offersOf(const QList<SentReply> &replies, const QList<Promise> &known = {})
{
    return promiseOffers(replies, known, WorkCalendar(WorkingHours{.timeZone = "Europe/Moscow"}));
}

} // namespace

/// Which dates of sent replies are offered as promises.
class TestPromiseOffers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aDateIsOfferedWithItsWords_data();
    void aDateIsOfferedWithItsWords();
    void thereIsOneOfferForEachDate();
    void theSameMomentIsOfferedOnce();
    void whatWasDecidedIsNotOffered();
    void whatIsPromisedIsNotOfferedAgain();
    void whatTheReplyGaveOnceIsNotOfferedAgain();
    void anotherDateMovesTheEarliestOpenPromise();
    void anEndedPromiseIsNotMoved();
    void aPromiseMadeAfterTheReplyIsNotMoved();
    void whatIsQuotedIsNoPromise();
    void theEndOfTheDayIsTheTeams();
    void aLongSentenceIsCut();
    void noReplyGivesNothing();
};

void TestPromiseOffers::aDateIsOfferedWithItsWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("date");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("due");
    QTest::newRow("ru day") << u"Здравствуйте! Вернём деньги до 25 ноября. Простите за ожидание."_s
                            << u"25 ноября"_s << u"Вернём деньги до 25 ноября."_s << u"2026-11-25T18:00"_s;
    QTest::newRow("en weekday") << u"Hello Anna,\nWe will send a new lamp by Friday.\nSorry!"_s << u"Friday"_s
                                << u"We will send a new lamp by Friday."_s << u"2026-11-20T18:00"_s;
    QTest::newRow("ru hour") << u"Курьер привезёт завтра до 15:00"_s << u"завтра до 15:00"_s
                             << u"Курьер привезёт завтра до 15:00"_s << u"2026-11-19T15:00"_s;
    QTest::newRow("figures") << u"Ответим вам до 25.11. Спасибо."_s << u"25.11"_s
                             << u"Ответим вам до 25.11."_s << u"2026-11-25T18:00"_s;
}

void TestPromiseOffers::aDateIsOfferedWithItsWords()
{
    QFETCH(const QString, text);
    QFETCH(const QString, date);
    QFETCH(const QString, words);
    QFETCH(const QString, due);

    const auto offers = offersOf({reply(text)});

    QCOMPARE(offers.size(), 1);
    QCOMPARE(offers.constFirst().words, words);
    QCOMPARE(offers.constFirst().dueAt, local(due));
    QCOMPARE(offers.constFirst().place, text.indexOf(date));
    QCOMPARE(offers.constFirst().conversation, ConversationId{7});
    QVERIFY(!offers.constFirst().instead);
}

void TestPromiseOffers::thereIsOneOfferForEachDate()
{
    const auto offers
        = offersOf({reply(u"We will check it by Thursday. We will send the refund by 25 November."_s)});

    QCOMPARE(offers.size(), 2);
    QCOMPARE(offers.at(0).dueAt, local(u"2026-11-19T18:00"_s));
    QCOMPARE(offers.at(1).dueAt, local(u"2026-11-25T18:00"_s));
}

void TestPromiseOffers::theSameMomentIsOfferedOnce()
{
    const auto offers = offersOf(
        {reply(u"We will call you by Friday."_s, 1), reply(u"As we said, we will call you by Friday."_s, 2)});

    QCOMPARE(offers.size(), 1);
    QCOMPARE(offers.constFirst().reply, OutboxId{1});
}

void TestPromiseOffers::whatWasDecidedIsNotOffered()
{
    auto sent = reply(u"We will check it by Thursday. We will send the refund by 25 November."_s);
    sent.decided = {sent.text.indexOf(u"Thursday")};

    const auto offers = offersOf({sent});

    QCOMPARE(offers.size(), 1);
    QCOMPARE(offers.constFirst().dueAt, local(u"2026-11-25T18:00"_s));
}

void TestPromiseOffers::whatIsPromisedIsNotOfferedAgain()
{
    const auto sent = reply(u"We will send the refund by 25 November."_s);

    QVERIFY(offersOf({sent}, {openPromise(u"2026-11-25T18:00"_s)}).isEmpty());
    QCOMPARE(offersOf({sent}, {openPromise(u"2026-11-26T18:00"_s)}).size(), 1);
}

void TestPromiseOffers::whatTheReplyGaveOnceIsNotOfferedAgain()
{
    auto kept = openPromise(u"2026-11-25T18:00"_s, OutboxId{1});
    kept.keptAt = local(u"2026-11-19T12:00"_s);

    QVERIFY(offersOf({reply(u"We will send the refund by 25 November."_s)}, {kept}).isEmpty());
}

void TestPromiseOffers::anotherDateMovesTheEarliestOpenPromise()
{
    auto later = openPromise(u"2026-11-24T18:00"_s);
    later.id = PromiseId{6};
    const auto offers = offersOf({reply(u"We will send the refund by 25 November."_s)},
                                 {later, openPromise(u"2026-11-19T18:00"_s)});

    QCOMPARE(offers.size(), 1);
    QVERIFY(offers.constFirst().instead.has_value());
    QCOMPARE(offers.constFirst().instead->id, PromiseId{5});
}

void TestPromiseOffers::anEndedPromiseIsNotMoved()
{
    auto kept = openPromise(u"2026-11-19T18:00"_s);
    kept.keptAt = local(u"2026-11-17T12:00"_s);

    const auto offers = offersOf({reply(u"We will send the refund by 25 November."_s)}, {kept});

    QVERIFY(!offers.constFirst().instead);
}

void TestPromiseOffers::aPromiseMadeAfterTheReplyIsNotMoved()
{
    auto newer = openPromise(u"2026-11-30T18:00"_s);
    newer.madeAt = local(u"2026-11-18T12:00"_s);

    const auto offers = offersOf({reply(u"We will send the refund by 25 November."_s)}, {newer});

    QVERIFY(!offers.constFirst().instead);
}

void TestPromiseOffers::whatIsQuotedIsNoPromise()
{
    const auto offers = offersOf(
        {reply(u"> We will send the refund by 25 November.\n  > We will call by Friday.\nThank you."_s)});

    QVERIFY(offers.isEmpty());
}

void TestPromiseOffers::theEndOfTheDayIsTheTeams()
{
    WorkingHours hours{.timeZone = "Europe/Moscow"};
    hours.week[2] = *dayHoursFrom(u"12-20:30");

    const auto offers
        = promiseOffers({reply(u"We will send the refund by 25 November."_s)}, {}, WorkCalendar(hours));

    QCOMPARE(offers.constFirst().dueAt, local(u"2026-11-25T20:30"_s));
}

void TestPromiseOffers::aLongSentenceIsCut()
{
    const auto offers = offersOf({reply(u"We will send it by Friday and "_s + u"so on "_s.repeated(200))});

    QCOMPARE(offers.size(), 1);
    QCOMPARE(offers.constFirst().words.size(), 200);
    QVERIFY(offers.constFirst().words.endsWith(u'…'));
}

void TestPromiseOffers::noReplyGivesNothing()
{
    QVERIFY(offersOf({}).isEmpty());
    QVERIFY(offersOf({reply({}), reply(u"Thank you, Anna."_s)}).isEmpty());
}

QTEST_APPLESS_MAIN(TestPromiseOffers)
#include "tst_promiseoffers.moc"
