// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/accounts/addresspage.h"

#include "models/domain/mailsetup.h"
#include "widgets/common/foreigntext.h"

#include <QBoxLayout>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

namespace aside {

namespace {

constexpr int longestAddress = 254; // RFC 5321

} // namespace

AddressPage::AddressPage(QWidget *parent)
    : WizardPage(parent)
    , m_words(addWords())
    , m_address(new QLineEdit(this))
    , m_label(addRow(*addForm(), m_address))
    , m_looking(addHint())
{
    m_address->setObjectName(QStringLiteral("accountAddress"));
    m_address->setMaxLength(longestAddress);
    m_address->setInputMethodHints(Qt::ImhEmailCharactersOnly);
    column().addStretch();
    connect(m_address, &QLineEdit::textChanged, this, &WizardPage::completeChanged);
    connect(m_address, &QLineEdit::returnPressed, this, &WizardPage::nextAsked);
    retranslate();
}

QString AddressPage::address() const
{
    return m_address->text().trimmed();
}

bool AddressPage::isComplete() const
{
    return !mailDomain(address()).isEmpty() && !m_isLooking;
}

void AddressPage::takeFocus()
{
    m_address->setFocus(Qt::OtherFocusReason);
    m_address->selectAll();
}

void AddressPage::setLooking(bool isLooking)
{
    m_isLooking = isLooking;
    m_address->setReadOnly(isLooking);
    retranslate();
    Q_EMIT completeChanged();
}

void AddressPage::retranslate()
{
    setTitle(tr("Which mailbox do your customers write to?"));
    m_words->setText(tr("Aside finds the servers by the address. Your domain alone is asked for them, and "
                        "nothing is sent without encryption."));
    m_label->setText(tr("Mail &address"));
    //: %1 is a domain
    m_looking->setText(m_isLooking ? tr("Looking for the servers of %1…").arg(isolated(mailDomain(address())))
                                   : QString());
}

} // namespace aside
