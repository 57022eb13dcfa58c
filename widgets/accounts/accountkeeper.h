// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/account.h"
#include "models/ports/mailsignins.h"
#include "widgets/accounts/accountservices.h"

#include <QList>
#include <QObject>

namespace aside {

/// Puts an account that works into the store together with its secret: both, or none. Owned by the wizard.
class AccountKeeper final : public QObject
{
    Q_OBJECT
public:
    AccountKeeper(const AccountServices &services, QObject *parent);

    /// One that has an id is changed, any other is added. Ends with kept() or failed().
    void keep(const Account &account, const MailGrant &grant);
    /// Those that are there already are left out. Ends with keptAll() or failed().
    void keepAll(const QList<Account> &accounts);

Q_SIGNALS:
    void kept(const aside::Account &account);
    void keptAll(int added, int known);
    void failed(const aside::Error &error);

private:
    void keepSecret(const Account &account);
    void switchOn(const Account &account);
    void giveUp(const Account &account, const Error &error);
    void keepNext();

    AccountServices m_services;
    MailGrant m_grant;
    bool m_isNew = false;
    QList<Account> m_rest; ///< of a list
    int m_added = 0;
    int m_known = 0;
};

} // namespace aside
