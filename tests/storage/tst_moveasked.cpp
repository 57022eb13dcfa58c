// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/closings.h"
#include "app/storage/consents.h"
#include "models/privacy/consentnow.h"
#include "tests/storage/movefixture.h"

#include <QTest>

#include <algorithm>
#include <utility>

using namespace aside;
using namespace aside::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// What a move asks for stands in the ledger, and only as long as it is asked.
class TestMoveAsked : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void questionStandsInTheLedger();
    void questionTakenBackIsNotAsked_data();
    void questionTakenBackIsNotAsked();
    void yesGivenMeanwhileStays();
    void requestIsAskedOnce();
    void requestTakenBackAloneIsNotAsked();

private:
    PersonId person()
    {
        return PersonId{m_cache->number("SELECT h.person_id FROM conversation c JOIN handle h ON h.id = "
                                        "c.handle_id WHERE c.audience = 1")};
    }
    ConsentState now(ConsentTo to, Channel channel, const QString &handle)
    {
        return consentNow(consentsOf(m_cache->db(), person()).value_or(QList<Consent>()),
                          {.to = to, .channel = channel, .handle = handle}, m_cache->now() + 1h);
    }
    ConsentState call() { return now(ConsentTo::Phone, Channel::Phone, phone); }
    ConsentState removal()
    {
        const auto all = consentsOf(m_cache->db(), person()).value_or(QList<Consent>());
        const auto found = std::ranges::find(all, ConsentTo::RemovalRequest, &Consent::to);
        return found == all.cend() ? ConsentState::None
                                   : now(ConsentTo::RemovalRequest, found->channel, found->handle);
    }
    [[nodiscard]] MoveOrder question() const
    {
        return {.conversation = m_cache->post,
                .way = MoveWay::AskForCall,
                .next = MoveNext::PublicThenYes,
                .records = {MoveRecord::Approach, MoveRecord::CallAsked},
                .publicHalf = OrderedHalf{.text = u"May Olga call you about your parcel?"_s,
                                          .conversation = m_cache->post,
                                          .channel = Channel::X},
                .terms = {.undoWindow = 10s},
                .by = u"Olga"_s};
    }
    /// The end of a letter that arrived.
    MoveOrder end()
    {
        const auto letter = m_cache->start(m_cache->letter());
        m_cache->pass(10s);
        m_cache->sendAs(letter.privateItem);
        m_cache->sendAs(letter.publicItem);
        MoveCache::checked(
            recordResolution(m_cache->db(), m_cache->post,
                             {.what = u"A new lamp was sent."_s, .at = m_cache->now(), .by = u"Olga"_s}));
        m_cache->clock().advance(1s);
        MoveOrder order = question();
        order.way = MoveWay::ClosePublic;
        order.next = MoveNext::PublicThenRequest;
        order.records = {MoveRecord::RemovalAsked};
        order.publicHalf->text = u"It is solved."_s;
        order.privateHalf = OrderedHalf{.text = u"You could update your post."_s,
                                        .conversation = m_cache->move(letter.id).talk,
                                        .channel = Channel::Email,
                                        .handle = letter.handle};
        return order;
    }

    const QString phone = u"+7 900 000-00-17"_s;
    std::unique_ptr<MoveCache> m_cache;
};

void TestMoveAsked::init()
{
    QTest::failOnWarning();
    m_cache = std::make_unique<MoveCache>();
    static_assert(std::to_underlying(Channel::Phone) == 10);
    m_cache->set("INSERT INTO handle (person_id, channel, address, shown) "
                 "SELECT h.person_id, 10, '+79000000017', '+7 900 000-00-17' "
                 "FROM conversation c JOIN handle h ON h.id = c.handle_id WHERE c.audience = 1");
}

void TestMoveAsked::questionStandsInTheLedger()
{
    QCOMPARE(call(), ConsentState::None);

    m_cache->start(question());

    QCOMPARE(call(), ConsentState::Asked);
    const auto line = consentLedger(m_cache->db(), person())->constLast();
    QCOMPARE(line.words, u"May Olga call you about your parcel?"_s);
    QCOMPARE(line.by, u"Olga"_s);
    QCOMPARE(line.recordedAt, m_cache->now());
}

void TestMoveAsked::questionTakenBackIsNotAsked_data()
{
    QTest::addColumn<bool>("isInTheOutbox");
    QTest::addRow("the move") << false;
    QTest::addRow("its item in the outbox") << true;
}

void TestMoveAsked::questionTakenBackIsNotAsked()
{
    QFETCH(const bool, isInTheOutbox);
    const auto asked = m_cache->start(question());
    m_cache->clock().advance(1s);

    if (isInTheOutbox) {
        QVERIFY(withdrawReply(m_cache->db(), asked.publicItem, m_cache->now()));
    } else {
        QVERIFY(takeBackMove(m_cache->db(), asked.id, m_cache->now()));
    }

    QCOMPARE(call(), ConsentState::None);
    QCOMPARE(consentLedger(m_cache->db(), person())->size(), qsizetype(2)); // only added to
}

void TestMoveAsked::yesGivenMeanwhileStays()
{
    const auto asked = m_cache->start(question());
    m_cache->clock().advance(1s);
    QVERIFY(recordConsent(m_cache->db(), person(),
                          {.id = {},
                           .said = {.to = ConsentTo::Phone,
                                    .state = ConsentState::Given,
                                    .channel = Channel::Phone,
                                    .handle = phone,
                                    .at = m_cache->now(),
                                    .evidence = {}},
                           .words = u"She rang us and said so."_s},
                          m_cache->now()));
    m_cache->clock().advance(1s);

    QVERIFY(takeBackMove(m_cache->db(), asked.id, m_cache->now()));

    QCOMPARE(call(), ConsentState::Given);
}

void TestMoveAsked::requestIsAskedOnce()
{
    const auto order = end();
    QCOMPARE(removal(), ConsentState::None);

    const auto closing = m_cache->start(order);
    QCOMPARE(removal(), ConsentState::Asked);

    QVERIFY(takeBackMove(m_cache->db(), closing.id, m_cache->now()));
    QCOMPARE(removal(), ConsentState::None);
}

void TestMoveAsked::requestTakenBackAloneIsNotAsked()
{
    const auto closing = m_cache->start(end());
    QVERIFY(withdrawReply(m_cache->db(), closing.privateItem, m_cache->now()));
    QCOMPARE(removal(), ConsentState::Asked); // the line may still be taken back with it

    m_cache->pass(10s);
    m_cache->sendAs(closing.publicItem);

    QCOMPARE(m_cache->move(closing.id).state, MoveState::Answered);
    QCOMPARE(removal(), ConsentState::None);
}

QTEST_GUILESS_MAIN(TestMoveAsked)
#include "tst_moveasked.moc"
