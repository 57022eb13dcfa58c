// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/mailsetup.h"
#include "models/ports/mailsignins.h"
#include "widgets/accounts/wizardpage.h"

class QCheckBox;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace aside {

/// Asks how to sign in: with a password, or at the service in the browser.
class SignInPage final : public WizardPage
{
    Q_OBJECT
public:
    explicit SignInPage(QWidget *parent);

    /// A client that is known already is filled in.
    void show(const MailSetup &setup, const QString &clientId);
    [[nodiscard]] bool isByBrowser() const;
    [[nodiscard]] Secret password() const;
    [[nodiscard]] OAuthClient client() const;
    [[nodiscard]] bool isComplete() const override;
    void takeFocus() override;
    /// Nothing of what was typed stays in the window.
    void forget();
    /// How the account signs in, as its settings have it.
    void keepIn(Account &account) const;

protected:
    void retranslate() override;

private:
    void buildPassword();
    void buildBrowser();
    void follow();

    MailSetup m_setup;
    QLabel *m_words;
    QRadioButton *m_byBrowser;
    QRadioButton *m_byPassword;
    QWidget *m_passwordPart;
    QLabel *m_passwordLabel = nullptr;
    QLineEdit *m_password = nullptr;
    QCheckBox *m_isShown = nullptr;
    QWidget *m_browserPart;
    QLabel *m_browserWords = nullptr;
    QLabel *m_clientLabel = nullptr;
    QLineEdit *m_client = nullptr;
    QLabel *m_secretLabel = nullptr;
    QLineEdit *m_secret = nullptr;
    QPushButton *m_help;
};

} // namespace aside
