// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/templates/gappopup.h"

#include "widgets/common/foreigntext.h"
#include "widgets/theme/theme.h"

#include <QBoxLayout>
#include <QCalendarWidget>
#include <QEvent>
#include <QListWidget>
#include <QPainter>
#include <QTableView>

#include <algorithm>

namespace aside {

namespace {

constexpr int margin = 6;
constexpr int rowsShown = 6;
constexpr int listWidth = 260;

} // namespace

GapPopup::GapPopup(QWidget *window)
    : QFrame(window)
    , m_choices(new QListWidget(this))
    , m_days(new QCalendarWidget(this))
{
    setObjectName(QStringLiteral("gapPopup"));
    m_choices->setObjectName(QStringLiteral("gapChoices"));
    m_choices->setFocusPolicy(Qt::NoFocus);
    m_choices->setFrameShape(NoFrame);
    m_choices->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_days->setObjectName(QStringLiteral("gapDays"));
    m_days->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    m_days->setFocusPolicy(Qt::NoFocus);
    const auto parts = m_days->findChildren<QWidget *>();
    for (QWidget *part : parts) {
        part->setFocusPolicy(Qt::NoFocus);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(margin, margin, margin, margin);
    column->addWidget(m_choices);
    column->addWidget(m_days);
    retranslate();
    hide();
    connect(m_choices, &QListWidget::itemClicked, this, &GapPopup::take);
    connect(m_days, &QCalendarWidget::clicked, this, &GapPopup::take);
}

void GapPopup::retranslate()
{
    m_choices->setAccessibleName(tr("What can be filled in"));
    m_days->setAccessibleName(tr("The day to fill in"));
}

void GapPopup::showChoices(const QStringList &choices, const QRect &at)
{
    m_choices->clear();
    for (const QString &choice : choices) {
        auto *item = new QListWidgetItem(oneLine(choice), m_choices);
        item->setData(Qt::UserRole, choice);
    }
    m_choices->setCurrentRow(0);
    m_choices->show();
    m_days->hide();
    const int row = std::max(m_choices->sizeHintForRow(0), fontMetrics().height());
    const int rows = std::clamp(static_cast<int>(choices.size()), 1, rowsShown);
    setFixedSize(listWidth, rows * row + 2 * margin + 2);
    place(at);
}

void GapPopup::showDays(QDate today, const QRect &at)
{
    m_days->setSelectedDate(today);
    m_choices->hide();
    m_days->show();
    setFixedSize(m_days->sizeHint() + QSize(2 * margin, 2 * margin));
    place(at);
}

/// Below the gap, or above where there is no room.
void GapPopup::place(const QRect &at)
{
    const QRect room = parentWidget()->rect();
    const int below = at.bottom() + margin;
    const int top = below + height() <= room.bottom() ? below : std::max(0, at.top() - height() - margin);
    move(std::clamp(at.left(), 0, std::max(0, room.right() - width())), top);
    show();
    raise();
}

bool GapPopup::keyPressed(int key)
{
    if (!isVisible()) {
        return false;
    }
    switch (key) {
    case Qt::Key_Escape:
        hide();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        take();
        return true;
    default:
        return m_choices->isVisibleTo(this) ? chooseByKey(key) : chooseDayByKey(key);
    }
}

bool GapPopup::chooseByKey(int key)
{
    const int last = m_choices->count() - 1;
    int row = m_choices->currentRow();
    switch (key) {
    case Qt::Key_Down:
        row = std::min(row + 1, last);
        break;
    case Qt::Key_Up:
        row = std::max(row - 1, 0);
        break;
    default:
        return false;
    }
    m_choices->setCurrentRow(row);
    Q_EMIT choicePointed(m_choices->currentItem()->text());
    return true;
}

bool GapPopup::chooseDayByKey(int key)
{
    constexpr int week = 7;
    const int forward = isRightToLeft() ? -1 : 1;
    QDate day = m_days->selectedDate();
    switch (key) {
    case Qt::Key_Right:
        day = day.addDays(forward);
        break;
    case Qt::Key_Left:
        day = day.addDays(-forward);
        break;
    case Qt::Key_Down:
        day = day.addDays(week);
        break;
    case Qt::Key_Up:
        day = day.addDays(-week);
        break;
    case Qt::Key_PageDown:
        day = day.addMonths(1);
        break;
    case Qt::Key_PageUp:
        day = day.addMonths(-1);
        break;
    default:
        return false;
    }
    m_days->setSelectedDate(day);
    Q_EMIT dayPointed(day);
    return true;
}

void GapPopup::take()
{
    const bool isChoice = m_choices->isVisibleTo(this);
    hide(); // first: who fills it in may go to the next gap, and open this again
    if (!isChoice) {
        Q_EMIT dayTaken(m_days->selectedDate());
    } else if (const QListWidgetItem *item = m_choices->currentItem()) {
        Q_EMIT choiceTaken(item->data(Qt::UserRole).toString());
    }
}

void GapPopup::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(currentTheme().line, 1));
    painter.setBrush(currentTheme().base);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), margin, margin);
}

void GapPopup::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace aside
