// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/core/error.h"
#include "models/core/id.h"
#include "models/domain/channel.h"

#include <QMap>
#include <QString>

#include <optional>

namespace aside {

/// Why nothing goes through an account for a while.
struct AccountPause {
    Instant until{}; ///< untilResumed: nothing but the operator ends it
    Errc cause = Errc::Network;
    QString words{}; ///< what the server said, foreign text; empty where it said nothing

    bool operator==(const AccountPause &) const = default;
};

/// The end of a pause that has none.
inline constexpr Instant untilResumed = Instant::max();

/// The cause of a pause that the operator made: no fault, and nothing but the operator ends it.
inline constexpr Errc pausedByOperator = Errc::Cancelled;

/// One configured connection to a channel, with the identity that replies. Holds no secret: those lie in the
/// keychain under the account's id.
struct Account {
    AccountId id;
    Channel channel = Channel::Email;
    QString name; ///< as the team calls it
    QString identity; ///< the name that customers see
    QString address; ///< what identifies it on its channel: a mail address, a group, a handle
    QMap<QString, QString> settings{}; ///< what its adapter wants to know ("imap.host"), plain values
    bool isOn = true;
    std::optional<AccountPause> pause{};

    bool operator==(const Account &) const = default;
};

/// Whether something may go through the account now.
[[nodiscard]] bool isUsable(const Account &account, Instant now);

/// Whether a setting of this name would hold a secret; such settings are refused.
[[nodiscard]] bool namesSecret(QStringView settingName);

} // namespace aside
