// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/account.h"
#include "models/ports/fetchfeed.h"
#include "widgets/accounts/accountservices.h"

#include <QDialog>

class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QPushButton;

namespace aside {

class NoticeBar;

/// How one account is doing, as it goes on: what came, what holds it back, what is wrong and what to do.
/// Pauses it, lets it go on, and writes a report for whoever looks into a fault. Deletes itself.
class HealthDialog final : public QDialog
{
    Q_OBJECT
public:
    HealthDialog(const AccountServices &services, const Account &account, QWidget *parent);

Q_SIGNALS:
    /// The account is paused, or goes on.
    void changed(const aside::Account &account);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QLabel *addRow(const char *name);
    QPushButton *addButton(const char *name, void (HealthDialog::*slot)());
    void build();
    void retranslate();
    void refresh();
    void fit();
    [[nodiscard]] FetchState state() const;
    [[nodiscard]] bool isPaused() const;
    void togglePause();
    void fetchNow();
    void chooseReport();
    void saveReport(const QString &path);

    AccountServices m_services;
    Account m_account;
    NoticeBar *m_notice;
    QFormLayout *m_form;
    QLabel *m_state;
    QLabel *m_last;
    QLabel *m_listening;
    QLabel *m_rates;
    QLabel *m_trouble;
    QPushButton *m_pause;
    QPushButton *m_fetch;
    QPushButton *m_report;
    QDialogButtonBox *m_buttons;
};

} // namespace aside
