// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/accountinput.h"
#include "app/cli/commands.h"
#include "app/cli/eventwait.h"
#include "app/cli/importrun.h"
#include "app/cli/words.h"
#include "models/ports/accountstore.h"
#include "models/services/accountfetch.h"
#include "widgets/common/errortext.h"
#include "widgets/common/foldertroubletext.h"

#include <QJsonArray>
#include <QPromise>

#include <memory>
#include <optional>
#include <vector>

namespace aside::cli {

namespace {

using namespace Qt::StringLiterals;

/// What one account brought.
struct Fetched {
    Account account;
    ApplyReport report;
    std::optional<Errc> fault;
    QList<FolderTrouble> troubles{};
};

/// One fetch as a future, so that it can be waited for.
QFuture<Result<void>> ended(AccountFetch &fetch)
{
    const auto promise = std::make_shared<QPromise<Result<void>>>(); // two signals end it, one of them does
    promise->start();
    QObject::connect(&fetch, &AccountFetch::finished, &fetch, [promise] {
        promise->addResult(Result<void>());
        promise->finish();
    });
    QObject::connect(&fetch, &AccountFetch::failed, &fetch, [promise](const Error &error) {
        promise->addResult(Result<void>(std::unexpected(error)));
        promise->finish();
    });
    return promise->future();
}

Fetched fetchFor(CommandContext &context, Session &session, CountingSink &sink, const Account &account)
{
    Fetched fetched{.account = account, .report = {}, .fault = {}};
    const auto adapter = session.channels().adapterFor(account);
    if (!adapter) {
        fetched.fault = adapter.error().code;
        return fetched;
    }
    AccountFetch fetch(**adapter, account.id, sink, nullptr);
    const QFuture<Result<void>> end = ended(fetch);
    fetch.start();
    if (const Result<void> done = awaitOnline(context, end); !done) {
        fetched.fault = done.error().code;
    } else if (account.pause && account.pause->cause != pausedByOperator) { // it works again
        const auto resumed = await(session.accounts().pauseAccount(account.id, std::nullopt));
        fetched.fault = resumed ? std::nullopt : std::optional(resumed.error().code);
    }
    fetched.report = sink.total();
    fetched.troubles = fetch.troubles();
    return fetched;
}

void tell(Output &output, const Fetched &fetched)
{
    if (fetched.fault) {
        output.note(u"%1: %2"_s.arg(fetched.account.address, errorText(*fetched.fault)));
    }
    if (!fetched.fault || fetched.report.imported > 0) {
        output.line(Words::tr("%1: %n new message(s)", nullptr, static_cast<int>(fetched.report.imported))
                        .arg(fetched.account.address));
    }
    for (const FolderTrouble &trouble : fetched.troubles) {
        output.note(u"%1: %2"_s.arg(fetched.account.address, folderTroubleText(trouble, trouble.folder)));
    }
}

QJsonObject toJson(const Fetched &fetched)
{
    QJsonObject json{{u"account"_s, fetched.account.id.value},
                     {u"address"_s, fetched.account.address},
                     {u"new"_s, fetched.report.imported},
                     {u"conversations"_s, fetched.report.conversations},
                     {u"troubles"_s, troublesJson(fetched.troubles)}};
    if (fetched.fault) {
        json.insert(u"error"_s, errorJson(*fetched.fault, errorText(*fetched.fault)));
    }
    return json;
}

Step<QList<Account>> wanted(CommandContext &context, Session &session, const QString &name)
{
    if (!name.isEmpty()) {
        return accountArgument(context, session, name).transform([](const Account &account) {
            return QList<Account>{account};
        });
    }
    return awaitStep(context, {}, session.accounts().accounts()).transform([&](QList<Account> accounts) {
        accounts.removeIf([&](const Account &account) {
            return !session.channels().knows(account.channel) || !isUsable(account, session.clock().now());
        });
        return accounts;
    });
}

} // namespace

Command syncCommand()
{
    return {.name = u"sync"_s,
            .synopsis = u"[--account ACCOUNT] [--once]"_s,
            .summary = Words::tr("Fetch what came for your accounts, once."),
            .options
            = {{u"account"_s, Words::tr("Only this one, by its number or address; also where it is paused."),
                u"ACCOUNT"_s},
               {u"once"_s, Words::tr("End when all that was there has come, which is the usual.")}},
            .run = runSync};
}

ExitCode runSync(CommandContext &context, const QStringList &arguments)
{
    const auto parser = parse(context, syncCommand(), arguments);
    if (!parser) {
        return parser.error();
    }
    std::vector<std::unique_ptr<CountingSink>>
        sinks; // the profile finishes what it was handed, then these go
    const auto session = openProfile(context, ProfileAccess::ReadWrite);
    if (!session) {
        return session.error();
    }
    const auto accounts = wanted(context, **session, (*parser)->value(u"account"_s));
    if (!accounts) {
        return accounts.error();
    }
    context.interrupt.watch();
    std::optional<Errc> fault;
    QJsonArray array;
    for (const Account &account : *accounts) {
        sinks.push_back(std::make_unique<CountingSink>((*session)->sink()));
        const Fetched fetched = fetchFor(context, **session, *sinks.back(), account);
        fault = fault ? fault : fetched.fault;
        array.append(toJson(fetched));
        if (!context.output.isJson()) {
            tell(context.output, fetched);
        }
        if (context.interrupt.asked()) {
            break;
        }
    }
    if (context.output.isJson()) {
        context.output.json({{u"accounts"_s, array}});
    } else if (accounts->isEmpty()) {
        context.output.line(Words::tr("There is no account to fetch for."));
    }
    return fault ? exitCode(*fault) : ExitCode::Ok;
}

} // namespace aside::cli
