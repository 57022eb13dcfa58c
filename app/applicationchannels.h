// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/net/mailedge.h"
#include "models/core/clock.h"
#include "models/domain/account.h"
#include "models/ports/secretstore.h"
#include "models/ports/tokensource.h"
#include "models/services/channelregistry.h"

#include <QFuture>
#include <QStringList>

namespace aside {

/// What accounts reach the world through; all of it outlives the adapters.
struct ChannelEdges {
    SecretStore &secrets;
    const Clock &clock;
    mail::MailEdge mailEdge = mail::systemMailEdge();
    QStringList ownAddresses{}; ///< mail from these is ours, beside the account's own address
    TokenSource *tokens = nullptr; ///< null: no account signs in by OAuth
};

/// The channels of this build, one line each. Secrets are read when an adapter connects.
[[nodiscard]] ChannelRegistry makeChannels(const ChannelEdges &edges);

/// How signing in to the two servers of a mail account went.
struct SignInTrial {
    QString imapServer; ///< "mail.example:993"
    Result<void> imap;
    QString smtpServer;
    Result<void> smtp;
};

/// Signs in to receive and to send, and leaves; sends nothing, changes nothing. An error says that there was
/// nothing to sign in with, or nowhere: SecretStore's, BadSettings, and NotFound where the account's channel
/// is not mail.
[[nodiscard]] QFuture<Result<SignInTrial>> trySigningIn(const Account &account, const ChannelEdges &edges);

} // namespace aside
