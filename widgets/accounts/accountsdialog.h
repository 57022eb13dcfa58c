// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/account.h"
#include "models/domain/outboxitem.h"
#include "models/ports/mailprobe.h"
#include "models/services/fetcher.h"
#include "widgets/accounts/accountservices.h"

#include <QDialog>

#include <stop_token>

class QDialogButtonBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTreeWidget;

namespace aside {

class EmptyPage;
class NoticeBar;

/// All accounts and how they are; adds, changes, tries, switches and removes them.
class AccountsDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AccountsDialog)
public:
    AccountsDialog(const AccountServices &services, QWidget *parent);
    ~AccountsDialog() override;

    /// Opens the wizard for a new one.
    void add();
    /// How fetching goes, for what it says of each account.
    void setFetches(const QList<FetchState> &fetches);

Q_SIGNALS:
    /// Something is different: those who use accounts look again.
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    QPushButton *addButton(const char *name, void (AccountsDialog::*slot)());
    void retranslate();
    void reload();
    void fill(const QList<Account> &accounts);
    void choose();
    [[nodiscard]] const Account *chosen() const;
    void openWizard(const Account *account);

    void change();
    void changeServers();
    void test();
    void tryWith(const Account &account, const Result<MailSecret> &secret);
    void say(const QString &words);
    void endTest();
    void toggle();
    void askToRemove();
    void showQuestion(const Account &account, qsizetype waiting);
    void remove(AccountId id);
    void take(const Result<Account> &result);

    AccountServices m_services;
    QList<Account> m_accounts;
    QList<FetchState> m_fetches;
    AccountId m_current;
    std::stop_source m_trial;
    NoticeBar *m_notice;
    QStackedWidget *m_stack;
    EmptyPage *m_empty;
    QTreeWidget *m_list;
    QLabel *m_state;
    QPushButton *m_add;
    QPushButton *m_change;
    QPushButton *m_servers;
    QPushButton *m_test;
    QPushButton *m_toggle;
    QPushButton *m_remove;
    QDialogButtonBox *m_buttons;
};

} // namespace aside
