// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/secret.h"
#include "models/ports/passphrasesource.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace aside {

/// Asks for the passphrase of the file with the passwords, and says what it is. Deletes itself.
class PassphraseDialog : public QDialog
{
    Q_OBJECT

public:
    PassphraseDialog(PassphraseUse use, QWidget *parent);

Q_SIGNALS:
    void given(const aside::Secret &passphrase);

private:
    void build(PassphraseUse use);
    void judge();

    QLabel *m_text;
    QLineEdit *m_passphrase;
    QLineEdit *m_again; ///< only where one is chosen
    QLabel *m_problem;
    QPushButton *m_open = nullptr;
};

} // namespace aside
