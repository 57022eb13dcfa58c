// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/storage/triagefixture.h"

#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Kind = Triage::Kind;

/// What an operator does to conversations, and that all of it can be taken back.
class TestTriage : public TriageFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { makeMailbox(); }

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
};

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

QTEST_GUILESS_MAIN(TestTriage)
#include "tst_triage.moc"
