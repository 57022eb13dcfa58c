// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inbox/conversationlist.h"

#include "models/clock/replyclock.h"
#include "widgets/common/foreigntext.h"
#include "widgets/common/names.h"
#include "widgets/common/spokentext.h"
#include "widgets/common/words.h"
#include "widgets/inbox/conversationdelegate.h"
#include "widgets/inbox/rowchips.h"
#include "widgets/inbox/timeleft.h"
#include "widgets/theme/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace aside {

namespace {

constexpr int comfortableWidth = 340;

ConversationRow rowAt(const QModelIndex &index, int role)
{
    return index.data(role).value<ConversationRow>();
}

} // namespace

ConversationList::ConversationList(int idRole, int rowRole, int loadedRole, QWidget *parent)
    : QListView(parent)
    , m_idRole(idRole)
    , m_rowRole(rowRole)
{
    setObjectName(QStringLiteral("conversationList"));
    setItemDelegate(new ConversationDelegate(rowRole, loadedRole, this));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setUniformItemSizes(true);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(ExtendedSelection);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_clocks.setSingleShot(true);
    connect(&m_clocks, &QTimer::timeout, viewport(), qOverload<>(&QWidget::update));
}

QString ConversationList::accessibleText(const ConversationRow &row, Instant now)
{
    QStringList parts{personName(row), channelLabel(row.channel), audienceLabel(row.audience)};
    if (row.unread > 0) {
        parts << tr("%n unread message(s)", nullptr, row.unread);
    }
    for (const RowChip &chip : rowChips(row, now, currentTheme())) {
        parts << chip.text;
    }
    parts << oneLine(row.subject);
    if (row.lastNote) {
        //: The last that was written in a conversation is a note for the team; %1 are its first words
        parts << tr("Note: %1").arg(oneLine(*row.lastNote));
    }
    if (!row.lastNote || (row.subject.isEmpty() && row.lastDirection != Direction::Note)) {
        const QString preview = oneLine(spokenPreview(row));
        parts << (row.lastDirection == Direction::Outgoing ? tr("You: %1").arg(preview) : preview);
    }
    if (row.hasDraft) {
        parts << tr("has a draft");
    }
    if (row.hasOutbox) {
        parts << tr("has a reply in the outbox");
    }
    if (row.hasAttachments) {
        parts << tr("has attachments");
    }
    parts << whenLabel(row.lastAt, now);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QSize ConversationList::sizeHint() const
{
    return {comfortableWidth, QListView::sizeHint().height()};
}

void ConversationList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    choose(current);
}

void ConversationList::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                                   const QList<int> &roles)
{
    QListView::dataChanged(topLeft, bottomRight, roles);
    const int row = currentIndex().row();
    if (m_isWaiting && row >= topLeft.row() && row <= bottomRight.row()) {
        choose(currentIndex());
    }
}

void ConversationList::choose(const QModelIndex &index)
{
    const ConversationId id = rowAt(index, m_rowRole).id;
    m_isWaiting = index.isValid() && !id.isValid();
    if (id.isValid()) {
        Q_EMIT chosen(id);
    }
}

void ConversationList::setExplanation(Explanation explanation)
{
    m_explanation = std::move(explanation);
}

QList<ConversationId> ConversationList::selectedIds() const
{
    QModelIndexList rows = selectionModel()->selectedIndexes();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QList<ConversationId> ids;
    ids.reserve(rows.size());
    std::ranges::transform(rows, std::back_inserter(ids), [this](const QModelIndex &row) {
        return ConversationId{row.data(m_idRole).toLongLong()};
    });
    return ids;
}

void ConversationList::collapseSelection()
{
    selectionModel()->select(currentIndex(), QItemSelectionModel::ClearAndSelect);
}

void ConversationList::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QListView::selectionChanged(selected, deselected);
    qsizetype count = 0; // without an index for each: a selection of all is one range
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        count += range.height();
    }
    Q_EMIT selectedCountChanged(count);
}

void ConversationList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && selectionModel()->selection().size() > 0) {
        collapseSelection();
        return;
    }
    QListView::keyPressEvent(event);
}

bool ConversationList::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && m_explanation) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const ConversationRow row = rowAt(indexAt(help->pos()), m_rowRole);
        if (row.id.isValid()) {
            QToolTip::showText(help->globalPos(), escapedToolTip(m_explanation(row)), this);
            return true;
        }
    }
    return QListView::viewportEvent(event);
}

void ConversationList::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    wakeForClocks();
}

/// Nothing is counted for rows nobody sees, and nothing is painted while no label would change.
void ConversationList::wakeForClocks()
{
    constexpr std::chrono::milliseconds longest = std::chrono::minutes(10); // the computer may have slept
    constexpr std::chrono::milliseconds shortest = std::chrono::seconds(1);
    const auto now
        = std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
    std::optional<std::chrono::milliseconds> wait;
    QModelIndex index = indexAt({1, 1});
    for (; index.isValid() && visualRect(index).top() < viewport()->height();
         index = index.siblingAtRow(index.row() + 1)) {
        const ConversationRow row = rowAt(index, m_rowRole);
        if (const auto due = replyBy(row)) {
            const auto change = std::clamp(timeLeftChanges(due->at, now) - now, shortest, longest);
            wait = std::min(wait.value_or(longest), change);
        }
        if (row.publicLineBy > now) {
            wait = std::min(wait.value_or(longest), std::clamp(row.publicLineBy - now, shortest, longest));
        }
    }
    wait ? m_clocks.start(*wait) : m_clocks.stop();
}

/// Who only passes by with Tab has not chosen anything; Qt would choose the first row.
void ConversationList::focusInEvent(QFocusEvent *event)
{
    if (currentIndex().isValid()) {
        QListView::focusInEvent(event);
        return;
    }
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void ConversationList::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    switch (event->type()) {
    case QEvent::FontChange:
    case QEvent::StyleChange:
        scheduleDelayedItemsLayout();
        break;
    case QEvent::LanguageChange:
        viewport()->update(); // the delegate words it anew
        break;
    default:
        break;
    }
}

} // namespace aside
