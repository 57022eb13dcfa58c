// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHostAddress>
#include <QList>
#include <QSslCertificate>
#include <QString>

#include <chrono>
#include <functional>

class QObject;

namespace aside {

struct Endpoint {
    QHostAddress address;
    quint16 port = 0;

    bool operator==(const Endpoint &) const = default;
};

/// Where HTTP touches the machine: names, time, and whom it trusts. A test puts its own in place; the program
/// uses systemEdge(). Answers come later, and only while the context lives.
struct HttpEdge {
    using Found = std::function<void(const QList<QHostAddress> &)>;

    std::function<void(const QString &host, QObject *context, Found found)> resolve;
    std::function<void(std::chrono::milliseconds, QObject *context, std::function<void()>)> after;
    QList<Endpoint> allowedPrivate; ///< places that are reached although they are not public; a test's server
    QList<QSslCertificate> authorities; ///< instead of the system's, where there are any
};

[[nodiscard]] HttpEdge systemEdge();

} // namespace aside
