// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace aside {

/// Asks why the team's template should say something else: a lead reads it beside the change. Deletes itself.
class ProposeDialog : public QDialog
{
    Q_OBJECT
public:
    explicit ProposeDialog(QWidget *parent);

Q_SIGNALS:
    void worded(const QString &why);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_asked;
    QLineEdit *m_why;
    QDialogButtonBox *m_buttons;
    QPushButton *m_propose;
};

} // namespace aside
