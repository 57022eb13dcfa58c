// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands.h"
#include "app/cli/files.h"
#include "app/cli/shapes.h"
#include "app/cli/textinput.h"
#include "app/cli/words.h"
#include "models/ports/draftstore.h"
#include "widgets/common/sizetext.h"

#include <QFile>
#include <QJsonArray>
#include <QLocale>

#include <optional>

namespace aside::cli {

namespace {

/// Whose draft, and which of its two.
struct DraftPlace {
    ConversationId conversation;
    DraftKind kind = DraftKind::Reply;
};

/// The new text, from one of its three sources; nothing where the draft is only to be shown.
Step<std::optional<QString>> newText(CommandContext &context, const QCommandLineParser &parser)
{
    const bool fromInput = parser.positionalArguments().value(1) == QLatin1StringView("-");
    const int sources = (parser.isSet(QStringLiteral("text")) ? 1 : 0)
        + (parser.isSet(QStringLiteral("file")) ? 1 : 0) + (fromInput ? 1 : 0);
    if (sources > 1 || (sources == 1 && parser.isSet(QStringLiteral("versions")))) {
        return std::unexpected(
            context.output.usage(Words::tr("--text, --file, - and --versions exclude each other.")));
    }
    if (parser.positionalArguments().size() == 2 && !fromInput) {
        return std::unexpected(context.output.usage(Words::tr("The text follows --text, --file or \"-\".")));
    }
    if (parser.isSet(QStringLiteral("text"))) {
        return parser.value(QStringLiteral("text"));
    }
    if (parser.isSet(QStringLiteral("file"))) {
        return textFrom(context, parser.value(QStringLiteral("file")));
    }
    if (fromInput) {
        return textFrom(context, QStringLiteral("-"));
    }
    return std::nullopt;
}

/// A file to lay with the draft, and what it shows.
struct NewFile {
    QString path;
    QString alt;
};

/// What is to be changed about the draft.
struct DraftChange {
    std::optional<QString> text;
    QList<NewFile> files;
};

Step<QList<NewFile>> newFiles(CommandContext &context, const QCommandLineParser &parser)
{
    const QStringList paths = parser.values(QStringLiteral("attach"));
    const QStringList alts = parser.values(QStringLiteral("alt"));
    if (alts.size() > paths.size()) {
        return std::unexpected(
            context.output.usage(Words::tr("Each --alt describes the file of one --attach.")));
    }
    if (!paths.isEmpty() && parser.isSet(QStringLiteral("versions"))) {
        return std::unexpected(
            context.output.usage(Words::tr("--attach and --versions exclude each other.")));
    }
    QList<NewFile> files;
    for (qsizetype i = 0; i < paths.size(); ++i) {
        files.append({.path = paths.at(i), .alt = alts.value(i)});
    }
    return files;
}

Step<Draft> attach(CommandContext &context, Session &session, const DraftPlace &place, const NewFile &file)
{
    const Result<Draft> attached = await(session.drafts().attach(place.conversation, place.kind, file.path));
    if (!attached && attached.error().code == Errc::TooLarge) {
        const QString most = QLocale().formattedDataSize(mostAttached, 0, QLocale::DataSizeSIFormat);
        return std::unexpected(context.output.failure(
            file.path, Errc::TooLarge, Words::tr("The files of one draft may be %1 together.").arg(most)));
    }
    if (!attached) {
        return std::unexpected(context.output.failure(file.path, attached.error().code));
    }
    if (file.alt.isEmpty() || attached->attachments.isEmpty()) {
        return *attached;
    }
    return awaitStep(context, file.path,
                     session.drafts().describe(attached->attachments.constLast().id, file.alt));
}

QString fileLine(const DraftAttachment &file)
{
    const QString size = sizeText(file.size);
    return file.alt.isEmpty() ? Words::tr("Attached: %1 (%2)").arg(file.name, size)
                              : Words::tr("Attached: %1 (%2), %3").arg(file.name, size, file.alt);
}

void printFiles(Output &output, const Draft &draft)
{
    for (const DraftAttachment &file : draft.attachments) {
        output.line(fileLine(file));
    }
}

ExitCode save(CommandContext &context, const DraftPlace &place, const DraftChange &change)
{
    const auto session = openProfile(context, ProfileAccess::ReadWrite);
    if (!session) {
        return session.error();
    }
    const auto id = existing(context, **session, place.conversation);
    if (!id) {
        return id.error();
    }
    Step<Draft> draft;
    if (change.text) {
        draft = awaitStep(context, conversationSubject(*id),
                          (*session)->drafts().save(*id, place.kind, *change.text));
    }
    for (const NewFile &file : change.files) {
        if (draft) {
            draft = attach(context, **session, {.conversation = *id, .kind = place.kind}, file);
        }
    }
    if (!draft) {
        return draft.error();
    }
    if (context.output.isJson()) {
        context.output.json({{QStringLiteral("draft"), draftJson(*draft)}});
        return ExitCode::Ok;
    }
    if (change.text) {
        context.output.line(Words::tr("Saved as version %1.").arg(draft->version));
    }
    printFiles(context.output, *draft);
    return ExitCode::Ok;
}

ExitCode showVersions(CommandContext &context, Session &session, const DraftPlace &place)
{
    const auto versions = awaitStep(context, conversationSubject(place.conversation),
                                    session.drafts().versions(place.conversation, place.kind));
    if (!versions) {
        return versions.error();
    }
    QJsonArray array;
    Table table;
    table.addColumn(Words::tr("Version"), Table::Align::Right);
    table.addColumn(Words::tr("Saved"));
    table.addColumn(Words::tr("Text"));
    for (const Draft &draft : *versions) {
        array.append(draftJson(draft));
        table.addRow({QString::number(draft.version), localText(draft.updatedAt), draft.text});
    }
    context.output.isJson() ? context.output.json({{QStringLiteral("versions"), array}})
                            : context.output.table(table);
    return ExitCode::Ok;
}

ExitCode showCurrent(CommandContext &context, Session &session, const DraftPlace &place)
{
    const auto draft = awaitStep(context, conversationSubject(place.conversation),
                                 session.drafts().load(place.conversation, place.kind));
    if (!draft) {
        return draft.error();
    }
    if (context.output.isJson()) {
        context.output.json({{QStringLiteral("draft"), draftJson(*draft)}});
        return ExitCode::Ok;
    }
    if (!draft->text.isEmpty() || draft->attachments.isEmpty()) {
        context.output.line(draft->text.isEmpty() ? Words::tr("There is no draft.") : draft->text);
    }
    printFiles(context.output, *draft);
    return ExitCode::Ok;
}

enum class Shown { Current, Versions };

ExitCode show(CommandContext &context, Session &session, DraftPlace place, Shown shown)
{
    const auto id = existing(context, session, place.conversation);
    if (!id) {
        return id.error();
    }
    place.conversation = *id;
    return shown == Shown::Versions ? showVersions(context, session, place)
                                    : showCurrent(context, session, place);
}

} // namespace

Command draftCommand()
{
    return {.name = QStringLiteral("draft"),
            .synopsis = QStringLiteral("ID [--note] [--text TEXT | --file FILE | - | --versions] "
                                       "[--attach FILE [--alt TEXT]]..."),
            .summary = Words::tr("Saves the draft of a conversation, or shows it."),
            .options
            = {{QStringLiteral("text"), Words::tr("The new text; an empty one ends the draft."),
                QStringLiteral("TEXT")},
               {QStringLiteral("file"),
                Words::tr("Read the new text from a file; \"-\" instead reads the input."),
                QStringLiteral("FILE")},
               {QStringLiteral("attach"), Words::tr("Lay a file with the draft; may be given several times."),
                QStringLiteral("FILE")},
               {QStringLiteral("alt"), Words::tr("What the attached picture shows, for who cannot see it."),
                QStringLiteral("TEXT")},
               {QStringLiteral("versions"), Words::tr("Show all saved versions, newest first.")},
               {QStringLiteral("note"), Words::tr("The note for the team, not the reply.")}},
            .atLeast = 1,
            .atMost = 2,
            .run = &runDraft};
}

ExitCode runDraft(CommandContext &context, const QStringList &arguments)
{
    const auto parser = parse(context, draftCommand(), arguments);
    if (!parser) {
        return parser.error();
    }
    const auto id = idArgument(context, (*parser)->positionalArguments().constFirst());
    if (!id) {
        return id.error();
    }
    const auto text = newText(context, **parser);
    if (!text) {
        return text.error();
    }
    const bool isNote = (*parser)->isSet(QStringLiteral("note"));
    const DraftPlace place{.conversation = ConversationId{*id},
                           .kind = isNote ? DraftKind::Note : DraftKind::Reply};
    const auto files = newFiles(context, **parser);
    if (!files) {
        return files.error();
    }
    if (*text || !files->isEmpty()) {
        return save(context, place, {.text = *text, .files = *files});
    }
    const auto session = openProfile(context, ProfileAccess::ReadOnly);
    if (!session) {
        return session.error();
    }
    return show(context, **session, place,
                (*parser)->isSet(QStringLiteral("versions")) ? Shown::Versions : Shown::Current);
}

} // namespace aside::cli
