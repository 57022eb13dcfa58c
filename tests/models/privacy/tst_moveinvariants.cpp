// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/privacy/consentnow.h"
#include "tests/models/privacy/movefacts.h"

#include <QTest>

#include <algorithm>
#include <array>

using namespace aside;
using namespace aside::moves;

namespace {

/// The plan offers this way, whether or not it is the one taken.
bool isForbidden(const PrivateMovePlan &plan, MoveWay way)
{
    return std::ranges::contains(plan.forbidden, way, &ForbiddenWay::way);
}

/// What is true of every plan, whatever the facts. Empty, or what is wrong.
class Invariants
{
public:
    Invariants(const PrivateMoveFacts &facts, const PrivateMovePlan &plan)
        : m_facts(facts)
        , m_plan(plan)
    {
    }

    [[nodiscard]] QByteArray broken() const
    {
        const std::array checks{&Invariants::wishes,  &Invariants::calls,    &Invariants::halves,
                                &Invariants::secrets, &Invariants::messages, &Invariants::records};
        for (const auto check : checks) {
            if (const auto *words = (this->*check)()) {
                return QByteArray(words) + ": " + moveWayName(m_plan.way).data() + ", "
                    + moveWhyName(m_plan.why).data();
            }
        }
        return {};
    }

private:
    [[nodiscard]] const char *wishes() const
    {
        const bool mayOffer = m_facts.wish != TalkWish::StayPublic
            && (m_facts.wish == TalkWish::GoPrivate || m_facts.approaches < m_facts.mostApproaches);
        if (m_plan.isAllowed() != mayOffer) {
            return "an offer after a wish or after the limit, or none before";
        }
        if (m_facts.wish == TalkWish::StayPublic && m_plan.why != MoveWhy::AskedToStay) {
            return "the wish to stay is not what counts";
        }
        return !m_plan.isAllowed() && m_plan.forbidden.size() != 7 ? "a closed way is not told" : nullptr;
    }

    [[nodiscard]] const char *calls() const
    {
        const auto said
            = consentNow(m_facts.consents, {ConsentTo::Phone, Channel::Phone, phoneNumber}, m_facts.now);
        if ((m_plan.way == MoveWay::Call || !m_plan.phone.isEmpty()) && said != ConsentState::Given) {
            return "a call without a recorded yes";
        }
        if (m_plan.way == MoveWay::AskForCall && said != ConsentState::None) {
            return "asks for a call although that was asked or answered";
        }
        return (m_plan.way == MoveWay::Call) == m_plan.phone.isEmpty() ? "a number without a call" : nullptr;
    }

    [[nodiscard]] const char *halves() const
    {
        if (!m_plan.publicHalf || m_plan.publicHalf->audience != Audience::Public) {
            return "a public question without a public half";
        }
        if (m_plan.publicHalf->channel != m_facts.channel) {
            return "the public half goes elsewhere";
        }
        const bool writes = m_plan.way == MoveWay::PrivateReply || m_plan.way == MoveWay::DirectMessage
            || m_plan.way == MoveWay::Letter || m_plan.way == MoveWay::PersonWrites;
        return m_plan.privateHalf.has_value() != writes ? "the private half is missing, or too much"
                                                        : nullptr;
    }

    /// Nothing that the person gave us stands in public.
    [[nodiscard]] const char *secrets() const
    {
        const auto &half = *m_plan.publicHalf;
        if (!half.handle.isEmpty() || half.conversation.isValid()) {
            return "the public half names the person";
        }
        for (const auto &[name, value] : half.fields.asKeyValueRange()) {
            if (name != "link"_L1 || !value.startsWith("https://"_L1)) {
                return "a field of the public half that is no link of ours";
            }
        }
        return nullptr;
    }

    [[nodiscard]] const char *messages() const
    {
        if (!m_plan.privateHalf || m_plan.way == MoveWay::PersonWrites) {
            return nullptr;
        }
        const auto &half = *m_plan.privateHalf;
        const auto said = consentNow(m_facts.consents, {ConsentTo::DirectMessage, half.channel, half.handle},
                                     m_facts.now);
        if (said != ConsentState::None && said != ConsentState::Given) {
            return "writes to who has not allowed it";
        }
        if (m_plan.next != MoveNext::PrivateThenPublic) {
            return "the public line would not be true";
        }
        const bool leaves = half.channel != m_facts.channel && half.channel != m_facts.prefers.channel;
        return leaves && m_facts.door.door != PrivateDoor::None ? "sends the person elsewhere" : nullptr;
    }

    [[nodiscard]] const char *records() const
    {
        const auto has = [this](MoveRecord record) {
            return m_plan.records.contains(record);
        };
        if (has(MoveRecord::Approach) != (m_plan.isAllowed() && m_facts.wish != TalkWish::GoPrivate)) {
            return "an approach is not counted, or an answer is";
        }
        if (has(MoveRecord::ReplySpent) != (m_plan.way == MoveWay::PrivateReply)
            || has(MoveRecord::CallAsked) != (m_plan.way == MoveWay::AskForCall)) {
            return "what is spent is not recorded";
        }
        if (m_plan.afterwards.isEmpty() != !has(MoveRecord::ClosingLineDue)) {
            return "what was public does not end in public";
        }
        return isForbidden(m_plan, m_plan.way) ? "takes a way that it forbids" : nullptr;
    }

    const PrivateMoveFacts &m_facts;
    const PrivateMovePlan &m_plan;
};

constexpr std::array doors{PrivateDoor::None,      PrivateDoor::MayWrite,  PrivateDoor::MustWriteFirst,
                           PrivateDoor::ReplyOpen, PrivateDoor::ReplyUsed, PrivateDoor::ReplyExpired};
constexpr std::array knowledge{Known::Nothing, Known::Mail, Known::Phone, Known::Both};
constexpr std::array sayings{Said::Nothing, Said::Asked,   Said::Given,
                             Said::Refused, Said::Revoked, Said::Ended};
constexpr std::array wishes{TalkWish::None, TalkWish::StayPublic, TalkWish::GoPrivate};

} // namespace

/// What holds of every plan, in every row of one table for the whole product.
class TestMoveInvariants : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void everyPlanKeepsThePromises_data();
    void everyPlanKeepsThePromises();

private:
    int tryAll(PrivateMoveFacts facts);
};

void TestMoveInvariants::everyPlanKeepsThePromises_data()
{
    QTest::addColumn<Channel>("channel");
    QTest::addColumn<PrivateDoor>("door");
    for (int number = 1; number <= 17; ++number) {
        for (const auto door : doors) {
            const auto channel = static_cast<Channel>(number);
            QTest::addRow("%s %d", channelName(channel).data(), static_cast<int>(door)) << channel << door;
        }
    }
}

void TestMoveInvariants::everyPlanKeepsThePromises()
{
    QFETCH(const Channel, channel);
    QFETCH(const PrivateDoor, door);
    auto facts = factsOn(channel);
    facts.door = {.door = door, .until = now + 1h};
    int rows = 0;
    for (const auto known : knowledge) {
        auto one = facts;
        learn(one, known);
        rows += tryAll(one);
        one.talks = {{.conversation = telegramTalk, .channel = Channel::Telegram, .handle = telegramName}};
        rows += tryAll(one);
        for (const auto liked : {Channel::Email, Channel::Telegram, Channel::Phone}) {
            one.prefers.channel = liked;
            rows += tryAll(one);
        }
    }
    QCOMPARE(rows, 4 * 5 * 6 * 6 * 3 * (limit + 2));
}

int TestMoveInvariants::tryAll(PrivateMoveFacts facts)
{
    int rows = 0;
    for (const auto call : sayings) {
        for (const auto message : sayings) {
            facts.consents.clear();
            add(facts.consents, ConsentTo::Phone, Channel::Phone, call);
            for (const auto channel : {facts.channel, Channel::Email, Channel::Telegram}) {
                add(facts.consents, ConsentTo::DirectMessage, channel, message);
            }
            for (const auto wish : wishes) {
                for (facts.approaches = 0; facts.approaches <= limit + 1; ++facts.approaches) {
                    facts.wish = wish;
                    const auto plan = planPrivateMove(facts);
                    const auto broken = Invariants(facts, plan).broken();
                    if (!broken.isEmpty()) {
                        QTest::qFail(broken.constData(), __FILE__, __LINE__);
                        return rows;
                    }
                    ++rows;
                }
            }
        }
    }
    return rows;
}

QTEST_APPLESS_MAIN(TestMoveInvariants)
#include "tst_moveinvariants.moc"
