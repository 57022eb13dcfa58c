// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/consents.h"
#include "app/storage/people.h"
#include "tests/storage/dispatchworld.h"
#include "tests/storage/sendingfixture.h"

#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What a person allows is asked at the moment of sending.
class TestConsentGate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void aConsentRevokedBetweenDraftAndSendSendsNothing();
    void whatIsHeldForAConsentLeavesOnceItIsGiven();
    void whoWritesAfterTheRefusalIsAnswered();
    void whoRefusedWithTheirLastMessageIsAnswered();
    void whoWantsNoContactIsNotWrittenToFirst();
    void aPublicAnswerNeedsNoConsent();
    void whatIsPassedOnGoesToSomebodyElse();
    void theServerSeesNothingOfIt();

private:
    Database &db() { return m_cache->db(); }
    Instant now() { return m_cache->now(); }

    /// A private talk that we began: they wrote nothing in it.
    ConversationId begunByUs(const QString &id)
    {
        m_cache->applyFrom(m_cache->account, {mail(id, 2)});
        const ConversationId talk = m_cache->home(id);
        auto update = db().prepare("UPDATE message SET direction = 1 WHERE conversation_id = ?1");
        if (!update->bind(1, talk.value).run()) {
            qFatal("not ours");
        }
        return talk;
    }
    void record(ConsentState state, MessageId evidence = {})
    {
        const auto person = personCard(db(), m_cache->talk)->id;
        const auto kept = recordConsent(db(), person,
                                        {.id = {},
                                         .said = {.to = ConsentTo::DirectMessage,
                                                  .state = state,
                                                  .channel = Channel::Email,
                                                  .handle = u"Anna@example.org"_s,
                                                  .at = now(),
                                                  .evidence = evidence},
                                         .words = u"said so"_s},
                                        now());
        QVERIFY(kept);
    }
    OutboxItem begun(const OutboxItem &item)
    {
        return SendingCache::check(beginSending(db(), item.id, now()));
    }
    static OutboxPosition heldForConsent()
    {
        return {.state = OutboxState::Held, .reason = HoldReason::Consent};
    }

    std::unique_ptr<SendingCache> m_cache;
};

void TestConsentGate::init()
{
    QTest::failOnWarning();
    m_cache = std::make_unique<SendingCache>();
}

void TestConsentGate::aConsentRevokedBetweenDraftAndSendSendsNothing()
{
    record(ConsentState::Given);
    const auto item = m_cache->queuedIn(begunByUs(u"ours@x"_s), u"Dear Anna"_s);
    m_cache->clock().advance(1min);
    record(ConsentState::Revoked);

    const auto held = begun(item);

    QCOMPARE(positionOf(held), heldForConsent());
    QCOMPARE(held.record.attempts, 0);
    QCOMPARE(outboxHistory(db(), item.id)->constLast().event, OutboxEvent::ConsentLacking);
    // Released it waits for its turn, and is held again.
    const auto released = releaseReply(db(), item.id, now());
    QVERIFY(released);
    QCOMPARE(released->state, OutboxState::Queued);
    QCOMPARE(positionOf(begun(*released)), heldForConsent());
    QCOMPARE(m_cache->item(item.id).record.attempts, 0);
}

void TestConsentGate::whatIsHeldForAConsentLeavesOnceItIsGiven()
{
    record(ConsentState::Refused);
    const auto item = m_cache->queuedIn(begunByUs(u"ours@x"_s), u"Dear Anna"_s);
    QCOMPARE(positionOf(begun(item)), heldForConsent());
    m_cache->clock().advance(1min);
    record(ConsentState::Given);
    QVERIFY(queueDueReplies(db(), now())->isEmpty()); // not by itself

    QVERIFY(releaseReply(db(), item.id, now()));

    QCOMPARE(begun(item).state, OutboxState::Sending);
}

void TestConsentGate::whoWritesAfterTheRefusalIsAnswered()
{
    record(ConsentState::Refused);
    const auto refused = m_cache->queued(u"Dear Anna"_s);
    QCOMPARE(positionOf(begun(refused)), heldForConsent());
    QVERIFY(withdrawReply(db(), refused.id, now()));

    auto again = mail(u"b@x"_s, 0, {u"a@x"_s});
    again.sentAt = now() + 1min;
    m_cache->clock().advance(2min);
    m_cache->applyFrom(m_cache->account, {again});

    QCOMPARE(begun(m_cache->queued(u"Here you are"_s)).state, OutboxState::Sending);
}

void TestConsentGate::whoRefusedWithTheirLastMessageIsAnswered()
{
    auto last = mail(u"b@x"_s, 0, {u"a@x"_s});
    last.sentAt = now();
    m_cache->applyFrom(m_cache->account, {last});
    auto select = db().prepare("SELECT id FROM message WHERE remote_id = 'b@x'");
    QVERIFY(*select->step());

    record(ConsentState::Refused, MessageId{select->integer(0)});

    QCOMPARE(begun(m_cache->queued(u"We stop writing"_s)).state, OutboxState::Sending);
}

void TestConsentGate::whoWantsNoContactIsNotWrittenToFirst()
{
    const auto first = m_cache->queuedIn(begunByUs(u"ours@x"_s), u"News for you"_s);
    const auto answer = m_cache->queued(u"Dear Anna"_s);
    m_cache->set("UPDATE handle SET is_blocked = 1");

    QCOMPARE(positionOf(begun(first)), heldForConsent());
    QCOMPARE(begun(answer).state, OutboxState::Sending);
}

void TestConsentGate::aPublicAnswerNeedsNoConsent()
{
    const auto talk = begunByUs(u"ours@x"_s);
    const auto item = m_cache->queuedIn(talk, u"Answered here"_s);
    record(ConsentState::Refused);
    m_cache->set("UPDATE conversation SET audience = 1");

    QCOMPARE(begun(item).state, OutboxState::Sending);
}

void TestConsentGate::whatIsPassedOnGoesToSomebodyElse()
{
    record(ConsentState::Refused);
    Addressing addressing;
    addressing.recipients = {{.kind = {}, .name = {}, .address = u"workshop@shop.example"_s}};
    addressing.forwarded = MessageId{1};
    const auto held = holdReply(db(), m_cache->talk, u"See below"_s, {.addressing = addressing}, now());
    QVERIFY(held && queueDueReplies(db(), now()));

    QCOMPARE(begun(*held).state, OutboxState::Sending);
}

void TestConsentGate::theServerSeesNothingOfIt()
{
    DispatchWorld world;
    const auto account = world.addAccount(u"support@shop.example"_s);
    const auto talk = world.conversation(u"a@x"_s, account.id);
    const auto item = world.write(talk, u"Dear Anna"_s);
    const auto person = personCard(*world.db, talk)->id;
    QVERIFY(recordConsent(*world.db, person,
                          {.id = {},
                           .said = {.to = ConsentTo::DirectMessage,
                                    .state = ConsentState::Revoked,
                                    .channel = Channel::Email,
                                    .handle = {},
                                    .at = world.clock.now(),
                                    .evidence = {}},
                           .words = {}},
                          world.clock.now()));

    world.look();

    QCOMPARE(positionOf(world.item(item.id)), heldForConsent());
    QCOMPARE(world.server.received.size(), 0);
    world.reopen();
    world.pass(24h);
    QCOMPARE(positionOf(world.item(item.id)), heldForConsent());
    QCOMPARE(world.server.received.size(), 0);
}

QTEST_GUILESS_MAIN(TestConsentGate)
#include "tst_consentgate.moc"
