// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands.h"
#include "app/cli/shapes.h"
#include "app/cli/words.h"
#include "models/ports/conversationstore.h"

#include <QJsonArray>

#include <array>
#include <limits>
#include <utility>

namespace aside::cli {

namespace {

constexpr std::array viewNames{
    std::pair{View::Inbox, QLatin1StringView("inbox")},
    std::pair{View::Unread, QLatin1StringView("unread")},
    std::pair{View::Public, QLatin1StringView("public")},
    std::pair{View::Private, QLatin1StringView("private")},
    std::pair{View::Drafts, QLatin1StringView("drafts")},
    std::pair{View::Outbox, QLatin1StringView("outbox")},
    std::pair{View::Closed, QLatin1StringView("closed")},
};

Step<View> viewOption(CommandContext &context, const QCommandLineParser &parser)
{
    const QString wanted = parser.value(QStringLiteral("view"));
    QStringList known;
    for (const auto &[view, name] : viewNames) {
        if (wanted == name) {
            return view;
        }
        known.append(name);
    }
    return std::unexpected(context.output.usage(
        Words::tr("There is no view \"%1\". Views are: %2.").arg(wanted, known.join(QStringLiteral(", ")))));
}

void printRows(Output &output, const QList<ConversationRow> &rows)
{
    Table table;
    table.addColumn(Words::tr("ID"), Table::Align::Right);
    table.addColumn(Words::tr("Channel"));
    table.addColumn(Words::tr("Audience"));
    table.addColumn(Words::tr("Person"));
    table.addColumn(Words::tr("Subject"));
    table.addColumn(Words::tr("Messages"), Table::Align::Right);
    table.addColumn(Words::tr("Unread"), Table::Align::Right);
    table.addColumn(Words::tr("Last"));
    for (const ConversationRow &row : rows) {
        table.addRow({QString::number(row.id.value), channelName(row.channel), audienceName(row.audience),
                      row.person.isEmpty() ? row.handle : row.person,
                      row.subject.isEmpty() ? row.preview : row.subject, QString::number(row.messages),
                      QString::number(row.unread), localText(row.lastAt)});
    }
    output.table(table);
}

void print(Output &output, const QList<ConversationRow> &rows)
{
    if (!output.isJson()) {
        rows.isEmpty() ? output.line(Words::tr("No conversations.")) : printRows(output, rows);
        return;
    }
    QJsonArray conversations;
    for (const ConversationRow &row : rows) {
        conversations.append(conversationJson(row));
    }
    output.json({{QStringLiteral("conversations"), conversations}});
}

} // namespace

Command inboxCommand()
{
    return {
        .name = QStringLiteral("inbox"),
        .synopsis = QStringLiteral("[--view VIEW] [--limit N]"),
        .summary = Words::tr("Lists conversations, newest activity first."),
        .options
        = {{QStringLiteral("view"), Words::tr("inbox, unread, public, private, drafts, outbox or closed."),
            QStringLiteral("VIEW"), QStringLiteral("inbox")},
           {QStringLiteral("limit"), Words::tr("At most so many; 0 means all."), QStringLiteral("N")}},
        .atLeast = 0,
        .atMost = 0,
        .run = &runInbox};
}

ExitCode runInbox(CommandContext &context, const QStringList &arguments)
{
    const auto parser = parse(context, inboxCommand(), arguments);
    if (!parser) {
        return parser.error();
    }
    const auto view = viewOption(context, **parser);
    if (!view) {
        return view.error();
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
    ConversationStore &store = (*session)->conversations();
    auto ids = awaitStep(context, {}, store.ids(*view));
    if (!ids) {
        return ids.error();
    }
    if (*limit > 0 && ids->size() > *limit) {
        ids->resize(*limit);
    }
    const auto rows = awaitStep(context, {}, store.rows(*ids));
    if (!rows) {
        return rows.error();
    }
    print(context.output, *rows);
    return ExitCode::Ok;
}

} // namespace aside::cli
