// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/windowaccounts.h"
#include "models/ports/channelsetup.h"
#include "models/ports/fetchfeed.h"
#include "models/ports/mailprobe.h"
#include "models/ports/mailsetupfinder.h"
#include "models/ports/mailsignins.h"

#include <QPromise>

#include <list>

namespace aside {

/// Finds servers as a picture wants it, by the domain of the address.
class StageFinder final : public MailSetupFinder
{
public:
    /// slow.example is never done, nowhere.example has none, clear.example none with encryption; Yandex and
    /// Gmail are as they are, and all others have their mail at Yandex.
    [[nodiscard]] QFuture<Result<MailSetup>> find(const QString &address, std::stop_token stop) override;

private:
    std::list<QPromise<Result<MailSetup>>> m_open;
};

/// Signs in nowhere, and says what a picture wants by the password.
class StageProbe final : public MailProbe
{
    Q_OBJECT
public:
    /// "slow" is never done, "wrong" is refused, "unsent" works for receiving alone; all others work.
    [[nodiscard]] QFuture<Result<ProbeReport>> probe(const MailSetup &setup, const MailSecret &secret,
                                                     std::stop_token stop) override;

private:
    std::list<QPromise<Result<ProbeReport>>> m_open;
};

/// Keeps nothing; a person that is asked for consent never comes back from the browser.
class StageSignIns final : public MailSignIns
{
    Q_OBJECT
public:
    [[nodiscard]] QFuture<Result<MailGrant>> askConsent(const OAuthClient &client, const QString &user,
                                                        std::stop_token stop) override;
    [[nodiscard]] QFuture<Result<void>> keep(AccountId account, const MailGrant &grant) override;
    [[nodiscard]] QFuture<Result<MailSecret>> secretOf(const Account &account) override;
    [[nodiscard]] QFuture<Result<void>> forget(AccountId account) override;

private:
    std::list<QPromise<Result<MailGrant>>> m_open;
};

/// Tries nothing, and says what a picture wants by the token.
class StageSetups final : public ChannelSetup
{
public:
    [[nodiscard]] QList<Channel> channels() const override;
    [[nodiscard]] SetupNeeds needs(Channel channel) const override;
    /// "slow" is never done, "wrong" is refused; all others work.
    [[nodiscard]] QFuture<Result<Account>> tryAccount(Account wanted, Secret token,
                                                      std::stop_token stop) override;
    /// Nobody comes back from the browser.
    [[nodiscard]] QFuture<Result<Secret>> signIn(Account wanted, PageReady pageReady,
                                                 std::stop_token stop) override;
    [[nodiscard]] Result<QList<Account>> readList(Channel channel, const QString &path) const override;

private:
    std::list<QPromise<Result<Account>>> m_open;
    std::list<QPromise<Result<Secret>>> m_signingIn;
};

/// Accounts that fare as pictures want: the first has a trouble, all others are well.
class StageFetches final : public FetchFeed
{
    Q_OBJECT
public:
    [[nodiscard]] QList<FetchState> states() const override;
    [[nodiscard]] QByteArray exchanges(AccountId id) const override;
    void fetchFor(AccountId id) override { Q_UNUSED(id) }
};

struct StageMail {
    StageFinder finder;
    StageProbe probe;
    StageSignIns signIns;
    StageSetups setups;
    StageFetches fetches;

    [[nodiscard]] AccountEdges edges()
    {
        return {.finder = finder, .probe = probe, .signIns = signIns, .setups = setups, .fetches = &fetches};
    }
};

} // namespace aside
