// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/core/error.h"
#include "models/domain/account.h"
#include "models/domain/incoming.h"

#include <QString>

namespace aside {

/// What a customer wrote in a place that no program reads, as an operator enters it.
struct EnteredMention {
    QString author{}; ///< as the page shows it; empty: nobody is named
    QString text{};
    QString page{}; ///< where it stands; may be empty
    QString subject{};
    Audience audience = Audience::Public;
    Instant at{}; ///< when it was written
    QString answers{}; ///< id of a message of the conversation that it belongs to; empty: it begins one

    bool operator==(const EnteredMention &) const = default;
};

/// Whether it can be kept: Errc::Empty without a text, TooLarge with more than 200,000 characters of it or
/// 200 of a name, BadSettings (detail: "page", "at") where the page is no address of the web or the time is
/// to come, NotFound where the account is not of a place that is kept by hand.
[[nodiscard]] Result<void> checkMention(const EnteredMention &mention, const Account &account, Instant now);

/// What is stored of it. The same words of the same author at the same place are the same mention, so what is
/// entered twice is kept once. The author is known by the place and the name.
[[nodiscard]] IncomingMessage mentionMessage(const EnteredMention &mention, const Account &account);

} // namespace aside
