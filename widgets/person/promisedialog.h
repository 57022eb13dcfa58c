// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"

#include <QDialog>

class QDateTimeEdit;
class QLineEdit;

namespace aside {

/// Asks what is promised to the customer and for when. Deletes itself.
class PromiseDialog : public QDialog
{
    Q_OBJECT

public:
    PromiseDialog(Instant now, QWidget *parent);

    /// What it begins with.
    void setPromise(const QString &words, Instant dueAt);

Q_SIGNALS:
    void promised(aside::Instant dueAt, const QString &words);

private:
    QLineEdit *m_words;
    QDateTimeEdit *m_due;
};

} // namespace aside
