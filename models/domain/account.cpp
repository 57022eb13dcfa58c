// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/account.h"

#include <algorithm>
#include <array>

namespace aside {

bool isUsable(const Account &account, Instant now)
{
    return account.isOn && (!account.pause || account.pause->until <= now);
}

bool namesSecret(QStringView settingName)
{
    constexpr std::array words{QLatin1StringView("password"), QLatin1StringView("passphrase"),
                               QLatin1StringView("secret"), QLatin1StringView("token"),
                               QLatin1StringView("apikey")};
    return std::ranges::any_of(
        words, [&](QLatin1StringView word) { return settingName.contains(word, Qt::CaseInsensitive); });
}

} // namespace aside
