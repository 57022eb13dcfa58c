// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/accounts/accountdetails.h"
#include "widgets/accounts/wizardpage.h"

namespace aside {

/// The last page: it works, and this is how it is called.
class DetailsPage final : public WizardPage
{
    Q_OBJECT
public:
    DetailsPage(const Clock &clock, QWidget *parent);

    [[nodiscard]] AccountDetails &details() { return *m_details; }
    [[nodiscard]] bool isComplete() const override { return m_details->isComplete(); }
    void takeFocus() override { m_details->takeFocus(); }

protected:
    void retranslate() override;

private:
    QLabel *m_words;
    AccountDetails *m_details;
};

} // namespace aside
