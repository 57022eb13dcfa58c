// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/triage.h"

#include <QString>

namespace aside {

/// What was done, as one sentence: "3 conversations closed."
[[nodiscard]] QString triageDoneText(const TriageReceipt &receipt);

} // namespace aside
