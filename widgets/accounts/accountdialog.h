// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/account.h"
#include "widgets/accounts/accountservices.h"

#include <QDialog>

class QDialogButtonBox;
class QPushButton;

namespace aside {

class AccountDetails;
class NoticeBar;

/// Changes the names of an account and what is brought over. Deletes itself.
class AccountDialog final : public QDialog
{
    Q_OBJECT
public:
    AccountDialog(const AccountServices &services, const Account &account, QWidget *parent);

Q_SIGNALS:
    void changed(const aside::Account &account);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void updateButtons();
    void save();

    AccountServices m_services;
    QString m_address;
    NoticeBar *m_notice;
    AccountDetails *m_details;
    QDialogButtonBox *m_buttons;
    QPushButton *m_save;
};

} // namespace aside
