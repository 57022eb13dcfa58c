// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/preferencestoml.h"

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
    reader.read("notifications", "tray", read.hasTray);
    if (reader.wrong()) {
        return fail(Errc::BadSettings,
                    QString::fromStdString(*reader.wrong()) + QStringLiteral(" makes no sense"));
    }
    read.language = QString::fromStdString(language);
    read.textSize = static_cast<int>(std::clamp<int64_t>(textSize, 0, 1000));
    read.undoWindow = std::chrono::seconds(undoWindow);
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
    notifications.insert_or_assign("tray", preferences.hasTray);
}

} // namespace aside
