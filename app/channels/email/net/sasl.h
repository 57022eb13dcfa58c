// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/core/secret.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>

namespace aside::mail {

/// With what a person signs in. A token goes before a password.
struct Credentials {
    QString user;
    Secret password;
    Secret token; ///< OAuth 2 access token
    QString host; ///< the server's, for the mechanisms that name it
    quint16 port = 0;
};

/// One way of signing in, as a talk of challenges and answers without their Base64. For one sign-in; a step
/// may take long and is best made away from the UI thread. IMAP and SMTP carry the same talk.
class SaslMechanism
{
public:
    SaslMechanism() = default;
    virtual ~SaslMechanism() = default;
    SaslMechanism(const SaslMechanism &) = delete;
    SaslMechanism &operator=(const SaslMechanism &) = delete;

    [[nodiscard]] virtual QByteArray name() const = 0;
    /// Whether answer() to an empty challenge is what the talk begins with.
    [[nodiscard]] virtual bool speaksFirst() const = 0;
    /// An error ends the talk: nothing more may be said to this server.
    [[nodiscard]] virtual Result<Secret> answer(const QByteArray &challenge) = 0;
    /// To be asked when the server says yes: a server that had to prove that it knows the password, and did
    /// not, is an impostor (Errc::Tls).
    [[nodiscard]] virtual Result<void> finish() const { return {}; }
};

/// The best that the server offers and the credentials allow; null where there is none. The names are those
/// of RFC 4422, in any case.
[[nodiscard]] std::unique_ptr<SaslMechanism> chooseMechanism(const QList<QByteArray> &offered,
                                                             const Credentials &credentials);

/// SCRAM-SHA-256 with a given nonce, for those who check it against RFC 7677.
[[nodiscard]] std::unique_ptr<SaslMechanism> scramSha256(const Credentials &credentials, QByteArray nonce);

} // namespace aside::mail
