// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/account.h"
#include "models/domain/mailsetup.h"
#include "models/ports/mailprobe.h"
#include "models/ports/mailsignins.h"
#include "widgets/accounts/accountservices.h"
#include "widgets/accounts/pageddialog.h"

#include <stop_token>

namespace aside {

class AccountKeeper;
class AddressPage;
class ChannelPage;
class ConnectPage;
class DetailsPage;
class FoundPage;
class ServersPage;
class SignInPage;
class TrialPage;

/// From a channel to an account that works: for mail by servers, sign-in, a live trial and names, for all
/// others by a token or an address, a trial and names. Nothing is kept before the end, and what fails says
/// what to do. Deletes itself.
class AccountWizard final : public PagedDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AccountWizard)
public:
    /// For a new account.
    AccountWizard(const AccountServices &services, QWidget *parent);
    /// For other servers, another password or another token of an account.
    AccountWizard(const AccountServices &services, const Account &account, QWidget *parent);
    ~AccountWizard() override;

Q_SIGNALS:
    /// It is in the store, with its secret.
    void connected(const aside::Account &account);
    /// Accounts out of a list are in the store; `known` were there before.
    void listTaken(int added, int known);

protected:
    void reject() override;
    void retranslate() override;
    void updateButtons() override;
    void goOn() override;
    void goBack() override;

private:
    void build();
    void addPages();
    void connectPages();
    [[nodiscard]] QString title() const;
    void stop();

    void look();
    void takeSetup(const Result<MailSetup> &found);
    void signIn();
    void askConsent();
    void tryIt();
    void takeReport(const Result<ProbeReport> &report);

    void choose();
    void connectAccount();
    void signInByBrowser();
    void tryToken(const Secret &token);
    void takeTrial(const Result<Account> &tried);
    void takeList(const QString &path);

    void finish();
    [[nodiscard]] Account mailAccount() const;
    void takeKept(const Account &account);
    void fail(const Error &error);
    /// Whether an answer is still wanted.
    [[nodiscard]] bool isWanted(const std::stop_token &asked) const { return !asked.stop_requested(); }

    AccountServices m_services;
    Account m_account; ///< an id where it is in the store already
    MailSetup m_setup;
    MailGrant m_grant;
    Secret m_token; ///< that is tried
    std::stop_source m_stop; ///< of what is under way
    bool m_isSaving = false;
    AccountKeeper *m_keeper;
    ChannelPage *m_channelPage = nullptr;
    ConnectPage *m_connectPage = nullptr;
    FoundPage *m_foundPage = nullptr;
    AddressPage *m_addressPage = nullptr;
    ServersPage *m_serversPage = nullptr;
    SignInPage *m_signInPage = nullptr;
    TrialPage *m_trialPage = nullptr;
    DetailsPage *m_detailsPage = nullptr;
};

} // namespace aside
