// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/refusal.h"

#include <algorithm>
#include <array>
#include <utility>

namespace aside {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array names{std::pair(Refusal::AnswerOnThePage, answerOnThePage),
                           std::pair(Refusal::PersonBlocked, "person-blocked-us"_L1),
                           std::pair(Refusal::PersonGone, "person-is-gone"_L1),
                           std::pair(Refusal::PersonWritesFirst, "person-writes-first"_L1),
                           std::pair(Refusal::NotAllowedThere, "not-allowed-there"_L1)};

} // namespace

QLatin1StringView refusalName(Refusal refusal)
{
    return std::ranges::find(names, refusal, &decltype(names)::value_type::first)->second;
}

std::optional<Refusal> refusalFromName(QStringView name)
{
    const auto found = std::ranges::find_if(names, [name](const auto &one) { return name == one.second; });
    return found == names.end() ? std::nullopt : std::optional(found->first);
}

} // namespace aside
