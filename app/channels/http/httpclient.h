// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/http/httpedge.h"
#include "models/core/error.h"

#include <QByteArray>
#include <QFuture>
#include <QObject>
#include <QUrl>

#include <chrono>
#include <stop_token>

class QNetworkAccessManager;

namespace aside {

/// What to get, and how much of everything it may take.
struct HttpRequest {
    QUrl url; ///< https; a user name in it is refused
    QByteArray accept = "*/*";
    qint64 mostBytes = 1'024 * 1'024;
    std::chrono::milliseconds patience = std::chrono::seconds(30); ///< from the first name to the last byte
    int mostRedirects = 5;
};

struct HttpResponse {
    QByteArray body;
    QByteArray contentType; ///< as the server claims

    bool operator==(const HttpResponse &) const = default;
};

/// The one way to the web. Says as little as it can of who asks: no cookies, no cache, no referrer, no
/// credentials, no language. Only over TLS with a good certificate, and never into a private network: names
/// are looked up here, each address is checked, and the connection goes to that very address, so that no
/// later answer of the name server counts; the same again after each redirect. Goes through no proxy for
/// that reason. On one thread, does not block.
class HttpClient : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpClient)
public:
    explicit HttpClient(HttpEdge edge, QObject *parent = nullptr);
    ~HttpClient() override;

    /// Network, Timeout, Tls, Insecure, PrivateAddress, NotFound, ServerRefused, TooLarge, InvalidInput (no
    /// address at all) or Cancelled.
    [[nodiscard]] QFuture<Result<HttpResponse>> get(const HttpRequest &request, std::stop_token stop);

    [[nodiscard]] const HttpEdge &edge() const { return m_edge; }
    /// Made when it is first asked for: a program that gets nothing opens nothing.
    [[nodiscard]] QNetworkAccessManager &network();

private:
    HttpEdge m_edge;
    QNetworkAccessManager *m_network = nullptr;
};

} // namespace aside
