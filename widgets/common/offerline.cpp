// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/offerline.h"

#include "widgets/common/foreigntext.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace aside {

namespace {

constexpr int margin = 16;
constexpr int gap = 6;

} // namespace

OfferLine::OfferLine(Buttons place, QWidget *parent)
    : QWidget(parent)
    , m_words(plainLabel(this))
    , m_buttons(new QHBoxLayout)
{
    m_words->setWordWrap(true);
    m_buttons->setSpacing(gap);
    const bool isBeside = place == Buttons::BesideWords;
    auto *line = new QBoxLayout(isBeside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom, this);
    line->setContentsMargins(margin, gap, margin, gap);
    line->setSpacing(gap);
    line->addWidget(m_words, 1);
    line->addLayout(m_buttons);
    if (!isBeside) {
        m_buttons->addStretch(1);
    }
}

QPushButton *OfferLine::addButton(const QString &name)
{
    auto *button = new QPushButton(this);
    button->setObjectName(name);
    QLayoutItem *last = m_buttons->itemAt(m_buttons->count() - 1);
    const bool hasAir = last != nullptr && last->spacerItem() != nullptr;
    m_buttons->insertWidget(hasAir ? m_buttons->count() - 1 : m_buttons->count(), button);
    return button;
}

} // namespace aside
