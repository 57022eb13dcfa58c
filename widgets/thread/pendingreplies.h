// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/message.h"
#include "models/domain/outboxitem.h"

#include <QWidget>

namespace aside {

class PendingBubble;

/// The replies of a conversation that are on their way, as bubbles below its messages: each says in words how
/// far it is, and can be taken back or looked at in the outbox.
class PendingReplies : public QWidget
{
    Q_OBJECT

public:
    explicit PendingReplies(QWidget *parent);

    /// Those of one conversation; what is among its messages already is left out.
    void show(const QList<OutboxItem> &items, const QList<Message> &messages);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

Q_SIGNALS:
    void takeBackAsked(aside::OutboxId id);
    void outboxAsked();
    /// It has another height.
    void resized();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    void arrange();
    /// Where the bubbles lie in this width, on the side of what we write.
    [[nodiscard]] QList<QRect> places(int width) const;

    QList<OutboxItem> m_items; ///< the oldest first
    QList<PendingBubble *> m_bubbles;
};

} // namespace aside
