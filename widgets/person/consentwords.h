// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/consent.h"

#include <QString>

namespace aside {

/// What it is about: "Calls", "Requests to update a post".
[[nodiscard]] QString consentToLabel(ConsentTo to);
/// What somebody said: "Allowed", "Taken back".
[[nodiscard]] QString consentSaidLabel(ConsentState state);
/// What it is about, and where: "Calls to +7 900 000-00-17".
[[nodiscard]] QString consentSubject(const Consent &said);
/// How that stands, in a sentence: "Calls to +7 900 000-00-17: allowed since 3 March".
[[nodiscard]] QString consentLine(const Consent &said, ConsentState state);
/// A name for themedIcon().
[[nodiscard]] QString consentIconName(ConsentState state);
/// The day in local time.
[[nodiscard]] QString consentDay(Instant at);

} // namespace aside
