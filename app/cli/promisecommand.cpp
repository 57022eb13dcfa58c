// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands.h"
#include "app/cli/shapes.h"
#include "app/cli/words.h"
#include "models/ports/conversationstore.h"
#include "models/ports/promisestore.h"

#include <QDateTime>
#include <QHash>
#include <QJsonArray>

namespace aside::cli {

using namespace Qt::StringLiterals;

namespace {

QLatin1StringView stateName(const Promise &promise)
{
    if (promise.isOpen()) {
        return "open"_L1;
    }
    switch (promise.end) {
    case PromiseEnd::Kept:
        return "kept"_L1;
    case PromiseEnd::Moved:
        return "moved"_L1;
    case PromiseEnd::Undone:
        return "undone"_L1;
    }
    Q_UNREACHABLE_RETURN({});
}

bool isLate(const Promise &promise, Instant now)
{
    return promise.isOpen() && promise.dueAt <= now;
}

/// The names of those it was promised to.
using Names = QHash<ConversationId, QString>;

QJsonValue idJson(qint64 id)
{
    return id > 0 ? QJsonValue(id) : QJsonValue(QJsonValue::Null);
}

QJsonObject promiseJson(const Promise &promise, const Names &names, Instant now)
{
    const bool hasMoved = !promise.isOpen() && promise.end == PromiseEnd::Moved;
    return {
        {u"id"_s, promise.id.value},
        {u"conversation"_s, promise.conversation.value},
        {u"person"_s, names.value(promise.conversation)},
        {u"due"_s, utcText(promise.dueAt)},
        {u"words"_s, promise.words},
        {u"state"_s, QString(stateName(promise))},
        {u"late"_s, isLate(promise, now)},
        {u"made"_s, utcText(promise.madeAt)},
        {u"ended"_s, promise.isOpen() ? QJsonValue(QJsonValue::Null) : QJsonValue(utcText(promise.keptAt))},
        {u"reply"_s, idJson(promise.reply.value)},
        {u"movedTo"_s, idJson(hasMoved ? promise.movedTo.value : 0)}};
}

QString stateText(const Promise &promise, Instant now)
{
    //: State of a promise in a table: its time is over
    return isLate(promise, now) ? Words::tr("late") : QString(stateName(promise));
}

void print(Output &output, const QList<Promise> &promises, const Names &names, Instant now)
{
    Table table;
    table.addColumn(Words::tr("Promise"), Table::Align::Right);
    table.addColumn(Words::tr("Conversation"), Table::Align::Right);
    table.addColumn(Words::tr("Due"));
    table.addColumn(Words::tr("State"));
    table.addColumn(Words::tr("To"));
    table.addColumn(Words::tr("What"));
    for (const auto &promise : promises) {
        table.addRow({QString::number(promise.id.value), QString::number(promise.conversation.value),
                      localText(promise.dueAt), stateText(promise, now), names.value(promise.conversation),
                      promise.words});
    }
    output.table(table);
}

Step<Names> namesOf(CommandContext &context, Session &session, const QList<Promise> &promises)
{
    QList<ConversationId> ids;
    for (const auto &promise : promises) {
        if (!ids.contains(promise.conversation)) {
            ids.append(promise.conversation);
        }
    }
    return awaitStep(context, Words::tr("Conversations"), session.conversations().rows(ids))
        .transform([](const QList<ConversationRow> &rows) {
            Names names;
            for (const auto &row : rows) {
                names.insert(row.id, row.person.isEmpty() ? row.handle : row.person);
            }
            return names;
        });
}

Instant endOfToday(Instant now)
{
    const auto today = QDateTime::fromMSecsSinceEpoch(toMillis(now)).date();
    return fromMillis(today.addDays(1).startOfDay().toMSecsSinceEpoch());
}

ExitCode list(CommandContext &context, const QCommandLineParser &parser)
{
    const bool onlyDue = parser.isSet(u"due"_s);
    const bool all = parser.isSet(u"all"_s);
    if (onlyDue && all) {
        return context.output.usage(Words::tr("Of --due and --all only one makes sense."));
    }
    const auto session = openProfile(context, ProfileAccess::ReadOnly);
    if (!session) {
        return session.error();
    }
    auto promises
        = awaitStep(context, Words::tr("Promises"),
                    (*session)->promises().promiseList(all ? PromiseScope::All : PromiseScope::Open));
    if (!promises) {
        return promises.error();
    }
    const auto now = (*session)->clock().now();
    if (onlyDue) {
        promises->removeIf([end = endOfToday(now)](const Promise &one) { return one.dueAt >= end; });
    }
    const auto names = namesOf(context, **session, *promises);
    if (!names) {
        return names.error();
    }
    if (context.output.isJson()) {
        QJsonArray found;
        for (const auto &promise : *promises) {
            found.append(promiseJson(promise, *names, now));
        }
        context.output.json({{u"promises"_s, found}});
    } else if (promises->isEmpty()) {
        context.output.line(Words::tr("There is no such promise."));
    } else {
        print(context.output, *promises, *names, now);
    }
    return ExitCode::Ok;
}

ExitCode keep(CommandContext &context, const QString &named)
{
    const auto id = idArgument(context, named);
    if (!id) {
        return id.error();
    }
    const auto session = openProfile(context, ProfileAccess::ReadWrite);
    if (!session) {
        return session.error();
    }
    const auto subject = Words::tr("Promise %1").arg(*id);
    const auto kept = awaitStep(context, subject, (*session)->promises().keepPromise(PromiseId{*id}));
    if (!kept) {
        return kept.error();
    }
    if (kept->end != PromiseEnd::Kept) {
        return context.output.failure(subject, Errc::Conflict,
                                      Words::tr("It is not open any more: another date took its place, or "
                                                "the reply that gave it came back."));
    }
    const auto names = namesOf(context, **session, {*kept});
    if (!names) {
        return names.error();
    }
    const auto now = (*session)->clock().now();
    if (context.output.isJson()) {
        context.output.json({{u"promise"_s, promiseJson(*kept, *names, now)}});
    } else {
        print(context.output, {*kept}, *names, now);
    }
    return ExitCode::Ok;
}

} // namespace

Command promiseCommand()
{
    return {.name = u"promise"_s,
            .synopsis = u"list [--due|--all] | keep ID"_s,
            .summary = Words::tr("Lists the dates given to customers, and says which were kept."),
            .options = {{u"due"_s, Words::tr("Only what is due today or late.")},
                        {u"all"_s, Words::tr("Also what is not open any more.")}},
            .atLeast = 1,
            .atMost = 2,
            .run = &runPromise};
}

ExitCode runPromise(CommandContext &context, const QStringList &arguments)
{
    const auto parser = parse(context, promiseCommand(), arguments);
    if (!parser) {
        return parser.error();
    }
    const auto words = (*parser)->positionalArguments();
    const bool narrows = (*parser)->isSet(u"due"_s) || (*parser)->isSet(u"all"_s);
    if (words.constFirst() == "list"_L1 && words.size() == 1) {
        return list(context, **parser);
    }
    if (words.constFirst() == "keep"_L1 && words.size() == 2 && !narrows) {
        return keep(context, words.at(1));
    }
    return context.output.usage(
        Words::tr("Usage: asidectl %1 %2").arg(u"promise"_s, promiseCommand().synopsis));
}

} // namespace aside::cli
