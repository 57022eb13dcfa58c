// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/net/connection.h"
#include "app/channels/email/net/sasl.h"
#include "tests/servers/mailcertificates.h"

#include <QTcpServer>
#include <QTemporaryDir>

#include <memory>

namespace aside::test {

/// A real Dovecot and a real Exim on free ports of this machine, for as long as this lives; unprivileged. The
/// users op1, op2 and customer have the passwords secret1, secret2 and secret3; mail to them by SMTP arrives
/// in their INBOX. So does full with secret4, whose mailbox has room for 4 kB. The OAuth 2 token "good-token"
/// is op1's.
class MailServers : public QObject
{
    Q_OBJECT
public:
    /// Whether there are such servers; a test that needs them says so and skips.
    [[nodiscard]] static bool areInstalled();
    /// Null where they do not start.
    [[nodiscard]] static std::unique_ptr<MailServers> start(MailCertificate certificate
                                                            = MailCertificate::Good);
    ~MailServers() override;

    [[nodiscard]] mail::ServerAddress imap(mail::Security security) const;
    [[nodiscard]] mail::ServerAddress smtp() const;
    /// With what one of the users signs in.
    [[nodiscard]] static mail::Credentials user(const QString &name, const QByteArray &password);
    /// The system's, but for whom it trusts.
    [[nodiscard]] mail::MailEdge edge() const;
    /// Sends a message to a user by SMTP, as another program would.
    [[nodiscard]] bool deliver(const QString &user, const QByteArray &message) const;
    /// What Dovecot wrote about it, for a test that fails.
    [[nodiscard]] QByteArray log() const;

private:
    struct Ports {
        quint16 imap = 0;
        quint16 imaps = 0;
        quint16 lmtp = 0;
        quint16 smtp = 0;
    };

    MailServers() = default;
    [[nodiscard]] bool run(MailCertificate certificate);
    void vouchForTokens();

    std::unique_ptr<MailCertificates> m_certificates;
    QTemporaryDir m_folder;
    QTcpServer m_tokens;
    Ports m_ports;
};

} // namespace aside::test
