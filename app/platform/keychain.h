// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/ports/secretstore.h"

#include <chrono>

namespace aside {

/// The system's keychain through QtKeychain, with a time limit of our own: a locked keyring on a machine
/// nobody sits at never answers. Errc::KeychainMissing where there is none or ASIDE_KEYCHAIN=off, and
/// KeychainSilent where it does not answer within the patience or does not let us in; what it was asked to
/// keep may still arrive there when somebody unlocks it.
class Keychain final : public SecretStore
{
public:
    explicit Keychain(std::chrono::milliseconds patience);

    [[nodiscard]] QFuture<Result<Secret>> read(QString name) override;
    [[nodiscard]] QFuture<Result<void>> keep(QString name, Secret secret) override;
    [[nodiscard]] QFuture<Result<void>> forget(QString name) override;

private:
    std::chrono::milliseconds m_patience;
};

} // namespace aside
