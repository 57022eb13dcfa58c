// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/core/secret.h"
#include "models/domain/account.h"

#include <QFuture>
#include <QList>
#include <QString>
#include <QUrl>

#include <functional>
#include <stop_token>

namespace aside {

/// What a person is asked for, to connect an account of a channel.
struct SetupNeeds {
    bool wantsAddress = false; ///< Account::address; else the service says it
    bool wantsToken = false;
    bool wantsServer = false; ///< the setting "server"
    bool takesServer = false; ///< the same, where it is not the usual one
    bool takesOwnServer = false; ///< the setting "own-server": it may lie in one's own network
    bool takesBrowser = false; ///< a page of the service gives the token as well
    bool takesList = false; ///< many at once, from a file

    bool operator==(const SetupNeeds &) const = default;
};

/// Tries accounts of channels other than mail before they are kept: finds out what they are called, and
/// whether they work. Sends nothing, changes nothing. Lives on the UI thread and does not block it.
class ChannelSetup
{
public:
    /// Is given the page that opens in the browser of the person, once.
    using PageReady = std::function<void(const QUrl &page)>;

    ChannelSetup() = default;
    virtual ~ChannelSetup() = default;
    ChannelSetup(const ChannelSetup &) = delete;
    ChannelSetup &operator=(const ChannelSetup &) = delete;

    /// Those that can be connected, in the order a person is shown them.
    [[nodiscard]] virtual QList<Channel> channels() const = 0;
    /// What needs nothing where the channel cannot be connected.
    [[nodiscard]] virtual SetupNeeds needs(Channel channel) const = 0;
    /// Connects, and answers with the account as its service knows it: address, and a name and an identity
    /// where none was wanted. Errors: BadSettings (detail: the setting), NotFound where the channel cannot be
    /// connected, Cancelled, and what signing in can end with.
    [[nodiscard]] virtual QFuture<Result<Account>> tryAccount(Account wanted, Secret token,
                                                              std::stop_token stop)
        = 0;
    /// The token that the service gives to whoever signs in at its page, where needs() takes the browser.
    /// Errors: BadSettings, NotFound where the service has no such page, SignInRefused where the person or
    /// the service says no, Timeout, Cancelled, and what reaching a service can end with.
    [[nodiscard]] virtual QFuture<Result<Secret>> signIn(Account wanted, PageReady pageReady,
                                                         std::stop_token stop)
        = 0;
    /// The accounts that a file names. Errors as reading a file has them, and UnknownFormat, Empty.
    [[nodiscard]] virtual Result<QList<Account>> readList(Channel channel, const QString &path) const = 0;
};

} // namespace aside
