// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/core/secret.h"

#include <QFuture>

namespace aside {

/// What a passphrase is wanted for.
enum class PassphraseUse {
    Make, ///< it will protect a new file of secrets
    Open, ///< it opens the file there is
    OpenAgain, ///< the one given before does not fit
};

/// Knows the passphrase of the file of secrets, or asks a person. Any thread may call; a future may take as
/// long as a person does.
class PassphraseSource
{
public:
    PassphraseSource() = default;
    virtual ~PassphraseSource() = default;
    PassphraseSource(const PassphraseSource &) = delete;
    PassphraseSource &operator=(const PassphraseSource &) = delete;

    /// Errc::PassphraseMissing where nobody gives one, PassphraseWrong where there is no other.
    [[nodiscard]] virtual QFuture<Result<Secret>> ask(PassphraseUse use) = 0;
};

} // namespace aside
