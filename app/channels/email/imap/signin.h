// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/imap/imaplink.h"
#include "app/channels/email/net/connection.h"
#include "app/channels/email/net/sasl.h"

#include <QFuture>

#include <stop_token>

namespace aside::imap {

/// Opens the link and signs in: nothing of the credentials leaves before the server has proved who it is.
/// Then asks for what makes later work cheap (QRESYNC or CONDSTORE, compression). An error ends the link.
/// Errors as ImapLink::open(), and Insecure, SignInRefused, SignInUnsupported, Cancelled.
[[nodiscard]] QFuture<Result<void>> signIn(ImapLink &link, const mail::ServerAddress &server,
                                           const mail::Credentials &credentials, std::stop_token stop);

} // namespace aside::imap
