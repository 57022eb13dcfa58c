// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <QStringList>

class QLineEdit;
class QListWidget;
class QPushButton;

namespace aside {

/// "Why am I adding this?": one line for the answer, and the answers that were given before.
class ReasonDialog : public QDialog
{
    Q_OBJECT
public:
    ReasonDialog(const QString &question, const QString &reason, QWidget *parent);

    /// Answers to offer, the latest first; they may come after the dialog is open.
    void setRecent(const QStringList &reasons);

Q_SIGNALS:
    /// Empty: the reason is taken back.
    void reasonGiven(const QString &reason);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void updateButton();

    static constexpr int longestReason = 200;

    QLineEdit *m_reason;
    QListWidget *m_recent;
    QPushButton *m_keep;
    bool m_hadReason;
};

} // namespace aside
