// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/smtp/smtpsession.h"

namespace aside::smtp {

/// Opens the link and signs in: nothing of the credentials leaves before the server has proved who it is.
/// Answers with what the server can, as it said after encryption. An error ends the link.
[[nodiscard]] QFuture<Result<Features>> signIn(SmtpLink &link, const mail::ServerAddress &server,
                                               const mail::Credentials &credentials, std::stop_token stop);

} // namespace aside::smtp
