// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/checks.h"
#include "app/storage/consents.h"
#include "app/storage/conversations.h"
#include "app/storage/lists.h"
#include "tests/storage/movefixture.h"

#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// A move to private is started, taken back, and remembered.
class TestMoves : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void bothHalvesAreHeldInOneStep();
    void draftStaysUnlessItIsWhatIsSent();
    void whatWasCheckedGoesWithItsHalf();
    void stepIsWholeOrNothing();
    void wrongOrderIsRefused_data();
    void wrongOrderIsRefused();
    void textForOneIsNeverHeldInPublic();
    void whoWantsNoMessageGetsNone();
    void callNeedsAYes();
    void secondPressIsRefused();
    void newTalkIsListedWithoutAMessage();
    void unknownAddressBelongsToThePerson();
    void copyAndAnswerComeIntoTheNewTalk();
    void runningTalkGoesOn();
    void takenBackTextsAreDrafts();
    void anotherStartUsesTheEmptyTalk();
    void whatHasLeftIsNotTakenBack();
    void answerInPublicHasNoTalk();
    void waitingHalfGoesWhenTheyCome();
    void arrivalIsConfirmedOnceAndInPrivate();
    void invitationIsTakenBackWithItsText();
    void payloadIsUsedOnce();
    void attemptsCountUntilTheyAreAnswered();
    void mergedTalksKeepTheirMove();

private:
    Database &db() { return m_cache->db(); }
    Instant now() { return m_cache->now(); }

    std::unique_ptr<MoveCache> m_cache;
};

void TestMoves::init()
{
    QTest::failOnWarning();
    m_cache = std::make_unique<MoveCache>();
}

void TestMoves::bothHalvesAreHeldInOneStep()
{
    const auto move = m_cache->start(m_cache->letter());

    const auto inPublic = m_cache->item(move.publicItem);
    const auto inPrivate = m_cache->item(move.privateItem);
    QCOMPARE(move.state, MoveState::Leaving);
    QCOMPARE(move.conversation, m_cache->post);
    QVERIFY(move.isApproach);
    QCOMPARE(move.startedAt, now());
    QCOMPARE(move.startedBy, u"Olga"_s);
    QVERIFY(move.waitingText.isEmpty());
    for (const auto &item : {inPublic, inPrivate}) {
        QCOMPARE(item.state, OutboxState::Held);
        QCOMPARE(item.holdReason, HoldReason::UndoWindow);
        QCOMPARE(item.holdUntil, now() + 10s);
        QVERIFY(item.hasAccount && !item.wireId.isEmpty());
        QCOMPARE(outboxHistory(db(), item.id)->size(), 1);
    }
    QCOMPARE(inPublic.audience, Audience::Public);
    QCOMPARE(inPublic.account, m_cache->publicAccount);
    QCOMPARE(inPublic.after, inPrivate.id);
    QCOMPARE(inPrivate.audience, Audience::Private);
    QCOMPARE(inPrivate.conversation, move.talk);
    QCOMPARE(inPrivate.account, m_cache->account);
    QVERIFY(!inPrivate.after.isValid());
    QVERIFY(inPublic.idempotencyKey != inPrivate.idempotencyKey);
    QCOMPARE(movesOf(db(), move.talk), QList{move});
    QCOMPARE(movesOf(db(), m_cache->post), QList{move});
}

void TestMoves::draftStaysUnlessItIsWhatIsSent()
{
    QVERIFY(saveDraft(db(), m_cache->post, DraftKind::Reply, u"Another thought"_s, now()));
    const auto first = m_cache->start(m_cache->letter());
    QCOMPARE(m_cache->draft(m_cache->post), u"Another thought"_s);
    QVERIFY(takeBackMove(db(), first.id, now()));
    QVERIFY(saveDraft(db(), m_cache->post, DraftKind::Reply, u"We wrote to you.\n"_s, now()));
    QVERIFY(saveDraft(db(), first.talk, DraftKind::Reply, u"Something else"_s, now()));

    m_cache->start(m_cache->letter());

    QCOMPARE(m_cache->draft(m_cache->post), QString());
    QCOMPARE(m_cache->draft(first.talk), u"Something else"_s);
}

void TestMoves::whatWasCheckedGoesWithItsHalf()
{
    auto order = m_cache->letter();
    const GivenReason reason{
        .rule = u"clutter.promo"_s, .fingerprint = u"f"_s, .reason = u"She asked"_s, .givenAt = now()};
    order.privateHalf->checks
        = {.reasons = {reason},
           .switchedOff = {u"spelling"_s},
           .used = UsedTemplate{.id = u"private/message"_s, .rendered = u"Dear Anna"_s}};

    const auto move = m_cache->start(order);

    const auto checks = checksOfReply(db(), move.privateItem);
    QCOMPARE(checks->reasons, QList{reason});
    QCOMPARE(checks->switchedOff, QStringList{u"spelling"_s});
    QCOMPARE(checks->used->id, u"private/message"_s);
    QVERIFY(checksOfReply(db(), move.publicItem)->reasons.isEmpty());
    QVERIFY(takeBackMove(db(), move.id, now()));
    QCOMPARE(draftChecks(db(), move.talk)->reasons, QList{reason});
}

void TestMoves::stepIsWholeOrNothing()
{
    const auto failEachStep = [&](int least, auto write) {
        const auto before = m_cache->dump();
        for (int after = 0; after < 80; ++after) {
            db().failWriteAfter(after);
            const bool done = write().has_value();
            db().failWriteAfter(-1);
            if (done) {
                QVERIFY(after >= least && m_cache->dump() != before);
                QVERIFY(m_cache->isSound());
                return;
            }
            QCOMPARE(m_cache->dump(), before);
        }
        QFAIL("it never succeeded");
    };
    const auto order = m_cache->letter(u"new@example.org"_s);
    failEachStep(10, [&] { return startMove(db(), order, now()); });
    const auto move = movesOf(db(), m_cache->post)->constFirst();
    failEachStep(8, [&] { return takeBackMove(db(), move.id, now()); });

    const auto waiting = m_cache->start(m_cache->invitation());
    m_cache->pass(10s);
    QVERIFY(beginSending(db(), waiting.publicItem, now()));
    failEachStep(3, [&] { return finishSending(db(), waiting.publicItem, Sent(), {}, now()); });
    failEachStep(4, [&] { return confirmArrival(db(), waiting.id, m_cache->talk, {}, now()); });
}

void TestMoves::wrongOrderIsRefused_data()
{
    QTest::addColumn<int>("wrong");
    QTest::addColumn<Errc>("code");
    QTest::addRow("no public text") << 0 << Errc::Empty;
    QTest::addRow("no private text") << 1 << Errc::Empty;
    QTest::addRow("no half at all") << 2 << Errc::Empty;
    QTest::addRow("no way") << 3 << Errc::InvalidInput;
    QTest::addRow("nobody to write to") << 4 << Errc::InvalidInput;
    QTest::addRow("conversation that is gone") << 5 << Errc::NotFound;
    QTest::addRow("talk that is gone") << 6 << Errc::NotFound;
    QTest::addRow("talk that is private already") << 7 << Errc::Conflict;
}

void TestMoves::wrongOrderIsRefused()
{
    QFETCH(const int, wrong);
    QFETCH(const Errc, code);
    auto order = m_cache->letter();
    switch (wrong) {
    case 0:
        order.publicHalf->text = u" \n"_s;
        break;
    case 1:
        order.privateHalf->text.clear();
        break;
    case 2:
        order.publicHalf.reset();
        order.privateHalf.reset();
        break;
    case 3:
        order.way = MoveWay::None;
        break;
    case 4:
        order.privateHalf->handle = u" "_s;
        break;
    case 5:
        order.conversation = ConversationId{99};
        break;
    case 6:
        order.privateHalf->conversation = ConversationId{99};
        break;
    default:
        order.conversation = m_cache->talk;
        break;
    }
    const auto before = m_cache->dump();

    const auto started = startMove(db(), order, now());

    QVERIFY(!started);
    QCOMPARE(started.error().code, code);
    QCOMPARE(m_cache->dump(), before);
}

void TestMoves::textForOneIsNeverHeldInPublic()
{
    m_cache->apply({tweet(u"other"_s, 3)});
    auto order = m_cache->letter();
    order.privateHalf->conversation = m_cache->home(u"other"_s);

    QCOMPARE(startMove(db(), order, now()).error().code, Errc::Conflict);
    QVERIFY(outboxItems(db())->isEmpty());
}

void TestMoves::whoWantsNoMessageGetsNone()
{
    const PersonId anna{
        m_cache->number("SELECT person_id FROM handle WHERE channel = 1 AND address = 'anna@example.org'")};
    ConsentEntry no;
    no.said.state = ConsentState::Refused;
    no.said.at = now();
    no.words = u"No letters, please"_s;
    QVERIFY(recordConsent(db(), anna, no, now()));
    const auto before = m_cache->dump();

    QCOMPARE(startMove(db(), m_cache->letter(), now()).error().code, Errc::ConsentMissing);
    QCOMPARE(m_cache->dump(), before);
    QVERIFY(startMove(db(), m_cache->letter(u"somebody@example.org"_s), now()));
}

void TestMoves::callNeedsAYes()
{
    m_cache->set(
        "INSERT INTO handle (person_id, channel, address, shown) SELECT h.person_id, 10, '+79161234567',"
        " '+7 916 123-45-67' FROM handle h WHERE h.channel = 4");
    auto order = m_cache->letter();
    order.way = MoveWay::Call;
    order.next = MoveNext::CallThenPublic;
    order.privateHalf.reset();
    QCOMPARE(startMove(db(), order, now()).error().code, Errc::ConsentMissing);
    const PersonId anna{m_cache->number("SELECT person_id FROM handle WHERE channel = 4")};
    ConsentEntry yes;
    yes.said.to = ConsentTo::Phone;
    yes.said.state = ConsentState::Given;
    yes.said.channel = Channel::Phone;
    yes.said.handle = u"+79161234567"_s;
    yes.said.at = now();
    yes.words = u"Call me"_s;
    QVERIFY(recordConsent(db(), anna, yes, now()));

    QVERIFY(startMove(db(), order, now()));
}

void TestMoves::secondPressIsRefused()
{
    const auto first = m_cache->start(m_cache->letter());
    QCOMPARE(startMove(db(), m_cache->letter(), now()).error().code, Errc::Conflict);
    m_cache->pass(10s);
    m_cache->sendAs(first.privateItem);
    QCOMPARE(startMove(db(), m_cache->letter(), now()).error().code, Errc::Conflict);

    m_cache->sendAs(first.publicItem);

    QCOMPARE(m_cache->move(first.id).state, MoveState::Joined);
    QVERIFY(startMove(db(), m_cache->letter(), now()));
    QCOMPARE(movesOf(db(), m_cache->post)->size(), 2);
}

void TestMoves::newTalkIsListedWithoutAMessage()
{
    m_cache->clock().advance(1h);
    const auto move = m_cache->start(m_cache->letter());

    const auto row = conversationRows(db(), {move.talk})->constFirst();
    QVERIFY(move.talk != m_cache->talk);
    QCOMPARE(row.channel, Channel::Email);
    QCOMPARE(row.audience, Audience::Private);
    QCOMPARE(row.person, u"Anna"_s);
    QCOMPARE(row.handle, u"anna@example.org"_s);
    QCOMPARE(row.subject, u"Your parcel"_s);
    QCOMPARE(row.lastAt, now());
    QCOMPARE(row.messages, 0);
    QCOMPARE(row.account, m_cache->account);
    QVERIFY(row.preview.isEmpty() && row.unread == 0 && row.waitingSince == Instant());
    QVERIFY(row.hasOutbox);
    for (const auto order : {SortOrder::Urgency, SortOrder::WaitingLongest, SortOrder::Newest}) {
        QVERIFY(conversationIds(db(), {.view = View::Private, .order = order})->contains(move.talk));
    }
    QVERIFY(conversationThread(db(), move.talk)->messages.isEmpty());
    QVERIFY(conversationOutline(db(), move.talk)->places.isEmpty());
}

void TestMoves::unknownAddressBelongsToThePerson()
{
    const auto move = m_cache->start(m_cache->letter(u" New@Example.org "_s));

    const auto row = conversationRows(db(), {move.talk})->constFirst();
    QCOMPARE(row.handle, u"New@Example.org"_s);
    QCOMPARE(m_cache->number("SELECT count(DISTINCT person_id) FROM handle"
                             " WHERE channel = 4 OR address = 'new@example.org'"),
             1);
    QCOMPARE(m_cache->number("SELECT count(*) FROM handle"), 3);
}

void TestMoves::copyAndAnswerComeIntoTheNewTalk()
{
    const auto move = m_cache->start(m_cache->letter());
    m_cache->pass(10s);
    m_cache->sendAs(move.privateItem);
    const auto wireId = m_cache->item(move.privateItem).wireId;

    m_cache->applyFrom(m_cache->account, {mail(u"answer@x"_s, 40, {wireId})});
    auto copy = mail(wireId, 30);
    copy.direction = Direction::Outgoing;
    copy.personHandle = u"anna@example.org"_s;
    m_cache->applyFrom(m_cache->account, {copy});

    QCOMPARE(m_cache->home(u"answer@x"_s), move.talk);
    QCOMPARE(m_cache->home(wireId), move.talk);
    QCOMPARE(conversationRows(db(), {move.talk})->constFirst().messages, 2);
    QVERIFY(m_cache->isSound());
}

void TestMoves::runningTalkGoesOn()
{
    auto order = m_cache->letter();
    order.privateHalf->conversation = m_cache->talk;

    const auto move = m_cache->start(order);

    QCOMPARE(move.talk, m_cache->talk);
    QCOMPARE(m_cache->item(move.privateItem).seen.value, m_cache->number("SELECT id FROM message LIMIT 1"));
    QCOMPARE(m_cache->number("SELECT count(*) FROM conversation"), 2);
}

void TestMoves::takenBackTextsAreDrafts()
{
    const auto move = m_cache->start(m_cache->letter());
    m_cache->clock().advance(9s);

    const auto back = takeBackMove(db(), move.id, now());

    QCOMPARE(back->state, MoveState::TakenBack);
    QCOMPARE(m_cache->draft(m_cache->post), u"We wrote to you."_s);
    QCOMPARE(m_cache->draft(move.talk), u"Dear Anna, about your parcel"_s);
    m_cache->pass(1h);
    QVERIFY(outboxItems(db())->isEmpty());
    QCOMPARE(takeBackMove(db(), move.id, now()).error().code, Errc::Conflict);
    QCOMPARE(takeBackMove(db(), PrivateMoveId{99}, now()).error().code, Errc::NotFound);
}

void TestMoves::anotherStartUsesTheEmptyTalk()
{
    const auto first = m_cache->start(m_cache->letter());
    QVERIFY(takeBackMove(db(), first.id, now()));
    auto order = m_cache->letter();
    order.privateHalf->subject = u"About  your parcel\n"_s;

    const auto second = m_cache->start(order);

    QCOMPARE(second.talk, first.talk);
    QCOMPARE(m_cache->draft(second.talk), QString()); // it is what is sent
    QCOMPARE(conversationRows(db(), {second.talk})->constFirst().subject, u"About your parcel"_s);
}

void TestMoves::whatHasLeftIsNotTakenBack()
{
    const auto move = m_cache->start(m_cache->letter());
    m_cache->pass(10s);
    m_cache->sendAs(move.privateItem);

    const auto back = takeBackMove(db(), move.id, now());

    QCOMPARE(back->state, MoveState::Joined);
    QCOMPARE(m_cache->item(move.publicItem).state, OutboxState::Withdrawn);
    QCOMPARE(m_cache->item(move.privateItem).state, OutboxState::Sent);
    QCOMPARE(takeBackMove(db(), move.id, now()).error().code, Errc::Conflict);
}

void TestMoves::answerInPublicHasNoTalk()
{
    auto order = m_cache->letter();
    order.way = MoveWay::AskForCall;
    order.next = MoveNext::PublicThenYes;
    order.privateHalf.reset();

    const auto move = m_cache->start(order);
    QVERIFY(!move.talk.isValid() && !move.privateItem.isValid());
    QVERIFY(!m_cache->item(move.publicItem).after.isValid());
    m_cache->pass(10s);
    m_cache->sendAs(move.publicItem);

    QCOMPARE(m_cache->move(move.id).state, MoveState::Answered);
    QVERIFY(awaitedMoves(db())->isEmpty());
}

void TestMoves::waitingHalfGoesWhenTheyCome()
{
    const auto move = m_cache->start(m_cache->invitation());
    QCOMPARE(move.waitingText, u"Dear Anna, about your parcel"_s);
    QVERIFY(!move.privateItem.isValid());
    QVERIFY(awaitedMoves(db())->isEmpty());
    m_cache->pass(10s);
    m_cache->sendAs(move.publicItem);
    QCOMPARE(awaitedMoves(db()), QList{m_cache->move(move.id)});

    const auto joined = confirmArrival(db(), move.id, m_cache->talk, {.undoWindow = 5s}, now());

    QCOMPARE(joined->state, MoveState::Joined);
    QCOMPARE(joined->talk, m_cache->talk);
    QVERIFY(joined->waitingText.isEmpty());
    const auto held = m_cache->item(joined->privateItem);
    QCOMPARE(held.text, move.waitingText);
    QCOMPARE(held.conversation, m_cache->talk);
    QCOMPARE(held.holdUntil, now() + 5s);
    QVERIFY(awaitedMoves(db())->isEmpty());
    QVERIFY(withdrawReply(db(), held.id, now())); // the talks stay one story
    QCOMPARE(m_cache->move(move.id).state, MoveState::Joined);
}

void TestMoves::arrivalIsConfirmedOnceAndInPrivate()
{
    const auto move = m_cache->start(m_cache->invitation());
    QCOMPARE(confirmArrival(db(), move.id, m_cache->talk, {}, now()).error().code, Errc::Conflict);
    m_cache->pass(10s);
    m_cache->sendAs(move.publicItem);

    QCOMPARE(confirmArrival(db(), move.id, m_cache->post, {}, now()).error().code, Errc::Conflict);
    QCOMPARE(confirmArrival(db(), move.id, ConversationId{99}, {}, now()).error().code, Errc::NotFound);
    QVERIFY(confirmArrival(db(), move.id, m_cache->talk, {}, now()));
    QCOMPARE(confirmArrival(db(), move.id, m_cache->talk, {}, now()).error().code, Errc::Conflict);
    QCOMPARE(outboxItems(db())->size(), 2);
}

void TestMoves::invitationIsTakenBackWithItsText()
{
    const auto move = m_cache->start(m_cache->invitation());
    m_cache->pass(10s);
    m_cache->sendAs(move.publicItem);

    const auto back = takeBackMove(db(), move.id, now());

    QCOMPARE(back->state, MoveState::TakenBack);
    QCOMPARE(back->waitingText, u"Dear Anna, about your parcel"_s);
    QCOMPARE(m_cache->draft(m_cache->post), QString());
    QCOMPARE(confirmArrival(db(), move.id, m_cache->talk, {}, now()).error().code, Errc::Conflict);
}

void TestMoves::payloadIsUsedOnce()
{
    const auto move = m_cache->start(m_cache->invitation());
    QVERIFY(takeBackMove(db(), move.id, now()));

    QCOMPARE(startMove(db(), m_cache->invitation(), now()).error().code, Errc::Conflict);
    QVERIFY(startMove(db(), m_cache->invitation(u"p2"_s), now()));
}

void TestMoves::attemptsCountUntilTheyAreAnswered()
{
    const auto sendAll = [&](const PrivateMove &move) {
        m_cache->pass(10s);
        m_cache->sendAs(move.privateItem);
        m_cache->sendAs(move.publicItem);
    };
    QVERIFY(takeBackMove(db(), m_cache->start(m_cache->letter()).id, now()));
    QCOMPARE(approachesIn(db(), m_cache->post), 0);
    const auto first = m_cache->start(m_cache->letter());
    sendAll(first);
    m_cache->clock().advance(24h);
    sendAll(m_cache->start(m_cache->letter()));
    QCOMPARE(approachesIn(db(), m_cache->post), 2);
    m_cache->apply({tweet(u"another"_s, 4)});
    QCOMPARE(approachesIn(db(), m_cache->home(u"another"_s)), 0);

    auto answer = mail(u"answer@x"_s, 0, {m_cache->item(first.privateItem).wireId});
    answer.sentAt = first.startedAt + 1h;
    m_cache->apply({answer});
    QCOMPARE(approachesIn(db(), m_cache->post), 1);
    auto again = tweet(u"again"_s, 0, {u"post"_s});
    again.sentAt = now();
    m_cache->apply({again});

    QCOMPARE(approachesIn(db(), m_cache->post), 0);
}

void TestMoves::mergedTalksKeepTheirMove()
{
    m_cache->apply({tweet(u"later"_s, 5)});
    auto order = m_cache->letter();
    order.conversation = m_cache->home(u"later"_s);
    const auto move = m_cache->start(order);

    m_cache->apply({tweet(u"between"_s, 3, {u"post"_s}, {u"later"_s})});

    QCOMPARE(m_cache->home(u"later"_s), m_cache->post);
    QCOMPARE(m_cache->move(move.id).conversation, m_cache->post);
    QCOMPARE(movesOf(db(), order.conversation)->size(), 1);
    QVERIFY(m_cache->isSound());
}

QTEST_GUILESS_MAIN(TestMoves)
#include "tst_moves.moc"
