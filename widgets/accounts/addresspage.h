// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/accounts/wizardpage.h"

class QLineEdit;

namespace aside {

/// Asks for the address.
class AddressPage final : public WizardPage
{
    Q_OBJECT
public:
    explicit AddressPage(QWidget *parent);

    [[nodiscard]] QString address() const;
    [[nodiscard]] bool isComplete() const override;
    void takeFocus() override;
    /// While servers are looked for, the address stays as it is.
    void setLooking(bool isLooking);

protected:
    void retranslate() override;

private:
    QLabel *m_words;
    QLineEdit *m_address;
    QLabel *m_label;
    QLabel *m_looking;
    bool m_isLooking = false;
};

} // namespace aside
