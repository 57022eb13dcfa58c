// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/outbox/retrypolicy.h"

#include <algorithm>
#include <array>

namespace aside {

namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

constexpr milliseconds firstWait = 5s;
constexpr milliseconds longestWait = 15min;
constexpr std::chrono::seconds longestObeyed = 24h;
constexpr int faultsUntilAPersonIsAsked = 3;
constexpr int mostDoublings = 10; // more would pass the longest wait by far

milliseconds share(milliseconds of, double part)
{
    return milliseconds(static_cast<milliseconds::rep>(static_cast<double>(of.count()) * part));
}

/// The wait after so many times; nothing behind the last one.
template <std::size_t Count>
std::optional<milliseconds> waitAfter(const std::array<milliseconds, Count> &waits, int times)
{
    const auto index = static_cast<std::size_t>(std::max(times, 0));
    return index < waits.size() ? std::optional(waits.at(index)) : std::nullopt;
}

} // namespace

milliseconds retryWait(int failures, std::optional<std::chrono::seconds> after, double chance)
{
    const int doublings = std::clamp(failures - 1, 0, mostDoublings);
    const milliseconds full = std::min(firstWait * (1 << doublings), longestWait);
    const milliseconds spread = share(full, 0.75 + chance / 2);
    if (!after) {
        return spread;
    }
    const milliseconds wanted = std::clamp(*after, 0s, longestObeyed);
    return std::max(wanted + share(firstWait, chance), spread);
}

bool healsByItself(Errc cause)
{
    switch (cause) {
    case Errc::Network:
    case Errc::Timeout:
    case Errc::Cancelled:
    case Errc::Truncated:
    case Errc::UnknownFormat:
    case Errc::BrokenItem:
    case Errc::TooLarge:
    case Errc::TooDeep:
    case Errc::DiskFull:
    case Errc::Io:
    case Errc::Conflict:
    case Errc::OtherConsumer:
    case Errc::Empty:
    case Errc::BadAnswer:
    case Errc::QuotaFull:
    case Errc::KeychainSilent: // somebody may unlock it
    case Errc::PassphraseMissing:
    case Errc::PassphraseWrong:
        return true;
    case Errc::Internal:
    case Errc::InvalidInput:
    case Errc::NotFound:
    case Errc::NoPermission:
    case Errc::NotAFile:
    case Errc::NotADirectory:
    case Errc::ReadOnly:
    case Errc::ProfileInUse:
    case Errc::DatabaseNewer:
    case Errc::DatabaseCorrupt:
    case Errc::NotADatabase:
    case Errc::KeyMissing:
    case Errc::BadSettings:
    case Errc::Tls:
    case Errc::Insecure:
    case Errc::PrivateAddress:
    case Errc::ServerRefused:
    case Errc::CertificateUntrusted:
    case Errc::CertificateWrongHost:
    case Errc::CertificateExpired:
    case Errc::SignInRefused:
    case Errc::SignInUnsupported:
    case Errc::AtServer:
    case Errc::SecretMissing:
    case Errc::KeychainMissing:
    case Errc::SecretsDamaged:
    case Errc::ConsentMissing:
        return false;
    }
    Q_UNREACHABLE_RETURN(false);
}

AccountPause pauseAfter(int faults, const RetryLater &fault, Instant now, double chance)
{
    // A server that names a time heals by itself, whatever else it says.
    const bool wantsPerson
        = !healsByItself(fault.cause) && !fault.after && faults >= faultsUntilAPersonIsAsked;
    return {.until = wantsPerson ? untilResumed : now + retryWait(faults, fault.after, chance),
            .cause = fault.cause,
            .words = fault.words};
}

std::optional<milliseconds> nextLook(int looks)
{
    // A copy in Sent or a bounce may take a while.
    return waitAfter(std::array<milliseconds, 5>{0ms, 1min, 5min, 15min, 60min}, looks);
}

std::optional<milliseconds> nextCopy(int tries)
{
    // Room in a mailbox is made by a person, who may be away until tomorrow.
    return waitAfter(std::array<milliseconds, 8>{0ms, 1min, 5min, 15min, 1h, 4h, 12h, 24h}, tries);
}

} // namespace aside
