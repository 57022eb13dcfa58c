// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/account.h"

#include <QFuture>
#include <QList>

namespace aside {

/// Keeps the accounts, without their secrets. A future that reports success means: on the disk, synced. Any
/// thread may call.
class AccountStore
{
public:
    AccountStore() = default;
    virtual ~AccountStore() = default;
    AccountStore(const AccountStore &) = delete;
    AccountStore &operator=(const AccountStore &) = delete;

    /// In the order they were added.
    [[nodiscard]] virtual QFuture<Result<QList<Account>>> accounts() = 0;
    /// Answers with the account and its id. Errc::InvalidInput without an address or with a setting that
    /// would hold a secret, Errc::Conflict where the channel has an account of this address.
    [[nodiscard]] virtual QFuture<Result<Account>> addAccount(Account account) = 0;
    /// All but its channel. Errors as addAccount(), and Errc::NotFound.
    [[nodiscard]] virtual QFuture<Result<Account>> changeAccount(Account account) = 0;
    /// What waits for it waits for another account then. Errc::Conflict while something of it is being sent.
    [[nodiscard]] virtual QFuture<Result<void>> removeAccount(AccountId id) = 0;
    /// Nothing goes through it until then; none: it may go on.
    [[nodiscard]] virtual QFuture<Result<Account>> pauseAccount(AccountId id,
                                                                std::optional<AccountPause> pause)
        = 0;
};

} // namespace aside
