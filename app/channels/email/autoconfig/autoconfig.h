// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/autoconfig/autoconfigedge.h"
#include "app/channels/email/autoconfig/providertable.h"
#include "models/ports/mailsetupfinder.h"

#include <QObject>
#include <QUrl>

namespace aside {
class HttpClient;
}

namespace aside::mail {

/// Asks, in this order and until one answers: the table that comes with the program, the web site of the
/// domain, its name server, its servers for incoming mail by that table, and whoever listens under the usual
/// names. Sends the address to nobody but the domain itself, and only over TLS.
class Autoconfig final : public QObject, public MailSetupFinder
{
    Q_OBJECT
public:
    struct Parts {
        HttpClient &http;
        AutoconfigEdge edge;
        const ProviderTable &table;
    };

    explicit Autoconfig(Parts parts, QObject *parent = nullptr);

    [[nodiscard]] QFuture<Result<MailSetup>> find(const QString &address, std::stop_token stop) override;

private:
    struct Flows;
    friend struct Flows;

    Parts m_parts;
};

/// The pages that may say which servers a domain has.
[[nodiscard]] QList<QUrl> configurationPages(const QString &address, quint16 port);

/// The first by priority, then by weight; nothing where the service is said not to be there.
[[nodiscard]] std::optional<ServiceRecord> bestRecord(QList<ServiceRecord> records);

} // namespace aside::mail
