// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/outboxitem.h"

#include "models/domain/webpage.h"

namespace aside {

namespace {

constexpr qsizetype longestProof = 1000;

} // namespace

QLatin1StringView outboxStateName(OutboxState state)
{
    switch (state) {
    case OutboxState::Held:
        return QLatin1StringView("held");
    case OutboxState::Queued:
        return QLatin1StringView("queued");
    case OutboxState::Sending:
        return QLatin1StringView("sending");
    case OutboxState::Sent:
        return QLatin1StringView("sent");
    case OutboxState::Refused:
        return QLatin1StringView("refused");
    case OutboxState::Uncertain:
        return QLatin1StringView("uncertain");
    case OutboxState::Withdrawn:
        return QLatin1StringView("withdrawn");
    }
    Q_UNREACHABLE_RETURN(QLatin1StringView("held"));
}

QLatin1StringView holdReasonName(HoldReason reason)
{
    switch (reason) {
    case HoldReason::UndoWindow:
        return QLatin1StringView("undo");
    case HoldReason::Schedule:
        return QLatin1StringView("schedule");
    case HoldReason::Freeze:
        return QLatin1StringView("freeze");
    case HoldReason::ThreadMoved:
        return QLatin1StringView("thread-moved");
    case HoldReason::Review:
        return QLatin1StringView("review");
    case HoldReason::NotSent:
        return QLatin1StringView("not-sent");
    case HoldReason::OtherHalf:
        return QLatin1StringView("other-half");
    case HoldReason::Consent:
        return QLatin1StringView("consent");
    case HoldReason::ByHand:
        return QLatin1StringView("by-hand");
    }
    Q_UNREACHABLE_RETURN(QLatin1StringView("undo"));
}

Result<PostProof> checkedProof(const PostProof &proof)
{
    const PostProof trimmed{.page = webPage(proof.page), .words = proof.words.trimmed()};
    if (trimmed.page.isEmpty() && !proof.page.trimmed().isEmpty()) {
        return fail(Errc::InvalidInput, QStringLiteral("no address of a page"));
    }
    if (trimmed.words.size() > longestProof) {
        return fail(Errc::InvalidInput, QStringLiteral("a proof of %1 letters").arg(trimmed.words.size()));
    }
    if (trimmed.page.isEmpty() && trimmed.words.isEmpty()) {
        return fail(Errc::Empty, QStringLiteral("no proof"));
    }
    return trimmed;
}

} // namespace aside
