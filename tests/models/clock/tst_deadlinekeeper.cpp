// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/moodkeeper.h"
#include "models/services/deadlinekeeper.h"

#include <QPromise>
#include <QSignalSpy>
#include <QTest>

#include <utility>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

template <typename T>
QFuture<Result<T>> ready(Result<T> result)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

/// Has this many steps to do after each change of the hours.
class FakeClockStore final : public ReplyClockStore
{
public:
    QFuture<Result<bool>> followHours(WorkingHours hours) override
    {
        followed.append(hours);
        if (std::exchange(failsNext, false)) {
            return ready<bool>(fail(Errc::DiskFull));
        }
        return ready<bool>(--steps > 0);
    }

    QFuture<Result<QList<MoodQuestion>>> moodQuestions(int most) override
    {
        ++asked;
        return ready<QList<MoodQuestion>>(questions.first(std::min(qsizetype{most}, questions.size())));
    }

    QFuture<Result<void>> setMoods(QList<MoodAnswer> given) override
    {
        if (std::exchange(failsNext, false)) {
            return ready<void>(fail(Errc::DiskFull));
        }
        questions.remove(0, given.size());
        answers += given;
        return ready<void>({});
    }

    QList<WorkingHours> followed;
    int steps = 0;
    bool failsNext = false;
    int asked = 0;
    QList<MoodQuestion> questions;
    QList<MoodAnswer> answers;
};

} // namespace

class TestDeadlineKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void stepsUntilAllIsDone();
    void theSameHoursAreFollowedOnce();
    void aFailureIsToldAndTriedAgain();
    void everythingIsReadInBatches();
    void aChangeIsReadAndAFailureDoesNotRunInCircles();
};

void TestDeadlineKeeper::stepsUntilAllIsDone()
{
    FakeClockStore store;
    DeadlineKeeper keeper(store);
    QSignalSpy finished(&keeper, &DeadlineKeeper::finished);
    store.steps = 4;

    keeper.follow({.timeZone = "UTC"});

    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(store.followed.size(), 4);
}

void TestDeadlineKeeper::theSameHoursAreFollowedOnce()
{
    FakeClockStore store;
    DeadlineKeeper keeper(store);
    QSignalSpy finished(&keeper, &DeadlineKeeper::finished);

    keeper.follow({});
    keeper.follow({});
    keeper.follow({.timeZone = "UTC"});

    QTRY_COMPARE(store.followed.size(), 2);
    QTRY_VERIFY(finished.count() >= 1);
    QCOMPARE(store.followed.constLast().timeZone, QByteArray("UTC"));
}

void TestDeadlineKeeper::aFailureIsToldAndTriedAgain()
{
    FakeClockStore store;
    DeadlineKeeper keeper(store);
    QSignalSpy finished(&keeper, &DeadlineKeeper::finished);
    QSignalSpy failed(&keeper, &DeadlineKeeper::failed);
    store.failsNext = true;

    keeper.follow({});
    QTRY_COMPARE(failed.count(), 1);
    keeper.follow({});

    QTRY_COMPARE(finished.count(), 1);
}

void TestDeadlineKeeper::everythingIsReadInBatches()
{
    FakeClockStore store;
    ChangeFeed changes;
    for (int i = 1; i <= 450; ++i) {
        store.questions.append(
            {.conversation = ConversationId{i}, .texts = {i == 7 ? u"Верните деньги!"_s : u"Где вы?"_s}});
    }
    MoodKeeper keeper(store, changes, {});
    QSignalSpy finished(&keeper, &MoodKeeper::finished);

    keeper.start();

    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(store.answers.size(), 450);
    QCOMPARE(store.answers.at(6).mood, Mood::Negative);
    QCOMPARE(store.answers.at(6).words, QStringList{u"Верните деньги"_s});
    QCOMPARE(store.answers.at(8).mood, Mood::Neutral);
}

void TestDeadlineKeeper::aChangeIsReadAndAFailureDoesNotRunInCircles()
{
    FakeClockStore store;
    ChangeFeed changes;
    MoodKeeper keeper(store, changes, {});
    QSignalSpy finished(&keeper, &MoodKeeper::finished);
    QSignalSpy failed(&keeper, &MoodKeeper::failed);
    keeper.start();
    QTRY_COMPARE(finished.count(), 1);
    store.questions.append({.conversation = ConversationId{1}, .texts = {u"Спасибо!"_s}});
    store.failsNext = true;

    Q_EMIT changes.changed({.conversations = {ConversationId{1}}});
    QTRY_COMPARE(finished.count(), 2);
    QCOMPARE(failed.count(), 1);
    QVERIFY(store.answers.isEmpty());
    Q_EMIT changes.changed({.conversations = {ConversationId{1}}});

    QTRY_COMPARE(finished.count(), 3);
    QCOMPARE(store.answers.constFirst().mood, Mood::Positive);
}

QTEST_MAIN(TestDeadlineKeeper)
#include "tst_deadlinekeeper.moc"
