// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/account.h"
#include "models/domain/outboxitem.h"
#include "models/ports/outboxstore.h"
#include "models/services/fetcher.h"
#include "widgets/common/elidedlabel.h"

namespace aside {

class Clock;
class Connectivity;

/// The line at the bottom: since when there is no network, what is frozen or paused or cannot be fetched and
/// why, how much waits, and when mail was fetched. Says aloud what begins and ends.
class ConnectionStatus : public ElidedLabel
{
    Q_OBJECT

public:
    ConnectionStatus(const Connectivity &connectivity, const Clock &clock, QWidget *parent);

    void setItems(const QList<OutboxItem> &items);
    void setAccounts(const QList<Account> &accounts);
    void setFreeze(const OutboxFreeze &freeze);
    void setFetches(const QList<FetchState> &fetches);

Q_SIGNALS:
    void announced(const QString &words);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    [[nodiscard]] QString stateWords() const;
    [[nodiscard]] QString pauseWords() const;
    [[nodiscard]] QString faultText(const FetchState &fetch) const;
    [[nodiscard]] QString troubleWords() const;
    [[nodiscard]] QString faultWords() const;
    [[nodiscard]] QString fetchWords() const;
    [[nodiscard]] QString waitWords() const;
    [[nodiscard]] QString withoutAccount() const;

    const Connectivity &m_connectivity;
    const Clock &m_clock;
    QList<Account> m_accounts;
    OutboxFreeze m_freeze;
    QList<FetchState> m_fetches;
    int m_waiting = 0; ///< not sent, whatever they wait for
    int m_undecided = 0; ///< of these, what the operator has to decide about
    QString m_said; ///< the state that was announced last
    bool m_knowsAccounts = false;
};

/// Whether nothing goes on with an item until the operator decides. The later half of a move to private waits
/// for the other one, which may want a decision itself.
[[nodiscard]] bool wantsDecision(const OutboxItem &item);

} // namespace aside
