// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/net/connection.h"
#include "app/channels/email/net/mailedge.h"
#include "models/core/error.h"

#include <QFuture>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace aside::mail {

/// What a name server says of a service (RFC 2782); a target of "." says that there is none.
struct ServiceRecord {
    QString target;
    quint16 port = 0;
    quint16 priority = 0; ///< the least one first
    quint16 weight = 0;

    bool operator==(const ServiceRecord &) const = default;
};

/// Where looking for servers touches the world, apart from the web. A test puts its own in place. NotFound
/// where there is nothing of the name.
struct AutoconfigEdge {
    std::function<QFuture<Result<QList<ServiceRecord>>>(const QString &name)> services;
    /// The servers that take the mail of a domain, the preferred one first.
    std::function<QFuture<Result<QStringList>>(const QString &domain)> exchangers;
    /// Whether somebody listens there, with a good certificate where the server begins with TLS.
    std::function<QFuture<Result<void>>(const ServerAddress &server)> knock;
    MailEdge mail; ///< for time
    quint16 webPort = 443;
};

[[nodiscard]] AutoconfigEdge systemAutoconfigEdge();

} // namespace aside::mail
