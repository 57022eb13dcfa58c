// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/outboxitem.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace aside {

/// One reply that is on its way: how far it is, what it says, and what can still be done about it.
class PendingBubble : public QWidget
{
    Q_OBJECT

public:
    PendingBubble(const OutboxItem &item, QWidget *parent);

    /// As wide as its words, and no wider than this.
    [[nodiscard]] int widthWithin(int widest) const;

Q_SIGNALS:
    void takeBackAsked(aside::OutboxId id);
    void outboxAsked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    [[nodiscard]] QBoxLayout *buildState();
    [[nodiscard]] QString stateWords() const;
    [[nodiscard]] QString filesWords() const;

    OutboxItem m_item;
    QLabel *m_state;
    QLabel *m_text;
    QLabel *m_files;
    QPushButton *m_takeBack;
    QPushButton *m_outbox;
};

} // namespace aside
