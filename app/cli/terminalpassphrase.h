// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/ports/passphrasesource.h"

namespace aside::cli {

/// Asks for the passphrase at the terminal.
class TerminalPassphrase final : public PassphraseSource
{
public:
    [[nodiscard]] QFuture<Result<Secret>> ask(PassphraseUse use) override;
};

} // namespace aside::cli
