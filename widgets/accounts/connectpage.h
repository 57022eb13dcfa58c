// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/core/secret.h"
#include "models/domain/account.h"
#include "models/ports/channelsetup.h"
#include "widgets/accounts/wizardpage.h"

#include <QUrl>

class QCheckBox;
class QFormLayout;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace aside {

class BrowserRow;

/// Says where to get what a channel wants, and asks for it.
class ConnectPage final : public WizardPage
{
    Q_OBJECT
public:
    explicit ConnectPage(QWidget *parent);

    /// For an account that is there, its address stays.
    void show(const Account &account, const SetupNeeds &needs);
    /// What was shown, with what was filled in.
    [[nodiscard]] Account account() const;
    [[nodiscard]] Secret token() const;
    [[nodiscard]] bool isComplete() const override;
    void takeFocus() override;
    /// While it is tried, the fields stay as they are.
    void setTrying(bool isTrying);
    /// The page for the person is open in the browser.
    void showBrowserPage(const QUrl &page);
    /// Why signing in with the browser gave nothing.
    void saySignInFault(const Error &error);
    /// What came of it, read out as well.
    void say(const QString &words);
    /// The token is of no use any more.
    void forget();

Q_SIGNALS:
    void browserAsked();
    void stopAsked();
    void listChosen(const QString &path);

protected:
    void retranslate() override;

private:
    void buildFields();
    void connectFields();
    [[nodiscard]] bool takesBrowserNow() const;
    QLabel *addHeading();
    void chooseList();

    Account m_account;
    SetupNeeds m_needs;
    QUrl m_helpPage;
    bool m_isTrying = false;
    QLabel *m_steps;
    QPushButton *m_help;
    QFormLayout *m_form;
    QLineEdit *m_server;
    QLineEdit *m_address;
    BrowserRow *m_browser;
    QLineEdit *m_token;
    QCheckBox *m_isShown;
    QLabel *m_kept;
    QCheckBox *m_isOwn;
    QLabel *m_serverLabel;
    QLabel *m_addressLabel;
    QLabel *m_tokenLabel;
    QPushButton *m_list;
    QProgressBar *m_progress;
    QLabel *m_outcome;
    QLabel *m_rightsHeading;
    QLabel *m_rights;
    QLabel *m_worksHeading;
    QLabel *m_works;
    QLabel *m_worksNotHeading;
    QLabel *m_worksNot;
};

} // namespace aside
