// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/applicationchannels.h"

#include "app/channels/byhand/byhandadapter.h"
#include "app/channels/email/adapter/emailadapter.h"
#include "app/channels/email/probe/liveprobe.h"
#include "app/channels/feed/feedadapter.h"
#include "app/channels/flow/promises.h"
#include "app/channels/mastodon/mastodonadapter.h"
#include "app/channels/telegram/telegramadapter.h"
#include "app/channels/vk/vkadapter.h"
#include "app/import/mail/htmltext.h"
#include "app/import/mail/mailparser.h"
#include "models/check/callquestions.h"

#include <QPointer>

#include <functional>
#include <memory>
#include <utility>

namespace aside {

namespace {

using mail::Credentials;
using mail::EmailSettings;

/// The secret is read each time, so that a new one counts at once; nobody else keeps it.
QFuture<Result<Credentials>> credentialsOf(const Account &account, const EmailSettings &settings,
                                           MailSignIns &signIns)
{
    return signIns.secretOf(account).then([settings](const Result<MailSecret> &secret) {
        return secret.transform([&](const MailSecret &known) {
            return Credentials{.user = settings.user,
                               .password = known.password,
                               .token = known.token,
                               .host = settings.imap.host,
                               .port = settings.imap.port};
        });
    });
}

mail::MailReader readerOf(const QStringList &ownAddresses)
{
    return [ownAddresses](QByteArrayView raw, const mail::MailFacts &facts) {
        return parseMail(raw,
                         {.ownAddresses = ownAddresses,
                          .fallbackDate = facts.arrivedAt,
                          .isRead = facts.isRead,
                          .isInSent = facts.isInSent});
    };
}

Result<std::unique_ptr<ChannelAdapter>> makeEmail(const Account &account, const ChannelEdges &edges)
{
    const Result<EmailSettings> settings = EmailSettings::of(account);
    if (!settings) {
        return std::unexpected(settings.error());
    }
    return std::make_unique<mail::EmailAdapter>(mail::EmailAdapter::Parts{
        .account = account,
        .settings = *settings,
        .credentials
        = [account, settings = *settings, edges] { return credentialsOf(account, settings, edges.signIns); },
        .read = readerOf(edges.ownAddresses + QStringList{account.address}),
        .edge = edges.mailEdge,
        .clock = edges.clock});
}

Result<std::unique_ptr<ChannelAdapter>> makeFeed(const Account &account, const ChannelEdges &edges)
{
    if (!feed::FeedAdapter::isFeedAddress(account.address)) {
        return fail(Errc::BadSettings, QStringLiteral("address"));
    }
    return std::make_unique<feed::FeedAdapter>(
        feed::FeedAdapter::Parts{.account = account,
                                 .toText = htmlToText,
                                 .edge = edges.httpEdge,
                                 .clock = edges.clock,
                                 .random = QRandomGenerator::securelySeeded()});
}

/// Asked before each use, so that a new one counts at once.
std::function<QFuture<Result<Secret>>()> tokenOf(const Account &account, const ChannelEdges &edges)
{
    return [account, edges] {
        return edges.signIns.secretOf(account).then([](const Result<MailSecret> &secret) {
            return secret.transform([](const MailSecret &known) { return known.password; });
        });
    };
}

Result<std::unique_ptr<ChannelAdapter>> makeMastodon(const Account &account, const ChannelEdges &edges)
{
    return mastodon::MastodonAdapter::serverOf(account).transform([&](const QUrl &server) {
        return std::make_unique<mastodon::MastodonAdapter>(
            mastodon::MastodonAdapter::Parts{.account = account,
                                             .server = server,
                                             .token = tokenOf(account, edges),
                                             .toText = htmlToText,
                                             .edge = edges.httpEdge,
                                             .clock = edges.clock});
    });
}

/// Shared by the copies of the function, for it takes a while to learn the phrases.
std::function<bool(const QString &)> callQuestions()
{
    return [questions = std::make_shared<CallQuestions>()](const QString &text) {
        return questions->isOne(text);
    };
}

Result<std::unique_ptr<ChannelAdapter>> makeTelegram(const Account &account, const ChannelEdges &edges)
{
    return telegram::TelegramAdapter::serverOf(account).transform([&](const QUrl &server) {
        return std::make_unique<telegram::TelegramAdapter>(
            telegram::TelegramAdapter::Parts{.account = account,
                                             .server = server,
                                             .token = tokenOf(account, edges),
                                             .edge = edges.httpEdge,
                                             .clock = edges.clock,
                                             .asksToCall = callQuestions()});
    });
}

Result<std::unique_ptr<ChannelAdapter>> makeVk(const Account &account, const ChannelEdges &edges)
{
    return vk::VkAdapter::serverOf(account).transform([&](const QUrl &server) {
        return std::make_unique<vk::VkAdapter>(vk::VkAdapter::Parts{.account = account,
                                                                    .server = server,
                                                                    .token = tokenOf(account, edges),
                                                                    .edge = edges.httpEdge,
                                                                    .clock = edges.clock});
    });
}

Result<std::unique_ptr<ChannelAdapter>> makeByHand(const Account &account)
{
    if (!byhand::ByHandAdapter::isAddress(account.channel, account.address)) {
        return fail(Errc::BadSettings, QStringLiteral("address"));
    }
    return std::make_unique<byhand::ByHandAdapter>();
}

QString nameOf(const mail::ServerAddress &server)
{
    return QStringLiteral("%1:%2").arg(server.host).arg(server.port);
}

Result<void> outcomeOf(const Result<ProbeReport> &report)
{
    if (!report) {
        return std::unexpected(report.error());
    }
    return report->fault ? Result<void>(fail(report->fault->code)) : Result<void>();
}

QCoro::Task<Result<SignInTrial>> tryBoth(Account account, QPointer<MailSignIns> signIns,
                                         QPointer<mail::LiveProbe> probe)
{
    const Result<EmailSettings> settings = EmailSettings::of(account);
    if (!settings) {
        co_return std::unexpected(settings.error());
    }
    const Result<Credentials> credentials = co_await arrival(credentialsOf(account, *settings, *signIns));
    if (!credentials || probe.isNull()) {
        co_return std::unexpected(credentials ? Error{.code = Errc::Cancelled, .detail = {}, .retryAfter = {}}
                                              : credentials.error());
    }
    SignInTrial trial{
        .imapServer = nameOf(settings->imap), .imap = {}, .smtpServer = nameOf(settings->smtp), .smtp = {}};
    trial.imap = outcomeOf(
        co_await arrival(probe->tryServer(ProbeStep::Receiving, settings->imap, *credentials, {})));
    if (probe.isNull()) {
        co_return fail(Errc::Cancelled);
    }
    trial.smtp
        = outcomeOf(co_await arrival(probe->tryServer(ProbeStep::Sending, settings->smtp, *credentials, {})));
    co_return trial;
}

} // namespace

ChannelRegistry makeChannels(const ChannelEdges &edges)
{
    ChannelRegistry channels;
    channels.add(Channel::Email, [edges](const Account &account) { return makeEmail(account, edges); });
    channels.add(Channel::Feed, [edges](const Account &account) { return makeFeed(account, edges); });
    channels.add(Channel::Manual, makeByHand);
    channels.add(Channel::Phone, makeByHand);
    channels.add(Channel::Mastodon, [edges](const Account &account) { return makeMastodon(account, edges); });
    channels.add(Channel::Telegram, [edges](const Account &account) { return makeTelegram(account, edges); });
    channels.add(Channel::Vk, [edges](const Account &account) { return makeVk(account, edges); });
    return channels;
}

QFuture<Result<SignInTrial>> trySigningIn(const Account &account, MailSignIns &signIns,
                                          mail::LiveProbe &probe)
{
    if (account.channel != Channel::Email) {
        return aside::answered<SignInTrial>(fail(Errc::NotFound, QStringLiteral("no mail account")));
    }
    return aside::begin<SignInTrial>(tryBoth(account, &signIns, &probe));
}

} // namespace aside
