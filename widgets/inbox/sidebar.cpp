// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inbox/sidebar.h"

#include "widgets/common/accessiblechoice.h"
#include "widgets/common/words.h"
#include "widgets/inbox/avatar.h"
#include "widgets/inbox/sidebarmodel.h"
#include "widgets/theme/flatstyle.h"
#include "widgets/theme/theme.h"

#include <QEvent>
#include <QPainter>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QStyledItemDelegate>

namespace aside {

namespace {

constexpr int glyphSize = 18;
constexpr int headingAir = 8;

} // namespace

class Sidebar::Delegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int air = FlatStyle::air(FlatStyle::ViewAir, option.widget);
        const int words = option.fontMetrics.horizontalAdvance(index.data().toString());
        const int count = option.fontMetrics.horizontalAdvance(QStringLiteral("00000"));
        const int heading = index.data(SidebarModel::HeadingRole).toBool() ? headingAir : 0;
        return {words + count + glyphSize + 52, qMax(option.fontMetrics.height(), glyphSize) + air + heading};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setLayoutDirection(Qt::LayoutDirectionAuto); // each text runs as its own letters do
        if (index.data(SidebarModel::HeadingRole).toBool()) {
            paintHeading(painter, option, index.data().toString());
        } else {
            paintLine(painter, option, index);
        }
        painter->restore();
    }

private:
    static void paintHeading(QPainter *painter, const QStyleOptionViewItem &option, const QString &words)
    {
        QFont small = smaller(option.font);
        small.setWeight(QFont::DemiBold);
        painter->setFont(small);
        painter->setPen(currentTheme().secondaryText);
        const QRect rect = option.rect.adjusted(18, headingAir, -18, 0);
        painter->drawText(
            rect, int(Qt::AlignVCenter | QStyle::visualAlignment(option.direction, Qt::AlignLeft)), words);
    }

    static void paintLine(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
    {
        const Theme &theme = currentTheme();
        paintGround(painter, option);

        const QRect rect = option.rect.adjusted(18, 0, -18, 0);
        const auto place = [&](const QRect &part) {
            return QStyle::visualRect(option.direction, rect, part);
        };
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        const QRect icon(rect.left(), rect.center().y() - (glyphSize / 2) + 1, glyphSize, glyphSize);
        index.data(Qt::DecorationRole).value<QIcon>().paint(painter, place(icon));

        const qint64 count = index.data(SidebarModel::CountRole).toLongLong();
        const QString number = count > 0 ? option.locale.toString(count) : QString();
        const int numberWidth = option.fontMetrics.horizontalAdvance(number);
        painter->setFont(option.font);
        painter->setPen(isSelected ? theme.text : theme.secondaryText);
        painter->drawText(place({rect.right() - numberWidth + 1, rect.top(), numberWidth, rect.height()}),
                          int(Qt::AlignVCenter | Qt::AlignRight), number);

        const QRect words = rect.adjusted(glyphSize + 10, 0, -numberWidth - 8, 0);
        painter->setPen(theme.text);
        painter->drawText(
            place(words), int(Qt::AlignVCenter | QStyle::visualAlignment(option.direction, Qt::AlignLeft)),
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, words.width()));
    }

    static void paintGround(QPainter *painter, const QStyleOptionViewItem &option)
    {
        const Theme &theme = currentTheme();
        const QRectF ground = QRectF(option.rect).adjusted(8, 1, -8, -1);
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        if (isSelected || option.state.testFlag(QStyle::State_MouseOver)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(isSelected ? theme.selection : theme.line);
            painter->setOpacity(isSelected ? 1 : 0.5);
            painter->drawRoundedRect(ground, 6, 6);
            painter->setOpacity(1);
        }
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(QPen(theme.link, 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(ground.adjusted(1, 1, -1, -1), 5, 5);
        }
    }
};

Sidebar::Sidebar(QWidget *parent)
    : QListView(parent)
    , m_model(new SidebarModel(this))
{
    setObjectName(QStringLiteral("sidebar"));
    setModel(m_model);
    letScreenReadersChoose(*this);
    setItemDelegate(new Delegate(this));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setViewportMargins(0, 8, 0, 8);
    setBackgroundRole(QPalette::Window);
    viewport()->setBackgroundRole(QPalette::Window);
    retranslate();
}

void Sidebar::retranslate()
{
    //: The name of the list of views for a screen reader
    setAccessibleName(tr("Views"));
    m_model->retranslate();
}

void Sidebar::setCounts(const InboxCounts &counts)
{
    const QSignalBlocker quiet(this); // lines that go and come again are no choice of the person
    m_model->setCounts(counts);
    setCurrentIndex(m_model->index(m_model->rowOf(m_chosen)));
}

void Sidebar::select(const ListQuery &query)
{
    const QSignalBlocker quiet(this);
    m_chosen = query;
    setCurrentIndex(m_model->index(m_model->rowOf(query)));
}

QSize Sidebar::sizeHint() const
{
    return {qMax(sizeHintForColumn(0), 200), QListView::sizeHint().height()};
}

QSize Sidebar::minimumSizeHint() const
{
    constexpr int mostLetters = 15;
    constexpr int roomy = 170; // enough for all of them in text of the usual size
    constexpr int ofRow = 2 * 18 + glyphSize + 18; // the delegate's margins, the icon and its gaps
    const int around = ofRow + verticalScrollBar()->sizeHint().width();
    int words = 0;
    for (const View view : SidebarModel::views()) {
        words = qMax(words, fontMetrics().horizontalAdvance(viewLabel(view)));
    }
    const int count = fontMetrics().horizontalAdvance(QStringLiteral("99"));
    const int most = qMax(mostLetters * fontMetrics().averageCharWidth(), roomy);
    return {qMin(words, most) + count + around, QListView::minimumSizeHint().height()};
}

void Sidebar::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (const std::optional<ListQuery> query = m_model->queryAt(current.row()); query && !signalsBlocked()) {
        m_chosen = *query;
        Q_EMIT listChosen(*query);
    }
}

void Sidebar::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    switch (event->type()) {
    case QEvent::FontChange:
    case QEvent::StyleChange:
        scheduleDelayedItemsLayout();
        break;
    case QEvent::LanguageChange:
        retranslate();
        break;
    default:
        break;
    }
}

} // namespace aside
