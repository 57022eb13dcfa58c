// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/http/httpclient.h"
#include "tests/servers/testedge.h"
#include "tests/servers/webserver.h"
#include "tests/support/waiting.h"

#include <QTest>

namespace aside::test {

/// A client, and a server that it takes for one of the world.
struct HttpSetup {
    WebServer server;
    TestEdge edge;
    std::unique_ptr<HttpClient> client;

    explicit HttpSetup(WebServer::Certificate certificate = WebServer::Certificate::Good)
        : server(certificate)
    {
        edge.know(server);
        renew();
    }
    void renew() { client = std::make_unique<HttpClient>(edge.edge()); }
    [[nodiscard]] QFuture<Result<HttpResponse>> get(const QUrl &url, qint64 most = 100'000) const
    {
        return client->get({.url = url, .mostBytes = most}, {});
    }
    [[nodiscard]] Errc failure(const QUrl &url, qint64 most = 100'000) const
    {
        const QFuture<Result<HttpResponse>> future = get(url, most);
        if (!test::waitFor([&] { return future.isFinished(); }) || future.result()) {
            return Errc::Internal;
        }
        return future.result().error().code;
    }
};

} // namespace aside::test
