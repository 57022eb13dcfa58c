// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/platform/futurewait.h"
#include "app/platform/secretfile.h"
#include "models/ports/passphrasesource.h"
#include "models/ports/secretstore.h"

#include <QThreadPool>

#include <chrono>

namespace aside {

/// The secrets of one profile: in the system's keychain, under names that begin with the id in
/// PROFILE/keychain; where there is no keychain, in the encrypted file PROFILE/secrets. Once there is that
/// file, what is new goes there. Nothing is ever kept in clear. Works on a thread of its own, one thing after
/// the other.
class ProfileSecrets final : public SecretStore
{
public:
    struct Limits {
        std::chrono::milliseconds patience = std::chrono::seconds(20); ///< with the keychain
        KeyCost cost{}; ///< of a new file
    };

    /// The source outlives it.
    ProfileSecrets(QString directory, PassphraseSource &passphrases, Limits limits);
    ProfileSecrets(QString directory, PassphraseSource &passphrases);
    ~ProfileSecrets() override;

    [[nodiscard]] QFuture<Result<Secret>> read(QString name) override;
    [[nodiscard]] QFuture<Result<void>> keep(QString name, Secret secret) override;
    [[nodiscard]] QFuture<Result<void>> forget(QString name) override;

private:
    template <typename T, typename Work>
    QFuture<Result<T>> run(Work work);
    template <typename T, typename Work>
    Result<T> withFile(Work work);

    // On the worker's thread.
    [[nodiscard]] Result<Secret> readNow(const QString &name);
    [[nodiscard]] Result<void> keepNow(const QString &name, const Secret &secret);
    [[nodiscard]] Result<void> forgetNow(const QString &name);
    [[nodiscard]] Result<void> unlock();
    [[nodiscard]] Result<Secret> readKeychain(const QString &name);
    [[nodiscard]] Result<void> keepInKeychain(const QString &name, const Secret &secret);
    [[nodiscard]] QByteArray prefix() const;
    [[nodiscard]] Result<QByteArray> makePrefix();

    QString m_directory;
    PassphraseSource &m_passphrases;
    std::chrono::milliseconds m_patience;
    SecretFile m_file; ///< touched by the worker alone
    FutureWait m_wait;
    QThreadPool m_worker;
};

} // namespace aside
