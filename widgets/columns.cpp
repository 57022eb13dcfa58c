// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/columns.h"

#include <QEvent>

#include <algorithm>

namespace aside {

namespace {

int leastWidth(const QWidget *column)
{
    return std::max(column->minimumSizeHint().width(), column->minimumWidth());
}

} // namespace

Columns::Columns(QWidget *parent)
    : QSplitter(Qt::Horizontal, parent)
{
    setChildrenCollapsible(false);
    setHandleWidth(1);
}

void Columns::setParts(QWidget *views, QWidget *drawer)
{
    m_views = views;
    m_drawer = drawer;
}

void Columns::setDrawerVisible(bool isVisible)
{
    if (isVisible && m_views->isVisible() && widthWanted() + leastWidth(m_drawer) + handleWidth() > width()) {
        m_madeRoom = true;
        m_views->hide(); // first, so that the window need not grow
    }
    m_drawer->setVisible(isVisible);
    fit();
}

/// The least that the columns to be seen can do with.
int Columns::widthWanted() const
{
    int wanted = 0;
    for (int i = 0; i < count(); ++i) {
        if (const QWidget *column = widget(i); !column->isHidden()) {
            wanted += handleWidth() + leastWidth(column);
        }
    }
    return wanted;
}

void Columns::fit()
{
    if (m_drawer == nullptr || !isVisible()) {
        return;
    }
    if (m_madeRoom && !m_views->isHidden()) {
        m_madeRoom = false; // somebody wanted them back
        m_drawer->setHidden(widthWanted() > width());
        return;
    }
    if (!m_drawer->isHidden() && !m_views->isHidden() && widthWanted() > width()) {
        m_madeRoom = true;
        m_views->hide();
        return;
    }
    const int views = leastWidth(m_views) + handleWidth();
    if (m_madeRoom && (m_drawer->isHidden() || widthWanted() + views <= width())) {
        m_madeRoom = false;
        m_views->show();
    }
}

void Columns::resizeEvent(QResizeEvent *event)
{
    QSplitter::resizeEvent(event);
    fit();
}

bool Columns::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest) {
        fit(); // larger text, say
    }
    return QSplitter::event(event);
}

} // namespace aside
