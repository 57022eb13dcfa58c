// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/services/dispatcher.h"

#include "models/core/logging.h"
#include "models/outbox/retrypolicy.h"

#include <algorithm>

namespace aside {

namespace {

using namespace std::chrono_literals;

constexpr auto freshFor = 10s; // replies of one account that follow each other share a refresh
constexpr auto longestAttempt = 15min; // RFC 5321 lets a server take 10 minutes after the last byte

} // namespace

Dispatcher::Dispatcher(const Parts &parts, QRandomGenerator random, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_random(random)
    , m_due(parts.clock)
{
    connect(&m_due, &DueTimer::lookAsked, this, [this] {
        if (m_hasRecovered) {
            readItems();
        } else {
            recover();
        }
    });
    connect(&m_parts.changes, &ChangeFeed::changed, this, [this](const ChangeSet &set) {
        if (set.outboxChanged || set.accountsChanged) {
            look();
        }
    });
    connect(&m_parts.connectivity, &Connectivity::cameBack, this, &Dispatcher::forgetRests);
}

/// Attempts go before the adapters they use: what is on its way stays so in the store, and is uncertain next
/// time.
Dispatcher::~Dispatcher()
{
    for (auto &[id, line] : m_lines) {
        delete line.attempt;
    }
}

void Dispatcher::start()
{
    m_due.start();
}

bool Dispatcher::isBusy() const
{
    return std::ranges::any_of(m_lines, [](const auto &line) { return !line.second.attempt.isNull(); });
}

void Dispatcher::look()
{
    m_due.lookNow();
}

void Dispatcher::recover()
{
    m_parts.dispatch.recover().then(this, [this](const Result<QList<OutboxItem>> &lost) {
        if (!lost) {
            fail(lost.error());
            return;
        }
        m_hasRecovered = true;
        if (!lost->isEmpty()) {
            qCInfo(logOutbox) << lost->size() << "items were being sent when the program ended";
        }
        readItems();
    });
}

void Dispatcher::readItems()
{
    m_parts.outbox.items().then(this, [this](const Result<QList<OutboxItem>> &items) {
        if (items) {
            readAccounts(*items);
        } else {
            fail(items.error());
        }
    });
}

void Dispatcher::readAccounts(const QList<OutboxItem> &items)
{
    m_parts.accounts.accounts().then(this, [this, items](const Result<QList<Account>> &accounts) {
        if (accounts) {
            work(items, *accounts);
        } else {
            fail(accounts.error());
        }
    });
}

void Dispatcher::work(const QList<OutboxItem> &items, const QList<Account> &accounts)
{
    endOverdue();
    keepLines(accounts);
    if (!m_parts.connectivity.isWorthTrying()) {
        m_due.finish(nextWake(m_parts.connectivity.nextTry()));
        tellWhetherRested();
        return;
    }
    QList<Account> known = accounts;
    known.removeIf([this](const Account &account) { return !m_parts.channels.knows(account.channel); });
    const QueuePlan plan = planQueue(items, known, lineStates(), m_parts.clock.now());
    for (const QueueTask &task : plan.tasks) {
        begin(task);
    }
    const bool hasToWake = plan.next || isBusy();
    m_due.finish(hasToWake ? std::optional(nextWake(plan.next)) : std::nullopt);
    tellWhetherRested();
}

void Dispatcher::tellWhetherRested()
{
    if (!isBusy()) {
        Q_EMIT rested();
    }
}

/// An account that changed or went away gets no more work by its old connection.
void Dispatcher::keepLines(const QList<Account> &accounts)
{
    std::erase_if(m_lines, [&](const auto &entry) {
        const Line &line = entry.second;
        const auto now = std::ranges::find(accounts, line.account.id, &Account::id);
        return line.attempt.isNull() && (now == accounts.cend() || !isSameConnection(*now, line.account));
    });
    for (const Account &account : accounts) {
        if (Line &line = m_lines[account.id.value]; line.attempt.isNull()) {
            line.account = account;
        }
    }
}

void Dispatcher::endOverdue()
{
    QList<QPointer<SendAttempt>> overdue;
    for (const auto &[id, line] : m_lines) {
        if (line.attempt && line.attempt->startedAt() + longestAttempt <= m_parts.clock.now()) {
            overdue.append(line.attempt);
        }
    }
    for (const QPointer<SendAttempt> &attempt : overdue) {
        if (attempt) {
            attempt->giveUp();
        }
    }
}

QHash<AccountId, LineState> Dispatcher::lineStates() const
{
    QHash<AccountId, LineState> states;
    for (const auto &[id, line] : m_lines) {
        states.insert(AccountId{id}, {.isBusy = !line.attempt.isNull(), .restUntil = line.restUntil});
    }
    return states;
}

void Dispatcher::begin(const QueueTask &task)
{
    Line &line = m_lines[task.item.account.value];
    if (!line.adapter) {
        Result<std::unique_ptr<ChannelAdapter>> adapter = m_parts.channels.adapterFor(line.account);
        if (!adapter) {
            takeFault(line, {.scope = FaultScope::Account, .cause = adapter.error().code});
            return;
        }
        line.adapter = std::move(*adapter);
        connect(line.adapter.get(), &ChannelAdapter::arrived, this,
                [this, id = line.account.id] { Q_EMIT arrivalLikely(id); });
    }
    line.attempt = new SendAttempt(
        {.store = m_parts.dispatch, .sink = m_parts.sink, .adapter = *line.adapter, .clock = m_parts.clock},
        task, m_random.generateDouble(), this);
    connect(line.attempt, &SendAttempt::ended, this,
            [this, id = line.account.id](const AttemptEnd &end) { takeEnd(id, end); });
    m_parts.connectivity.noteBegun();
    const bool isFresh = line.refreshedAt + freshFor > m_parts.clock.now();
    line.attempt->start(isFresh ? Freshness::Fresh : Freshness::Stale);
}

void Dispatcher::takeEnd(AccountId id, const AttemptEnd &end)
{
    Line &line = m_lines[id.value];
    line.attempt = nullptr;
    if (end.isRefreshed) {
        line.refreshedAt = m_parts.clock.now();
    }
    if (end.hasReached) {
        m_parts.connectivity.noteReached();
    }
    if (end.fault) {
        takeFault(line, *end.fault);
    } else if (!end.error) {
        line.faults = 0;
        line.restUntil = {};
        Q_EMIT arrivalLikely(id);
    }
    if (end.error) { // our own store: no use in trying at once
        line.restUntil
            = m_parts.clock.now() + retryWait(++line.faults, std::nullopt, m_random.generateDouble());
        Q_EMIT failed(*end.error);
    }
    if (end.wasOutOfTurn) {
        line.restUntil = m_parts.clock.now() + 1s;
    }
    look();
}

void Dispatcher::takeFault(Line &line, const RetryLater &fault)
{
    ++line.faults;
    line.refreshedAt = {};
    m_parts.connectivity.noteFailed(fault.cause);
    const AccountPause rest = pauseAfter(line.faults, fault, m_parts.clock.now(), m_random.generateDouble());
    qCInfo(logOutbox) << "account" << line.account.id.value << "fault" << line.faults
                      << errcName(fault.cause);
    const bool isForAPerson = rest.until == untilResumed;
    // The pause is persisted in a moment; until then the rest stands for it.
    line.restUntil = isForAPerson ? m_parts.clock.now() + 1min : rest.until;
    if (isForAPerson || fault.after) { // what has to hold beyond this run, and be seen
        line.faults = isForAPerson ? 0 : line.faults;
        pause(line.account.id, rest);
    }
}

void Dispatcher::pause(AccountId id, const AccountPause &pause)
{
    m_parts.accounts.pauseAccount(id, pause).then(this, [this](const Result<Account> &account) {
        if (!account && account.error().code != Errc::NotFound) { // else it was removed meanwhile
            Q_EMIT failed(account.error());
        }
    });
}

void Dispatcher::forgetRests()
{
    for (auto &[id, line] : m_lines) {
        line.restUntil = {};
    }
    look();
}

void Dispatcher::fail(const Error &error)
{
    Q_EMIT failed(error);
    m_due.finishFailed();
}

/// Not later than the first attempt that is overdue by then.
Instant Dispatcher::nextWake(std::optional<Instant> planned) const
{
    Instant next = planned.value_or(Instant::max());
    for (const auto &[id, line] : m_lines) {
        if (line.attempt) {
            next = std::min(next, line.attempt->startedAt() + longestAttempt);
        }
    }
    return next;
}

} // namespace aside
