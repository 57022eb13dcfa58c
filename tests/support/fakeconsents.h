// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/ports/consentstore.h"

#include <QHash>

#include <optional>

namespace aside::test {

/// A ConsentStore in memory that answers at once and takes everything.
class FakeConsents final : public ConsentStore
{
public:
    QHash<PersonId, QList<ConsentEntry>> entries;
    std::optional<Error> failure; ///< every call fails with it

    [[nodiscard]] QFuture<Result<QList<ConsentEntry>>> ledger(PersonId person) override
    {
        return QtFuture::makeReadyValueFuture(failure ? Result<QList<ConsentEntry>>(std::unexpected(*failure))
                                                      : Result<QList<ConsentEntry>>(entries.value(person)));
    }
    [[nodiscard]] QFuture<Result<ConsentEntry>> record(PersonId person, ConsentEntry entry) override
    {
        if (failure) {
            return QtFuture::makeReadyValueFuture(Result<ConsentEntry>(std::unexpected(*failure)));
        }
        entry.id = ConsentEntryId{entries.value(person).size() + 1};
        entry.recordedAt = entry.said.at;
        entries[person].append(entry);
        return QtFuture::makeReadyValueFuture(Result<ConsentEntry>(entry));
    }
};

} // namespace aside::test
