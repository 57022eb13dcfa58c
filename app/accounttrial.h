// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/account.h"
#include "models/ports/channeladapter.h"

#include <QPromise>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace aside {

/// Opens one account by its adapter, to see what it is. Deletes itself when it is over; one that goes before
/// answers with Errc::Cancelled.
class AccountTrial final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AccountTrial)

public:
    /// Writes what the adapter knows of the account by then.
    using Describe = std::function<void(const ChannelAdapter &, Account &)>;

    AccountTrial(std::unique_ptr<ChannelAdapter> adapter, Account wanted, Describe describe, QObject *parent);
    ~AccountTrial() override;

    [[nodiscard]] QFuture<Result<Account>> start(std::stop_token stop);

private:
    void take(const Result<void> &opened);
    void end(Result<Account> result);

    std::unique_ptr<ChannelAdapter> m_adapter;
    Account m_account;
    Describe m_describe;
    QPromise<Result<Account>> m_promise;
    std::optional<std::stop_callback<std::function<void()>>> m_stop; ///< last: it may call at once
};

} // namespace aside
