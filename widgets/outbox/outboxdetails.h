// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/outboxitem.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace aside {

class Clock;
class WrappingRow;

/// What is to be known of one item before deciding about it: the server's words, the evidence, what the
/// customer wrote since; and the decisions there are. Hidden where there is nothing of that.
class OutboxDetails : public QWidget
{
    Q_OBJECT

public:
    OutboxDetails(const Clock &clock, QWidget *parent);

    /// Null: none is chosen. `all` is what lies in the outbox with it.
    void show(const OutboxItem *item, const QList<OutboxItem> &all);

Q_SIGNALS:
    void sendAsked(aside::OutboxId id);
    /// Although the thread moved on; `seen` is the newest message that is shown here.
    void sendAnywayAsked(aside::OutboxId id, aside::MessageId seen);
    void foundByOperator(aside::OutboxId id);
    void notFoundByOperator(aside::OutboxId id);
    /// The text of one that is posted by hand is wanted, and its page.
    void takeAsked(aside::OutboxId id);
    void postedAsked(const aside::OutboxItem &item);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void connectButtons();
    void refresh();
    void showButtons();

    const Clock &m_clock;
    OutboxItem m_item;
    QList<OutboxItem> m_all;
    bool m_hasItem = false;
    QLabel *m_words;
    QPushButton *m_send;
    QPushButton *m_isThere;
    QPushButton *m_isNotThere;
    QPushButton *m_take;
    QPushButton *m_posted;
};

} // namespace aside
