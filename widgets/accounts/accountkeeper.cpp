// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/accounts/accountkeeper.h"

#include "models/ports/accountstore.h"

#include <utility>

namespace aside {

namespace {

/// Feeds sign in nowhere.
bool isEmpty(const MailGrant &grant)
{
    return grant.password.isEmpty() && grant.refresh.isEmpty() && grant.access.isEmpty();
}

} // namespace

AccountKeeper::AccountKeeper(const AccountServices &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
{
}

void AccountKeeper::keep(const Account &account, const MailGrant &grant)
{
    m_grant = grant;
    m_isNew = !account.id.isValid();
    if (!m_isNew) {
        keepSecret(account);
        return;
    }
    Account added = account;
    added.isOn = false; // until its secret is kept
    m_services.accounts.addAccount(added).then(this, [this](const Result<Account> &result) {
        if (result) {
            keepSecret(*result);
        } else {
            Q_EMIT failed(result.error());
        }
    });
}

void AccountKeeper::keepSecret(const Account &account)
{
    if (isEmpty(m_grant)) {
        switchOn(account);
        return;
    }
    m_services.signIns.keep(account.id, m_grant).then(this, [this, account](const Result<void> &result) {
        result ? switchOn(account) : giveUp(account, result.error());
    });
}

void AccountKeeper::switchOn(const Account &account)
{
    Account on = account;
    on.isOn = true;
    m_services.accounts.changeAccount(on).then(this, [this, account](const Result<Account> &changed) {
        if (!changed) {
            giveUp(account, changed.error());
            return;
        }
        m_services.accounts.pauseAccount(changed->id, std::nullopt)
            .then(this, [this](const Result<Account> &resumed) {
                if (resumed) {
                    Q_EMIT kept(*resumed);
                } else {
                    Q_EMIT failed(resumed.error());
                }
            });
    });
}

/// An account that was only just made does not stay without its secret.
void AccountKeeper::giveUp(const Account &account, const Error &error)
{
    if (!m_isNew) {
        Q_EMIT failed(error);
        return;
    }
    m_services.accounts.removeAccount(account.id).then(this, [this, error](const Result<void> &) {
        Q_EMIT failed(error); // what went wrong first is what the person can mend
    });
}

void AccountKeeper::keepAll(const QList<Account> &accounts)
{
    m_rest = accounts;
    m_added = 0;
    m_known = 0;
    keepNext();
}

void AccountKeeper::keepNext()
{
    if (m_rest.isEmpty()) {
        Q_EMIT keptAll(m_added, m_known);
        return;
    }
    m_services.accounts.addAccount(m_rest.takeFirst()).then(this, [this](const Result<Account> &added) {
        if (!added && added.error().code != Errc::Conflict) { // else it is there already
            Q_EMIT failed(added.error());
            return;
        }
        added ? ++m_added : ++m_known;
        keepNext();
    });
}

} // namespace aside
