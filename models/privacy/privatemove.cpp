// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/privacy/privatemove.h"

#include <array>

namespace aside {

using namespace Qt::StringLiterals;

namespace {

// In the order of their enumerations.
constexpr std::array wayNames{
    "none"_L1,          "stay-public"_L1, "private-reply"_L1, "direct-message"_L1, "letter"_L1,
    "person-writes"_L1, "call"_L1,        "ask-for-call"_L1,  "choice-of-ways"_L1, "close-public"_L1,
};
constexpr std::array whyNames{
    "reply-open"_L1,       "may-write"_L1,       "talk-elsewhere"_L1,      "mail-known"_L1,
    "must-write-first"_L1, "call-allowed"_L1,    "phone-known"_L1,         "no-way-known"_L1,
    "already-private"_L1,  "asked-to-stay"_L1,   "do-not-contact"_L1,      "too-many-approaches"_L1,
    "no-private-side"_L1,  "reply-used"_L1,      "reply-expired"_L1,       "no-talk-elsewhere"_L1,
    "no-mail-known"_L1,    "no-phone-known"_L1,  "not-answered-yet"_L1,    "consent-missing"_L1,
    "consent-refused"_L1,  "consent-revoked"_L1, "another-way-is-open"_L1, "solved"_L1,
    "preferred-place"_L1,
};
constexpr std::array textNames{
    "written"_L1, "invite"_L1,  "agreed"_L1,  "ask-call"_L1,   "choice"_L1,
    "answer"_L1,  "message"_L1, "closing"_L1, "ask-update"_L1, "ask-comment"_L1,
};
constexpr std::array recordNames{
    "approach"_L1,  "reply-spent"_L1, "linked-talks"_L1, "arrival-awaited"_L1,  "call-asked"_L1,
    "call-made"_L1, "handed-over"_L1, "stay-wish"_L1,    "closing-line-due"_L1, "removal-asked"_L1,
};
constexpr std::array nextNames{
    "nothing"_L1,          "answer-here"_L1,     "private-then-public"_L1,   "public-then-arrival"_L1,
    "call-then-public"_L1, "public-then-yes"_L1, "public-then-hand-over"_L1, "public-then-request"_L1,
};

template <typename Value, std::size_t size>
constexpr bool fits(const std::array<QLatin1StringView, size> &, Value last)
{
    return static_cast<std::size_t>(last) + 1 == size;
}

static_assert(fits(wayNames, MoveWay::ClosePublic));
static_assert(fits(whyNames, MoveWhy::PreferredPlace));
static_assert(fits(textNames, MoveText::AskComment));
static_assert(fits(recordNames, MoveRecord::RemovalAsked));
static_assert(fits(nextNames, MoveNext::PublicThenRequest));

} // namespace

QLatin1StringView moveWayName(MoveWay way)
{
    return wayNames.at(static_cast<std::size_t>(way));
}

QLatin1StringView moveWhyName(MoveWhy why)
{
    return whyNames.at(static_cast<std::size_t>(why));
}

QLatin1StringView moveTextName(MoveText text)
{
    return textNames.at(static_cast<std::size_t>(text));
}

QLatin1StringView moveRecordName(MoveRecord record)
{
    return recordNames.at(static_cast<std::size_t>(record));
}

QLatin1StringView moveNextName(MoveNext next)
{
    return nextNames.at(static_cast<std::size_t>(next));
}

} // namespace aside
