// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/outboxparts.h"
#include "app/cli/shapes.h"
#include "app/cli/words.h"
#include "models/domain/channelcapabilities.h"
#include "models/outbox/retrypolicy.h"
#include "widgets/common/errortext.h"
#include "widgets/common/evidencetext.h"
#include "widgets/common/refusaltext.h"
#include "widgets/common/spokentext.h"

#include <QJsonArray>

namespace aside::cli {

namespace {

QString holdText(const OutboxItem &item)
{
    switch (item.holdReason) {
    case HoldReason::UndoWindow:
        return Words::tr("held, can be undone");
    case HoldReason::Schedule:
        return Words::tr("held until %1").arg(localText(item.holdUntil));
    case HoldReason::Freeze:
        return Words::tr("held: everything public is frozen");
    case HoldReason::ThreadMoved:
        return Words::tr("held: the customer wrote since");
    case HoldReason::Review:
        return Words::tr("held for review");
    case HoldReason::NotSent:
        return Words::tr("held: it was not sent");
    case HoldReason::OtherHalf:
        return item.audience == Audience::Public ? Words::tr("held: the private message has not arrived")
                                                 : Words::tr("held: the public line is not there yet");
    case HoldReason::Consent:
        return Words::tr("held: the customer does not allow it");
    case HoldReason::ByHand:
        return item.record.attempts == 0 ? Words::tr("to be posted by hand")
                                         : Words::tr("taken to be posted by hand");
    }
    Q_UNREACHABLE_RETURN(QString());
}

void printCopy(Output &output, const SentCopy &copy)
{
    if (!copy.isWanted || copy.tries == 0) {
        return;
    }
    output.line(Words::tr("It left, but its copy is not in the folder for sent mail."));
    if (!copy.words.isEmpty()) {
        output.line(Words::tr("The server said: %1").arg(copy.words));
    } else if (copy.fault) {
        output.line(errorText(*copy.fault));
    }
    const auto wait = nextCopy(copy.tries);
    output.line(wait ? Words::tr("Next attempt: %1").arg(localText(copy.triedAt + *wait))
                     : Words::tr("Tried %n time(s), and given up.", nullptr, copy.tries));
}

void printRecord(Output &output, const OutboxItem &item)
{
    const SendRecord &record = item.record;
    if (record.attempts > 0) {
        output.line(Words::tr("Attempts: %1, the last one %2")
                        .arg(QString::number(record.attempts), localText(record.attemptAt)));
    }
    if (item.state == OutboxState::Queued && toMillis(record.nextAttemptAt) > 0) {
        output.line(Words::tr("Next attempt: %1").arg(localText(record.nextAttemptAt)));
    }
    const std::optional<Refusal> refusal = refusalFromName(record.serverCode);
    const QString words
        = QStringList{refusal ? QString() : record.serverCode, record.serverWords}.join(u' ').trimmed();
    if (refusal) {
        output.line(refusalText(*refusal));
    }
    if (capabilitiesOf(item.channel).byHand && item.state == OutboxState::Sent) {
        output.line(Words::tr("Posted by hand. What speaks for it: %1")
                        .arg(QStringList{record.remoteId, words}.join(u' ').trimmed()));
    } else if (!words.isEmpty()) {
        output.line(Words::tr("The server said: %1").arg(words));
    }
    if (item.state == OutboxState::Uncertain) {
        output.line(evidenceText(record));
        if (const QString looked = lookText(record.look, record.evidenceWords); !looked.isEmpty()) {
            output.line(looked);
        }
    }
    printCopy(output, record.copy);
}

void printArrivals(Output &output, const OutboxItem &item)
{
    for (const OutboxArrival &arrival : item.arrivals) {
        output.line(Words::tr("%1, %2 wrote:").arg(localText(arrival.at), arrival.author));
        output.line(spokenText(item.channel, arrival.text));
    }
}

void printHistory(Output &output, const QList<OutboxStep> &history)
{
    Table table;
    table.addColumn(Words::tr("When"));
    table.addColumn(Words::tr("Event"));
    table.addColumn(Words::tr("State"));
    table.addColumn(Words::tr("The server said"));
    for (const OutboxStep &step : history) {
        OutboxItem then;
        then.state = step.reached.state;
        then.holdReason = step.reached.reason;
        table.addRow({localText(step.at), step.event ? QString(outboxEventName(*step.event)) : QString(),
                      outboxStateName(then.state), step.words});
    }
    output.table(table);
}

QJsonObject stepJson(const OutboxStep &step)
{
    const bool isHeld = step.reached.state == OutboxState::Held;
    return {{QStringLiteral("at"), utcText(step.at)},
            {QStringLiteral("event"), step.event ? QString(outboxEventName(*step.event)) : QString()},
            {QStringLiteral("state"), QString(outboxStateName(step.reached.state))},
            {QStringLiteral("reason"), isHeld ? QString(holdReasonName(step.reached.reason)) : QString()},
            {QStringLiteral("words"), step.words}};
}

ExitCode printChanged(CommandContext &context, OutboxId id, const Result<OutboxItem> &item)
{
    if (!item) {
        return refusedChange(context, id, item.error());
    }
    printOutboxItem(context.output, *item);
    return ExitCode::Ok;
}

} // namespace

QString itemSubject(OutboxId id)
{
    return Words::tr("Item %1").arg(id.value);
}

ExitCode refusedChange(CommandContext &context, OutboxId id, const Error &error)
{
    if (error.code == Errc::Conflict) {
        return context.output.failure(itemSubject(id), Errc::Conflict,
                                      Words::tr("In its state, that cannot be done."));
    }
    return context.output.failure(itemSubject(id), error.code);
}

QString outboxStateText(const OutboxItem &item)
{
    switch (item.state) {
    case OutboxState::Held:
        return holdText(item);
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

void printOutboxItem(Output &output, const OutboxItem &item)
{
    if (output.isJson()) {
        output.json({{QStringLiteral("item"), outboxJson(item)}});
    } else {
        output.line(Words::tr("Item %1: %2").arg(QString::number(item.id.value), outboxStateText(item)));
    }
}

ExitCode showItem(CommandContext &context, OutboxId id)
{
    const auto session = openProfile(context, ProfileAccess::ReadOnly);
    if (!session) {
        return session.error();
    }
    const auto item = awaitStep(context, itemSubject(id), (*session)->outbox().item(id));
    if (!item) {
        return item.error();
    }
    const auto history = awaitStep(context, itemSubject(id), (*session)->outbox().history(id));
    if (!history) {
        return history.error();
    }
    if (context.output.isJson()) {
        QJsonArray steps;
        for (const OutboxStep &step : *history) {
            steps.append(stepJson(step));
        }
        context.output.json(
            {{QStringLiteral("item"), outboxJson(*item)}, {QStringLiteral("history"), steps}});
        return ExitCode::Ok;
    }
    printOutboxItem(context.output, *item);
    if (item->after.isValid()) {
        //: %1 is a number of the outbox: the private message that goes first
        context.output.line(Words::tr("It leaves after item %1.").arg(item->after.value));
    }
    context.output.line(item->text);
    printArrivals(context.output, *item);
    printRecord(context.output, *item);
    printHistory(context.output, *history);
    return ExitCode::Ok;
}

ExitCode retryItem(CommandContext &context, OutboxId id, MovedThread moved)
{
    const auto session = openProfile(context, ProfileAccess::ReadWrite);
    if (!session) {
        return session.error();
    }
    const auto item = awaitStep(context, itemSubject(id), (*session)->outbox().item(id));
    if (!item) {
        return item.error();
    }
    const bool hasMoved = item->state == OutboxState::Held && item->holdReason == HoldReason::ThreadMoved;
    if (!hasMoved) {
        return printChanged(context, id, await((*session)->outbox().release(id)));
    }
    if (moved == MovedThread::Asks) {
        if (!context.output.isJson()) {
            printArrivals(context.output, *item);
        }
        return context.output.failure(
            itemSubject(id), Errc::Conflict,
            Words::tr("The customer wrote since. \"--anyway\" sends it all the same."));
    }
    const MessageId seen = item->arrivals.isEmpty() ? item->seen : item->arrivals.constLast().id;
    return printChanged(context, id, await((*session)->outbox().sendAnyway(id, seen)));
}

ExitCode settleItem(CommandContext &context, OutboxId id, Settlement settlement)
{
    const auto session = openProfile(context, ProfileAccess::ReadWrite);
    if (!session) {
        return session.error();
    }
    return printChanged(context, id, await((*session)->outbox().settle(id, settlement)));
}

ExitCode freezeOutbox(CommandContext &context, std::optional<FreezeSwitch> to)
{
    const auto session = openProfile(context, to ? ProfileAccess::ReadWrite : ProfileAccess::ReadOnly);
    if (!session) {
        return session.error();
    }
    OutboxStore &outbox = (*session)->outbox();
    const auto freeze = awaitStep(context, {}, to ? outbox.setFreeze(*to) : outbox.freeze());
    if (!freeze) {
        return freeze.error();
    }
    const Instant since = freeze->since.value_or(Instant{});
    if (context.output.isJson()) {
        context.output.json({{QStringLiteral("frozen"), freeze->since.has_value()},
                             {QStringLiteral("since"), utcText(since)}});
    } else if (freeze->since) {
        context.output.line(Words::tr("Nothing public leaves since %1.").arg(localText(since)));
    } else {
        context.output.line(Words::tr("Public replies leave as usual."));
    }
    return ExitCode::Ok;
}

} // namespace aside::cli
