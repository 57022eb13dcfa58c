// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/http/apirequest.h"
#include "app/channels/http/exchangerecorder.h"
#include "app/channels/http/httpedge.h"
#include "app/channels/http/ratebook.h"
#include "models/core/clock.h"
#include "models/core/secret.h"

#include <QFuture>
#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

class QNetworkAccessManager;

namespace aside {

class ApiExchange;

/// An account's way to the interface of its service. Strict as HttpClient is: TLS with a good certificate, a
/// checked address, no cookies, no cache, no redirects, no proxy, no private networks but the account's own
/// server. Never repeats a request, also not where Qt would. Counts what the service allows, lets people go
/// before machines, and rests when it is told to. No address is logged but redacted. On one thread, does not
/// block.
class ApiClient : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ApiClient)
public:
    struct Parts {
        HttpEdge edge;
        const Clock &clock;
        QList<Secret> secrets{}; ///< never logged or recorded
        /// How long the service wants us to wait, where it says so otherwise than by Retry-After;
        /// asked of every answer, whatever its status.
        std::function<std::optional<std::chrono::seconds>(const ApiResponse &)> pauseIn{};
        QList<QUrl> ownServers{}; ///< may be private, and without TLS: the person named them
    };

    explicit ApiClient(Parts parts, QObject *parent = nullptr);
    ~ApiClient() override;

    /// Errors: Network, Timeout, Tls, Insecure, PrivateAddress, TooLarge, Truncated, InvalidInput, Cancelled,
    /// and ServerRefused with a time where the service's limit leaves no room for as long as the request has
    /// patience.
    [[nodiscard]] QFuture<ApiReply> send(ApiRequest request, std::stop_token stop);

    [[nodiscard]] RateBook &rates() { return m_rates; }
    [[nodiscard]] const RateBook &rates() const { return m_rates; }
    [[nodiscard]] const ExchangeRecorder &recorder() const { return m_recorder; }
    [[nodiscard]] const Parts &parts() const { return m_parts; }
    /// Whether it is one of the servers that the person named.
    [[nodiscard]] bool isOwnServer(const QUrl &url) const;
    /// Connections that may have been used before; whoever holds them keeps them. After a fault there are
    /// others.
    [[nodiscard]] std::shared_ptr<QNetworkAccessManager> network();
    /// Connections that nobody has used.
    [[nodiscard]] static std::shared_ptr<QNetworkAccessManager> freshNetwork();

private:
    void begin(ApiExchange *exchange);
    void note(const ApiExchange &exchange, const ApiReply &reply);
    void pump();
    void comeBack(Instant now, std::chrono::milliseconds wait);

    Parts m_parts;
    RateBook m_rates;
    ExchangeRecorder m_recorder;
    std::shared_ptr<QNetworkAccessManager> m_network;
    QList<ApiExchange *> m_waiting; ///< children, in the order they came
    std::optional<Instant> m_alarmAt{}; ///< when the queue is looked at again
};

} // namespace aside
