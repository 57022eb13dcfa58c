// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/actions/palettemodel.h"

#include <QFrame>
#include <QPointer>

class QLineEdit;
class QListView;

namespace aside {

/// The command palette: a field over the window that finds any command, view or conversation by a few
/// letters. Enter does it, Esc or a click elsewhere puts it away and gives the keyboard back.
class Palette : public QFrame
{
    Q_OBJECT

public:
    explicit Palette(QWidget *window);

    /// Opens it empty with these commands and views.
    void open(QList<PaletteEntry> entries);
    /// The answer to queryChanged; ignored where the query has changed since.
    void showConversations(const QString &query, QList<PaletteEntry> conversations);

Q_SIGNALS:
    /// Conversations are wanted for it; may be empty.
    void queryChanged(const QString &query);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    class Delegate;

    void place();
    void leave();
    void choose();
    void retranslate();
    void changeEvent(QEvent *event) override;
    bool keyPressed(int key);

    PaletteModel *m_model;
    QLineEdit *m_field;
    QListView *m_list;
    QPointer<QWidget> m_focusBefore;
};

} // namespace aside
