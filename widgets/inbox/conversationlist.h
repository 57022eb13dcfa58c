// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/core/id.h"
#include "models/domain/conversation.h"

#include <QListView>
#include <QTimer>

#include <functional>

namespace aside {

/// The list of conversations. Its model answers `idRole` with the id (qint64), `rowRole` with a
/// ConversationRow and `loadedRole` with whether the row is fetched; rows that are not are drawn as grey
/// bars. Several can be selected; the current one is open.
class ConversationList : public QListView
{
    Q_OBJECT

public:
    ConversationList(int idRole, int rowRole, int loadedRole, QWidget *parent = nullptr);

    /// What a screen reader says for a row.
    [[nodiscard]] static QString accessibleText(const ConversationRow &row, Instant now);

    /// What the tool tip of a row says; it follows from the order of the list.
    using Explanation = std::function<QString(const ConversationRow &)>;
    void setExplanation(Explanation explanation);

    /// The selected conversations in the order of the list.
    [[nodiscard]] QList<ConversationId> selectedIds() const;
    /// Keeps only the current row selected.
    void collapseSelection();

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(aside::ConversationId id);
    void selectedCountChanged(qsizetype count);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                     const QList<int> &roles) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void choose(const QModelIndex &index);
    void wakeForClocks();

    int m_idRole;
    int m_rowRole;
    Explanation m_explanation;
    QTimer m_clocks; ///< until the time left of a row that is seen says something else
    bool m_isWaiting = false; ///< the current row is not fetched yet
};

} // namespace aside
