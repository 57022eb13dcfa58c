// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/checks.h"
#include "app/storage/conversations.h"
#include "app/storage/draftmoves.h"
#include "app/storage/drafts.h"
#include "app/storage/ingest/importcursor.h"
#include "app/storage/lists.h"
#include "app/storage/notes.h"
#include "app/storage/outbox.h"
#include "app/storage/people.h"
#include "app/storage/promises.h"
#include "tests/storage/storagefixture.h"

#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace std::chrono_literals;

/// Each write is repeated with its 1st, 2nd, 3rd … step made to fail: all or nothing.
class TestStorageFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void batchIsAppliedWholeOrNotAtAll();
    void mergingBatchIsAppliedWholeOrNotAtAll();
    void draftIsSavedWholeOrNotAtAll();
    void replyIsHeldWholeOrNotAtAll();
    void replyIsWithdrawnWholeOrNotAtAll();
    void replyIsReleasedOrNot();
    void noteIsAddedAndTakenBackWholeOrNotAtAll();
    void textIsAppendedWholeOrNotAtAll();
    void draftIsMovedWholeOrNotAtAll();
    void repliesAreQueuedAllOrNone();
    void triageIsDoneWholeOrNotAtAll_data();
    void triageIsDoneWholeOrNotAtAll();
    void snoozedAreWokenAllOrNone();
    void noteAboutAPersonIsSavedOrNot();
    void promiseIsMadeAndKeptOrNot();
    void whatTheCheckKeepsIsKeptOrNot();

private:
    template <typename Write>
    void failEachStep(Write write, int fewestSteps);

    Database &db() { return m_cache->db(); }
    Instant now() { return m_cache->clock().now(); }

    std::unique_ptr<Cache> m_cache;
    ConversationId m_first;
    ConversationId m_second;
};

void TestStorageFaults::init()
{
    QTest::failOnWarning();
    m_cache = std::make_unique<Cache>();
    m_cache->apply({mail(QStringLiteral("a"), 0), mail(QStringLiteral("c"), 2, {QStringLiteral("b")})});
    m_first = m_cache->home(QStringLiteral("a"));
    m_second = m_cache->home(QStringLiteral("c"));
}

template <typename Write>
void TestStorageFaults::failEachStep(Write write, int fewestSteps)
{
    const auto before = m_cache->dump();

    for (int after = 0; after < 1000; ++after) {
        db().failWriteAfter(after);
        const Result<void> done = write();
        db().failWriteAfter(-1);
        if (done) {
            QVERIFY2(after >= fewestSteps, "a write did not go through the seam");
            QVERIFY(m_cache->dump() != before);
            QVERIFY(m_cache->isSound());
            return;
        }
        QCOMPARE(done.error().code, Errc::DiskFull);
        QCOMPARE(m_cache->dump(), before);
        QVERIFY(m_cache->isSound());
    }
    QFAIL("it never succeeded");
}

void TestStorageFaults::batchIsAppliedWholeOrNotAtAll()
{
    auto message = mail(QStringLiteral("n"), 3, {QStringLiteral("m"), QStringLiteral("l")});
    message.authorHandle = QStringLiteral("new@example.org");
    message.attachments = {attachment(QStringLiteral("cat.png"), QByteArrayLiteral("a cat")),
                           attachment(QStringLiteral("dog.png"), QByteArrayLiteral("a dog"))};

    failEachStep(
        [&] {
            return m_cache
                ->tryApply({message, mail(QStringLiteral("o"), 4)}, QStringLiteral("a.mbox"),
                           QByteArrayLiteral("9"))
                .transform([](const Applied &) { });
        },
        15);

    QCOMPARE(m_cache->number("SELECT count(*) FROM message"), 4);
    QCOMPARE(m_cache->number("SELECT count(*) FROM attachment"), 2);
    QCOMPARE(m_cache->number("SELECT count(*) FROM person"), 2);
    QCOMPARE(importCursor(db(), QStringLiteral("a.mbox")), QByteArrayLiteral("9"));
}

void TestStorageFaults::mergingBatchIsAppliedWholeOrNotAtAll()
{
    QVERIFY(saveDraft(db(), m_first, DraftKind::Reply, QStringLiteral("draft one"), now()));
    QVERIFY(saveDraft(db(), m_second, DraftKind::Reply, QStringLiteral("draft two"), now()));
    QVERIFY(holdReply(db(), m_second, QStringLiteral("held"), {.undoWindow = 10s}, now()));
    QVERIFY(saveDraft(db(), m_second, DraftKind::Reply, QStringLiteral("draft two again"), now()));

    failEachStep(
        [&] {
            return m_cache->tryApply({mail(QStringLiteral("b"), 1, {QStringLiteral("a")})})
                .transform([](const Applied &) { });
        },
        15);

    QCOMPARE(m_cache->number("SELECT count(*) FROM conversation"), 1);
    QCOMPARE(loadDraft(db(), m_first, DraftKind::Reply)->text,
             QStringLiteral("draft one\n\ndraft two again"));
    QCOMPARE(outboxItems(db())->constFirst().conversation, m_first);
}

void TestStorageFaults::draftIsSavedWholeOrNotAtAll()
{
    const auto save = [&](const char *text) {
        return saveDraft(db(), m_first, DraftKind::Reply, QString::fromLatin1(text), now())
            .transform([](const Draft &) { });
    };

    failEachStep([&] { return save("Dear Anna"); }, 4);
    failEachStep([&] { return save("Dear Anna, your parcel"); }, 5);

    QCOMPARE(loadDraft(db(), m_first, DraftKind::Reply)->text, QStringLiteral("Dear Anna, your parcel"));
}

void TestStorageFaults::replyIsHeldWholeOrNotAtAll()
{
    const QString text = QStringLiteral("Dear Anna, your parcel is on its way");
    QVERIFY(saveDraft(db(), m_first, DraftKind::Reply, text, now()));

    failEachStep(
        [&] {
            return holdReply(db(), m_first, text, {.undoWindow = 10s}, now())
                .transform([](const OutboxItem &) { });
        },
        6);

    QVERIFY(loadDraft(db(), m_first, DraftKind::Reply)->text.isEmpty());
    QCOMPARE(outboxItems(db())->size(), 1);
}

void TestStorageFaults::replyIsWithdrawnWholeOrNotAtAll()
{
    const auto item = holdReply(db(), m_first, QStringLiteral("Dear Anna"), {.undoWindow = 10s}, now());
    QVERIFY(item);

    failEachStep([&] { return withdrawReply(db(), item->id, now()).transform([](const OutboxItem &) { }); },
                 6);

    QCOMPARE(loadDraft(db(), m_first, DraftKind::Reply)->text, QStringLiteral("Dear Anna"));
}

void TestStorageFaults::replyIsReleasedOrNot()
{
    const auto item = holdReply(db(), m_first, QStringLiteral("Dear Anna"), {.undoWindow = 10s}, now());
    QVERIFY(item);

    failEachStep([&] { return releaseReply(db(), item->id, now()).transform([](const OutboxItem &) { }); },
                 3);

    QCOMPARE(outboxItems(db())->constFirst().state, OutboxState::Queued);
}

void TestStorageFaults::noteIsAddedAndTakenBackWholeOrNotAtAll()
{
    const QString text = QStringLiteral("ask the depot");
    QVERIFY(saveDraft(db(), m_first, DraftKind::Note, text, now()));
    MessageId id;

    failEachStep(
        [&] {
            return addNote(db(), m_first, text, now()).transform([&](const Note &note) { id = note.id; });
        },
        6);
    QVERIFY(loadDraft(db(), m_first, DraftKind::Note)->text.isEmpty());
    failEachStep([&] { return takeBackNote(db(), id, now()).transform([](const Note &) { }); }, 6);

    QCOMPARE(loadDraft(db(), m_first, DraftKind::Note)->text, text);
}

void TestStorageFaults::textIsAppendedWholeOrNotAtAll()
{
    QVERIFY(saveDraft(db(), m_first, DraftKind::Reply, QStringLiteral("Dear Anna"), now()));

    failEachStep(
        [&] {
            return appendToDraft(db(), m_first, DraftKind::Reply, QStringLiteral("PS"), now())
                .transform([](const Draft &) { });
        },
        4);

    QCOMPARE(loadDraft(db(), m_first, DraftKind::Reply)->text, QStringLiteral("Dear Anna\n\nPS"));
}

void TestStorageFaults::draftIsMovedWholeOrNotAtAll()
{
    QVERIFY(saveDraft(db(), m_first, DraftKind::Reply, QStringLiteral("Dear Anna"), now()));
    QVERIFY(saveDraft(db(), m_first, DraftKind::Note, QStringLiteral("ask the depot"), now()));

    failEachStep(
        [&] { return moveDraft(db(), m_first, DraftKind::Note, now()).transform([](const Draft &) { }); }, 6);

    QVERIFY(loadDraft(db(), m_first, DraftKind::Note)->text.isEmpty());
    QCOMPARE(loadDraft(db(), m_first, DraftKind::Reply)->text, QStringLiteral("Dear Anna\n\nask the depot"));
}

void TestStorageFaults::repliesAreQueuedAllOrNone()
{
    QVERIFY(holdReply(db(), m_first, QStringLiteral("one"), {.undoWindow = 10s}, now()));
    QVERIFY(holdReply(db(), m_second, QStringLiteral("two"), {.undoWindow = 10s}, now()));
    m_cache->clock().advance(10s);

    failEachStep([&] { return queueDueReplies(db(), now()).transform([](const QList<OutboxItem> &) { }); },
                 6);

    QCOMPARE(m_cache->number("SELECT count(*) FROM outbox WHERE state = 1"), 2);
}

void TestStorageFaults::triageIsDoneWholeOrNotAtAll_data()
{
    QTest::addColumn<Triage>("triage");
    QTest::addColumn<int>("fewestSteps");
    const auto row = [](const char *name, const Triage &triage, int fewestSteps) {
        QTest::addRow("%s", name) << triage << fewestSteps;
    };
    row("close", {.kind = Triage::Kind::Close}, 4);
    row("snooze", {.kind = Triage::Kind::SnoozeUntil, .until = now() + 1h}, 4);
    row("snooze until a reply", {.kind = Triage::Kind::SnoozeUntilReply}, 4);
    row("read", {.kind = Triage::Kind::MarkRead}, 6);
    row("tag", {.kind = Triage::Kind::AddTag, .tag = QStringLiteral("VIP")}, 4);
    row("block", {.kind = Triage::Kind::Block}, 4);
}

void TestStorageFaults::triageIsDoneWholeOrNotAtAll()
{
    QFETCH(const Triage, triage);
    QFETCH(const int, fewestSteps);
    TriageReceipt receipt;
    const auto before = m_cache->dump();

    failEachStep(
        [&] {
            return triageConversations(db(), triage, {m_first, m_second}, now())
                .transform([&](const TriageReceipt &one) { receipt = one; });
        },
        fewestSteps);
    QCOMPARE(receipt.changes.size(), 2);
    failEachStep([&] { return revertTriage(db(), receipt).transform([](const auto &) { }); }, fewestSteps);

    QCOMPARE(m_cache->dump(), before);
}

void TestStorageFaults::snoozedAreWokenAllOrNone()
{
    m_cache->triage({.kind = Triage::Kind::SnoozeUntil, .until = now() + 1h}, {m_first, m_second});
    m_cache->clock().advance(2h);

    failEachStep([&] { return wakeDueConversations(db(), now()).transform([](const auto &) { }); }, 3);

    QCOMPARE(conversationIds(db(), {})->size(), 2);
}

void TestStorageFaults::noteAboutAPersonIsSavedOrNot()
{
    const auto card = personCard(db(), m_first);
    QVERIFY(card);

    failEachStep(
        [&] {
            return setPersonNote(db(), card->id, QStringLiteral("likes tea"), now())
                .transform([](const auto &) { });
        },
        3);

    QCOMPARE(personCard(db(), m_second)->note, QStringLiteral("likes tea"));
}

void TestStorageFaults::promiseIsMadeAndKeptOrNot()
{
    PromiseId id;

    failEachStep(
        [&] {
            return addPromise(db(), m_first, now() + 24h, QStringLiteral("a refund"), now())
                .transform([&](const Promise &promise) { id = promise.id; });
        },
        3);
    failEachStep([&] { return keepPromise(db(), id, now()).transform([](const auto &) { }); }, 3);

    QCOMPARE(promisesOf(db(), m_first)->constFirst().keptAt, now());
}

void TestStorageFaults::whatTheCheckKeepsIsKeptOrNot()
{
    const GivenReason reason{.rule = QStringLiteral("clutter.promo"),
                             .fingerprint = QStringLiteral("sale"),
                             .reason = QStringLiteral("she asked")};
    failEachStep([&] { return giveReason(db(), m_first, reason, now()); }, 2);
    failEachStep([&] { return switchRule(db(), m_first, QStringLiteral("spelling"), RuleSwitch::Off); }, 2);
    failEachStep(
        [&] {
            return useTemplate(db(), m_first, QStringLiteral("late"), QStringLiteral("It is late."), now());
        },
        2);
    failEachStep(
        [&] {
            return holdReply(db(), m_first, QStringLiteral("It is late."), {.undoWindow = 10s}, now())
                .transform([](const OutboxItem &) { });
        },
        8);

    QCOMPARE(m_cache->number("SELECT count(*) FROM reply_reason WHERE outbox_id IS NOT NULL"), 1);
    QCOMPARE(m_cache->number("SELECT count(*) FROM template_use WHERE outbox_id IS NOT NULL"), 1);
}

QTEST_GUILESS_MAIN(TestStorageFaults)
#include "tst_storagefaults.moc"
