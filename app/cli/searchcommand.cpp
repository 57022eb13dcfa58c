// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands.h"
#include "app/cli/words.h"
#include "models/ports/searchindex.h"

#include <QJsonArray>

#include <limits>

namespace aside::cli {

namespace {

void print(Output &output, const QList<SearchHit> &hits)
{
    if (output.isJson()) {
        QJsonArray found;
        for (const SearchHit &hit : hits) {
            found.append(QJsonObject{{QStringLiteral("conversation"), hit.conversation.value},
                                     {QStringLiteral("message"), hit.message.value},
                                     {QStringLiteral("snippet"), hit.snippet}});
        }
        output.json({{QStringLiteral("hits"), found}});
        return;
    }
    if (hits.isEmpty()) {
        output.line(Words::tr("Nothing found."));
        return;
    }
    Table table;
    table.addColumn(Words::tr("Conversation"), Table::Align::Right);
    table.addColumn(Words::tr("Message"), Table::Align::Right);
    table.addColumn(Words::tr("Text"));
    for (const SearchHit &hit : hits) {
        table.addRow(
            {QString::number(hit.conversation.value), QString::number(hit.message.value), hit.snippet});
    }
    output.table(table);
}

} // namespace

Command searchCommand()
{
    return {.name = QStringLiteral("search"),
            .synopsis = QStringLiteral("[--limit N] [--] QUERY…"),
            .summary = Words::tr("Searches all messages; newest hits first."),
            .options
            = {{QStringLiteral("limit"), Words::tr("At most so many; 0 means all."), QStringLiteral("N")}},
            .atLeast = 1,
            .atMost = -1,
            .run = &runSearch};
}

ExitCode runSearch(CommandContext &context, const QStringList &arguments)
{
    const auto parser = parse(context, searchCommand(), arguments);
    if (!parser) {
        return parser.error();
    }
    const auto limit
        = numberOption(context, **parser, QStringLiteral("limit"), 0, std::numeric_limits<int>::max());
    if (!limit) {
        return limit.error();
    }
    const auto session = openProfile(context, ProfileAccess::ReadOnly);
    if (!session) {
        return session.error();
    }
    const QString query = (*parser)->positionalArguments().join(u' ');
    const auto hits = awaitStep(context, {}, (*session)->search().search(query, *limit));
    if (!hits) {
        return hits.error();
    }
    print(context.output, *hits);
    return ExitCode::Ok;
}

} // namespace aside::cli
