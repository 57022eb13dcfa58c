// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/core/id.h"
#include "models/core/secret.h"

#include <QFuture>
#include <QString>

namespace aside {

/// Keeps the secrets of accounts, by name. Any thread may call. Every future ends in a bounded time, but for
/// the time a person takes who is asked for a passphrase. Errors beside those named: KeychainSilent,
/// PassphraseMissing, PassphraseWrong, SecretsDamaged, and those of a disk; Cancelled when the store goes.
class SecretStore
{
public:
    SecretStore() = default;
    virtual ~SecretStore() = default;
    SecretStore(const SecretStore &) = delete;
    SecretStore &operator=(const SecretStore &) = delete;

    /// Errc::SecretMissing where nothing is kept under the name.
    [[nodiscard]] virtual QFuture<Result<Secret>> read(QString name) = 0;
    /// Takes the place of what was kept under the name. Success means that it can be read again.
    [[nodiscard]] virtual QFuture<Result<void>> keep(QString name, Secret secret) = 0;
    /// Also where there is nothing.
    [[nodiscard]] virtual QFuture<Result<void>> forget(QString name) = 0;
};

/// The name of the password of an account.
[[nodiscard]] inline QString passwordName(AccountId account)
{
    return QStringLiteral("account/%1/password").arg(account.value);
}

/// The name of what an account keeps of OAuth.
[[nodiscard]] inline QString oauthName(AccountId account)
{
    return QStringLiteral("account/%1/oauth").arg(account.value);
}

} // namespace aside
