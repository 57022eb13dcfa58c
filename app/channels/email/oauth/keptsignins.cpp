// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/oauth/keptsignins.h"

#include "app/channels/flow/promises.h"
#include "models/core/logging.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>

#include <utility>

namespace aside::mail {

namespace {

using namespace Qt::StringLiterals;
using Guard = QPointer<KeptSignIns>;

/// What is kept of OAuth. One value a name: some keychains hold little.
Secret packed(const Secret &refresh, const Secret &clientSecret)
{
    const QJsonObject object{{u"refresh"_s, QString::fromUtf8(refresh.bytes())},
                             {u"client"_s, QString::fromUtf8(clientSecret.bytes())}};
    return Secret(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

struct Unpacked {
    Secret refresh;
    Secret clientSecret;
};

Unpacked unpacked(const Secret &kept)
{
    const QJsonObject object = QJsonDocument::fromJson(kept.bytes()).object();
    return {.refresh = Secret(object.value("refresh"_L1).toString().toUtf8()),
            .clientSecret = Secret(object.value("client"_L1).toString().toUtf8())};
}

} // namespace

/// The steps; who keeps the sign-ins may go while one waits.
struct KeptSignIns::Flows {
    static QCoro::Task<Result<void>> keep(Guard self, AccountId account, MailGrant grant)
    {
        SecretStore &secrets = self->m_secrets;
        const bool isPassword = !grant.password.isEmpty();
        const QString name = isPassword ? passwordName(account) : oauthName(account);
        const QString other = isPassword ? oauthName(account) : passwordName(account);
        const Secret secret = isPassword ? grant.password : packed(grant.refresh, grant.clientSecret);
        const Result<void> kept = co_await arrival(secrets.keep(name, secret));
        if (!kept || self.isNull()) {
            co_return kept;
        }
        self->m_fresh.remove(account);
        if (!isPassword) {
            self->m_fresh.insert(account, {.access = grant.access, .expiresAt = grant.expiresAt});
        }
        co_return co_await arrival(secrets.forget(other)); // it signs in with one of the two
    }

    static QCoro::Task<Result<void>> forget(Guard self, AccountId account)
    {
        SecretStore &secrets = self->m_secrets;
        self->m_fresh.remove(account);
        const Result<void> password = co_await arrival(secrets.forget(passwordName(account)));
        if (self.isNull()) {
            co_return password;
        }
        const Result<void> oauth = co_await arrival(secrets.forget(oauthName(account)));
        co_return password ? oauth : password;
    }

    static QCoro::Task<Result<MailSecret>> readPassword(Guard self, Account account)
    {
        const Result<Secret> password = co_await arrival(self->m_secrets.read(passwordName(account.id)));
        if (!password) {
            co_return std::unexpected(password.error());
        }
        co_return MailSecret{.password = *password};
    }

    static QCoro::Task<Result<MailSecret>> renew(Guard self, Account account)
    {
        const Result<Secret> kept = co_await arrival(self->m_secrets.read(oauthName(account.id)));
        if (!kept || self.isNull()) {
            co_return std::unexpected(kept ? Error{.code = Errc::Cancelled, .detail = {}, .retryAfter = {}}
                                           : kept.error());
        }
        const Unpacked known = unpacked(*kept);
        const auto preset = self->m_edge.preset(account.settings.value(u"oauth.provider"_s));
        const OAuthClient client{.preset = account.settings.value(u"oauth.provider"_s),
                                 .id = account.settings.value(u"oauth.client"_s),
                                 .secret = known.clientSecret};
        if (!preset || client.id.isEmpty() || known.refresh.isEmpty()) {
            co_return fail(Errc::SignInRefused, u"nothing to renew the token with"_s);
        }
        auto *flow = new TokenFlow(self->m_edge, *preset, client, self->m_clock, self);
        const Result<MailGrant> grant = co_await arrival(flow->renew(known.refresh));
        if (!grant || self.isNull()) {
            co_return std::unexpected(grant ? Error{.code = Errc::Cancelled, .detail = {}, .retryAfter = {}}
                                            : grant.error());
        }
        self->m_fresh.insert(account.id, {.access = grant->access, .expiresAt = grant->expiresAt});
        if (grant->refresh.bytes() != known.refresh.bytes()) {
            const Result<void> stored = co_await arrival(
                self->m_secrets.keep(oauthName(account.id), packed(grant->refresh, known.clientSecret)));
            if (!stored) {
                qCWarning(logEmail) << "a renewed sign-in was not kept:" << errcName(stored.error().code);
            }
        }
        co_return grant->secret();
    }
};

KeptSignIns::KeptSignIns(SecretStore &secrets, OAuthEdge edge, const Clock &clock, QObject *parent)
    : MailSignIns(parent)
    , m_secrets(secrets)
    , m_edge(std::move(edge))
    , m_clock(clock)
{
}

QFuture<Result<MailGrant>> KeptSignIns::askConsent(const OAuthClient &client, const QString &user,
                                                   std::stop_token stop)
{
    const auto preset = m_edge.preset(client.preset);
    if (!preset || client.id.isEmpty()) {
        return answered<MailGrant>(
            fail(preset ? Errc::InvalidInput : Errc::NotFound, u"no such way of OAuth"_s));
    }
    auto *flow = new TokenFlow(m_edge, *preset, client, m_clock, this); // deletes itself
    connect(flow, &TokenFlow::pageReady, this, &MailSignIns::pageReady);
    return flow->askConsent(user, std::move(stop));
}

QFuture<Result<void>> KeptSignIns::keep(AccountId account, const MailGrant &grant)
{
    return aside::begin<void>(Flows::keep(this, account, grant));
}

QFuture<Result<MailSecret>> KeptSignIns::secretOf(const Account &account)
{
    if (account.settings.value(u"auth"_s) != "oauth"_L1) {
        return aside::begin<MailSecret>(Flows::readPassword(this, account));
    }
    const Fresh fresh = m_fresh.value(account.id);
    if (!fresh.access.isEmpty() && fresh.expiresAt > m_clock.now() + renewedBefore) {
        return answered<MailSecret>(MailSecret{.password = {}, .token = fresh.access});
    }
    if (const auto running = m_renewals.constFind(account.id);
        running != m_renewals.cend() && !running->isFinished()) {
        return *running;
    }
    QFuture<Result<MailSecret>> renewal = aside::begin<MailSecret>(Flows::renew(this, account));
    m_renewals.insert(account.id, renewal);
    return renewal;
}

QFuture<Result<void>> KeptSignIns::forget(AccountId account)
{
    return aside::begin<void>(Flows::forget(this, account));
}

} // namespace aside::mail
