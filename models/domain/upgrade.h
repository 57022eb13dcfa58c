// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

#include <functional>
#include <stop_token>

namespace aside {

/// What happens to a profile of an earlier version, in this order.
enum class UpgradeStep : quint8 {
    Checking, ///< that nothing in it is damaged
    Copying, ///< into PROFILE/backups
    Changing, ///< to the form of this version
};

struct UpgradeProgress {
    UpgradeStep step = UpgradeStep::Checking;
    int percent = -1; ///< of this step; -1: nobody can know

    bool operator==(const UpgradeProgress &) const = default;
};

/// What an upgrade tells while it works, on the thread where it does, and how it is asked to stop.
struct UpgradeWatch {
    std::function<void(const UpgradeProgress &)> tell{};
    std::stop_token stop{};
};

/// What becomes of a profile of an earlier version when it is opened.
enum class EarlierVersion : quint8 {
    Upgrade,
    Refuse, ///< Errc::Conflict
};

} // namespace aside
