// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/core/error.h"

#include <QByteArray>
#include <QString>

namespace aside::feed {

/// Where fetching of a feed stands: what the server wants to hear again, word for word, and when to come.
struct FeedCursor {
    QString feed{}; ///< the address it is of; another one begins anew
    QString place{}; ///< where redirects led: the validators are of that
    QByteArray etag{};
    QByteArray modified{};
    QByteArray digest{}; ///< of the last body, for servers that never say that it is the same
    Instant nextAt{};
    bool isGone = false; ///< the server said that it is over

    bool operator==(const FeedCursor &) const = default;

    [[nodiscard]] QByteArray toBytes() const;
    /// An empty one begins; so does one of another address. Errc::InvalidInput where it is none.
    [[nodiscard]] static Result<FeedCursor> parse(const QByteArray &bytes, const QString &feed);
};

} // namespace aside::feed
