// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/draftmoves.h"

#include "app/storage/conversations.h"
#include "app/storage/draftfiles.h"
#include "app/storage/drafts.h"

namespace aside {

namespace {

/// Runs one write on the drafts of a conversation, in a transaction of its own, and answers with one of them.
template <typename Write>
Result<Draft> change(Database &db, const DraftKey &answer, Write write)
{
    Result<Transaction> transaction = Transaction::begin(db, Durability::Synced);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    return currentConversation(db, answer.conversation).and_then([&](ConversationId current) {
        return write(current).and_then([&] { return transaction->commit(); }).and_then([&] {
            return loadDraft(db, current, answer.kind);
        });
    });
}

Result<void> addText(Database &db, const DraftKey &to, const QString &text, Instant now)
{
    return loadDraft(db, to.conversation, to.kind).and_then([&](const Draft &draft) {
        return writeDraft(db, to.conversation, to.kind, joined(draft.text, text), now)
            .transform([](const Draft &) { });
    });
}

Result<void> moveFiles(Database &db, const Draft &from, DraftKind to, Instant now)
{
    if (from.attachments.isEmpty()) {
        return {};
    }
    return ensureDraft(db, from.conversation, to, now).and_then([&](const Draft &target) -> Result<void> {
        if (totalSize(target.attachments) + totalSize(from.attachments) > mostAttached) {
            return fail(Errc::TooLarge, QStringLiteral("the other draft would carry too much"));
        }
        return moveAttachments(db, from.id, target.id);
    });
}

} // namespace

Result<Draft> appendToDraft(Database &db, ConversationId id, DraftKind kind, const QString &text, Instant now)
{
    return change(db, {.conversation = id, .kind = kind}, [&](ConversationId current) {
        return addText(db, {.conversation = current, .kind = kind}, text, now);
    });
}

Result<Draft> addressDraft(Database &db, ConversationId id, const Addressing &addressing, Instant now)
{
    return change(db, {.conversation = id, .kind = DraftKind::Reply}, [&](ConversationId current) {
        return writeAddressing(db, current, addressing, now).transform([](const Draft &) { });
    });
}

Result<Draft> attachFilesOf(Database &db, ConversationId id, MessageId message, Instant now)
{
    return change(db, {.conversation = id, .kind = DraftKind::Reply}, [&](ConversationId current) {
        return ensureDraft(db, current, DraftKind::Reply, now).and_then([&](const Draft &draft) {
            return copyAttachments(db, message, draft);
        });
    });
}

Result<Draft> moveDraft(Database &db, ConversationId id, DraftKind from, Instant now)
{
    const DraftKind to = otherKind(from);
    return change(db, {.conversation = id, .kind = to}, [&](ConversationId current) {
        return loadDraft(db, current, from).and_then([&](const Draft &draft) {
            return addText(db, {.conversation = current, .kind = to}, draft.text, now)
                .and_then([&] { return moveFiles(db, draft, to, now); })
                .and_then([&] { return writeDraft(db, current, from, {}, now); })
                .transform([](const Draft &) {});
        });
    });
}

} // namespace aside
