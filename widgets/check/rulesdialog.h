// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/finding.h"

#include <QDialog>
#include <QHash>

#include <optional>

class QDialogButtonBox;
class QTreeWidget;
class QPushButton;

namespace aside {

/// The rules of the reply check, and how much each asks for: as delivered, or as this team wants it. What is
/// changed counts at once.
class RulesDialog : public QDialog
{
    Q_OBJECT
public:
    using Levels = QHash<QString, std::optional<Severity>>;

    RulesDialog(const Levels &levels, QWidget *parent);

Q_SIGNALS:
    /// Keys for single channels and audiences stay as they were.
    void levelsChanged(const aside::RulesDialog::Levels &levels);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void retranslate();
    void setLevel(const QString &rule, int choice);
    void explain();

    Levels m_levels;
    QTreeWidget *m_rules;
    QPushButton *m_why;
    QDialogButtonBox *m_buttons;
};

} // namespace aside
