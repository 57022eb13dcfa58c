// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/preferences.h"

#include <QDialog>

class QDialogButtonBox;
class QKeySequence;
class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTreeView;

namespace aside {

class Commands;
class ShortcutsModel;

/// Changes the shortcut of any command. A key that another command has is named with it and moved only when
/// the person says so. Counts at once.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT
public:
    ShortcutsDialog(const Commands &commands, QWidget *parent);

    /// They were changed elsewhere.
    void setChanges(const ShortcutChanges &changes);

Q_SIGNALS:
    void changed(const aside::ShortcutChanges &changes);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildView();
    void buildLayout();
    void connectParts();
    [[nodiscard]] int currentRow() const;
    void showCurrent();
    void take(const QKeySequence &key);
    void moveKey();
    void retranslate();

    ShortcutsModel *m_model;
    QSortFilterProxyModel *m_filtered;
    QLineEdit *m_filter;
    QTreeView *m_view;
    QLabel *m_keyLabel;
    QKeySequenceEdit *m_key;
    QPushButton *m_reset;
    QLabel *m_conflict;
    QPushButton *m_move;
    QPushButton *m_resetAll;
    QDialogButtonBox *m_buttons;
};

} // namespace aside
