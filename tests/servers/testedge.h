// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/http/httpedge.h"
#include "tests/servers/webserver.h"

#include <QHash>
#include <QMetaObject>
#include <QPointer>
#include <QStringList>

#include <utility>

namespace aside::test {

/// Names and time as a test has them. Outlives the client that is given edge().
class TestEdge
{
public:
    QHash<QString, QList<QHostAddress>> names;
    QStringList asked; ///< the names that were looked up
    QList<Endpoint> allowed;

    void know(const WebServer &server, const QString &name = QStringLiteral("pictures.example"))
    {
        names.insert(name, {QHostAddress(QHostAddress::LocalHost)});
        allowed.append({.address = QHostAddress(QHostAddress::LocalHost), .port = server.port()});
    }

    /// All time passes that anybody waits for.
    void ring()
    {
        for (const auto &[context, then] : std::exchange(m_alarms, {})) {
            if (context) {
                then();
            }
        }
    }

    [[nodiscard]] HttpEdge edge()
    {
        return {.resolve =
                    [this](const QString &host, QObject *context, const HttpEdge::Found &found) {
                        asked.append(host);
                        QMetaObject::invokeMethod(
                            context, [found, known = names.value(host)] { found(known); },
                            Qt::QueuedConnection);
                    },
                .after = [this](std::chrono::milliseconds, QObject *context,
                                const std::function<void()> &then) { m_alarms.append({context, then}); },
                .allowedPrivate = allowed,
                .authorities = WebServer::authorities()};
    }

private:
    QList<std::pair<QPointer<QObject>, std::function<void()>>> m_alarms;
};

} // namespace aside::test
