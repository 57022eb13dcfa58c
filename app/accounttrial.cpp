// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/accounttrial.h"

#include "app/channels/flow/promises.h"
#include "models/core/unlessgone.h"

#include <utility>

namespace aside {

namespace {

Result<Account> cancelled()
{
    return fail(Errc::Cancelled, QStringLiteral("trying an account"));
}

} // namespace

AccountTrial::AccountTrial(std::unique_ptr<ChannelAdapter> adapter, Account wanted, Describe describe,
                           QObject *parent)
    : QObject(parent)
    , m_adapter(std::move(adapter))
    , m_account(std::move(wanted))
    , m_describe(std::move(describe))
{
    m_promise.start();
}

AccountTrial::~AccountTrial()
{
    m_stop.reset();
    aside::settle(m_promise, cancelled());
}

QFuture<Result<Account>> AccountTrial::start(std::stop_token stop)
{
    QFuture<Result<Account>> future = m_promise.future();
    m_stop.emplace(std::move(stop), [this] { end(cancelled()); });
    if (!future.isFinished()) {
        m_adapter->open()
            .then(this, [this](const Result<void> &opened) { take(opened); })
            .onCanceled(this, unlessGone(this, [this] { end(cancelled()); }));
    }
    return future;
}

void AccountTrial::take(const Result<void> &opened)
{
    if (!opened) {
        end(std::unexpected(opened.error()));
        return;
    }
    m_describe(*m_adapter, m_account);
    end(m_account);
}

/// Later: the adapter may be the one who calls.
void AccountTrial::end(Result<Account> result)
{
    aside::settle(m_promise, std::move(result));
    deleteLater();
}

} // namespace aside
