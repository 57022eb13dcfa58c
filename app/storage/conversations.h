// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "models/domain/threadoutline.h"

#include <QList>

namespace aside {

// Synchronous reads; see models/ports/conversationstore.h for the contracts.

[[nodiscard]] Result<QList<ConversationRow>> conversationRows(Database &db, const QList<ConversationId> &ids);
[[nodiscard]] Result<Thread> conversationThread(Database &db, ConversationId id);
[[nodiscard]] Result<ThreadOutline> conversationOutline(Database &db, ConversationId id);
[[nodiscard]] Result<QList<Message>> messagesById(Database &db, const QList<MessageId> &ids);
[[nodiscard]] Result<QStringList> messageTexts(Database &db, const QList<MessageId> &ids);
/// The attachment's row: its blob is read from the BlobStore.
[[nodiscard]] Result<Attachment> attachmentRow(Database &db, AttachmentId id);

/// The id a conversation has now: its own, or that of the one it was merged into. Errc::NotFound where there
/// is neither.
[[nodiscard]] Result<ConversationId> currentConversation(Database &db, ConversationId id);

} // namespace aside
