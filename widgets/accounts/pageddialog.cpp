// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/accounts/pageddialog.h"

#include "widgets/accounts/wizardpage.h"
#include "widgets/common/noticebar.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

namespace aside {

namespace {

constexpr int margin = 12;
constexpr QSize usualSize(620, 640);

} // namespace

PagedDialog::PagedDialog(QWidget *parent)
    : QDialog(parent)
    , m_notice(new NoticeBar(this))
    , m_pages(new QStackedWidget(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel, this))
    , m_back(m_buttons->addButton(QString(), QDialogButtonBox::ActionRole))
    , m_next(m_buttons->addButton(QString(), QDialogButtonBox::ActionRole))
{
    m_back->setObjectName(QStringLiteral("wizardBack"));
    m_next->setObjectName(QStringLiteral("wizardNext"));
    m_back->setAutoDefault(false);
    m_next->setDefault(true);
    m_buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, margin);
    rows->addWidget(m_notice);
    rows->addWidget(m_pages, 1);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(margin, 0, margin, 0);
    row->addWidget(m_buttons);
    rows->addLayout(row);
    connect(m_back, &QPushButton::clicked, this, [this] { goBack(); });
    connect(m_next, &QPushButton::clicked, this, [this] { goOn(); });
    connect(m_buttons, &QDialogButtonBox::rejected, this, [this] { reject(); });
    resize(usualSize);
}

QWidget *PagedDialog::pageParent() const
{
    return m_pages;
}

void PagedDialog::addPage(WizardPage *page)
{
    auto *scroll = new QScrollArea(m_pages); // large text needs more room than a small screen has
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(page);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_pages->addWidget(scroll);
    connect(page, &WizardPage::completeChanged, this, [this] { updateButtons(); });
    connect(page, &WizardPage::nextAsked, this, [this] { goOn(); });
}

WizardPage *PagedDialog::current() const
{
    const auto *scroll = qobject_cast<QScrollArea *>(m_pages->currentWidget());
    return scroll != nullptr ? qobject_cast<WizardPage *>(scroll->widget()) : nullptr;
}

void PagedDialog::showPage(WizardPage *page)
{
    for (int i = 0; i < m_pages->count(); ++i) {
        const auto *scroll = qobject_cast<QScrollArea *>(m_pages->widget(i));
        if (scroll != nullptr && scroll->widget() == page) {
            m_pages->setCurrentIndex(i);
        }
    }
    updateButtons();
    // Where the page has nothing of its own.
    (m_next->isEnabled() ? m_next : m_buttons->button(QDialogButtonBox::Cancel))
        ->setFocus(Qt::OtherFocusReason);
    page->takeFocus();
}

void PagedDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace aside
