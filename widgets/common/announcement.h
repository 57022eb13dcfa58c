// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/conversation.h"
#include "models/ports/notifier.h"

namespace aside {

enum class Preview { Shown, Hidden };

/// The words of a notification for a conversation with something new; plain text, one line each.
[[nodiscard]] Notification arrivalNotification(const ConversationRow &row, Preview preview);

/// The words for several at once.
[[nodiscard]] Notification crowdNotification(qsizetype conversations);

} // namespace aside
