// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inbox/conversationlist.h"

#include "widgets/common/foreigntext.h"
#include "widgets/common/words.h"
#include "widgets/inbox/conversationdelegate.h"

#include <QEvent>

namespace aside {

namespace {

constexpr int comfortableWidth = 340;

ConversationRow rowAt(const QModelIndex &index, int role)
{
    return index.data(role).value<ConversationRow>();
}

} // namespace

ConversationList::ConversationList(int rowRole, int loadedRole, QWidget *parent)
    : QListView(parent)
    , m_rowRole(rowRole)
{
    setObjectName(QStringLiteral("conversationList"));
    setItemDelegate(new ConversationDelegate(rowRole, loadedRole, this));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setUniformItemSizes(true);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

QString ConversationList::accessibleText(const ConversationRow &row, Instant now)
{
    QStringList parts{oneLine(row.person), channelLabel(row.channel), audienceLabel(row.audience)};
    if (row.unread > 0) {
        parts << tr("%n unread message(s)", nullptr, row.unread);
    }
    if (row.state == ConversationState::Closed) {
        //: The state of a conversation
        parts << tr("closed");
    }
    parts << oneLine(row.subject) << oneLine(row.preview);
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
