// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/core/error.h"
#include "models/ports/accountstore.h"
#include "models/ports/changefeed.h"
#include "models/ports/fetchfeed.h"
#include "models/ports/messagesink.h"
#include "models/services/accountfetch.h"
#include "models/services/channelregistry.h"
#include "models/services/connectivity.h"
#include "models/services/duetimer.h"

#include <QObject>
#include <QPointer>
#include <QRandomGenerator>

#include <memory>
#include <optional>
#include <unordered_map>

namespace aside {

/// Fetches what customers write, for every account that is on: at the start, when the network is there again,
/// when an account's server says that something came, and else every few minutes. Rests after faults, longer
/// each time; a sign-in that is refused pauses the account until the operator has looked after it. Where a
/// secret is not to be had, nothing more is tried in this run unless somebody asks for it.
class Fetcher final : public FetchFeed
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Fetcher)

public:
    struct Parts {
        AccountStore &accounts;
        MessageSink &sink;
        ChangeFeed &changes;
        const ChannelRegistry &channels;
        Connectivity &connectivity;
        const Clock &clock;
    };

    /// `random` spreads waits.
    Fetcher(const Parts &parts, QRandomGenerator random, QObject *parent = nullptr);
    /// What is being fetched ends; what came in is kept.
    ~Fetcher() override;

    void start();
    [[nodiscard]] QList<FetchState> states() const override;
    [[nodiscard]] QByteArray exchanges(AccountId id) const override;

public Q_SLOTS:
    /// All accounts, also those that rest or are paused after a fault.
    void fetchNow();
    /// Those that rest after a fault as well, but for the paused: secrets or the network may be there now.
    void tryAgain();
    /// Something may have come for it.
    void fetchFor(aside::AccountId id) override;

Q_SIGNALS:
    void failed(const aside::Error &error);

private:
    /// An account's connection and how it is doing.
    struct Line {
        Account account;
        std::unique_ptr<ChannelAdapter> adapter;
        QPointer<AccountFetch> fetch;
        FetchState state;
        Instant nextAt{};
        int faults = 0;
        bool isListening = false;
        bool isWantedAgain = false; ///< something came while it was being fetched
    };

    void readAccounts();
    void work(const QList<Account> &accounts);
    void keepLines(const QList<Account> &accounts);
    void hangUp(Line &line);
    [[nodiscard]] Instant dueAt(const Line &line) const;
    [[nodiscard]] FetchState stateOf(const Line &line) const;
    void begin(Line &line);
    void connectAdapter(Line &line);
    void takeEnd(AccountId id, const std::optional<Error> &error);
    void takeSuccess(Line &line);
    void takeFault(Line &line, const Error &error);
    void takeSilence(AccountId id, const Error &error);
    void pause(AccountId id, std::optional<AccountPause> pause);

    Parts m_parts;
    QRandomGenerator m_random;
    DueTimer m_due;
    std::unordered_map<qint64, Line> m_lines; ///< by account
};

} // namespace aside
