// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace aside::test {

enum class MailCertificate {
    Good,
    Expired,
    NotYet,
    WrongHost,
    NoName,
    SelfSigned,
    Stranger,
    WeakKey, ///< RSA of 1,024 bits
    Sha1 ///< signed so
};

/// Certificates for 127.0.0.1 and localhost, made by openssl when a test asks for them.
class MailCertificates
{
public:
    /// Null where there is no openssl that can.
    [[nodiscard]] static std::unique_ptr<MailCertificates> make();

    /// Without its ending: there are a .pem and a .key.
    [[nodiscard]] QString path(MailCertificate certificate) const;
    [[nodiscard]] QSslConfiguration server(MailCertificate certificate) const;
    [[nodiscard]] QList<QSslCertificate> authorities() const;

private:
    QTemporaryDir m_folder;
};

} // namespace aside::test
