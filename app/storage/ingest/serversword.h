// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "models/core/clock.h"
#include "models/domain/incoming.h"

#include <QList>

namespace aside {

/// What a mail server says of messages beside their text, collected while a batch is written: whom they name,
/// where they lie, what became of them, and which of ours came back. Inside the caller's transaction.
class ServersWord
{
public:
    ServersWord(Database &db, AccountId account)
        : m_db(db)
        , m_account(account)
    {
    }

    [[nodiscard]] Result<void> takeNew(const IncomingMessage &message, MessageId id);
    /// It was here before; of earlier versions there may be nothing yet but its text.
    [[nodiscard]] Result<void> takeKnown(const IncomingMessage &message, MessageId id);
    /// When all messages and summaries are written. Answers with the conversations that changed by it.
    [[nodiscard]] Result<QList<ConversationId>> finish(const QList<FolderNews> &news, Instant now);
    [[nodiscard]] bool hasChangedOutbox() const { return m_hasChangedOutbox; }

private:
    [[nodiscard]] Result<void> store(const IncomingMessage &message, MessageId id);
    [[nodiscard]] Result<void> takeReadElsewhere(QList<ConversationId> &touched);
    [[nodiscard]] Result<void> takeFailures(QList<ConversationId> &touched, Instant now);

    Database &m_db;
    AccountId m_account;
    QList<MessageId> m_readElsewhere;
    QList<DeliveryFailure> m_failures;
    bool m_hasChangedOutbox = false;
};

} // namespace aside
