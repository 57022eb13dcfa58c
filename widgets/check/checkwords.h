// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/finding.h"

#include <QIcon>
#include <QString>

namespace aside {

/// The reply check's words are data: the language of the window, where there are words in it.
[[nodiscard]] QString checkLanguage();

/// "Why does the customer need «…»?", one line of plain text.
[[nodiscard]] QString questionOf(const Finding &finding);
[[nodiscard]] QString titleOf(const Fix &fix);
/// "Problem", "Question", "Hint".
[[nodiscard]] QString severityWord(Severity severity);
[[nodiscard]] QIcon severityIcon(Severity severity);

/// It keeps the reply from leaving: a problem, or a question without a reason.
[[nodiscard]] bool isOpen(const Finding &finding);

} // namespace aside
