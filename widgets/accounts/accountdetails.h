// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/domain/account.h"
#include "models/ports/mailprobe.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QListWidget;

namespace aside {

/// What the team decides about an account: names, folders, how far back, copies of what is sent.
class AccountDetails final : public QWidget
{
    Q_OBJECT
public:
    AccountDetails(const Clock &clock, QWidget *parent);

    /// Without folders they are not asked for, and stay as they are.
    void show(const Account &account, const QList<MailFolder> &folders);
    /// The account as it was shown, with what was changed here.
    [[nodiscard]] Account account() const;
    [[nodiscard]] bool isComplete() const;
    void takeFocus();

Q_SIGNALS:
    void completeChanged();
    void nextAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void fillSince();
    void fillFolders();
    void keepFolders(Account &account) const;

    const Clock &m_clock;
    Account m_account;
    QList<MailFolder> m_known;
    QFormLayout *m_form;
    QLineEdit *m_identity;
    QLineEdit *m_name;
    QComboBox *m_since;
    QListWidget *m_folders;
    QCheckBox *m_copies;
    QLabel *m_identityLabel;
    QLabel *m_nameLabel;
    QLabel *m_sinceLabel;
    QLabel *m_foldersLabel;
};

} // namespace aside
