// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/accounts/serverspage.h"

#include "widgets/accounts/accountwords.h"
#include "widgets/accounts/serverfields.h"
#include "widgets/common/foreigntext.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

namespace aside {

namespace {

constexpr int longestUser = 320;

/// Whether only the network says that the servers are those of the address.
bool needsAgreement(const MailSetup &setup)
{
    switch (setup.origin) {
    case SetupOrigin::Table:
    case SetupOrigin::Operator:
        return false;
    case SetupOrigin::Provider:
    case SetupOrigin::ServiceRecords:
    case SetupOrigin::Exchanger:
    case SetupOrigin::Guess:
        return true;
    }
    return true;
}

} // namespace

ServersPage::ServersPage(QWidget *parent)
    : WizardPage(parent)
    , m_words(addWords())
    , m_imap(new ServerFields(MailService::Imap, this))
    , m_smtp(new ServerFields(MailService::Smtp, this))
    , m_user(new QLineEdit(this))
{
    column().addWidget(m_imap);
    column().addWidget(m_smtp);
    m_userLabel = addRow(*addForm(), m_user);
    m_warning = addWords();
    m_agreed = new QCheckBox(this);
    column().addWidget(m_agreed);
    column().addStretch();
    m_user->setObjectName(QStringLiteral("accountUser"));
    m_user->setMaxLength(longestUser);
    m_warning->hide();
    m_agreed->hide();
    m_agreed->setObjectName(QStringLiteral("strangeServersAgreed"));
    connect(m_imap, &ServerFields::changed, this, &ServersPage::follow);
    connect(m_smtp, &ServerFields::changed, this, &ServersPage::follow);
    connect(m_user, &QLineEdit::textChanged, this, &WizardPage::completeChanged);
    connect(m_user, &QLineEdit::returnPressed, this, &WizardPage::nextAsked);
    connect(m_agreed, &QCheckBox::toggled, this, &WizardPage::completeChanged);
    retranslate();
}

void ServersPage::show(const MailSetup &setup, const QString &address)
{
    m_shown = setup;
    m_address = address;
    m_imap->show(setup.imap);
    m_smtp->show(setup.smtp);
    m_user->setText(setup.user);
    m_agreed->setChecked(false);
    retranslate();
    follow();
}

MailSetup ServersPage::setup() const
{
    MailSetup setup = m_shown;
    setup.imap = m_imap->server();
    setup.smtp = m_smtp->server();
    setup.user = m_user->text().trimmed();
    if (setup.imap != m_shown.imap || setup.smtp != m_shown.smtp) {
        setup.origin = SetupOrigin::Operator;
    }
    return setup;
}

bool ServersPage::isComplete() const
{
    const MailSetup all = setup();
    return !all.imap.host.isEmpty() && !all.smtp.host.isEmpty() && !all.user.isEmpty()
        && (m_agreed->isHidden() || m_agreed->isChecked());
}

void ServersPage::takeFocus()
{
    if (!m_agreed->isHidden()) {
        m_agreed->setFocus(Qt::OtherFocusReason);
    } else {
        m_imap->focusHost();
    }
}

/// What the operator changed by hand is the operator's own word.
void ServersPage::follow()
{
    const MailSetup now = setup();
    const QStringList strange = strangeHosts(now, m_address);
    const bool asks = needsAgreement(now) && !strange.isEmpty();
    //: %1 are names of servers, %2 is a domain
    m_warning->setText(
        tr("Outside of %2: %1. Your password goes there: agree only if this is your mail service.")
            .arg(isolated(strange.join(QStringLiteral(", "))), isolated(mailDomain(m_address))));
    m_warning->setVisible(asks);
    m_agreed->setVisible(asks);
    Q_EMIT completeChanged();
}

void ServersPage::retranslate()
{
    setTitle(tr("The servers"));
    m_words->setText(setupOriginText(m_shown, m_address));
    m_userLabel->setText(tr("Name to sign &in with"));
    m_agreed->setText(tr("&Yes, this is our mail service"));
    if (!m_address.isEmpty()) {
        follow();
    }
}

} // namespace aside
