// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/net/connection.h"

#include <QTcpServer>
#include <QTemporaryDir>

#include <memory>

namespace aside::test {

/// A real Courier on a free port of this machine, with an empty mailbox; whoever connects is signed in.
/// Another dialect than Dovecot's: no CONDSTORE, no QRESYNC, no MOVE, no ESEARCH, no LITERAL+, folders below
/// INBOX with dots. Debian does not install two IMAP servers, so ./dev setup test unpacks this one beside.
class CourierServer : public QTcpServer
{
    Q_OBJECT
public:
    /// Whether there is such a server; a test that needs it says so and skips.
    [[nodiscard]] static bool isInstalled();
    /// Null where it cannot be made.
    [[nodiscard]] static std::unique_ptr<CourierServer> start();
    ~CourierServer() override;

    [[nodiscard]] mail::ServerAddress imap() const;

protected:
    void incomingConnection(qintptr handle) override;

private:
    CourierServer() = default;

    QTemporaryDir m_folder;
};

} // namespace aside::test
