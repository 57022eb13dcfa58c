// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/core/secret.h"

#include <QByteArray>

namespace aside {

// What OpenSSL does for the file of secrets.

inline constexpr qsizetype sealKeySize = 32;
inline constexpr qsizetype sealNonceSize = 12;
inline constexpr qsizetype sealTagSize = 16;

/// scrypt with r = 8 and p = 1 (RFC 7914); takes 2^log2N KiB of memory. Errc::Internal where there is none.
[[nodiscard]] Result<Secret> sealKey(const Secret &passphrase, const QByteArray &salt, int log2N);
/// AES-256-GCM: the encrypted bytes and the tag, which also vouches for the head.
[[nodiscard]] Result<QByteArray> seal(const Secret &plain, const Secret &key, const QByteArray &nonce,
                                      const QByteArray &head);
/// Errc::PassphraseWrong where the key does not fit.
[[nodiscard]] Result<Secret> unseal(const QByteArray &sealed, const Secret &key, const QByteArray &nonce,
                                    const QByteArray &head);
/// From the system.
[[nodiscard]] QByteArray randomBytes(qsizetype count);

} // namespace aside
