// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/account.h"
#include "models/ports/mailsignins.h"
#include "widgets/accounts/accountservices.h"

#include <QObject>

#include <stop_token>

namespace aside {

/// Tries an account that is there, with the secret that is kept for it, and says how it goes. One at a time.
class AccountTester final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AccountTester)

public:
    AccountTester(const AccountServices &services, QObject *parent);
    ~AccountTester() override;

    /// Whether this channel's accounts can be tried.
    [[nodiscard]] bool knows(Channel channel) const;
    void start(const Account &account);
    void stop();

Q_SIGNALS:
    void said(const QString &words);
    void ended();

private:
    void tryMail(const Account &account, const MailSecret &secret);
    void tryOther(const Account &account, const Secret &token);
    void end(const QString &words);

    AccountServices m_services;
    std::stop_source m_stop;
};

} // namespace aside
