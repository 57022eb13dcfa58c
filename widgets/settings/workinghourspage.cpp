// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/settings/workinghourspage.h"

#include "models/core/clock.h"
#include "models/ports/holidaycalendar.h"
#include "widgets/common/foreigntext.h"

#include <QAbstractItemView>
#include <QCollator>
#include <QComboBox>
#include <QDateTime>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStyle>
#include <QTimeZone>

#include <algorithm>

namespace aside {

namespace {

constexpr int linesOfDays = 4;

/// Nothing where a line makes no sense; `wrong` is that line then.
std::optional<QList<SpecialDay>> specialDaysFrom(const QString &text, QString *wrong)
{
    QList<SpecialDay> days;
    for (const QString &line : text.split(u'\n')) {
        if (line.trimmed().isEmpty()) {
            continue;
        }
        const auto day = specialDayFrom(line);
        if (!day) {
            *wrong = line.trimmed();
            return {};
        }
        days.append(*day);
    }
    return days;
}

QString textOf(const QList<SpecialDay> &days)
{
    QStringList lines;
    for (const SpecialDay &day : days) {
        lines << toText(day);
    }
    return lines.join(u'\n');
}

/// "Россия (Russia)", so that it is found by either; the language where a country has it in several.
QString labelOf(const HolidayRegion &region, const QList<HolidayRegion> &all)
{
    const bool isAlone = std::ranges::count(all, region.english, &HolidayRegion::english) == 1;
    const QString name = region.name.compare(region.english, Qt::CaseInsensitive) == 0
        ? region.name
        : QStringLiteral("%1 (%2)").arg(region.name, region.english);
    return isAlone ? name : QStringLiteral("%1 · %2").arg(name, region.language);
}

} // namespace

WorkingHoursPage::WorkingHoursPage(const HolidayCalendar &calendar, const Clock &clock, QWidget *parent)
    : SettingsPage(parent)
    , m_calendar(calendar)
    , m_clock(clock)
    , m_amount(new QSpinBox(this))
    , m_unit(new QComboBox(this))
    , m_zone(new QComboBox(this))
    , m_region(new QComboBox(this))
    , m_days(new QPlainTextEdit(this))
{
    buildTarget();
    buildHolidays();
    buildWeek();
    buildDays();
    m_problem = plainLabel(this);
    m_problem->setObjectName(QStringLiteral("hoursProblem"));
    m_problem->setWordWrap(true);
    form().addRow(m_problem);
    retranslate();
}

void WorkingHoursPage::buildTarget()
{
    m_amount->setObjectName(QStringLiteral("targetAmount"));
    m_amount->setRange(0, ResponseTarget::most);
    m_amount->setKeyboardTracking(false);
    m_unit->setObjectName(QStringLiteral("targetUnit"));
    m_unit->addItems({QString(), QString()});
    m_zone->setObjectName(QStringLiteral("timeZoneBox"));
    m_zone->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_zone->addItem(QString(), QByteArray());
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds()) {
        m_zone->addItem(QString::fromLatin1(id), id);
    }
    m_amountLabel = addRow(m_amount);
    m_unitLabel = addRow(m_unit);
    m_zone->view()->setMinimumWidth(m_zone->view()->sizeHintForColumn(0)
                                    + m_zone->style()->pixelMetric(QStyle::PM_ScrollBarExtent));
    m_zoneLabel = addRow(m_zone);
    connect(m_amount, &QSpinBox::valueChanged, this, &WorkingHoursPage::takeChoices);
    connect(m_unit, &QComboBox::currentIndexChanged, this, &WorkingHoursPage::takeChoices);
    connect(m_zone, &QComboBox::currentIndexChanged, this, &WorkingHoursPage::takeChoices);
}

void WorkingHoursPage::buildWeek()
{
    for (size_t day = 0; day < m_week.size(); ++day) {
        auto *edit = new QLineEdit(this);
        edit->setObjectName(QStringLiteral("day%1").arg(day + 1));
        m_week.at(day) = edit;
        m_weekLabels.at(day) = addRow(edit);
        connect(edit, &QLineEdit::editingFinished, this, [this, day] { takeDay(day); });
    }
    m_weekHint = addHint();
}

/// What the system is set to comes first, but is not chosen by itself.
void WorkingHoursPage::buildHolidays()
{
    m_region->setObjectName(QStringLiteral("holidaysBox"));
    m_region->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_region->addItem(QString(), QString());
    QList<HolidayRegion> regions = m_calendar.regions();
    std::ranges::sort(regions, [order = QCollator()](const HolidayRegion &one, const HolidayRegion &other) {
        return order.compare(one.name, other.name) < 0;
    });
    const auto suggested = std::ranges::find(regions, m_calendar.suggestion(), &HolidayRegion::code);
    if (suggested != regions.cend()) {
        m_region->addItem(labelOf(*suggested, regions), suggested->code);
        m_region->insertSeparator(m_region->count());
    }
    for (const HolidayRegion &region : std::as_const(regions)) {
        m_region->addItem(labelOf(region, regions), region.code);
    }
    m_region->view()->setMinimumWidth(m_region->view()->sizeHintForColumn(0)
                                      + m_region->style()->pixelMetric(QStyle::PM_ScrollBarExtent));
    m_regionLabel = addRow(m_region);
    m_regionHint = addHint();
    connect(m_region, &QComboBox::currentIndexChanged, this, &WorkingHoursPage::takeRegion);
}

void WorkingHoursPage::buildDays()
{
    m_days->setObjectName(QStringLiteral("specialDays"));
    m_days->setTabChangesFocus(true);
    m_days->setFixedHeight(m_days->fontMetrics().lineSpacing() * linesOfDays
                           + 2 * static_cast<int>(m_days->frameWidth() + m_days->contentsMargins().top())
                           + 12);
    m_daysLabel = addRow(m_days);
    m_daysHint = addHint();
    connect(m_days, &QPlainTextEdit::textChanged, this, &WorkingHoursPage::takeSpecialDays);
}

QString WorkingHoursPage::title() const
{
    return tr("Working hours");
}

QString WorkingHoursPage::iconName() const
{
    return QStringLiteral("appointment-reminder");
}

/// What means the same stays as it was typed, under the cursor of who types it.
void WorkingHoursPage::show(const Preferences &preferences)
{
    const QSignalBlocker quiet(this);
    const WorkingHours hours = preferences.workingHours; // the signals below would write into m_hours
    m_amount->setValue(hours.target.amount);
    m_unit->setCurrentIndex(hours.target.unit == ResponseTarget::Unit::Hours ? 0 : 1);
    m_zone->setCurrentIndex(std::max(0, m_zone->findData(hours.timeZone)));
    showRegion(hours.holidayRegion);
    for (size_t day = 0; day < m_week.size(); ++day) {
        if (dayHoursFrom(m_week.at(day)->text()) != hours.week.at(day)) {
            m_week.at(day)->setText(toText(hours.week.at(day)));
        }
    }
    QString wrong;
    if (specialDaysFrom(m_days->toPlainText(), &wrong) != hours.specialDays) {
        m_days->setPlainText(textOf(hours.specialDays));
    }
    m_hours = hours;
    tellHolidays();
    tellProblem();
}

/// One that nothing is known of stays chosen.
void WorkingHoursPage::showRegion(const QString &code)
{
    if (m_region->currentData().toString() == code) {
        return; // it may be there twice
    }
    if (m_region->findData(code) < 0) {
        m_region->addItem(oneLine(code, 20), code);
    }
    m_region->setCurrentIndex(m_region->findData(code));
}

QDate WorkingHoursPage::today() const
{
    return QDateTime::fromMSecsSinceEpoch(toMillis(m_clock.now())).date();
}

void WorkingHoursPage::takeRegion()
{
    m_hours.holidayRegion = m_region->currentData().toString();
    m_hours = withHolidays(m_hours, m_calendar, today());
    tellHolidays();
    Q_EMIT changed();
}

void WorkingHoursPage::tellHolidays()
{
    const auto next
        = std::ranges::find_if(m_hours.holidays, [this](const auto &one) { return one.date >= today(); });
    if (m_hours.holidayRegion.isEmpty()) {
        m_regionHint->setText(tr("The holidays of a country or region are days off once you choose it."));
    } else if (next == m_hours.holidays.cend()) {
        m_regionHint->setText(tr("No public holidays are known of it."));
    } else {
        //: %1 is a date, %2 the name of a holiday
        m_regionHint->setText(
            tr("Days off; a special day below goes before them. Next: %1, %2.")
                .arg(QLocale().toString(next->date, QStringLiteral("d MMMM")), oneLine(next->name, 60)));
    }
}

void WorkingHoursPage::collect(Preferences &preferences) const
{
    preferences.workingHours = m_hours;
}

void WorkingHoursPage::takeDay(size_t day)
{
    const auto read = dayHoursFrom(m_week.at(day)->text());
    tellProblem();
    if (read) {
        m_week.at(day)->setText(toText(*read));
    }
    if (read && *read != m_hours.week.at(day)) {
        m_hours.week.at(day) = *read;
        Q_EMIT changed();
    }
}

void WorkingHoursPage::takeSpecialDays()
{
    QString wrong;
    const auto read = specialDaysFrom(m_days->toPlainText(), &wrong);
    tellProblem();
    if (read && *read != m_hours.specialDays) {
        m_hours.specialDays = *read;
        Q_EMIT changed();
    }
}

void WorkingHoursPage::takeChoices()
{
    m_hours.target
        = {.amount = m_amount->value(),
           .unit = m_unit->currentIndex() == 0 ? ResponseTarget::Unit::Hours : ResponseTarget::Unit::Days};
    m_hours.timeZone = m_zone->currentData().toByteArray();
    Q_EMIT changed();
}

void WorkingHoursPage::tellProblem()
{
    QString words;
    for (size_t day = 0; day < m_week.size() && words.isEmpty(); ++day) {
        if (!dayHoursFrom(m_week.at(day)->text())) {
            //: %1 is a weekday, %2 what was typed
            words = tr("%1 stays as it was: “%2” is not understood.")
                        .arg(m_weekLabels.at(day)->text(), oneLine(m_week.at(day)->text(), 60));
        }
    }
    QString wrong;
    if (words.isEmpty() && !specialDaysFrom(m_days->toPlainText(), &wrong)) {
        words = tr("The special days stay as they were: “%1” is not understood.").arg(oneLine(wrong, 60));
    }
    m_problem->setText(words);
    m_problem->setVisible(!words.isEmpty());
}

void WorkingHoursPage::retranslate()
{
    const QSignalBlocker unit(m_unit);
    const QSignalBlocker zone(m_zone);
    const QSignalBlocker region(m_region);
    m_amountLabel->setText(tr("Answer &within"));
    m_amount->setSpecialValueText(tr("No target"));
    m_unitLabel->setText(tr("Coun&ted in"));
    m_unit->setItemText(0, tr("Working hours"));
    m_unit->setItemText(1, tr("Working days"));
    m_zoneLabel->setText(tr("Time &zone"));
    m_zone->setItemText(0, tr("As the system"));
    for (size_t day = 0; day < m_week.size(); ++day) {
        m_weekLabels.at(day)->setText(QLocale().standaloneDayName(static_cast<int>(day) + 1));
        m_week.at(day)->setPlaceholderText(tr("Day off"));
    }
    m_weekHint->setText(tr("As “09:00-13:00, 14:00-18:00”. Nothing means a day off."));
    m_regionLabel->setText(tr("P&ublic holidays"));
    //: No public holidays
    m_region->setItemText(0, tr("None"));
    tellHolidays();
    m_daysLabel->setText(tr("S&pecial days"));
    m_daysHint->setText(tr("One a line: “2026-11-04” is a holiday, “01-01” one in each year, "
                           "“2026-11-07 09:00-16:00” a day with hours of its own."));
    tellProblem();
}

} // namespace aside
