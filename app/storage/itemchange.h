// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/outboxrows.h"

namespace aside {

/// One synced transaction: loads the item, changes it, answers with it as it is then.
template <typename Change>
[[nodiscard]] Result<OutboxItem> changeItem(Database &db, OutboxId id, Change apply)
{
    Result<Transaction> transaction = Transaction::begin(db, Durability::Synced);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    return loadItem(db, id)
        .and_then([&](const OutboxItem &item) -> Result<void> { return apply(item); })
        .and_then([&] { return transaction->commit(); })
        .and_then([&] { return loadItem(db, id); });
}

} // namespace aside
