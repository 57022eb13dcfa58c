// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/preferencestoml.h"

#include <QTimeZone>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace aside {

namespace {

template <typename Value>
using Names = std::array<std::pair<Value, std::string_view>, 3>;

using Unit = ResponseTarget::Unit;
constexpr Names<Unit> unitNames{{{Unit::Hours, "hours"}, {Unit::Days, "days"}, {Unit::Days, "day"}}};
constexpr std::string_view hoursTable = "working_hours";
constexpr std::array<std::string_view, WorkingHours::weekDays> dayNames{
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

constexpr Names<ColorMode> themeNames{
    {{ColorMode::System, "system"}, {ColorMode::Light, "light"}, {ColorMode::Dark, "dark"}}};
constexpr Names<Density> densityNames{
    {{Density::Compact, "compact"}, {Density::Normal, "normal"}, {Density::Comfortable, "comfortable"}}};
constexpr QStringView timeFormat = u"HH:mm";

/// Reads values one after another and remembers the first that makes no sense.
class Reader
{
public:
    explicit Reader(const toml::table &file)
        : m_file(file)
    {
    }

    /// Leaves `value` alone where the file says nothing.
    template <typename Value>
    void read(std::string_view table, std::string_view key, Value &value)
    {
        const toml::node_view node = m_file[table][key];
        if (!node) {
            if (m_file.contains(table) && !m_file[table].is_table()) {
                m_wrong = std::string(table);
            }
            return;
        }
        if (const std::optional<Value> read = node.value_exact<Value>()) {
            value = *read;
        } else {
            refuse(table, key);
        }
    }

    template <typename Value>
    void readName(std::string_view table, std::string_view key, const Names<Value> &names, Value &value)
    {
        std::string name;
        read(table, key, name);
        const auto *found = std::ranges::find(names, name, &Names<Value>::value_type::second);
        if (found != names.end()) {
            value = found->first;
        } else if (!name.empty()) {
            refuse(table, key);
        }
    }

    void readTime(std::string_view table, std::string_view key, QTime &value)
    {
        std::string text;
        read(table, key, text);
        const QTime time = QTime::fromString(QString::fromStdString(text), timeFormat);
        if (time.isValid()) {
            value = time;
        } else if (!text.empty()) {
            refuse(table, key);
        }
    }

    void readShortcuts(ShortcutChanges &shortcuts)
    {
        const toml::node_view node = m_file["keyboard"]["shortcuts"];
        if (node && !node.is_table()) {
            refuse("keyboard", "shortcuts");
        }
        if (const toml::table *table = node.as_table()) {
            for (const auto &[id, keys] : *table) {
                shortcuts.insert(QString::fromStdString(std::string(id.str())), keysOf(keys));
            }
        }
    }

    /// A list of texts, each made into a value by `make`.
    template <typename Value, typename Make>
    void readList(std::string_view table, std::string_view key, QList<Value> &values, Make make)
    {
        const toml::node_view node = m_file[table][key];
        if (!node) {
            return;
        }
        QList<Value> read;
        const toml::array *list = node.as_array();
        bool isWrong = list == nullptr;
        for (size_t i = 0; !isWrong && i < list->size(); ++i) {
            const std::optional<std::string> text = (*list)[i].value_exact<std::string>();
            const std::optional<Value> value
                = text ? make(QString::fromStdString(*text)) : std::optional<Value>();
            isWrong = !value;
            read.append(value.value_or(Value()));
        }
        isWrong ? refuse(table, key) : values.swap(read);
    }

    void readWorkingHours(WorkingHours &hours);

    [[nodiscard]] const std::optional<std::string> &wrong() const { return m_wrong; }

private:
    QStringList keysOf(const toml::node &node)
    {
        QStringList keys;
        const toml::array *list = node.as_array();
        if (list == nullptr) {
            refuse("keyboard", "shortcuts");
            return keys;
        }
        for (const toml::node &key : *list) {
            if (const std::optional<std::string> text = key.value_exact<std::string>()) {
                keys.append(QString::fromStdString(*text));
            } else {
                refuse("keyboard", "shortcuts");
            }
        }
        return keys;
    }

    void refuse(std::string_view table, std::string_view key)
    {
        if (!m_wrong) {
            m_wrong = std::string(table) + '.' + std::string(key);
        }
    }

    const toml::table &m_file;
    std::optional<std::string> m_wrong;
};

/// Each day as a list of its stretches: monday = ["09:00-13:00", "14:00-18:00"].
void Reader::readWorkingHours(WorkingHours &hours)
{
    for (size_t day = 0; day < dayNames.size(); ++day) {
        QStringList stretches{toText(hours.week.at(day))};
        readList(hoursTable, dayNames.at(day), stretches,
                 [](const QString &text) { return std::optional(text); });
        if (const auto read = dayHoursFrom(stretches.join(u','))) {
            hours.week.at(day) = *read;
        } else {
            refuse(hoursTable, dayNames.at(day));
        }
    }
    readList(hoursTable, "special_days", hours.specialDays,
             [](const QString &text) { return specialDayFrom(text); });
    std::string zone;
    read(hoursTable, "time_zone", zone);
    hours.timeZone = QByteArray::fromStdString(zone);
    if (!zone.empty() && !QTimeZone::isTimeZoneIdAvailable(hours.timeZone)) {
        refuse(hoursTable, "time_zone");
    }
    std::string region;
    read(hoursTable, "public_holidays", region);
    hours.holidayRegion = QString::fromStdString(region);
    int64_t amount = hours.target.amount;
    read(hoursTable, "answer_within", amount);
    hours.target.amount = static_cast<int>(std::clamp<int64_t>(amount, 0, ResponseTarget::most));
    readName(hoursTable, "answer_unit", unitNames, hours.target.unit);
}

template <typename Value>
std::string nameOf(const Names<Value> &names, Value value)
{
    return std::string(std::ranges::find(names, value, &Names<Value>::value_type::first)->second);
}

toml::table &tableOf(toml::table &file, std::string_view name)
{
    if (!file[name].is_table()) {
        file.insert_or_assign(name, toml::table{});
    }
    return *file[name].as_table();
}

std::string timeOf(QTime time)
{
    return time.toString(timeFormat).toStdString();
}

void putWorkingHours(toml::table &table, const WorkingHours &hours)
{
    for (size_t day = 0; day < dayNames.size(); ++day) {
        toml::array stretches;
        for (const DayStretch &stretch : hours.week.at(day)) {
            stretches.push_back(toText(DayHours{stretch}).toStdString());
        }
        table.insert_or_assign(dayNames.at(day), std::move(stretches));
    }
    toml::array days;
    for (const SpecialDay &day : hours.specialDays) {
        days.push_back(toText(day).toStdString());
    }
    table.insert_or_assign("special_days", std::move(days));
    table.insert_or_assign("public_holidays", hours.holidayRegion.toStdString());
    table.insert_or_assign("time_zone", hours.timeZone.toStdString());
    table.insert_or_assign("answer_within", int64_t{hours.target.amount});
    table.insert_or_assign("answer_unit", nameOf(unitNames, hours.target.unit));
}

toml::table shortcutsOf(const ShortcutChanges &changes)
{
    toml::table table;
    for (const auto &[id, keys] : changes.asKeyValueRange()) {
        toml::array list;
        for (const QString &key : keys) {
            list.push_back(key.toStdString());
        }
        table.insert_or_assign(id.toStdString(), std::move(list));
    }
    return table;
}

} // namespace

Result<Preferences> preferencesFrom(const toml::table &file)
{
    Preferences read;
    Reader reader(file);
    std::string language;
    int64_t textSize = read.textSize;
    int64_t undoWindow = read.undoWindow.count();
    int64_t promiseLead = read.promiseLead.count();
    reader.readName("looks", "theme", themeNames, read.colorMode);
    reader.read("looks", "language", language);
    reader.readName("looks", "density", densityNames, read.density);
    reader.read("looks", "text_size", textSize);
    reader.read("sending", "undo_window", undoWindow);
    reader.read("keyboard", "single_letters", read.hasLetterKeys);
    reader.readShortcuts(read.shortcuts);
    reader.read("notifications", "on", read.notifies);
    reader.read("notifications", "preview", read.showsTexts);
    reader.read("notifications", "quiet_hours", read.quietHours.isOn);
    reader.readTime("notifications", "quiet_from", read.quietHours.from);
    reader.readTime("notifications", "quiet_until", read.quietHours.until);
    reader.read("notifications", "promise_lead", promiseLead);
    reader.read("notifications", "tray", read.hasTray);
    reader.readWorkingHours(read.workingHours);
    if (reader.wrong()) {
        return fail(Errc::BadSettings,
                    QString::fromStdString(*reader.wrong()) + QStringLiteral(" makes no sense"));
    }
    read.language = QString::fromStdString(language);
    read.textSize = static_cast<int>(std::clamp<int64_t>(textSize, 0, 1000));
    read.undoWindow = std::chrono::seconds(undoWindow);
    read.promiseLead = std::chrono::minutes(promiseLead);
    return bounded(read);
}

void putPreferences(toml::table &file, const Preferences &preferences)
{
    toml::table &looks = tableOf(file, "looks");
    looks.insert_or_assign("theme", nameOf(themeNames, preferences.colorMode));
    looks.insert_or_assign("language", preferences.language.toStdString());
    looks.insert_or_assign("density", nameOf(densityNames, preferences.density));
    looks.insert_or_assign("text_size", int64_t{preferences.textSize});
    tableOf(file, "sending").insert_or_assign("undo_window", int64_t{preferences.undoWindow.count()});
    toml::table &keyboard = tableOf(file, "keyboard");
    keyboard.insert_or_assign("single_letters", preferences.hasLetterKeys);
    keyboard.insert_or_assign("shortcuts", shortcutsOf(preferences.shortcuts));
    toml::table &notifications = tableOf(file, "notifications");
    notifications.insert_or_assign("on", preferences.notifies);
    notifications.insert_or_assign("preview", preferences.showsTexts);
    notifications.insert_or_assign("quiet_hours", preferences.quietHours.isOn);
    notifications.insert_or_assign("quiet_from", timeOf(preferences.quietHours.from));
    notifications.insert_or_assign("quiet_until", timeOf(preferences.quietHours.until));
    notifications.insert_or_assign("promise_lead", int64_t{preferences.promiseLead.count()});
    notifications.insert_or_assign("tray", preferences.hasTray);
    putWorkingHours(tableOf(file, hoursTable), preferences.workingHours);
}

} // namespace aside
