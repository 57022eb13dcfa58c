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
    SnoozeDialog(Instant now, QWidget *parent);

Q_SIGNALS:
    void chosen(aside::Instant until);

private:
    QDateTimeEdit *m_when;
};

} // namespace aside
