// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/refusal.h"

#include <QString>

#include <optional>

namespace aside::telegram {

/// What the description of an error says about writing to that chat. Telegram has no codes for it.
[[nodiscard]] std::optional<Refusal> refusalIn(const QString &description);

} // namespace aside::telegram
