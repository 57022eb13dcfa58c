// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/preferences.h"

#include <QDialog>

class QDialogButtonBox;
class QListWidget;
class QStackedWidget;

namespace aside {

class Clock;
class HolidayCalendar;
class SettingsPage;

/// The settings. What is changed counts at once; there is nothing to confirm.
class SettingsDialog : public QDialog
{
    Q_OBJECT
public:
    /// What the pages ask; outlives the dialog.
    struct Sources {
        const HolidayCalendar &holidays;
        const Clock &clock;
    };

    SettingsDialog(const Preferences &preferences, const Sources &sources, QWidget *parent);

    /// They were changed elsewhere.
    void setPreferences(const Preferences &preferences);
    void showPage(int row);

Q_SIGNALS:
    void preferencesChanged(const aside::Preferences &preferences);
    void shortcutsAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildLayout();
    void addPage(SettingsPage *page);
    void collect();
    void retranslate();
    void fitColumn();

    Preferences m_preferences;
    QListWidget *m_titles;
    QStackedWidget *m_pages;
    QDialogButtonBox *m_buttons;
    QList<SettingsPage *> m_all;
};

} // namespace aside
