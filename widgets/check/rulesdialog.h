// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

class QDialogButtonBox;
class QTreeWidget;
class QPushButton;

namespace aside {

class ReplyDesk;

/// The rules of the reply check, and how much each asks for: as delivered, or as this team wants it; the
/// spelling of the open reply; and what is wrong with the team's files. What is changed counts at once.
class RulesDialog : public QDialog
{
    Q_OBJECT
public:
    RulesDialog(ReplyDesk &desk, QWidget *parent);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void fill();
    void showLevels();
    void retranslate();
    void setLevel(const QString &rule, int choice);
    void explain();

    ReplyDesk &m_desk;
    QTreeWidget *m_rules;
    QPushButton *m_why;
    QDialogButtonBox *m_buttons;
};

} // namespace aside
