// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands.h"
#include "app/cli/exporter.h"
#include "app/cli/files.h"
#include "app/cli/printable.h"
#include "app/cli/shapes.h"
#include "app/cli/words.h"
#include "models/ports/conversationstore.h"

#include <QBuffer>
#include <QJsonDocument>

namespace aside::cli {

namespace {

enum class ExportFormat { Mbox, Json, Pdf };

/// What is exported, how, and where to; an empty path means the standard output.
struct ExportPlan {
    ConversationId conversation;
    ExportFormat format = ExportFormat::Mbox;
    QString path;
    Overwrite overwrite = Overwrite::No;
};

Step<ExportFormat> formatOption(CommandContext &context, const QString &name)
{
    if (name == QLatin1StringView("mbox")) {
        return ExportFormat::Mbox;
    }
    if (name == QLatin1StringView("json")) {
        return ExportFormat::Json;
    }
    if (name == QLatin1StringView("pdf")) {
        return ExportFormat::Pdf;
    }
    return std::unexpected(context.output.usage(Words::tr("--format is mbox, json or pdf.")));
}

Step<ExportPlan> exportPlan(CommandContext &context, const QCommandLineParser &parser)
{
    const auto id = idArgument(context, parser.positionalArguments().constFirst());
    if (!id) {
        return std::unexpected(id.error());
    }
    const auto format = formatOption(context, parser.value(QStringLiteral("format")));
    if (!format) {
        return std::unexpected(format.error());
    }
    ExportPlan plan{.conversation = ConversationId{*id},
                    .format = *format,
                    .path = parser.value(QStringLiteral("out")),
                    .overwrite = parser.isSet(QStringLiteral("force")) ? Overwrite::Yes : Overwrite::No};
    if (plan.path.isEmpty() && (parser.isSet(QStringLiteral("out")) || plan.format == ExportFormat::Pdf)) {
        return std::unexpected(context.output.usage(Words::tr("Please name the file with --out.")));
    }
    return plan;
}

Result<AttachmentData> attachmentData(Session &session, const Message &message)
{
    AttachmentData data;
    for (const Attachment &attachment : message.attachments) {
        if (attachment.isAtServer) {
            continue; // the entry says so
        }
        Result<QByteArray> bytes = await(session.conversations().attachment(attachment.id));
        if (!bytes) {
            return std::unexpected(bytes.error());
        }
        data.insert(attachment.id, *bytes);
    }
    return data;
}

Result<void> writeMbox(Session &session, const Thread &thread, QIODevice &device)
{
    for (const Message &message : thread.messages) {
        const Result<AttachmentData> data = attachmentData(session, message);
        if (!data) {
            return std::unexpected(data.error());
        }
        device.write(mboxEntry(thread, message, *data));
    }
    return {};
}

Result<void> write(Session &session, const Thread &thread, const ExportPlan &plan, QIODevice &device)
{
    switch (plan.format) {
    case ExportFormat::Mbox:
        return writeMbox(session, thread, device);
    case ExportFormat::Json:
        device.write(QJsonDocument(threadJson(thread, Checksums::With)).toJson(QJsonDocument::Compact)
                     + '\n');
        return {};
    case ExportFormat::Pdf:
        return writePdf(device, thread);
    }
    Q_UNREACHABLE_RETURN(Result<void>{});
}

ExitCode toOutput(CommandContext &context, Session &session, const Thread &thread, const ExportPlan &plan)
{
    if (plan.format == ExportFormat::Json) {
        context.output.json(threadJson(thread, Checksums::With));
        return ExitCode::Ok;
    }
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (const Result<void> written = write(session, thread, plan, buffer); !written) {
        return context.output.failure(conversationSubject(plan.conversation), written.error().code);
    }
    context.output.bytes(buffer.data());
    return ExitCode::Ok;
}

ExitCode toFile(CommandContext &context, Session &session, const Thread &thread, const ExportPlan &plan)
{
    const Result<void> written = NewFile::create(plan.path, plan.overwrite).and_then([&](const auto &file) {
        return write(session, thread, plan, file->device()).and_then([&file] { return file->commit(); });
    });
    if (!written && written.error().code == Errc::Conflict) {
        return context.output.failure(plan.path, Errc::Conflict,
                                      Words::tr("The file exists already. Add --force to replace it."));
    }
    if (!written) {
        return context.output.failure(plan.path, written.error().code);
    }
    if (context.output.isJson()) {
        context.output.json(
            {{QStringLiteral("saved"), plan.path}, {QStringLiteral("messages"), thread.messages.size()}});
    } else {
        context.output.line(Words::tr("Saved: %1").arg(printableLine(plan.path)));
    }
    return ExitCode::Ok;
}

} // namespace

Command exportCommand()
{
    return {.name = QStringLiteral("export"),
            .synopsis = QStringLiteral("ID [--format mbox|json|pdf] [--out FILE [--force]]"),
            .summary = Words::tr("Writes a conversation to a file, or to the output."),
            .options = {{QStringLiteral("format"), Words::tr("mbox (usual), json or pdf."),
                         QStringLiteral("FORMAT"), QStringLiteral("mbox")},
                        {QStringLiteral("out"), Words::tr("The file; the output where it is not given."),
                         QStringLiteral("FILE")},
                        {QStringLiteral("force"), Words::tr("Replace the file if there is one.")}},
            .atLeast = 1,
            .atMost = 1,
            .run = &runExport};
}

ExitCode runExport(CommandContext &context, const QStringList &arguments)
{
    const auto parser = parse(context, exportCommand(), arguments);
    if (!parser) {
        return parser.error();
    }
    const auto plan = exportPlan(context, **parser);
    if (!plan) {
        return plan.error();
    }
    const auto session = openProfile(context, ProfileAccess::ReadOnly);
    if (!session) {
        return session.error();
    }
    const auto thread = awaitStep(context, conversationSubject(plan->conversation),
                                  (*session)->conversations().thread(plan->conversation));
    if (!thread) {
        return thread.error();
    }
    return plan->path.isEmpty() ? toOutput(context, **session, *thread, *plan)
                                : toFile(context, **session, *thread, *plan);
}

} // namespace aside::cli
