// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/ports/channelsetup.h"
#include "models/ports/fetchfeed.h"
#include "models/ports/mailsetupfinder.h"
#include "models/ports/mailsignins.h"
#include "tests/support/fakestores.h"
#include "widgets/accounts/accountservices.h"

#include <QHash>
#include <QPromise>

#include <optional>

namespace aside::test {

template <typename T>
[[nodiscard]] QFuture<Result<T>> ready(Result<T> result)
{
    return QtFuture::makeReadyValueFuture(std::move(result));
}

class FakeFinder final : public MailSetupFinder
{
public:
    Result<MailSetup> answer = fail(Errc::NotFound);
    QStringList asked;
    std::stop_token stop;
    std::optional<QPromise<Result<MailSetup>>> open; ///< where there is one, it is what answers

    [[nodiscard]] QFuture<Result<MailSetup>> find(const QString &address, std::stop_token token) override
    {
        asked.append(address);
        stop = std::move(token);
        return open ? open->future() : ready<MailSetup>(answer);
    }
};

class FakeProbe final : public MailProbe
{
public:
    Result<ProbeReport> answer = ProbeReport{
        .fault = {},
        .folders = {{.key = QStringLiteral("INBOX"), .name = QStringLiteral("INBOX"), .isUsual = true},
                    {.key = QStringLiteral("Spam"), .name = QStringLiteral("Spam")}}};
    QList<MailSetup> setups;
    QList<QByteArray> passwords;
    std::stop_token stop;
    std::optional<QPromise<Result<ProbeReport>>> open;

    [[nodiscard]] QFuture<Result<ProbeReport>> probe(const MailSetup &setup, const MailSecret &secret,
                                                     std::stop_token token) override
    {
        setups.append(setup);
        passwords.append(secret.token.isEmpty() ? secret.password.bytes() : "token " + secret.token.bytes());
        stop = std::move(token);
        Q_EMIT began(ProbeStep::Receiving);
        return open ? open->future() : ready<ProbeReport>(answer);
    }
};

class FakeSignIns final : public MailSignIns
{
public:
    QHash<AccountId, MailGrant> kept;
    std::optional<Errc> fault; ///< of keep() and forget()
    Result<MailGrant> consent = fail(Errc::SignInRefused);
    OAuthClient client;

    [[nodiscard]] QFuture<Result<MailGrant>> askConsent(const OAuthClient &with, const QString &,
                                                        std::stop_token) override
    {
        client = with;
        Q_EMIT pageReady(QUrl(QStringLiteral("https://login.example/")));
        return ready<MailGrant>(consent);
    }
    [[nodiscard]] QFuture<Result<void>> keep(AccountId account, const MailGrant &grant) override
    {
        if (fault) {
            return ready<void>(fail(*fault));
        }
        kept.insert(account, grant);
        return ready<void>({});
    }
    [[nodiscard]] QFuture<Result<MailSecret>> secretOf(const Account &account) override
    {
        return ready<MailSecret>(kept.contains(account.id) ? Result<MailSecret>(kept[account.id].secret())
                                                           : fail(Errc::NotFound));
    }
    [[nodiscard]] QFuture<Result<void>> forget(AccountId account) override
    {
        kept.remove(account);
        return ready<void>(fault ? Result<void>(fail(*fault)) : Result<void>());
    }
};

/// Three channels beside mail: one with a token, one with an address and lists, one with a server and the
/// browser.
class FakeSetups final : public ChannelSetup
{
public:
    Result<Account> answer = fail(Errc::SignInRefused);
    Result<QList<Account>> list = fail(Errc::UnknownFormat);
    QList<Account> wanted;
    QList<QByteArray> tokens;
    std::stop_token stop;
    std::optional<QPromise<Result<Account>>> open; ///< where there is one, it is what answers
    QUrl page{QStringLiteral("https://masto.example/oauth/authorize")}; ///< of signing in
    Result<Secret> signedIn = fail(Errc::SignInRefused);
    std::optional<QPromise<Result<Secret>>> signingIn; ///< as `open`

    [[nodiscard]] QList<Channel> channels() const override
    {
        return {Channel::Telegram, Channel::Feed, Channel::Mastodon};
    }
    [[nodiscard]] SetupNeeds needs(Channel channel) const override
    {
        return channel == Channel::Telegram ? SetupNeeds{.wantsToken = true, .takesServer = true}
            : channel == Channel::Feed
            ? SetupNeeds{.wantsAddress = true, .takesOwnServer = true, .takesList = true}
            : channel == Channel::Mastodon
            ? SetupNeeds{.wantsToken = true, .wantsServer = true, .takesBrowser = true}
            : SetupNeeds();
    }
    [[nodiscard]] QFuture<Result<Secret>> signIn(Account account, PageReady pageReady,
                                                 std::stop_token stopping) override
    {
        wanted.append(account);
        stop = std::move(stopping);
        if (!page.isEmpty()) {
            pageReady(page);
        }
        return signingIn ? signingIn->future() : ready<Secret>(signedIn);
    }
    [[nodiscard]] QFuture<Result<Account>> tryAccount(Account account, Secret token,
                                                      std::stop_token stopping) override
    {
        wanted.append(account);
        tokens.append(token.bytes());
        stop = std::move(stopping);
        return open ? open->future() : ready<Account>(answer);
    }
    [[nodiscard]] Result<QList<Account>> readList(Channel, const QString &) const override { return list; }
};

/// Fetching as a test says it goes.
class FakeFetches final : public FetchFeed
{
public:
    QList<FetchState> all;
    QByteArray report;
    QList<AccountId> asked;

    [[nodiscard]] QList<FetchState> states() const override { return all; }
    [[nodiscard]] QByteArray exchanges(AccountId) const override { return report; }
    void fetchFor(AccountId id) override { asked.append(id); }
    void set(const QList<FetchState> &states)
    {
        all = states;
        Q_EMIT changed();
    }
};

/// What the windows about accounts work with, in memory.
struct AccountWorld {
    FakeStores stores;
    FakeFinder finder;
    FakeProbe probe;
    FakeSignIns signIns;
    FakeSetups setups;
    FakeFetches fetches;

    [[nodiscard]] AccountServices services()
    {
        return {.accounts = stores,
                .outbox = stores,
                .finder = finder,
                .probe = probe,
                .signIns = signIns,
                .setups = setups,
                .fetches = fetches,
                .clock = stores.clock};
    }
    [[nodiscard]] static MailSetup setup(SetupOrigin origin = SetupOrigin::Table)
    {
        return {.imap = {.host = QStringLiteral("imap.hoster.example"), .port = 993},
                .smtp = {.host = QStringLiteral("smtp.hoster.example"), .port = 465},
                .user = QStringLiteral("anna@shop.example"),
                .origin = origin};
    }
};

} // namespace aside::test
