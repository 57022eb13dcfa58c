// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/core/secret.h"

#include <QMap>
#include <QString>

#include <functional>
#include <optional>

namespace aside {

/// What making the key out of the passphrase costs whoever guesses: 2^log2N KiB of memory a guess.
struct KeyCost {
    int log2N = 17;
};

/// Secrets by name in one encrypted file with rights 0600: the key is made of a passphrase by scrypt, the
/// whole is sealed by AES-256-GCM together with its head (version, cost, salt, nonce), and a checksum at the
/// end tells damage from a wrong passphrase. Replaced as a whole; programs that write at the same time wait
/// for each other. On one thread, blocking.
class SecretFile
{
public:
    explicit SecretFile(QString path, KeyCost costOfNew = {});

    [[nodiscard]] bool exists() const;
    /// Whether a passphrase is still wanted.
    [[nodiscard]] bool isLocked() const { return !m_key.has_value(); }
    /// With the passphrase of the file there is, else with that of the file to be made.
    /// Errc::PassphraseWrong, SecretsDamaged, PassphraseMissing where it is empty, or of the disk.
    [[nodiscard]] Result<void> unlock(const Secret &passphrase);

    // Only when unlocked; Errc::PassphraseMissing, and locked again, where the file has another passphrase
    // meanwhile.
    [[nodiscard]] Result<Secret> read(const QString &name);
    [[nodiscard]] Result<void> keep(const QString &name, const Secret &secret);
    [[nodiscard]] Result<void> forget(const QString &name);

private:
    using Secrets = QMap<QString, Secret>;
    struct Head;
    struct Key {
        Secret bytes;
        QByteArray salt;
        int log2N = 0;
    };

    [[nodiscard]] Result<Secrets> load();
    [[nodiscard]] Result<void> save(const Secrets &secrets) const;
    [[nodiscard]] Result<void> change(const std::function<void(Secrets &)> &how);

    QString m_path;
    KeyCost m_costOfNew;
    std::optional<Key> m_key;
};

} // namespace aside
