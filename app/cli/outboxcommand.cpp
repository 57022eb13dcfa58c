// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands.h"
#include "app/cli/outboxparts.h"
#include "app/cli/sendcheck.h"
#include "app/cli/shapes.h"
#include "app/cli/words.h"
#include "models/core/clock.h"
#include "models/core/logging.h"
#include "models/ports/draftstore.h"
#include "models/ports/outboxstore.h"

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>
#include <initializer_list>
#include <optional>

namespace aside::cli {

namespace {

constexpr int usualUndo = 10;
constexpr int longestUndo = 60;

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
                      outboxStateText(item), item.person, item.text, localText(item.createdAt)});
    }
    output.table(table);
}

bool isDue(const OutboxItem &item, Instant now)
{
    const bool isTimed = item.holdReason == HoldReason::UndoWindow || item.holdReason == HoldReason::Schedule;
    return item.state == OutboxState::Held && isTimed && item.holdUntil <= now;
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

/// A time in the zone of the person, or with one of its own; wrong usage where it is none, or past.
Step<std::optional<Instant>> timeOption(CommandContext &context, const QCommandLineParser &parser,
                                        Instant now)
{
    const QString text = parser.value(QStringLiteral("at"));
    if (text.isEmpty()) {
        return std::nullopt;
    }
    const QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    const Instant at = fromMillis(time.isValid() ? time.toMSecsSinceEpoch() : 0);
    if (at <= now) {
        return std::unexpected(
            context.output.usage(Words::tr("--at needs a time to come, such as 2030-12-01T09:00.")));
    }
    return at;
}

/// How a draft is to be sent.
struct Sending {
    SendTerms terms;
    QList<RuleReason> reasons;
};

Step<Sending> sendingOptions(CommandContext &context, const QCommandLineParser &parser)
{
    const auto undo = numberOption(context, parser, QStringLiteral("undo"), usualUndo, longestUndo);
    if (!undo) {
        return std::unexpected(undo.error());
    }
    const auto at = timeOption(context, parser, context.backend.clock().now());
    if (!at) {
        return std::unexpected(at.error());
    }
    return ruleReasons(context, parser.values(QStringLiteral("reason")))
        .transform([&](const QList<RuleReason> &reasons) {
            return Sending{.terms = {.undoWindow = std::chrono::seconds(*undo), .sendAt = *at},
                           .reasons = reasons};
        });
}

ExitCode send(CommandContext &context, const QCommandLineParser &parser, ConversationId named)
{
    const auto how = sendingOptions(context, parser);
    if (!how) {
        return how.error();
    }
    const auto session = openProfile(context, ProfileAccess::ReadWrite);
    if (!session) {
        return session.error();
    }
    const auto item = holdDraft(context, **session, named, how->terms, how->reasons);
    if (!item) {
        return item.error();
    }
    printOutboxItem(context.output, *item);
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
    printOutboxItem(context.output, *item);
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

ExitCode withItem(CommandContext &context, const QCommandLineParser &parser)
{
    const QStringList words = parser.positionalArguments();
    const QString action = words.constFirst();
    const auto number = idArgument(context, words.at(1));
    if (!number) {
        return number.error();
    }
    const OutboxId id{*number};
    if (action == QLatin1StringView("send")) {
        return send(context, parser, ConversationId{*number});
    }
    if (action == QLatin1StringView("undo")) {
        return undoItem(context, id);
    }
    if (action == QLatin1StringView("show")) {
        return showItem(context, id);
    }
    if (action == QLatin1StringView("take")) {
        return takeItem(context, id);
    }
    if (action == QLatin1StringView("posted")) {
        return notePostedItem(
            context, id,
            {.page = parser.value(QStringLiteral("page")), .words = parser.value(QStringLiteral("proof"))});
    }
    const bool isAnyway = parser.isSet(QStringLiteral("anyway"));
    return retryItem(context, id, isAnyway ? MovedThread::GoesAnyway : MovedThread::Asks);
}

ExitCode resolve(CommandContext &context, const QStringList &words)
{
    const auto id = idArgument(context, words.at(1));
    if (!id) {
        return id.error();
    }
    const bool isSent = words.at(2) == QLatin1StringView("sent");
    return settleItem(context, OutboxId{*id}, isSent ? Settlement::Sent : Settlement::Unsent);
}

bool isOneOf(const QString &word, std::initializer_list<QLatin1StringView> words)
{
    return std::ranges::any_of(words, [&](QLatin1StringView one) { return one == word; });
}

} // namespace

Step<OutboxItem> holdDraft(CommandContext &context, Session &session, ConversationId named,
                           const SendTerms &terms, const QList<RuleReason> &reasons)
{
    const auto id = existing(context, session, named);
    if (!id) {
        return std::unexpected(id.error());
    }
    const QString subject = conversationSubject(*id);
    const auto draft = awaitStep(context, subject, session.drafts().load(*id, DraftKind::Reply));
    if (!draft) {
        return std::unexpected(draft.error());
    }
    if (draft->text.trimmed().isEmpty() && draft->attachments.isEmpty()) {
        return std::unexpected(
            context.output.failure(subject, Errc::Empty, Words::tr("There is no draft to send.")));
    }
    return checkBeforeSending(context, session, *draft, reasons).and_then([&] {
        return awaitStep(context, subject, session.outbox().hold(*id, draft->text, terms));
    });
}

Command outboxCommand()
{
    return {.name = QStringLiteral("outbox"),
            .synopsis = QStringLiteral("[list | show ITEM | send ID [--undo SECONDS] [--at TIME] "
                                       "[--reason RULE=TEXT]... | undo ITEM | retry ITEM [--anyway] | "
                                       "resolve ITEM sent|unsent | take ITEM | posted ITEM [--page URL] "
                                       "[--proof TEXT] | freeze [on|off] | tick]"),
            .summary = Words::tr("Lists what is on its way, sends a draft, takes it back, or decides."),
            .options = {{QStringLiteral("undo"), Words::tr("How long it can be undone: 0 to 60, usually 10."),
                         QStringLiteral("SECONDS")},
                        {QStringLiteral("at"), Words::tr("Send it then: 2030-12-01T09:00, in your own time."),
                         QStringLiteral("TIME")},
                        {QStringLiteral("reason"),
                         Words::tr("Why something stays that the reply check asks about; may be given "
                                   "several times."),
                         QStringLiteral("RULE=TEXT")},
                        {QStringLiteral("page"), Words::tr("Where it stands since you posted it by hand."),
                         QStringLiteral("URL")},
                        {QStringLiteral("proof"), Words::tr("What else speaks for that it is posted."),
                         QStringLiteral("TEXT")},
                        {QStringLiteral("anyway"), Words::tr("Send it although the customer wrote since.")}},
            .atLeast = 0,
            .atMost = 3,
            .run = &runOutbox};
}

ExitCode runOutbox(CommandContext &context, const QStringList &arguments)
{
    const auto parser = parse(context, outboxCommand(), arguments);
    if (!parser) {
        return parser.error();
    }
    using View = QLatin1StringView;
    const QStringList words = (*parser)->positionalArguments();
    const QString action = words.value(0);
    if (words.isEmpty() || words == QStringList{QStringLiteral("list")}) {
        return list(context);
    }
    if (words.size() == 1 && action == View("tick")) {
        return tick(context);
    }
    if (words.size() == 2
        && isOneOf(action,
                   {View("send"), View("undo"), View("show"), View("retry"), View("take"), View("posted")})) {
        return withItem(context, **parser);
    }
    if (words.size() == 3 && action == View("resolve")
        && isOneOf(words.at(2), {View("sent"), View("unsent")})) {
        return resolve(context, words);
    }
    if (words.size() == 1 && action == View("freeze")) {
        return freezeOutbox(context, std::nullopt);
    }
    if (words.size() == 2 && action == View("freeze") && isOneOf(words.at(1), {View("on"), View("off")})) {
        return freezeOutbox(context, words.at(1) == View("on") ? FreezeSwitch::Freeze : FreezeSwitch::Thaw);
    }
    return context.output.usage(
        Words::tr("Usage: asidectl %1 %2").arg(QStringLiteral("outbox"), outboxCommand().synopsis));
}

} // namespace aside::cli
