// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/calls/call.h"

namespace aside {

[[nodiscard]] QString callOutcomeLabel(CallOutcome outcome);
/// The call in a line, and the note below it, in the language of now.
[[nodiscard]] QString callWords(const LoggedCall &call);

} // namespace aside
