// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/accounts/browserrow.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QDesktopServices>
#include <QEvent>
#include <QGuiApplication>
#include <QPushButton>

namespace aside {

BrowserRow::BrowserRow(QWidget *parent)
    : QWidget(parent)
    , m_signIn(new QPushButton(this))
    , m_stop(new QPushButton(this))
    , m_open(new QPushButton(this))
    , m_copy(new QPushButton(this))
{
    m_signIn->setObjectName(QStringLiteral("browserSignIn"));
    m_stop->setObjectName(QStringLiteral("browserStop"));
    m_open->setObjectName(QStringLiteral("browserOpen"));
    m_copy->setObjectName(QStringLiteral("browserCopy"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    for (QPushButton *button : {m_signIn, m_stop, m_open, m_copy}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    row->addStretch();
    connect(m_signIn, &QPushButton::clicked, this, &BrowserRow::asked);
    connect(m_stop, &QPushButton::clicked, this, &BrowserRow::stopped);
    connect(m_open, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(m_page); });
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_page.toString(QUrl::FullyEncoded)); });
    retranslate();
    follow();
}

void BrowserRow::setReady(bool isReady)
{
    m_isReady = isReady;
    follow();
}

void BrowserRow::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    m_page.clear();
    follow();
}

void BrowserRow::showPage(const QUrl &page)
{
    m_page = page;
    follow();
    m_stop->setFocus(Qt::OtherFocusReason);
}

void BrowserRow::follow()
{
    m_signIn->setVisible(!m_isBusy);
    m_signIn->setEnabled(m_isReady);
    m_stop->setVisible(m_isBusy);
    m_open->setVisible(hasPage());
    m_copy->setVisible(hasPage());
}

void BrowserRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void BrowserRow::retranslate()
{
    m_signIn->setText(tr("Sign in with the &browser…"));
    m_stop->setText(tr("&Stop waiting"));
    m_open->setText(tr("Open the page a&gain"));
    m_copy->setText(tr("Copy its &address"));
}

} // namespace aside
