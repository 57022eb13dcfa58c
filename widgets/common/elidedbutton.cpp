// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/elidedbutton.h"

#include "widgets/common/foreigntext.h"

#include <QEvent>

namespace aside {

namespace {

constexpr int shortestWords = 12; // letters that always stay
constexpr int air = 40; // what the style puts around words and icon

} // namespace

ElidedButton::ElidedButton(QWidget *parent)
    : QPushButton(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedButton::setWords(const QString &words)
{
    m_words = oneLine(words, 1000);
    setAccessibleName(m_words);
    elide();
    updateGeometry();
}

int ElidedButton::frame() const
{
    return air + (icon().isNull() ? 0 : iconSize().width() + 4);
}

QSize ElidedButton::sizeHint() const
{
    constexpr int rounding = 4; // eliding counts in fractions of a pixel
    return {fontMetrics().horizontalAdvance(m_words) + frame() + rounding, QPushButton::sizeHint().height()};
}

QSize ElidedButton::minimumSizeHint() const
{
    const int shortest = fontMetrics().averageCharWidth() * shortestWords + frame();
    return {qMin(shortest, sizeHint().width()), QPushButton::sizeHint().height()};
}

void ElidedButton::elide()
{
    const QString shown = fontMetrics().elidedText(m_words, Qt::ElideRight, width() - frame());
    setText(menuText(shown));
    setToolTip(shown == m_words ? QString() : escapedToolTip(m_words));
}

void ElidedButton::resizeEvent(QResizeEvent *event)
{
    QPushButton::resizeEvent(event);
    elide();
}

void ElidedButton::changeEvent(QEvent *event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        elide();
    }
}

} // namespace aside
