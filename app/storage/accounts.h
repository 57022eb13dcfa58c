// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/database.h"
#include "models/domain/account.h"

#include <QList>

namespace aside {

// Each write is one synced transaction. See models/ports/accountstore.h for the contracts.

[[nodiscard]] Result<QList<Account>> loadAccounts(Database &db);
[[nodiscard]] Result<Account> insertAccount(Database &db, const Account &account);
[[nodiscard]] Result<Account> updateAccount(Database &db, const Account &account);
[[nodiscard]] Result<void> deleteAccount(Database &db, AccountId id);
[[nodiscard]] Result<Account> setAccountPause(Database &db, AccountId id,
                                              const std::optional<AccountPause> &pause);

} // namespace aside
