// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/context.h"

namespace aside::cli {

/// Ctrl+C and a polite kill. The second one ends the program the usual way.
class SignalInterrupt final : public Interrupt
{
public:
    void watch() override;
    [[nodiscard]] bool asked() const override;
};

} // namespace aside::cli
