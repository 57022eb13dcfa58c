// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/accounts/passphrasedialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace aside {

PassphraseDialog::PassphraseDialog(PassphraseUse use, QWidget *parent)
    : QDialog(parent)
    , m_text(new QLabel(this))
    , m_passphrase(new QLineEdit(this))
    , m_again(use == PassphraseUse::Make ? new QLineEdit(this) : nullptr)
    , m_problem(new QLabel(this))
{
    setObjectName(QStringLiteral("passphraseDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(use == PassphraseUse::Make ? tr("Choose a passphrase") : tr("Passphrase"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setText(use == PassphraseUse::Make
                        ? tr("This system has no keychain. The passwords of your accounts will lie in a file "
                             "of your profile that only this passphrase opens. Nobody can restore it: write "
                             "it down and keep it in a safe place.")
                        : tr("The passwords of your accounts lie in an encrypted file. Its passphrase opens "
                             "it; Aside will not ask again before its next start."));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setText(use == PassphraseUse::OpenAgain ? tr("That was not the passphrase. Please try again.")
                                                       : QString());
    build(use);
    judge();
}

void PassphraseDialog::build(PassphraseUse use)
{
    m_passphrase->setObjectName(QStringLiteral("passphrase"));
    m_passphrase->setEchoMode(QLineEdit::Password);
    m_passphrase->setMinimumWidth(fontMetrics().averageCharWidth() * 44);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_open = buttons->button(QDialogButtonBox::Ok);
    m_open->setText(use == PassphraseUse::Make ? tr("&Use it") : tr("&Open"));
    m_open->setProperty("primary", true);
    auto *form = new QFormLayout(this);
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->addRow(m_text);
    form->addRow(tr("&Passphrase"), m_passphrase);
    connect(m_passphrase, &QLineEdit::textChanged, this, &PassphraseDialog::judge);
    if (m_again != nullptr) {
        m_again->setObjectName(QStringLiteral("passphraseAgain"));
        m_again->setEchoMode(QLineEdit::Password);
        form->addRow(tr("The same &again"), m_again);
        connect(m_again, &QLineEdit::textChanged, this, &PassphraseDialog::judge);
    }
    form->addRow(m_problem);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT given(Secret(m_passphrase->text().toUtf8()));
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void PassphraseDialog::judge()
{
    const bool isSame = m_again == nullptr || m_again->text() == m_passphrase->text();
    m_open->setEnabled(!m_passphrase->text().isEmpty() && isSame);
    if (m_again != nullptr) {
        m_problem->setText(isSame || m_again->text().isEmpty() ? QString() : tr("The two are not the same."));
    }
    m_problem->setVisible(!m_problem->text().isEmpty());
}

} // namespace aside
