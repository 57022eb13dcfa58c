// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/draftmoves.h"
#include "app/storage/drafts.h"
#include "app/storage/outbox.h"
#include "tests/storage/storagefixture.h"

#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace std::chrono_literals;

class TestOutbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void heldReplyLeavesTheDraft();
    void emptyReplyIsRefused_data();
    void emptyReplyIsRefused();
    void unknownConversationIsNotFound();
    void mergedConversationTakesTheReply();
    void undoWindowEndsInTheQueue();
    void onlyDueRepliesAreQueued();
    void withdrawnTextIsTheDraftAgain();
    void withdrawnTextComesBeforeANewerDraft();
    void queuedReplyCanBeWithdrawn();
    void replyThatLeftCannotBeWithdrawn_data();
    void replyThatLeftCannotBeWithdrawn();
    void unknownItemIsNotFound();
    void itemsAreNewestFirstWithoutTheWithdrawn();
    void everyStepIsInTheHistory();
    void recipientsLeaveAndComeBack();

private:
    Result<OutboxItem> hold(const QString &text)
    {
        return holdReply(db(), m_id, text, {.undoWindow = 10s}, now());
    }
    QString draft() { return loadDraft(db(), m_id, DraftKind::Reply).value_or(Draft{}).text; }
    Database &db() { return m_cache->db(); }
    Instant now() { return m_cache->clock().now(); }

    std::unique_ptr<Cache> m_cache;
    ConversationId m_id;
};

void TestOutbox::init()
{
    QTest::failOnWarning();
    m_cache = std::make_unique<Cache>();
    m_cache->apply({mail(QStringLiteral("a@x"), 0)});
    m_id = m_cache->home(QStringLiteral("a@x"));
}

void TestOutbox::heldReplyLeavesTheDraft()
{
    QVERIFY(saveDraft(db(), m_id, DraftKind::Reply, QStringLiteral("Dear Anna"), now()));

    const auto item = hold(QStringLiteral("Dear Anna"));

    QVERIFY(item);
    QCOMPARE(item->state, OutboxState::Held);
    QCOMPARE(item->text, QStringLiteral("Dear Anna"));
    QCOMPARE(item->person, QStringLiteral("Anna"));
    QCOMPARE(item->subject, QStringLiteral("About a@x"));
    QCOMPARE(item->createdAt, now());
    QCOMPARE(item->holdUntil, now() + 10s);
    QVERIFY(item->seen.isValid());
    QVERIFY(!item->idempotencyKey.isEmpty());
    QVERIFY(draft().isEmpty());
}

void TestOutbox::emptyReplyIsRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addRow("nothing") << QString();
    QTest::addRow("blanks") << QStringLiteral(" \n\t ");
}

void TestOutbox::emptyReplyIsRefused()
{
    QFETCH(const QString, text);
    const auto before = m_cache->dump();

    const auto item = hold(text);

    QVERIFY(!item);
    QCOMPARE(item.error().code, Errc::Empty);
    QCOMPARE(m_cache->dump(), before);
}

void TestOutbox::unknownConversationIsNotFound()
{
    const auto item
        = holdReply(db(), ConversationId{999}, QStringLiteral("lost"), {.undoWindow = 10s}, now());

    QVERIFY(!item);
    QCOMPARE(item.error().code, Errc::NotFound);
}

void TestOutbox::mergedConversationTakesTheReply()
{
    m_cache->apply({mail(QStringLiteral("c@x"), 2, {QStringLiteral("b@x")})});
    const auto old = m_cache->home(QStringLiteral("c@x"));
    m_cache->apply({mail(QStringLiteral("b@x"), 1, {QStringLiteral("a@x")})});

    const auto item
        = holdReply(db(), old, QStringLiteral("sent while it merged"), {.undoWindow = 10s}, now());

    QVERIFY(item);
    QCOMPARE(item->conversation, m_id);
}

void TestOutbox::undoWindowEndsInTheQueue()
{
    const auto item = hold(QStringLiteral("Dear Anna"));

    m_cache->clock().advance(9'999ms);
    QVERIFY(queueDueReplies(db(), now())->isEmpty());
    m_cache->clock().advance(1ms);
    const auto moved = queueDueReplies(db(), now());

    QCOMPARE(moved->size(), 1);
    QCOMPARE(moved->constFirst().id, item->id);
    QCOMPARE(moved->constFirst().state, OutboxState::Queued);
    QVERIFY(queueDueReplies(db(), now())->isEmpty());
}

void TestOutbox::onlyDueRepliesAreQueued()
{
    const auto first = hold(QStringLiteral("one"));
    m_cache->clock().advance(5s);
    QVERIFY(hold(QStringLiteral("two")));
    m_cache->clock().advance(5s);

    const auto moved = queueDueReplies(db(), now());

    QCOMPARE(moved->size(), 1);
    QCOMPARE(moved->constFirst().id, first->id);
}

void TestOutbox::withdrawnTextIsTheDraftAgain()
{
    QVERIFY(saveDraft(db(), m_id, DraftKind::Reply, QStringLiteral("Dear Anna"), now()));
    const auto item = hold(QStringLiteral("Dear Anna"));

    const auto withdrawn = withdrawReply(db(), item->id, now());

    QVERIFY(withdrawn);
    QCOMPARE(withdrawn->state, OutboxState::Withdrawn);
    QCOMPARE(draft(), QStringLiteral("Dear Anna"));
    m_cache->clock().advance(1h);
    QVERIFY(queueDueReplies(db(), now())->isEmpty());
}

void TestOutbox::withdrawnTextComesBeforeANewerDraft()
{
    const auto item = hold(QStringLiteral("Dear Anna"));
    QVERIFY(saveDraft(db(), m_id, DraftKind::Reply, QStringLiteral("And one more thing"), now()));

    QVERIFY(withdrawReply(db(), item->id, now()));

    QCOMPARE(draft(), QStringLiteral("Dear Anna\n\nAnd one more thing"));
}

void TestOutbox::queuedReplyCanBeWithdrawn()
{
    const auto item = hold(QStringLiteral("Dear Anna"));
    m_cache->clock().advance(1min);
    QVERIFY(queueDueReplies(db(), now()));

    QVERIFY(withdrawReply(db(), item->id, now()));

    QCOMPARE(draft(), QStringLiteral("Dear Anna"));
}

void TestOutbox::replyThatLeftCannotBeWithdrawn_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addRow("sending") << QByteArray("UPDATE outbox SET state = 2;");
    QTest::addRow("sent") << QByteArray("UPDATE outbox SET state = 3;");
    QTest::addRow("uncertain") << QByteArray("UPDATE outbox SET state = 5;");
    QTest::addRow("withdrawn") << QByteArray("UPDATE outbox SET state = 6;");
}

void TestOutbox::replyThatLeftCannotBeWithdrawn()
{
    QFETCH(const QByteArray, script);
    const auto item = hold(QStringLiteral("Dear Anna"));
    m_cache->set(script.toStdString());
    const auto before = m_cache->dump();

    const auto withdrawn = withdrawReply(db(), item->id, now());

    QVERIFY(!withdrawn);
    QCOMPARE(withdrawn.error().code, Errc::Conflict);
    QCOMPARE(m_cache->dump(), before);
}

void TestOutbox::unknownItemIsNotFound()
{
    const auto withdrawn = withdrawReply(db(), OutboxId{999}, now());

    QVERIFY(!withdrawn);
    QCOMPARE(withdrawn.error().code, Errc::NotFound);
}

void TestOutbox::itemsAreNewestFirstWithoutTheWithdrawn()
{
    const auto one = hold(QStringLiteral("one"));
    const auto two = hold(QStringLiteral("two"));
    const auto three = hold(QStringLiteral("three"));
    QVERIFY(one && two && three);
    QVERIFY(one->idempotencyKey != two->idempotencyKey);

    QVERIFY(withdrawReply(db(), two->id, now()));

    const auto items = outboxItems(db());
    QCOMPARE(items->size(), 2);
    QCOMPARE(items->at(0), *three);
    QCOMPARE(items->at(1), *one);
}

void TestOutbox::everyStepIsInTheHistory()
{
    const auto item = hold(QStringLiteral("Dear Anna"));
    m_cache->clock().advance(1min);
    QVERIFY(queueDueReplies(db(), now()));
    QVERIFY(withdrawReply(db(), item->id, now()));

    QCOMPARE(m_cache->number("SELECT count(*) FROM outbox_event"), 3);
    QCOMPARE(m_cache->number("SELECT max(at) - min(at) FROM outbox_event"), 60'000);
    QCOMPARE(m_cache->number("SELECT group_concat(state, '') FROM outbox_event"), 16);
}

void TestOutbox::recipientsLeaveAndComeBack()
{
    const Addressing all{.recipients = {{RecipientKind::Cc, {}, QStringLiteral("b@x")}}};
    QVERIFY(saveDraft(db(), m_id, DraftKind::Reply, QStringLiteral("Dear Anna"), now()));
    QVERIFY(addressDraft(db(), m_id, all, now()));

    const auto item = hold(QStringLiteral("Dear Anna"));

    QVERIFY(item);
    QCOMPARE(item->addressing, all);
    QVERIFY(loadDraft(db(), m_id, DraftKind::Reply)->addressing.isPlain());
    QVERIFY(withdrawReply(db(), item->id, now()));
    QCOMPARE(loadDraft(db(), m_id, DraftKind::Reply)->addressing, all);

    // What its author saw counts, not what was saved last.
    const Addressing seen{.recipients = {{RecipientKind::To, {}, QStringLiteral("c@x")}}};
    const auto again
        = holdReply(db(), m_id, QStringLiteral("Dear Anna"), {.undoWindow = 10s, .addressing = seen}, now());
    QCOMPARE(again->addressing, seen);
}

QTEST_GUILESS_MAIN(TestOutbox)
#include "tst_outbox.moc"
