// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"

namespace aside::test {

/// A clock that stands still until a test moves it.
class TestClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override { return m_now; }
    void advance(std::chrono::milliseconds by) { m_now += by; }
    void set(Instant now) { m_now = now; }

private:
    Instant m_now = fromMillis(1'790'000'000'000);
};

} // namespace aside::test
