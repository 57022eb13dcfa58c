// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/core/error.h"
#include "models/core/id.h"
#include "models/domain/foldertrouble.h"
#include "models/ports/channeladapter.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QString>

#include <optional>

namespace aside {

/// How fetching for an account goes.
struct FetchState {
    AccountId account;
    QString address;
    bool isFetching = false;
    bool isListening = false; ///< the server says by itself that something came
    std::optional<Instant> fetchedAt{}; ///< all that was there has come; in this run
    qint64 brought = 0; ///< by the last one that succeeded: what was new
    std::optional<Instant> nextAt{}; ///< when it is asked again; none: it is being asked, or nobody will
    std::optional<Errc> fault{}; ///< of the last try
    QList<FolderTrouble> troubles{}; ///< of the last one that succeeded
    QList<RateLeft> rates{}; ///< what the service allows now

    bool operator==(const FetchState &) const = default;
};

/// How fetching goes, for windows that show it.
class FetchFeed : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Of the accounts that can be fetched for, in their order.
    [[nodiscard]] virtual QList<FetchState> states() const = 0;
    /// What was asked of the account's server last: a line of JSON for each request, without a secret and
    /// without what was said. Empty where nothing is known.
    [[nodiscard]] virtual QByteArray exchanges(AccountId id) const = 0;
    /// Asks for it now, unless it is paused.
    virtual void fetchFor(AccountId id) = 0;

Q_SIGNALS:
    void changed();
};

} // namespace aside
