// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/context.h"
#include "models/check/checkprofile.h"

namespace aside::cli {

/// What PROFILE/check.toml and the dictionaries say; rules it names that do not exist are told. A folder that
/// the person named must be there; the usual one need not.
[[nodiscard]] Step<CheckProfile> checkFacts(CommandContext &context);

/// In one sentence.
[[nodiscard]] QString unknownRuleText(const UnknownRule &unknown);

/// Where phrases or words lie beside those of Aside: the profile's folder of this name, then the team's.
[[nodiscard]] QStringList checkFolders(const CommandContext &context, const CheckProfile &profile,
                                       const QString &name);

} // namespace aside::cli
