// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/privacy/closing.h"

#include "models/privacy/consentnow.h"

#include <algorithm>

namespace aside {

namespace {

bool mayBeAsked(const PrivateMoveFacts &facts, const ConsentQuestion &question)
{
    switch (consentNow(facts.consents, question, facts.now)) {
    case ConsentState::None:
    case ConsentState::Given:
        return true;
    case ConsentState::Asked: // once is enough
    case ConsentState::Refused:
    case ConsentState::Revoked:
        return false;
    }
    return false;
}

/// The private talk, as far as we may write there.
const OpenTalk *openTalk(const PrivateMoveFacts &facts, const PrivateMove &move)
{
    const auto found = std::ranges::find(facts.talks, move.talk, &OpenTalk::conversation);
    return move.talk.isValid() && found != facts.talks.cend() ? &*found : nullptr;
}

} // namespace

bool endsInPublic(MoveWay way)
{
    switch (way) {
    case MoveWay::PrivateReply:
    case MoveWay::DirectMessage:
    case MoveWay::Letter:
    case MoveWay::PersonWrites:
    case MoveWay::Call:
    case MoveWay::ChoiceOfWays:
        return true;
    case MoveWay::None:
    case MoveWay::StayPublic:
    case MoveWay::AskForCall:
    case MoveWay::ClosePublic:
        return false;
    }
    return false;
}

ClosingStory closingStory(const QList<PrivateMove> &moves)
{
    ClosingStory story;
    for (const auto &move : moves) {
        if (move.state == MoveState::TakenBack) {
            continue;
        }
        if (move.way == MoveWay::ClosePublic) {
            const bool isClosed = move.state != MoveState::Leaving;
            story.state = isClosed ? ClosingState::Closed : ClosingState::Leaving;
            story.closedAt = isClosed ? move.endedAt : Instant();
        } else if (endsInPublic(move.way)) {
            story.move = move;
            break;
        }
    }
    if (!story.move.id.isValid()) {
        return {};
    }
    if (story.state != ClosingState::NothingMoved) {
        return story;
    }
    const auto reached = story.move.state;
    if (reached != MoveState::Joined && reached != MoveState::Answered) {
        story.state = ClosingState::UnderWay;
    } else if (!story.move.resolution) {
        story.state = ClosingState::Unsolved;
    } else {
        story.state = ClosingState::Due;
        story.due = story.move.resolution->at + closingLineWithin;
    }
    return story;
}

PrivateMovePlan planClosing(const PrivateMoveFacts &facts, const PrivateMove &move)
{
    PrivateMovePlan plan{
        .way = MoveWay::ClosePublic, .why = MoveWhy::Solved, .next = MoveNext::PublicThenRequest};
    plan.publicHalf
        = MoveHalf{.text = MoveText::Closing, .audience = Audience::Public, .channel = facts.channel};
    const auto *talk = openTalk(facts, move);
    const bool isAllowed = talk && !facts.doNotContact
        && mayBeAsked(facts, {ConsentTo::RemovalRequest, facts.channel, facts.handle})
        && mayBeAsked(facts, {ConsentTo::DirectMessage, talk->channel, talk->handle});
    if (isAllowed) {
        plan.privateHalf
            = MoveHalf{.text = facts.capabilities.authorCanAmend ? MoveText::AskUpdate : MoveText::AskComment,
                       .audience = Audience::Private,
                       .channel = talk->channel,
                       .handle = talk->handle,
                       .conversation = talk->conversation};
        plan.records.append(MoveRecord::RemovalAsked);
    }
    return plan;
}

} // namespace aside
