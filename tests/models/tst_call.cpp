// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/calls/call.h"
#include "tests/support/testclock.h"

#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestCall : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lengthIsReadAndTold_data();
    void lengthIsReadAndTold();
    void outcomesHaveNames();
    void callOfOursNeedsAConsent_data();
    void callOfOursNeedsAConsent();
    void whatIsNoCallIsRefused_data();
    void whatIsNoCallIsRefused();
    void callIsAMessageOfItsNumber();
    void ownerIsWhoElseHasTheNumber();

private:
    [[nodiscard]] LoggedCall call(Direction direction) const
    {
        return {
            .direction = direction, .number = u"+49 30 123-456"_s, .length = 65s, .at = m_clock.now() - 1min};
    }
    [[nodiscard]] PersonCard anna(ConsentState state) const
    {
        PersonCard person;
        person.id = PersonId{7};
        person.name = u"Anna"_s;
        if (state != ConsentState::None) {
            Consent said;
            said.to = ConsentTo::Phone;
            said.state = state;
            said.channel = Channel::Phone;
            said.handle = u"+4930123456"_s;
            said.at = m_clock.now() - 1h;
            person.consents = {said};
        }
        return person;
    }

    test::TestClock m_clock;
};

void TestCall::lengthIsReadAndTold_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("seconds");
    QTest::newRow("seconds") << u"0:05"_s << 5;
    QTest::newRow("minutes") << u"12:30"_s << 750;
    QTest::newRow("hours") << u"1:02:03"_s << 3723;
    QTest::newRow("many minutes") << u"100:00"_s << 6000;
    QTest::newRow("no colon") << u"12"_s << -1;
    QTest::newRow("no seconds") << u"1:60"_s << -1;
    QTest::newRow("negative") << u"-1:00"_s << -1;
    QTest::newRow("empty") << QString() << -1;
}

void TestCall::lengthIsReadAndTold()
{
    QFETCH(const QString, text);
    QFETCH(const int, seconds);

    const auto read = callLengthFrom(text);

    QCOMPARE(read ? int(read->count()) : -1, seconds);
    QVERIFY(!read || callLengthFrom(callLengthText(*read)) == read);
}

void TestCall::outcomesHaveNames()
{
    for (const auto outcome : {CallOutcome::Answered, CallOutcome::NoAnswer, CallOutcome::Busy,
                               CallOutcome::Voicemail, CallOutcome::CallBack}) {
        QCOMPARE(callOutcomeFromName(QString(callOutcomeName(outcome))), outcome);
    }
    QVERIFY(!callOutcomeFromName(u"fine"));
}

void TestCall::callOfOursNeedsAConsent_data()
{
    QTest::addColumn<ConsentState>("state");
    QTest::addColumn<bool>("mayCall");
    QTest::newRow("nothing was said") << ConsentState::None << false;
    QTest::newRow("asked") << ConsentState::Asked << false;
    QTest::newRow("given") << ConsentState::Given << true;
    QTest::newRow("refused") << ConsentState::Refused << false;
    QTest::newRow("revoked") << ConsentState::Revoked << false;
}

void TestCall::callOfOursNeedsAConsent()
{
    QFETCH(const ConsentState, state);
    QFETCH(const bool, mayCall);

    const auto ours = checkCall(call(Direction::Outgoing), anna(state), m_clock.now());

    QCOMPARE(ours.has_value(), mayCall);
    QVERIFY(mayCall || ours.error().code == Errc::ConsentMissing);
    QVERIFY(checkCall(call(Direction::Incoming), anna(state), m_clock.now()));
    auto other = call(Direction::Outgoing);
    other.number = u"+49 30 999999"_s;
    QVERIFY(!checkCall(other, anna(state), m_clock.now())); // another number was not allowed
    auto before = call(Direction::Outgoing);
    before.at = m_clock.now() - 2h;
    QVERIFY(!checkCall(before, anna(ConsentState::Given), m_clock.now())); // the yes came later
}

void TestCall::whatIsNoCallIsRefused_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<int>("seconds");
    QTest::addColumn<int>("minutesAgo");
    QTest::newRow("no number") << QString() << 1 << 1;
    QTest::newRow("letters") << u"Anna"_s << 1 << 1;
    QTest::newRow("negative") << u"+49301"_s << -1 << 1;
    QTest::newRow("two days") << u"+49301"_s << 200'000 << 1;
    QTest::newRow("tomorrow") << u"+49301"_s << 1 << -60;
}

void TestCall::whatIsNoCallIsRefused()
{
    QFETCH(const QString, number);
    QFETCH(const int, seconds);
    QFETCH(const int, minutesAgo);
    LoggedCall wrong;
    wrong.number = number;
    wrong.length = std::chrono::seconds(seconds);
    wrong.at = m_clock.now() - std::chrono::minutes(minutesAgo);

    const auto kept = checkCall(wrong, anna(ConsentState::Given), m_clock.now());

    QVERIFY(!kept);
    QCOMPARE(kept.error().code, Errc::InvalidInput);
}

void TestCall::callIsAMessageOfItsNumber()
{
    const auto ours
        = callMessage(call(Direction::Outgoing), anna(ConsentState::Given), u"words"_s, u"1"_s, u"Olga"_s);
    const auto theirs
        = callMessage(call(Direction::Incoming), anna(ConsentState::None), u"words"_s, u"2"_s, u"Olga"_s);

    QCOMPARE(ours.channel, Channel::Phone);
    QCOMPARE(ours.conversationKey, theirs.conversationKey);
    QVERIFY(ours.remoteId != theirs.remoteId);
    QCOMPARE(ours.authorName, u"Olga"_s);
    QCOMPARE(ours.personHandle, u"+49 30 123-456"_s);
    QCOMPARE(theirs.authorName, u"Anna"_s);
    QCOMPARE(theirs.direction, Direction::Incoming);
    QVERIFY(theirs.isRead); // whoever wrote it down knows it
}

void TestCall::ownerIsWhoElseHasTheNumber()
{
    const QList<PersonName> found{
        {.id = PersonId{7}, .name = {}, .handle = u"+4930123456"_s, .channel = Channel::Phone},
        {.id = PersonId{8}, .name = {}, .handle = u"+4930123456"_s, .channel = Channel::Email},
        {.id = PersonId{9}, .name = {}, .handle = u"+49 30 123 456"_s, .channel = Channel::Phone}};

    QCOMPARE(ownerOf(u"+49 30 123-456"_s, found, PersonId{7}), PersonId{9});
    QVERIFY(!ownerOf(u"+49 30 1"_s, found, PersonId{7}).isValid());
}

QTEST_GUILESS_MAIN(TestCall)
#include "tst_call.moc"
