// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/net/connection.h"
#include "app/channels/email/net/sasl.h"
#include "tests/servers/mailscript.h"

namespace aside::test {

/// Whom the scripted servers know.
inline mail::Credentials anna()
{
    return {.user = QStringLiteral("anna"),
            .password = Secret(QByteArrayLiteral("s3cret")),
            .token = {},
            .host = {},
            .port = 0};
}

/// Where a scripted server listens.
inline mail::ServerAddress at(const MailScript &server, mail::Security security)
{
    return {.host = QStringLiteral("127.0.0.1"), .port = server.serverPort(), .security = security};
}

} // namespace aside::test
