// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLatin1StringView>

namespace aside {

/// The code in Refused of a channel that takes no answers, as no server says it: the page does.
inline constexpr QLatin1StringView answerOnThePage("answer-on-the-page");

} // namespace aside
