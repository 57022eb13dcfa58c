// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/services/fetcher.h"

#include "models/core/logging.h"
#include "models/outbox/retrypolicy.h"

#include <algorithm>
#include <utility>

namespace aside {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds pollInterval = 4min;
constexpr std::chrono::milliseconds listeningInterval = 14min; // servers forget to say that something came
constexpr std::chrono::milliseconds spread = 2min; // not all accounts at once

/// Trying again with the same name and password locks accounts.
bool isRefusal(Errc cause)
{
    return cause == Errc::SignInRefused;
}

/// Nothing is wrong with the account; the secret cannot be had in this run.
bool wantsSecret(Errc cause)
{
    return cause == Errc::SecretMissing || cause == Errc::KeychainMissing || cause == Errc::PassphraseMissing
        || cause == Errc::PassphraseWrong || cause == Errc::SecretsDamaged;
}

} // namespace

Fetcher::Fetcher(const Parts &parts, QRandomGenerator random, QObject *parent)
    : FetchFeed(parent)
    , m_parts(parts)
    , m_random(random)
    , m_due(parts.clock)
{
    connect(&m_due, &DueTimer::lookAsked, this, &Fetcher::readAccounts);
    connect(&m_parts.changes, &ChangeFeed::changed, this, [this](const ChangeSet &set) {
        if (set.accountsChanged) {
            m_due.lookNow();
        }
    });
    connect(&m_parts.connectivity, &Connectivity::cameBack, this, &Fetcher::tryAgain);
}

Fetcher::~Fetcher()
{
    for (auto &[id, line] : m_lines) {
        hangUp(line);
    }
}

void Fetcher::start()
{
    m_due.start();
}

QList<FetchState> Fetcher::states() const
{
    QList<FetchState> all;
    for (const auto &[id, line] : m_lines) {
        all.append(stateOf(line));
    }
    std::ranges::sort(all, {}, [](const FetchState &state) { return state.account.value; });
    return all;
}

FetchState Fetcher::stateOf(const Line &line) const
{
    FetchState state = line.state;
    state.isListening = line.isListening;
    if (!state.isFetching && dueAt(line) != Instant::max()) {
        state.nextAt = dueAt(line);
    }
    if (line.adapter) {
        state.rates = line.adapter->ratesLeft();
    }
    return state;
}

QByteArray Fetcher::exchanges(AccountId id) const
{
    const auto found = m_lines.find(id.value);
    return found != m_lines.end() && found->second.adapter ? found->second.adapter->exchanges()
                                                           : QByteArray();
}

void Fetcher::fetchNow()
{
    for (auto &[id, line] : m_lines) {
        line.faults = 0;
        line.isWantedAgain = !line.fetch.isNull();
        if (line.account.pause && line.account.pause->cause != pausedByOperator) {
            pause(line.account.id, std::nullopt);
        }
    }
    tryAgain();
}

void Fetcher::tryAgain()
{
    for (auto &[id, line] : m_lines) {
        line.nextAt = {};
    }
    m_due.lookNow();
}

void Fetcher::readAccounts()
{
    m_parts.accounts.accounts().then(this, [this](const Result<QList<Account>> &accounts) {
        if (accounts) {
            work(*accounts);
        } else {
            Q_EMIT failed(accounts.error());
            m_due.finishFailed();
        }
    });
}

void Fetcher::work(const QList<Account> &accounts)
{
    keepLines(accounts);
    if (!m_parts.connectivity.isWorthTrying()) {
        m_due.finish(m_parts.connectivity.nextTry());
        return;
    }
    for (auto &[id, line] : m_lines) {
        if (line.fetch.isNull() && dueAt(line) <= m_parts.clock.now()) {
            begin(line);
        }
    }
    std::optional<Instant> next;
    for (const auto &[id, line] : m_lines) {
        if (line.fetch.isNull() && dueAt(line) != Instant::max()) {
            next = std::min(next.value_or(Instant::max()), dueAt(line));
        }
    }
    m_due.finish(next);
}

/// An account that changed or went away is not fetched for by its old connection.
void Fetcher::keepLines(const QList<Account> &accounts)
{
    const QList<FetchState> before = states();
    std::erase_if(m_lines, [&](auto &entry) {
        Line &line = entry.second;
        const auto now = std::ranges::find(accounts, line.account.id, &Account::id);
        const bool isKept = now != accounts.cend() && isSameConnection(*now, line.account);
        if (!isKept) {
            hangUp(line);
        }
        return !isKept;
    });
    for (const Account &account : accounts) {
        if (!account.isOn || !m_parts.channels.knows(account.channel)) {
            continue;
        }
        Line &line = m_lines[account.id.value];
        if (line.account.pause && !account.pause) {
            line.nextAt = {}; // somebody let it go on, here or beside us
        }
        line.account = account;
        line.state.account = account.id;
        line.state.address = account.address;
        if (!isUsable(account, m_parts.clock.now())) {
            hangUp(line);
        }
    }
    if (states() != before) {
        Q_EMIT changed();
    }
}

/// The fetch goes before the adapter it uses, and says that it was cancelled while it goes: nobody is to hear
/// that any more.
void Fetcher::hangUp(Line &line)
{
    if (line.fetch) {
        line.fetch->disconnect(this);
        delete line.fetch;
    }
    line.adapter.reset();
    line.isListening = false;
    line.state.isFetching = false;
}

Instant Fetcher::dueAt(const Line &line) const
{
    const bool isPaused = !isUsable(line.account, m_parts.clock.now());
    return isPaused ? std::max(line.nextAt, line.account.pause->until) : line.nextAt;
}

void Fetcher::begin(Line &line)
{
    if (!line.adapter) {
        Result<std::unique_ptr<ChannelAdapter>> adapter = m_parts.channels.adapterFor(line.account);
        if (!adapter) {
            takeFault(line, adapter.error());
            Q_EMIT changed();
            return;
        }
        line.adapter = std::move(*adapter);
        connectAdapter(line);
    }
    const AccountId id = line.account.id;
    line.fetch = new AccountFetch(*line.adapter, id, m_parts.sink, this);
    connect(line.fetch, &AccountFetch::finished, this, [this, id] { takeEnd(id, std::nullopt); });
    connect(line.fetch, &AccountFetch::failed, this, [this, id](const Error &error) { takeEnd(id, error); });
    line.isWantedAgain = false;
    line.state.isFetching = true;
    m_parts.connectivity.noteBegun();
    Q_EMIT changed();
    line.fetch->start();
}

/// Queued: what it says may end the connection, which must not be in the middle of saying it.
void Fetcher::connectAdapter(Line &line)
{
    const AccountId id = line.account.id;
    connect(
        line.adapter.get(), &ChannelAdapter::arrived, this, [this, id] { fetchFor(id); },
        Qt::QueuedConnection);
    connect(
        line.adapter.get(), &ChannelAdapter::listeningEnded, this,
        [this, id](const Error &error) { takeSilence(id, error); }, Qt::QueuedConnection);
}

void Fetcher::takeEnd(AccountId id, const std::optional<Error> &error)
{
    Line &line = m_lines[id.value];
    const QList<FolderTrouble> troubles = line.fetch->troubles();
    const qint64 brought = line.fetch->brought();
    line.fetch->deleteLater();
    line.fetch = nullptr;
    line.state.isFetching = false;
    if (error) {
        takeFault(line, *error);
    } else {
        line.state.troubles = troubles;
        line.state.brought = brought;
        takeSuccess(line);
    }
    Q_EMIT changed();
    m_due.lookNow();
}

void Fetcher::takeSuccess(Line &line)
{
    m_parts.connectivity.noteReached();
    line.faults = 0;
    line.state.fault.reset();
    line.state.fetchedAt = m_parts.clock.now();
    if (line.adapter->canListen() && !std::exchange(line.isListening, line.adapter->canListen())) {
        line.adapter->listen();
    }
    const auto interval = line.isListening ? listeningInterval : pollInterval;
    const auto part = static_cast<qint64>(m_random.generateDouble() * static_cast<double>(spread.count()));
    line.nextAt = line.isWantedAgain ? Instant{} : m_parts.clock.now() + interval + Instant::duration(part);
}

void Fetcher::takeFault(Line &line, const Error &error)
{
    qCInfo(logInbox) << "fetching for account" << line.account.id.value << errcName(error.code);
    ++line.faults;
    line.state.fault = error.code;
    m_parts.connectivity.noteFailed(error.code);
    if (wantsSecret(error.code)) {
        line.nextAt = Instant::max();
        return;
    }
    AccountPause rest = pauseAfter(
        line.faults, {.scope = FaultScope::Account, .cause = error.code, .after = error.retryAfter},
        m_parts.clock.now(), m_random.generateDouble());
    if (isRefusal(error.code) && !error.retryAfter) {
        rest.until = untilResumed;
    }
    const bool isForAPerson = rest.until == untilResumed;
    // The pause is persisted in a moment; until then the rest stands for it.
    line.nextAt = isForAPerson ? m_parts.clock.now() + 1min : rest.until;
    if (isForAPerson || error.retryAfter) {
        line.faults = isForAPerson ? 0 : line.faults;
        pause(line.account.id, rest);
    }
}

void Fetcher::fetchFor(AccountId id)
{
    const auto found = m_lines.find(id.value);
    if (found == m_lines.end()) {
        return;
    }
    Line &line = found->second;
    line.isWantedAgain = true;
    if (line.fetch.isNull()) {
        line.nextAt = {};
        m_due.lookNow();
    }
}

void Fetcher::takeSilence(AccountId id, const Error &error)
{
    const auto found = m_lines.find(id.value);
    if (found == m_lines.end()) {
        return;
    }
    Line &line = found->second;
    line.isListening = false;
    Q_EMIT changed();
    m_parts.connectivity.noteFailed(error.code);
    const auto wait = retryWait(1, error.retryAfter, m_random.generateDouble());
    line.nextAt = std::min(line.nextAt, m_parts.clock.now() + wait);
    m_due.lookNow();
}

void Fetcher::pause(AccountId id, std::optional<AccountPause> pause)
{
    m_parts.accounts.pauseAccount(id, std::move(pause)).then(this, [this](const Result<Account> &account) {
        if (!account && account.error().code != Errc::NotFound) { // else it was removed meanwhile
            Q_EMIT failed(account.error());
        }
    });
}

} // namespace aside
