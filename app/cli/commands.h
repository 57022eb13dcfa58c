// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/context.h"

#include <QList>
#include <QStringList>

namespace aside::cli {

[[nodiscard]] Command importCommand();
[[nodiscard]] Command accountCommand();
[[nodiscard]] Command callCommand();
[[nodiscard]] Command mentionCommand();
[[nodiscard]] Command sendCommand();
[[nodiscard]] Command syncCommand();
[[nodiscard]] Command inboxCommand();
[[nodiscard]] Command showCommand();
[[nodiscard]] Command searchCommand();
[[nodiscard]] Command draftCommand();
[[nodiscard]] Command outboxCommand();
[[nodiscard]] Command privateCommand();
[[nodiscard]] Command consentCommand();
[[nodiscard]] Command promiseCommand();
[[nodiscard]] Command personCommand();
[[nodiscard]] Command exportCommand();
[[nodiscard]] Command checkCommand();
[[nodiscard]] Command templateCommand();
[[nodiscard]] Command doctorCommand();
[[nodiscard]] Command helpCommand();
[[nodiscard]] Command versionCommand();

/// All commands, in the order of the help.
[[nodiscard]] QList<Command> allCommands();

// Each runs one command with the arguments after its name; in process, over whatever the context holds.
[[nodiscard]] ExitCode runImport(CommandContext &context, const QStringList &arguments);
[[nodiscard]] ExitCode runAccount(CommandContext &context, const QStringList &arguments);
[[nodiscard]] ExitCode runCall(CommandContext &context, const QStringList &arguments);
[[nodiscard]] ExitCode runMention(CommandContext &context, const QStringList &arguments);
[[nodiscard]] ExitCode runSend(CommandContext &context, const QStringList &arguments);
[[nodiscard]] ExitCode runSync(CommandContext &context, const QStringList &arguments);
[[nodiscard]] ExitCode runInbox(CommandContext &context, const QStringList &arguments);
[[nodiscard]] ExitCode runShow(CommandContext &context, const QStringList &arguments);
[[nodiscard]] ExitCode runSearch(CommandContext &context, const QStringList &arguments);
[[nodiscard]] ExitCode runDraft(CommandContext &context, const QStringList &arguments);
[[nodiscard]] ExitCode runOutbox(CommandContext &context, const QStringList &arguments);
[[nodiscard]] ExitCode runPrivate(CommandContext &context, const QStringList &arguments);
[[nodiscard]] ExitCode runPerson(CommandContext &context, const QStringList &arguments);
[[nodiscard]] ExitCode runConsent(CommandContext &context, const QStringList &arguments);
[[nodiscard]] ExitCode runPromise(CommandContext &context, const QStringList &arguments);
[[nodiscard]] ExitCode runExport(CommandContext &context, const QStringList &arguments);
[[nodiscard]] ExitCode runCheck(CommandContext &context, const QStringList &arguments);
[[nodiscard]] ExitCode runTemplate(CommandContext &context, const QStringList &arguments);
[[nodiscard]] ExitCode runDoctor(CommandContext &context, const QStringList &arguments);
[[nodiscard]] ExitCode runHelp(CommandContext &context, const QStringList &arguments);
[[nodiscard]] ExitCode runVersion(CommandContext &context, const QStringList &arguments);

/// The whole program: finds the command among the arguments (without the program's name) and runs it.
[[nodiscard]] ExitCode runCommandLine(CommandContext &context, const QStringList &arguments);

/// Whether these arguments draw text, which needs an application that knows fonts.
[[nodiscard]] bool needsFonts(const QStringList &arguments);

/// What one command does and takes.
void printHelp(Output &output, const Command &command);

} // namespace aside::cli
