// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/accounts/foundpage.h"

#include "widgets/accounts/channelguides.h"

#include <QBoxLayout>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

namespace aside {

namespace {

constexpr int longestName = 200;

} // namespace

FoundPage::FoundPage(QWidget *parent)
    : WizardPage(parent)
    , m_words(addWords())
    , m_identity(new QLineEdit(this))
    , m_name(new QLineEdit(this))
{
    m_words->setObjectName(QStringLiteral("foundWords"));
    m_identity->setObjectName(QStringLiteral("foundIdentity"));
    m_name->setObjectName(QStringLiteral("foundName"));
    QFormLayout *form = addForm();
    m_identityLabel = addRow(*form, m_identity);
    m_nameLabel = addRow(*form, m_name);
    for (QLineEdit *field : {m_identity, m_name}) {
        field->setMaxLength(longestName);
        connect(field, &QLineEdit::textChanged, this, &WizardPage::completeChanged);
    }
    column().addStretch();
    retranslate();
}

void FoundPage::show(const Account &account)
{
    m_account = account;
    m_identity->setText(account.identity);
    m_name->setText(account.name);
    retranslate();
}

Account FoundPage::account() const
{
    Account named = m_account;
    named.identity = m_identity->text().simplified();
    named.name = m_name->text().simplified();
    return named;
}

bool FoundPage::isComplete() const
{
    return !m_identity->text().trimmed().isEmpty() && !m_name->text().trimmed().isEmpty();
}

void FoundPage::takeFocus()
{
    m_identity->setFocus(Qt::OtherFocusReason);
    m_identity->selectAll();
}

void FoundPage::retranslate()
{
    setTitle(tr("It works"));
    m_words->setText(foundText(m_account) + u' ' + tr("How is it called here?"));
    m_identityLabel->setText(tr("Name that &customers see"));
    m_nameLabel->setText(tr("Name for the &team"));
}

} // namespace aside
