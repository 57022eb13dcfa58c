// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/context.h"
#include "app/cli/sendcheck.h"
#include "models/domain/outboxitem.h"
#include "models/ports/outboxstore.h"

#include <optional>

namespace aside::cli {

// What is done with one item of the outbox, shared by the files that implement `asidectl outbox`.

/// How far it is, in words.
[[nodiscard]] QString outboxStateText(const OutboxItem &item);
void printOutboxItem(Output &output, const OutboxItem &item);

/// The draft of a conversation, checked and in the outbox.
[[nodiscard]] Step<OutboxItem> holdDraft(CommandContext &context, Session &session, ConversationId named,
                                         const SendTerms &terms, const QList<RuleReason> &reasons);

/// Whether a reply goes although the customer wrote meanwhile.
enum class MovedThread : quint8 { Asks, GoesAnyway };

/// How messages call it.
[[nodiscard]] QString itemSubject(OutboxId id);
/// Tells what is in the way of a change, where it is the item's state.
[[nodiscard]] ExitCode refusedChange(CommandContext &context, OutboxId id, const Error &error);

[[nodiscard]] ExitCode showItem(CommandContext &context, OutboxId id);
[[nodiscard]] ExitCode retryItem(CommandContext &context, OutboxId id, MovedThread moved);
[[nodiscard]] ExitCode settleItem(CommandContext &context, OutboxId id, Settlement settlement);
/// The text of one that is posted by hand, and its page.
[[nodiscard]] ExitCode takeItem(CommandContext &context, OutboxId id);
[[nodiscard]] ExitCode notePostedItem(CommandContext &context, OutboxId id, const PostProof &given);
/// Without a switch it only says how it is.
[[nodiscard]] ExitCode freezeOutbox(CommandContext &context, std::optional<FreezeSwitch> to);

} // namespace aside::cli
