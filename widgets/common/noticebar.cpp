// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/noticebar.h"

#include "widgets/common/errortext.h"
#include "widgets/common/foreigntext.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace aside {

namespace {

constexpr int margin = 12;

} // namespace

NoticeBar::NoticeBar(QWidget *parent)
    : QWidget(parent)
    , m_words(plainLabel(this))
{
    m_words->setObjectName(QStringLiteral("noticeWords"));
    m_words->setWordWrap(true);
    auto *dismiss = new QToolButton(this);
    dismiss->setIcon(themedIcon(QStringLiteral("window-close")));
    dismiss->setAccessibleName(tr("Dismiss"));
    dismiss->setToolTip(tr("Dismiss"));
    connect(dismiss, &QToolButton::clicked, this, &QWidget::hide);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(margin, margin / 2, margin, margin / 2);
    row->addWidget(m_words, 1);
    row->addWidget(dismiss);
    setAutoFillBackground(true);
    hide();
}

void NoticeBar::showError(const Error &error)
{
    QPalette colors = palette();
    colors.setColor(QPalette::Window, currentTheme().warningBackground);
    colors.setColor(QPalette::WindowText, currentTheme().warningText);
    setPalette(colors);
    m_words->setText(errorText(error.code));
    show();
    QAccessibleAnnouncementEvent announcement(this, m_words->text());
    announcement.setPoliteness(QAccessible::AnnouncementPoliteness::Assertive);
    QAccessible::updateAccessibility(&announcement);
}

QString NoticeBar::words() const
{
    return isVisibleTo(parentWidget()) ? m_words->text() : QString();
}

} // namespace aside
