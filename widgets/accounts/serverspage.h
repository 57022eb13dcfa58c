// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/mailsetup.h"
#include "widgets/accounts/wizardpage.h"

class QCheckBox;
class QLineEdit;

namespace aside {

class ServerFields;

/// Shows the servers that were found, to be agreed to or corrected. Servers outside of the domain that only
/// the network named need a yes.
class ServersPage final : public WizardPage
{
    Q_OBJECT
public:
    explicit ServersPage(QWidget *parent);

    void show(const MailSetup &setup, const QString &address);
    [[nodiscard]] MailSetup setup() const;
    [[nodiscard]] bool isComplete() const override;
    void takeFocus() override;

protected:
    void retranslate() override;

private:
    void follow();

    MailSetup m_shown;
    QString m_address;
    QLabel *m_words;
    ServerFields *m_imap;
    ServerFields *m_smtp;
    QLineEdit *m_user;
    QLabel *m_userLabel;
    QLabel *m_warning;
    QCheckBox *m_agreed;
};

} // namespace aside
