// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/conversations.h"
#include "app/storage/lists.h"
#include "app/storage/promisedates.h"
#include "app/storage/promises.h"
#include "app/storage/stores.h"
#include "tests/storage/sendingfixture.h"

#include <QTest>

#include <algorithm>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Dates of sent replies that become promises, on the real database.
class TestPromiseDates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void onlyWhatIsSentIsLookedAt_data();
    void onlyWhatIsSentIsLookedAt();
    void anAcceptedDateIsAPromise();
    void aDateIsDecidedOnOnce();
    void aDismissedDateStaysDismissed();
    void anUnsentReplyPromisesNothing();
    void anotherDateMovesThePromise();
    void onlyAnOpenPromiseOfThatTalkMoves();
    void whatCameBackUndoesItsPromises();
    void whatIsSentAgainPromisesAgain();
    void whatWasKeptStaysKept();
    void theOldestOfTheNewestComesFirst();
    void whatIsPassedOnIsNotLookedAt();
    void theListHoldsAllTalks();
    void theViewBeginsWithWhatIsDueFirst();
    void aReminderIsNotedOnce();
    void repliesOfBeforeAreNotAskedAbout();
    void everyStepIsAllOrNothing();
    void decisionsAreThereAtTheNextStart();

private:
    Database &db() { return m_cache->db(); }
    Instant now() { return m_cache->now(); }
    OutboxItem sent(const QString &text)
    {
        const auto item = m_cache->sending(text);
        return SendingCache::check(finishSending(db(), item.id, Sent(), {}, now()));
    }
    AcceptedDate friday(OutboxId reply, PromiseId instead = {})
    {
        return {
            .reply = reply, .place = 3, .dueAt = now() + 48h, .words = u"by Friday"_s, .instead = instead};
    }
    Instant promisedAt() { return conversationRows(db(), {m_cache->talk})->constFirst().promisedAt; }
    Promise row(PromiseId id) { return promiseRow(db(), id).value_or(Promise()); }
    void bounce(const OutboxItem &item)
    {
        const DeliveryFailure failure{.messageId = item.wireId, .code = u"550"_s, .words = u"no such box"_s};
        QVERIFY(noteBounce(db(), failure, now()));
    }

    std::unique_ptr<SendingCache> m_cache;
};

void TestPromiseDates::init()
{
    QTest::failOnWarning();
    m_cache = std::make_unique<SendingCache>();
}

void TestPromiseDates::onlyWhatIsSentIsLookedAt_data()
{
    QTest::addColumn<int>("reached");
    QTest::addColumn<int>("expected");
    QTest::newRow("queued") << int(OutboxState::Queued) << 0;
    QTest::newRow("sending") << int(OutboxState::Sending) << 0;
    QTest::newRow("uncertain") << int(OutboxState::Uncertain) << 0;
    QTest::newRow("refused") << int(OutboxState::Refused) << 0;
    QTest::newRow("withdrawn") << int(OutboxState::Withdrawn) << 0;
    QTest::newRow("sent") << int(OutboxState::Sent) << 1;
}

void TestPromiseDates::onlyWhatIsSentIsLookedAt()
{
    QFETCH(const int, reached);
    QFETCH(const int, expected);
    switch (static_cast<OutboxState>(reached)) {
    case OutboxState::Queued:
        m_cache->queued(u"We will send it by Friday"_s);
        break;
    case OutboxState::Sending:
        m_cache->sending(u"We will send it by Friday"_s);
        break;
    case OutboxState::Uncertain:
        m_cache->uncertain(u"We will send it by Friday"_s);
        break;
    case OutboxState::Refused: {
        const auto item = m_cache->sending(u"We will send it by Friday"_s);
        QVERIFY(finishSending(db(), item.id, Refused(), {}, now()));
        break;
    }
    case OutboxState::Withdrawn: {
        const auto held
            = holdReply(db(), m_cache->talk, u"We will send it by Friday"_s, {.undoWindow = 10s}, now());
        QVERIFY(held && withdrawReply(db(), held->id, now()));
        break;
    }
    case OutboxState::Sent:
        sent(u"We will send it by Friday"_s);
        break;
    case OutboxState::Held:
        break;
    }
    QVERIFY(reached == 0 || m_cache->number("SELECT max(state) FROM outbox") == reached);

    const auto replies = sentReplies(db(), m_cache->talk);

    QVERIFY(replies);
    QCOMPARE(replies->size(), expected);
}

void TestPromiseDates::anAcceptedDateIsAPromise()
{
    const auto reply = sent(u"We will send it by Friday"_s);
    const auto before = sentReplies(db(), m_cache->talk);
    QCOMPARE(before->size(), 1);
    QCOMPARE(before->constFirst().text, u"We will send it by Friday"_s);
    QCOMPARE(before->constFirst().sentAt, reply.record.attemptAt);
    QVERIFY(before->constFirst().decided.isEmpty());

    const auto made = acceptDate(db(), friday(reply.id), now());

    QVERIFY(made);
    QVERIFY(made->isOpen());
    QCOMPARE(made->reply, reply.id);
    QCOMPARE(made->conversation, m_cache->talk);
    QCOMPARE(made->dueAt, now() + 48h);
    QCOMPARE(promisedAt(), now() + 48h);
    QCOMPARE(sentReplies(db(), m_cache->talk)->constFirst().decided, QList<qsizetype>{3});
}

void TestPromiseDates::aDateIsDecidedOnOnce()
{
    const auto reply = sent(u"We will send it by Friday"_s);
    QVERIFY(acceptDate(db(), friday(reply.id), now()));

    const auto again = acceptDate(db(), friday(reply.id), now());

    QCOMPARE(again.error().code, Errc::Conflict);
    QCOMPARE(m_cache->number("SELECT count(*) FROM promise"), 1);
}

void TestPromiseDates::aDismissedDateStaysDismissed()
{
    const auto reply = sent(u"We will send it by Friday"_s);

    const auto talk = dismissDate(db(), reply.id, 3, now());

    QCOMPARE(*talk, m_cache->talk);
    QCOMPARE(sentReplies(db(), m_cache->talk)->constFirst().decided, QList<qsizetype>{3});
    QCOMPARE(acceptDate(db(), friday(reply.id), now()).error().code, Errc::Conflict);
    QCOMPARE(m_cache->number("SELECT count(*) FROM promise"), 0);
    QVERIFY(dismissDate(db(), reply.id, 3, now()));
    QCOMPARE(dismissDate(db(), OutboxId{99}, 3, now()).error().code, Errc::NotFound);
}

void TestPromiseDates::anUnsentReplyPromisesNothing()
{
    auto dateless = friday(sent(u"We will send it by Friday"_s).id);
    dateless.dueAt = {};
    const auto reply = m_cache->queued(u"We will send it by Friday"_s);

    QCOMPARE(acceptDate(db(), friday(reply.id), now()).error().code, Errc::Conflict);
    QCOMPARE(acceptDate(db(), friday(OutboxId{99}), now()).error().code, Errc::NotFound);
    QCOMPARE(acceptDate(db(), dateless, now()).error().code, Errc::InvalidInput);
    QCOMPARE(m_cache->number("SELECT count(*) FROM promise"), 0);
    QCOMPARE(m_cache->number("SELECT count(*) FROM promise_answer"), 0);
}

void TestPromiseDates::anotherDateMovesThePromise()
{
    const auto old = addPromise(db(), m_cache->talk, now() + 24h, u"the refund"_s, now());
    const auto reply = sent(u"We will send it by Friday"_s);

    const auto made = acceptDate(db(), friday(reply.id, old->id), now());

    QVERIFY(made);
    const auto moved = row(old->id);
    QVERIFY(!moved.isOpen());
    QCOMPARE(moved.end, PromiseEnd::Moved);
    QCOMPARE(moved.movedTo, made->id);
    QCOMPARE(moved.words, u"the refund"_s);
    QCOMPARE(promisedAt(), made->dueAt);
    QCOMPARE(promisesOf(db(), m_cache->talk)->size(), 2);
}

void TestPromiseDates::onlyAnOpenPromiseOfThatTalkMoves()
{
    m_cache->applyFrom(m_cache->account, {mail(u"b@x"_s, 5)});
    const auto elsewhere = addPromise(db(), m_cache->home(u"b@x"_s), now() + 24h, u"a call"_s, now());
    const auto kept = addPromise(db(), m_cache->talk, now() + 24h, u"the refund"_s, now());
    QVERIFY(keepPromise(db(), kept->id, now()));

    const auto reply = sent(u"We will send it by Friday, and the rest by Monday"_s);
    QVERIFY(acceptDate(db(), friday(reply.id, elsewhere->id), now()));
    auto other = friday(reply.id, kept->id);
    other.place = 30;
    QVERIFY(acceptDate(db(), other, now()));

    QVERIFY(row(elsewhere->id).isOpen());
    QCOMPARE(row(kept->id).end, PromiseEnd::Kept);
    QCOMPARE(row(kept->id).movedTo, PromiseId{});
}

void TestPromiseDates::whatCameBackUndoesItsPromises()
{
    const auto old = addPromise(db(), m_cache->talk, now() + 24h, u"the refund"_s, now());
    const auto reply = sent(u"We will send it by Friday"_s);
    const auto made = acceptDate(db(), friday(reply.id, old->id), now());

    bounce(reply);

    QCOMPARE(m_cache->item(reply.id).state, OutboxState::Refused);
    QCOMPARE(row(made->id).end, PromiseEnd::Undone);
    QVERIFY(!row(made->id).isOpen());
    QVERIFY(row(old->id).isOpen());
    QCOMPARE(promisedAt(), old->dueAt);
    QVERIFY(sentReplies(db(), m_cache->talk)->isEmpty());
}

void TestPromiseDates::whatIsSentAgainPromisesAgain()
{
    const auto old = addPromise(db(), m_cache->talk, now() + 24h, u"the refund"_s, now());
    const auto reply = sent(u"We will send it by Friday"_s);
    const auto made = acceptDate(db(), friday(reply.id, old->id), now());
    bounce(reply);
    QVERIFY(releaseReply(db(), reply.id, now()));
    QVERIFY(beginSending(db(), reply.id, now()));

    QVERIFY(finishSending(db(), reply.id, Sent(), {}, now()));

    QVERIFY(row(made->id).isOpen());
    QCOMPARE(row(old->id).end, PromiseEnd::Moved);
    QVERIFY(!row(old->id).isOpen());
    QCOMPARE(promisedAt(), made->dueAt);
}

void TestPromiseDates::whatWasKeptStaysKept()
{
    const auto reply = sent(u"We will send it by Friday"_s);
    const auto made = acceptDate(db(), friday(reply.id), now());
    QVERIFY(keepPromise(db(), made->id, now()));

    bounce(reply);

    QVERIFY(!row(made->id).isOpen());
    QCOMPARE(row(made->id).end, PromiseEnd::Kept);
}

void TestPromiseDates::theOldestOfTheNewestComesFirst()
{
    for (int i = 1; i <= 22; ++i) {
        sent(u"reply %1"_s.arg(i));
    }

    const auto replies = sentReplies(db(), m_cache->talk);

    QCOMPARE(replies->size(), 20);
    QCOMPARE(replies->constFirst().text, u"reply 3"_s);
    QCOMPARE(replies->constLast().text, u"reply 22"_s);
}

void TestPromiseDates::whatIsPassedOnIsNotLookedAt()
{
    const auto message = m_cache->number("SELECT id FROM message");
    const auto reply = sent(u"We will send it by Friday"_s);
    auto update = db().prepare("UPDATE outbox SET addressing = ?2 WHERE id = ?1");
    QVERIFY(
        update->bind(1, reply.id.value).bind(2, Addressing{.forwarded = MessageId{message}}.toText()).run());

    QVERIFY(sentReplies(db(), m_cache->talk)->isEmpty());
}

void TestPromiseDates::theListHoldsAllTalks()
{
    m_cache->applyFrom(m_cache->account, {mail(u"b@x"_s, 5)});
    const auto later = addPromise(db(), m_cache->talk, now() + 24h, u"later"_s, now());
    const auto sooner = addPromise(db(), m_cache->home(u"b@x"_s), now() + 1h, u"sooner"_s, now());
    const auto kept = addPromise(db(), m_cache->talk, now() + 2h, u"kept"_s, now());
    QVERIFY(keepPromise(db(), kept->id, now()));

    const auto ids = [this](PromiseScope scope) {
        QList<PromiseId> all;
        const auto list = promiseList(db(), scope);
        for (const auto &one : list.value_or(QList<Promise>())) {
            all.append(one.id);
        }
        return all;
    };

    QCOMPARE(ids(PromiseScope::Open), (QList{sooner->id, later->id}));
    QCOMPARE(ids(PromiseScope::All), (QList{sooner->id, later->id, kept->id}));
}

void TestPromiseDates::theViewBeginsWithWhatIsDueFirst()
{
    m_cache->applyFrom(m_cache->account, {mail(u"b@x"_s, 5), mail(u"c@x"_s, 6), mail(u"d@x"_s, 7)});
    const auto b = m_cache->home(u"b@x"_s);
    const auto c = m_cache->home(u"c@x"_s);
    QVERIFY(addPromise(db(), c, now() + 72h, u"the rest"_s, now()));
    QVERIFY(addPromise(db(), b, now() + 24h, u"a call"_s, now()));
    QVERIFY(addPromise(db(), c, now() - 5h, u"the refund"_s, now()));
    QVERIFY(addPromise(db(), m_cache->talk, now() + 48h, u"a letter"_s, now()));
    const auto kept = addPromise(db(), m_cache->home(u"d@x"_s), now() + 1h, u"done"_s, now());
    QVERIFY(keepPromise(db(), kept->id, now()));

    for (const SortOrder order : {SortOrder::Urgency, SortOrder::Newest}) {
        const ListQuery query{.view = View::Promises, .order = order};
        QCOMPARE(conversationIds(db(), query).value_or(QList<ConversationId>()),
                 (QList{c, b, m_cache->talk}));
    }
    const auto counts = inboxCounts(db());
    QCOMPARE(std::ranges::find(counts->views, View::Promises, &ViewCount::view)->count, 3);
}

void TestPromiseDates::aReminderIsNotedOnce()
{
    const auto made = addPromise(db(), m_cache->talk, now() + 24h, u"the refund"_s, now());

    QCOMPARE(noteReminder(db(), made->id, PromiseReminder::Soon), Result<bool>(true));
    QCOMPARE(noteReminder(db(), made->id, PromiseReminder::Soon), Result<bool>(false));
    QCOMPARE(noteReminder(db(), made->id, PromiseReminder::Day), Result<bool>(false));
    QCOMPARE(row(made->id).reminded, PromiseReminder::Soon);
    QVERIFY(keepPromise(db(), made->id, now()));
    QCOMPARE(noteReminder(db(), made->id, PromiseReminder::Late), Result<bool>(false));
}

void TestPromiseDates::repliesOfBeforeAreNotAskedAbout()
{
    auto old = Database::openInMemory();
    QVERIFY(old && migrateTo(*old, 10));
    QVERIFY(
        old->execute("INSERT INTO conversation (id, channel, audience, state, first_at, last_at,"
                     " last_direction, message_count, unread_count, attachment_count, subject, preview)"
                     " VALUES (1, 0, 0, 0, 0, 0, 0, 0, 0, 0, '', '');"
                     "INSERT INTO outbox (id, conversation_id, state, text, idempotency_key, created_at,"
                     " hold_until) VALUES (1, 1, 3, 'sent', 'a', 5, 0), (2, 1, 1, 'queued', 'b', 6, 0);"));
    QVERIFY(migrate(*old));
    QVERIFY(old->execute("UPDATE outbox SET state = 3"));

    const auto replies = sentReplies(*old, ConversationId{1});

    QVERIFY(replies);
    QCOMPARE(replies->size(), 1);
    QCOMPARE(replies->constFirst().text, u"queued"_s);
}

void TestPromiseDates::everyStepIsAllOrNothing()
{
    const auto old = addPromise(db(), m_cache->talk, now() + 24h, u"the refund"_s, now());
    const auto reply = sent(u"We will send it by Friday"_s);
    const auto before = m_cache->dump();
    m_cache->set("CREATE TEMP TRIGGER broken BEFORE UPDATE ON promise BEGIN SELECT RAISE(ABORT, 'no'); END;");

    QVERIFY(!acceptDate(db(), friday(reply.id, old->id), now()));

    m_cache->set("DROP TRIGGER broken;");
    QCOMPARE(m_cache->dump(), before);
}

void TestPromiseDates::decisionsAreThereAtTheNextStart()
{
    QTemporaryDir folder;
    TestClock clock;
    const StoreOptions options{.directory = folder.path(), .key = Secret()};
    OutboxId reply;
    ConversationId talk;
    {
        auto stores = SqliteStores::open(options, clock);
        QVERIFY(stores);
        auto &all = **stores;
        const auto account = all.addAccount(mailbox(u"support@shop.example"_s)).result();
        QVERIFY(account);
        QVERIFY(
            all.apply({.source = {}, .cursor = {}, .account = account->id, .messages = {mail(u"a@x"_s, 0)}})
                .result());
        talk = all.ids({}).result()->constFirst();
        reply = all.hold(talk, u"We will send it by Friday"_s, {}).result()->id;
        QVERIFY(all.queueDue().result());
        QVERIFY(all.begin(reply).result());
        QVERIFY(all.finish(reply, Sent(), {}).result());
        QCOMPARE(all.sentReplies(talk).result()->size(), 1);
    }
    {
        auto stores = SqliteStores::open(options, clock); // it went away before anybody decided
        QVERIFY(stores);
        QCOMPARE((*stores)->sentReplies(talk).result()->constFirst().decided, QList<qsizetype>());
        QVERIFY((*stores)->dismissDate(reply, 3).result());
    }
    auto stores = SqliteStores::open(options, clock);
    QVERIFY(stores);
    QCOMPARE((*stores)->sentReplies(talk).result()->constFirst().decided, QList<qsizetype>{3});
    QVERIFY((*stores)->promiseList(PromiseScope::All).result()->isEmpty());
}

QTEST_GUILESS_MAIN(TestPromiseDates)
#include "tst_promisedates.moc"
