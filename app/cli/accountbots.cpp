// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/accountbots.h"

#include "app/channels/telegram/telegramadapter.h"
#include "app/cli/accountinput.h"
#include "app/cli/commands.h"
#include "app/cli/eventwait.h"
#include "app/cli/words.h"
#include "models/ports/accountstore.h"
#include "models/ports/secretstore.h"

namespace aside::cli {

namespace {

using namespace Qt::StringLiterals;
using telegram::TelegramAdapter;

/// Fills in what the bot is called.
Result<void> askName(CommandContext &context, Account &account, const QUrl &server, const Secret &token)
{
    TelegramAdapter adapter(
        {.account = account,
         .server = server,
         .token = [token] { return QtFuture::makeReadyValueFuture(Result<Secret>(token)); },
         .edge = systemEdge(),
         .clock = context.backend.clock()});
    const Result<void> opened = awaitOnline(context, adapter.open());
    if (opened && adapter.me()) {
        account.address = u'@' + adapter.me()->username;
        account.name = account.name.isEmpty() ? account.address : account.name;
        account.identity = account.identity.isEmpty() ? adapter.me()->name : account.identity;
    }
    return opened;
}

} // namespace

ExitCode addBot(CommandContext &context, const QCommandLineParser &parser)
{
    Account wanted;
    wanted.channel = Channel::Telegram;
    wanted.name = parser.value(u"name"_s);
    wanted.identity = parser.value(u"identity"_s);
    if (parser.isSet(u"base-url"_s)) {
        wanted.settings.insert(u"server"_s, parser.value(u"base-url"_s));
    }
    const Result<QUrl> server = TelegramAdapter::serverOf(wanted);
    if (!server) {
        return context.output.usage(
            Words::tr("A server has an address that begins with https:// or http://."));
    }
    const auto token = passwordOf(context, parser, u"Telegram"_s);
    if (!token) {
        return token.error();
    }
    context.interrupt.watch();
    if (const Result<void> known = askName(context, wanted, *server, *token); !known) {
        return context.output.failure(u"Telegram"_s, known.error().code);
    }
    const auto session = openProfile(context, ProfileAccess::ReadWrite);
    if (!session) {
        return session.error();
    }
    const auto added = awaitStep(context, wanted.address, (*session)->accounts().addAccount(wanted));
    if (!added) {
        return added.error();
    }
    const auto kept
        = awaitStep(context, wanted.address, (*session)->secrets().keep(passwordName(added->id), *token));
    if (!kept) { // an account without its token is no use
        const Result<void> removed = await((*session)->accounts().removeAccount(added->id));
        return removed ? kept.error() : context.output.failure(wanted.address, removed.error().code);
    }
    if (context.output.isJson()) {
        context.output.json({{u"account"_s, accountJson(*added)}});
    } else {
        context.output.line(
            Words::tr("Account %1 is added. \"asidectl account test %1\" tries it.").arg(added->id.value));
    }
    return ExitCode::Ok;
}

} // namespace aside::cli
