// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/accounts.h"

#include "app/storage/rows.h"

#include <algorithm>
#include <utility>

namespace aside {

namespace {

constexpr std::string_view selectAccounts = R"sql(
    SELECT id, channel, name, identity, address, is_on, paused_until, pause_cause, pause_words FROM account
    ORDER BY id
)sql";
constexpr std::string_view selectSettings = "SELECT account_id, name, value FROM account_setting";
constexpr std::string_view selectNamesake = "SELECT id FROM account WHERE channel = ?1 AND folded = ?2";
constexpr std::string_view insertRow = R"sql(
    INSERT INTO account (channel, name, identity, address, folded, is_on) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
)sql";
constexpr std::string_view updateRow
    = "UPDATE account SET name = ?2, identity = ?3, address = ?4, folded = ?5, is_on = ?6 WHERE id = ?1";
constexpr std::string_view insertSetting
    = "INSERT INTO account_setting (account_id, name, value) VALUES (?1, ?2, ?3)";
constexpr std::string_view deleteSettings = "DELETE FROM account_setting WHERE account_id = ?1";
constexpr std::string_view deleteRow = "DELETE FROM account WHERE id = ?1";
constexpr std::string_view countSending = "SELECT count(*) FROM outbox WHERE account_id = ?1 AND state = 2";
constexpr std::string_view updatePause
    = "UPDATE account SET paused_until = ?2, pause_cause = ?3, pause_words = ?4 WHERE id = ?1";

std::optional<AccountPause> readPause(const Statement &row)
{
    if (row.integer(6) == 0) {
        return std::nullopt;
    }
    return AccountPause{.until = fromMillis(row.integer(6)),
                        .cause = errcFromName(row.text(7)).value_or(Errc::Internal),
                        .words = row.text(8)};
}

Account readAccount(const Statement &row)
{
    return {.id = AccountId{row.integer(0)},
            .channel = static_cast<Channel>(row.integer(1)),
            .name = row.text(2),
            .identity = row.text(3),
            .address = row.text(4),
            .isOn = row.integer(5) != 0,
            .pause = readPause(row)};
}

Result<Account> loadAccount(Database &db, AccountId id)
{
    return loadAccounts(db).and_then([&](const QList<Account> &all) -> Result<Account> {
        const auto found = std::ranges::find(all, id, &Account::id);
        if (found == all.cend()) {
            return fail(Errc::NotFound, QStringLiteral("no account %1").arg(id.value));
        }
        return *found;
    });
}

Result<void> checkAccount(Database &db, const Account &account)
{
    if (account.address.trimmed().isEmpty()) {
        return fail(Errc::InvalidInput, QStringLiteral("an account without an address"));
    }
    for (auto setting = account.settings.cbegin(); setting != account.settings.cend(); ++setting) {
        if (namesSecret(setting.key())) {
            return fail(Errc::InvalidInput, QStringLiteral("a setting that would hold a secret"));
        }
    }
    return db.prepare(selectNamesake).and_then([&](Statement select) -> Result<void> {
        const Result<bool> row = select.bind(1, std::to_underlying(account.channel))
                                     .bind(2, account.address.trimmed().toCaseFolded())
                                     .step();
        if (!row) {
            return std::unexpected(row.error());
        }
        if (*row && select.integer(0) != account.id.value) {
            return fail(Errc::Conflict, QStringLiteral("the channel has an account of this address"));
        }
        return {};
    });
}

Result<void> runWithId(Database &db, std::string_view sql, AccountId id)
{
    return db.prepare(sql).and_then([&](Statement statement) { return statement.bind(1, id.value).run(); });
}

Result<void> writeSettings(Database &db, AccountId id, const QMap<QString, QString> &settings)
{
    Result<void> done = runWithId(db, deleteSettings, id);
    for (auto setting = settings.cbegin(); done && setting != settings.cend(); ++setting) {
        done = db.prepare(insertSetting).and_then([&](Statement insert) {
            return insert.bind(1, id.value).bind(2, setting.key()).bind(3, setting.value()).run();
        });
    }
    return done;
}

/// The columns that both writes share, from `first` on.
Result<void> writeRow(Statement statement, const Account &account, int first)
{
    const QString address = account.address.trimmed();
    statement.bind(first, account.name).bind(first + 1, account.identity);
    statement.bind(first + 2, address).bind(first + 3, address.toCaseFolded());
    return statement.bind(first + 4, account.isOn ? 1 : 0).run();
}

} // namespace

Result<QList<Account>> loadAccounts(Database &db)
{
    Result<QList<Account>> accounts = db.prepare(selectAccounts).and_then([](Statement select) {
        return allRows(std::move(select), readAccount);
    });
    if (!accounts) {
        return accounts;
    }
    return db.prepare(selectSettings)
        .and_then([&](Statement select) {
            return forEachRow(select, [&](const Statement &row) {
                const auto owner = std::ranges::find(*accounts, AccountId{row.integer(0)}, &Account::id);
                owner->settings.insert(row.text(1), row.text(2));
            });
        })
        .transform([&] { return std::move(*accounts); });
}

Result<Account> insertAccount(Database &db, const Account &account)
{
    Result<Transaction> transaction = Transaction::begin(db, Durability::Synced);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    AccountId id;
    return checkAccount(db, account)
        .and_then([&] { return db.prepare(insertRow); })
        .and_then([&](Statement insert) {
            insert.bind(1, std::to_underlying(account.channel));
            return writeRow(std::move(insert), account, 2);
        })
        .and_then([&] {
            id = AccountId{db.lastInsertId()};
            return writeSettings(db, id, account.settings);
        })
        .and_then([&] { return transaction->commit(); })
        .and_then([&] { return loadAccount(db, id); });
}

Result<Account> updateAccount(Database &db, const Account &account)
{
    Result<Transaction> transaction = Transaction::begin(db, Durability::Synced);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    return loadAccount(db, account.id)
        .and_then([&](const Account &before) {
            Account after = account;
            after.channel = before.channel;
            return checkAccount(db, after);
        })
        .and_then([&] { return db.prepare(updateRow); })
        .and_then([&](Statement update) {
            update.bind(1, account.id.value);
            return writeRow(std::move(update), account, 2);
        })
        .and_then([&] { return writeSettings(db, account.id, account.settings); })
        .and_then([&] { return transaction->commit(); })
        .and_then([&] { return loadAccount(db, account.id); });
}

Result<void> deleteAccount(Database &db, AccountId id)
{
    Result<Transaction> transaction = Transaction::begin(db, Durability::Synced);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    return loadAccount(db, id)
        .and_then([&](const Account &) { return db.prepare(countSending); })
        .and_then([&](Statement count) {
            return count.bind(1, id.value).step().transform([&](bool) { return count.integer(0); });
        })
        .and_then([&](qint64 sending) -> Result<void> {
            if (sending > 0) {
                return fail(Errc::Conflict, QStringLiteral("something of it is being sent"));
            }
            return runWithId(db, deleteRow, id);
        })
        .and_then([&] { return transaction->commit(); });
}

Result<Account> setAccountPause(Database &db, AccountId id, const std::optional<AccountPause> &pause)
{
    Result<Transaction> transaction = Transaction::begin(db, Durability::Synced);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    return loadAccount(db, id)
        .and_then([&](const Account &) { return db.prepare(updatePause); })
        .and_then([&](Statement update) {
            update.bind(1, id.value).bind(2, pause ? toMillis(pause->until) : 0);
            update.bind(3, pause ? QString(errcName(pause->cause)) : QString());
            return update.bind(4, pause ? pause->words : QString()).run();
        })
        .and_then([&] { return transaction->commit(); })
        .and_then([&] { return loadAccount(db, id); });
}

} // namespace aside
