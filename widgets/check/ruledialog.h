// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

namespace aside {

/// Why a rule of the reply check is there: in words, with one bad and one good example.
class RuleDialog : public QDialog
{
    Q_OBJECT
public:
    RuleDialog(const QString &rule, QWidget *parent);
};

} // namespace aside
