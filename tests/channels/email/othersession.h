// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/imap/imapsession.h"
#include "tests/channels/email/waiting.h"
#include "tests/servers/mailservers.h"

#include <memory>

namespace aside::test {

/// Another program with the same mailbox; none where it is not let in.
inline std::unique_ptr<imap::ImapSession> sessionOf(const MailServers &servers, const QString &user,
                                                    const QByteArray &password)
{
    auto session = std::make_unique<imap::ImapSession>(servers.edge(), imap::Limits());
    const bool isIn
        = settled(session->signIn(servers.imap(mail::Security::Tls), MailServers::user(user, password), {}))
              .has_value();
    return isIn ? std::move(session) : nullptr;
}

} // namespace aside::test
