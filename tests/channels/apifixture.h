// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/http/apiclient.h"
#include "tests/servers/testedge.h"
#include "tests/servers/webserver.h"
#include "tests/support/testclock.h"
#include "tests/support/waiting.h"

#include <QTest>

#include <memory>

namespace aside::test {

/// A client for the interface of a service, and a server that it takes for one of the world.
struct ApiSetup {
    WebServer server;
    TestEdge edge;
    TestClock clock;
    QList<Secret> secrets;
    QList<QUrl> ownServers;
    std::unique_ptr<ApiClient> client;

    ApiSetup()
    {
        edge.know(server);
        renew();
    }
    void renew()
    {
        client = std::make_unique<ApiClient>(ApiClient::Parts{
            .edge = edge.edge(), .clock = clock, .secrets = secrets, .ownServers = ownServers});
    }
    [[nodiscard]] QFuture<ApiReply> begin(ApiRequest request, std::stop_token stop = {}) const
    {
        return client->send(std::move(request), std::move(stop));
    }
    [[nodiscard]] ApiReply send(ApiRequest request) const
    {
        const QFuture<ApiReply> future = begin(std::move(request));
        return test::waitFor([&] { return future.isFinished(); })
            ? future.result()
            : ApiReply{.response = fail(Errc::Internal, QStringLiteral("no end")), .lastByte = {}};
    }
    [[nodiscard]] Errc failure(ApiRequest request) const
    {
        const ApiReply reply = send(std::move(request));
        return reply.response ? Errc::Internal : reply.response.error().code;
    }
};

} // namespace aside::test
