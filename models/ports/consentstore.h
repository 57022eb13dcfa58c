// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/consent.h"

#include <QFuture>
#include <QList>

namespace aside {

/// The ledger of consents: append-only, with its evidence. A future that reports success means: on the disk,
/// synced. Any thread may call.
class ConsentStore
{
public:
    ConsentStore() = default;
    virtual ~ConsentStore() = default;
    ConsentStore(const ConsentStore &) = delete;
    ConsentStore &operator=(const ConsentStore &) = delete;

    /// All that was recorded of a person, in that order. Errc::NotFound where there is no such person.
    [[nodiscard]] virtual QFuture<Result<QList<ConsentEntry>>> ledger(PersonId person) = 0;
    /// Adds what was said; answers with the entry as it is kept: its id, and recorded now. Errc::NotFound
    /// where there is no such person, or no such evidence in a conversation of theirs; Errc::InvalidInput
    /// where it says nothing, has no date, was said after now, ends before it begins or ends without being
    /// given, or is given with neither evidence nor words.
    [[nodiscard]] virtual QFuture<Result<ConsentEntry>> record(PersonId person, ConsentEntry entry) = 0;
};

} // namespace aside
