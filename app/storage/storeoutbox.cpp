// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/dispatch.h"
#include "app/storage/handoff.h"
#include "app/storage/outbox.h"
#include "app/storage/storewrite.h"

namespace aside {

namespace {

ChangeSet outboxOf(const Result<OutboxItem> &item)
{
    return {.conversations = {item->conversation}, .outboxChanged = true};
}

ChangeSet outboxOf(const QList<OutboxItem> &items)
{
    ChangeSet changes{.conversations = {}, .outboxChanged = !items.isEmpty()};
    for (const OutboxItem &item : items) {
        changes.conversations.append(item.conversation);
    }
    return changes;
}

ChangeSet oneItem(const Result<OutboxItem> &item)
{
    return outboxOf(item);
}

ChangeSet allItems(const Result<QList<OutboxItem>> &items)
{
    return outboxOf(*items);
}

} // namespace

QFuture<Result<OutboxItem>> SqliteStores::hold(ConversationId id, QString text, SendTerms terms)
{
    return write([id, text = std::move(text), terms,
                  now = m_clock.now()](Database &db) { return holdReply(db, id, text, terms, now); },
                 oneItem);
}

QFuture<Result<OutboxItem>> SqliteStores::withdraw(OutboxId id)
{
    return write([id, now = m_clock.now()](Database &db) { return withdrawReply(db, id, now); }, oneItem);
}

QFuture<Result<OutboxItem>> SqliteStores::release(OutboxId id)
{
    return write([id, now = m_clock.now()](Database &db) { return releaseReply(db, id, now); }, oneItem);
}

QFuture<Result<OutboxItem>> SqliteStores::sendAnyway(OutboxId id, MessageId seen)
{
    return write([id, seen, now = m_clock.now()](Database &db) { return sendReplyAnyway(db, id, seen, now); },
                 oneItem);
}

QFuture<Result<OutboxItem>> SqliteStores::schedule(OutboxId id, Instant at)
{
    return write([id, at, now = m_clock.now()](Database &db) { return scheduleReply(db, id, at, now); },
                 oneItem);
}

QFuture<Result<OutboxItem>> SqliteStores::settle(OutboxId id, Settlement settlement)
{
    return write(
        [id, settlement, now = m_clock.now()](Database &db) { return settleReply(db, id, settlement, now); },
        oneItem);
}

QFuture<Result<OutboxItem>> SqliteStores::takeToPost(OutboxId id)
{
    return write([id, now = m_clock.now()](Database &db) { return aside::takeToPost(db, id, now); }, oneItem);
}

QFuture<Result<OutboxItem>> SqliteStores::notePosted(OutboxId id, PostProof proof)
{
    return write([id, proof = std::move(proof),
                  now = m_clock.now()](Database &db) { return aside::notePosted(db, id, proof, now); },
                 oneItem);
}

QFuture<Result<OutboxFreeze>> SqliteStores::setFreeze(FreezeSwitch to)
{
    return write([to, now = m_clock.now()](Database &db) { return setOutboxFreeze(db, to, now); },
                 [](const Result<FreezeReport> &report) {
                     ChangeSet changes = outboxOf(report->moved);
                     changes.outboxChanged = true;
                     return changes;
                 })
        .then([](const Result<FreezeReport> &report) {
            return report.transform([](const FreezeReport &one) { return one.freeze; });
        });
}

QFuture<Result<OutboxFreeze>> SqliteStores::freeze()
{
    return m_reader->run([](Database &db) { return outboxFreeze(db); });
}

QFuture<Result<QList<OutboxItem>>> SqliteStores::queueDue()
{
    return write([now = m_clock.now()](Database &db) { return queueDueReplies(db, now); }, allItems);
}

QFuture<Result<QList<OutboxItem>>> SqliteStores::items()
{
    return m_reader->run([](Database &db) { return outboxItems(db); });
}

QFuture<Result<OutboxItem>> SqliteStores::item(OutboxId id)
{
    return m_reader->run([id](Database &db) { return loadItem(db, id); });
}

QFuture<Result<QList<OutboxStep>>> SqliteStores::history(OutboxId id)
{
    return m_reader->run([id](Database &db) { return outboxHistory(db, id); });
}

QFuture<Result<QList<OutboxItem>>> SqliteStores::recover()
{
    return write([now = m_clock.now()](Database &db) { return recoverSending(db, now); }, allItems);
}

QFuture<Result<OutgoingMessage>> SqliteStores::outgoing(OutboxId id)
{
    return m_searcher->run([this, id](Database &db) { return outgoingMessage(db, m_blobs, id); });
}

QFuture<Result<OutboxItem>> SqliteStores::begin(OutboxId id)
{
    return write([id, now = m_clock.now()](Database &db) { return beginSending(db, id, now); }, oneItem);
}

QFuture<Result<OutboxItem>> SqliteStores::finish(OutboxId id, SendOutcome outcome, Instant next)
{
    return write([id, outcome = std::move(outcome), next,
                  now = m_clock.now()](Database &db) { return finishSending(db, id, outcome, next, now); },
                 oneItem);
}

QFuture<Result<OutboxItem>> SqliteStores::noteLook(OutboxId id, Reconciliation found)
{
    return write([id, found = std::move(found),
                  now = m_clock.now()](Database &db) { return aside::noteLook(db, id, found, now); },
                 oneItem);
}

QFuture<Result<OutboxItem>> SqliteStores::noteCopy(OutboxId id, CopyFiling filing)
{
    return write([id, filing = std::move(filing),
                  now = m_clock.now()](Database &db) { return aside::noteCopy(db, id, filing, now); },
                 oneItem);
}

} // namespace aside
