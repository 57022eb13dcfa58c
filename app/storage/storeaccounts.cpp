// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/accounts.h"
#include "app/storage/serverchanges.h"
#include "app/storage/storewrite.h"

namespace aside {

namespace {

ChangeSet accountsChanged()
{
    return {.conversations = {}, .outboxChanged = true, .accountsChanged = true};
}

} // namespace

QFuture<Result<QList<Account>>> SqliteStores::accounts()
{
    return m_reader->run([](Database &db) { return loadAccounts(db); });
}

QFuture<Result<Account>> SqliteStores::addAccount(Account account)
{
    return write([account = std::move(account)](Database &db) { return insertAccount(db, account); },
                 [](const Result<Account> &) { return accountsChanged(); });
}

QFuture<Result<Account>> SqliteStores::changeAccount(Account account)
{
    return write([account = std::move(account)](Database &db) { return updateAccount(db, account); },
                 [](const Result<Account> &) { return accountsChanged(); });
}

QFuture<Result<void>> SqliteStores::removeAccount(AccountId id)
{
    return write([id](Database &db) { return deleteAccount(db, id); },
                 [](const Result<void> &) { return accountsChanged(); });
}

QFuture<Result<Account>> SqliteStores::pauseAccount(AccountId id, std::optional<AccountPause> pause)
{
    return write([id, pause = std::move(pause)](Database &db) { return setAccountPause(db, id, pause); },
                 [](const Result<Account> &) { return accountsChanged(); });
}

QFuture<Result<QList<ServerChange>>> SqliteStores::pendingChanges(AccountId account, int most)
{
    return m_writer->run([account, most](Database &db) { return aside::pendingChanges(db, account, most); });
}

QFuture<Result<void>> SqliteStores::endChanges(QList<qint64> ids)
{
    return m_writer->run([ids = std::move(ids)](Database &db) { return aside::endChanges(db, ids); });
}

} // namespace aside
