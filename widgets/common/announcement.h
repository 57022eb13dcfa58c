// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/conversation.h"
#include "models/domain/promise.h"
#include "models/ports/notifier.h"

namespace aside {

enum class Preview { Shown, Hidden };

/// The words of a notification for a conversation with something new; plain text, one line each.
[[nodiscard]] Notification arrivalNotification(const ConversationRow &row, Preview preview);

/// The words that remind of an open promise, before its time and after it.
[[nodiscard]] Notification reminderNotification(const ConversationRow &row, const Promise &promise,
                                                Instant now, Preview preview);

/// The words for so many more of them.
[[nodiscard]] Notification remindersNotification(qsizetype promises);

/// The words for several at once.
[[nodiscard]] Notification crowdNotification(qsizetype conversations);

} // namespace aside
