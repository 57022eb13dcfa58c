// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"

namespace aside {

/// The system's clock, in UTC.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override;
};

} // namespace aside
