// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/closings.h"
#include "app/storage/conversations.h"
#include "tests/storage/movefixture.h"

#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// What was public ends in public, once somebody recorded that it is solved.
class TestClosings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void resolutionIsRecordedFromEitherSide();
    void resolutionIsNeverChanged();
    void nothingIsSolvedBeforeTheMoveCameThrough();
    void closingNeedsAResolution();
    void requestWaitsForThePublicLine();
    void lineThatLeftClosesThePublicSide();
    void requestAloneClosesItToo();
    void refusedLineHoldsTheRequest();
    void takenBackItCanBeClosedAgain();
    void secondOperatorIsTold();
    void requestGoesNowhereElse();
    void clockThatJumpsKeepsTheOrder();
    void rowTellsThatThePublicLineIsDue();

private:
    [[nodiscard]] Instant lineBy(ConversationId id) const
    {
        return conversationRows(m_cache->db(), {id})->constFirst().publicLineBy;
    }
    Result<PrivateMove> resolve(ConversationId id, const QString &what = u"A new lamp was sent."_s)
    {
        return recordResolution(m_cache->db(), id, {.what = what, .at = m_cache->now(), .by = u"Olga"_s});
    }
    /// The letter and its line have left.
    void move()
    {
        m_move = m_cache->start(m_cache->letter());
        m_cache->pass(10s);
        m_cache->sendAs(m_move.privateItem);
        m_cache->sendAs(m_move.publicItem);
        m_move = m_cache->move(m_move.id);
    }
    [[nodiscard]] MoveOrder order() const
    {
        return {
            .conversation = m_cache->post,
            .way = MoveWay::ClosePublic,
            .next = MoveNext::PublicThenRequest,
            .publicHalf
            = OrderedHalf{.text = u"It is solved."_s, .conversation = m_cache->post, .channel = Channel::X},
            .privateHalf = OrderedHalf{.text = u"If you like, you could update your post."_s,
                                       .conversation = m_move.talk,
                                       .channel = Channel::Email,
                                       .handle = u"Anna@example.org"_s},
            .terms = {.undoWindow = 10s},
            .by = u"Olga"_s};
    }
    Result<PrivateMove> close(const MoveOrder &order)
    {
        return startMove(m_cache->db(), order, m_cache->now());
    }
    bool isClosed()
    {
        return m_cache->number("SELECT state FROM conversation WHERE audience = 1 ORDER BY id LIMIT 1")
            == static_cast<qint64>(ConversationState::Closed);
    }

    std::unique_ptr<MoveCache> m_cache;
    PrivateMove m_move;
};

void TestClosings::init()
{
    QTest::failOnWarning();
    m_cache = std::make_unique<MoveCache>();
}

void TestClosings::resolutionIsRecordedFromEitherSide()
{
    move();

    QVERIFY(resolve(m_move.talk));
    m_cache->clock().advance(1h);
    const auto again = resolve(m_cache->post, u"  And a voucher.  "_s);

    QVERIFY(again);
    QCOMPARE(again->id, m_move.id);
    QCOMPARE(again->resolution,
             (Resolution{.what = u"And a voucher."_s, .at = m_cache->now(), .by = u"Olga"_s}));
    QCOMPARE(m_cache->number("SELECT count(*) FROM resolution"), 2);
    QCOMPARE(resolve(m_cache->post, u" "_s).error().code, Errc::Empty);
}

void TestClosings::resolutionIsNeverChanged()
{
    move();
    QVERIFY(resolve(m_cache->post));

    QVERIFY(!m_cache->db().execute("UPDATE resolution SET what = 'x'"));
    QCOMPARE(m_cache->move(m_move.id).resolution->what, u"A new lamp was sent."_s);
}

void TestClosings::nothingIsSolvedBeforeTheMoveCameThrough()
{
    QCOMPARE(resolve(m_cache->post).error().code, Errc::Conflict);
    m_move = m_cache->start(m_cache->letter());
    QCOMPARE(resolve(m_cache->post).error().code, Errc::Conflict);
    QCOMPARE(resolve(ConversationId{999}).error().code, Errc::NotFound);
}

void TestClosings::closingNeedsAResolution()
{
    move();

    QCOMPARE(close(order()).error().code, Errc::Conflict);
    QCOMPARE(m_cache->number("SELECT count(*) FROM outbox"), 2);
}

void TestClosings::requestWaitsForThePublicLine()
{
    move();
    QVERIFY(resolve(m_cache->post));

    const auto closing = close(order());

    QVERIFY(closing);
    QCOMPARE(closing->talk, m_move.talk);
    QVERIFY(!closing->isApproach);
    m_cache->pass(10s);
    QCOMPARE(m_cache->item(closing->publicItem).state, OutboxState::Queued);
    QCOMPARE(m_cache->item(closing->privateItem).holdReason, HoldReason::OtherHalf);
    m_cache->sendAs(closing->publicItem);
    QCOMPARE(m_cache->item(closing->privateItem).state, OutboxState::Queued);
}

void TestClosings::lineThatLeftClosesThePublicSide()
{
    move();
    QVERIFY(resolve(m_cache->post));
    const auto closing = close(order());
    m_cache->pass(10s);
    QVERIFY(!isClosed());

    m_cache->sendAs(closing->publicItem);
    QVERIFY(isClosed());
    m_cache->sendAs(closing->privateItem);

    QCOMPARE(m_cache->move(closing->id).state, MoveState::Answered);
    QCOMPARE(m_cache->move(closing->id).endedAt, m_cache->now());
    QCOMPARE(close(order()).error().code, Errc::Conflict); // everybody can read it already
}

void TestClosings::requestAloneClosesItToo()
{
    move();
    QVERIFY(resolve(m_cache->post));
    auto alone = order();
    alone.publicHalf.reset();

    const auto closing = close(alone);
    QVERIFY(closing);
    m_cache->pass(10s);
    m_cache->sendAs(closing->privateItem);

    QVERIFY(isClosed());
    QCOMPARE(m_cache->move(closing->id).state, MoveState::Answered);
}

void TestClosings::refusedLineHoldsTheRequest()
{
    move();
    QVERIFY(resolve(m_cache->post));
    const auto closing = close(order());
    m_cache->pass(10s);

    m_cache->sendAs(closing->publicItem, Refused());
    m_cache->pass(48h);

    QVERIFY(!isClosed());
    QCOMPARE(m_cache->item(closing->privateItem).holdReason, HoldReason::OtherHalf);
    QCOMPARE(m_cache->move(closing->id).state, MoveState::Leaving);
}

void TestClosings::takenBackItCanBeClosedAgain()
{
    move();
    QVERIFY(resolve(m_cache->post));
    const auto closing = close(order());

    QCOMPARE(takeBackMove(m_cache->db(), closing->id, m_cache->now())->state, MoveState::TakenBack);

    QCOMPARE(m_cache->draft(m_cache->post), u"It is solved."_s);
    QCOMPARE(m_cache->draft(m_move.talk), u"If you like, you could update your post."_s);
    QVERIFY(close(order()));
}

void TestClosings::secondOperatorIsTold()
{
    move();
    QVERIFY(resolve(m_cache->post));
    QVERIFY(close(order()));

    QCOMPARE(close(order()).error().code, Errc::Conflict);
    QCOMPARE(m_cache->number("SELECT count(*) FROM outbox WHERE state <> 3"), 2);
}

void TestClosings::requestGoesNowhereElse()
{
    move();
    QVERIFY(resolve(m_cache->post));
    auto astray = order();
    astray.privateHalf->conversation = m_cache->talk; // somebody else's

    QCOMPARE(close(astray).error().code, Errc::Conflict);
    QCOMPARE(m_cache->number("SELECT count(*) FROM outbox"), 2);
}

void TestClosings::clockThatJumpsKeepsTheOrder()
{
    move();
    QVERIFY(resolve(m_cache->post));
    const auto closing = close(order());
    m_cache->pass(24h * 400);
    m_cache->clock().advance(-24h * 500);

    m_cache->queueDue();

    QCOMPARE(m_cache->item(closing->privateItem).holdReason, HoldReason::OtherHalf);
    m_cache->sendAs(closing->publicItem);
    QVERIFY(isClosed());
}

void TestClosings::rowTellsThatThePublicLineIsDue()
{
    move();
    QCOMPARE(lineBy(m_cache->post), Instant{});

    QVERIFY(resolve(m_cache->post));
    const auto due = m_cache->now() + 24h;
    QCOMPARE(lineBy(m_cache->post), due);
    QCOMPARE(lineBy(m_move.talk), Instant{}); // it is the public side that ends in public

    const auto closing = close(order());
    QCOMPARE(lineBy(m_cache->post), Instant{}); // it leaves
    QVERIFY(takeBackMove(m_cache->db(), closing->id, m_cache->now()));
    QCOMPARE(lineBy(m_cache->post), due);
    const auto again = close(order());
    m_cache->pass(10s);
    m_cache->sendAs(again->publicItem);
    QCOMPARE(lineBy(m_cache->post), Instant{});
}

QTEST_GUILESS_MAIN(TestClosings)
#include "tst_closings.moc"
