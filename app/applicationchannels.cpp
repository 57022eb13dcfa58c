// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/applicationchannels.h"

#include "app/channels/email/adapter/emailadapter.h"
#include "app/channels/email/net/promises.h"
#include "app/channels/email/smtp/smtpsession.h"
#include "app/import/mail/mailparser.h"

#include <memory>
#include <stop_token>
#include <utility>

namespace aside {

namespace {

using mail::arrival;
using mail::Credentials;
using mail::EmailSettings;

/// The secret is read each time, so that a new one counts at once; nobody else keeps it.
QFuture<Result<Credentials>> credentialsOf(const Account &account, const EmailSettings &settings,
                                           const ChannelEdges &edges)
{
    Credentials known{.user = settings.user,
                      .password = {},
                      .token = {},
                      .host = settings.imap.host,
                      .port = settings.imap.port};
    if (settings.auth == mail::MailAuth::OAuth) {
        if (edges.tokens == nullptr) {
            return mail::answered<Credentials>(
                fail(Errc::SignInUnsupported, QStringLiteral("nobody has tokens")));
        }
        return edges.tokens->accessToken(account).then([known](const Result<Secret> &token) mutable {
            return token.transform([&](const Secret &secret) {
                known.token = secret;
                return known;
            });
        });
    }
    return edges.secrets.read(passwordName(account.id)).then([known](const Result<Secret> &password) mutable {
        return password.transform([&](const Secret &secret) {
            known.password = secret;
            return known;
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
    return std::make_unique<mail::EmailAdapter>(
        mail::EmailAdapter::Parts{.account = account,
                                  .settings = *settings,
                                  .credentials = [account, settings = *settings,
                                                  edges] { return credentialsOf(account, settings, edges); },
                                  .read = readerOf(edges.ownAddresses + QStringList{account.address}),
                                  .edge = edges.mailEdge,
                                  .clock = edges.clock});
}

QCoro::Task<Result<void>> tryToReceive(mail::MailEdge edge, mail::ServerAddress server,
                                       Credentials credentials)
{
    imap::ImapSession session(edge, imap::Limits());
    const Result<void> signedIn = co_await arrival(session.signIn(server, credentials, {}));
    if (signedIn) {
        co_await arrival(session.logout());
    }
    co_return signedIn;
}

QCoro::Task<Result<void>> tryToSend(mail::MailEdge edge, mail::ServerAddress server, Credentials credentials)
{
    smtp::SmtpSession session(edge);
    const Result<void> signedIn = co_await arrival(session.signIn(server, credentials, {}));
    if (signedIn) {
        session.quit();
    }
    co_return signedIn;
}

QString nameOf(const mail::ServerAddress &server)
{
    return QStringLiteral("%1:%2").arg(server.host).arg(server.port);
}

QCoro::Task<Result<SignInTrial>> tryBoth(Account account, ChannelEdges edges)
{
    const Result<EmailSettings> settings = EmailSettings::of(account);
    if (!settings) {
        co_return std::unexpected(settings.error());
    }
    const Result<Credentials> credentials = co_await arrival(credentialsOf(account, *settings, edges));
    if (!credentials) {
        co_return std::unexpected(credentials.error());
    }
    SignInTrial trial{
        .imapServer = nameOf(settings->imap), .imap = {}, .smtpServer = nameOf(settings->smtp), .smtp = {}};
    trial.imap = co_await tryToReceive(edges.mailEdge, settings->imap, *credentials);
    trial.smtp = co_await tryToSend(edges.mailEdge, settings->smtp, *credentials);
    co_return trial;
}

} // namespace

ChannelRegistry makeChannels(const ChannelEdges &edges)
{
    ChannelRegistry channels;
    channels.add(Channel::Email, [edges](const Account &account) { return makeEmail(account, edges); });
    return channels;
}

QFuture<Result<SignInTrial>> trySigningIn(const Account &account, const ChannelEdges &edges)
{
    if (account.channel != Channel::Email) {
        return mail::answered<SignInTrial>(fail(Errc::NotFound, QStringLiteral("no mail account")));
    }
    return mail::begin<SignInTrial>(tryBoth(account, edges));
}

} // namespace aside
