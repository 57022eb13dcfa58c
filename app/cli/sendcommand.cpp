// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands.h"
#include "app/cli/eventwait.h"
#include "app/cli/outboxparts.h"
#include "app/cli/sendcheck.h"
#include "app/cli/shapes.h"
#include "app/cli/words.h"
#include "models/ports/networkstate.h"
#include "models/services/connectivity.h"
#include "models/services/dispatcher.h"

#include <QJsonArray>
#include <QPromise>
#include <QRandomGenerator>

#include <algorithm>
#include <memory>

namespace aside::cli {

namespace {

using namespace Qt::StringLiterals;

/// Nobody was asked: only trying tells.
class UnknownNetwork final : public NetworkState
{
public:
    [[nodiscard]] SystemNetwork state() const override { return SystemNetwork::Unknown; }
};

/// Until nothing is left that can be done now.
QFuture<Result<void>> rest(Dispatcher &dispatcher)
{
    const auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    const auto end = [promise](const Result<void> &how) {
        if (!promise->future().isFinished()) {
            promise->addResult(how);
            promise->finish();
        }
    };
    QObject::connect(&dispatcher, &Dispatcher::rested, &dispatcher, [end] { end({}); });
    QObject::connect(&dispatcher, &Dispatcher::failed, &dispatcher,
                     [end](const Error &error) { end(std::unexpected(error)); });
    return promise->future();
}

/// Sends what is due; what is on its way when the person stops is uncertain then.
Result<void> dispatch(CommandContext &context, Session &session)
{
    if (const Result<QList<OutboxItem>> queued = await(session.outbox().queueDue()); !queued) {
        return std::unexpected(queued.error());
    }
    UnknownNetwork network;
    Connectivity connectivity(network, session.clock());
    Dispatcher dispatcher({.outbox = session.outbox(),
                           .dispatch = session.dispatch(),
                           .accounts = session.accounts(),
                           .sink = session.sink(),
                           .changes = session.changes(),
                           .channels = session.channels(),
                           .connectivity = connectivity,
                           .clock = session.clock()},
                          QRandomGenerator::securelySeeded());
    const QFuture<Result<void>> end = rest(dispatcher);
    dispatcher.start();
    return awaitOnline(context, end);
}

bool waits(const OutboxItem &item)
{
    return item.state == OutboxState::Queued || item.state == OutboxState::Held;
}

/// What became of those that waited.
Step<QList<OutboxItem>> outcomes(CommandContext &context, Session &session, const QList<OutboxItem> &before)
{
    const auto now = awaitStep(context, {}, session.outbox().items());
    if (!now) {
        return std::unexpected(now.error());
    }
    QList<OutboxItem> changed;
    std::ranges::copy_if(*now, std::back_inserter(changed), [&](const OutboxItem &item) {
        const auto was = std::ranges::find(before, item.id, &OutboxItem::id);
        return was != before.cend() && waits(*was)
            && (was->state != item.state || was->record != item.record);
    });
    return changed;
}

ExitCode tell(Output &output, const QList<OutboxItem> &items)
{
    if (output.isJson()) {
        QJsonArray array;
        for (const OutboxItem &item : items) {
            array.append(outboxJson(item));
        }
        output.json({{u"items"_s, array}});
    } else {
        for (const OutboxItem &item : items) {
            output.line(Words::tr("Item %1").arg(item.id.value) + u": "_s + outboxStateText(item));
        }
        if (items.isEmpty()) {
            output.line(Words::tr("Nothing was due."));
        }
    }
    const bool allSent
        = std::ranges::all_of(items, [](const OutboxItem &item) { return item.state == OutboxState::Sent; });
    return allSent ? ExitCode::Ok : ExitCode::Failed;
}

/// The draft of one conversation, without a time to undo it: whoever types this means it.
Step<void> holdDraftOf(CommandContext &context, Session &session, const QCommandLineParser &parser,
                       const QString &named)
{
    const auto id = idArgument(context, named);
    if (!id) {
        return std::unexpected(id.error());
    }
    const auto reasons = ruleReasons(context, parser.values(u"reason"_s));
    if (!reasons) {
        return std::unexpected(reasons.error());
    }
    return holdDraft(context, session, ConversationId{*id}, {.undoWindow = {}}, *reasons)
        .transform([](const OutboxItem &) { });
}

} // namespace

Command sendCommand()
{
    return {.name = u"send"_s,
            .synopsis = u"[CONVERSATION] [--reason RULE=TEXT]..."_s,
            .summary = Words::tr("Send a draft at once, and what waits in the outbox."),
            .options = {{u"reason"_s,
                         Words::tr("Why something stays that the reply check asks about; may be given "
                                   "several times."),
                         u"RULE=TEXT"_s}},
            .atLeast = 0,
            .atMost = 1,
            .run = &runSend};
}

ExitCode runSend(CommandContext &context, const QStringList &arguments)
{
    const auto parser = parse(context, sendCommand(), arguments);
    if (!parser) {
        return parser.error();
    }
    const auto session = openProfile(context, ProfileAccess::ReadWrite);
    if (!session) {
        return session.error();
    }
    const QStringList words = (*parser)->positionalArguments();
    if (!words.isEmpty()) {
        const auto held = holdDraftOf(context, **session, **parser, words.constFirst());
        if (!held) {
            return held.error();
        }
    }
    const auto before = awaitStep(context, {}, (*session)->outbox().items());
    if (!before) {
        return before.error();
    }
    context.interrupt.watch();
    if (const Result<void> done = dispatch(context, **session); !done) {
        return context.output.failure({}, done.error().code);
    }
    const auto items = outcomes(context, **session, *before);
    return items ? tell(context.output, *items) : items.error();
}

} // namespace aside::cli
