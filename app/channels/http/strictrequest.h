// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/http/httpedge.h"
#include "models/core/error.h"

#include <QByteArray>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QUrl>

namespace aside {

// What all requests of ours have in common.

/// The value of the header Host for this address.
[[nodiscard]] QByteArray hostHeader(const QUrl &url);
[[nodiscard]] int portOf(const QUrl &url);
[[nodiscard]] bool isRedirect(int status);
[[nodiscard]] int statusOf(const QNetworkReply &reply);
[[nodiscard]] Errc errcOf(QNetworkReply::NetworkError error);

/// A request for this place that goes to this very address of its name: TLS 1.2 or later with a good
/// certificate of that name, no cookies, no kept sign-in, nothing written to a cache, nothing packed.
[[nodiscard]] QNetworkRequest strictRequest(const QUrl &url, const QHostAddress &address,
                                            const QList<QSslCertificate> &authorities);

/// Those of the addresses that are to be tried, in this order; few of them.
[[nodiscard]] QList<QHostAddress> inOrderOfTrying(QList<QHostAddress> addresses);

} // namespace aside
