// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/calls/call.h"

#include <QDialog>

class QComboBox;
class QDateTimeEdit;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace aside {

class NoticeBar;

/// Asks about a call with a customer. Closes when it is told that the call was kept, and says why where it
/// was not; what was typed stays. Deletes itself.
class CallDialog final : public QDialog
{
    Q_OBJECT

public:
    CallDialog(const PersonCard &person, Instant now, QWidget *parent);

    /// The call was not kept.
    void showProblem(const Error &error);

Q_SIGNALS:
    void logAsked(const aside::LoggedCall &call);

private:
    void build(Instant now);
    void addRows();
    [[nodiscard]] LoggedCall call() const;

    NoticeBar *m_notice;
    QComboBox *m_direction;
    QLineEdit *m_number;
    QDateTimeEdit *m_at;
    QSpinBox *m_minutes;
    QSpinBox *m_seconds;
    QComboBox *m_outcome;
    QPlainTextEdit *m_note;
    QPushButton *m_keep = nullptr;
};

} // namespace aside
