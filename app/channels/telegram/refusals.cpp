// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/telegram/refusals.h"

#include <algorithm>
#include <array>
#include <utility>

namespace aside::telegram {

using namespace Qt::StringLiterals;

std::optional<Refusal> refusalIn(const QString &description)
{
    static constexpr std::array known{
        std::pair("blocked by the user"_L1, Refusal::PersonBlocked),
        std::pair("user is deactivated"_L1, Refusal::PersonGone),
        std::pair("can't initiate conversation"_L1, Refusal::PersonWritesFirst),
        std::pair("bot was kicked from"_L1, Refusal::NotAllowedThere),
        std::pair("bot is not a member of"_L1, Refusal::NotAllowedThere),
        std::pair("not enough rights to send"_L1, Refusal::NotAllowedThere),
        std::pair("have no rights to send"_L1, Refusal::NotAllowedThere),
        std::pair("CHAT_WRITE_FORBIDDEN"_L1, Refusal::NotAllowedThere),
    };
    const auto found = std::ranges::find_if(
        known, [&](const auto &one) { return description.contains(one.first, Qt::CaseInsensitive); });
    return found == known.end() ? std::nullopt : std::optional(found->second);
}

} // namespace aside::telegram
