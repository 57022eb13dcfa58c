// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/account.h"
#include "models/domain/mailsetup.h"
#include "models/ports/mailprobe.h"
#include "models/ports/mailsignins.h"
#include "widgets/accounts/accountservices.h"

#include <QDialog>

#include <stop_token>

class QDialogButtonBox;
class QPushButton;
class QStackedWidget;

namespace aside {

class AddressPage;
class DetailsPage;
class NoticeBar;
class ServersPage;
class SignInPage;
class TrialPage;
class WizardPage;

/// From a mail address to an account that works: servers, sign-in, a live trial, names. Nothing is kept
/// before the end, and what fails says what to do. Deletes itself.
class AccountWizard final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AccountWizard)
public:
    /// For a new account.
    AccountWizard(const AccountServices &services, QWidget *parent);
    /// For other servers or another password of an account.
    AccountWizard(const AccountServices &services, const Account &account, QWidget *parent);
    ~AccountWizard() override;

Q_SIGNALS:
    /// It is in the store, with its secret.
    void connected(const aside::Account &account);

protected:
    void changeEvent(QEvent *event) override;
    void reject() override;

private:
    void build();
    void addPage(WizardPage *page);
    [[nodiscard]] WizardPage *current() const;
    void showPage(WizardPage *page);
    void retranslate();
    void updateButtons();
    void goOn();
    void goBack();
    void stop();

    void look();
    void takeSetup(const Result<MailSetup> &found);
    void signIn();
    void askConsent();
    void tryIt();
    void takeReport(const Result<ProbeReport> &report);

    void finish();
    void keepSecret(const Account &account);
    void switchOn(const Account &account);
    void giveUp(const Account &account, const Error &error);
    void fail(const Error &error);
    /// Whether an answer is still wanted.
    [[nodiscard]] bool isWanted(const std::stop_token &asked) const { return !asked.stop_requested(); }

    AccountServices m_services;
    Account m_account; ///< an id where it is in the store already
    MailSetup m_setup;
    MailGrant m_grant;
    std::stop_source m_stop; ///< of what is under way
    bool m_isSaving = false;
    NoticeBar *m_notice;
    QStackedWidget *m_pages;
    AddressPage *m_addressPage = nullptr;
    ServersPage *m_serversPage = nullptr;
    SignInPage *m_signInPage = nullptr;
    TrialPage *m_trialPage = nullptr;
    DetailsPage *m_detailsPage = nullptr;
    QDialogButtonBox *m_buttons;
    QPushButton *m_back;
    QPushButton *m_next;
};

} // namespace aside
