// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace aside::cli {

/// Foreign text made safe for a terminal: no control characters, escape sequences or direction overrides.
/// Line breaks and tabs stay.
[[nodiscard]] QString printable(const QString &text);

/// The same on one line.
[[nodiscard]] QString printableLine(const QString &text);

/// How many terminal cells the text takes.
[[nodiscard]] qsizetype cellWidth(const QString &text);

/// At most `width` cells of the text, with an ellipsis where it was cut.
[[nodiscard]] QString elided(const QString &text, qsizetype width);

} // namespace aside::cli
