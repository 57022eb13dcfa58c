// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/error.h"

namespace aside {

QLatin1StringView errcName(Errc code)
{
    switch (code) {
    case Errc::Internal:
        return QLatin1StringView("internal");
    case Errc::Cancelled:
        return QLatin1StringView("cancelled");
    case Errc::InvalidInput:
        return QLatin1StringView("invalid-input");
    case Errc::NotFound:
        return QLatin1StringView("not-found");
    case Errc::NoPermission:
        return QLatin1StringView("no-permission");
    case Errc::NotAFile:
        return QLatin1StringView("not-a-file");
    case Errc::NotADirectory:
        return QLatin1StringView("not-a-directory");
    case Errc::Empty:
        return QLatin1StringView("empty");
    case Errc::UnknownFormat:
        return QLatin1StringView("unknown-format");
    case Errc::BrokenItem:
        return QLatin1StringView("broken-item");
    case Errc::Truncated:
        return QLatin1StringView("truncated");
    case Errc::TooLarge:
        return QLatin1StringView("too-large");
    case Errc::TooDeep:
        return QLatin1StringView("too-deep");
    case Errc::DiskFull:
        return QLatin1StringView("disk-full");
    case Errc::ReadOnly:
        return QLatin1StringView("read-only");
    case Errc::Io:
        return QLatin1StringView("io");
    case Errc::ProfileInUse:
        return QLatin1StringView("profile-in-use");
    case Errc::DatabaseNewer:
        return QLatin1StringView("database-newer");
    case Errc::DatabaseCorrupt:
        return QLatin1StringView("database-corrupt");
    case Errc::NotADatabase:
        return QLatin1StringView("not-a-database");
    case Errc::KeyMissing:
        return QLatin1StringView("key-missing");
    case Errc::BadSettings:
        return QLatin1StringView("bad-settings");
    case Errc::Conflict:
        return QLatin1StringView("conflict");
    case Errc::OtherConsumer:
        return QLatin1StringView("other-consumer");
    case Errc::Network:
        return QLatin1StringView("network");
    case Errc::Timeout:
        return QLatin1StringView("timeout");
    case Errc::Tls:
        return QLatin1StringView("tls");
    case Errc::CertificateUntrusted:
        return QLatin1StringView("certificate-untrusted");
    case Errc::CertificateWrongHost:
        return QLatin1StringView("certificate-wrong-host");
    case Errc::CertificateExpired:
        return QLatin1StringView("certificate-expired");
    case Errc::Insecure:
        return QLatin1StringView("insecure");
    case Errc::PrivateAddress:
        return QLatin1StringView("private-address");
    case Errc::ServerRefused:
        return QLatin1StringView("server-refused");
    case Errc::SignInRefused:
        return QLatin1StringView("sign-in-refused");
    case Errc::SignInUnsupported:
        return QLatin1StringView("sign-in-unsupported");
    case Errc::BadAnswer:
        return QLatin1StringView("bad-answer");
    case Errc::QuotaFull:
        return QLatin1StringView("quota-full");
    case Errc::AtServer:
        return QLatin1StringView("at-server");
    case Errc::SecretMissing:
        return QLatin1StringView("secret-missing");
    case Errc::KeychainMissing:
        return QLatin1StringView("keychain-missing");
    case Errc::KeychainSilent:
        return QLatin1StringView("keychain-silent");
    case Errc::PassphraseMissing:
        return QLatin1StringView("passphrase-missing");
    case Errc::PassphraseWrong:
        return QLatin1StringView("passphrase-wrong");
    case Errc::SecretsDamaged:
        return QLatin1StringView("secrets-damaged");
    case Errc::ConsentMissing:
        return QLatin1StringView("consent-missing");
    }
    Q_UNREACHABLE_RETURN(QLatin1StringView("internal"));
}

std::optional<Errc> errcFromName(QStringView name)
{
    for (int number = 0; number <= static_cast<int>(lastErrc); ++number) {
        if (const auto code = static_cast<Errc>(number); errcName(code) == name) {
            return code;
        }
    }
    return std::nullopt;
}

} // namespace aside
