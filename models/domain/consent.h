// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/core/id.h"
#include "models/domain/channel.h"

#include <QList>
#include <QString>

namespace aside {

/// What a person may allow. Stored: never renumber.
enum class ConsentTo : quint8 { DirectMessage = 0, Phone = 1, Mailing = 2, RemovalRequest = 3 };

/// How it stands. Stored: never renumber.
enum class ConsentState : quint8 { None = 0, Asked = 1, Given = 2, Refused = 3, Revoked = 4 };

/// What a person allowed, or did not, on a handle.
struct Consent {
    ConsentTo to = ConsentTo::DirectMessage;
    ConsentState state = ConsentState::None;
    Channel channel = Channel::Email;
    QString handle;
    Instant at{};
    Instant until{}; ///< 0: without an end
    MessageId evidence; ///< the message that says so
    QList<PersonId> people{}; ///< of a merged person: for which of them it counts; empty: for all

    bool operator==(const Consent &) const = default;
};

/// One line of the ledger: what was said, and how we know.
struct ConsentEntry {
    ConsentEntryId id;
    Consent said;
    QString words{}; ///< the operator's, where no message says it
    QString by{}; ///< who recorded it
    Instant recordedAt{};

    bool operator==(const ConsentEntry &) const = default;
};

} // namespace aside
