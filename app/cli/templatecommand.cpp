// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/checkfacts.h"
#include "app/cli/commands.h"
#include "app/cli/printable.h"
#include "app/cli/templatefields.h"
#include "app/cli/templateshapes.h"
#include "app/cli/words.h"
#include "app/templates/templatefiles.h"
#include "app/templates/templatestore.h"
#include "models/ports/conversationstore.h"
#include "models/templates/templatecatalog.h"
#include "models/templates/templaterenderer.h"
#include "widgets/common/templatefaulttext.h"

#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>
#include <ranges>
#include <utility>

namespace aside::cli {

using namespace Qt::StringLiterals;

namespace {

/// What the three of them work with.
struct Shelf {
    CheckProfile profile;
    TemplatePlaces places;
    std::shared_ptr<const TemplateCatalog> catalog; ///< as readTemplates() shares it
};

Step<Shelf> openShelf(CommandContext &context, const QCommandLineParser &parser)
{
    auto profile = checkFacts(context);
    if (!profile) {
        return std::unexpected(profile.error());
    }
    Shelf shelf{.profile = *std::move(profile), .places = {}, .catalog = {}};
    if (const auto folder = parser.value(u"folder"_s); !folder.isEmpty()) {
        if (!QFileInfo(folder).isDir()) {
            return std::unexpected(context.output.failure(folder, Errc::NotFound));
        }
        shelf.places = {.mine = folder, .team = {}};
    } else {
        const auto directory = context.backend.profileDirectory(context.profile.directory);
        shelf.places = {.mine = directory + u"/templates"_s, .team = shelf.profile.teamFolder};
    }
    shelf.catalog = readTemplates(shelf.places);
    return shelf;
}

QString problemText(const TemplateProblem &problem)
{
    const auto file = printableLine(problem.file.isEmpty() ? u"."_s : problem.file);
    const auto words = printableLine(templateFaultText(problem));
    return problem.line > 0 ? u"%1:%2:%3: %4"_s.arg(file).arg(problem.line).arg(problem.column).arg(words)
                            : u"%1: %2"_s.arg(file, words);
}

ExitCode list(CommandContext &context, const Shelf &shelf)
{
    if (context.output.isJson()) {
        context.output.json(catalogJson(*shelf.catalog));
        return ExitCode::Ok;
    }
    Table table;
    table.addColumn(Words::tr("ID"));
    table.addColumn(Words::tr("Title"));
    table.addColumn(Words::tr("Language"));
    table.addColumn(Words::tr("Scope"));
    for (const auto &one : shelf.catalog->templates()) {
        table.addRow({one.id, one.title, one.language, scopeName(one.scope)});
    }
    shelf.catalog->templates().isEmpty() ? context.output.line(Words::tr("No templates."))
                                         : context.output.table(table);
    for (const auto &problem : shelf.catalog->problems()) {
        context.output.note(problemText(problem));
    }
    return ExitCode::Ok;
}

/// The template of this id; a broken one is told as what it is.
Step<Template> find(CommandContext &context, const Shelf &shelf, const QString &id)
{
    if (const auto *found = shelf.catalog->find(id)) {
        return *found;
    }
    const auto &problems = shelf.catalog->problems();
    const auto broken = std::ranges::find(problems, id + u".md"_s, &TemplateProblem::file);
    if (broken == problems.cend()) {
        return std::unexpected(context.output.failure(id, Errc::NotFound));
    }
    return std::unexpected(
        context.output.failure(u"%1:%2:%3"_s.arg(broken->file).arg(broken->line).arg(broken->column),
                               Errc::BrokenItem, templateFaultText(*broken)));
}

ExitCode show(CommandContext &context, const Shelf &shelf, const QString &id)
{
    const auto found = find(context, shelf, id);
    if (!found) {
        return found.error();
    }
    if (context.output.isJson()) {
        auto json = templateJson(*found);
        json.insert(u"body"_s, found->body);
        context.output.json({{u"template"_s, json}});
        return ExitCode::Ok;
    }
    const auto source = TemplateStore(shelf.places).source(found->scope, id);
    if (!source) {
        return context.output.failure(id, source.error().code);
    }
    context.output.line(source->endsWith(u'\n') ? source->chopped(1) : *source);
    return ExitCode::Ok;
}

Step<TemplateValues> valuesFor(CommandContext &context, const QCommandLineParser &parser, const Shelf &shelf,
                               const Template &one)
{
    TemplateSource source{.conversation = {},
                          .lastIncoming = {},
                          .accountName = shelf.profile.account.name,
                          .company = shelf.profile.account.companyNames.value(0),
                          .operatorName = shelf.profile.operatorName,
                          .operatorMark = shelf.profile.operatorMark,
                          .now = context.backend.clock().now(),
                          .zone = QTimeZone::systemTimeZone()};
    if (parser.isSet(u"conversation"_s)) {
        const auto id = idArgument(context, parser.value(u"conversation"_s));
        const auto session = id ? openProfile(context, ProfileAccess::ReadOnly) : std::unexpected(id.error());
        if (!session) {
            return std::unexpected(session.error());
        }
        const ConversationId conversation{*id};
        const auto thread = awaitStep(context, conversationSubject(conversation),
                                      (*session)->conversations().thread(conversation));
        if (!thread) {
            return std::unexpected(thread.error());
        }
        source.conversation = thread->conversation;
        source.accountName = shelf.profile.accountOn(thread->conversation.channel).name;
        const auto incoming = std::ranges::find(std::views::reverse(thread->messages), Direction::Incoming,
                                                &Message::direction);
        if (incoming != std::views::reverse(thread->messages).end()) {
            source.lastIncoming = *incoming;
        }
    }
    return withFields(context, parser.values(u"set"_s), one, templateValues(source, one.language));
}

ExitCode render(CommandContext &context, const QCommandLineParser &parser, const Shelf &shelf,
                const QString &id)
{
    const auto found = find(context, shelf, id);
    if (!found) {
        return found.error();
    }
    const auto values = valuesFor(context, parser, shelf, *found);
    if (!values) {
        return values.error();
    }
    TemplateRenderer renderer;
    const auto made = renderer.render(*found, *shelf.catalog, *values);
    if (!made) {
        return context.output.failure(id, Errc::BrokenItem, templateFaultText(made.error()));
    }
    context.output.isJson() ? context.output.json(renderedJson(*made)) : context.output.line(made->text);
    return ExitCode::Ok;
}

} // namespace

Command templateCommand()
{
    return {
        .name = u"template"_s,
        .synopsis = u"list | show ID | render ID [--set FIELD=VALUE]… [--conversation N] [--folder DIR]"_s,
        .summary = Words::tr("Lists templates, shows one, or fills one in."),
        .options = {{u"folder"_s, Words::tr("The templates of this folder, not the profile's."), u"DIR"_s},
                    {u"set"_s, Words::tr("What stands in a field; may be given often."), u"FIELD=VALUE"_s},
                    {u"conversation"_s, Words::tr("Fill it in for this conversation."), u"N"_s}},
        .atLeast = 1,
        .atMost = 2,
        .run = &runTemplate};
}

ExitCode runTemplate(CommandContext &context, const QStringList &arguments)
{
    const auto parser = parse(context, templateCommand(), arguments);
    if (!parser) {
        return parser.error();
    }
    const auto words = (*parser)->positionalArguments();
    const auto &verb = words.constFirst();
    const bool isRender = verb == "render"_L1;
    const bool isList = verb == "list"_L1;
    if ((!isList && !isRender && verb != "show"_L1) || words.size() != (isList ? 1 : 2)) {
        return context.output.usage(
            Words::tr("Usage: asidectl %1 %2").arg(u"template"_s, templateCommand().synopsis));
    }
    if (!isRender && ((*parser)->isSet(u"set"_s) || (*parser)->isSet(u"conversation"_s))) {
        return context.output.usage(Words::tr("--set and --conversation belong to render."));
    }
    const auto shelf = openShelf(context, **parser);
    if (!shelf) {
        return shelf.error();
    }
    if (isList) {
        return list(context, *shelf);
    }
    return isRender ? render(context, **parser, *shelf, words.at(1)) : show(context, *shelf, words.at(1));
}

} // namespace aside::cli
