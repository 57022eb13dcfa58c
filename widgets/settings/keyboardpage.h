// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/settings/settingspage.h"

class QCheckBox;
class QPushButton;

namespace aside {

/// Whether single letters are commands, and the way to the shortcuts.
class KeyboardPage : public SettingsPage
{
    Q_OBJECT
public:
    explicit KeyboardPage(QWidget *parent);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;
    void show(const Preferences &preferences) override;
    void collect(Preferences &preferences) const override;

Q_SIGNALS:
    void shortcutsAsked();

protected:
    void retranslate() override;

private:
    QCheckBox *m_letters;
    QLabel *m_hint;
    QPushButton *m_shortcuts;
};

} // namespace aside
