// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/imap/imapsession.h"
#include "tests/channels/email/waiting.h"
#include "tests/servers/mailedgefake.h"
#include "tests/servers/mailscript.h"

#include <QTest>

#include <memory>

namespace aside::test {

/// A session with a server that plays a script, signed in from the start: the script begins with what the
/// first command of the test is.
class ScriptedSession
{
public:
    explicit ScriptedSession(const QByteArray &capabilities, const QList<QByteArray> &script,
                             const imap::Limits &limits = {})
        : server(QList<QByteArray>{"S: * PREAUTH [CAPABILITY IMAP4rev1 " + capabilities + "] ready"} + script)
        , session(std::make_unique<imap::ImapSession>(time.edge(), limits))
        , isSignedIn(settled(session->signIn({.host = QStringLiteral("127.0.0.1"),
                                              .port = server.serverPort(),
                                              .security = mail::Security::PlainLoopback},
                                             {}, {}))
                         .has_value())
    {
    }

    MailEdgeFake time;
    MailScript server;
    std::unique_ptr<imap::ImapSession> session;
    bool isSignedIn;
};

} // namespace aside::test
