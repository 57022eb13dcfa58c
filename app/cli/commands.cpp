// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands.h"

#include "app/cli/words.h"

#include <algorithm>

namespace aside::cli {

namespace {

/// The arguments, divided at the command's name. Global options may stand on either side of it.
struct CommandLine {
    QString name;
    QStringList arguments;
};

CommandLine divided(const QStringList &arguments)
{
    CommandLine line;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments.at(i);
        if (!argument.startsWith(u'-')) {
            line.name = argument;
            line.arguments += arguments.sliced(i + 1);
            return line;
        }
        line.arguments.append(argument);
        if (argument == QLatin1StringView("--profile") && i + 1 < arguments.size()) {
            line.arguments.append(arguments.at(++i));
        }
    }
    return line;
}

ExitCode runWithoutCommand(CommandContext &context, const QStringList &options)
{
    const auto has = [&options](const char16_t *name) {
        return options.contains(QStringView(name));
    };
    if (has(u"--help") || has(u"-h")) {
        return runHelp(context, {});
    }
    if (has(u"--version") || has(u"-v")) {
        return runVersion(context, {});
    }
    return context.output.usage(Words::tr("Please name a command. \"asidectl help\" lists them."));
}

} // namespace

QList<Command> allCommands()
{
    return {accountCommand(), syncCommand(),    importCommand(),   inboxCommand(),   showCommand(),
            searchCommand(),  draftCommand(),   sendCommand(),     outboxCommand(),  mentionCommand(),
            callCommand(),    privateCommand(), consentCommand(),  promiseCommand(), personCommand(),
            exportCommand(),  checkCommand(),   templateCommand(), doctorCommand(),  helpCommand(),
            versionCommand()};
}

ExitCode runCommandLine(CommandContext &context, const QStringList &arguments)
{
    const CommandLine line = divided(arguments);
    context.output.setFormat(line.arguments.contains(QStringLiteral("--json")) ? Format::Json : Format::Text);
    if (line.name.isEmpty()) {
        return runWithoutCommand(context, line.arguments);
    }
    const QList<Command> commands = allCommands();
    const auto command = std::ranges::find(commands, line.name, &Command::name);
    if (command == commands.cend()) {
        return context.output.usage(
            Words::tr(R"(There is no command "%1". "asidectl help" lists them.)").arg(line.name));
    }
    return command->run(context, line.arguments);
}

bool needsFonts(const QStringList &arguments)
{
    const CommandLine line = divided(arguments);
    const Command command = exportCommand();
    QCommandLineParser parser;
    parser.addOptions(globalOptions());
    parser.addOptions(command.options);
    return line.name == command.name && parser.parse(QStringList{line.name} + line.arguments)
        && parser.value(QStringLiteral("format")) == QLatin1StringView("pdf");
}

} // namespace aside::cli
