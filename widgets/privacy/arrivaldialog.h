// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/privacy/arrival.h"

#include <QDialog>
#include <QList>

class QLabel;
class QListWidget;
class QPushButton;

namespace aside {

/// Asks whom of those that are waited for a private talk is from, where no sign says it or the signs are
/// wrong. Deletes itself.
class ArrivalDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `expected` is not empty.
    ArrivalDialog(const QList<ArrivalProposal> &expected, Instant now, QWidget *parent);

Q_SIGNALS:
    void chosen(const aside::ArrivalProposal &proposal);

private:
    void build();
    void fill(Instant now);
    void explain(int row);
    void choose();

    QList<ArrivalProposal> m_expected;
    QListWidget *m_list;
    QLabel *m_words;
    QPushButton *m_yes = nullptr;
};

} // namespace aside
