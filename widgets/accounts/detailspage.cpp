// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/accounts/detailspage.h"

#include <QBoxLayout>
#include <QLabel>

namespace aside {

DetailsPage::DetailsPage(const Clock &clock, QWidget *parent)
    : WizardPage(parent)
    , m_words(addWords())
    , m_details(new AccountDetails(clock, this))
{
    column().addWidget(m_details);
    column().addStretch();
    connect(m_details, &AccountDetails::completeChanged, this, &WizardPage::completeChanged);
    connect(m_details, &AccountDetails::nextAsked, this, &WizardPage::nextAsked);
    retranslate();
}

void DetailsPage::retranslate()
{
    setTitle(tr("It works"));
    m_words->setText(
        tr("Receiving and sending both work. How is the account called, and what is brought over?"));
}

} // namespace aside
