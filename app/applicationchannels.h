// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/net/mailedge.h"
#include "app/channels/http/httpedge.h"
#include "models/core/clock.h"
#include "models/domain/account.h"
#include "models/ports/mailsignins.h"
#include "models/services/channelregistry.h"

#include <QFuture>
#include <QStringList>

namespace aside {

namespace mail {
class LiveProbe;
} // namespace mail

/// What accounts reach the world through; all of it outlives the adapters.
struct ChannelEdges {
    MailSignIns &signIns;
    const Clock &clock;
    mail::MailEdge mailEdge = mail::systemMailEdge();
    HttpEdge httpEdge = systemEdge();
    QStringList ownAddresses{}; ///< mail from these is ours, beside the account's own address
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
/// nothing to sign in with, or nowhere: those of MailSignIns, BadSettings, and NotFound where the account's
/// channel is not mail.
[[nodiscard]] QFuture<Result<SignInTrial>> trySigningIn(const Account &account, MailSignIns &signIns,
                                                        mail::LiveProbe &probe);

} // namespace aside
