// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/pickerframe.h"

#include "widgets/theme/theme.h"

#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>

#include <algorithm>

namespace aside {

namespace {

constexpr int radius = 10;
constexpr int page = 8; ///< rows

} // namespace

PickerFrame::PickerFrame(QWidget *window)
    : QFrame(window)
    , m_field(new QLineEdit(this))
    , m_list(new QListView(this))
{
    setProperty("overlay", true); // it may cover what is below
    m_list->setFrameShape(NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setEditTriggers(QListView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_field->installEventFilter(this);
    window->installEventFilter(this);
    hide();
}

void PickerFrame::appear()
{
    if (!isVisible()) {
        m_focusBefore = QApplication::focusWidget();
    }
    place();
    show();
    raise();
    m_field->setFocus(Qt::PopupFocusReason);
}

void PickerFrame::place()
{
    const QSize room(parentWidget()->width() - 4 * margin, parentWidget()->height() - 8 * margin);
    const QSize size = wantedSize().boundedTo(room);
    setGeometry((parentWidget()->width() - size.width()) / 2, 6 * margin, size.width(), size.height());
}

void PickerFrame::leave()
{
    hide();
    if (m_focusBefore != nullptr) {
        m_focusBefore->setFocus(Qt::PopupFocusReason);
    }
    m_focusBefore = nullptr;
}

void PickerFrame::goTo(int row)
{
    const int last = m_list->model()->rowCount() - 1;
    m_list->setCurrentIndex(m_list->model()->index(std::clamp(row, 0, std::max(last, 0)), 0));
}

bool PickerFrame::keyPressed(int key)
{
    const int here = m_list->currentIndex().row();
    switch (key) {
    case Qt::Key_Escape:
        leave();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose();
        return true;
    case Qt::Key_Down:
        goTo(here + 1);
        return true;
    case Qt::Key_Up:
        goTo(here - 1);
        return true;
    case Qt::Key_PageDown:
        goTo(here + page);
        return true;
    case Qt::Key_PageUp:
        goTo(here - page);
        return true;
    default:
        return false;
    }
}

bool PickerFrame::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        return keyPressed(static_cast<QKeyEvent *>(event)->key());
    }
    if (watched == m_field && event->type() == QEvent::FocusOut && isVisible()
        && static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason) {
        m_focusBefore = nullptr; // it went somewhere by itself
        hide();
    }
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) {
        place();
    }
    return QFrame::eventFilter(watched, event);
}

void PickerFrame::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(currentTheme().line, 1));
    painter.setBrush(currentTheme().base);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

void PickerFrame::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        hide();
    }
}

} // namespace aside
