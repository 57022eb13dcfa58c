// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/accounts.h"
#include "app/storage/conversations.h"
#include "app/storage/dispatch.h"
#include "app/storage/outbox.h"
#include "tests/storage/storagefixture.h"

namespace aside::test {

inline Account mailbox(const QString &address)
{
    return {.id = {},
            .channel = Channel::Email,
            .name = QStringLiteral("Support"),
            .identity = QStringLiteral("North Lane"),
            .address = address};
}

/// A cache with an account, and a conversation that came through it.
class SendingCache : public Cache
{
public:
    SendingCache()
    {
        account = insertAccount(db(), mailbox(QStringLiteral("support@shop.example"))).value_or(Account()).id;
        applyFrom(account, {mail(QStringLiteral("a@x"), 0)});
        talk = home(QStringLiteral("a@x"));
    }

    Instant now() { return clock().now(); }

    /// A reply whose undo window is over.
    OutboxItem queued(const QString &text) { return queuedIn(talk, text); }
    OutboxItem queuedIn(ConversationId id, const QString &text)
    {
        const auto held = holdReply(db(), id, text, {}, now());
        const auto moved = held ? queueDueReplies(db(), now()) : Result<QList<OutboxItem>>();
        if (!moved) {
            qFatal("not queued: %s", qPrintable(moved.error().detail));
        }
        return item(held->id);
    }

    OutboxItem sending(const QString &text) { return check(beginSending(db(), queued(text).id, now())); }
    OutboxItem uncertain(const QString &text)
    {
        return check(finishSending(db(), sending(text).id, Unknown(), {}, now()));
    }

    OutboxItem item(OutboxId id) { return check(loadItem(db(), id)); }

    /// The messages of a conversation, the oldest first.
    QList<Message> messages(ConversationId id)
    {
        QList<MessageId> ids;
        auto select = db().prepare("SELECT id FROM message WHERE conversation_id = ?1 ORDER BY id");
        select->bind(1, id.value);
        while (select->step().value_or(false)) {
            ids.append(MessageId{select->integer(0)});
        }
        return messagesById(db(), ids).value_or(QList<Message>());
    }

    ConversationRow row(ConversationId id)
    {
        return conversationRows(db(), {id}).value_or(QList<ConversationRow>()).value(0);
    }

    /// Whether a write that fails at any of its steps leaves everything as it was. It is done in the end.
    template <typename Write>
    bool isWholeOrNothing(Write write)
    {
        const QByteArray before = dump();
        for (int after = 0; after < 60; ++after) {
            db().failWriteAfter(after);
            const bool isDone = write().has_value();
            db().failWriteAfter(-1);
            if (isDone) {
                return after >= 3 && dump() != before;
            }
            if (dump() != before) {
                return false;
            }
        }
        return false;
    }

    static OutboxItem check(const Result<OutboxItem> &result)
    {
        if (!result) {
            qFatal("%s", qPrintable(result.error().detail));
        }
        return *result;
    }

    AccountId account;
    ConversationId talk;
};

} // namespace aside::test
