// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/undostrip.h"

#include "widgets/common/foreigntext.h"
#include "widgets/common/wrappingrow.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace aside {

namespace {

constexpr int margin = 8;
constexpr int radius = 6;

} // namespace

UndoStrip::UndoStrip(QWidget *parent)
    : QWidget(parent)
    , m_words(plainLabel(this))
    , m_undo(new QPushButton(this))
    , m_buttons(new WrappingRow)
    , m_column(new QVBoxLayout(this))
{
    m_words->setWordWrap(true);
    m_undo->setIcon(themedIcon(QStringLiteral("edit-undo")));
    m_buttons->setSpacing(margin);
    m_buttons->addWidget(m_undo);
    auto *row = new QHBoxLayout;
    row->addWidget(m_words, 1);
    row->addLayout(m_buttons);
    m_column->setContentsMargins(margin + 4, margin, margin, margin);
    m_column->addLayout(row);
    connect(m_undo, &QPushButton::clicked, this, &UndoStrip::undoAsked);
    hide();
}

void UndoStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(currentTheme().line);
    painter.setBrush(currentTheme().hover);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

} // namespace aside
