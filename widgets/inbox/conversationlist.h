// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/core/id.h"
#include "models/domain/conversation.h"

#include <QListView>

namespace aside {

/// The list of conversations. Its model answers `rowRole` with a ConversationRow and `loadedRole` with
/// whether the row is fetched; rows that are not are drawn as grey bars.
class ConversationList : public QListView
{
    Q_OBJECT

public:
    ConversationList(int rowRole, int loadedRole, QWidget *parent = nullptr);

    /// What a screen reader says for a row.
    [[nodiscard]] static QString accessibleText(const ConversationRow &row, Instant now);

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(aside::ConversationId id);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                     const QList<int> &roles) override;
    void changeEvent(QEvent *event) override;

private:
    void choose(const QModelIndex &index);

    int m_rowRole;
    bool m_isWaiting = false; ///< the current row is not fetched yet
};

} // namespace aside
