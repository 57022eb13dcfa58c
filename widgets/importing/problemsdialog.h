// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/importreport.h"

#include <QDialog>

class QDialogButtonBox;
class QListWidget;

namespace aside {

/// Lists what an import could not read, and why.
class ProblemsDialog : public QDialog
{
    Q_OBJECT
public:
    ProblemsDialog(QList<ImportProblem> problems, QWidget *parent);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QList<ImportProblem> m_problems;
    QListWidget *m_list;
    QDialogButtonBox *m_buttons;
};

} // namespace aside
