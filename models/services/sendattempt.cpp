// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/services/sendattempt.h"

#include "models/core/unlessgone.h"
#include "models/outbox/retrypolicy.h"
#include "models/services/accountfetch.h"

#include <utility>

namespace aside {

namespace {

/// An attempt of before may have arrived; the operator decided that it had not.
bool mayBeThere(const OutboxItem &item)
{
    return item.record.attempts > 0 && item.record.lastByte == LastByte::Left;
}

Error cancelled()
{
    return {.code = Errc::Cancelled, .detail = QStringLiteral("the adapter gave up"), .retryAfter = {}};
}

} // namespace

SendAttempt::SendAttempt(const Parts &parts, QueueTask task, double chance, QObject *parent)
    : QObject(parent)
    , m_store(parts.store)
    , m_sink(parts.sink)
    , m_adapter(&parts.adapter)
    , m_clock(parts.clock)
    , m_task(std::move(task))
    , m_chance(chance)
    , m_startedAt(parts.clock.now())
{
}

void SendAttempt::start(Freshness freshness)
{
    if (m_task.kind == QueueTask::Kind::Send && freshness == Freshness::Stale) {
        refresh();
    } else {
        load();
    }
}

void SendAttempt::refresh()
{
    auto *fetch = new AccountFetch(*m_adapter, m_task.item.account, m_sink, this);
    connect(fetch, &AccountFetch::finished, this, [this] {
        m_end.isRefreshed = m_end.hasReached = true;
        load();
    });
    connect(fetch, &AccountFetch::failed, this, &SendAttempt::endAsFault);
    fetch->start();
}

void SendAttempt::load()
{
    m_store.outgoing(m_task.item.id).then(this, [this](const Result<OutgoingMessage> &message) {
        if (message) {
            takeMessage(*message);
        } else {
            endWith(message.error());
        }
    });
}

void SendAttempt::takeMessage(const OutgoingMessage &message)
{
    if (!m_adapter) {
        endAsFault(cancelled());
    } else if (m_task.kind == QueueTask::Kind::Copy) {
        fileCopy(message);
    } else if (m_task.kind == QueueTask::Kind::Look || mayBeThere(m_task.item)) {
        look(message);
    } else {
        begin(message);
    }
}

void SendAttempt::fileCopy(const OutgoingMessage &message)
{
    m_adapter->fileCopy(message)
        .then(
            this,
            [this](const Result<CopyFiling> &filing) {
                if (!filing) {
                    endAsFault(filing.error());
                    return;
                }
                m_end.hasReached = true;
                m_store.noteCopy(m_task.item.id, *filing).then(this, [this](const Result<OutboxItem> &item) {
                    endAfterNote(item);
                });
            })
        .onCanceled(this, unlessGone(this, [this] { endAsFault(cancelled()); }));
}

void SendAttempt::look(const OutgoingMessage &message)
{
    m_adapter->reconcile(message)
        .then(this, [this, message](const Result<Reconciliation> &found) { takeLook(message, found); })
        .onCanceled(this, unlessGone(this, [this] { endAsFault(cancelled()); }));
}

void SendAttempt::takeLook(const OutgoingMessage &message, const Result<Reconciliation> &found)
{
    if (!found) {
        endAsFault(found.error());
        return;
    }
    m_end.hasReached = true;
    if (m_task.kind == QueueTask::Kind::Send && found->evidence != Evidence::Found) {
        begin(message);
        return;
    }
    m_store.noteLook(m_task.item.id, *found).then(this, [this](const Result<OutboxItem> &item) {
        endAfterNote(item);
    });
}

void SendAttempt::endAfterNote(const Result<OutboxItem> &item)
{
    if (!item && item.error().code != Errc::Conflict) { // else the operator was quicker
        m_end.error = item.error();
    }
    end();
}

void SendAttempt::begin(const OutgoingMessage &message)
{
    m_phase = Phase::Beginning;
    m_store.begin(m_task.item.id).then(this, [this, message](const Result<OutboxItem> &item) {
        if (!item && item.error().code == Errc::Conflict) { // it was taken back meanwhile
            m_end.wasOutOfTurn = true;
        } else if (!item) {
            m_end.error = item.error();
        }
        if (!item || item->state != OutboxState::Sending) {
            end();
            return;
        }
        m_task.item = *item;
        OutgoingMessage begun = message;
        begun.attemptAt = item->record.attemptAt;
        send(std::move(begun));
    });
}

void SendAttempt::send(OutgoingMessage message)
{
    if (!m_adapter) { // nothing has left, and nothing will
        keep(RetryLater{.scope = FaultScope::Account, .cause = Errc::Cancelled});
        return;
    }
    m_phase = Phase::OnTheWire;
    m_adapter->send(std::move(message))
        .then(this, [this](const SendOutcome &outcome) { takeOutcome(outcome); })
        .onCanceled(this, unlessGone(this, [this] {
                        takeOutcome(Unknown{.lastByte = LastByte::Left, .cause = Errc::Cancelled});
                    }));
}

void SendAttempt::takeOutcome(const SendOutcome &outcome)
{
    if (m_phase != Phase::OnTheWire) {
        keepLate(outcome);
        return;
    }
    m_phase = Phase::Keeping;
    m_end.hasReached = m_end.hasReached || std::holds_alternative<Sent>(outcome)
        || std::holds_alternative<Refused>(outcome);
    keep(outcome);
}

void SendAttempt::keep(const SendOutcome &outcome)
{
    const auto *later = std::get_if<RetryLater>(&outcome);
    const bool isAccounts = later != nullptr && later->scope == FaultScope::Account;
    const Instant next = later != nullptr && !isAccounts
        ? m_clock.now() + retryWait(m_task.item.record.attempts, later->after, m_chance)
        : Instant{};
    if (isAccounts) {
        m_end.fault = *later;
    } else if (const auto *unknown = std::get_if<Unknown>(&outcome)) {
        m_end.fault = RetryLater{.scope = FaultScope::Account, .cause = unknown->cause};
    }
    m_store.finish(m_task.item.id, outcome, next).then(this, [this](const Result<OutboxItem> &item) {
        if (!item) {
            m_end.error = item.error();
        }
        end();
    });
}

/// The item was given up meanwhile: what is certain now is evidence.
void SendAttempt::keepLate(const SendOutcome &outcome)
{
    if (std::holds_alternative<Sent>(outcome)) {
        m_store.finish(m_task.item.id, outcome, {}).then(this, [this](const Result<OutboxItem> &) {
            finishLate();
        });
    } else {
        finishLate();
    }
}

void SendAttempt::finishLate()
{
    m_phase = Phase::Keeping;
    if (m_hasEnded) {
        deleteLater();
    }
}

void SendAttempt::giveUp()
{
    switch (m_phase) {
    case Phase::Preparing:
        endAsFault({.code = Errc::Timeout, .detail = QStringLiteral("no answer"), .retryAfter = {}});
        return;
    case Phase::OnTheWire:
        m_phase = Phase::GivenUp;
        keep(Unknown{.lastByte = LastByte::Left, .cause = Errc::Timeout});
        return;
    case Phase::Beginning:
    case Phase::Keeping:
    case Phase::GivenUp:
        return; // the store will answer
    }
}

void SendAttempt::end()
{
    if (std::exchange(m_hasEnded, true)) {
        return;
    }
    if (m_phase != Phase::GivenUp) {
        deleteLater();
    }
    Q_EMIT ended(m_end);
}

void SendAttempt::endWith(const Error &error)
{
    m_end.error = error;
    end();
}

void SendAttempt::endAsFault(const Error &error)
{
    m_end.fault = RetryLater{.scope = FaultScope::Account, .cause = error.code, .after = error.retryAfter};
    end();
}

} // namespace aside
