// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/thread/pendingreplies.h"

#include "widgets/theme/flatstyle.h"
#include "widgets/thread/pendingbubble.h"

#include <QEvent>
#include <QStyle>

#include <algorithm>
#include <utility>

namespace aside {

namespace {

constexpr int margin = 16;
constexpr int widestBubble = 640;
constexpr int narrowestBubble = 120;
constexpr double bubbleShare = 0.78;

/// The message that became of an item carries its key, or the id that the channel gave it.
bool isAmong(const QList<Message> &messages, const OutboxItem &item)
{
    const QString &remote = item.record.remoteId;
    return std::ranges::any_of(messages, [&](const Message &message) {
        return (!item.idempotencyKey.isEmpty() && message.remoteId.contains(item.idempotencyKey))
            || (!remote.isEmpty() && message.remoteId == remote);
    });
}

} // namespace

PendingReplies::PendingReplies(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("pendingReplies"));
    hide();
}

void PendingReplies::show(const QList<OutboxItem> &items, const QList<Message> &messages)
{
    QList<OutboxItem> pending;
    for (const OutboxItem &item : items) {
        if (item.state != OutboxState::Withdrawn && !isAmong(messages, item)) {
            pending.prepend(item); // the outbox has the newest first
        }
    }
    if (pending != m_items) {
        m_items = std::move(pending);
        rebuild();
    }
}

void PendingReplies::rebuild()
{
    for (PendingBubble *bubble : std::exchange(m_bubbles, {})) {
        bubble->hide();
        bubble->deleteLater(); // its button may be the one that was pressed
    }
    for (const OutboxItem &item : std::as_const(m_items)) {
        auto *bubble = new PendingBubble(item, this);
        connect(bubble, &PendingBubble::takeBackAsked, this, &PendingReplies::takeBackAsked);
        connect(bubble, &PendingBubble::outboxAsked, this, &PendingReplies::outboxAsked);
        bubble->show();
        m_bubbles.append(bubble);
    }
    setVisible(!m_bubbles.isEmpty());
    arrange();
    Q_EMIT resized();
}

int PendingReplies::heightForWidth(int width) const
{
    return m_bubbles.isEmpty() ? 0 : places(width).constLast().bottom() + 1;
}

QList<QRect> PendingReplies::places(int width) const
{
    const int gap = 2 * FlatStyle::air(FlatStyle::MessageGap, this);
    const int widest = std::max(narrowestBubble,
                                std::min(widestBubble, static_cast<int>((width - 2 * margin) * bubbleShare)));
    QList<QRect> all;
    int top = 0;
    for (const PendingBubble *bubble : m_bubbles) {
        const int wide = bubble->widthWithin(widest);
        all.append(QRect(width - margin - wide, top, wide, bubble->heightForWidth(wide)));
        top = all.constLast().bottom() + 1 + gap;
    }
    return all;
}

void PendingReplies::arrange()
{
    const QList<QRect> all = places(width());
    for (qsizetype i = 0; i < m_bubbles.size(); ++i) {
        m_bubbles.at(i)->setGeometry(QStyle::visualRect(layoutDirection(), rect(), all.at(i)));
    }
}

void PendingReplies::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void PendingReplies::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    switch (event->type()) {
    case QEvent::LanguageChange:
    case QEvent::PaletteChange:
    case QEvent::FontChange:
    case QEvent::StyleChange:
        rebuild();
        break;
    default:
        break;
    }
}

} // namespace aside
