// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/check/checkcontext.h"
#include "models/domain/account.h"
#include "models/domain/channelcapabilities.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

namespace aside {

/// A rule that a file names and that does not exist.
struct UnknownRule {
    QString id;
    int line = 0; ///< from 1
    QString nearest; ///< what may have been meant

    bool operator==(const UnknownRule &) const = default;
};

/// What a profile knows of the company, of its operator and of the team's rules: PROFILE/check.toml.
struct CheckProfile {
    CheckSettings settings;
    AccountFacts account; ///< the company, as far as it is the same everywhere
    QHash<Channel, QString> names; ///< how a channel shows us, "@brand"
    QHash<Channel, QString> writeTo; ///< by which a channel's link to a private talk finds us, or that link
    QSet<Channel> unofficial; ///< accounts that are not marked as the company's
    QSet<Channel> marked; ///< accounts where each helper leaves his mark
    QString operatorName;
    QString operatorMark; ///< "^AB"
    QList<UnknownRule> unknownRules; ///< levels of theirs count for nothing
    QString teamFolder; ///< templates/, phrases/ and dictionary/ of the team; empty: none

    /// What rules may know of the account on this channel.
    [[nodiscard]] AccountFacts accountOn(Channel channel) const
    {
        auto facts = account;
        facts.name = names.value(channel, account.name);
        facts.isOfficial = !unofficial.contains(channel);
        facts.wantsHelperMark = marked.contains(channel);
        return facts;
    }

    QHash<Channel, ChannelCapabilities> capabilities{}; ///< what accounts know better; no part of the file

    QHash<AccountId, QString> addresses{}; ///< of the accounts; no part of the file either

    /// Takes over what the accounts say of their channels: of several on one the shorter limits.
    void learn(const QList<Account> &accounts);
    [[nodiscard]] ChannelCapabilities capabilitiesOn(Channel channel) const
    {
        return capabilities.value(channel, capabilitiesOf(channel));
    }

    /// By what a channel's link to a private talk finds us: as the file says, else the account that the talk came
    /// through. Empty where neither is known.
    [[nodiscard]] QString writeToOn(Channel channel, AccountId through) const
    {
        return writeTo.value(channel, addresses.value(through));
    }

    bool operator==(const CheckProfile &) const = default;
};

} // namespace aside
