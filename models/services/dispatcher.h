// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/core/error.h"
#include "models/ports/accountstore.h"
#include "models/ports/changefeed.h"
#include "models/ports/dispatchstore.h"
#include "models/ports/messagesink.h"
#include "models/ports/outboxstore.h"
#include "models/services/channelregistry.h"
#include "models/services/connectivity.h"
#include "models/services/duetimer.h"
#include "models/services/sendattempt.h"

#include <QObject>
#include <QPointer>
#include <QRandomGenerator>

#include <memory>
#include <unordered_map>

namespace aside {

/// Sends what is queued: for each account one reply at a time, in order, after a fresh look at the thread;
/// and looks for what is uncertain. Rests after faults, pauses accounts that want a person, tries nothing
/// while there is no network. What was on its way when the program ended is uncertain, and stays so until
/// there is evidence or the operator decides: nothing is ever sent again by itself.
class Dispatcher final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Dispatcher)

public:
    struct Parts {
        OutboxStore &outbox;
        DispatchStore &dispatch;
        AccountStore &accounts;
        MessageSink &sink;
        ChangeFeed &changes;
        const ChannelRegistry &channels;
        Connectivity &connectivity;
        const Clock &clock;
    };

    /// `random` spreads waits.
    Dispatcher(const Parts &parts, QRandomGenerator random, QObject *parent = nullptr);
    ~Dispatcher() override;

    /// Takes up what the last run left, then begins. Once.
    void start();
    /// Whether something is being sent or looked for.
    [[nodiscard]] bool isBusy() const;

public Q_SLOTS:
    /// Does what is due now.
    void look();

Q_SIGNALS:
    void failed(const aside::Error &error);
    /// Nothing is left that can be done now.
    void rested();
    /// The server of this account may hold something new: its copy of a reply.
    void arrivalLikely(aside::AccountId account);

private:
    /// An account's connection and how it is doing.
    struct Line {
        Account account;
        std::unique_ptr<ChannelAdapter> adapter;
        QPointer<SendAttempt> attempt;
        Instant refreshedAt{};
        Instant restUntil{};
        int faults = 0;
    };

    void recover();
    void readItems();
    void readAccounts(const QList<OutboxItem> &items);
    void work(const QList<OutboxItem> &items, const QList<Account> &accounts);
    void tellWhetherRested();
    void keepLines(const QList<Account> &accounts);
    void endOverdue();
    [[nodiscard]] QHash<AccountId, LineState> lineStates() const;
    void begin(const QueueTask &task);
    void takeEnd(AccountId id, const AttemptEnd &end);
    void takeFault(Line &line, const RetryLater &fault);
    void pause(AccountId id, const AccountPause &pause);
    void forgetRests();
    void fail(const Error &error);
    [[nodiscard]] Instant nextWake(std::optional<Instant> planned) const;

    Parts m_parts;
    QRandomGenerator m_random;
    DueTimer m_due;
    std::unordered_map<qint64, Line> m_lines; ///< by account
    bool m_hasRecovered = false;
};

} // namespace aside
