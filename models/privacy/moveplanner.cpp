// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/privacy/moveplanner.h"

#include "models/privacy/consentnow.h"

#include <algorithm>
#include <array>

namespace aside {

using namespace Qt::StringLiterals;

namespace {

/// A way is open, or it is known why not.
struct WayState {
    MoveWay way;
    bool isOpen;
    MoveWhy why;
};

std::optional<MoveWhy> hindrance(ConsentState state)
{
    switch (state) {
    case ConsentState::None:
    case ConsentState::Given:
        return std::nullopt;
    case ConsentState::Asked:
        return MoveWhy::NotAnsweredYet;
    case ConsentState::Refused:
        return MoveWhy::ConsentRefused;
    case ConsentState::Revoked:
        return MoveWhy::ConsentRevoked;
    }
    return MoveWhy::ConsentRefused;
}

/// Looks at one way after the other.
class Planner
{
public:
    explicit Planner(const PrivateMoveFacts &facts)
        : m_facts(facts)
    {
    }

    [[nodiscard]] PrivateMovePlan plan() const
    {
        if (m_facts.audience == Audience::Private) {
            return closed(MoveWay::None, MoveWhy::AlreadyPrivate);
        }
        if (const auto why = noOffer()) {
            return closed(MoveWay::StayPublic, *why);
        }
        const auto all = ways();
        const auto first = std::ranges::find_if(all, &WayState::isOpen);
        return offered(preferred().value_or(*first), {all.begin(), all.end()});
    }

private:
    using Ways = std::array<WayState, 7>;

    /// Why nothing at all is offered.
    [[nodiscard]] std::optional<MoveWhy> noOffer() const
    {
        if (m_facts.wish == TalkWish::StayPublic) {
            return MoveWhy::AskedToStay;
        }
        if (m_facts.doNotContact) {
            return MoveWhy::DoNotContact;
        }
        // Who asks for a private talk is not pursued by getting one.
        if (m_facts.wish != TalkWish::GoPrivate && m_facts.approaches >= m_facts.mostApproaches) {
            return MoveWhy::TooManyApproaches;
        }
        return std::nullopt;
    }

    /// In the order in which they are preferred; the last one is always open.
    [[nodiscard]] Ways ways() const
    {
        const auto letter = mail();
        const auto phoned = call();
        return {privateReply(),
                directMessage(),
                personWrites(),
                letter,
                phoned,
                askForCall(),
                WayState{MoveWay::ChoiceOfWays, true, MoveWhy::NoWayKnown}};
    }

    [[nodiscard]] std::optional<MoveWhy> messageHindrance(Channel channel, const QString &handle) const
    {
        return hindrance(
            consentNow(m_facts.consents, {ConsentTo::DirectMessage, channel, handle}, m_facts.now));
    }

    [[nodiscard]] WayState privateReply() const
    {
        constexpr auto way = MoveWay::PrivateReply;
        switch (m_facts.door.door) {
        case PrivateDoor::ReplyOpen:
            if (const auto why = messageHindrance(m_facts.channel, m_facts.handle)) {
                return {way, false, *why};
            }
            return {way, true, MoveWhy::ReplyOpen};
        case PrivateDoor::ReplyUsed:
            return {way, false, MoveWhy::ReplyUsed};
        case PrivateDoor::ReplyExpired:
            return {way, false, MoveWhy::ReplyExpired};
        case PrivateDoor::MayWrite:
            return {way, false, MoveWhy::AnotherWayIsOpen};
        case PrivateDoor::MustWriteFirst:
            return {way, false, MoveWhy::MustWriteFirst};
        case PrivateDoor::None:
            break;
        }
        return {way, false, MoveWhy::NoPrivateSide};
    }

    [[nodiscard]] WayState directMessage() const
    {
        constexpr auto way = MoveWay::DirectMessage;
        switch (m_facts.door.door) {
        case PrivateDoor::MayWrite:
            if (const auto why = messageHindrance(m_facts.channel, m_facts.handle)) {
                return {way, false, *why};
            }
            return {way, true, MoveWhy::MayWrite};
        case PrivateDoor::None:
            return talkElsewhere() ? WayState{way, true, MoveWhy::TalkElsewhere}
                                   : WayState{way, false, MoveWhy::NoTalkElsewhere};
        case PrivateDoor::ReplyOpen:
        case PrivateDoor::ReplyUsed:
        case PrivateDoor::ReplyExpired:
        case PrivateDoor::MustWriteFirst:
            break;
        }
        return {way, false, MoveWhy::MustWriteFirst};
    }

    /// A refusal to be written to leaves the person free to write.
    [[nodiscard]] WayState personWrites() const
    {
        const bool hasSide = m_facts.door.door != PrivateDoor::None;
        return {MoveWay::PersonWrites, hasSide, hasSide ? MoveWhy::MustWriteFirst : MoveWhy::NoPrivateSide};
    }

    [[nodiscard]] WayState mail() const
    {
        constexpr auto way = MoveWay::Letter;
        if (m_facts.door.door != PrivateDoor::None) {
            return {way, false, MoveWhy::AnotherWayIsOpen};
        }
        const auto *known = handleOn(Channel::Email);
        if (!known) {
            return {way, false, MoveWhy::NoMailKnown};
        }
        if (const auto why = messageHindrance(Channel::Email, known->shown)) {
            return {way, false, *why};
        }
        return {way, true, MoveWhy::MailKnown};
    }

    [[nodiscard]] ConsentState callConsent(const PersonHandle &phone) const
    {
        return consentNow(m_facts.consents, {ConsentTo::Phone, Channel::Phone, phone.shown}, m_facts.now);
    }

    [[nodiscard]] WayState call() const
    {
        constexpr auto way = MoveWay::Call;
        const auto *known = handleOn(Channel::Phone);
        if (!known) {
            return {way, false, MoveWhy::NoPhoneKnown};
        }
        const auto state = callConsent(*known);
        if (state != ConsentState::Given) {
            return {way, false, hindrance(state).value_or(MoveWhy::ConsentMissing)};
        }
        const bool isLast = m_facts.door.door == PrivateDoor::None;
        return {way, isLast, isLast ? MoveWhy::CallAllowed : MoveWhy::AnotherWayIsOpen};
    }

    [[nodiscard]] WayState askForCall() const
    {
        constexpr auto way = MoveWay::AskForCall;
        const auto *known = handleOn(Channel::Phone);
        if (!known) {
            return {way, false, MoveWhy::NoPhoneKnown};
        }
        const auto state = callConsent(*known);
        if (const auto why = hindrance(state)) {
            return {way, false, *why};
        }
        if (state == ConsentState::Given || m_facts.door.door != PrivateDoor::None) {
            return {way, false, MoveWhy::AnotherWayIsOpen};
        }
        return {way, true, MoveWhy::PhoneKnown};
    }

    /// The way to another place, where the person likes to be answered there and it is open.
    [[nodiscard]] std::optional<WayState> preferred() const
    {
        const auto place = m_facts.prefers.channel;
        if (!place || *place == m_facts.channel) {
            return std::nullopt;
        }
        const auto *known = handleOn(*place);
        const auto *talk = talkElsewhere();
        const auto way = *place == Channel::Phone ? MoveWay::Call
            : talk && talk->channel == *place     ? MoveWay::DirectMessage
                                                  : MoveWay::Letter;
        const bool isOpen = way == MoveWay::DirectMessage
            || (way == MoveWay::Call && known && callConsent(*known) == ConsentState::Given)
            || (*place == Channel::Email && known && !messageHindrance(*place, known->shown));
        return isOpen ? std::optional(WayState{way, true, MoveWhy::PreferredPlace}) : std::nullopt;
    }

    [[nodiscard]] const PersonHandle *handleOn(Channel channel) const
    {
        const auto found = std::ranges::find_if(m_facts.handles, [channel](const PersonHandle &handle) {
            return handle.channel == channel && !handle.isBlocked && !handle.shown.trimmed().isEmpty();
        });
        return found == m_facts.handles.cend() ? nullptr : &*found;
    }

    /// Where the person likes it, else the newest.
    [[nodiscard]] const OpenTalk *talkElsewhere() const
    {
        const OpenTalk *newest = nullptr;
        for (const auto &talk : m_facts.talks) {
            if (talk.channel == m_facts.channel || talk.channel == Channel::Phone
                || messageHindrance(talk.channel, talk.handle)) {
                continue;
            }
            if (talk.channel == m_facts.prefers.channel) {
                return &talk;
            }
            newest = newest ? newest : &talk;
        }
        return newest;
    }

    /// No way leads into private. In public there is an answer all the same.
    [[nodiscard]] PrivateMovePlan closed(MoveWay way, MoveWhy why) const
    {
        PrivateMovePlan plan{.way = way, .why = why};
        for (const auto &state : ways()) {
            plan.forbidden.append({.way = state.way, .why = why});
        }
        std::ranges::sort(plan.forbidden, {}, &ForbiddenWay::way);
        if (way == MoveWay::StayPublic) {
            plan.publicHalf = publicHalf(MoveText::Answer);
            plan.next = MoveNext::AnswerHere;
            if (why == MoveWhy::AskedToStay) {
                plan.records.append(MoveRecord::StayWish);
            }
        }
        return plan;
    }

    [[nodiscard]] PrivateMovePlan offered(const WayState &chosen, const QList<WayState> &all) const
    {
        PrivateMovePlan plan{.way = chosen.way, .why = chosen.why};
        for (const auto &state : all) {
            if (!state.isOpen && state.way != chosen.way) {
                plan.forbidden.append({.way = state.way, .why = state.why});
            }
        }
        std::ranges::sort(plan.forbidden, {}, &ForbiddenWay::way);
        if (m_facts.wish != TalkWish::GoPrivate) {
            plan.records.append(MoveRecord::Approach);
        }
        fill(plan);
        return plan;
    }

    void fill(PrivateMovePlan &plan) const
    {
        switch (plan.way) {
        case MoveWay::PrivateReply:
            plan.records.append(MoveRecord::ReplySpent);
            plan.deadline = m_facts.door.until;
            writeThere(plan, {.conversation = {}, .channel = m_facts.channel, .handle = m_facts.handle});
            return;
        case MoveWay::DirectMessage:
            fillMessage(plan);
            return;
        case MoveWay::Letter:
            writeThere(
                plan,
                {.conversation = {}, .channel = Channel::Email, .handle = handleOn(Channel::Email)->shown});
            return;
        case MoveWay::PersonWrites:
            fillInvitation(plan);
            return;
        case MoveWay::Call:
            plan.phone = handleOn(Channel::Phone)->shown;
            plan.publicHalf = publicHalf(MoveText::Agreed);
            plan.records.append({MoveRecord::CallMade, MoveRecord::LinkedTalks, MoveRecord::ClosingLineDue});
            plan.next = MoveNext::CallThenPublic;
            plan.afterwards = afterwards();
            return;
        case MoveWay::AskForCall:
            plan.publicHalf = publicHalf(MoveText::AskCall);
            plan.records.append(MoveRecord::CallAsked);
            plan.next = MoveNext::PublicThenYes;
            return;
        case MoveWay::ChoiceOfWays:
            plan.publicHalf = publicHalf(MoveText::Choice);
            plan.records.append({MoveRecord::HandedOver, MoveRecord::ClosingLineDue});
            plan.next = MoveNext::PublicThenHandOver;
            plan.afterwards = afterwards();
            return;
        case MoveWay::None:
        case MoveWay::StayPublic:
        case MoveWay::ClosePublic:
            return;
        }
    }

    void fillMessage(PrivateMovePlan &plan) const
    {
        if (plan.why == MoveWhy::TalkElsewhere || plan.why == MoveWhy::PreferredPlace) {
            writeThere(plan, *talkElsewhere());
            return;
        }
        plan.deadline = m_facts.door.until;
        const auto here = std::ranges::find(m_facts.talks, m_facts.channel, &OpenTalk::channel);
        writeThere(plan,
                   here != m_facts.talks.cend()
                       ? *here
                       : OpenTalk{.conversation = {}, .channel = m_facts.channel, .handle = m_facts.handle});
    }

    /// The private half goes first, so that the public line is true.
    void writeThere(PrivateMovePlan &plan, const OpenTalk &talk) const
    {
        plan.publicHalf = publicHalf(MoveText::Written);
        plan.privateHalf = message(talk);
        plan.records.append({MoveRecord::LinkedTalks, MoveRecord::ClosingLineDue});
        plan.next = MoveNext::PrivateThenPublic;
        plan.afterwards = afterwards();
    }

    void fillInvitation(PrivateMovePlan &plan) const
    {
        plan.publicHalf = publicHalf(MoveText::Invite);
        if (const auto link = m_facts.capabilities.privateLinkTo(m_facts.ourName); !link.isEmpty()) {
            plan.publicHalf->fields.insert(u"link"_s, link);
        }
        plan.privateHalf
            = message({.conversation = {}, .channel = m_facts.channel, .handle = m_facts.handle});
        plan.records.append({MoveRecord::ArrivalAwaited, MoveRecord::ClosingLineDue});
        plan.next = MoveNext::PublicThenArrival;
        plan.afterwards = afterwards();
    }

    [[nodiscard]] MoveHalf publicHalf(MoveText text) const
    {
        return {.text = text, .audience = Audience::Public, .channel = m_facts.channel};
    }

    [[nodiscard]] static MoveHalf message(const OpenTalk &talk)
    {
        return {.text = MoveText::Message,
                .audience = Audience::Private,
                .channel = talk.channel,
                .handle = talk.handle,
                .conversation = talk.conversation};
    }

    /// Who refused to be asked is not asked.
    [[nodiscard]] QList<MoveText> afterwards() const
    {
        QList<MoveText> texts{MoveText::Closing};
        const auto state = consentNow(
            m_facts.consents, {ConsentTo::RemovalRequest, m_facts.channel, m_facts.handle}, m_facts.now);
        if (!hindrance(state)) {
            texts.append(m_facts.capabilities.authorCanAmend ? MoveText::AskUpdate : MoveText::AskComment);
        }
        return texts;
    }

    const PrivateMoveFacts &m_facts;
};

} // namespace

PrivateMovePlan planPrivateMove(const PrivateMoveFacts &facts)
{
    return Planner(facts).plan();
}

} // namespace aside
