// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/settings/settingspage.h"

#include <array>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace aside {

class Clock;
class HolidayCalendar;

/// When the team works, and how soon it answers. What cannot be understood is said below and changes nothing.
class WorkingHoursPage : public SettingsPage
{
    Q_OBJECT
public:
    WorkingHoursPage(const HolidayCalendar &calendar, const Clock &clock, QWidget *parent);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;
    void show(const Preferences &preferences) override;
    void collect(Preferences &preferences) const override;

protected:
    void retranslate() override;

private:
    void buildTarget();
    void buildHolidays();
    void buildWeek();
    void buildDays();
    void takeDay(size_t day);
    void takeSpecialDays();
    void takeChoices();
    void takeRegion();
    void showRegion(const QString &code);
    void tellHolidays();
    void tellProblem();
    [[nodiscard]] QDate today() const;

    const HolidayCalendar &m_calendar;
    const Clock &m_clock;
    WorkingHours m_hours; ///< what was understood last
    QSpinBox *m_amount;
    QComboBox *m_unit;
    QComboBox *m_zone;
    QComboBox *m_region;
    std::array<QLineEdit *, WorkingHours::weekDays> m_week{};
    std::array<QLabel *, WorkingHours::weekDays> m_weekLabels{};
    QPlainTextEdit *m_days;
    QLabel *m_amountLabel = nullptr;
    QLabel *m_unitLabel = nullptr;
    QLabel *m_zoneLabel = nullptr;
    QLabel *m_regionLabel = nullptr;
    QLabel *m_regionHint = nullptr;
    QLabel *m_weekHint = nullptr;
    QLabel *m_daysLabel = nullptr;
    QLabel *m_daysHint = nullptr;
    QLabel *m_problem = nullptr;
};

} // namespace aside
