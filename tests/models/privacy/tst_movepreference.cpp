// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/models/privacy/movefacts.h"

#include <QTest>

using namespace aside;
using namespace aside::moves;

/// What a person likes, against where the talk began and what is allowed.
class TestMovePreference : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void theLikedPlaceComesFirstWhereItIsOpen_data();
    void theLikedPlaceComesFirstWhereItIsOpen();
    void aLikedPlaceIsNoConsent();
    void aLikedTalkComesBeforeANewerOne();
};

void TestMovePreference::theLikedPlaceComesFirstWhereItIsOpen_data()
{
    QTest::addColumn<Channel>("channel");
    QTest::addColumn<PrivateDoor>("door");
    QTest::addColumn<Channel>("liked");
    QTest::addColumn<Known>("known");
    QTest::addColumn<Said>("call");
    QTest::addColumn<MoveWay>("way");
    QTest::addColumn<MoveWhy>("why");
    const auto row = [](const char *name, Channel channel, PrivateDoor door, Channel liked, Known known,
                        Said call, MoveWay way, MoveWhy why) {
        QTest::newRow(name) << channel << door << liked << known << call << way << why;
    };
    using enum MoveWay;
    using enum MoveWhy;
    constexpr auto may = PrivateDoor::MayWrite;
    constexpr auto once = PrivateDoor::ReplyOpen;
    constexpr auto first = PrivateDoor::MustWriteFirst;
    constexpr auto none = PrivateDoor::None;
    row("mail rather than a message", Channel::Vk, may, Channel::Email, Known::Both, Said::Nothing, Letter,
        PreferredPlace);
    row("mail rather than the one reply", Channel::Facebook, once, Channel::Email, Known::Mail, Said::Nothing,
        Letter, PreferredPlace);
    row("mail rather than waiting", Channel::Telegram, first, Channel::Email, Known::Mail, Said::Nothing,
        Letter, PreferredPlace);
    row("mail, but no address", Channel::Vk, may, Channel::Email, Known::Phone, Said::Given, DirectMessage,
        MayWrite);
    row("the phone, and a yes", Channel::Vk, may, Channel::Phone, Known::Both, Said::Given, Call,
        PreferredPlace);
    row("the phone, nobody asked", Channel::Vk, may, Channel::Phone, Known::Both, Said::Nothing,
        DirectMessage, MayWrite);
    row("the phone, nobody asked, nothing else", Channel::Reviews, none, Channel::Phone, Known::Phone,
        Said::Nothing, AskForCall, PhoneKnown);
    row("the phone, and a no", Channel::Vk, may, Channel::Phone, Known::Both, Said::Refused, DirectMessage,
        MayWrite);
    row("the phone before a letter", Channel::Reviews, none, Channel::Phone, Known::Both, Said::Given, Call,
        PreferredPlace);
    row("where the talk began", Channel::Vk, may, Channel::Vk, Known::Both, Said::Given, DirectMessage,
        MayWrite);
    row("a messenger without a talk", Channel::Vk, first, Channel::Telegram, Known::Both, Said::Given,
        PersonWrites, MustWriteFirst);
}

void TestMovePreference::theLikedPlaceComesFirstWhereItIsOpen()
{
    QFETCH(const Channel, channel);
    QFETCH(const PrivateDoor, door);
    QFETCH(const Channel, liked);
    QFETCH(const Known, known);
    QFETCH(const Said, call);
    QFETCH(const MoveWay, way);
    QFETCH(const MoveWhy, why);
    auto facts = factsOn(channel);
    facts.door = {.door = door, .until = now + 1h};
    learn(facts, known);
    add(facts.consents, ConsentTo::Phone, Channel::Phone, call);
    facts.prefers.channel = liked;

    const auto plan = planPrivateMove(facts);

    QCOMPARE(moveWayName(plan.way), moveWayName(way));
    QCOMPARE(moveWhyName(plan.why), moveWhyName(why));
    QVERIFY(!plan.forbidden.contains({.way = way, .why = MoveWhy::AnotherWayIsOpen}));
    QCOMPARE(plan.publicHalf->channel, channel);
    QCOMPARE(plan.deadline.has_value(), why == MoveWhy::MayWrite);
}

void TestMovePreference::aLikedPlaceIsNoConsent()
{
    auto facts = factsOn(Channel::Vk);
    facts.door = {.door = PrivateDoor::MayWrite};
    learn(facts, Known::Both);
    facts.prefers.channel = Channel::Email;
    add(facts.consents, ConsentTo::DirectMessage, Channel::Email, Said::Refused);
    QCOMPARE(planPrivateMove(facts).way, MoveWay::DirectMessage);

    facts.consents.clear();
    facts.wish = TalkWish::StayPublic;
    QCOMPARE(planPrivateMove(facts).why, MoveWhy::AskedToStay);

    facts.wish = TalkWish::None;
    facts.approaches = limit;
    QCOMPARE(planPrivateMove(facts).why, MoveWhy::TooManyApproaches);
}

void TestMovePreference::aLikedTalkComesBeforeANewerOne()
{
    auto facts = factsOn(Channel::Reviews);
    facts.talks = {{.conversation = ConversationId{42}, .channel = Channel::Vk, .handle = u"anna"_s},
                   {.conversation = telegramTalk, .channel = Channel::Telegram, .handle = telegramName}};
    QCOMPARE(planPrivateMove(facts).privateHalf->conversation, ConversationId{42});

    facts.prefers.channel = Channel::Telegram;
    const auto plan = planPrivateMove(facts);

    QCOMPARE(plan.privateHalf->conversation, telegramTalk);
    QCOMPARE(moveWhyName(plan.why), moveWhyName(MoveWhy::PreferredPlace));
}

QTEST_APPLESS_MAIN(TestMovePreference)
#include "tst_movepreference.moc"
