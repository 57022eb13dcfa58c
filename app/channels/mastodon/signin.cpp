// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/mastodon/signin.h"

#include "app/channels/flow/promises.h"
#include "app/channels/oauth/loopback.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QPointer>

#include <utility>

namespace aside::mastodon {

using namespace Qt::StringLiterals;

namespace {

QString scopes()
{
    return u"read:accounts read:notifications read:statuses write:media write:statuses"_s;
}

QFuture<Result<ApiReply>> asResult(QFuture<ApiReply> future)
{
    return future.then([](const ApiReply &reply) { return Result<ApiReply>(reply); });
}

Error cancelled()
{
    return {.code = Errc::Cancelled, .detail = {}, .retryAfter = {}};
}

QJsonObject application(const QJsonValue &redirect)
{
    return {{u"client_name"_s, u"Aside"_s}, {u"redirect_uris"_s, redirect}, {u"scopes"_s, scopes()}};
}

} // namespace

struct SignIn::Flows {
    using Guard = QPointer<SignIn>;

    static QCoro::Task<Result<JsonValue>> post(Guard self, QString path, QJsonObject json)
    {
        const Result<ApiReply> reply
            = co_await arrival(asResult(self->m_api.post(path, json, {}, self->m_stop.get_token())));
        if (self.isNull() || !reply) {
            co_return std::unexpected(cancelled());
        }
        co_return readAnswer(*reply, self->m_parts.clock.now());
    }

    /// Servers before Mastodon 4.3, and others, know one address to come back to and no list.
    static QCoro::Task<Result<Client>> registered(Guard self)
    {
        const QString redirect = self->m_loopback->callback();
        Result<JsonValue> json = co_await post(self, u"/api/v1/apps"_s, application(QJsonArray{redirect}));
        const bool isOther = !json && (isRefused(json.error()) || json.error().code == Errc::NotFound);
        if (isOther && !self.isNull()) {
            json = co_await post(self, u"/api/v1/apps"_s, application(redirect));
        }
        if (!json) {
            co_return std::unexpected(json.error());
        }
        const Client client{.id = (*json)[u"client_id"].id(), .secret = (*json)[u"client_secret"].text()};
        co_return client.id.isEmpty() ? fail(Errc::BadAnswer, u"no client"_s) : Result<Client>(client);
    }

    static QCoro::Task<Result<Secret>> ask(Guard self)
    {
        if (!self->m_loopback->isListening()) {
            co_return fail(Errc::Network, u"no port for the answer"_s);
        }
        const Result<ApiReply> found = co_await arrival(asResult(
            self->m_api.get(u"/.well-known/oauth-authorization-server"_s, {}, self->m_stop.get_token())));
        if (self.isNull() || !found) {
            co_return std::unexpected(cancelled());
        }
        if (!found->response) {
            co_return std::unexpected(found->response.error());
        }
        const Places places = self->placesOf(readAnswer(*found, self->m_parts.clock.now()));
        const Result<Client> client = co_await registered(self);
        if (self.isNull() || !client) {
            co_return std::unexpected(client ? cancelled() : client.error());
        }
        const QFuture<Result<QString>> answered = self->code();
        Q_EMIT self->pageReady(self->pageAt(places, *client));
        const Result<QString> code = co_await arrival(answered);
        if (self.isNull() || !code) {
            co_return std::unexpected(code ? cancelled() : code.error());
        }
        co_return co_await exchanged(self, places, *client, *code);
    }

    static QCoro::Task<Result<Secret>> exchanged(Guard self, Places places, Client client, QString code)
    {
        QJsonObject request{{u"grant_type"_s, u"authorization_code"_s},
                            {u"code"_s, code},
                            {u"client_id"_s, client.id},
                            {u"client_secret"_s, client.secret},
                            {u"redirect_uri"_s, self->m_loopback->callback()}};
        if (places.hasPkce) {
            request.insert(u"code_verifier"_s, QString::fromLatin1(self->m_verifier));
        }
        const Result<JsonValue> json = co_await post(self, u"/oauth/token"_s, request);
        if (!json) {
            const bool isNo = json.error().code == Errc::ServerRefused && !json.error().retryAfter;
            co_return isNo ? fail(Errc::SignInRefused, json.error().detail) : std::unexpected(json.error());
        }
        const QString token = (*json)[u"access_token"].text();
        co_return token.isEmpty() ? fail(Errc::BadAnswer, u"no token"_s)
                                  : Result<Secret>(Secret(token.toUtf8()));
    }
};

SignIn::SignIn(Parts parts, QObject *parent)
    : QObject(parent)
    , m_parts(std::move(parts))
    , m_api(m_parts.server, Secret(), m_parts.edge, m_parts.clock)
    , m_state(oauth::randomWord())
    , m_verifier(oauth::randomWord())
    , m_loopback(new oauth::Loopback({}, m_state, m_parts.page, this))
{
    m_code.start();
}

SignIn::~SignIn()
{
    m_stop.request_stop();
    settle<QString>(m_code, fail(Errc::Cancelled, u"nobody waits for the token"_s));
}

QFuture<Result<Secret>> SignIn::ask(std::stop_token stop)
{
    m_stopped.emplace(std::move(stop), [this] {
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_stop.request_stop();
                settle<QString>(m_code, fail(Errc::Cancelled));
            },
            Qt::QueuedConnection);
    });
    return aside::begin<Secret>(Flows::ask(this));
}

/// Only at the server itself: what it says is from no one else.
SignIn::Places SignIn::placesOf(const Result<JsonValue> &discovered) const
{
    Places places{.authorize = m_api.urlOf(u"/oauth/authorize"_s)};
    if (!discovered) {
        return places;
    }
    const QUrl authorize((*discovered)[u"authorization_endpoint"].text(), QUrl::StrictMode);
    if (authorize.isValid() && authorize.scheme() == m_parts.server.scheme()
        && authorize.host() == m_parts.server.host() && authorize.userInfo().isEmpty()) {
        places.authorize = authorize;
    }
    for (const JsonValue &method : (*discovered)[u"code_challenge_methods_supported"].items()) {
        places.hasPkce = places.hasPkce || method.text() == "S256"_L1;
    }
    return places;
}

QUrl SignIn::pageAt(const Places &places, const Client &client) const
{
    QList<NamedValue> query{{u"response_type"_s, u"code"_s},
                            {u"client_id"_s, client.id},
                            {u"redirect_uri"_s, m_loopback->callback()},
                            {u"scope"_s, scopes()},
                            {u"state"_s, QString::fromLatin1(m_state)}};
    if (places.hasPkce) {
        const QByteArray challenge
            = QCryptographicHash::hash(m_verifier, QCryptographicHash::Sha256)
                  .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        query.append({u"code_challenge"_s, QString::fromLatin1(challenge)});
        query.append({u"code_challenge_method"_s, u"S256"_s});
    }
    return withQuery(places.authorize, query);
}

QFuture<Result<QString>> SignIn::code()
{
    connect(m_loopback, &oauth::Loopback::callbackReceived, this, [this](const QVariantMap &values) {
        settle(m_code, Result<QString>(values.value(u"code"_s).toString()));
    });
    connect(m_loopback, &oauth::Loopback::refused, this,
            [this] { settle<QString>(m_code, fail(Errc::SignInRefused, m_loopback->refusal())); });
    m_parts.edge.after(patience, this,
                       [this] { settle<QString>(m_code, fail(Errc::Timeout, u"nobody came back"_s)); });
    return m_code.future();
}

} // namespace aside::mastodon
