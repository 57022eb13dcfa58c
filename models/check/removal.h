// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/finding.h"

#include <QLatin1StringView>
#include <QStringView>

namespace aside {

/// The edit that takes a range out and leaves clean text: no double space, no orphan comma or bracket, no
/// empty line where a line was, and a capital where a sentence begins anew.
[[nodiscard]] TextEdit removal(QStringView text, TextRange range);

/// The edit that puts other words in place of a range, with a capital where the range had one.
[[nodiscard]] TextEdit replacement(QStringView text, TextRange range, QString words);

/// A fix that only removes; `words` is the key of what its button says.
[[nodiscard]] Fix removingFix(QStringView text, TextRange range,
                              QLatin1StringView words = QLatin1StringView("remove"));

} // namespace aside
