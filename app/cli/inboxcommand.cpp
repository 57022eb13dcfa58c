// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands.h"
#include "app/cli/shapes.h"
#include "app/cli/words.h"
#include "models/ports/conversationstore.h"
#include "widgets/common/spokentext.h"

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
    std::pair{View::Snoozed, QLatin1StringView("snoozed")},
    std::pair{View::Blocked, QLatin1StringView("blocked")},
    std::pair{View::Promises, QLatin1StringView("promises")},
    std::pair{View::Waiting, QLatin1StringView("waiting")},
    std::pair{View::ReplyBy, QLatin1StringView("reply-by")},
};
constexpr std::array orderNames{
    std::pair{SortOrder::Newest, QLatin1StringView("newest")},
    std::pair{SortOrder::Oldest, QLatin1StringView("oldest")},
    std::pair{SortOrder::WaitingLongest, QLatin1StringView("waiting")},
    std::pair{SortOrder::Urgency, QLatin1StringView("urgency")},
    std::pair{SortOrder::ReplyBy, QLatin1StringView("reply-by")},
};

/// The value a name stands for, or the names there are.
template <typename Value, size_t count>
std::expected<Value, QString> named(const std::array<std::pair<Value, QLatin1StringView>, count> &names,
                                    const QString &wanted)
{
    QStringList known;
    for (const auto &[value, name] : names) {
        if (wanted == name) {
            return value;
        }
        known.append(name);
    }
    return std::unexpected(known.join(QStringLiteral(", ")));
}

Step<View> viewOption(CommandContext &context, const QCommandLineParser &parser)
{
    const QString wanted = parser.value(QStringLiteral("view"));
    return named(viewNames, wanted).transform_error([&](const QString &known) {
        return context.output.usage(Words::tr("There is no view \"%1\". Views are: %2.").arg(wanted, known));
    });
}

Step<SortOrder> orderOption(CommandContext &context, const QCommandLineParser &parser, View view)
{
    const QString wanted = parser.value(QStringLiteral("order"));
    if (wanted.isEmpty()) {
        return orderOf(view).value_or(usualOrder);
    }
    return named(orderNames, wanted).transform_error([&](const QString &known) {
        return context.output.usage(
            Words::tr("There is no order \"%1\". Orders are: %2.").arg(wanted, known));
    });
}

Step<std::optional<Channel>> channelOption(CommandContext &context, const QCommandLineParser &parser)
{
    const QString wanted = parser.value(QStringLiteral("channel"));
    const std::optional<Channel> channel = channelFromName(wanted);
    if (!wanted.isEmpty() && !channel) {
        return std::unexpected(context.output.usage(Words::tr("There is no channel \"%1\".").arg(wanted)));
    }
    return channel;
}

Step<ListQuery> listOptions(CommandContext &context, const QCommandLineParser &parser)
{
    const Step<View> view = viewOption(context, parser);
    if (!view) {
        return std::unexpected(view.error());
    }
    const Step<SortOrder> order = orderOption(context, parser, *view);
    if (!order) {
        return std::unexpected(order.error());
    }
    return channelOption(context, parser).transform([&](std::optional<Channel> channel) {
        return ListQuery{
            .view = *view, .channel = channel, .tag = parser.value(QStringLiteral("tag")), .order = *order};
    });
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
                      row.subject.isEmpty() ? spokenPreview(row) : row.subject, QString::number(row.messages),
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
        .synopsis
        = QStringLiteral("[--view VIEW] [--channel CHANNEL] [--tag TAG] [--order ORDER] [--limit N]"),
        .summary = Words::tr("Lists conversations, what grows worst by waiting first unless told otherwise."),
        .options
        = {{QStringLiteral("view"),
            Words::tr(
                "inbox, waiting, reply-by, unread, public, private, drafts, outbox, closed, snoozed, blocked "
                "or promises."),
            QStringLiteral("VIEW"), QStringLiteral("inbox")},
           {QStringLiteral("channel"), Words::tr("Only this channel."), QStringLiteral("CHANNEL")},
           {QStringLiteral("tag"), Words::tr("Only what carries this tag."), QStringLiteral("TAG")},
           {QStringLiteral("order"),
            Words::tr("urgency, reply-by (earliest deadline first), waiting (longest first), newest or "
                      "oldest."),
            QStringLiteral("ORDER")},
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
    const auto list = listOptions(context, **parser);
    if (!list) {
        return list.error();
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
    auto ids = awaitStep(context, {}, store.ids(*list));
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
