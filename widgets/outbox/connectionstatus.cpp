// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/outbox/connectionstatus.h"

#include "models/services/connectivity.h"
#include "widgets/accounts/accountwords.h"
#include "widgets/common/errortext.h"
#include "widgets/common/foldertroubletext.h"
#include "widgets/common/foreigntext.h"
#include "widgets/common/words.h"

#include <QEvent>

#include <algorithm>
#include <utility>

namespace aside {

namespace {

/// Whether it waits for a half that was taken back.
bool isLeftAlone(const OutboxItem &item, const QList<OutboxItem> &all)
{
    return item.state == OutboxState::Held && item.holdReason == HoldReason::OtherHalf
        && !std::ranges::contains(all, item.after, &OutboxItem::id);
}

} // namespace

ConnectionStatus::ConnectionStatus(const Connectivity &connectivity, const Clock &clock, QWidget *parent)
    : ElidedLabel(parent)
    , m_connectivity(connectivity)
    , m_clock(clock)
{
    setObjectName(QStringLiteral("connectionStatus"));
    setContentsMargins(12, 2, 12, 4);
    connect(&connectivity, &Connectivity::changed, this, &ConnectionStatus::refresh);
    refresh();
}

bool wantsDecision(const OutboxItem &item)
{
    const bool isHeldForOne = item.state == OutboxState::Held
        && (item.holdReason == HoldReason::ThreadMoved || item.holdReason == HoldReason::NotSent
            || item.holdReason == HoldReason::Consent || item.holdReason == HoldReason::ByHand);
    return isHeldForOne || item.state == OutboxState::Uncertain || item.state == OutboxState::Refused;
}

void ConnectionStatus::setItems(const QList<OutboxItem> &items)
{
    m_waiting = static_cast<int>(
        std::ranges::count_if(items, [](const OutboxItem &item) { return item.state != OutboxState::Sent; }));
    m_undecided = static_cast<int>(std::ranges::count_if(
        items, [&](const OutboxItem &item) { return wantsDecision(item) || isLeftAlone(item, items); }));
    refresh();
}

void ConnectionStatus::setAccounts(const QList<Account> &accounts)
{
    m_accounts = accounts;
    m_knowsAccounts = true;
    refresh();
}

void ConnectionStatus::setFreeze(const OutboxFreeze &freeze)
{
    m_freeze = freeze;
    refresh();
}

void ConnectionStatus::setFetches(const QList<FetchState> &fetches)
{
    m_fetches = fetches;
    refresh();
}

QString ConnectionStatus::faultText(const FetchState &fetch) const
{
    const auto account = std::ranges::find(m_accounts, fetch.account, &Account::id);
    return account == m_accounts.cend() ? errorText(*fetch.fault) : accountFaultText(*account, *fetch.fault);
}

/// Of the first account that cannot be fetched for; a pause and a network that is not there have words of
/// their own.
QString ConnectionStatus::faultWords() const
{
    const auto failing = std::ranges::find_if(m_fetches, [this](const FetchState &fetch) {
        const auto account = std::ranges::find(m_accounts, fetch.account, &Account::id);
        return fetch.fault && account != m_accounts.cend() && isUsable(*account, m_clock.now());
    });
    if (failing == m_fetches.cend() || m_connectivity.offlineSince()) {
        return {};
    }
    //: %1 is the address of an account, %2 why nothing can be fetched for it
    return tr("%1: %2").arg(isolated(oneLine(failing->address, 60)), faultText(*failing));
}

/// Of the first account of which a folder, or a letter, could not be brought.
QString ConnectionStatus::troubleWords() const
{
    const auto troubled
        = std::ranges::find_if(m_fetches, [](const FetchState &fetch) { return !fetch.troubles.isEmpty(); });
    if (troubled == m_fetches.cend()) {
        return {};
    }
    const FolderTrouble &trouble = troubled->troubles.constFirst();
    return tr("%1: %2").arg(isolated(oneLine(troubled->address, 60)),
                            folderTroubleText(trouble, isolated(oneLine(trouble.folder, 60))));
}

QString ConnectionStatus::fetchWords() const
{
    if (std::ranges::any_of(m_fetches, &FetchState::isFetching)) {
        return tr("Fetching mail…");
    }
    std::optional<Instant> last;
    for (const FetchState &fetch : m_fetches) {
        last = std::max(last, fetch.fetchedAt);
    }
    //: %1 is a time
    return last ? tr("Mail fetched %1").arg(whenLabel(*last, m_clock.now())) : QString();
}

QString ConnectionStatus::pauseWords() const
{
    const auto paused = std::ranges::find_if(m_accounts, [this](const Account &account) {
        return account.isOn && !isUsable(account, m_clock.now());
    });
    if (paused == m_accounts.cend()) {
        return {};
    }
    const AccountPause &pause = *paused->pause;
    const bool saysEnough = !pause.words.isEmpty() && !wantsConsent(*paused, pause.cause);
    const QString why = saysEnough ? oneLine(pause.words, 120) : accountFaultText(*paused, pause.cause);
    //: %1 is the address of an account, %2 why nothing goes through it
    return tr("%1 is paused: %2").arg(isolated(oneLine(paused->address, 60)), why);
}

QString ConnectionStatus::waitWords() const
{
    QStringList parts;
    if (m_waiting > m_undecided) {
        parts.append(tr("%n reply(s) wait", nullptr, m_waiting - m_undecided));
    }
    if (m_undecided > 0) {
        parts.append(tr("%n reply(s) want your decision", nullptr, m_undecided));
    }
    return parts.join(QStringLiteral(" · "));
}

/// What began; empty while all is as usual.
QString ConnectionStatus::stateWords() const
{
    QStringList parts;
    if (const auto since = m_connectivity.offlineSince()) {
        parts.append(tr("Offline since %1").arg(whenLabel(*since, m_clock.now())));
    }
    if (m_freeze.since) {
        parts.append(tr("Public replies are frozen since %1").arg(whenLabel(*m_freeze.since, m_clock.now())));
    }
    if (const QString paused = pauseWords(); !paused.isEmpty()) {
        parts.append(paused);
    }
    if (const QString fault = faultWords(); !fault.isEmpty()) {
        parts.append(fault);
    }
    return parts.join(QStringLiteral(" · "));
}

QString ConnectionStatus::withoutAccount() const
{
    return m_waiting == 0 ? tr("No account yet: replies wait in the outbox.")
                          : tr("No account yet: %n reply(s) wait in the outbox.", nullptr, m_waiting);
}

void ConnectionStatus::refresh()
{
    const QString state = stateWords();
    const bool isUnused = m_accounts.isEmpty();
    if (state.isEmpty() && isUnused) {
        setText(withoutAccount());
    } else {
        QStringList parts{state.isEmpty() ? tr("Online") : state, waitWords(), troubleWords(), fetchWords()};
        parts.removeAll(QString());
        setText(parts.join(QStringLiteral(" · ")));
    }
    setToolTip(escapedToolTip(text())); // all of it, where the line is short
    if (m_knowsAccounts && std::exchange(m_said, state) != state) {
        Q_EMIT announced(text());
    }
}

void ConnectionStatus::changeEvent(QEvent *event)
{
    ElidedLabel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_said = stateWords(); // other words for the same are no news
        refresh();
    }
}

} // namespace aside
