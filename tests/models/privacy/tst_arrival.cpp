// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/privacy/arrival.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr Instant now = fromMillis(1'800'000'000'000);
const QString annas = u"AAAAAAAAAAAAAAAAAAAAAA"_s;
const QString boris = u"BBBBBBBBBBBBBBBBBBBBBB"_s;
const QString used = u"CCCCCCCCCCCCCCCCCCCCCC"_s;

PrivateMove move(qint64 id, const QString &handle, const QString &payload,
                 MoveState state = MoveState::Awaited)
{
    PrivateMove one;
    one.id = PrivateMoveId{id};
    one.conversation = ConversationId{10 * id};
    one.way = MoveWay::PersonWrites;
    one.state = state;
    one.startedAt = now - 1h;
    one.channel = Channel::Telegram;
    one.handle = handle;
    one.payload = payload;
    return one;
}

QList<PrivateMove> waiting()
{
    return {move(1, u"@Anna"_s, annas), move(2, u"boris"_s, boris),
            move(3, u"@clara"_s, used, MoveState::Joined), move(4, {}, {})};
}

Arrival from(const QString &handle, const QString &text = {})
{
    return {.channel = Channel::Telegram, .handle = handle, .firstText = text, .at = now};
}

ArrivalCandidate candidate(qint64 id, ArrivalSign sign)
{
    return {.move = PrivateMoveId{id}, .conversation = ConversationId{10 * id}, .sign = sign};
}

} // namespace

/// Who comes is proposed, never taken for granted.
class TestArrival : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void payloadsAreLongAndDiffer()
    {
        static const QRegularExpression form(u"^[A-Za-z0-9_-]{22}$"_s);
        QSet<QString> seen;
        for (int i = 0; i < 1000; ++i) {
            const QString payload = newMovePayload();
            QVERIFY2(form.match(payload).hasMatch(), qPrintable(payload));
            seen.insert(payload);
        }
        QCOMPARE(seen.size(), 1000);
    }

    void linkCarriesThePayloadWhereTheChannelHandsItBack()
    {
        QCOMPARE(linkWithPayload(Channel::Telegram, u"https://t.me/shop"_s, annas),
                 u"https://t.me/shop?start="_s + annas);
        QCOMPARE(linkWithPayload(Channel::Vk, u"https://vk.me/shop?a=b"_s, annas),
                 u"https://vk.me/shop?a=b&ref="_s + annas);
        QCOMPARE(linkWithPayload(Channel::X, u"https://x.com/shop"_s, annas), u"https://x.com/shop"_s);
        QCOMPARE(linkWithPayload(Channel::Telegram, u"https://t.me/shop"_s, {}), u"https://t.me/shop"_s);
        QCOMPARE(linkWithPayload(Channel::Telegram, {}, annas), QString());
    }

    void whoComesIsProposed_data()
    {
        QTest::addColumn<QString>("handle");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("ref");
        QTest::addColumn<int>("move");
        QTest::addColumn<ArrivalSign>("sign");
        using enum ArrivalSign;
        QTest::addRow("link and handle") << u"@anna"_s << u"/start "_s + annas << u""_s << 1 << LinkAndHandle;
        QTest::addRow("named bot") << u"ANNA"_s << u"/start@shop_bot  "_s + annas << u""_s << 1
                                   << LinkAndHandle;
        QTest::addRow("beside the text") << u"@boris"_s << u"Hello"_s << boris << 2 << LinkAndHandle;
        QTest::addRow("another address") << u"@ann2"_s << u"/start "_s + annas << u""_s << 1 << Link;
        QTest::addRow("handle alone") << u"@BORIS"_s << u"Hello"_s << u""_s << 2 << Handle;
        QTest::addRow("start without anything") << u"@anna"_s << u"/start"_s << u""_s << 1 << Handle;
    }

    void whoComesIsProposed()
    {
        QFETCH(const QString, handle);
        QFETCH(const QString, text);
        QFETCH(const QString, ref);
        QFETCH(const int, move);
        QFETCH(const ArrivalSign, sign);
        Arrival arrival = from(handle, text);
        arrival.ref = ref;

        QCOMPARE(arrivalCandidates(arrival, waiting()), QList{candidate(move, sign)});
    }

    void whatIsForgedProposesNobody_data()
    {
        QTest::addColumn<QString>("handle");
        QTest::addColumn<QString>("text");
        QTest::addRow("unknown payload") << u"@anna"_s << u"/start DDDDDDDDDDDDDDDDDDDDDD"_s;
        QTest::addRow("beginning of one") << u"@anna"_s << u"/start "_s + annas.first(21);
        QTest::addRow("longer than one") << u"@anna"_s << u"/start "_s + annas + u'A';
        QTest::addRow("other letters") << u"@anna"_s << u"/start "_s + annas.toLower();
        QTest::addRow("used already") << u"@clara"_s << u"/start "_s + used;
        QTest::addRow("of another person") << u"@anna"_s << u"/start "_s + boris;
        QTest::addRow("nobody") << u""_s << u"Hello"_s;
        QTest::addRow("at sign alone") << u"@"_s << u"Hello"_s;
        QTest::addRow("payload in the middle") << u"@dora"_s << u"see /start "_s + annas;
    }

    void whatIsForgedProposesNobody()
    {
        QFETCH(const QString, handle);
        QFETCH(const QString, text);

        QCOMPARE(arrivalCandidates(from(handle, text), waiting()), QList<ArrivalCandidate>());
    }

    void placeAndTimeHaveToFit()
    {
        Arrival arrival = from(u"@anna"_s, u"/start "_s + annas);
        arrival.audience = Audience::Public;
        QVERIFY(arrivalCandidates(arrival, waiting()).isEmpty());
        arrival.audience = Audience::Private;
        arrival.channel = Channel::Vk;
        QVERIFY(arrivalCandidates(arrival, waiting()).isEmpty());
        arrival.channel = Channel::Telegram;
        arrival.at = now - 2h; // before anybody was invited
        QVERIFY(arrivalCandidates(arrival, waiting()).isEmpty());
        arrival.at = now - 1h - clockAllowance; // their clock is behind ours
        QVERIFY(!arrivalCandidates(arrival, waiting()).isEmpty());
        arrival.at -= 1ms;
        QVERIFY(arrivalCandidates(arrival, waiting()).isEmpty());
    }

    void severalPublicTalksOfOnePersonAreAllProposed()
    {
        const QList<PrivateMove> both{move(1, u"@anna"_s, annas), move(2, u"@anna"_s, boris)};

        QCOMPARE(arrivalCandidates(from(u"anna"_s), both),
                 (QList{candidate(1, ArrivalSign::Handle), candidate(2, ArrivalSign::Handle)}));
        QCOMPARE(arrivalCandidates(from(u"anna"_s, u"/start "_s + boris), both),
                 QList{candidate(2, ArrivalSign::LinkAndHandle)});
    }
};

QTEST_GUILESS_MAIN(TestArrival)
#include "tst_arrival.moc"
