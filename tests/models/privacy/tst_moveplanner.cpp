// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/models/privacy/movefacts.h"

#include <QSet>
#include <QTest>

#include <array>

using namespace aside;
using namespace aside::moves;

namespace {

/// What one row of the table expects.
struct Expected {
    MoveWay way;
    MoveWhy why;
    MoveText text;
    std::optional<Channel> privately;
    MoveNext next;
};

struct Row {
    const char *name;
    Channel channel;
    DoorFacts door;
    Known known;
    Said call;
    Expected expected;
};

constexpr auto justNow = now - 1h;
constexpr DoorFacts asked{.askedAt = justNow, .now = now};
constexpr DoorFacts allowed{.askedAt = justNow, .permission = true, .now = now};
constexpr DoorFacts denied{.askedAt = justNow, .permission = false, .now = now};
constexpr DoorFacts wroteOnce{.askedAt = justNow, .personWroteAt = now - 72h, .now = now};
constexpr DoorFacts writesNow{.askedAt = justNow, .personWroteAt = now - 2h, .now = now};
constexpr DoorFacts answered{.askedAt = now - 48h, .weWroteAt = now - 24h, .now = now};
constexpr DoorFacts longAgo{.askedAt = now - 8 * 24h, .now = now};

constexpr Expected writesFirst(Channel channel)
{
    return {MoveWay::PersonWrites, MoveWhy::MustWriteFirst, MoveText::Invite, channel,
            MoveNext::PublicThenArrival};
}

constexpr Expected direct(Channel channel)
{
    return {MoveWay::DirectMessage, MoveWhy::MayWrite, MoveText::Written, channel,
            MoveNext::PrivateThenPublic};
}

constexpr Expected oneReply(Channel channel)
{
    return {MoveWay::PrivateReply, MoveWhy::ReplyOpen, MoveText::Written, channel,
            MoveNext::PrivateThenPublic};
}

constexpr Expected letter{MoveWay::Letter, MoveWhy::MailKnown, MoveText::Written, Channel::Email,
                          MoveNext::PrivateThenPublic};
constexpr Expected choice{MoveWay::ChoiceOfWays, MoveWhy::NoWayKnown, MoveText::Choice, std::nullopt,
                          MoveNext::PublicThenHandOver};
constexpr Expected asksToCall{MoveWay::AskForCall, MoveWhy::PhoneKnown, MoveText::AskCall, std::nullopt,
                              MoveNext::PublicThenYes};
constexpr Expected phones{MoveWay::Call, MoveWhy::CallAllowed, MoveText::Agreed, std::nullopt,
                          MoveNext::CallThenPublic};

const std::array rows{
    Row{"vk, not allowed", Channel::Vk, asked, Known::Both, Said::Given, writesFirst(Channel::Vk)},
    Row{"vk, allowed", Channel::Vk, allowed, Known::Nothing, Said::Nothing, direct(Channel::Vk)},
    Row{"vk, wrote before", Channel::Vk, wroteOnce, Known::Nothing, Said::Nothing, direct(Channel::Vk)},
    Row{"vk, wrote and closed it",
        Channel::Vk,
        {.askedAt = justNow, .personWroteAt = now - 2h, .permission = false, .now = now},
        Known::Mail,
        Said::Nothing,
        writesFirst(Channel::Vk)},
    Row{"telegram, new", Channel::Telegram, asked, Known::Mail, Said::Nothing,
        writesFirst(Channel::Telegram)},
    Row{"telegram, known to the bot", Channel::Telegram, wroteOnce, Known::Nothing, Said::Nothing,
        direct(Channel::Telegram)},
    Row{"x, open", Channel::X, allowed, Known::Nothing, Said::Nothing, direct(Channel::X)},
    Row{"x, closed", Channel::X, denied, Known::Both, Said::Given, writesFirst(Channel::X)},
    Row{"mastodon", Channel::Mastodon, asked, Known::Nothing, Said::Nothing, direct(Channel::Mastodon)},
    Row{"mastodon, blocked us", Channel::Mastodon, denied, Known::Mail, Said::Nothing,
        writesFirst(Channel::Mastodon)},
    Row{"facebook, once", Channel::Facebook, asked, Known::Both, Said::Given, oneReply(Channel::Facebook)},
    Row{"facebook, used", Channel::Facebook, answered, Known::Mail, Said::Nothing,
        writesFirst(Channel::Facebook)},
    Row{"facebook, too late", Channel::Facebook, longAgo, Known::Nothing, Said::Nothing,
        writesFirst(Channel::Facebook)},
    Row{"facebook, talk runs", Channel::Facebook, writesNow, Known::Nothing, Said::Nothing,
        direct(Channel::Facebook)},
    Row{"facebook, talk ran out", Channel::Facebook, wroteOnce, Known::Nothing, Said::Nothing,
        oneReply(Channel::Facebook)},
    Row{"facebook, page says no", Channel::Facebook, denied, Known::Mail, Said::Nothing,
        writesFirst(Channel::Facebook)},
    Row{"instagram, once", Channel::Instagram, asked, Known::Nothing, Said::Nothing,
        oneReply(Channel::Instagram)},
    Row{"instagram, used", Channel::Instagram, answered, Known::Both, Said::Given,
        writesFirst(Channel::Instagram)},
    Row{"instagram, too late", Channel::Instagram, longAgo, Known::Mail, Said::Nothing,
        writesFirst(Channel::Instagram)},
    Row{"discourse", Channel::Discourse, asked, Known::Mail, Said::Nothing, direct(Channel::Discourse)},
    Row{"matrix", Channel::Matrix, asked, Known::Nothing, Said::Nothing, direct(Channel::Matrix)},
    Row{"bluesky, can chat", Channel::Bluesky, allowed, Known::Nothing, Said::Nothing,
        direct(Channel::Bluesky)},
    Row{"bluesky, not followed", Channel::Bluesky, denied, Known::Nothing, Said::Nothing,
        writesFirst(Channel::Bluesky)},
    Row{"max, new", Channel::Max, asked, Known::Nothing, Said::Nothing, writesFirst(Channel::Max)},
    Row{"max, bot started", Channel::Max, wroteOnce, Known::Nothing, Said::Nothing, direct(Channel::Max)},
    Row{"ok, new", Channel::Ok, asked, Known::Mail, Said::Nothing, writesFirst(Channel::Ok)},
    Row{"ok, allowed", Channel::Ok, allowed, Known::Nothing, Said::Nothing, direct(Channel::Ok)},
    Row{"youtube, nothing known", Channel::Youtube, asked, Known::Nothing, Said::Nothing, choice},
    Row{"youtube, mail", Channel::Youtube, asked, Known::Mail, Said::Nothing, letter},
    Row{"youtube, phone", Channel::Youtube, asked, Known::Phone, Said::Nothing, asksToCall},
    Row{"youtube, said yes", Channel::Youtube, asked, Known::Phone, Said::Given, phones},
    Row{"review, nothing known", Channel::Reviews, asked, Known::Nothing, Said::Nothing, choice},
    Row{"review, mail before phone", Channel::Reviews, asked, Known::Both, Said::Given, letter},
    Row{"review, asked for a call", Channel::Reviews, asked, Known::Phone, Said::Asked, choice},
    Row{"review, said no", Channel::Reviews, asked, Known::Phone, Said::Refused, choice},
    Row{"review, took it back", Channel::Reviews, asked, Known::Phone, Said::Revoked, choice},
    Row{"review, the yes ended", Channel::Reviews, asked, Known::Phone, Said::Ended, asksToCall},
    Row{"review, a yes without a number", Channel::Reviews, asked, Known::Nothing, Said::Given, choice},
    Row{"feed, mail", Channel::Feed, asked, Known::Mail, Said::Nothing, letter},
    Row{"feed, said yes", Channel::Feed, asked, Known::Phone, Said::Given, phones},
    Row{"feed, nothing known", Channel::Feed, asked, Known::Nothing, Said::Given, choice},
    Row{"manual", Channel::Manual, asked, Known::Both, Said::Given, direct(Channel::Manual)},
    Row{"mail to a public list", Channel::Email, asked, Known::Nothing, Said::Nothing,
        direct(Channel::Email)},
    Row{"a talk on the radio", Channel::Phone, asked, Known::Phone, Said::Nothing,
        writesFirst(Channel::Phone)},
};

} // namespace

/// Hand-picked rows of the table, in full.
class TestMovePlanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void eachChannelHasItsWay_data();
    void eachChannelHasItsWay();
    void aPrivateTalkIsNotMoved();
    void whoIsBlockedIsNotApproached();
    void aTalkElsewhereComesBeforeALetter();
    void anAddressThatIsBlockedIsNotWrittenTo();
    void theLinkLeadsToUs();
    void theWayIsOpenUntil();
    void whoRefusedToBeAskedIsNotAsked();
    void aRefusalHereLeavesThePersonFreeToWrite();
    void everyClosedWaySaysWhy();
    void namesAreDistinct();
};
void TestMovePlanner::eachChannelHasItsWay_data()
{
    QTest::addColumn<int>("number");
    QSet<Channel> seen;
    for (std::size_t number = 0; number < rows.size(); ++number) {
        QTest::newRow(rows.at(number).name) << static_cast<int>(number);
        seen.insert(rows.at(number).channel);
    }
    QCOMPARE(seen.size(), qsizetype(17));
}

void TestMovePlanner::eachChannelHasItsWay()
{
    QFETCH(const int, number);
    const auto &row = rows.at(static_cast<std::size_t>(number));
    auto facts = factsOn(row.channel);
    facts.door = doorOf(facts.capabilities, row.door);
    learn(facts, row.known);
    add(facts.consents, ConsentTo::Phone, Channel::Phone, row.call);

    const auto plan = planPrivateMove(facts);

    QCOMPARE(moveWayName(plan.way), moveWayName(row.expected.way));
    QCOMPARE(moveWhyName(plan.why), moveWhyName(row.expected.why));
    QCOMPARE(moveTextName(plan.publicHalf->text), moveTextName(row.expected.text));
    QCOMPARE(moveNextName(plan.next), moveNextName(row.expected.next));
    QCOMPARE(plan.privateHalf ? std::optional(plan.privateHalf->channel) : std::nullopt,
             row.expected.privately);
}

void TestMovePlanner::aPrivateTalkIsNotMoved()
{
    auto facts = factsOn(Channel::Vk);
    facts.audience = Audience::Private;
    facts.door = {.door = PrivateDoor::MayWrite};

    const auto plan = planPrivateMove(facts);

    QCOMPARE(plan.way, MoveWay::None);
    QCOMPARE(plan.why, MoveWhy::AlreadyPrivate);
    QVERIFY(!plan.isAllowed() && !plan.publicHalf && !plan.privateHalf && plan.records.isEmpty());
    QCOMPARE(plan.next, MoveNext::Nothing);
}

void TestMovePlanner::whoIsBlockedIsNotApproached()
{
    auto facts = factsOn(Channel::Vk);
    facts.door = {.door = PrivateDoor::MayWrite};
    facts.wish = TalkWish::GoPrivate;
    facts.doNotContact = true;

    const auto plan = planPrivateMove(facts);

    QCOMPARE(plan.way, MoveWay::StayPublic);
    QCOMPARE(plan.why, MoveWhy::DoNotContact);
    QCOMPARE(plan.publicHalf->text, MoveText::Answer);
    QVERIFY(!plan.privateHalf && plan.records.isEmpty());
}

void TestMovePlanner::aTalkElsewhereComesBeforeALetter()
{
    auto facts = factsOn(Channel::Reviews);
    learn(facts, Known::Both);
    facts.talks = {{.conversation = telegramTalk, .channel = Channel::Telegram, .handle = telegramName}};

    auto plan = planPrivateMove(facts);

    QCOMPARE(plan.way, MoveWay::DirectMessage);
    QCOMPARE(plan.why, MoveWhy::TalkElsewhere);
    QCOMPARE(plan.privateHalf->conversation, telegramTalk);
    QCOMPARE(plan.privateHalf->handle, telegramName);
    QCOMPARE(plan.publicHalf->channel, Channel::Reviews);

    add(facts.consents, ConsentTo::DirectMessage, Channel::Telegram, Said::Revoked);
    plan = planPrivateMove(facts);

    QCOMPARE(plan.way, MoveWay::Letter);
    QCOMPARE(plan.privateHalf->handle, mailAddress);
}

void TestMovePlanner::anAddressThatIsBlockedIsNotWrittenTo()
{
    auto facts = factsOn(Channel::Reviews);
    learn(facts, Known::Both);
    for (auto &handle : facts.handles) {
        handle.isBlocked = true;
    }

    const auto plan = planPrivateMove(facts);

    QCOMPARE(plan.way, MoveWay::ChoiceOfWays);
    QVERIFY(plan.forbidden.contains({.way = MoveWay::Letter, .why = MoveWhy::NoMailKnown}));
    QVERIFY(plan.forbidden.contains({.way = MoveWay::Call, .why = MoveWhy::NoPhoneKnown}));
}

void TestMovePlanner::theLinkLeadsToUs()
{
    auto facts = factsOn(Channel::Telegram);
    facts.door = {.door = PrivateDoor::MustWriteFirst};

    QCOMPARE(planPrivateMove(facts).publicHalf->fields.value(u"link"_s), u"https://t.me/northlane"_s);

    facts.ourName = u"@northlane"_s;
    QCOMPARE(planPrivateMove(facts).publicHalf->fields.value(u"link"_s), u"https://t.me/northlane"_s);

    for (const auto &name : {u""_s, u"a/../b"_s, u"a?b=c"_s, u"javascript:alert(1)"_s, u"две строки"_s}) {
        facts.ourName = name;
        QVERIFY2(planPrivateMove(facts).publicHalf->fields.isEmpty(), qPrintable(name));
    }
}

void TestMovePlanner::theWayIsOpenUntil()
{
    auto facts = factsOn(Channel::Facebook);
    facts.door = doorOf(facts.capabilities, {.askedAt = now - 24h, .now = now});
    auto plan = planPrivateMove(facts);

    QCOMPARE(plan.deadline, std::optional<Instant>(now + 6 * 24h));
    QVERIFY(plan.records.contains(MoveRecord::ReplySpent));

    facts.door = doorOf(facts.capabilities, {.askedAt = justNow, .personWroteAt = now - 20h, .now = now});
    plan = planPrivateMove(facts);
    QCOMPARE(plan.way, MoveWay::DirectMessage);
    QCOMPARE(plan.deadline, std::optional<Instant>(now + 4h));

    facts.door = doorOf(facts.capabilities, {.askedAt = now - 8 * 24h, .now = now});
    QCOMPARE(planPrivateMove(facts).deadline, std::nullopt);
}

void TestMovePlanner::whoRefusedToBeAskedIsNotAsked()
{
    auto facts = factsOn(Channel::Mastodon);
    facts.door = {.door = PrivateDoor::MayWrite};
    QCOMPARE(planPrivateMove(facts).afterwards, (QList{MoveText::Closing, MoveText::AskUpdate}));

    facts.capabilities.authorCanAmend = false;
    QCOMPARE(planPrivateMove(facts).afterwards, (QList{MoveText::Closing, MoveText::AskComment}));

    add(facts.consents, ConsentTo::RemovalRequest, Channel::Mastodon, Said::Refused);
    QCOMPARE(planPrivateMove(facts).afterwards, (QList{MoveText::Closing}));
}

void TestMovePlanner::aRefusalHereLeavesThePersonFreeToWrite()
{
    auto facts = factsOn(Channel::Facebook);
    facts.door = {.door = PrivateDoor::ReplyOpen, .until = now + 1h};
    add(facts.consents, ConsentTo::DirectMessage, Channel::Facebook, Said::Refused);

    const auto plan = planPrivateMove(facts);

    QCOMPARE(plan.way, MoveWay::PersonWrites);
    QCOMPARE(plan.deadline, std::nullopt);
    QVERIFY(plan.forbidden.contains({.way = MoveWay::PrivateReply, .why = MoveWhy::ConsentRefused}));
}

void TestMovePlanner::everyClosedWaySaysWhy()
{
    auto facts = factsOn(Channel::Reviews);
    learn(facts, Known::Phone);
    add(facts.consents, ConsentTo::Phone, Channel::Phone, Said::Revoked);

    const auto plan = planPrivateMove(facts);

    QCOMPARE(plan.forbidden,
             (QList<ForbiddenWay>{{.way = MoveWay::PrivateReply, .why = MoveWhy::NoPrivateSide},
                                  {.way = MoveWay::DirectMessage, .why = MoveWhy::NoTalkElsewhere},
                                  {.way = MoveWay::Letter, .why = MoveWhy::NoMailKnown},
                                  {.way = MoveWay::PersonWrites, .why = MoveWhy::NoPrivateSide},
                                  {.way = MoveWay::Call, .why = MoveWhy::ConsentRevoked},
                                  {.way = MoveWay::AskForCall, .why = MoveWhy::ConsentRevoked}}));
}

void TestMovePlanner::namesAreDistinct()
{
    QSet<QLatin1StringView> names;
    for (int way = 0; way <= static_cast<int>(MoveWay::ChoiceOfWays); ++way) {
        names.insert(moveWayName(static_cast<MoveWay>(way)));
    }
    QCOMPARE(names.size(), qsizetype(9));
    names.clear();
    for (int why = 0; why <= static_cast<int>(MoveWhy::PreferredPlace); ++why) {
        names.insert(moveWhyName(static_cast<MoveWhy>(why)));
    }
    QCOMPARE(names.size(), qsizetype(25));
}

QTEST_APPLESS_MAIN(TestMovePlanner)
#include "tst_moveplanner.moc"
