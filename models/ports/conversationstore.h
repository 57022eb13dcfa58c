// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/conversation.h"

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

    /// The ordered ids of a view, newest activity first.
    [[nodiscard]] virtual QFuture<Result<QList<ConversationId>>> ids(View view) = 0;
    /// The rows for the ids that (still) exist, in the order asked for.
    [[nodiscard]] virtual QFuture<Result<QList<ConversationRow>>> rows(QList<ConversationId> ids) = 0;
    /// Errc::NotFound where the id is unknown; a merged conversation answers with the one it went into.
    [[nodiscard]] virtual QFuture<Result<Thread>> thread(ConversationId id) = 0;
    [[nodiscard]] virtual QFuture<Result<QList<ViewCount>>> counts() = 0;
    [[nodiscard]] virtual QFuture<Result<QByteArray>> attachment(AttachmentId id) = 0;

    [[nodiscard]] virtual QFuture<Result<void>> setRead(ConversationId id) = 0;
    [[nodiscard]] virtual QFuture<Result<void>> setState(ConversationId id, ConversationState state) = 0;
};

} // namespace aside
