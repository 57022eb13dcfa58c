// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/mastodon/mastodonapi.h"
#include "models/core/error.h"
#include "models/core/secret.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QUrl>

#include <functional>
#include <optional>
#include <stop_token>

namespace aside::oauth {
class Loopback;
}

namespace aside::mastodon {

/// Gets a token of somebody who signs in with the browser: this program is made known to the server, the page
/// of the server asks the person, and the answer comes to a port of this machine. The authorization code
/// flow, with PKCE where the server offers it. Once. Source: docs.joinmastodon.org/client/authorized.
class SignIn final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SignIn)

public:
    static constexpr std::chrono::minutes patience{5}; ///< of a person in the browser

    struct Parts {
        QUrl server;
        HttpEdge edge;
        const Clock &clock;
        QByteArray page{}; ///< the HTML that the person sees in the end
    };

    explicit SignIn(Parts parts, QObject *parent = nullptr);
    ~SignIn() override;

    /// SignInRefused where the person or the server said no, Timeout where nobody came back.
    [[nodiscard]] QFuture<Result<Secret>> ask(std::stop_token stop);

Q_SIGNALS:
    /// To be opened in the browser.
    void pageReady(const QUrl &page);

private:
    struct Flows;
    friend struct Flows;

    /// Where the server keeps what belongs to signing in.
    struct Places {
        QUrl authorize;
        bool hasPkce = false;
    };
    /// As which the server knows this program.
    struct Client {
        QString id;
        QString secret;
    };

    [[nodiscard]] Places placesOf(const Result<JsonValue> &discovered) const;
    [[nodiscard]] QUrl pageAt(const Places &places, const Client &client) const;
    [[nodiscard]] QFuture<Result<QString>> code();

    Parts m_parts;
    MastodonApi m_api;
    QByteArray m_state;
    QByteArray m_verifier; ///< RFC 7636, 4.1
    oauth::Loopback *m_loopback; ///< a child
    QPromise<Result<QString>> m_code;
    std::stop_source m_stop;
    std::optional<std::stop_callback<std::function<void()>>> m_stopped;
};

} // namespace aside::mastodon
