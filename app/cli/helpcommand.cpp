// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands.h"
#include "app/cli/words.h"

#include <QJsonArray>

#include <algorithm>
#include <utility>

namespace aside::cli {

namespace {

QString optionText(const QCommandLineOption &option)
{
    QStringList names;
    for (const QString &name : option.names()) {
        names.append((name.size() == 1 ? QStringLiteral("-") : QStringLiteral("--")) + name);
    }
    const QString all = names.join(QStringLiteral(", "));
    return option.valueName().isEmpty() ? all : all + u' ' + option.valueName();
}

void printOptions(Output &output, const QString &title, const QList<QCommandLineOption> &options)
{
    if (options.isEmpty()) {
        return;
    }
    output.line({});
    output.line(title);
    qsizetype width = 0;
    for (const QCommandLineOption &option : options) {
        width = std::max(width, optionText(option).size());
    }
    for (const QCommandLineOption &option : options) {
        output.line(QStringLiteral("  %1  %2")
                        .arg(optionText(option), static_cast<int>(-width))
                        .arg(option.description()));
    }
}

QJsonObject overviewJson()
{
    QJsonArray commands;
    for (const Command &command : allCommands()) {
        commands.append(QJsonObject{{QStringLiteral("name"), command.name},
                                    {QStringLiteral("usage"), command.synopsis},
                                    {QStringLiteral("summary"), command.summary}});
    }
    QJsonArray codes;
    for (const ExitCode code : exitCodes) {
        codes.append(QJsonObject{{QStringLiteral("code"), std::to_underlying(code)},
                                 {QStringLiteral("meaning"), exitCodeText(code)}});
    }
    return {{QStringLiteral("commands"), commands}, {QStringLiteral("exitCodes"), codes}};
}

void printOverview(Output &output)
{
    output.line(Words::tr("Usage: asidectl [--profile DIR] [--json] COMMAND [ARGUMENTS]"));
    output.line({});
    output.line(Words::tr("Commands:"));
    for (const Command &command : allCommands()) {
        output.line(QStringLiteral("  %1  %2").arg(command.name, -8).arg(command.summary));
    }
    printOptions(output, Words::tr("Options of every command:"), globalOptions());
    output.line({});
    output.line(Words::tr("Exit codes:"));
    for (const ExitCode code : exitCodes) {
        output.line(QStringLiteral("  %1  %2").arg(std::to_underlying(code), 2).arg(exitCodeText(code)));
    }
    output.line({});
    output.line(Words::tr("Examples:"));
    output.line(QStringLiteral("  asidectl import ~/mail/support.mbox --own me@shop.example"));
    output.line(QStringLiteral("  asidectl inbox --view unread --limit 20"));
    output.line(QStringLiteral("  asidectl search -- channel:email -spam"));
    output.line(QStringLiteral("  asidectl draft 12 --file reply.txt"));
    output.line(QStringLiteral("  asidectl outbox send 12 --undo 30"));
    output.line(QStringLiteral("  asidectl export 12 --format pdf --out talk.pdf"));
    output.line(QStringLiteral("  asidectl check --channel vk --audience public templates/"));
    output.line(QStringLiteral("  asidectl template render delivery/late --set date=2026-12-01"));
}

} // namespace

void printHelp(Output &output, const Command &command)
{
    output.line(Words::tr("Usage: asidectl %1 %2").arg(command.name, command.synopsis));
    output.line({});
    output.line(command.summary);
    printOptions(output, Words::tr("Options:"), command.options + globalOptions());
}

Command helpCommand()
{
    return {.name = QStringLiteral("help"),
            .synopsis = QStringLiteral("[COMMAND]"),
            .summary = Words::tr("Explains a command, or all of them and the exit codes."),
            .options = {},
            .atLeast = 0,
            .atMost = 1,
            .run = &runHelp};
}

Command versionCommand()
{
    return {.name = QStringLiteral("version"),
            .synopsis = {},
            .summary = Words::tr("Says which version this is."),
            .options = {},
            .atLeast = 0,
            .atMost = 0,
            .run = &runVersion};
}

ExitCode runHelp(CommandContext &context, const QStringList &arguments)
{
    const auto parser = parse(context, helpCommand(), arguments);
    if (!parser) {
        return parser.error();
    }
    const QStringList names = (*parser)->positionalArguments();
    if (names.isEmpty()) {
        context.output.isJson() ? context.output.json(overviewJson()) : printOverview(context.output);
        return ExitCode::Ok;
    }
    const QList<Command> commands = allCommands();
    const auto command = std::ranges::find(commands, names.constFirst(), &Command::name);
    if (command == commands.cend()) {
        return context.output.usage(
            Words::tr(R"(There is no command "%1". "asidectl help" lists them.)").arg(names.constFirst()));
    }
    printHelp(context.output, *command);
    return ExitCode::Ok;
}

ExitCode runVersion(CommandContext &context, const QStringList &arguments)
{
    const auto parser = parse(context, versionCommand(), arguments);
    if (!parser) {
        return parser.error();
    }
    const QString version = QStringLiteral(ASIDE_VERSION);
    if (context.output.isJson()) {
        context.output.json({{QStringLiteral("version"), version}});
    } else {
        context.output.line(QStringLiteral("asidectl %1").arg(version));
    }
    return ExitCode::Ok;
}

} // namespace aside::cli
