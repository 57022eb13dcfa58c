// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/core/secret.h"
#include "models/domain/account.h"

#include <QFuture>

namespace aside {

/// Knows the OAuth 2 access tokens of accounts whose setting `auth` is "oauth". Lives on the UI thread.
class TokenSource
{
public:
    TokenSource() = default;
    virtual ~TokenSource() = default;
    TokenSource(const TokenSource &) = delete;
    TokenSource &operator=(const TokenSource &) = delete;

    /// One that is good for a while, renewed where it was not; in a bounded time. Errc::SignInRefused where
    /// the person has to give consent again, and the errors of SecretStore and of a network.
    [[nodiscard]] virtual QFuture<Result<Secret>> accessToken(const Account &account) = 0;
};

} // namespace aside
