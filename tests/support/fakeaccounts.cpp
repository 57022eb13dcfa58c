// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakestores.h"

#include <algorithm>

namespace aside::test {

using namespace Qt::StringLiterals;

QFuture<Result<QList<Account>>> FakeStores::accounts()
{
    return answer<QList<Account>>(u"accounts"_s, [&] { return accountList; });
}

QFuture<Result<Account>> FakeStores::addAccount(Account account)
{
    return answer<Account>(u"addAccount"_s, [&] {
        account.id = AccountId{accountList.size() + 1};
        accountList.append(account);
        return account;
    });
}

QFuture<Result<Account>> FakeStores::changeAccount(Account account)
{
    return answer<Account>(u"changeAccount"_s, [&]() -> Result<Account> {
        const auto found = std::ranges::find(accountList, account.id, &Account::id);
        if (found == accountList.end()) {
            return fail(Errc::NotFound);
        }
        *found = account;
        return account;
    });
}

QFuture<Result<void>> FakeStores::removeAccount(AccountId id)
{
    return answer<void>(u"removeAccount"_s, [&]() -> Result<void> {
        accountList.removeIf([id](const Account &account) { return account.id == id; });
        return {};
    });
}

QFuture<Result<Account>> FakeStores::pauseAccount(AccountId id, std::optional<AccountPause> pause)
{
    return answer<Account>(u"pauseAccount"_s, [&]() -> Result<Account> {
        const auto found = std::ranges::find(accountList, id, &Account::id);
        if (found == accountList.end()) {
            return fail(Errc::NotFound);
        }
        found->pause = pause;
        return *found;
    });
}

} // namespace aside::test
