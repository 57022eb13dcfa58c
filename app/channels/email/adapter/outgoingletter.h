// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/compose/letter.h"
#include "app/channels/email/smtp/smtpsession.h"
#include "models/domain/account.h"
#include "models/domain/outgoing.h"

namespace aside::mail {

/// A reply as a letter of the account's. Its id is that of the reply, so each attempt is the same letter.
[[nodiscard]] Letter letterOf(const OutgoingMessage &message, const Account &account, Instant now,
                              std::chrono::seconds utcOffset);
/// Errc::InvalidInput where an address is none.
[[nodiscard]] Result<smtp::Envelope> envelopeOf(const Letter &letter);

/// How far local time is from UTC then.
[[nodiscard]] std::chrono::seconds localOffset(Instant at);

} // namespace aside::mail
