// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLatin1StringView>
#include <QMetaType>
#include <QString>
#include <QStringView>

#include <chrono>
#include <expected>
#include <optional>

namespace aside {

/// Why something failed, as the program can act on it. Each code has words for
/// people in widgets/common/errortext.cpp, and an exit code in app/cli.
enum class Errc {
    Internal, ///< our own mistake
    Cancelled, ///< the person asked to stop
    InvalidInput, ///< an argument or a value makes no sense
    NotFound, ///< no such file, conversation or attachment
    NoPermission, ///< the system refuses to read or write it
    NotAFile, ///< a directory or a device where a file is needed
    NotADirectory, ///< a file where a directory is needed
    Empty, ///< nothing in it
    UnknownFormat, ///< none of the formats we read
    BrokenItem, ///< one item of a larger whole cannot be read
    Truncated, ///< it ends in the middle
    TooLarge, ///< over a limit of ours
    TooDeep, ///< nested beyond a limit of ours
    DiskFull, ///< no room left
    ReadOnly, ///< the place cannot be written
    Io, ///< the disk answered with an error
    ProfileInUse, ///< another Aside has this profile open
    DatabaseNewer, ///< written by a newer version
    DatabaseCorrupt, ///< the integrity check failed
    NotADatabase, ///< not ours, or the key does not fit
    KeyMissing, ///< the cache is encrypted and its key is nowhere to be found
    BadSettings, ///< settings.toml cannot be understood
    Conflict, ///< the thing changed meanwhile
    OtherConsumer, ///< another program fetches through the same account
    Network, ///< the other side cannot be reached, or the connection broke
    Timeout, ///< no answer in time
    Tls, ///< the other side cannot prove who it is
    CertificateUntrusted, ///< nobody we trust vouches for the certificate
    CertificateWrongHost, ///< the certificate is somebody else's
    CertificateExpired, ///< the certificate is not valid today
    Insecure, ///< only reachable without encryption
    PrivateAddress, ///< leads into our own network, where no stranger may send us
    ServerRefused, ///< the server answered that it will not
    SignInRefused, ///< the server does not take the name with this password or token
    SignInUnsupported, ///< the server offers no way of signing in that we know
    BadAnswer, ///< what the server said cannot be understood
    QuotaFull, ///< no room left at the server
    AtServer, ///< it was left at its server until somebody wants it
    SecretMissing, ///< the password of an account is not kept on this machine
    KeychainMissing, ///< the system has no keychain that we could use
    KeychainSilent, ///< the keychain is locked or does not answer
    PassphraseMissing, ///< nobody gave the passphrase of the file of secrets
    PassphraseWrong, ///< it does not open the file of secrets
    SecretsDamaged, ///< the file of secrets is not what we wrote
    ConsentMissing, ///< the customer does not allow it, or took it back
};

/// A failure on its way up. `detail` is for the log, in English, and never reaches the screen.
struct Error {
    Errc code = Errc::Internal;
    QString detail;
    std::optional<std::chrono::seconds> retryAfter;

    bool operator==(const Error &) const = default;
};

template <typename T>
using Result = std::expected<T, Error>;

/// Shorthand for `return fail(Errc::Io, "...")`.
[[nodiscard]] inline std::unexpected<Error> fail(Errc code, QString detail = {})
{
    return std::unexpected(Error{.code = code, .detail = std::move(detail), .retryAfter = {}});
}

/// The last of the codes.
inline constexpr Errc lastErrc = Errc::ConsentMissing;

/// The stable English name of a code, for logs and JSON ("disk-full").
[[nodiscard]] QLatin1StringView errcName(Errc code);
[[nodiscard]] std::optional<Errc> errcFromName(QStringView name);

} // namespace aside

Q_DECLARE_METATYPE(aside::Error)
