// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"

#include <QDialog>

class QDateTimeEdit;

namespace aside {

/// Asks for a date and time in the future. Deletes itself.
class SnoozeDialog : public QDialog
{
    Q_OBJECT

public:
    /// What it asks for.
    struct Words {
        QString title;
        QString label; ///< of the field
        QString button;
    };

    /// Asks until when to snooze.
    SnoozeDialog(Instant now, QWidget *parent);
    SnoozeDialog(Instant now, const Words &words, QWidget *parent);

Q_SIGNALS:
    void chosen(aside::Instant until);

private:
    QDateTimeEdit *m_when;
};

} // namespace aside
