// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/conversations.h"
#include "app/storage/lists.h"
#include "app/storage/moods.h"
#include "app/storage/promises.h"
#include "app/storage/replyclock.h"
#include "models/clock/replyclock.h"
#include "tests/storage/storagefixture.h"

#include <QDateTime>
#include <QTest>
#include <QTimeZone>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestReplyDeadlines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void whoWaitsHasADeadlineAndAnAnswerEndsIt();
    void closingEndsItAndReopeningBringsItBack();
    void aPromiseIsADeadlineUntilItIsKept();
    void aChannelsWindowFollowsTheLastMessage();
    void mergingKeepsThePromise();
    void otherHoursAreFollowedStepByStep();
    void aCountrysHolidaysMoveTheDeadlines();
    void anInterruptedChangeGoesOn();
    void deadlinesOrderTheirView();
    void moodsAreAskedForPublicFirstAndOrderTheList();
    void aMoodOfAnOlderMessageIsDropped();
    void anAnswerMakesTheMoodBeReadAnew();

private:
    Database &db() { return m_cache->db(); }
    ConversationId home(const QString &id) { return m_cache->home(id); }
    ConversationRow row(const QString &id) { return conversationRows(db(), {home(id)})->constFirst(); }
    QStringList names(const ListQuery &query)
    {
        QStringList names;
        for (const ConversationId id : conversationIds(db(), query).value_or(QList<ConversationId>())) {
            names.append(conversationThread(db(), id)->messages.constFirst().remoteId);
        }
        return names;
    }
    IncomingMessage answerTo(const QString &id, int minute)
    {
        auto answer = tweet(u"answer "_s + id, minute);
        answer.direction = Direction::Outgoing;
        answer.references = {id};
        return answer;
    }
    WorkingHours round(int hours)
    {
        WorkingHours all{.timeZone = "UTC"};
        all.week.fill(*dayHoursFrom(u"0-24"));
        all.target = {.amount = hours, .unit = ResponseTarget::Unit::Hours};
        return all;
    }
    void followAll(const WorkingHours &hours)
    {
        QVERIFY(registerReplyClock(db(), hours));
        while (!followHours(db(), hours, 2)->isDone) { }
    }

    std::unique_ptr<Cache> m_cache;
};

void TestReplyDeadlines::init()
{
    QTest::failOnWarning();
    m_cache = std::make_unique<Cache>();
    followAll(round(4));
}

void TestReplyDeadlines::whoWaitsHasADeadlineAndAnAnswerEndsIt()
{
    m_cache->apply({tweet(u"asked"_s, 0)});
    QCOMPARE(row(u"asked"_s).targetBy, row(u"asked"_s).waitingSince + 4h);

    m_cache->apply({answerTo(u"asked"_s, 5)});

    QVERIFY(!replyBy(row(u"asked"_s)));
}

void TestReplyDeadlines::closingEndsItAndReopeningBringsItBack()
{
    m_cache->apply({tweet(u"asked"_s, 0)});
    const Instant due = row(u"asked"_s).targetBy;

    QVERIFY(
        triageConversations(db(), {.kind = Triage::Kind::Close}, {home(u"asked"_s)}, m_cache->clock().now()));
    QCOMPARE(row(u"asked"_s).targetBy, Instant{});
    QVERIFY(triageConversations(db(), {.kind = Triage::Kind::Reopen}, {home(u"asked"_s)},
                                m_cache->clock().now()));

    QCOMPARE(row(u"asked"_s).targetBy, due);
}

void TestReplyDeadlines::aPromiseIsADeadlineUntilItIsKept()
{
    m_cache->apply({tweet(u"later"_s, 0), tweet(u"promised"_s, 10)});
    const Instant soon = row(u"later"_s).targetBy - 1h;

    const auto promise = addPromise(db(), home(u"promised"_s), soon, u"call"_s, m_cache->clock().now());
    QVERIFY(promise);
    const ListQuery byReply{.order = SortOrder::ReplyBy};
    QCOMPARE(names(byReply), (QStringList{u"promised"_s, u"later"_s}));
    QCOMPARE(replyBy(row(u"promised"_s)), (ReplyDeadline{.reason = ReplyReason::Promise, .at = soon}));
    QVERIFY(keepPromise(db(), promise->id, m_cache->clock().now()));

    QCOMPARE(names(byReply), (QStringList{u"later"_s, u"promised"_s}));
    QCOMPARE(replyBy(row(u"promised"_s))->reason, ReplyReason::Target);
}

void TestReplyDeadlines::aChannelsWindowFollowsTheLastMessage()
{
    followAll(round(100));
    auto first = tweet(u"first"_s, 0);
    first.channel = Channel::Facebook;
    first.audience = Audience::Private;
    auto again = first;
    again.remoteId = u"again"_s;
    again.references = {u"first"_s};
    again.sentAt = first.sentAt + 2h;
    m_cache->apply({first});
    const ConversationId id = conversationIds(db(), {})->constFirst();
    QCOMPARE(conversationRows(db(), {id})->constFirst().windowBy, first.sentAt + 24h);

    m_cache->apply({again});

    const ConversationRow now = conversationRows(db(), {id})->constFirst();
    QCOMPARE(now.windowBy, again.sentAt + 24h);
    QCOMPARE(now.targetBy, first.sentAt + 100h);
    QCOMPARE(replyBy(now)->reason, ReplyReason::Window);
}

void TestReplyDeadlines::mergingKeepsThePromise()
{
    auto child = tweet(u"child"_s, 10);
    child.references = {u"root"_s, u"middle"_s};
    auto other = tweet(u"other"_s, 5);
    other.references = {u"elsewhere"_s};
    m_cache->apply({child, other});
    const Instant due = m_cache->clock().now() + 1h;
    QVERIFY(addPromise(db(), home(u"child"_s), due, u"call"_s, m_cache->clock().now()));
    QVERIFY(addPromise(db(), home(u"other"_s), due - 10min, u"call"_s, m_cache->clock().now()));
    auto between = tweet(u"elsewhere"_s, 4);
    between.references = {u"root"_s};

    m_cache->apply({between});

    QCOMPARE(home(u"child"_s), home(u"other"_s));
    QCOMPARE(names({.view = View::ReplyBy, .order = SortOrder::ReplyBy}).size(), 1);
    auto kept = db().prepare("SELECT promised_by FROM conversation");
    QVERIFY(kept && kept->step());
    QCOMPARE(fromMillis(kept->integer(0)), due - 10min);
}

void TestReplyDeadlines::otherHoursAreFollowedStepByStep()
{
    m_cache->apply({tweet(u"one"_s, 0), tweet(u"two"_s, 1), tweet(u"three"_s, 2)});
    QVERIFY(registerReplyClock(db(), round(8)));

    const auto first = followHours(db(), round(8), 2);
    const auto second = followHours(db(), round(8), 2);
    const auto third = followHours(db(), round(8), 2);

    QCOMPARE(first->changed.size(), 2);
    QCOMPARE(second->changed.size(), 1);
    QVERIFY(!first->isDone && !second->isDone && third->isDone);
    QCOMPARE(*followHours(db(), round(8), 2), ClockStep{}); // nothing more to do
    for (const QString &id : {u"one"_s, u"two"_s, u"three"_s}) {
        QCOMPARE(row(id).targetBy, row(id).waitingSince + 8h);
    }
}

void TestReplyDeadlines::aCountrysHolidaysMoveTheDeadlines()
{
    m_cache->apply({tweet(u"one"_s, 0)});
    auto hours = round(4);
    followAll(hours);
    const auto before = row(u"one"_s);
    const auto waits = QDateTime::fromMSecsSinceEpoch(toMillis(before.waitingSince), QTimeZone::utc());
    hours.holidayRegion = u"ru_ru"_s;
    hours.holidays = {{.date = waits.date(), .name = u"Unity Day"_s}};

    followAll(hours);

    const auto next
        = fromMillis(QDateTime(waits.date().addDays(1), QTime(4, 0), QTimeZone::utc()).toMSecsSinceEpoch());
    QCOMPARE(row(u"one"_s).targetBy, next);
    QCOMPARE(*followHours(db(), hours, 2), ClockStep{}); // nothing more to do
    followAll(round(4));
    QCOMPARE(row(u"one"_s).targetBy, before.targetBy);
}

void TestReplyDeadlines::anInterruptedChangeGoesOn()
{
    m_cache->apply({tweet(u"one"_s, 0), tweet(u"two"_s, 1), tweet(u"three"_s, 2)});
    QVERIFY(registerReplyClock(db(), round(8)));
    QCOMPARE(followHours(db(), round(8), 2)->changed.size(), 2);

    db().failWriteAfter(0);
    QVERIFY(!followHours(db(), round(8), 2));
    db().failWriteAfter(-1);

    QCOMPARE(row(u"three"_s).targetBy, row(u"three"_s).waitingSince + 4h);
    QCOMPARE(followHours(db(), round(8), 2)->changed, QList<ConversationId>{home(u"three"_s)});
}

void TestReplyDeadlines::deadlinesOrderTheirView()
{
    m_cache->apply(
        {tweet(u"asked"_s, 0), answerTo(u"asked"_s, 5), tweet(u"late"_s, 30), tweet(u"early"_s, 1)});

    const ListQuery list{.view = View::ReplyBy, .order = *orderOf(View::ReplyBy)};

    QCOMPARE(names(list), (QStringList{u"early"_s, u"late"_s}));
    QCOMPARE(names({.view = View::Waiting, .order = *orderOf(View::Waiting)}), names(list));
    const auto counts = inboxCounts(db());
    for (const ViewCount &each : counts->views) {
        if (each.view == View::ReplyBy || each.view == View::Waiting) {
            QCOMPARE(each.count, 2);
        }
    }
}

void TestReplyDeadlines::moodsAreAskedForPublicFirstAndOrderTheList()
{
    auto mail = tweet(u"private"_s, 40);
    mail.audience = Audience::Private;
    auto calm = tweet(u"calm"_s, 0);
    calm.audience = Audience::Public;
    auto angry = tweet(u"angry"_s, 10);
    angry.audience = Audience::Public;
    angry.text = u"third week"_s;
    m_cache->apply({mail, calm, angry});

    const auto questions = moodQuestions(db(), 10);
    QVERIFY(questions);
    QCOMPARE(questions->size(), 3);
    QCOMPARE(questions->constFirst().conversation, home(u"angry"_s));
    QCOMPARE(questions->constFirst().texts, QStringList{u"third week"_s});
    QCOMPARE(questions->constLast().conversation, home(u"private"_s));
    QList<MoodAnswer> answers;
    for (const MoodQuestion &question : *questions) {
        const bool isAngry = question.conversation == home(u"angry"_s);
        answers.append({.conversation = question.conversation,
                        .heardAt = question.heardAt,
                        .mood = isAngry ? Mood::Negative : Mood::Neutral,
                        .words = isAngry ? QStringList{u"third week"_s} : QStringList()});
    }
    QCOMPARE(*setMoods(db(), answers), QList<ConversationId>{home(u"angry"_s)});

    QVERIFY(moodQuestions(db(), 10)->isEmpty());
    QCOMPARE(names({.order = SortOrder::Urgency}), (QStringList{u"angry"_s, u"calm"_s, u"private"_s}));
    QCOMPARE(row(u"angry"_s).mood, Mood::Negative);
    QCOMPARE(row(u"angry"_s).moodWords, QStringList{u"third week"_s});
}

void TestReplyDeadlines::aMoodOfAnOlderMessageIsDropped()
{
    m_cache->apply({tweet(u"asked"_s, 0)});
    const auto question = moodQuestions(db(), 1)->constFirst();
    auto again = tweet(u"again"_s, 3);
    again.references = {u"asked"_s};
    m_cache->apply({again});

    const auto changed = setMoods(
        db(), {{.conversation = question.conversation, .heardAt = question.heardAt, .mood = Mood::Negative}});

    QCOMPARE(*changed, QList<ConversationId>());
    QCOMPARE(row(u"asked"_s).mood, Mood::Neutral);
    QCOMPARE(moodQuestions(db(), 1)->constFirst().texts.size(), 2);
}

void TestReplyDeadlines::anAnswerMakesTheMoodBeReadAnew()
{
    m_cache->apply({tweet(u"asked"_s, 0)});
    const auto question = moodQuestions(db(), 1)->constFirst();
    QVERIFY(setMoods(db(),
                     {{.conversation = question.conversation,
                       .heardAt = question.heardAt,
                       .mood = Mood::Negative,
                       .words = {u"bad"_s}}}));

    m_cache->apply({answerTo(u"asked"_s, 5)});
    QCOMPARE(row(u"asked"_s).mood, Mood::Neutral);
    QVERIFY(moodQuestions(db(), 1)->isEmpty()); // nobody waits
    auto thanks = tweet(u"thanks"_s, 9);
    thanks.references = {u"asked"_s};
    m_cache->apply({thanks});

    QCOMPARE(moodQuestions(db(), 1)->constFirst().texts.size(), 1);
}

QTEST_MAIN(TestReplyDeadlines)
#include "tst_replydeadlines.moc"
