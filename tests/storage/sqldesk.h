// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/accounts.h"
#include "app/storage/blobs.h"
#include "app/storage/dispatch.h"
#include "app/storage/handoff.h"
#include "app/storage/ingest/importcursor.h"
#include "app/storage/ingest/ingest.h"
#include "app/storage/outbox.h"
#include "models/ports/accountstore.h"
#include "models/ports/changefeed.h"
#include "models/ports/dispatchstore.h"
#include "models/ports/messagesink.h"
#include "models/ports/outboxstore.h"

#include <QPromise>

#include <memory>
#include <vector>

namespace aside::test {

/// The ports of the outbox over the real storage, on the thread of the test. It can die at any write: before
/// it or after it, and from then on it answers nothing, as a program that was killed.
class SqlDesk final : public OutboxStore, public DispatchStore, public AccountStore, public MessageSink
{
public:
    enum class Death : quint8 { BeforeTheWrite, AfterTheWrite };

    SqlDesk(Database &db, const BlobStore &blobs, const Clock &clock)
        : m_db(db)
        , m_blobs(blobs)
        , m_ingest(db, blobs)
        , m_clock(clock)
    {
    }

    /// Dies at the write that comes after so many others.
    void dieAfter(int writes, Death death)
    {
        m_writesLeft = writes;
        m_death = death;
    }
    [[nodiscard]] bool isDead() const { return m_isDead; }
    [[nodiscard]] int steps() const { return m_steps; }

    QFuture<Result<OutboxItem>> hold(ConversationId id, QString text, SendTerms terms) override
    {
        return write([&] { return holdReply(m_db, id, text, terms, now()); });
    }
    QFuture<Result<OutboxItem>> withdraw(OutboxId id) override
    {
        return write([&] { return withdrawReply(m_db, id, now()); });
    }
    QFuture<Result<OutboxItem>> release(OutboxId id) override
    {
        return write([&] { return releaseReply(m_db, id, now()); });
    }
    QFuture<Result<OutboxItem>> sendAnyway(OutboxId id, MessageId seen) override
    {
        return write([&] { return sendReplyAnyway(m_db, id, seen, now()); });
    }
    QFuture<Result<OutboxItem>> schedule(OutboxId id, Instant at) override
    {
        return write([&] { return scheduleReply(m_db, id, at, now()); });
    }
    QFuture<Result<OutboxItem>> settle(OutboxId id, Settlement settlement) override
    {
        return write([&] { return settleReply(m_db, id, settlement, now()); });
    }
    QFuture<Result<OutboxItem>> takeToPost(OutboxId id) override
    {
        return write([&] { return aside::takeToPost(m_db, id, now()); });
    }
    QFuture<Result<OutboxItem>> notePosted(OutboxId id, PostProof proof) override
    {
        return write([&] { return aside::notePosted(m_db, id, proof, now()); });
    }
    QFuture<Result<OutboxFreeze>> setFreeze(FreezeSwitch to) override
    {
        return write([&] {
            return setOutboxFreeze(m_db, to, now()).transform([](const FreezeReport &one) {
                return one.freeze;
            });
        });
    }
    QFuture<Result<OutboxFreeze>> freeze() override
    {
        return read([&] { return outboxFreeze(m_db); });
    }
    QFuture<Result<QList<OutboxItem>>> queueDue() override
    {
        return write([&] { return queueDueReplies(m_db, now()); });
    }
    QFuture<Result<QList<OutboxItem>>> items() override
    {
        return read([&] { return outboxItems(m_db); });
    }
    QFuture<Result<OutboxItem>> item(OutboxId id) override
    {
        return read([&] { return loadItem(m_db, id); });
    }
    QFuture<Result<QList<OutboxStep>>> history(OutboxId id) override
    {
        return read([&] { return outboxHistory(m_db, id); });
    }

    QFuture<Result<QList<OutboxItem>>> recover() override
    {
        return write([&] { return recoverSending(m_db, now()); });
    }
    QFuture<Result<OutgoingMessage>> outgoing(OutboxId id) override
    {
        return read([&] { return outgoingMessage(m_db, m_blobs, id); });
    }
    QFuture<Result<OutboxItem>> begin(OutboxId id) override
    {
        return write([&] { return beginSending(m_db, id, now()); });
    }
    QFuture<Result<OutboxItem>> finish(OutboxId id, SendOutcome outcome, Instant next) override
    {
        return write([&] { return finishSending(m_db, id, outcome, next, now()); });
    }
    QFuture<Result<OutboxItem>> noteLook(OutboxId id, Reconciliation found) override
    {
        return write([&] { return aside::noteLook(m_db, id, found, now()); });
    }
    QFuture<Result<OutboxItem>> noteCopy(OutboxId id, CopyFiling filing) override
    {
        return write([&] { return aside::noteCopy(m_db, id, filing, now()); });
    }

    QFuture<Result<QList<Account>>> accounts() override
    {
        return read([&] { return loadAccounts(m_db); });
    }
    QFuture<Result<Account>> addAccount(Account account) override
    {
        return write([&] { return insertAccount(m_db, account); });
    }
    QFuture<Result<Account>> changeAccount(Account account) override
    {
        return write([&] { return updateAccount(m_db, account); });
    }
    QFuture<Result<void>> removeAccount(AccountId id) override
    {
        return write([&] { return deleteAccount(m_db, id); });
    }
    QFuture<Result<Account>> pauseAccount(AccountId id, std::optional<AccountPause> pause) override
    {
        return write([&] { return setAccountPause(m_db, id, pause); });
    }

    QFuture<Result<ApplyReport>> apply(IncomingBatch batch) override
    {
        return write([&] {
            return m_ingest.apply(batch, now()).transform([](const Applied &one) { return one.report; });
        });
    }
    QFuture<Result<QByteArray>> cursor(QString source) override
    {
        return read([&] { return importCursor(m_db, source); });
    }

    ChangeFeed changes;

private:
    [[nodiscard]] Instant now() const { return m_clock.now(); }

    template <typename Work>
    auto read(Work work) -> QFuture<std::invoke_result_t<Work>>
    {
        ++m_steps;
        return m_isDead ? silence<std::invoke_result_t<Work>>() : QtFuture::makeReadyValueFuture(work());
    }

    template <typename Work>
    auto write(Work work) -> QFuture<std::invoke_result_t<Work>>
    {
        ++m_steps;
        if (!m_isDead && m_writesLeft == 0) {
            m_isDead = true;
            if (m_death == Death::AfterTheWrite) {
                (void)work().has_value();
            }
        }
        if (m_isDead) {
            return silence<std::invoke_result_t<Work>>();
        }
        m_writesLeft -= m_writesLeft > 0 ? 1 : 0;
        QMetaObject::invokeMethod(
            &changes,
            [this] {
                Q_EMIT changes.changed({.conversations = {}, .outboxChanged = true, .accountsChanged = true});
            },
            Qt::QueuedConnection);
        return QtFuture::makeReadyValueFuture(work());
    }

    /// A future that nobody will finish while the desk is there.
    template <typename Answer>
    QFuture<Answer> silence()
    {
        auto promise = std::make_shared<QPromise<Answer>>();
        promise->start();
        m_unanswered.push_back(promise);
        return promise->future();
    }

    Database &m_db;
    const BlobStore &m_blobs;
    Ingest m_ingest;
    const Clock &m_clock;
    std::vector<std::shared_ptr<void>> m_unanswered;
    int m_writesLeft = -1;
    int m_steps = 0;
    Death m_death = Death::AfterTheWrite;
    bool m_isDead = false;
};

} // namespace aside::test
