// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/accountsetups.h"

#include "app/channels/byhand/byhandadapter.h"
#include "app/channels/feed/feedadapter.h"
#include "app/channels/feed/opml.h"
#include "app/channels/flow/promises.h"
#include "app/channels/mastodon/mastodonadapter.h"
#include "app/channels/mastodon/signin.h"
#include "app/channels/telegram/telegramadapter.h"
#include "app/channels/vk/vkadapter.h"
#include "app/import/mail/htmltext.h"

#include <QFile>
#include <QFutureWatcher>

#include <functional>
#include <utility>

namespace aside {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 mostListBytes = 10 * 1'024 * 1'024;

/// A name and an identity that somebody chose stay.
void name(Account &account, const QString &found, const QString &identity)
{
    account.name = account.name.isEmpty() ? found : account.name;
    account.identity = account.identity.isEmpty() ? identity : account.identity;
}

/// Of a service with tokens.
template <typename Adapter>
AccountSetups::Make maker(std::function<typename Adapter::Parts(const Account &, const QUrl &)> parts)
{
    return [parts](const Account &account, const Secret &token) -> Result<std::unique_ptr<ChannelAdapter>> {
        return Adapter::serverOf(account).transform([&](const QUrl &server) {
            auto made = parts(account, server);
            made.token = [token] {
                return aside::answered<Secret>(token);
            };
            return std::make_unique<Adapter>(std::move(made));
        });
    };
}

AccountSetups::Line telegramLine(const HttpEdge &edge, const Clock &clock)
{
    using telegram::TelegramAdapter;
    const auto parts = [edge, &clock](const Account &account, const QUrl &server) {
        return TelegramAdapter::Parts{
            .account = account, .server = server, .token = {}, .edge = edge, .clock = clock};
    };
    const auto describe = [](const ChannelAdapter &adapter, Account &account) {
        const auto *bot = qobject_cast<const TelegramAdapter *>(&adapter);
        if (bot != nullptr && bot->me()) {
            account.address = u'@' + bot->me()->username;
            name(account, account.address, bot->me()->name);
        }
    };
    return {.needs = {.wantsToken = true, .takesServer = true},
            .make = maker<TelegramAdapter>(parts),
            .describe = describe};
}

AccountSetups::Line vkLine(const HttpEdge &edge, const Clock &clock)
{
    using vk::VkAdapter;
    const auto parts = [edge, &clock](const Account &account, const QUrl &server) {
        return VkAdapter::Parts{
            .account = account, .server = server, .token = {}, .edge = edge, .clock = clock};
    };
    const auto describe = [](const ChannelAdapter &adapter, Account &account) {
        const auto *community = qobject_cast<const VkAdapter *>(&adapter);
        if (community != nullptr && community->me()) {
            account.address = community->me()->address();
            name(account, account.address, community->me()->name);
        }
    };
    return {.needs = {.wantsToken = true, .takesServer = true},
            .make = maker<VkAdapter>(parts),
            .describe = describe};
}

AccountSetups::SignIn mastodonSignIn(const HttpEdge &edge, const Clock &clock, const QByteArray &endPage)
{
    return [edge, &clock, endPage](const Account &account, const ChannelSetup::PageReady &pageReady,
                                   std::stop_token stop, QObject *owner) {
        const Result<QUrl> server = mastodon::MastodonAdapter::serverOf(account);
        if (!server) {
            return aside::answered<Secret>(std::unexpected(server.error()));
        }
        auto *flow
            = new mastodon::SignIn({.server = *server, .edge = edge, .clock = clock, .page = endPage}, owner);
        QObject::connect(flow, &mastodon::SignIn::pageReady, flow, pageReady);
        QFuture<Result<Secret>> token = flow->ask(std::move(stop));
        auto *end = new QFutureWatcher<Result<Secret>>(flow);
        QObject::connect(end, &QFutureWatcherBase::finished, flow, &QObject::deleteLater);
        end->setFuture(token);
        return token;
    };
}

AccountSetups::Line mastodonLine(const HttpEdge &edge, const Clock &clock, const QByteArray &endPage)
{
    using mastodon::MastodonAdapter;
    const auto parts = [edge, &clock](const Account &account, const QUrl &server) {
        return MastodonAdapter::Parts{.account = account,
                                      .server = server,
                                      .token = {},
                                      .toText = htmlToText,
                                      .edge = edge,
                                      .clock = clock};
    };
    const auto describe = [](const ChannelAdapter &adapter, Account &account) {
        const auto *opened = qobject_cast<const MastodonAdapter *>(&adapter);
        if (opened != nullptr && opened->me() && opened->instance()) {
            account.address = u'@' + opened->me()->address;
            account.settings.insert(u"limit.characters"_s,
                                    QString::number(opened->instance()->mostCharacters));
            name(account, account.address, opened->me()->name);
        }
    };
    return {.needs = {.wantsToken = true, .wantsServer = true, .takesBrowser = true},
            .make = maker<MastodonAdapter>(parts),
            .describe = describe,
            .signIn = mastodonSignIn(edge, clock, endPage)};
}

AccountSetups::Line feedLine(const HttpEdge &edge, const Clock &clock)
{
    using feed::FeedAdapter;
    const auto make
        = [edge, &clock](const Account &account, const Secret &) -> Result<std::unique_ptr<ChannelAdapter>> {
        if (!FeedAdapter::isFeedAddress(account.address)) {
            return fail(Errc::BadSettings, u"address"_s);
        }
        return std::make_unique<FeedAdapter>(
            FeedAdapter::Parts{.account = account,
                               .toText = htmlToText,
                               .edge = edge,
                               .clock = clock,
                               .random = QRandomGenerator::securelySeeded()});
    };
    const auto describe = [](const ChannelAdapter &adapter, Account &account) {
        const auto *opened = qobject_cast<const FeedAdapter *>(&adapter);
        const QString title = opened != nullptr ? opened->title() : QString();
        const QString found = title.isEmpty() ? account.address : title;
        name(account, found, found);
    };
    return {.needs = {.wantsAddress = true, .takesOwnServer = true, .takesList = true},
            .make = make,
            .describe = describe};
}

AccountSetups::Line byHandLine()
{
    const auto make = [](const Account &account, const Secret &) -> Result<std::unique_ptr<ChannelAdapter>> {
        if (!byhand::ByHandAdapter::isAddress(account.channel, account.address)) {
            return fail(Errc::BadSettings, u"address"_s);
        }
        return std::make_unique<byhand::ByHandAdapter>();
    };
    const auto describe = [](const ChannelAdapter &, Account &account) {
        name(account, account.address, {});
    };
    return {.needs = {.wantsAddress = true}, .make = make, .describe = describe};
}

Account feedAccount(const feed::OpmlFeed &named)
{
    Account account;
    account.channel = Channel::Feed;
    account.address = named.address;
    account.name = named.title.isEmpty() ? named.address : named.title;
    return account;
}

} // namespace

void AccountSetups::add(Channel channel, Line line)
{
    m_order.append(channel);
    m_lines.insert(channel, std::move(line));
}

SetupNeeds AccountSetups::needs(Channel channel) const
{
    return m_lines.value(channel).needs;
}

QFuture<Result<Account>> AccountSetups::tryAccount(Account wanted, Secret token, std::stop_token stop)
{
    const auto line = m_lines.constFind(wanted.channel);
    if (line == m_lines.cend()) {
        return aside::answered<Account>(fail(Errc::NotFound, QString(channelName(wanted.channel))));
    }
    Result<std::unique_ptr<ChannelAdapter>> adapter = line->make(wanted, token);
    if (!adapter) {
        return aside::answered<Account>(std::unexpected(adapter.error()));
    }
    auto *trial = new AccountTrial(*std::move(adapter), std::move(wanted), line->describe, this);
    return trial->start(std::move(stop));
}

QFuture<Result<Secret>> AccountSetups::signIn(Account wanted, PageReady pageReady, std::stop_token stop)
{
    const SignIn signIn = m_lines.value(wanted.channel).signIn;
    const PageReady both = [this, pageReady = std::move(pageReady)](const QUrl &page) {
        Q_EMIT this->pageReady(page);
        pageReady(page);
    };
    return signIn ? signIn(wanted, both, std::move(stop), this)
                  : aside::answered<Secret>(fail(Errc::NotFound, QString(channelName(wanted.channel))));
}

Result<QList<Account>> AccountSetups::readList(Channel channel, const QString &path) const
{
    if (!needs(channel).takesList) {
        return fail(Errc::NotFound, QString(channelName(channel)));
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(file.exists() ? Errc::NoPermission : Errc::NotFound);
    }
    return feed::readOpml(file.read(mostListBytes + 1)).transform([](const QList<feed::OpmlFeed> &feeds) {
        QList<Account> accounts;
        for (const feed::OpmlFeed &each : feeds) {
            accounts.append(feedAccount(each));
        }
        return accounts;
    });
}

std::unique_ptr<AccountSetups> makeSetups(const HttpEdge &edge, const Clock &clock, const QByteArray &endPage)
{
    auto setups = std::make_unique<AccountSetups>();
    setups->add(Channel::Telegram, telegramLine(edge, clock));
    setups->add(Channel::Vk, vkLine(edge, clock));
    setups->add(Channel::Mastodon, mastodonLine(edge, clock, endPage));
    setups->add(Channel::Feed, feedLine(edge, clock));
    setups->add(Channel::Manual, byHandLine());
    setups->add(Channel::Phone, byHandLine());
    return setups;
}

} // namespace aside
