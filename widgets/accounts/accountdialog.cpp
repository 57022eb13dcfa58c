// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/accounts/accountdialog.h"

#include "models/ports/accountstore.h"
#include "widgets/accounts/accountdetails.h"
#include "widgets/common/foreigntext.h"
#include "widgets/common/noticebar.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QEvent>
#include <QPushButton>

#include <algorithm>

namespace aside {

namespace {

constexpr int margin = 16;
constexpr int leastWidth = 460;

} // namespace

AccountDialog::AccountDialog(const AccountServices &services, const Account &account, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_address(account.address)
    , m_notice(new NoticeBar(this))
    , m_details(new AccountDetails(services.clock, this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel, this))
    , m_save(m_buttons->addButton(QString(), QDialogButtonBox::AcceptRole))
{
    setObjectName(QStringLiteral("accountDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(std::max(leastWidth, fontMetrics().averageCharWidth() * 52)); // wider with large text
    m_save->setObjectName(QStringLiteral("saveAccount"));
    m_save->setDefault(true);
    auto *inner = new QVBoxLayout;
    inner->setContentsMargins(margin, margin, margin, margin);
    inner->addWidget(m_details);
    inner->addStretch();
    inner->addWidget(m_buttons);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_notice);
    rows->addLayout(inner);
    connect(m_details, &AccountDetails::completeChanged, this, &AccountDialog::updateButtons);
    connect(m_details, &AccountDetails::nextAsked, this, &AccountDialog::save);
    connect(m_save, &QPushButton::clicked, this, &AccountDialog::save);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_details->show(account, {});
    retranslate();
    updateButtons();
    m_details->takeFocus();
}

void AccountDialog::updateButtons()
{
    m_save->setEnabled(m_details->isComplete());
}

void AccountDialog::save()
{
    if (!m_save->isEnabled()) {
        return;
    }
    m_save->setEnabled(false);
    m_services.accounts.changeAccount(m_details->account()).then(this, [this](const Result<Account> &saved) {
        updateButtons();
        if (!saved) {
            m_notice->showError(saved.error());
            return;
        }
        Q_EMIT changed(*saved);
        accept();
    });
}

void AccountDialog::retranslate()
{
    //: %1 is a mail address
    setWindowTitle(tr("Account %1").arg(oneLine(m_address, 100)));
    m_save->setText(tr("&Save"));
}

void AccountDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace aside
