// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

namespace aside {

class AccountStore;
class Clock;
class ConsentStore;
class ConversationStore;
class DispatchStore;
class DraftStore;
class MessageSink;
class OutboxStore;
class PersonRecords;
class PersonStore;
class PromiseStore;

/// Where the demo goes.
struct DemoStores {
    MessageSink &sink;
    ConversationStore &conversations;
    DraftStore &drafts;
    OutboxStore &outbox;
    DispatchStore &dispatch;
    AccountStore &accounts;
    PersonStore &persons;
    PersonRecords &records;
    PromiseStore &promises;
    ConsentStore &consents;
    const Clock &clock;
};

/// Fills an empty profile with the hand-written conversations of resources/demo: no real people, no real
/// brands. Leaves a profile alone that has conversations. Waits for the disk: call it before there is a
/// window.
[[nodiscard]] Result<void> fillDemo(const DemoStores &stores);

} // namespace aside
