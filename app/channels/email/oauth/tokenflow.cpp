// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/oauth/tokenflow.h"

#include "app/channels/flow/promises.h"
#include "models/core/logging.h"

#include <QDateTime>
#include <QNetworkAccessManager>
#include <QOAuth2AuthorizationCodeFlow>

#include <utility>

namespace aside::mail {

namespace {

using namespace Qt::StringLiterals;

constexpr std::chrono::minutes unsaidLife{5}; ///< of a token whose end nobody named

/// What a word of RFC 6749 5.2 means for the account: the consent does not hold, or the service has trouble.
Errc meaning(const QString &refusal)
{
    if (refusal == "temporarily_unavailable"_L1 || refusal == "server_error"_L1) {
        return Errc::ServerRefused;
    }
    return Errc::SignInRefused;
}

} // namespace

TokenFlow::TokenFlow(const OAuthEdge &edge, const OAuthPreset &preset, const OAuthClient &client,
                     const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_edge(edge)
    , m_preset(preset)
    , m_client(client)
    , m_clock(clock)
    , m_state(oauth::randomWord())
    , m_loopback(new oauth::Loopback(preset.redirect(), m_state, edge.page, this))
    , m_flow(new QOAuth2AuthorizationCodeFlow(edge.network, this))
    , m_alarm(m_edge.mail)
{
    m_promise.start();
    build();
}

TokenFlow::~TokenFlow()
{
    settle<MailGrant>(m_promise, fail(Errc::Cancelled, u"nobody waits for the token"_s));
}

void TokenFlow::build()
{
    m_flow->setAuthorizationUrl(m_preset.authorizePage);
    m_flow->setAccessTokenUrl(m_preset.tokenPlace);
    m_flow->setScope(m_preset.scope);
    m_flow->setClientIdentifier(m_client.id);
    m_flow->setClientIdentifierSharedKey(QString::fromUtf8(m_client.secret.bytes()));
    m_flow->setPkceMethod(QOAuth2AuthorizationCodeFlow::PkceMethod::S256, 86);
    m_flow->setState(QString::fromLatin1(m_state));
    m_flow->setReplyHandler(m_loopback);
    m_flow->setModifyParametersFunction(
        [this](QAbstractOAuth::Stage stage, QMultiMap<QString, QVariant> *parameters) {
            if (stage == QAbstractOAuth::Stage::RequestingAuthorization) {
                for (const auto &[name, value] : std::as_const(m_preset.extras)) {
                    parameters->replace(name, value);
                }
                parameters->replace(u"login_hint"_s, m_user);
            }
            if (m_client.secret.isEmpty()) {
                parameters->remove(u"client_secret"_s);
            }
        });
    connect(m_flow, &QAbstractOAuth::authorizeWithBrowser, this, &TokenFlow::pageReady);
    connect(m_flow, &QAbstractOAuth::granted, this, &TokenFlow::takeTokens);
    connect(m_flow, &QAbstractOAuth::requestFailed, this, &TokenFlow::takeFailure);
    connect(m_loopback, &oauth::Loopback::refused, this,
            [this] { end(fail(meaning(m_loopback->refusal()), m_loopback->refusal())); });
}

QFuture<Result<MailGrant>> TokenFlow::askConsent(const QString &user, std::stop_token stop)
{
    QFuture<Result<MailGrant>> future = m_promise.future();
    m_user = user;
    if (!m_loopback->isListening()) {
        end(fail(Errc::Network, u"no port for the answer"_s));
        return future;
    }
    m_alarm.set(patience, [this] { end(fail(Errc::Timeout, u"nobody came back"_s)); });
    m_stop.emplace(std::move(stop), [this] {
        QMetaObject::invokeMethod(this, [this] { end(fail(Errc::Cancelled)); }, Qt::QueuedConnection);
    });
    m_flow->grant();
    return future;
}

QFuture<Result<MailGrant>> TokenFlow::renew(const Secret &refresh)
{
    QFuture<Result<MailGrant>> future = m_promise.future();
    m_alarm.set(tokenPatience, [this] { end(fail(Errc::Timeout, u"no token in time"_s)); });
    m_flow->setRefreshToken(QString::fromUtf8(refresh.bytes()));
    m_flow->refreshAccessToken();
    return future;
}

void TokenFlow::takeTokens()
{
    if (m_flow->token().isEmpty()) {
        end(fail(Errc::BadAnswer, u"no token"_s));
        return;
    }
    if (m_flow->refreshToken().isEmpty()) {
        end(fail(Errc::BadAnswer, u"no token to renew with"_s));
        return;
    }
    // By our own clock: the flow reckons with the machine's.
    bool isSaid = false;
    const qint64 seconds = m_flow->extraTokens().value(u"expires_in"_s).toLongLong(&isSaid);
    const qint64 left = QDateTime::currentDateTimeUtc().secsTo(m_flow->expirationAt());
    const auto life = m_flow->expirationAt().isValid() ? std::chrono::seconds(left)
        : isSaid                                       ? std::chrono::seconds(seconds)
                                                       : std::chrono::seconds(unsaidLife);
    end(MailGrant{.refresh = Secret(m_flow->refreshToken().toUtf8()),
                  .clientSecret = m_client.secret,
                  .access = Secret(m_flow->token().toUtf8()),
                  .expiresAt = m_clock.now() + life});
}

void TokenFlow::takeFailure(QAbstractOAuth::Error error)
{
    if (const QString refusal = m_loopback->refusal(); !refusal.isEmpty()) {
        end(fail(meaning(refusal), refusal));
        return;
    }
    switch (error) {
    case QAbstractOAuth::Error::NetworkError:
    case QAbstractOAuth::Error::NoError:
        return end(fail(Errc::Network, u"the service cannot be reached"_s));
    case QAbstractOAuth::Error::ServerError:
        return end(fail(Errc::ServerRefused, u"the service has trouble"_s));
    case QAbstractOAuth::Error::OAuthTokenNotFoundError:
    case QAbstractOAuth::Error::OAuthTokenSecretNotFoundError:
    case QAbstractOAuth::Error::OAuthCallbackNotVerified:
        return end(fail(Errc::BadAnswer, u"no answer that fits the request"_s));
    }
}

void TokenFlow::end(Result<MailGrant> result)
{
    if (m_promise.future().isFinished()) {
        return;
    }
    m_alarm.drop();
    if (!result) {
        qCInfo(logEmail) << "token:" << errcName(result.error().code);
    }
    settle(m_promise, std::move(result));
    deleteLater();
}

} // namespace aside::mail
