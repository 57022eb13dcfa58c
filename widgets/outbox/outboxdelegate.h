// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/outboxitem.h"

#include <QColor>
#include <QStyledItemDelegate>

namespace aside {

/// The role under which the list of the outbox keeps an item.
inline constexpr int outboxItemRole = Qt::UserRole;

/// Why the item has not left yet; nothing where its state says all.
[[nodiscard]] QString outboxReason(const OutboxItem &item);
/// The same of one that is held.
[[nodiscard]] QString outboxHoldReason(const OutboxItem &item);
[[nodiscard]] QColor outboxStateColor(const OutboxItem &item);
/// How many files go with it, and the first of their names; empty where none does.
[[nodiscard]] QString outboxFiles(const OutboxItem &item);
/// Names for themedIcon().
[[nodiscard]] QString outboxStateIcon(OutboxState state);

/// Paints one item of the outbox: for whom and where, what it says, its state and why it waits.
class OutboxDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit OutboxDelegate(QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace aside

Q_DECLARE_METATYPE(aside::OutboxItem)
