// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/check/phrasepattern.h"
#include "models/core/error.h"

#include <QString>

namespace aside {

/// One whole, translated sentence for a person: what is wrong and what to do. Needs no widget.
[[nodiscard]] QString errorText(Errc code);
/// The same for a list of phrases of the reply check.
[[nodiscard]] QString phraseFaultText(PhraseFault fault);

} // namespace aside
