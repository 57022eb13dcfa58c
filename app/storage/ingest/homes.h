// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "app/storage/ingest/threading.h"
#include "models/domain/incoming.h"

#include <QByteArray>

namespace aside {

class ConversationCache;

/// Finds the conversation that a message belongs to, or makes it. Inside the caller's transaction.
class MessageHomes
{
public:
    /// `account`: through which the messages come; none: nobody knows.
    MessageHomes(Database &db, ConversationCache &conversations, AccountId account)
        : m_db(db)
        , m_conversations(conversations)
        , m_account(account)
        , m_forest(db)
    {
    }

    [[nodiscard]] ThreadForest &forest() { return m_forest; }
    /// What the message is here already; none where it is new. A mail that borrows the id of another is no
    /// duplicate: it gets a key of its own.
    [[nodiscard]] Result<MessageId> knownAs(const IncomingMessage &message, const QByteArray &digest,
                                            NodeKey &key);
    /// Its place, with all conversations as they are because of it.
    [[nodiscard]] Result<ThreadNode> place(const IncomingMessage &message, const NodeKey &key);

private:
    [[nodiscard]] Result<ThreadNode> placeByAncestors(const IncomingMessage &message, const NodeKey &key);
    [[nodiscard]] Result<ThreadNode> placeByKey(const IncomingMessage &message, const NodeKey &key);
    [[nodiscard]] Result<ConversationId> begunByUs(const IncomingMessage &message);
    [[nodiscard]] Result<void> settle(ConversationId &conversation);
    [[nodiscard]] Result<void> settleSplit(ConversationId from, ConversationId to,
                                           ConversationId &conversation);

    Database &m_db;
    ConversationCache &m_conversations;
    AccountId m_account;
    ThreadForest m_forest;
};

} // namespace aside
