// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/core/error.h"
#include "models/outbox/sendqueue.h"
#include "models/ports/channeladapter.h"
#include "models/ports/dispatchstore.h"
#include "models/ports/messagesink.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace aside {

/// How an attempt or a look ended, as far as its account is concerned.
struct AttemptEnd {
    std::optional<RetryLater> fault; ///< the account's
    std::optional<Error> error; ///< our own store could not be read or written
    bool isRefreshed = false; ///< all that the server had was fetched
    bool hasReached = false; ///< the server answered
    bool wasOutOfTurn = false; ///< the item is not to be sent any more, or not yet

    bool operator==(const AttemptEnd &) const = default;
};

/// Whether what the server has was fetched a moment ago.
enum class Freshness : quint8 { Stale, Fresh };

/// Takes one item through one attempt: fetches what the server has, looks first where an earlier attempt may
/// have arrived, persists that it is being sent, sends, persists the outcome. Or only looks, or files the
/// copy. Emits ended() once, and deletes itself when no late answer can come any more.
class SendAttempt final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SendAttempt)

public:
    struct Parts {
        DispatchStore &store;
        MessageSink &sink;
        ChannelAdapter &adapter;
        const Clock &clock;
    };

    /// `chance`, from 0 up to 1, spreads the wait for the next attempt.
    SendAttempt(const Parts &parts, QueueTask task, double chance, QObject *parent);

    void start(Freshness freshness);
    /// It takes so long that no answer is expected any more. Ends it: what may have left is uncertain then.
    void giveUp();
    [[nodiscard]] Instant startedAt() const { return m_startedAt; }

Q_SIGNALS:
    void ended(const aside::AttemptEnd &end);

private:
    enum class Phase : quint8 {
        Preparing, ///< nothing has left, nothing is persisted
        Beginning, ///< Sending is being persisted
        OnTheWire,
        Keeping, ///< the outcome is being persisted
        GivenUp, ///< the same, and the server's answer may still come
    };

    void refresh();
    void load();
    void takeMessage(const OutgoingMessage &message);
    void fileCopy(const OutgoingMessage &message);
    void look(const OutgoingMessage &message);
    void takeLook(const OutgoingMessage &message, const Result<Reconciliation> &found);
    void endAfterNote(const Result<OutboxItem> &item);
    void begin(const OutgoingMessage &message);
    void send(OutgoingMessage message);
    void takeOutcome(const SendOutcome &outcome);
    void keep(const SendOutcome &outcome);
    void keepLate(const SendOutcome &outcome);
    void finishLate();
    void end();
    void endWith(const Error &error);
    void endAsFault(const Error &error);

    DispatchStore &m_store;
    MessageSink &m_sink;
    QPointer<ChannelAdapter> m_adapter;
    const Clock &m_clock;
    QueueTask m_task;
    double m_chance;
    Instant m_startedAt;
    AttemptEnd m_end;
    Phase m_phase = Phase::Preparing;
    bool m_hasEnded = false;
};

} // namespace aside
