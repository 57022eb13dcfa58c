// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/composer/lengthcounter.h"

#include "widgets/theme/theme.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace aside {

namespace {

constexpr int nearShare = 10; ///< the last tenth of the limit is near it
constexpr int nearLeast = 20; ///< and so are the last letters of a short one
constexpr int air = 4; ///< before the words, where there is room

} // namespace

LengthCounter::LengthCounter(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("lengthCounter"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setLength(0, 0, LengthUnit::Utf16);
}

void LengthCounter::setLength(qsizetype length, int limit, LengthUnit unit)
{
    m_length = length;
    m_limit = limit;
    m_unit = unit;
    setVisible(limit > 0);
    retranslate();
    updateGeometry();
    update();
}

bool LengthCounter::warns() const
{
    return left() <= std::max(m_limit / nearShare, nearLeast);
}

QString LengthCounter::number() const
{
    return QLocale().toString(left());
}

QString LengthCounter::words() const
{
    const int count = static_cast<int>(std::abs(left()));
    if (m_unit == LengthUnit::Utf8) {
        return left() < 0 ? tr("%n byte(s) too many", nullptr, count) : tr("%n byte(s) left", nullptr, count);
    }
    return left() < 0 ? tr("%n letter(s) too many", nullptr, count) : tr("%n letter(s) left", nullptr, count);
}

void LengthCounter::retranslate()
{
    setAccessibleName(words());
    //: %1 is a number
    setToolTip(tr("The channel takes %1 at most, as it counts: links and names may count otherwise.")
                   .arg(QLocale().toString(m_limit)));
}

QSize LengthCounter::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(words()) + 2 * air, fontMetrics().height()};
}

QSize LengthCounter::minimumSizeHint() const
{
    return {fontMetrics().horizontalAdvance(number()) + 2, fontMetrics().height()};
}

void LengthCounter::paintEvent(QPaintEvent * /*event*/)
{
    const Theme &theme = currentTheme();
    QPainter painter(this);
    painter.setPen(warns() ? theme.warningText : theme.secondaryText);
    const bool isWide = width() >= sizeHint().width();
    const QRect place = isWide ? rect().adjusted(air, 0, -air, 0) : rect();
    painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeading, isWide ? words() : number());
}

void LengthCounter::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) {
        retranslate();
        updateGeometry();
    }
}

} // namespace aside
