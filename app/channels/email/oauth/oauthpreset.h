// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/oauth/loopback.h"

#include <QList>
#include <QString>
#include <QUrl>

#include <optional>
#include <utility>

namespace aside::mail {

using oauth::RedirectPath;

/// How a service gives tokens for IMAP and SMTP.
struct OAuthPreset {
    QUrl authorizePage;
    QUrl tokenPlace;
    QString scope;
    QString issuer{}; ///< as it calls itself in an answer that says so (RFC 9207); empty: not checked
    QList<std::pair<QString, QString>> extras{}; ///< of the authorization request
    QString redirectHost = QStringLiteral("127.0.0.1"); ///< as it is written; it is this machine either way
    RedirectPath path = RedirectPath::Random;

    [[nodiscard]] oauth::Redirect redirect() const
    {
        return {.host = redirectHost, .path = path, .issuer = issuer};
    }
};

/// "google" and "microsoft".
[[nodiscard]] std::optional<OAuthPreset> deliveredPreset(const QString &name);

} // namespace aside::mail
