// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QString>

#include <array>

namespace aside::cli {

/// What asidectl answers its caller with. Documented and stable: never renumber.
enum class ExitCode : int {
    Ok = 0,
    Failed = 1,
    Usage = 2,
    NotFound = 3,
    ProfileInUse = 4,
    NoPermission = 5,
    BadInput = 6,
    DiskFull = 7,
    BadDatabase = 8,
    KeyMissing = 9,
    Cancelled = 11,
    Unhealthy = 12,
    Network = 13,
    Unanswered = 14,
};

constexpr std::array exitCodes{
    ExitCode::Ok,           ExitCode::Failed,       ExitCode::Usage,     ExitCode::NotFound,
    ExitCode::ProfileInUse, ExitCode::NoPermission, ExitCode::BadInput,  ExitCode::DiskFull,
    ExitCode::BadDatabase,  ExitCode::KeyMissing,   ExitCode::Cancelled, ExitCode::Unhealthy,
    ExitCode::Network,      ExitCode::Unanswered,
};

[[nodiscard]] constexpr ExitCode exitCode(Errc code)
{
    switch (code) {
    case Errc::Internal:
    case Errc::Io:
    case Errc::BadSettings:
    case Errc::Conflict:
    case Errc::OtherConsumer:
    case Errc::ConsentMissing:
        return ExitCode::Failed;
    case Errc::InvalidInput:
    case Errc::NotADirectory:
        return ExitCode::Usage;
    case Errc::NotFound:
    case Errc::AtServer:
        return ExitCode::NotFound;
    case Errc::ProfileInUse:
        return ExitCode::ProfileInUse;
    case Errc::NoPermission:
    case Errc::ReadOnly:
        return ExitCode::NoPermission;
    case Errc::NotAFile:
    case Errc::Empty:
    case Errc::UnknownFormat:
    case Errc::BrokenItem:
    case Errc::Truncated:
    case Errc::TooLarge:
    case Errc::TooDeep:
        return ExitCode::BadInput;
    case Errc::DiskFull:
        return ExitCode::DiskFull;
    case Errc::DatabaseNewer:
    case Errc::DatabaseCorrupt:
    case Errc::NotADatabase:
        return ExitCode::BadDatabase;
    case Errc::KeyMissing:
    case Errc::SecretMissing:
    case Errc::KeychainMissing:
    case Errc::KeychainSilent:
    case Errc::PassphraseMissing:
    case Errc::PassphraseWrong:
    case Errc::SecretsDamaged:
        return ExitCode::KeyMissing;
    case Errc::Cancelled:
        return ExitCode::Cancelled;
    case Errc::Network:
    case Errc::Timeout:
    case Errc::Tls:
    case Errc::CertificateUntrusted:
    case Errc::CertificateWrongHost:
    case Errc::CertificateExpired:
    case Errc::Insecure:
    case Errc::PrivateAddress:
    case Errc::ServerRefused:
    case Errc::SignInRefused:
    case Errc::SignInUnsupported:
    case Errc::BadAnswer:
    case Errc::QuotaFull:
        return ExitCode::Network;
    }
    return ExitCode::Failed;
}

/// What a code means, in a few translated words, for `asidectl help`.
[[nodiscard]] QString exitCodeText(ExitCode code);

} // namespace aside::cli
