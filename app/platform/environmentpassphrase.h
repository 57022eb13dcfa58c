// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/ports/passphrasesource.h"

namespace aside {

/// Takes the passphrase from ASIDE_SECRETS_PASSPHRASE, else from the first line of the file that
/// ASIDE_SECRETS_PASSPHRASE_FILE names, else asks the next source. What comes from there is tried once.
class EnvironmentPassphrase final : public PassphraseSource
{
public:
    /// Null: there is nobody else to ask.
    explicit EnvironmentPassphrase(PassphraseSource *next);

    [[nodiscard]] QFuture<Result<Secret>> ask(PassphraseUse use) override;

private:
    PassphraseSource *m_next;
};

} // namespace aside
