// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/conversation.h"
#include "models/domain/listquery.h"
#include "models/domain/threadoutline.h"
#include "models/domain/triage.h"

#include <QFuture>

namespace aside {

/// Reads and triages conversations. Any thread may call; nothing blocks.
class ConversationStore
{
public:
    ConversationStore() = default;
    virtual ~ConversationStore() = default;
    ConversationStore(const ConversationStore &) = delete;
    ConversationStore &operator=(const ConversationStore &) = delete;

    /// The ids of a list, in its order.
    [[nodiscard]] virtual QFuture<Result<QList<ConversationId>>> ids(ListQuery query) = 0;
    /// The rows for the ids that (still) exist, in the order asked for.
    [[nodiscard]] virtual QFuture<Result<QList<ConversationRow>>> rows(QList<ConversationId> ids) = 0;
    /// Errc::NotFound where the id is unknown; a merged conversation answers with the one it went into.
    [[nodiscard]] virtual QFuture<Result<Thread>> thread(ConversationId id) = 0;
    /// The same conversation, with no more messages than are looked at first.
    [[nodiscard]] virtual QFuture<Result<ThreadOutline>> outline(ConversationId id) = 0;
    /// The messages that (still) exist, in the order asked for.
    [[nodiscard]] virtual QFuture<Result<QList<Message>>> messagesById(QList<MessageId> ids) = 0;
    /// The plain texts of messages, one for each id; empty where there is no such message any more.
    [[nodiscard]] virtual QFuture<Result<QStringList>> textsById(QList<MessageId> ids) = 0;
    [[nodiscard]] virtual QFuture<Result<InboxCounts>> counts() = 0;
    [[nodiscard]] virtual QFuture<Result<QByteArray>> attachment(AttachmentId id) = 0;

    /// Does the same with all of them, in one transaction. Merged conversations stand for the one they went
    /// into; those that are gone are left out, Errc::NotFound where none is left.
    [[nodiscard]] virtual QFuture<Result<TriageReceipt>> triage(Triage triage, QList<ConversationId> ids) = 0;
    /// Changes back what is still as the triage left it, and nothing else.
    [[nodiscard]] virtual QFuture<Result<void>> revert(TriageReceipt receipt) = 0;
    /// Opens what was snoozed until now or earlier.
    [[nodiscard]] virtual QFuture<Result<WakeReport>> wakeDue() = 0;
};

} // namespace aside
