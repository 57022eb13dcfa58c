// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/consent.h"

#include <QLatin1StringView>
#include <QStringView>

#include <optional>

namespace aside {

/// The stable names used on the command line and in JSON ("phone", "given").
[[nodiscard]] QLatin1StringView consentToName(ConsentTo to);
[[nodiscard]] QLatin1StringView consentStateName(ConsentState state);

[[nodiscard]] std::optional<ConsentTo> consentToFromName(QStringView name);

} // namespace aside
