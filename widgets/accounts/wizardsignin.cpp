// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/accounts/accountwizard.h"
#include "widgets/accounts/connectpage.h"

namespace aside {

// What of the wizard gets a token and tries it, for channels other than mail.

void AccountWizard::signInByBrowser()
{
    stop();
    m_connectPage->setTrying(true);
    const auto pageReady = [this, asked = m_stop.get_token()](const QUrl &page) {
        if (isWanted(asked)) { // which it is not when we are gone
            m_connectPage->showBrowserPage(page);
        }
    };
    m_services.setups.signIn(m_connectPage->account(), pageReady, m_stop.get_token())
        .then(this, [this, asked = m_stop.get_token()](const Result<Secret> &token) {
            if (!isWanted(asked)) {
                return;
            }
            activateWindow(); // the person comes back from the browser
            if (token) {
                tryToken(*token);
            } else {
                m_connectPage->saySignInFault(token.error());
                m_connectPage->takeFocus();
            }
        });
}

void AccountWizard::tryToken(const Secret &token)
{
    stop();
    m_token = token;
    m_connectPage->setTrying(true);
    updateButtons();
    m_services.setups.tryAccount(m_connectPage->account(), m_token, m_stop.get_token())
        .then(this, [this, asked = m_stop.get_token()](const Result<Account> &tried) {
            if (isWanted(asked)) {
                takeTrial(tried);
            }
        });
}

} // namespace aside
