// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inbox/sidebar.h"

#include "widgets/common/words.h"
#include "widgets/theme/flatstyle.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

#include <QAbstractListModel>
#include <QEvent>
#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>

#include <array>

namespace aside {

namespace {

constexpr std::array allViews{View::Inbox,  View::Unread, View::Public, View::Private,
                              View::Drafts, View::Outbox, View::Closed,  View::Snoozed,
                              View::Blocked, View::Promises};
constexpr int countRole = Qt::UserRole;
constexpr int glyphSize = 18;

} // namespace

class Sidebar::Model : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(allViews.size());
    }

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
            return {};
        }
        const View view = allViews.at(size_t(index.row()));
        const qint64 count = m_counts.at(size_t(index.row()));
        switch (role) {
        case Qt::DisplayRole:
            return viewLabel(view);
        case Qt::DecorationRole:
            return themedIcon(viewIconName(view));
        case Qt::AccessibleTextRole:
            //: What a screen reader says: the name of a view and how many conversations are in it
            return Sidebar::tr("%1, %2").arg(viewLabel(view), QLocale().toString(count));
        case countRole:
            return count;
        default:
            return {};
        }
    }

    void setCounts(const QList<ViewCount> &counts)
    {
        for (const ViewCount &each : counts) {
            m_counts.at(size_t(each.view)) = each.count;
        }
        Q_EMIT dataChanged(index(0), index(int(allViews.size()) - 1), {countRole, Qt::AccessibleTextRole});
    }

    void retranslate() { Q_EMIT dataChanged(index(0), index(int(allViews.size()) - 1)); }

private:
    std::array<qint64, allViews.size()> m_counts{};
};

class Sidebar::Delegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int air = FlatStyle::air(FlatStyle::ViewAir, option.widget);
        const int words = option.fontMetrics.horizontalAdvance(index.data().toString());
        const int count = option.fontMetrics.horizontalAdvance(QStringLiteral("00000"));
        return {words + count + glyphSize + 52, qMax(option.fontMetrics.height(), glyphSize) + air};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = currentTheme();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        paintGround(painter, option);

        const QRect rect = option.rect.adjusted(18, 0, -18, 0);
        const auto place = [&](const QRect &part) {
            return QStyle::visualRect(option.direction, rect, part);
        };
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        const QRect icon(rect.left(), rect.center().y() - (glyphSize / 2) + 1, glyphSize, glyphSize);
        index.data(Qt::DecorationRole).value<QIcon>().paint(painter, place(icon));

        const qint64 count = index.data(countRole).toLongLong();
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
        painter->restore();
    }

private:
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
    , m_model(new Model(this))
{
    setObjectName(QStringLiteral("sidebar"));
    setModel(m_model);
    setItemDelegate(new Delegate(this));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setUniformItemSizes(true);
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

void Sidebar::setCounts(const QList<ViewCount> &counts)
{
    m_model->setCounts(counts);
}

void Sidebar::select(View view)
{
    setCurrentIndex(m_model->index(int(view)));
}

QList<View> Sidebar::views()
{
    return {allViews.begin(), allViews.end()};
}

QSize Sidebar::sizeHint() const
{
    return {qMax(sizeHintForColumn(0), 200), QListView::sizeHint().height()};
}

void Sidebar::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (current.isValid()) {
        Q_EMIT viewChosen(allViews.at(size_t(current.row())));
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
