// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/conversation.h"
#include "models/domain/listquery.h"
#include "models/domain/workinghours.h"

#include <QString>

namespace aside {

[[nodiscard]] QString sortOrderLabel(SortOrder order);
/// What comes first in this order, and why: one sentence.
[[nodiscard]] QString sortOrderHint(SortOrder order);

/// Why the conversation stands where it does, in the terms of the order: "Public · negative: “third week” ·
/// 12,000 followers · waiting since Thu, 09:41", then when an answer is due and why. Plain text.
[[nodiscard]] QString whyHere(const ConversationRow &row, SortOrder order, const WorkingHours &hours,
                              Instant now);

/// The same in the view of promises, which has an order of its own: what is due first.
[[nodiscard]] QString whyAmongPromises(const ConversationRow &row, Instant now);

} // namespace aside
