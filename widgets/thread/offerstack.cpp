// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/thread/offerstack.h"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace aside {

namespace {

constexpr int partOfPane = 3;

} // namespace

OfferStack::OfferStack(QWidget *pane)
    : QScrollArea(pane)
    , m_offers(new QVBoxLayout)
{
    setObjectName(QStringLiteral("offerStack"));
    auto *content = new QWidget;
    content->setLayout(m_offers);
    m_offers->setContentsMargins(0, 0, 0, 0);
    m_offers->setSpacing(0);
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus); // its buttons take it
    viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    pane->installEventFilter(this);
}

void OfferStack::add(QWidget *offer)
{
    m_offers->insertWidget(0, offer);
}

int OfferStack::heightForWidth(int width) const
{
    const int wanted
        = m_offers->hasHeightForWidth() ? m_offers->heightForWidth(width) : m_offers->sizeHint().height();
    return std::clamp(wanted, 0, parentWidget()->height() / partOfPane);
}

QSize OfferStack::sizeHint() const
{
    return {m_offers->sizeHint().width(), heightForWidth(width())};
}

QSize OfferStack::minimumSizeHint() const
{
    return {m_offers->minimumSize().width(), 0};
}

/// The pane was made higher or lower, or something in here changed.
bool OfferStack::eventFilter(QObject *watched, QEvent *event)
{
    const auto telling = watched == widget() ? QEvent::LayoutRequest : QEvent::Resize;
    if (event->type() == telling) {
        updateGeometry();
    }
    return QScrollArea::eventFilter(watched, event);
}

} // namespace aside
