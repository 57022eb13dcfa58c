// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/persons/mergesuggestions.h"

#include <QLatin1StringView>

namespace aside {

// The stable names used on the command line and in JSON ("merged", "wrote-address", "short", "formal").
[[nodiscard]] QLatin1StringView personDecisionName(PersonDecision decision);
[[nodiscard]] QLatin1StringView mergeSignName(MergeSign sign);
[[nodiscard]] QLatin1StringView answerLengthName(AnswerLength length);
[[nodiscard]] QLatin1StringView addressFormName(AddressForm form);

} // namespace aside
