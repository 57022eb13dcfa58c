// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/terminalpassphrase.h"

#include "app/cli/words.h"
#include "app/platform/terminal.h"

#include <QStringList>

namespace aside::cli {

namespace {

QString question(PassphraseUse use)
{
    switch (use) {
    case PassphraseUse::Make:
        return Words::tr("There is no keychain here, so passwords go into an encrypted file of the profile.\n"
                         "Choose a passphrase for it; nobody can restore it. Passphrase: ");
    case PassphraseUse::Open:
        return Words::tr("Passphrase of the file with the passwords: ");
    case PassphraseUse::OpenAgain:
        return Words::tr("That was not the passphrase. Passphrase of the file with the passwords: ");
    }
    Q_UNREACHABLE_RETURN(QString());
}

Result<Secret> typed(PassphraseUse use)
{
    const Result<Secret> first = askAtTerminal(question(use));
    if (!first || use != PassphraseUse::Make) {
        return first;
    }
    const Result<Secret> again = askAtTerminal(Words::tr("The same again: "));
    const bool isSame = again && again->bytes() == first->bytes();
    return !again || isSame ? again
                            : fail(Errc::PassphraseMissing, QStringLiteral("typed differently twice"));
}

} // namespace

QFuture<Result<Secret>> TerminalPassphrase::ask(PassphraseUse use)
{
    Result<Secret> passphrase = typed(use);
    if (!passphrase && passphrase.error().code == Errc::NotFound) { // no terminal
        passphrase = fail(Errc::PassphraseMissing, passphrase.error().detail);
    }
    return QtFuture::makeReadyValueFuture(std::move(passphrase));
}

} // namespace aside::cli
