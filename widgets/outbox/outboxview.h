// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/outboxitem.h"

#include <QWidget>

class QAction;
class QLabel;
class QListWidget;
class QPushButton;

namespace aside {

class CheckStore;
class Clock;
class ConversationStore;
class OutboxDetails;
class OutboxReasons;
class ReplyDesk;

/// What the outbox is shown with.
struct OutboxServices {
    ConversationStore &conversations;
    CheckStore &checks;
    ReplyDesk &desk;
    const Clock &clock;
};

/// What waits to be sent, in words: the state of each item and why it is not gone yet; below them, what the
/// reply check asked of the chosen one and how it was answered.
class OutboxView : public QWidget
{
    Q_OBJECT
public:
    OutboxView(const OutboxServices &services, QWidget *parent);

    void show(const QList<OutboxItem> &items);

Q_SIGNALS:
    void withdrawAsked(aside::OutboxId id);
    void sendAsked(aside::OutboxId id);
    void sendAnywayAsked(aside::OutboxId id, aside::MessageId seen);
    void foundByOperator(aside::OutboxId id);
    void notFoundByOperator(aside::OutboxId id);
    void takeAsked(aside::OutboxId id);
    void postedAsked(const aside::OutboxItem &item);
    void conversationChosen(aside::ConversationId id);
    void failed(const aside::Error &error);

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void connectParts();
    void retranslate();
    void takeFont();
    [[nodiscard]] QString lineFor(const OutboxItem &item) const;
    [[nodiscard]] const OutboxItem *current() const;
    void updateCurrent();

    const Clock &m_clock;
    QList<OutboxItem> m_items;
    QLabel *m_title;
    QListWidget *m_list;
    OutboxReasons *m_reasons;
    OutboxDetails *m_details;
    QLabel *m_empty;
    QPushButton *m_withdraw;
    QPushButton *m_open;
    QAction *m_withdrawAction;
    QAction *m_openAction;
};

} // namespace aside
