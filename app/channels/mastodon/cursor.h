// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/core/error.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace aside::mastodon {

/// How far the notifications of an account were read, and whose later changes are asked for.
struct Cursor {
    /// A status that may still be changed or taken away.
    struct Watched {
        QString id{};
        Instant changed{}; ///< the last change that is stored

        bool operator==(const Watched &) const = default;
    };
    /// As many as a server gives at once.
    static constexpr qsizetype mostWatched = 20;

    QString server{}; ///< ids are its own
    QString me{}; ///< whose notifications they are
    QString latest{}; ///< all behind it are still to come
    QString back{}; ///< when we began there was more before it; empty: no more
    QList<Watched> watched{}; ///< who waits longest to be asked for first

    /// The oldest makes room.
    void watch(const Watched &status);

    [[nodiscard]] QByteArray toBytes() const;
    /// Empty bytes begin. Errc::InvalidInput where it is none.
    [[nodiscard]] static Result<Cursor> parse(const QByteArray &bytes);

    bool operator==(const Cursor &) const = default;
};

} // namespace aside::mastodon
