// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/demo/demo.h"
#include "app/demo/demofile.h"
#include "models/core/error.h"
#include "models/core/id.h"

namespace aside {

/// The shop's mailbox, switched off: nothing of the demo ever leaves.
[[nodiscard]] Result<void> addDemoAccount(const DemoStores &stores);

/// Puts the reply of a conversation into the outbox and lets happen to it what its fate says.
[[nodiscard]] Result<void> sendDemoReply(const DemoStores &stores, ConversationId id,
                                         const DemoConversation &conversation);

} // namespace aside
