// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/smtp/smtpsession.h"

namespace aside::smtp {

/// One letter through a link that is signed in. Everything that can go wrong is an outcome.
[[nodiscard]] QFuture<Delivery> transact(SmtpLink &link, const Features &features, Envelope envelope,
                                         std::unique_ptr<mail::LetterDevice> letter, std::stop_token stop);

} // namespace aside::smtp
