// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands.h"
#include "app/cli/importrun.h"
#include "app/cli/printable.h"
#include "app/cli/words.h"
#include "widgets/common/errortext.h"

#include <QJsonArray>

#include <algorithm>
#include <optional>

namespace aside::cli {

namespace {

constexpr qsizetype shownProblems = 20;

/// "id=tweet_id,text=body" as our field → their column.
Step<QMap<QString, QString>> mapping(CommandContext &context, const QString &text)
{
    QMap<QString, QString> columns;
    const QStringList pairs = text.split(u',', Qt::SkipEmptyParts);
    for (const QString &pair : pairs) {
        const qsizetype sign = pair.indexOf(u'=');
        const QString field = pair.left(std::max<qsizetype>(sign, 0)).trimmed();
        const QString column = pair.mid(sign + 1).trimmed();
        if (field.isEmpty() || column.isEmpty()) {
            return std::unexpected(
                context.output.usage(Words::tr("--map needs FIELD=COLUMN, divided by commas.")));
        }
        columns.insert(field, column);
    }
    return columns;
}

Step<std::optional<Audience>> audienceOption(CommandContext &context, const QString &text)
{
    for (const Audience audience : {Audience::Private, Audience::Public}) {
        if (text == audienceName(audience)) {
            return audience;
        }
    }
    if (!text.isEmpty()) {
        return std::unexpected(context.output.usage(Words::tr("--audience is public or private.")));
    }
    return std::nullopt;
}

Step<QStringList> ownOption(CommandContext &context, const QStringList &addresses)
{
    for (const QString &address : addresses) {
        if (!address.contains(u'@') || address.endsWith(u'@') || address.contains(u' ')) {
            return std::unexpected(context.output.usage(
                Words::tr("--own needs a mail address, or @shop.example for a whole domain.")));
        }
    }
    return addresses;
}

Step<ImportOptions> importOptions(CommandContext &context, const QCommandLineParser &parser)
{
    const auto columns = mapping(context, parser.values(QStringLiteral("map")).join(u','));
    if (!columns) {
        return std::unexpected(columns.error());
    }
    const auto audience = audienceOption(context, parser.value(QStringLiteral("audience")));
    if (!audience) {
        return std::unexpected(audience.error());
    }
    const auto own = ownOption(context, parser.values(QStringLiteral("own")));
    if (!own) {
        return std::unexpected(own.error());
    }
    const QString channel = parser.value(QStringLiteral("channel"));
    if (!channel.isEmpty() && !channelFromName(channel)) {
        return std::unexpected(context.output.usage(Words::tr("There is no channel \"%1\".").arg(channel)));
    }
    return ImportOptions{.ownAddresses = *own,
                         .columns = *columns,
                         .channel = channelFromName(channel),
                         .audience = *audience};
}

/// The addresses given now join those in the settings, which then keep them.
Result<QStringList> rememberOwn(Session &session, const QStringList &given)
{
    const QStringList known = session.ownAddresses();
    QStringList all = known;
    for (const QString &address : given) {
        if (!all.contains(address, Qt::CaseInsensitive)) {
            all.append(address);
        }
    }
    const Result<void> saved = all == known ? Result<void>{} : session.setOwnAddresses(all);
    return saved.transform([&all] { return all; });
}

QJsonObject outcomeJson(const ImportOutcome &outcome, const QStringList &own)
{
    const ImportReport &report = outcome.report;
    QJsonArray errors;
    for (const ImportProblem &problem : report.errors) {
        errors.append(QJsonObject{{QStringLiteral("source"), problem.source},
                                  {QStringLiteral("code"), QString(errcName(problem.error.code))},
                                  {QStringLiteral("reason"), errorText(problem.error.code)}});
    }
    QJsonObject object{
        {QStringLiteral("imported"), report.imported},
        {QStringLiteral("duplicates"), report.duplicates},
        {QStringLiteral("skipped"), report.skipped},
        {QStringLiteral("conversations"), report.conversations},
        {QStringLiteral("errors"), errors},
        {QStringLiteral("cancelled"), report.cancelled},
        {QStringLiteral("ownAddresses"), QJsonArray::fromStringList(own)},
    };
    if (outcome.failure) {
        object.insert(QStringLiteral("error"), errorJson(*outcome.failure, errorText(*outcome.failure)));
    }
    return object;
}

void printReport(Output &output, const ImportReport &report)
{
    for (const ImportProblem &problem : report.errors.first(std::min(shownProblems, report.errors.size()))) {
        output.note(QStringLiteral("asidectl: %1: %2")
                        .arg(printableLine(problem.source), errorText(problem.error.code)));
    }
    if (report.errors.size() > shownProblems) {
        output.note(Words::tr("asidectl: there are more of these; --json lists them."));
    }
    output.line(Words::tr("Imported: %1, known already: %2, left out: %3, new conversations: %4")
                    .arg(QString::number(report.imported), QString::number(report.duplicates),
                         QString::number(report.skipped), QString::number(report.conversations)));
    if (report.cancelled) {
        output.note(Words::tr("asidectl: stopped. Run it again to go on from here."));
    }
}

} // namespace

Command importCommand()
{
    return {.name = QStringLiteral("import"),
            .synopsis = QStringLiteral("PATH… [OPTIONS]"),
            .summary = Words::tr("Imports mbox, Maildir, .eml, Telegram exports, CSV and JSON Lines."),
            .options
            = {{QStringLiteral("own"),
                Words::tr("An address of ours, or @domain; may be given more than once and is kept."),
                QStringLiteral("ADDRESS")},
               {QStringLiteral("map"), Words::tr("For tables: our field is their column."),
                QStringLiteral("FIELD=COLUMN,…")},
               {QStringLiteral("channel"), Words::tr("For tables: where the messages come from."),
                QStringLiteral("CHANNEL")},
               {QStringLiteral("audience"), Words::tr("For tables: public or private."),
                QStringLiteral("AUDIENCE")}},
            .atLeast = 1,
            .atMost = -1,
            .run = &runImport};
}

ExitCode runImport(CommandContext &context, const QStringList &arguments)
{
    const auto parser = parse(context, importCommand(), arguments);
    if (!parser) {
        return parser.error();
    }
    auto options = importOptions(context, **parser);
    if (!options) {
        return options.error();
    }
    const auto session = openProfile(context, ProfileAccess::ReadWrite);
    if (!session) {
        return session.error();
    }
    const Result<QStringList> own = rememberOwn(**session, options->ownAddresses);
    if (!own) {
        return context.output.failure({}, own.error().code);
    }
    options->ownAddresses = *own;
    context.interrupt.watch();
    const ImportOutcome outcome
        = ImportRun(context, **session).run((*parser)->positionalArguments(), *options);
    context.output.isJson() ? context.output.json(outcomeJson(outcome, *own))
                            : printReport(context.output, outcome.report);
    return outcome.failure ? exitCode(*outcome.failure) : ExitCode::Ok;
}

} // namespace aside::cli
