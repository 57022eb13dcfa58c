// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/check/substancegauge.h"

#include "widgets/theme/theme.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>

namespace aside {

namespace {

constexpr int barWidth = 56;
constexpr int barHeight = 6;
constexpr int gap = 8;

} // namespace

SubstanceGauge::SubstanceGauge(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("substanceGauge"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    retranslate();
}

void SubstanceGauge::setShare(double share, double least)
{
    m_share = qBound(0.0, share, 1.0);
    m_least = qBound(0.0, least, 1.0);
    retranslate();
    updateGeometry();
    update();
}

QString SubstanceGauge::number() const
{
    //: A share; %1 is a number
    return tr("%1 %").arg(QLocale().toString(qRound(m_share * 100)));
}

QString SubstanceGauge::words() const
{
    const auto percent = QLocale().toString(qRound(m_share * 100));
    //: Beside the composer: how much of the reply is an answer. %1 is a number
    return m_share < m_least ? tr("only %1 % answers").arg(percent) : tr("%1 % answers").arg(percent);
}

void SubstanceGauge::retranslate()
{
    setAccessibleName(words());
    setToolTip(
        tr("How much of the reply answers the customer. The rest is greeting, signature, links and the "
           "like."));
}

QSize SubstanceGauge::sizeHint() const
{
    return {barWidth + gap + fontMetrics().horizontalAdvance(words()), fontMetrics().height()};
}

QSize SubstanceGauge::minimumSizeHint() const
{
    return {fontMetrics().horizontalAdvance(number()), fontMetrics().height()};
}

void SubstanceGauge::paintEvent(QPaintEvent * /*event*/)
{
    const auto &theme = currentTheme();
    const bool isLow = m_share < m_least;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    if (width() < barWidth + gap + fontMetrics().horizontalAdvance(number())) {
        painter.setPen(isLow ? theme.warningText : theme.secondaryText);
        painter.drawText(rect(), Qt::AlignCenter, number());
        return;
    }
    const int barLeft = isMirrored ? width() - barWidth : 0;
    const QRectF bar(barLeft, (height() - barHeight) / 2.0, barWidth, barHeight);
    painter.setBrush(theme.line);
    painter.drawRoundedRect(bar, barHeight / 2.0, barHeight / 2.0);
    const double filled = barWidth * m_share;
    painter.setBrush(isLow ? theme.warningText : theme.accent);
    painter.drawRoundedRect(
        QRectF(isMirrored ? bar.right() - filled : bar.left(), bar.top(), filled, barHeight), barHeight / 2.0,
        barHeight / 2.0);
    painter.setPen(isLow ? theme.warningText : theme.secondaryText);
    const auto text
        = isMirrored ? rect().adjusted(0, 0, -barWidth - gap, 0) : rect().adjusted(barWidth + gap, 0, 0, 0);
    painter.drawText(text, static_cast<int>(Qt::AlignVCenter | (isMirrored ? Qt::AlignRight : Qt::AlignLeft)),
                     text.width() < fontMetrics().horizontalAdvance(words()) ? number() : words());
}

void SubstanceGauge::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) {
        retranslate();
        updateGeometry();
    }
}

} // namespace aside
