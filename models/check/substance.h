// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/finding.h"

#include <QList>

namespace aside {

class CheckedText;

/// The share of the text that answers, 0 to 1: what is left without the places that a clutter.* finding asks
/// about and nobody gave a reason for. A greeting, a closing and quoted words count for neither side.
[[nodiscard]] double substanceOf(const CheckedText &text, const QList<Finding> &found);

} // namespace aside
