// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/promises/promiseofferbar.h"

#include "widgets/common/foreigntext.h"
#include "widgets/common/offerline.h"
#include "widgets/common/words.h"
#include "widgets/theme/theme.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace aside {

namespace {

constexpr qsizetype longestQuote = 140;

} // namespace

PromiseOfferBar::PromiseOfferBar(QWidget *parent)
    : QWidget(parent)
    , m_lines(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("promiseOfferBar"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_lines->setContentsMargins(0, 0, 0, 1);
    m_lines->setSpacing(0);
    hide();
}

void PromiseOfferBar::show(const QList<PromiseOffer> &offers, Instant now)
{
    const bool isSame = offers == m_offers && now < m_now + std::chrono::minutes(1);
    if (isSame && isVisibleTo(parentWidget())) {
        return; // whoever is about to press a button finds it where it was
    }
    const bool isNew = m_offers.isEmpty() && !offers.isEmpty();
    m_offers = offers;
    m_now = now;
    fill();
    setVisible(!m_offers.isEmpty());
    if (isNew) {
        sayFirst();
    }
}

void PromiseOfferBar::clear()
{
    m_offers.clear();
    fill();
    hide();
}

void PromiseOfferBar::fill()
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const PromiseOffer &offer : m_offers.first(std::min(m_offers.size(), mostShown))) {
        addLine(offer);
    }
}

void PromiseOfferBar::addLine(const PromiseOffer &offer)
{
    auto *line = new OfferLine(OfferLine::Buttons::BelowWords, this);
    const QString due = untilLabel(offer.dueAt, m_now);
    const QString quote = isolated(oneLine(offer.words, longestQuote));
    line->words().setObjectName(QStringLiteral("promiseOfferWords"));
    line->words().setText(
        offer.instead
            //: Above a thread; %1 and %2 are dates with the hour, %3 are words of a reply that was sent
            ? tr("You gave a new date: %1 (until now: %2). “%3”")
                  .arg(due, untilLabel(offer.instead->dueAt, m_now), quote)
            //: Above a thread; %1 is a date with the hour, %2 are words of a reply that was sent
            : tr("You promised: by %1. “%2”").arg(due, quote));
    line->words().setToolTip(escapedToolTip(offer.words));
    const auto answer = [&](const char *name, const QString &words, auto act) {
        QPushButton *button = line->addButton(QString::fromLatin1(name));
        button->setText(words);
        //: To a screen reader, of a button: what it does, and with which date
        button->setAccessibleName(tr("%1: %2").arg(words, due));
        connect(button, &QPushButton::clicked, line, [line, act] {
            line->setEnabled(false); // until the answer is on the disk
            act();
        });
    };
    if (offer.instead) {
        answer("promiseOfferMove", tr("Move the promise"),
               [this, offer] { Q_EMIT keepAsked(offer, offer.instead->id); });
        answer("promiseOfferKeep", tr("A second one"), [this, offer] { Q_EMIT keepAsked(offer, {}); });
    } else {
        answer("promiseOfferKeep", tr("Keep in mind"), [this, offer] { Q_EMIT keepAsked(offer, {}); });
    }
    answer("promiseOfferDismiss", tr("Not a promise"), [this, offer] { Q_EMIT dismissAsked(offer); });
    answer("promiseOfferChange", tr("Change…"), [this, line, offer] {
        line->setEnabled(true); // the dialog may be left without an answer
        Q_EMIT changeAsked(offer);
    });
    m_lines->addWidget(line);
}

void PromiseOfferBar::sayFirst()
{
    const auto *first = findChild<QLabel *>(QStringLiteral("promiseOfferWords"));
    if (first != nullptr) {
        QAccessibleAnnouncementEvent said(this, first->text());
        QAccessible::updateAccessibility(&said);
    }
}

void PromiseOfferBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        fill();
    }
}

void PromiseOfferBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(0, height() - 1, width(), 1, currentTheme().line);
}

} // namespace aside
