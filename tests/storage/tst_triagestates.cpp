// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/stores.h"
#include "tests/storage/triagefixture.h"

#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Kind = Triage::Kind;

/// How conversations go on after they were triaged: what arrives, wakes, merges and is announced.
class TestTriageStates : public TriageFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { makeMailbox(); }

    void snoozedWakeWhenTheirTimeComes();
    void incomingMessageWakesWhatIsSnoozed_data();
    void incomingMessageWakesWhatIsSnoozed();
    void incomingMessageReopensAndTheWaitBeginsAnew();
    void blockingHidesAllConversationsOfTheHandle();
    void newMessagesOfABlockedHandleStayOutOfTheInbox();
    void tagsAreOneWhateverTheirCase();
    void mergingKeepsTagsAndTheLivelierState();
    void changesAreAnnouncedAfterTheyAreWritten();
    void profileOpenForReadingRefuses();
};

void TestTriageStates::snoozedWakeWhenTheirTimeComes()
{
    m_cache->triage({.kind = Kind::SnoozeUntil, .until = now() + 1h}, {m_anna});
    m_cache->triage({.kind = Kind::SnoozeUntil, .until = now() + 2h}, {m_bob});
    QCOMPARE(in(View::Inbox), QList<ConversationId>());
    QCOMPARE(in(View::Snoozed).size(), 2);
    QCOMPARE(count(View::Unread), 0);
    QCOMPARE(wakeDueConversations(db(), now())->next, now() + 1h);

    m_cache->clock().advance(1h);
    const auto woken = wakeDueConversations(db(), now());

    QCOMPARE(woken->woken, QList{m_anna});
    QCOMPARE(woken->next, now() + 1h);
    QCOMPARE(row(m_anna).state, ConversationState::Open);
    QCOMPARE(row(m_anna).snoozedUntil, Instant{});
    m_cache->triage({.kind = Kind::SnoozeUntilReply}, {m_bob});
    m_cache->clock().advance(24h);
    QCOMPARE(wakeDueConversations(db(), now()), WakeReport{});
}

void TestTriageStates::incomingMessageWakesWhatIsSnoozed_data()
{
    QTest::addColumn<Triage>("snooze");
    QTest::addColumn<bool>("isRead");
    QTest::addColumn<Direction>("direction");
    QTest::addColumn<ConversationState>("state");
    const Triage until{.kind = Kind::SnoozeUntil, .until = fromMillis(4'000'000'000'000)};
    const Triage reply{.kind = Kind::SnoozeUntilReply};
    QTest::addRow("until a time") << until << false << Direction::Incoming << ConversationState::Open;
    QTest::addRow("until a reply") << reply << false << Direction::Incoming << ConversationState::Open;
    QTest::addRow("read elsewhere") << reply << true << Direction::Incoming << ConversationState::Snoozed;
    QTest::addRow("our own") << until << false << Direction::Outgoing << ConversationState::Snoozed;
}

void TestTriageStates::incomingMessageWakesWhatIsSnoozed()
{
    QFETCH(const Triage, snooze);
    QFETCH(const bool, isRead);
    QFETCH(const Direction, direction);
    QFETCH(const ConversationState, state);
    m_cache->triage(snooze, {m_bob});

    auto next = mail(u"b3"_s, 6, {u"b2"_s});
    next.isRead = isRead;
    next.direction = direction;
    m_cache->apply({next});

    QCOMPARE(row(m_bob).state, state);
    QCOMPARE(row(m_bob).snoozedUntil, state == ConversationState::Open ? Instant{} : snooze.until);
}

void TestTriageStates::incomingMessageReopensAndTheWaitBeginsAnew()
{
    m_cache->triage({.kind = Kind::Close}, {m_anna});

    m_cache->apply({mail(u"a9"_s, 90, {u"a2"_s})});

    QCOMPARE(row(m_anna).state, ConversationState::Open);
    QCOMPARE(row(m_anna).waitingSince, mail({}, 90).sentAt);
}

void TestTriageStates::blockingHidesAllConversationsOfTheHandle()
{
    m_cache->apply({mail(u"z"_s, 7)});
    const auto second = m_cache->home(u"z"_s);
    QVERIFY(second != m_anna);

    const auto receipt = m_cache->triage({.kind = Kind::Block}, {m_anna});

    QCOMPARE(receipt.changes.size(), 2);
    QCOMPARE(receipt.handles.size(), 1);
    QVERIFY(row(second).isBlocked);
    QCOMPARE(in(View::Inbox), QList{m_bob});
    QCOMPARE(in(View::Unread), QList<ConversationId>());
    QCOMPARE(in(View::Blocked), (QList{second, m_anna}));
    QCOMPARE(count(View::Blocked), 2);
    QCOMPARE(count(View::Unread), 0);
    m_cache->triage({.kind = Kind::Close}, {second});
    QCOMPARE(in(View::Closed), QList<ConversationId>());
    QVERIFY(revertTriage(db(), receipt));
    QCOMPARE(in(View::Closed), QList{second});
}

void TestTriageStates::newMessagesOfABlockedHandleStayOutOfTheInbox()
{
    m_cache->triage({.kind = Kind::Block}, {m_anna});

    m_cache->apply({mail(u"a3"_s, 8, {u"a2"_s}), mail(u"new"_s, 9)});

    QVERIFY(row(m_cache->home(u"new"_s)).isBlocked);
    QCOMPARE(in(View::Inbox), QList{m_bob});
    QCOMPARE(count(View::Unread), 0);
    QCOMPARE(row(m_anna).messages, 3); // it is kept all the same
}

void TestTriageStates::tagsAreOneWhateverTheirCase()
{
    m_cache->triage({.kind = Kind::AddTag, .tag = u"  Срочно \n"_s}, {m_anna});
    m_cache->triage({.kind = Kind::AddTag, .tag = u"СРОЧНО"_s}, {m_anna, m_bob});
    m_cache->triage({.kind = Kind::AddTag, .tag = u"a"_s}, {m_anna});

    QCOMPARE(row(m_anna).tags, (QStringList{u"a"_s, u"Срочно"_s}));
    QCOMPARE(row(m_bob).tags, QStringList{u"Срочно"_s});
    QCOMPARE(*conversationIds(db(), {.tag = u"срочно"_s}), (QList{m_bob, m_anna}));
    m_cache->triage({.kind = Kind::Close}, {m_bob});
    const QList<TagCount> tags{{.tag = u"a"_s, .count = 1}, {.tag = u"Срочно"_s, .count = 1}};
    QCOMPARE(inboxCounts(db())->tags, tags);
}

void TestTriageStates::mergingKeepsTagsAndTheLivelierState()
{
    m_cache->apply({mail(u"c"_s, 4, {u"missing"_s})});
    const auto other = m_cache->home(u"c"_s);
    m_cache->triage({.kind = Kind::Close}, {m_anna});
    m_cache->triage({.kind = Kind::SnoozeUntil, .until = now() + 1h}, {other});
    m_cache->triage({.kind = Kind::AddTag, .tag = u"vip"_s}, {m_anna, other});
    m_cache->triage({.kind = Kind::AddTag, .tag = u"late"_s}, {other});

    auto link = mail(u"missing"_s, 3, {u"a1"_s});
    link.isRead = true;
    m_cache->apply({link});

    QCOMPARE(row(m_anna).state, ConversationState::Snoozed);
    QCOMPARE(row(m_anna).snoozedUntil, now() + 1h);
    QCOMPARE(row(m_anna).tags, (QStringList{u"late"_s, u"vip"_s}));
    QVERIFY(m_cache->isSound());
}

void TestTriageStates::changesAreAnnouncedAfterTheyAreWritten()
{
    const QTemporaryDir folder;
    TestClock clock;
    const auto stores = SqliteStores::open({.directory = folder.path(), .key = {}}, clock);
    QVERIFY(stores);
    QVERIFY((*stores)->apply({.source = {}, .cursor = {}, .messages = {mail(u"a"_s, 0)}}).result());
    const auto id = (*stores)->ids({}).result()->constFirst();
    QList<ChangeSet> seen;
    connect(&(*stores)->changes(), &ChangeFeed::changed, this,
            [&](const ChangeSet &changes) { seen.append(changes); });

    const Triage snooze{.kind = Kind::SnoozeUntil, .until = clock.now() + 1h};
    const auto receipt = (*stores)->triage(snooze, {id}).result();
    QVERIFY((*stores)->triage(snooze, {id}).result()); // changes nothing and says nothing
    QVERIFY((*stores)->wakeDue().result()); // neither does this
    QVERIFY((*stores)->revert(*receipt).result());
    QVERIFY((*stores)->triage(snooze, {id}).result());
    clock.advance(2h);
    QCOMPARE((*stores)->wakeDue().result()->woken, QList{id});
    const auto person = (*stores)->card(id).result()->id;
    QVERIFY((*stores)->setNote(person, u"likes tea"_s).result());
    const auto promise = (*stores)->addPromise(id, clock.now() + 1h, u"a call"_s).result();
    QVERIFY((*stores)->keepPromise(promise->id).result());
    QCOMPARE((*stores)->promises(id).result()->size(), 1);

    const ChangeSet snoozed{.conversations = {id}, .snoozesChanged = true};
    const ChangeSet changed{.conversations = {id}};
    // The import, snoozed, taken back (it was not snoozed before), snoozed, woken, the note, the promise made
    // and kept.
    const QList<ChangeSet> all{changed, snoozed, changed, snoozed, changed, changed, changed, changed};
    QTRY_COMPARE(seen, all);
}

void TestTriageStates::profileOpenForReadingRefuses()
{
    const QTemporaryDir folder;
    TestClock clock;
    QVERIFY(SqliteStores::open({.directory = folder.path(), .key = {}}, clock));
    const auto stores
        = SqliteStores::open({.directory = folder.path(), .key = {}, .access = Access::ReadOnly}, clock);
    QVERIFY(stores);

    QCOMPARE((*stores)->triage({.kind = Kind::Close}, {ConversationId{1}}).result().error().code,
             Errc::ReadOnly);
    QCOMPARE((*stores)->revert({}).result().error().code, Errc::ReadOnly);
    QCOMPARE((*stores)->wakeDue().result().error().code, Errc::ReadOnly);
    QCOMPARE((*stores)->setNote(PersonId{1}, {}).result().error().code, Errc::ReadOnly);
    QVERIFY((*stores)->counts().result());
}

QTEST_GUILESS_MAIN(TestTriageStates)
#include "tst_triagestates.moc"
