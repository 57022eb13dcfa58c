// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/settings/settingspage.h"

class QSpinBox;

namespace aside {

/// How long a reply can be taken back.
class SendingPage : public SettingsPage
{
    Q_OBJECT
public:
    explicit SendingPage(QWidget *parent);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;
    void show(const Preferences &preferences) override;
    void collect(Preferences &preferences) const override;

protected:
    void retranslate() override;

private:
    QSpinBox *m_undo;
    QLabel *m_undoLabel;
    QLabel *m_hint;
};

} // namespace aside
