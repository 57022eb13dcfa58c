// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/preferences.h"

#include <algorithm>

namespace aside {

bool QuietHours::holds(QTime at) const
{
    if (!isOn || from == until) {
        return false;
    }
    return from < until ? at >= from && at < until : at >= from || at < until;
}

Preferences bounded(Preferences preferences)
{
    using std::chrono::seconds;
    if (preferences.language != u"en" && preferences.language != u"ru") {
        preferences.language.clear();
    }
    preferences.textSize
        = std::clamp(preferences.textSize, Preferences::smallestText, Preferences::largestText);
    preferences.undoWindow = std::clamp(preferences.undoWindow, seconds(0), Preferences::longestUndo);
    preferences.promiseLead
        = std::clamp(preferences.promiseLead, std::chrono::minutes(0), Preferences::longestLead);
    preferences.workingHours.target.amount
        = std::clamp(preferences.workingHours.target.amount, 0, ResponseTarget::most);
    return preferences;
}

} // namespace aside
