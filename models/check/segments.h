// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/check/replycheck.h"

#include <QList>

namespace aside {

class CheckedText;

/// What each part of the text is for; together the segments cover it.
[[nodiscard]] QList<Segment> segmentsOf(const CheckedText &text);

} // namespace aside
