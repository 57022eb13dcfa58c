// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/settings/settingspage.h"

class QCheckBox;
class QLabel;
class QSpinBox;
class QTimeEdit;

namespace aside {

/// What is announced, how much of it is shown, and when there is silence.
class NotificationsPage : public SettingsPage
{
    Q_OBJECT
public:
    explicit NotificationsPage(QWidget *parent);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;
    void show(const Preferences &preferences) override;
    void collect(Preferences &preferences) const override;

protected:
    void retranslate() override;

private:
    void enableParts();

    QCheckBox *m_notifies;
    QCheckBox *m_showsTexts;
    QLabel *m_textsHint;
    QCheckBox *m_quiet;
    QTimeEdit *m_from;
    QTimeEdit *m_until;
    QLabel *m_fromLabel;
    QLabel *m_untilLabel;
    QSpinBox *m_lead;
    QLabel *m_leadLabel;
    QCheckBox *m_tray;
};

} // namespace aside
