// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/accountbots.h"

#include "app/accountsetups.h"
#include "app/cli/accountinput.h"
#include "app/cli/commands.h"
#include "app/cli/eventwait.h"
#include "app/cli/words.h"
#include "models/ports/accountstore.h"
#include "models/ports/secretstore.h"

namespace aside::cli {

using namespace Qt::StringLiterals;

ExitCode addByToken(CommandContext &context, const QCommandLineParser &parser, Channel channel)
{
    Account wanted;
    wanted.channel = channel;
    wanted.name = parser.value(u"name"_s);
    wanted.identity = parser.value(u"identity"_s);
    if (parser.isSet(u"base-url"_s)) {
        wanted.settings.insert(u"server"_s, parser.value(u"base-url"_s));
    }
    const auto token = passwordOf(context, parser, channelName(channel));
    if (!token) {
        return token.error();
    }
    return tryAndKeep(context, wanted, *token, channelName(channel));
}

ExitCode tryAndKeep(CommandContext &context, const Account &wanted, const Secret &token,
                    const QString &subject)
{
    context.interrupt.watch();
    const auto setups = makeSetups(systemEdge(), context.backend.clock());
    const Result<Account> tried = awaitOnline(context, setups->tryAccount(wanted, token, {}));
    if (!tried) {
        return tried.error().code == Errc::BadSettings
            ? context.output.usage(Words::tr("A server has an address that begins with https:// or http://."))
            : context.output.failure(subject, tried.error().code);
    }
    const auto session = openProfile(context, ProfileAccess::ReadWrite);
    if (!session) {
        return session.error();
    }
    const auto added = awaitStep(context, tried->address, (*session)->accounts().addAccount(*tried));
    if (!added) {
        return added.error();
    }
    const auto kept
        = awaitStep(context, tried->address, (*session)->secrets().keep(passwordName(added->id), token));
    if (!kept) { // an account without its token is no use
        const Result<void> removed = await((*session)->accounts().removeAccount(added->id));
        return removed ? kept.error() : context.output.failure(tried->address, removed.error().code);
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
