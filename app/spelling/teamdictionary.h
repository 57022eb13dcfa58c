// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QString>
#include <QStringList>

namespace aside {

// The team's own words lie in PROFILE/dictionary/*.txt: one a line, UTF-8, "#" begins a remark. A team may
// keep the folder anywhere, or in git.

/// The words of all files of the folder. A folder that is not there has none; what is no text is left out.
[[nodiscard]] QStringList teamWords(const QString &folder);

/// Writes the word into `own.txt` of the folder, unless it is there. Errc::InvalidInput for what is no word.
[[nodiscard]] Result<void> addTeamWord(const QString &folder, const QString &word);

} // namespace aside
