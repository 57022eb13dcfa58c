// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands.h"
#include "app/cli/words.h"
#include "models/ports/maintenance.h"

#include <QJsonArray>

#include <algorithm>

namespace aside::cli {

namespace {

QLatin1StringView checkName(Check check)
{
    switch (check) {
    case Check::Database:
        return QLatin1StringView("database");
    case Check::ForeignKeys:
        return QLatin1StringView("foreign-keys");
    case Check::SearchIndex:
        return QLatin1StringView("search-index");
    case Check::Blobs:
        return QLatin1StringView("blobs");
    case Check::OrphanBlobs:
        return QLatin1StringView("orphan-blobs");
    case Check::Settings:
        return QLatin1StringView("settings");
    case Check::Key:
        return QLatin1StringView("key");
    case Check::Templates:
        return QLatin1StringView("templates");
    case Check::Permissions:
        return QLatin1StringView("permissions");
    }
    Q_UNREACHABLE_RETURN(QLatin1StringView("database"));
}

QLatin1StringView healthName(Health health)
{
    switch (health) {
    case Health::Ok:
        return QLatin1StringView("ok");
    case Health::Warning:
        return QLatin1StringView("warning");
    case Health::Broken:
        return QLatin1StringView("broken");
    case Health::Repaired:
        return QLatin1StringView("repaired");
    }
    Q_UNREACHABLE_RETURN(QLatin1StringView("broken"));
}

QString checkText(Check check)
{
    switch (check) {
    case Check::Database:
        return Words::tr("Database file");
    case Check::ForeignKeys:
        return Words::tr("Links between rows");
    case Check::SearchIndex:
        return Words::tr("Search index");
    case Check::Blobs:
        return Words::tr("Attachments");
    case Check::OrphanBlobs:
        return Words::tr("Leftover files");
    case Check::Settings:
        return Words::tr("Settings");
    case Check::Key:
        return Words::tr("Key");
    case Check::Templates:
        return Words::tr("Templates");
    case Check::Permissions:
        return Words::tr("Permissions");
    }
    Q_UNREACHABLE_RETURN(QString());
}

QString healthText(Health health)
{
    switch (health) {
    case Health::Ok:
        return Words::tr("good");
    case Health::Warning:
        return Words::tr("worth a look");
    case Health::Broken:
        return Words::tr("damaged");
    case Health::Repaired:
        return Words::tr("repaired");
    }
    Q_UNREACHABLE_RETURN(QString());
}

bool isHealthy(const QList<CheckResult> &results)
{
    return std::ranges::none_of(results, [](const CheckResult &r) { return r.health == Health::Broken; });
}

QJsonObject resultsJson(const QList<CheckResult> &results)
{
    QJsonArray checks;
    for (const CheckResult &result : results) {
        checks.append(QJsonObject{{QStringLiteral("check"), QString(checkName(result.check))},
                                  {QStringLiteral("health"), QString(healthName(result.health))},
                                  {QStringLiteral("count"), result.count},
                                  {QStringLiteral("detail"), result.detail}});
    }
    return {{QStringLiteral("checks"), checks}, {QStringLiteral("healthy"), isHealthy(results)}};
}

void printResults(Output &output, const QList<CheckResult> &results)
{
    Table table;
    table.addColumn(Words::tr("Check"));
    table.addColumn(Words::tr("Health"));
    table.addColumn(Words::tr("Count"), Table::Align::Right);
    table.addColumn(Words::tr("Detail"));
    for (const CheckResult &result : results) {
        const QString count = result.count == 0 ? QString() : QString::number(result.count);
        table.addRow({checkText(result.check), healthText(result.health), count, result.detail});
    }
    output.table(table);
}

} // namespace

Command doctorCommand()
{
    return {.name = QStringLiteral("doctor"),
            .synopsis = QStringLiteral("[--repair]"),
            .summary = Words::tr("Examines the profile and repairs what can be repaired without a loss."),
            .options
            = {{QStringLiteral("repair"), Words::tr("Repair; the profile must not be open elsewhere.")}},
            .atLeast = 0,
            .atMost = 0,
            .run = &runDoctor};
}

ExitCode runDoctor(CommandContext &context, const QStringList &arguments)
{
    const auto parser = parse(context, doctorCommand(), arguments);
    if (!parser) {
        return parser.error();
    }
    const bool repairs = (*parser)->isSet(QStringLiteral("repair"));
    const auto session = openProfile(context, repairs ? ProfileAccess::ReadWrite : ProfileAccess::ReadOnly);
    if (!session) {
        return session.error();
    }
    const auto results
        = awaitStep(context, {}, (*session)->maintenance().examine(repairs ? Repair::Yes : Repair::No));
    if (!results) {
        return results.error();
    }
    context.output.isJson() ? context.output.json(resultsJson(*results))
                            : printResults(context.output, *results);
    return isHealthy(*results) ? ExitCode::Ok : ExitCode::Unhealthy;
}

} // namespace aside::cli
