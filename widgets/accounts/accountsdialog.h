// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/account.h"
#include "models/domain/outboxitem.h"
#include "models/ports/fetchfeed.h"
#include "widgets/accounts/accountservices.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTreeWidget;

namespace aside {

class AccountTester;
class EmptyPage;
class NoticeBar;

/// All accounts and how they are; adds, changes, tries, switches and removes them.
class AccountsDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AccountsDialog)
public:
    AccountsDialog(const AccountServices &services, QWidget *parent);

    /// Opens the wizard for a new one.
    void add();

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
    void openHealth();
    void say(const QString &words);
    void endTest();
    void takeFetches();
    void takeList(int added, int known);
    void toggle();
    void askToRemove();
    void showQuestion(const Account &account, qsizetype waiting);
    void remove(AccountId id);
    void take(const Result<Account> &result);

    AccountServices m_services;
    QList<Account> m_accounts;
    QList<FetchState> m_fetches;
    AccountId m_current;
    AccountTester *m_tester;
    NoticeBar *m_notice;
    QStackedWidget *m_stack;
    EmptyPage *m_empty;
    QTreeWidget *m_list;
    QLabel *m_state;
    QPushButton *m_add;
    QPushButton *m_change;
    QPushButton *m_servers;
    QPushButton *m_test;
    QPushButton *m_health;
    QPushButton *m_toggle;
    QPushButton *m_remove;
    QDialogButtonBox *m_buttons;
};

} // namespace aside
