// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/offerline.h"

#include "widgets/common/flowrow.h"
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
    , m_buttons(new FlowRow(gap))
{
    m_words->setWordWrap(true);
    const bool isBeside = place == Buttons::BesideWords;
    auto *line = new QBoxLayout(isBeside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom, this);
    line->setContentsMargins(margin, gap, margin, gap);
    line->setSpacing(gap);
    line->addWidget(m_words, 1);
    line->addLayout(m_buttons);
}

QPushButton *OfferLine::addButton(const QString &name)
{
    auto *button = new QPushButton(this);
    button->setObjectName(name);
    m_buttons->addWidget(button);
    return button;
}

} // namespace aside
