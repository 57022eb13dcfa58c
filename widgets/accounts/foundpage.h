// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/account.h"
#include "widgets/accounts/wizardpage.h"

class QLineEdit;

namespace aside {

/// It works: says what was found, and asks how it is called.
class FoundPage final : public WizardPage
{
    Q_OBJECT
public:
    explicit FoundPage(QWidget *parent);

    void show(const Account &account);
    /// As it was shown, with the names.
    [[nodiscard]] Account account() const;
    [[nodiscard]] bool isComplete() const override;
    void takeFocus() override;

protected:
    void retranslate() override;

private:
    Account m_account;
    QLabel *m_words;
    QLineEdit *m_identity;
    QLineEdit *m_name;
    QLabel *m_identityLabel;
    QLabel *m_nameLabel;
};

} // namespace aside
