// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLatin1StringView>

namespace aside {

/// The code in Refused of a channel that programs cannot answer on, as no server says it. Nobody sees it:
/// such replies are handed to the operator, see ChannelCapabilities::byHand.
inline constexpr QLatin1StringView answerOnThePage("answer-on-the-page");

} // namespace aside
