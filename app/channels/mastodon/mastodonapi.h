// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/http/apiclient.h"
#include "app/channels/http/apioutcome.h"
#include "app/channels/http/json.h"
#include "models/core/error.h"
#include "models/core/secret.h"
#include "models/domain/outgoing.h"
#include "models/ports/channeladapter.h"

#include <QFuture>
#include <QJsonObject>
#include <QUrl>

#include <memory>
#include <optional>
#include <stop_token>

namespace aside::mastodon {

/// What a server allows until its count begins anew: X-RateLimit-*.
struct RateTold {
    std::optional<int> left{};
    std::optional<Instant> until{};
};

/// The interface of a Mastodon server, with one token.
class MastodonApi
{
public:
    MastodonApi(QUrl server, Secret token, HttpEdge edge, const Clock &clock);

    [[nodiscard]] const Secret &token() const { return m_token; }
    [[nodiscard]] QUrl urlOf(const QString &path) const;
    [[nodiscard]] QFuture<ApiReply> get(const QString &path, const QList<NamedValue> &query,
                                        std::stop_token stop);
    /// A status. The key is a header: docs.joinmastodon.org/methods/statuses, "create".
    [[nodiscard]] QFuture<ApiReply> post(const QString &path, const QJsonObject &json, const QString &key,
                                         std::stop_token stop);
    [[nodiscard]] QFuture<ApiReply> upload(const QString &path, const OutgoingFile &file,
                                           const QString &description, std::stop_token stop);
    /// What lies elsewhere is brought without the token.
    [[nodiscard]] QFuture<ApiReply> download(const QUrl &place, std::stop_token stop);

    [[nodiscard]] QList<RateLeft> ratesLeft() const;
    [[nodiscard]] const ExchangeRecorder &recorder() const { return m_client->recorder(); }

private:
    [[nodiscard]] ApiRequest requestFor(HttpMethod method, const QUrl &url) const;
    [[nodiscard]] QFuture<ApiReply> send(ApiRequest request, std::stop_token stop);

    QUrl m_server;
    Secret m_token;
    const Clock &m_clock;
    std::shared_ptr<RateTold> m_told; ///< answers that end after us write into it
    std::unique_ptr<ApiClient> m_client;
};

/// Of a request that reads, as JSON.
[[nodiscard]] Result<JsonValue> readAnswer(const ApiReply &reply, Instant now);
/// The server is there and will not do it, whenever it is asked: it lacks it, or forbids it.
[[nodiscard]] bool isRefused(const Error &error);
/// Of a request that sends: nothing where the answer is good. With the server's own words.
[[nodiscard]] std::optional<SendOutcome> faultOf(const ApiReply &reply, Instant now, Repeat repeat);
/// When the limit ends: a date in one of two forms, or Retry-After.
[[nodiscard]] std::optional<std::chrono::seconds> waitOf(const ApiResponse &response, Instant now);
/// A parameter of the address that the header Link names for "next" or "prev": RFC 8288.
[[nodiscard]] QString linkParameter(const ApiResponse &response, const QString &relation,
                                    const QString &parameter);

} // namespace aside::mastodon
