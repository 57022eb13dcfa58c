// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/workinghours.h"

#include <QHash>
#include <QString>
#include <QStringList>
#include <QTime>
#include <QtTypes>

#include <chrono>

namespace aside {

/// System: what the desktop asks for.
enum class ColorMode : quint8 { System, Light, Dark };

/// How much air is around things.
enum class Density : quint8 { Compact, Normal, Comfortable };

/// Shortcuts that differ from what the program brings: id of a command → portable texts (none: no shortcut).
using ShortcutChanges = QHash<QString, QStringList>;

/// The hours in which nothing is announced; over midnight where `from` is later than `until`.
struct QuietHours {
    bool isOn = false;
    QTime from{22, 0};
    QTime until{8, 0};

    /// True from the first minute on, false again at the last one.
    [[nodiscard]] bool holds(QTime at) const;
    bool operator==(const QuietHours &) const = default;
};

/// What a person set for this profile. Each value is within its bounds: see bounded().
struct Preferences {
    static constexpr int smallestText = 100;
    static constexpr int largestText = 200;
    static constexpr std::chrono::seconds longestUndo{60};
    static constexpr std::chrono::minutes longestLead{24 * 60};

    ColorMode colorMode = ColorMode::System;
    QString language; ///< "en", "ru"; empty: the system's
    Density density = Density::Normal;
    int textSize = smallestText; ///< percent of the desktop's size
    std::chrono::seconds undoWindow{10}; ///< none: a reply goes to the outbox at once
    bool hasLetterKeys = true; ///< single letters do commands in the conversation list
    ShortcutChanges shortcuts;
    bool notifies = true;
    bool showsTexts = true; ///< a notification shows who wrote and the first words
    QuietHours quietHours;
    std::chrono::minutes promiseLead{
        120}; ///< so long before a promise is due its maker is reminded; 0: not before
    bool hasTray = false;
    WorkingHours workingHours;

    bool operator==(const Preferences &) const = default;
};

/// The nearest preferences the program can work with.
[[nodiscard]] Preferences bounded(Preferences preferences);

} // namespace aside
