// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/net/mailedge.h"
#include "app/channels/email/oauth/oauthpreset.h"
#include "models/core/clock.h"
#include "models/ports/mailsignins.h"

#include <QAbstractOAuth>
#include <QFuture>
#include <QObject>
#include <QPromise>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

class QNetworkAccessManager;
class QOAuth2AuthorizationCodeFlow;

namespace aside::mail {

/// Where OAuth touches the world. A test puts its own in place.
struct OAuthEdge {
    std::function<std::optional<OAuthPreset>(const QString &name)> preset = &deliveredPreset;
    MailEdge mail; ///< for time
    QNetworkAccessManager *network = nullptr; ///< outlives the flows
    QByteArray page{}; ///< HTML for the end of the consent
};

/// One consent or one renewal. The authorization code flow with PKCE (S256), a state of our own and a
/// redirect to this machine. Answers once; deletes itself then.
class TokenFlow final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TokenFlow)
public:
    static constexpr std::chrono::minutes patience{5}; ///< of a person in the browser
    static constexpr std::chrono::seconds tokenPatience{30};

    TokenFlow(const OAuthEdge &edge, const OAuthPreset &preset, const OAuthClient &client, const Clock &clock,
              QObject *parent);
    ~TokenFlow() override;

    /// pageReady() is emitted before it returns.
    [[nodiscard]] QFuture<Result<MailGrant>> askConsent(const QString &user, std::stop_token stop);
    [[nodiscard]] QFuture<Result<MailGrant>> renew(const Secret &refresh);

Q_SIGNALS:
    void pageReady(const QUrl &page);

private:
    void build();
    void takeTokens();
    void takeFailure(QAbstractOAuth::Error error);
    void end(Result<MailGrant> result);

    OAuthEdge m_edge;
    OAuthPreset m_preset;
    OAuthClient m_client;
    const Clock &m_clock;
    QByteArray m_state;
    oauth::Loopback *m_loopback; ///< a child, as is the flow
    QOAuth2AuthorizationCodeFlow *m_flow;
    Alarm m_alarm;
    QString m_user;
    QPromise<Result<MailGrant>> m_promise;
    std::optional<std::stop_callback<std::function<void()>>> m_stop;
};

} // namespace aside::mail
