// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/net/connection.h"
#include "models/domain/account.h"

#include <QString>

namespace aside::test {

/// The account of op1 at these servers.
inline Account accountAt(const mail::ServerAddress &imap, const mail::ServerAddress &smtp)
{
    Account account;
    account.channel = Channel::Email;
    account.name = QStringLiteral("Shop");
    account.identity = QStringLiteral("Лавка");
    account.address = QStringLiteral("op1@localhost");
    account.settings = {{QStringLiteral("user"), QStringLiteral("op1")},
                        {QStringLiteral("imap.host"), imap.host},
                        {QStringLiteral("imap.port"), QString::number(imap.port)},
                        {QStringLiteral("smtp.host"), smtp.host},
                        {QStringLiteral("smtp.port"), QString::number(smtp.port)},
                        {QStringLiteral("smtp.security"), QStringLiteral("starttls")}};
    return account;
}

/// What the customer writes.
inline QByteArray question(const QByteArray &id, const QByteArray &subject, const QByteArray &text)
{
    return "From: Anna <customer@localhost>\r\nTo: op1@localhost\r\nSubject: " + subject + "\r\nMessage-ID: <"
        + id + ">\r\nDate: Mon, 12 Oct 2026 10:00:00 +0000\r\n\r\n" + text + "\r\n";
}

} // namespace aside::test
