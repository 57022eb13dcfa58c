// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/ports/passphrasesource.h"
#include "models/ports/secretstore.h"

#include <QList>
#include <QMap>

#include <optional>
#include <utility>

namespace aside::test {

/// Secrets in memory, on the thread of the test.
class FakeSecrets final : public SecretStore
{
public:
    QMap<QString, Secret> kept;
    std::optional<Errc> fault; ///< answers with this while it is there

    [[nodiscard]] QFuture<Result<Secret>> read(QString name) override
    {
        return answer<Secret>([&]() -> Result<Secret> {
            return kept.contains(name) ? Result<Secret>(kept.value(name)) : fail(Errc::SecretMissing);
        });
    }
    [[nodiscard]] QFuture<Result<void>> keep(QString name, Secret secret) override
    {
        return answer<void>([&] {
            kept.insert(name, std::move(secret));
            return Result<void>();
        });
    }
    [[nodiscard]] QFuture<Result<void>> forget(QString name) override
    {
        return answer<void>([&] {
            kept.remove(name);
            return Result<void>();
        });
    }

private:
    template <typename T, typename Work>
    QFuture<Result<T>> answer(Work work)
    {
        Result<T> done = fault ? Result<T>(fail(*fault)) : work();
        return QtFuture::makeReadyValueFuture(std::move(done));
    }
};

/// Gives the passphrases it was told, one after the other, then none. Asked on one thread at a time.
class FakePassphrases final : public PassphraseSource
{
public:
    QList<QByteArray> answers;
    QList<PassphraseUse> asked;

    [[nodiscard]] QFuture<Result<Secret>> ask(PassphraseUse use) override
    {
        asked.append(use);
        return QtFuture::makeReadyValueFuture(answers.isEmpty()
                                                  ? Result<Secret>(fail(Errc::PassphraseMissing))
                                                  : Result<Secret>(Secret(answers.takeFirst())));
    }
};

} // namespace aside::test
