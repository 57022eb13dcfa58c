// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/outboxitem.h"

#include <QWidget>

class QAction;
class QLabel;
class QListWidget;
class QPushButton;

namespace aside {

class Clock;

/// What waits to be sent, in words: the state of each item and why it is not gone yet.
class OutboxView : public QWidget
{
    Q_OBJECT
public:
    OutboxView(const Clock &clock, QWidget *parent);

    void show(const QList<OutboxItem> &items);

Q_SIGNALS:
    void withdrawAsked(aside::OutboxId id);
    void conversationChosen(aside::ConversationId id);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void takeFont();
    [[nodiscard]] QString lineFor(const OutboxItem &item) const;
    [[nodiscard]] const OutboxItem *current() const;
    void updateButtons();

    const Clock &m_clock;
    QList<OutboxItem> m_items;
    QLabel *m_title;
    QListWidget *m_list;
    QLabel *m_empty;
    QPushButton *m_withdraw;
    QPushButton *m_open;
    QAction *m_withdrawAction;
    QAction *m_openAction;
};

} // namespace aside
