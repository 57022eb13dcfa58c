// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands.h"
#include "app/cli/sendcheck.h"
#include "app/cli/shapes.h"
#include "app/cli/words.h"
#include "models/core/clock.h"
#include "models/core/logging.h"
#include "models/ports/draftstore.h"
#include "models/ports/outboxstore.h"

#include <QJsonArray>

#include <algorithm>

namespace aside::cli {

namespace {

constexpr int usualUndo = 10;
constexpr int longestUndo = 60;

QString stateText(const OutboxItem &item)
{
    switch (item.state) {
    case OutboxState::Held:
        return Words::tr("held, can be undone");
    case OutboxState::Queued:
        return item.hasAccount ? Words::tr("waits to be sent") : Words::tr("waits for an account");
    case OutboxState::Sending:
        return Words::tr("being sent");
    case OutboxState::Sent:
        return Words::tr("sent");
    case OutboxState::Refused:
        return Words::tr("refused by the server");
    case OutboxState::Uncertain:
        return Words::tr("uncertain whether it was sent");
    case OutboxState::Withdrawn:
        return Words::tr("withdrawn");
    }
    Q_UNREACHABLE_RETURN(QString());
}

void printItems(Output &output, const QList<OutboxItem> &items)
{
    if (output.isJson()) {
        QJsonArray array;
        for (const OutboxItem &item : items) {
            array.append(outboxJson(item));
        }
        output.json({{QStringLiteral("items"), array}});
        return;
    }
    if (items.isEmpty()) {
        output.line(Words::tr("Nothing here."));
        return;
    }
    Table table;
    table.addColumn(Words::tr("Item"), Table::Align::Right);
    table.addColumn(Words::tr("Conversation"), Table::Align::Right);
    table.addColumn(Words::tr("State"));
    table.addColumn(Words::tr("Person"));
    table.addColumn(Words::tr("Text"));
    table.addColumn(Words::tr("Made"));
    for (const OutboxItem &item : items) {
        table.addRow({QString::number(item.id.value), QString::number(item.conversation.value),
                      stateText(item), item.person, item.text, localText(item.createdAt)});
    }
    output.table(table);
}

void printItem(Output &output, const OutboxItem &item)
{
    if (output.isJson()) {
        output.json({{QStringLiteral("item"), outboxJson(item)}});
    } else {
        output.line(Words::tr("Item %1: %2").arg(QString::number(item.id.value), stateText(item)));
    }
}

bool isDue(const OutboxItem &item, Instant now)
{
    return item.state == OutboxState::Held && item.holdUntil <= now;
}

/// Queues what is due where the profile may be written. A window that has it open does so itself.
void tickQuietly(CommandContext &context)
{
    ProfileOptions options = context.profile;
    options.directory = context.backend.profileDirectory(options.directory);
    options.access = ProfileAccess::ReadWrite;
    const auto session = context.backend.openProfile(options);
    if (!session) {
        return;
    }
    if (const auto queued = await((*session)->outbox().queueDue()); !queued) {
        qCWarning(logOutbox) << "what is due stays held:" << errcName(queued.error().code);
    }
}

Step<QList<OutboxItem>> storedItems(CommandContext &context, Instant &now)
{
    const auto session = openProfile(context, ProfileAccess::ReadOnly);
    if (!session) {
        return std::unexpected(session.error());
    }
    now = (*session)->clock().now();
    return awaitStep(context, {}, (*session)->outbox().items());
}

ExitCode list(CommandContext &context)
{
    Instant now{};
    auto items = storedItems(context, now);
    if (items && std::ranges::any_of(*items, [now](const OutboxItem &item) { return isDue(item, now); })) {
        tickQuietly(context);
        items = storedItems(context, now);
    }
    if (!items) {
        return items.error();
    }
    printItems(context.output, *items);
    return ExitCode::Ok;
}

/// How a draft is to be sent.
struct Sending {
    std::chrono::seconds undo{};
    QList<RuleReason> reasons;
};

ExitCode send(CommandContext &context, ConversationId named, const Sending &how)
{
    const auto session = openProfile(context, ProfileAccess::ReadWrite);
    if (!session) {
        return session.error();
    }
    const auto id = existing(context, **session, named);
    if (!id) {
        return id.error();
    }
    const QString subject = conversationSubject(*id);
    const auto draft = awaitStep(context, subject, (*session)->drafts().load(*id, DraftKind::Reply));
    if (!draft) {
        return draft.error();
    }
    if (draft->text.trimmed().isEmpty() && draft->attachments.isEmpty()) {
        return context.output.failure(subject, Errc::Empty, Words::tr("There is no draft to send."));
    }
    if (const auto checked = checkBeforeSending(context, **session, *draft, how.reasons); !checked) {
        return checked.error();
    }
    const auto item = awaitStep(context, subject, (*session)->outbox().hold(*id, draft->text, {.undoWindow = how.undo}));
    if (!item) {
        return item.error();
    }
    printItem(context.output, *item);
    return ExitCode::Ok;
}

ExitCode undoItem(CommandContext &context, OutboxId id)
{
    const auto session = openProfile(context, ProfileAccess::ReadWrite);
    if (!session) {
        return session.error();
    }
    const Result<OutboxItem> item = await((*session)->outbox().withdraw(id));
    if (!item && item.error().code == Errc::Conflict) {
        return context.output.failure(Words::tr("Item %1").arg(id.value), Errc::Conflict,
                                      Words::tr("It has left already and cannot be undone."));
    }
    if (!item) {
        return context.output.failure(Words::tr("Item %1").arg(id.value), item.error().code);
    }
    printItem(context.output, *item);
    return ExitCode::Ok;
}

ExitCode tick(CommandContext &context)
{
    const auto session = openProfile(context, ProfileAccess::ReadWrite);
    if (!session) {
        return session.error();
    }
    const auto moved = awaitStep(context, {}, (*session)->outbox().queueDue());
    if (!moved) {
        return moved.error();
    }
    printItems(context.output, *moved);
    return ExitCode::Ok;
}

ExitCode withId(CommandContext &context, const QCommandLineParser &parser)
{
    const QStringList words = parser.positionalArguments();
    const auto id = idArgument(context, words.at(1));
    if (!id) {
        return id.error();
    }
    if (words.constFirst() == QLatin1StringView("undo")) {
        return undoItem(context, OutboxId{*id});
    }
    const auto undo = numberOption(context, parser, QStringLiteral("undo"), usualUndo, longestUndo);
    if (!undo) {
        return undo.error();
    }
    const auto reasons = ruleReasons(context, parser.values(QStringLiteral("reason")));
    return reasons
        ? send(context, ConversationId{*id}, {.undo = std::chrono::seconds(*undo), .reasons = *reasons})
        : reasons.error();
}

} // namespace

Command outboxCommand()
{
    return {.name = QStringLiteral("outbox"),
            .synopsis
            = QStringLiteral("[send ID [--undo SECONDS] [--reason RULE=TEXT]... | undo ITEM | tick]"),
            .summary = Words::tr("Lists what is on its way, sends a draft, or takes it back."),
            .options = {{QStringLiteral("undo"), Words::tr("How long it can be undone: 0 to 60, usually 10."),
                         QStringLiteral("SECONDS")},
                        {QStringLiteral("reason"),
                         Words::tr("Why something stays that the reply check asks about; may be given "
                                   "several times."),
                         QStringLiteral("RULE=TEXT")}},
            .atLeast = 0,
            .atMost = 2,
            .run = &runOutbox};
}

ExitCode runOutbox(CommandContext &context, const QStringList &arguments)
{
    const auto parser = parse(context, outboxCommand(), arguments);
    if (!parser) {
        return parser.error();
    }
    const QStringList words = (*parser)->positionalArguments();
    const QString action = words.value(0);
    if (words.isEmpty()) {
        return list(context);
    }
    if (words.size() == 1 && action == QLatin1StringView("tick")) {
        return tick(context);
    }
    if (words.size() == 2 && (action == QLatin1StringView("send") || action == QLatin1StringView("undo"))) {
        return withId(context, **parser);
    }
    return context.output.usage(
        Words::tr("Usage: asidectl %1 %2").arg(QStringLiteral("outbox"), outboxCommand().synopsis));
}

} // namespace aside::cli
