// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"

#include <chrono>

namespace aside::mail {

/// How long to wait with a fetch after a server told of a change: briefly, so that what changes together is
/// fetched together; longer each time while changes do not end.
class NewsPace
{
public:
    static constexpr std::chrono::milliseconds shortest = std::chrono::seconds(2);
    static constexpr std::chrono::milliseconds longest = std::chrono::minutes(1);

    [[nodiscard]] std::chrono::milliseconds next(Instant now);

private:
    Instant m_last{};
    std::chrono::milliseconds m_wait{};
};

} // namespace aside::mail
