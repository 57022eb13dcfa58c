// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/settings/settingspage.h"

class QComboBox;
class QSpinBox;

namespace aside {

/// Language, theme, density and the size of text.
class GeneralPage : public SettingsPage
{
    Q_OBJECT
public:
    explicit GeneralPage(QWidget *parent);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;
    void show(const Preferences &preferences) override;
    void collect(Preferences &preferences) const override;

protected:
    void retranslate() override;

private:
    QComboBox *m_language;
    QComboBox *m_theme;
    QComboBox *m_density;
    QSpinBox *m_textSize;
    QLabel *m_languageLabel;
    QLabel *m_themeLabel;
    QLabel *m_densityLabel;
    QLabel *m_textSizeLabel;
};

} // namespace aside
