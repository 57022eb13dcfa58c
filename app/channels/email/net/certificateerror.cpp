// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/net/certificateerror.h"

#include <algorithm>
#include <array>

namespace aside::mail {

namespace {

Errc meaning(QSslError::SslError error)
{
    switch (error) {
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
    case QSslError::CertificateRevoked:
    case QSslError::CertificateBlacklisted:
    case QSslError::InvalidCaCertificate:
        return Errc::CertificateUntrusted;
    case QSslError::HostNameMismatch:
        return Errc::CertificateWrongHost;
    case QSslError::CertificateExpired:
    case QSslError::CertificateNotYetValid:
        return Errc::CertificateExpired;
    default: // Qt's, and none of them names a remedy
        return Errc::Tls;
    }
}

} // namespace

Errc certificateError(const QList<QSslError> &errors)
{
    constexpr std::array gravest{Errc::CertificateUntrusted, Errc::CertificateWrongHost,
                                 Errc::CertificateExpired};
    for (const Errc code : gravest) {
        if (std::ranges::any_of(errors, [&](const QSslError &e) { return meaning(e.error()) == code; })) {
            return code;
        }
    }
    return Errc::Tls;
}

} // namespace aside::mail
