// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/noticebar.h"

#include "widgets/common/errortext.h"
#include "widgets/common/foreigntext.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace aside {

namespace {

constexpr int margin = 12;

} // namespace

NoticeBar::NoticeBar(QWidget *parent)
    : QWidget(parent)
    , m_words(plainLabel(this))
    , m_offer(new QPushButton(this))
    , m_dismiss(new QToolButton(this))
{
    m_words->setObjectName(QStringLiteral("noticeWords"));
    m_words->setWordWrap(true);
    m_offer->setObjectName(QStringLiteral("noticeOffer"));
    m_offer->hide();
    m_dismiss->setIcon(themedIcon(QStringLiteral("window-close")));
    connect(m_dismiss, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_offer, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT offerTaken();
    });
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(margin, margin / 2, margin, margin / 2);
    row->addWidget(m_words, 1);
    row->addWidget(m_offer);
    row->addWidget(m_dismiss);
    setAutoFillBackground(true);
    retranslate();
    hide();
}

void NoticeBar::retranslate()
{
    m_dismiss->setAccessibleName(tr("Dismiss"));
    m_dismiss->setToolTip(tr("Dismiss"));
    if (m_error) {
        m_words->setText(errorText(*m_error));
    }
}

void NoticeBar::takeColors()
{
    QPalette colors = QGuiApplication::palette();
    colors.setColor(QPalette::Window, currentTheme().warningBackground);
    colors.setColor(QPalette::WindowText, currentTheme().warningText);
    if (colors != palette()) {
        setPalette(colors);
    }
}

void NoticeBar::showError(const Error &error)
{
    m_error = error.code;
    retranslate();
    appear();
}

void NoticeBar::showWords(const QString &words)
{
    m_error.reset();
    m_words->setText(words);
    appear();
}

void NoticeBar::appear()
{
    m_offer->hide();
    takeColors();
    show();
    QAccessibleAnnouncementEvent announcement(this, m_words->text());
    announcement.setPoliteness(QAccessible::AnnouncementPoliteness::Assertive);
    QAccessible::updateAccessibility(&announcement);
}

void NoticeBar::offer(const QString &words)
{
    m_offer->setText(words);
    m_offer->show();
}

void NoticeBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        setVisible(isVisible() && m_error.has_value());
    } else if (event->type() == QEvent::PaletteChange) {
        takeColors();
    }
}

QString NoticeBar::words() const
{
    return isVisibleTo(parentWidget()) ? m_words->text() : QString();
}

} // namespace aside
