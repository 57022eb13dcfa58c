// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/autoconfig/autoconfig.h"
#include "app/channels/flow/promises.h"
#include "app/channels/http/httpclient.h"
#include "tests/channels/email/waiting.h"
#include "tests/servers/mailedgefake.h"
#include "tests/servers/testedge.h"
#include "tests/servers/webserver.h"

#include <QHash>
#include <QStringList>

#include <list>
#include <memory>

namespace aside::test {

/// The world of shop.example: a web server over TLS for it and for its host "autoconfig", and a name server
/// and listeners as a test says. What a test does not say is not there.
class AutoconfigWorld
{
public:
    using Records = QList<mail::ServiceRecord>;

    WebServer web{WebServer::Certificate::Mail};
    TestEdge names;
    MailEdgeFake time;
    QHash<QString, Records> services;
    QHash<QString, QStringList> exchangers;
    QList<mail::ServerAddress> listening;
    QStringList asked; ///< of the name server, and where somebody knocked
    bool isNameServerSilent = false; ///< it never says which services there are

    AutoconfigWorld()
    {
        names.know(web, QStringLiteral("shop.example"));
        names.know(web, QStringLiteral("autoconfig.shop.example"));
        names.know(web, QStringLiteral("elsewhere.example"));
    }

    [[nodiscard]] QFuture<Result<MailSetup>> find(const QString &address, std::stop_token stop = {})
    {
        http = std::make_unique<HttpClient>(names.edge());
        finder = std::make_unique<mail::Autoconfig>(mail::Autoconfig::Parts{
            .http = *http, .edge = edge(), .table = mail::ProviderTable::delivered()});
        return finder->find(address, std::move(stop));
    }

    std::unique_ptr<HttpClient> http;
    std::unique_ptr<mail::Autoconfig> finder;

private:
    template <typename T>
    QFuture<Result<T>> answer(const QString &name, const QHash<QString, T> &known)
    {
        asked.append(name);
        return aside::answered<T>(known.contains(name) ? Result<T>(known.value(name))
                                                       : Result<T>(fail(Errc::NotFound)));
    }

    [[nodiscard]] mail::AutoconfigEdge edge()
    {
        return {.services = [this](const QString &name) { return service(name); },
                .exchangers = [this](const QString &domain) { return answer(domain, exchangers); },
                .knock =
                    [this](const mail::ServerAddress &server) {
                        asked.append(QStringLiteral("%1:%2").arg(server.host).arg(server.port));
                        return aside::answered<void>(
                            listening.contains(server) ? Result<void>() : Result<void>(fail(Errc::Network)));
                    },
                .mail = time.edge(),
                .webPort = web.port()};
    }

    QFuture<Result<Records>> service(const QString &name)
    {
        if (!isNameServerSilent) {
            return answer(name, services);
        }
        asked.append(name);
        m_silent.emplace_back();
        m_silent.back().start();
        return m_silent.back().future();
    }

    std::list<QPromise<Result<Records>>> m_silent; ///< who waits for an answer that never comes
};

} // namespace aside::test
