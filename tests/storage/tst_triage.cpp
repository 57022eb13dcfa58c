// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/conversations.h"
#include "app/storage/lists.h"
#include "app/storage/stores.h"
#include "tests/storage/storagefixture.h"

#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Kind = Triage::Kind;

class TestTriage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void eachKindCanBeTakenBackExactly_data();
    void eachKindCanBeTakenBackExactly();
    void onlyWhatReallyChangesIsInTheReceipt();
    void whatChangedSinceIsNotTakenBack_data();
    void whatChangedSinceIsNotTakenBack();
    void takingBackACloseTellsWhoWaitsNow();
    void takingBackReadLeavesNewMessagesUnread();
    void unreadMeansTheLastMessageOfTheCustomer();
    void mergedConversationsAreTriagedOnceAndTakenBack();
    void unknownConversationsAreLeftOut();
    void nonsenseIsRefused_data();
    void nonsenseIsRefused();

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

private:
    Database &db() { return m_cache->db(); }
    Instant now() { return m_cache->clock().now(); }
    ConversationRow row(ConversationId id) { return conversationRows(db(), {id})->constFirst(); }
    QList<ConversationId> in(View view) { return *conversationIds(db(), {.view = view}); }
    qint64 count(View view)
    {
        const auto counts = inboxCounts(db());
        return std::ranges::find(counts->views, view, &ViewCount::view)->count;
    }

    std::unique_ptr<Cache> m_cache;
    ConversationId m_anna; ///< two messages, both unread
    ConversationId m_bob; ///< answered and read
};

void TestTriage::init()
{
    QTest::failOnWarning();
    m_cache = std::make_unique<Cache>();
    auto bob = mail(u"b1"_s, 2);
    bob.authorName = u"Bob"_s;
    bob.authorHandle = u"bob@example.org"_s;
    bob.isRead = true;
    auto answer = mail(u"b2"_s, 3, {u"b1"_s});
    answer.direction = Direction::Outgoing;
    answer.authorHandle = u"us@shop.example"_s;
    m_cache->apply({mail(u"a1"_s, 0), mail(u"a2"_s, 1, {u"a1"_s}), bob, answer});
    m_anna = m_cache->home(u"a1"_s);
    m_bob = m_cache->home(u"b1"_s);
}

void TestTriage::eachKindCanBeTakenBackExactly_data()
{
    QTest::addColumn<QList<Triage>>("before");
    QTest::addColumn<Triage>("triage");
    QTest::addColumn<qsizetype>("changed");
    const Triage close{.kind = Kind::Close};
    const Triage snooze{.kind = Kind::SnoozeUntil, .until = fromMillis(4'000'000'000'000)};
    const Triage vip{.kind = Kind::AddTag, .tag = u"VIP"_s};
    const auto row
        = [](const char *name, const QList<Triage> &before, const Triage &triage, qsizetype changed) {
              QTest::addRow("%s", name) << before << triage << changed;
          };
    row("close", {}, close, 2);
    row("close what is snoozed", {snooze}, close, 2);
    row("close what is closed", {close}, close, 0);
    row("reopen", {close}, {.kind = Kind::Reopen}, 2);
    row("reopen what is snoozed", {snooze}, {.kind = Kind::Reopen}, 2);
    row("reopen what is open", {}, {.kind = Kind::Reopen}, 0);
    row("snooze", {}, snooze, 2);
    row("snooze to another time", {snooze},
        {.kind = Kind::SnoozeUntil, .until = fromMillis(5'000'000'000'000)}, 2);
    row("snooze until a reply", {}, {.kind = Kind::SnoozeUntilReply}, 2);
    row("snooze what is closed", {close}, {.kind = Kind::SnoozeUntilReply}, 2);
    row("wake", {snooze}, {.kind = Kind::Wake}, 2);
    row("wake what is closed", {close}, {.kind = Kind::Wake}, 0);
    row("read", {}, {.kind = Kind::MarkRead}, 1);
    row("unread", {}, {.kind = Kind::MarkUnread}, 1);
    row("tag", {}, vip, 2);
    row("tag again", {vip}, {.kind = Kind::AddTag, .tag = u"vip"_s}, 0);
    row("untag", {vip}, {.kind = Kind::RemoveTag, .tag = u"vip"_s}, 2);
    row("untag what has none", {}, {.kind = Kind::RemoveTag, .tag = u"vip"_s}, 0);
    row("block", {}, {.kind = Kind::Block}, 2);
    row("unblock", {{.kind = Kind::Block}}, {.kind = Kind::Unblock}, 2);
}

void TestTriage::eachKindCanBeTakenBackExactly()
{
    QFETCH(const QList<Triage>, before);
    QFETCH(const Triage, triage);
    QFETCH(const qsizetype, changed);
    for (const Triage &earlier : before) {
        m_cache->triage(earlier, {m_anna, m_bob});
    }
    const auto was = m_cache->dump();

    const auto receipt = m_cache->triage(triage, {m_anna, m_bob, m_anna});
    QCOMPARE(receipt.changes.size(), changed);
    QCOMPARE(m_cache->dump() != was, changed > 0);
    const auto reverted = revertTriage(db(), receipt);

    QCOMPARE(reverted->size(), changed);
    QCOMPARE(m_cache->dump(), was);
    QVERIFY(m_cache->isSound());
    QCOMPARE(revertTriage(db(), receipt)->size(), 0); // a second time there is nothing to take back
    QCOMPARE(m_cache->dump(), was);
}

void TestTriage::onlyWhatReallyChangesIsInTheReceipt()
{
    m_cache->triage({.kind = Kind::Close}, {m_bob});

    const auto receipt = m_cache->triage({.kind = Kind::Close}, {m_anna, m_bob});
    QCOMPARE(receipt.changes.size(), 1);
    QVERIFY(revertTriage(db(), receipt));

    QCOMPARE(row(m_anna).state, ConversationState::Open);
    QCOMPARE(row(m_bob).state, ConversationState::Closed);
}

void TestTriage::whatChangedSinceIsNotTakenBack_data()
{
    QTest::addColumn<Triage>("triage");
    QTest::addColumn<Triage>("since");
    const auto row = [](const char *name, const Triage &triage, const Triage &since) {
        QTest::addRow("%s", name) << triage << since;
    };
    const Triage soon{.kind = Kind::SnoozeUntil, .until = fromMillis(4'000'000'000'000)};
    row("closed, then snoozed", {.kind = Kind::Close}, soon);
    row("snoozed, then to another time", soon,
        {.kind = Kind::SnoozeUntil, .until = fromMillis(5'000'000'000'000)});
    row("read, then unread", {.kind = Kind::MarkUnread}, {.kind = Kind::MarkRead});
    row("tagged, then untagged", {.kind = Kind::AddTag, .tag = u"a"_s},
        {.kind = Kind::RemoveTag, .tag = u"a"_s});
    row("blocked, then unblocked", {.kind = Kind::Block}, {.kind = Kind::Unblock});
}

void TestTriage::whatChangedSinceIsNotTakenBack()
{
    QFETCH(const Triage, triage);
    QFETCH(const Triage, since);
    const auto receipt = m_cache->triage(triage, {m_bob});
    QCOMPARE(receipt.changes.size(), 1);
    QCOMPARE(m_cache->triage(since, {m_bob}).changes.size(), 1);
    const auto is = m_cache->dump();

    const auto reverted = revertTriage(db(), receipt);

    QVERIFY(reverted && reverted->isEmpty());
    QCOMPARE(m_cache->dump(), is);
}

void TestTriage::takingBackACloseTellsWhoWaitsNow()
{
    QCOMPARE(row(m_anna).waitingSince, mail({}, 0).sentAt);
    const auto receipt = m_cache->triage({.kind = Kind::Close}, {m_anna});
    QCOMPARE(row(m_anna).waitingSince, Instant{});
    auto ours = mail(u"a3"_s, 5, {u"a2"_s});
    ours.direction = Direction::Outgoing;
    m_cache->apply({ours});

    QVERIFY(revertTriage(db(), receipt));

    QCOMPARE(row(m_anna).state, ConversationState::Open);
    QCOMPARE(row(m_anna).waitingSince, Instant{});
}

void TestTriage::takingBackReadLeavesNewMessagesUnread()
{
    const auto receipt = m_cache->triage({.kind = Kind::MarkRead}, {m_anna});
    QCOMPARE(receipt.changes.constFirst().messages.size(), 2);
    QCOMPARE(row(m_anna).unread, 0);
    m_cache->apply({mail(u"a3"_s, 5, {u"a2"_s})});

    QVERIFY(revertTriage(db(), receipt));

    QCOMPARE(row(m_anna).unread, 3);
}

void TestTriage::unreadMeansTheLastMessageOfTheCustomer()
{
    const auto receipt = m_cache->triage({.kind = Kind::MarkUnread}, {m_anna, m_bob});

    QCOMPARE(receipt.changes.size(), 1);
    QCOMPARE(row(m_bob).unread, 1);
    QCOMPARE(m_cache->number("SELECT count(*) FROM message WHERE is_read = 0 AND remote_id = 'b1'"), 1);
}

void TestTriage::mergedConversationsAreTriagedOnceAndTakenBack()
{
    m_cache->apply({mail(u"c"_s, 4, {u"missing"_s})});
    const auto other = m_cache->home(u"c"_s);
    const auto before = m_cache->triage({.kind = Kind::AddTag, .tag = u"early"_s}, {other});
    m_cache->apply({mail(u"missing"_s, 3, {u"a1"_s})});
    QCOMPARE(m_cache->home(u"c"_s), m_anna);

    const auto receipt = m_cache->triage({.kind = Kind::Close}, {other, m_anna});

    QCOMPARE(receipt.changes.size(), 1);
    QCOMPARE(row(m_anna).state, ConversationState::Closed);
    QCOMPARE(row(m_anna).tags, QStringList{u"early"_s});
    QVERIFY(revertTriage(db(), receipt) && revertTriage(db(), before));
    QCOMPARE(row(m_anna).state, ConversationState::Open);
    QCOMPARE(row(m_anna).tags, QStringList());
}

void TestTriage::unknownConversationsAreLeftOut()
{
    const auto receipt = m_cache->triage({.kind = Kind::Close}, {ConversationId{99}, m_bob});
    const auto none = triageConversations(db(), {.kind = Kind::Close}, {ConversationId{99}}, now());

    QCOMPARE(receipt.changes.size(), 1);
    QCOMPARE(none.error().code, Errc::NotFound);
    QVERIFY(m_cache->triage({.kind = Kind::Close}, {}).isEmpty());
}

void TestTriage::nonsenseIsRefused_data()
{
    QTest::addColumn<Triage>("triage");
    QTest::addColumn<Errc>("code");
    QTest::addRow("no tag") << Triage{.kind = Kind::AddTag, .tag = u" \n\t"_s} << Errc::InvalidInput;
    QTest::addRow("a tag of no width")
        << Triage{.kind = Kind::AddTag, .tag = u"\u200b\u202e"_s} << Errc::InvalidInput;
    QTest::addRow("a long tag") << Triage{.kind = Kind::AddTag, .tag = QString(61, u'x')} << Errc::TooLarge;
    QTest::addRow("no time") << Triage{.kind = Kind::SnoozeUntil} << Errc::InvalidInput;
    QTest::addRow("a time gone by") << Triage{.kind = Kind::SnoozeUntil, .until = fromMillis(1000)}
                                    << Errc::InvalidInput;
}

void TestTriage::nonsenseIsRefused()
{
    QFETCH(const Triage, triage);
    QFETCH(const Errc, code);
    const auto was = m_cache->dump();

    const auto receipt = triageConversations(db(), triage, {m_anna}, now());

    QVERIFY(!receipt);
    QCOMPARE(receipt.error().code, code);
    QCOMPARE(m_cache->dump(), was);
}

void TestTriage::snoozedWakeWhenTheirTimeComes()
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

void TestTriage::incomingMessageWakesWhatIsSnoozed_data()
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

void TestTriage::incomingMessageWakesWhatIsSnoozed()
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

void TestTriage::incomingMessageReopensAndTheWaitBeginsAnew()
{
    m_cache->triage({.kind = Kind::Close}, {m_anna});

    m_cache->apply({mail(u"a9"_s, 90, {u"a2"_s})});

    QCOMPARE(row(m_anna).state, ConversationState::Open);
    QCOMPARE(row(m_anna).waitingSince, mail({}, 90).sentAt);
}

void TestTriage::blockingHidesAllConversationsOfTheHandle()
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

void TestTriage::newMessagesOfABlockedHandleStayOutOfTheInbox()
{
    m_cache->triage({.kind = Kind::Block}, {m_anna});

    m_cache->apply({mail(u"a3"_s, 8, {u"a2"_s}), mail(u"new"_s, 9)});

    QVERIFY(row(m_cache->home(u"new"_s)).isBlocked);
    QCOMPARE(in(View::Inbox), QList{m_bob});
    QCOMPARE(count(View::Unread), 0);
    QCOMPARE(row(m_anna).messages, 3); // it is kept all the same
}

void TestTriage::tagsAreOneWhateverTheirCase()
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

void TestTriage::mergingKeepsTagsAndTheLivelierState()
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

void TestTriage::changesAreAnnouncedAfterTheyAreWritten()
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

void TestTriage::profileOpenForReadingRefuses()
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

QTEST_GUILESS_MAIN(TestTriage)
#include "tst_triage.moc"
