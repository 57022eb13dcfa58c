// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

class QDialogButtonBox;
class QLineEdit;
class QPushButton;
class QTextBrowser;
class QTextDocument;

namespace aside {

class Commands;

/// All commands by menu with their keys, to read, search and copy.
class ShortcutSheet : public QDialog
{
    Q_OBJECT
public:
    ShortcutSheet(const Commands &commands, QWidget *parent);

Q_SIGNALS:
    void changeAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void write();
    void retranslate();

    const Commands &m_commands;
    QLineEdit *m_filter;
    QTextBrowser *m_text;
    QPushButton *m_copy;
    QPushButton *m_change;
    QDialogButtonBox *m_buttons;
};

} // namespace aside
