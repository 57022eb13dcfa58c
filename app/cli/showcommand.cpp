// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands.h"
#include "app/cli/files.h"
#include "app/cli/printable.h"
#include "app/cli/shapes.h"
#include "app/cli/words.h"
#include "models/ports/conversationstore.h"
#include "widgets/common/sizetext.h"
#include "widgets/common/spokentext.h"

#include <QLocale>

namespace aside::cli {

namespace {

QString directionText(Direction direction)
{
    switch (direction) {
    case Direction::Incoming:
        return Words::tr("received");
    case Direction::Outgoing:
        return Words::tr("sent");
    case Direction::Note:
        return Words::tr("note, team only");
    case Direction::Event:
        return Words::tr("event");
    }
    Q_UNREACHABLE_RETURN(QString());
}

QString audienceText(Audience audience)
{
    return audience == Audience::Public ? Words::tr("public: everybody can read it") : Words::tr("private");
}

void printMessage(Output &output, const Message &message, Channel channel)
{
    const QString author = message.handle.isEmpty()
        ? message.author
        : QStringLiteral("%1 <%2>")
              .arg(printableLine(message.author), printableLine(message.handle))
              .trimmed();
    output.line({});
    output.line(QStringLiteral("── #%1  %2  %3  (%4)")
                    .arg(QString::number(message.id.value), localText(message.sentAt), printableLine(author),
                         directionText(message.direction)));
    const bool isTheirs = message.direction == Direction::Incoming;
    output.line(isTheirs ? spokenText(channel, message.text) : message.text);
    for (const Attachment &attachment : message.attachments) {
        output.line(Words::tr("Attachment %1: %2 (%3, %4)")
                        .arg(QString::number(attachment.id.value), printableLine(attachment.name),
                             printableLine(attachment.mimeType), sizeText(attachment.size)));
    }
}

void printThread(Output &output, const Thread &thread)
{
    const ConversationRow &row = thread.conversation;
    output.line(printableLine(row.subject));
    output.line(Words::tr("%1, %2, with %3")
                    .arg(channelName(row.channel), audienceText(row.audience),
                         printableLine(row.person.isEmpty() ? row.handle : row.person)));
    for (const Message &message : thread.messages) {
        printMessage(output, message, row.channel);
    }
}

Result<void> saveTo(const QString &path, const QByteArray &data)
{
    return NewFile::create(path, Overwrite::No).and_then([&data](const auto &file) {
        file->device().write(data);
        return file->commit();
    });
}

/// Only an attachment of the conversation that was named: an ID from another one is a slip.
bool belongsTo(const Thread &thread, AttachmentId id)
{
    for (const Message &message : thread.messages) {
        for (const Attachment &attachment : message.attachments) {
            if (attachment.id == id) {
                return true;
            }
        }
    }
    return false;
}

ExitCode saveAttachment(CommandContext &context, Session &session, const Thread &thread,
                        const QCommandLineParser &parser)
{
    const auto id = idArgument(context, parser.value(QStringLiteral("attachment")));
    if (!id) {
        return id.error();
    }
    const QString subject = Words::tr("Attachment %1").arg(*id);
    if (!belongsTo(thread, AttachmentId{*id})) {
        return context.output.failure(subject, Errc::NotFound);
    }
    const auto data = awaitStep(context, subject, session.conversations().attachment(AttachmentId{*id}));
    if (!data) {
        return data.error();
    }
    const QString path = parser.value(QStringLiteral("out"));
    const Result<void> saved = saveTo(path, *data);
    if (!saved && saved.error().code == Errc::Conflict) {
        return context.output.failure(path, Errc::Conflict,
                                      Words::tr("The file exists already. Please choose another name."));
    }
    if (!saved) {
        return context.output.failure(path, saved.error().code);
    }
    if (context.output.isJson()) {
        context.output.json({{QStringLiteral("saved"), path}, {QStringLiteral("size"), data->size()}});
    } else {
        context.output.line(Words::tr("Saved: %1").arg(printableLine(path)));
    }
    return ExitCode::Ok;
}

} // namespace

Command showCommand()
{
    return {.name = QStringLiteral("show"),
            .synopsis = QStringLiteral("ID [--attachment ID --out FILE]"),
            .summary = Words::tr("Shows a conversation, or saves one of its attachments."),
            .options
            = {{QStringLiteral("attachment"), Words::tr("Save this attachment."), QStringLiteral("ID")},
               {QStringLiteral("out"), Words::tr("The file to save to; it must not exist yet."),
                QStringLiteral("FILE")}},
            .atLeast = 1,
            .atMost = 1,
            .run = &runShow};
}

ExitCode runShow(CommandContext &context, const QStringList &arguments)
{
    const auto parser = parse(context, showCommand(), arguments);
    if (!parser) {
        return parser.error();
    }
    const auto id = idArgument(context, (*parser)->positionalArguments().constFirst());
    if (!id) {
        return id.error();
    }
    const bool saves = (*parser)->isSet(QStringLiteral("attachment"));
    if (saves != !(*parser)->value(QStringLiteral("out")).isEmpty()) {
        return context.output.usage(Words::tr("--attachment and --out belong together."));
    }
    const auto session = openProfile(context, ProfileAccess::ReadOnly);
    if (!session) {
        return session.error();
    }
    const ConversationId conversation{*id};
    const auto thread = awaitStep(context, conversationSubject(conversation),
                                  (*session)->conversations().thread(conversation));
    if (!thread) {
        return thread.error();
    }
    if (saves) {
        return saveAttachment(context, **session, *thread, **parser);
    }
    context.output.isJson() ? context.output.json(threadJson(*thread, Checksums::Without))
                            : printThread(context.output, *thread);
    return ExitCode::Ok;
}

} // namespace aside::cli
