// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/services/promisereminders.h"
#include "tests/support/fakestores.h"

#include <QSignalSpy>
#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Instant utc(const QString &text)
{
    auto time = QDateTime::fromString(text, Qt::ISODate);
    time.setTimeZone(QTimeZone::utc());
    return fromMillis(time.toMSecsSinceEpoch());
}

Promise promiseDue(const QString &due, const QString &made = u"2026-11-16T10:00"_s)
{
    return {.id = PromiseId{1},
            .conversation = ConversationId{1},
            .dueAt = utc(due),
            .words = u"the refund"_s,
            .madeAt = utc(made)};
}

const ReminderTimes usual{.zone = QTimeZone::utc()};

} // namespace

/// When an operator is reminded of promises, and that it happens once.
class TestPromiseReminders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void eachReminderHasItsTime_data();
    void eachReminderHasItsTime();
    void theNextReminderIsKnown_data();
    void theNextReminderIsKnown();
    void theMorningIsTheTeams();
    void eachReminderIsGivenOnce();
    void aRestartDoesNotRepeatIt();
    void aJumpOfTheClockGivesTheLastAlone();
    void aClockThatGoesBackRepeatsNothing();
    void quietHoursPutItOff();
    void nothingIsSaidWhenSwitchedOff();
    void theBlockedAreNotSpokenOf();
    void aKeptPromiseIsSilent();
    void manyAreToldTogether();
    void whatCouldNotBeNotedIsNotTold();
    void aChangeIsNoticed();

private:
    void goTo(const QString &time)
    {
        m_stores->clock.set(utc(time));
        m_reminders->lookNow();
        QCoreApplication::processEvents();
    }
    void restart()
    {
        m_reminders = std::make_unique<PromiseReminders>(PromiseReminders::Parts{.promises = *m_stores,
                                                                                 .conversations = *m_stores,
                                                                                 .changes = m_stores->changes,
                                                                                 .clock = m_stores->clock});
        m_reminders->setTimes(usual);
        m_due = std::make_unique<QSignalSpy>(m_reminders.get(), &PromiseReminders::due);
        m_many = std::make_unique<QSignalSpy>(m_reminders.get(), &PromiseReminders::manyDue);
        m_failed = std::make_unique<QSignalSpy>(m_reminders.get(), &PromiseReminders::failed);
    }
    void begin()
    {
        m_reminders->start();
        QCoreApplication::processEvents();
    }
    QList<int> told() const
    {
        QList<int> all;
        for (const auto &one : *m_due) {
            all.append(int(one.at(2).value<PromiseReminder>()));
        }
        return all;
    }

    std::unique_ptr<test::FakeStores> m_stores;
    std::unique_ptr<PromiseReminders> m_reminders;
    std::unique_ptr<QSignalSpy> m_due;
    std::unique_ptr<QSignalSpy> m_many;
    std::unique_ptr<QSignalSpy> m_failed;
};

void TestPromiseReminders::init()
{
    QTest::failOnWarning();
    m_reminders.reset();
    m_stores = std::make_unique<test::FakeStores>();
    m_stores->clock.set(utc(u"2026-11-16T10:00"_s));
    ConversationRow row;
    row.id = ConversationId{1};
    row.person = u"Anna"_s;
    m_stores->addConversation(row);
    m_stores->promised.append(promiseDue(u"2026-11-20T18:00"_s));
    restart();
}

void TestPromiseReminders::eachReminderHasItsTime_data()
{
    QTest::addColumn<Promise>("promise");
    QTest::addColumn<QString>("now");
    QTest::addColumn<int>("expected");
    const auto friday = promiseDue(u"2026-11-20T18:00"_s);
    auto reminded = friday;
    reminded.reminded = PromiseReminder::Day;
    auto kept = friday;
    kept.keptAt = utc(u"2026-11-20T08:00"_s);
    QTest::newRow("the day before") << friday << u"2026-11-19T23:59"_s << int(PromiseReminder::None);
    QTest::newRow("before the morning") << friday << u"2026-11-20T08:59"_s << int(PromiseReminder::None);
    QTest::newRow("the morning") << friday << u"2026-11-20T09:00"_s << int(PromiseReminder::Day);
    QTest::newRow("two hours before") << friday << u"2026-11-20T16:00"_s << int(PromiseReminder::Soon);
    QTest::newRow("its time") << friday << u"2026-11-20T18:00"_s << int(PromiseReminder::Late);
    QTest::newRow("long after") << friday << u"2027-01-20T18:00"_s << int(PromiseReminder::Late);
    QTest::newRow("told this morning") << reminded << u"2026-11-20T12:00"_s << int(PromiseReminder::None);
    QTest::newRow("told, and later") << reminded << u"2026-11-20T17:00"_s << int(PromiseReminder::Soon);
    QTest::newRow("kept") << kept << u"2026-11-20T19:00"_s << int(PromiseReminder::None);
    const auto today = promiseDue(u"2026-11-20T18:00"_s, u"2026-11-20T10:30"_s);
    QTest::newRow("made today") << today << u"2026-11-20T11:00"_s << int(PromiseReminder::None);
    QTest::newRow("made today, soon") << today << u"2026-11-20T16:00"_s << int(PromiseReminder::Soon);
    const auto hour = promiseDue(u"2026-11-20T18:00"_s, u"2026-11-20T17:00"_s);
    QTest::newRow("in an hour") << hour << u"2026-11-20T17:30"_s << int(PromiseReminder::None);
    QTest::newRow("in an hour, over") << hour << u"2026-11-20T18:00"_s << int(PromiseReminder::Late);
    const auto early = promiseDue(u"2026-11-20T10:00"_s);
    QTest::newRow("early, soon comes first") << early << u"2026-11-20T08:00"_s << int(PromiseReminder::Soon);
}

void TestPromiseReminders::eachReminderHasItsTime()
{
    QFETCH(const Promise, promise);
    QFETCH(const QString, now);
    QFETCH(const int, expected);

    QCOMPARE(int(reminderNow(promise, usual, utc(now))), expected);
}

void TestPromiseReminders::theNextReminderIsKnown_data()
{
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("expected");
    QTest::newRow("days before") << u"2026-11-16T10:00"_s << u"2026-11-20T09:00"_s;
    QTest::newRow("the morning") << u"2026-11-20T09:00"_s << u"2026-11-20T16:00"_s;
    QTest::newRow("the afternoon") << u"2026-11-20T16:30"_s << u"2026-11-20T18:00"_s;
    QTest::newRow("after it") << u"2026-11-20T18:00"_s << QString();
}

void TestPromiseReminders::theNextReminderIsKnown()
{
    QFETCH(const QString, now);
    QFETCH(const QString, expected);

    const auto next = nextReminder(promiseDue(u"2026-11-20T18:00"_s), usual, utc(now));

    QCOMPARE(next.has_value(), !expected.isEmpty());
    if (next) {
        QCOMPARE(*next, utc(expected));
    }
}

void TestPromiseReminders::theMorningIsTheTeams()
{
    WorkingHours hours{.timeZone = "Asia/Tokyo"};
    hours.week[0] = *dayHoursFrom(u"7:30-16");

    const auto times = reminderTimes(WorkCalendar(hours), 30min);

    QCOMPARE(times.zone.id(), QByteArray("Asia/Tokyo"));
    QCOMPARE(times.morning, QTime(7, 30));
    QCOMPARE(times.before, 30min);
    hours.week = {};
    QCOMPARE(reminderTimes(WorkCalendar(hours), 30min).morning, ReminderTimes().morning);
}

void TestPromiseReminders::eachReminderIsGivenOnce()
{
    begin();
    QCOMPARE(m_due->count(), 0);

    for (const auto &time : {u"2026-11-20T09:00"_s, u"2026-11-20T09:01"_s, u"2026-11-20T16:00"_s,
                             u"2026-11-20T17:59"_s, u"2026-11-20T18:00"_s, u"2026-11-21T09:00"_s}) {
        goTo(time);
    }

    QCOMPARE(told(), (QList{1, 2, 3}));
    QCOMPARE(m_due->constFirst().at(0).value<ConversationRow>().person, u"Anna"_s);
    QCOMPARE(m_due->constFirst().at(1).value<Promise>().words, u"the refund"_s);
}

void TestPromiseReminders::aRestartDoesNotRepeatIt()
{
    begin();
    goTo(u"2026-11-20T09:00"_s);
    QCOMPARE(m_due->count(), 1);

    restart();
    begin();
    QCOMPARE(m_due->count(), 0);
    goTo(u"2026-11-20T16:00"_s);

    QCOMPARE(told(), QList{2});
}

void TestPromiseReminders::aJumpOfTheClockGivesTheLastAlone()
{
    begin();

    goTo(u"2026-12-01T12:00"_s);

    QCOMPARE(told(), QList{3});
}

void TestPromiseReminders::aClockThatGoesBackRepeatsNothing()
{
    begin();
    goTo(u"2026-11-20T18:00"_s);
    QCOMPARE(told(), QList{3});

    goTo(u"2026-11-19T18:00"_s);
    goTo(u"2026-11-20T09:00"_s);
    goTo(u"2026-11-20T18:00"_s);

    QCOMPARE(told(), QList{3});
}

void TestPromiseReminders::quietHoursPutItOff()
{
    Preferences quiet;
    quiet.quietHours = {.isOn = true, .from = QTime(17, 0), .until = QTime(8, 0)};
    m_reminders->setPreferences(quiet);
    begin();

    goTo(u"2026-11-20T18:00"_s);
    goTo(u"2026-11-21T07:59"_s);
    QCOMPARE(m_due->count(), 0);
    goTo(u"2026-11-21T08:00"_s);

    QCOMPARE(told(), QList{3});
}

void TestPromiseReminders::nothingIsSaidWhenSwitchedOff()
{
    Preferences silent;
    silent.notifies = false;
    m_reminders->setPreferences(silent);
    begin();
    goTo(u"2026-11-20T09:00"_s);
    QCOMPARE(m_due->count(), 0);

    m_reminders->setPreferences({});
    QCoreApplication::processEvents();

    QCOMPARE(told(), QList{1});
}

void TestPromiseReminders::theBlockedAreNotSpokenOf()
{
    m_stores->conversations.first().isBlocked = true;
    begin();

    goTo(u"2026-11-20T18:00"_s);

    QCOMPARE(m_due->count(), 0);
    QCOMPARE(m_stores->promised.constFirst().reminded, PromiseReminder::None);
}

void TestPromiseReminders::aKeptPromiseIsSilent()
{
    begin();
    goTo(u"2026-11-20T09:00"_s);
    QVERIFY(m_stores->keepPromise(PromiseId{1}).result());

    goTo(u"2026-11-20T18:00"_s);

    QCOMPARE(told(), QList{1});
}

void TestPromiseReminders::manyAreToldTogether()
{
    for (int i = 2; i <= 7; ++i) {
        auto one = promiseDue(u"2026-11-20T18:00"_s);
        one.id = PromiseId{i};
        m_stores->promised.append(one);
    }
    begin();

    goTo(u"2026-11-20T18:00"_s);
    goTo(u"2026-11-20T18:01"_s);

    QCOMPARE(m_due->count(), PromiseReminders::mostAtOnce);
    QCOMPARE(m_many->count(), 1);
    QCOMPARE(m_many->constFirst().constFirst().value<qsizetype>(), 3);
}

void TestPromiseReminders::whatCouldNotBeNotedIsNotTold()
{
    begin();
    m_stores->clock.set(utc(u"2026-11-20T18:00"_s));
    m_stores->setAnswers(test::FakeStores::Answers::HeldBack);
    m_reminders->lookNow();
    m_stores->answerAll(); // the promises
    QCoreApplication::processEvents();
    m_stores->failNext({.code = Errc::DiskFull, .detail = u"scripted"_s, .retryAfter = {}});
    m_stores->answerAll(); // their conversations
    QCoreApplication::processEvents();
    m_stores->setAnswers(test::FakeStores::Answers::AtOnce);
    m_stores->answerAll(); // the note of it
    QCoreApplication::processEvents();

    QCOMPARE(m_failed->count(), 1);
    QCOMPARE(m_due->count(), 0);
    m_reminders->lookNow();
    QCoreApplication::processEvents();
    QCOMPARE(told(), QList{3});
}

void TestPromiseReminders::aChangeIsNoticed()
{
    begin();
    m_stores->clock.set(utc(u"2026-11-18T10:00"_s));
    const auto made = m_stores->addPromise(ConversationId{1}, utc(u"2026-11-18T10:00"_s), u"now"_s).result();
    QVERIFY(made);

    QTRY_COMPARE(told(), QList{3});
}

QTEST_GUILESS_MAIN(TestPromiseReminders)
#include "tst_promisereminders.moc"
