// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/checks.h"
#include "app/storage/drafts.h"
#include "app/storage/outbox.h"
#include "tests/storage/storagefixture.h"

#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestChecks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void aReasonLiesWithTheDraft();
    void anEmptyReasonTakesItBack();
    void aRuleIsOffForOneDraft();
    void whatLiesWithTheDraftLeavesWithTheReply();
    void aWithdrawnReplyBringsEverythingBack();
    void recentReasonsComeOnceAndLatestFirst();
    void nothingIsKeptForAConversationThatIsNone();
    void mergedConversationsKeepBoth();
    void unchangedTemplatesAreCountedInARow();
    void statisticsTellUsesChangesAndRepeats();

private:
    ConversationId home(const QString &id) { return m_cache->home(id); }
    Result<void> give(const QString &words, const QString &reason)
    {
        return giveReason(db(), m_id, {.rule = u"clutter.promo"_s, .fingerprint = words, .reason = reason},
                          now());
    }
    Result<OutboxItem> send(ConversationId id, const QString &templateId, const QString &rendered,
                            const QString &text)
    {
        return useTemplate(db(), id, templateId, rendered, now()).and_then([&] {
            return holdReply(db(), id, text, {.undoWindow = 10s}, now());
        });
    }
    Database &db() { return m_cache->db(); }
    Instant now() { return m_cache->clock().now(); }

    std::unique_ptr<Cache> m_cache;
    ConversationId m_id;
};

void TestChecks::init()
{
    QTest::failOnWarning();
    m_cache = std::make_unique<Cache>();
    m_cache->apply({mail(u"a@x"_s, 0)});
    m_id = home(u"a@x"_s);
}

void TestChecks::aReasonLiesWithTheDraft()
{
    QVERIFY(give(u"sale"_s, u"  she asked for it "_s));
    QVERIFY(give(u"sale"_s, u"she asked twice"_s));

    const auto checks = draftChecks(db(), m_id);

    QVERIFY(checks);
    QCOMPARE(checks->reasons.size(), 1);
    QCOMPARE(checks->reasons.constFirst().reason, u"she asked twice"_s);
    QCOMPARE(checks->reasons.constFirst().givenAt, now());
}

void TestChecks::anEmptyReasonTakesItBack()
{
    QVERIFY(give(u"sale"_s, u"because"_s));

    QVERIFY(give(u"sale"_s, u" "_s));

    QCOMPARE(draftChecks(db(), m_id), DraftChecks());
}

void TestChecks::aRuleIsOffForOneDraft()
{
    QVERIFY(switchRule(db(), m_id, u"spelling"_s, RuleSwitch::Off));
    QVERIFY(switchRule(db(), m_id, u"spelling"_s, RuleSwitch::Off));
    QCOMPARE(draftChecks(db(), m_id)->switchedOff, QStringList{u"spelling"_s});

    QVERIFY(switchRule(db(), m_id, u"spelling"_s, RuleSwitch::On));

    QVERIFY(draftChecks(db(), m_id)->switchedOff.isEmpty());
}

void TestChecks::whatLiesWithTheDraftLeavesWithTheReply()
{
    QVERIFY(give(u"sale"_s, u"because"_s));
    QVERIFY(switchRule(db(), m_id, u"spelling"_s, RuleSwitch::Off));

    const auto item = send(m_id, u"late"_s, u"It is late."_s, u"It is late."_s);

    QVERIFY(item);
    QCOMPARE(draftChecks(db(), m_id), DraftChecks());
    const auto sent = checksOfReply(db(), item->id);
    QVERIFY(sent);
    QCOMPARE(sent->reasons.constFirst().reason, u"because"_s);
    QCOMPARE(sent->switchedOff, QStringList{u"spelling"_s});
    QVERIFY(sent->used);
    QCOMPARE(sent->used->id, u"late"_s);
}

void TestChecks::aWithdrawnReplyBringsEverythingBack()
{
    QVERIFY(give(u"sale"_s, u"because"_s));
    const auto item = send(m_id, u"late"_s, u"It is late."_s, u"It is late."_s);
    QVERIFY(item);

    QVERIFY(withdrawReply(db(), item->id, now()));

    const auto checks = draftChecks(db(), m_id);
    QCOMPARE(checks->reasons.size(), 1);
    QCOMPARE(checks->used->rendered, u"It is late."_s);
    QCOMPARE(checks->used->unchangedInARow, 0);
    QCOMPARE(checksOfReply(db(), item->id), DraftChecks());
    QVERIFY(templateStatistics(db(), std::chrono::days(7))->isEmpty());
}

void TestChecks::recentReasonsComeOnceAndLatestFirst()
{
    QVERIFY(give(u"a"_s, u"first"_s));
    QVERIFY(give(u"b"_s, u"second"_s));
    QVERIFY(give(u"c"_s, u"first"_s));
    QVERIFY(
        giveReason(db(), m_id, {.rule = u"spelling"_s, .fingerprint = u"x"_s, .reason = u"other"_s}, now()));

    QCOMPARE(recentReasons(db(), u"clutter.promo"_s, 5), (QStringList{u"first"_s, u"second"_s}));
    QCOMPARE(recentReasons(db(), u"clutter.promo"_s, 1), QStringList{u"first"_s});
    QCOMPARE(recentReasons(db(), u"tone.blame"_s, 5), QStringList());
}

void TestChecks::nothingIsKeptForAConversationThatIsNone()
{
    const auto before = m_cache->dump();

    const auto given = giveReason(db(), ConversationId{99},
                                  {.rule = u"a"_s, .fingerprint = u"b"_s, .reason = u"c"_s}, now());
    const auto used = useTemplate(db(), ConversationId{99}, u"a"_s, u"b"_s, now());

    QVERIFY(!given && !used);
    QCOMPARE(given.error().code, Errc::NotFound);
    QCOMPARE(m_cache->dump(), before);
}

void TestChecks::mergedConversationsKeepBoth()
{
    m_cache->apply({mail(u"b@x"_s, 5)});
    const auto other = home(u"b@x"_s);
    QVERIFY(give(u"sale"_s, u"here"_s));
    QVERIFY(
        giveReason(db(), other, {.rule = u"spelling"_s, .fingerprint = u"x"_s, .reason = u"there"_s}, now()));

    m_cache->apply({mail(u"c@x"_s, 6, {u"a@x"_s, u"b@x"_s})});

    QCOMPARE(draftChecks(db(), home(u"c@x"_s))->reasons.size(), 2);
    QCOMPARE(draftChecks(db(), other)->reasons.size(), 2);
}

void TestChecks::unchangedTemplatesAreCountedInARow()
{
    for (const auto &who : {u"p"_s, u"q"_s, u"r"_s}) {
        auto letter = mail(who + u"@x"_s, 7);
        letter.authorHandle = who + u"@example.org"_s;
        m_cache->apply({letter});
    }
    QVERIFY(send(home(u"p@x"_s), u"late"_s, u"It is late."_s, u"It is late, and I am sorry."_s));
    QVERIFY(send(home(u"q@x"_s), u"late"_s, u"It is late."_s, u"It is late."_s));
    QVERIFY(send(home(u"r@x"_s), u"late"_s, u"It is late."_s, u"It is late. "_s));

    QVERIFY(useTemplate(db(), m_id, u"late"_s, u"It is late."_s, now()));
    const auto fresh = draftChecks(db(), m_id);
    QCOMPARE(fresh->used->unchangedInARow, 2);
    QVERIFY(!fresh->used->wentToThisPerson);

    QVERIFY(useTemplate(db(), home(u"q@x"_s), u"late"_s, u"It is late."_s, now()));
    const auto again = draftChecks(db(), home(u"q@x"_s));
    QCOMPARE(again->used->unchangedInARow, 1);
    QVERIFY(again->used->wentToThisPerson);
}

void TestChecks::statisticsTellUsesChangesAndRepeats()
{
    QVERIFY(send(m_id, u"late"_s, u"It is late."_s, u"It is late."_s));
    QVERIFY(send(m_id, u"late"_s, u"It is late."_s, u"Something else"_s));
    auto again = mail(u"d@x"_s, 0);
    again.sentAt = now() + std::chrono::days(2);
    m_cache->apply({again});

    const auto week = templateStatistics(db(), std::chrono::days(7));
    const auto day = templateStatistics(db(), std::chrono::days(1));

    QCOMPARE(week->value(u"late"_s).uses, 2);
    QCOMPARE(week->value(u"late"_s).changed, 1);
    QCOMPARE(week->value(u"late"_s).repeats, 2);
    QCOMPARE(week->value(u"late"_s).lastUsed, now());
    QCOMPARE(day->value(u"late"_s).repeats, 0);
}

QTEST_GUILESS_MAIN(TestChecks)
#include "tst_checks.moc"
