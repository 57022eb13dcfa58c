// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/context.h"

#include "app/cli/commands.h"
#include "app/cli/words.h"
#include "models/ports/conversationstore.h"

namespace aside::cli {

QList<QCommandLineOption> globalOptions()
{
    return {
        {QStringLiteral("profile"), Words::tr("Use this profile directory."), QStringLiteral("DIR")},
        {QStringLiteral("json"), Words::tr("Answer in JSON, on one line.")},
        {QStringLiteral("plain"), Words::tr("Where a profile is made: do not encrypt it.")},
        {{QStringLiteral("h"), QStringLiteral("help")}, Words::tr("Explain the command.")},
    };
}

Step<std::unique_ptr<QCommandLineParser>> parse(CommandContext &context, const Command &command,
                                                const QStringList &arguments)
{
    auto parser = std::make_unique<QCommandLineParser>();
    parser->addOptions(globalOptions());
    parser->addOptions(command.options);
    const bool understood = parser->parse(QStringList{QStringLiteral("asidectl")} + arguments);
    context.output.setFormat(parser->isSet(QStringLiteral("json")) ? Format::Json : Format::Text);
    if (!understood) {
        const QString hint
            = Words::tr(R"(See "asidectl help %1"; write "--" before an argument that begins with "-".)")
                  .arg(command.name);
        return std::unexpected(context.output.usage(parser->errorText() + u' ' + hint));
    }
    if (parser->isSet(QStringLiteral("help"))) {
        printHelp(context.output, command);
        return std::unexpected(ExitCode::Ok);
    }
    const qsizetype given = parser->positionalArguments().size();
    if (given < command.atLeast || (command.atMost >= 0 && given > command.atMost)) {
        return std::unexpected(
            context.output.usage(Words::tr("Usage: asidectl %1 %2").arg(command.name, command.synopsis)));
    }
    context.profile.directory = parser->value(QStringLiteral("profile"));
    context.profile.encryption
        = parser->isSet(QStringLiteral("plain")) ? Encryption::Plain : Encryption::Encrypted;
    return parser;
}

Step<std::unique_ptr<Session>> openProfile(CommandContext &context, ProfileAccess access)
{
    ProfileOptions options = context.profile;
    options.directory = context.backend.profileDirectory(options.directory);
    options.access = access;
    Result<std::unique_ptr<Session>> session = context.backend.openProfile(options);
    if (!session) {
        return std::unexpected(context.output.failure(options.directory, session.error().code));
    }
    return std::move(*session);
}

Step<qint64> idArgument(CommandContext &context, const QString &text)
{
    bool isNumber = false;
    const qint64 id = text.toLongLong(&isNumber);
    if (!isNumber || id <= 0) {
        return std::unexpected(
            context.output.usage(Words::tr("\"%1\" is no ID. An ID is a whole number.").arg(text)));
    }
    return id;
}

Step<int> numberOption(CommandContext &context, const QCommandLineParser &parser, const QString &name,
                       int fallback, int most)
{
    if (!parser.isSet(name)) {
        return fallback;
    }
    bool isNumber = false;
    const int number = parser.value(name).toInt(&isNumber);
    if (!isNumber || number < 0 || number > most) {
        return std::unexpected(context.output.usage(
            Words::tr("--%1 needs a whole number from 0 to %2.").arg(name, QString::number(most))));
    }
    return number;
}

QString conversationSubject(ConversationId id)
{
    return Words::tr("Conversation %1").arg(id.value);
}

Step<ConversationId> existing(CommandContext &context, Session &session, ConversationId id)
{
    return awaitStep(context, conversationSubject(id), session.conversations().thread(id))
        .transform([](const Thread &thread) { return thread.conversation.id; });
}

} // namespace aside::cli
