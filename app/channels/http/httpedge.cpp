// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/http/httpedge.h"

#include <QHostInfo>
#include <QTimer>

namespace aside {

HttpEdge systemEdge()
{
    return {.resolve =
                [](const QString &host, QObject *context, const HttpEdge::Found &found) {
                    QHostInfo::lookupHost(host, context,
                                          [found](const QHostInfo &info) { found(info.addresses()); });
                },
            .after = [](std::chrono::milliseconds time, QObject *context,
                        const std::function<void()> &then) { QTimer::singleShot(time, context, then); },
            .allowedPrivate = {},
            .authorities = {}};
}

} // namespace aside
