// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/core/secret.h"

#include <QString>

#include <chrono>

namespace aside {

// The system's keychain through QtKeychain, with a time limit of our own: a locked keyring on a machine
// nobody sits at never answers. Each blocks for at most `patience`; Errc::KeyMissing where there is no answer
// or no such entry.

[[nodiscard]] Result<Secret> readKeychain(const QString &name, std::chrono::milliseconds patience);
[[nodiscard]] Result<void> writeKeychain(const QString &name, const Secret &secret,
                                         std::chrono::milliseconds patience);

} // namespace aside
