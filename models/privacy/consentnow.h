// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/consent.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace aside {

/// What is asked of a list of consents.
struct ConsentQuestion {
    ConsentTo to = ConsentTo::DirectMessage;
    Channel channel = Channel::Email;
    QString handle; ///< the address it is about; a phone number counts by its digits

    bool operator==(const ConsentQuestion &) const = default;
};

/// An address as the ledger compares it: case folded, and a number by its digits.
[[nodiscard]] QString consentAddress(Channel channel, const QString &handle);

/// What was said last, of this address or of all; none: nothing was. Of two said at once the stricter counts;
/// of merged people, of whom each said something last, the strictest does.
[[nodiscard]] std::optional<Consent> lastSaid(const QList<Consent> &consents,
                                              const ConsentQuestion &question);

/// How it stands now: what was said last, of this address or of all. A consent that ended, or that is dated
/// after `now`, is none; a refusal counts whatever its date. Of two said at once the stricter counts;
/// of merged people the strictest does.
[[nodiscard]] ConsentState consentNow(const QList<Consent> &consents, const ConsentQuestion &question,
                                      Instant now);

/// How it stands where no address is chosen yet: Given where one of them may be used, else the strictest. The
/// addresses are `known` and those that something was said of.
[[nodiscard]] ConsentState consentAnywhere(const QList<Consent> &consents, ConsentTo to, Channel channel,
                                           const QStringList &known, Instant now);

/// What was said last of one address, and how that stands.
struct ConsentStanding {
    Consent said;
    ConsentState state = ConsentState::None; ///< None: it ended, or begins later

    bool operator==(const ConsentStanding &) const = default;
};

/// One for each address and each thing that something was said of, in the order they came first.
[[nodiscard]] QList<ConsentStanding> consentStandings(const QList<Consent> &consents, Instant now);

} // namespace aside
