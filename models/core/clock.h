// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

#include <chrono>

namespace aside {

/// A point in time, UTC, in milliseconds: the resolution of the store.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

[[nodiscard]] constexpr qint64 toMillis(Instant at)
{
    return at.time_since_epoch().count();
}

[[nodiscard]] constexpr Instant fromMillis(qint64 millis)
{
    return Instant{std::chrono::milliseconds{millis}};
}

/// Where "now" comes from; tests stand in with their own. May be called on any thread.
class Clock
{
public:
    Clock() = default;
    virtual ~Clock() = default;
    Clock(const Clock &) = delete;
    Clock &operator=(const Clock &) = delete;

    [[nodiscard]] virtual Instant now() const = 0;
};

} // namespace aside
