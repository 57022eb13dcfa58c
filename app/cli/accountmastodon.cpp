// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/accountmastodon.h"

#include "app/channels/mastodon/mastodonadapter.h"
#include "app/channels/mastodon/signin.h"
#include "app/cli/accountinput.h"
#include "app/cli/commands.h"
#include "app/cli/eventwait.h"
#include "app/cli/words.h"
#include "models/ports/accountstore.h"
#include "models/ports/secretstore.h"

namespace aside::cli {

namespace {

using namespace Qt::StringLiterals;
using mastodon::MastodonAdapter;
using mastodon::SignIn;

QByteArray endPage()
{
    const QString words = Words::tr("Aside may use the account now. This page can be closed.");
    return "<!DOCTYPE html><meta charset=\"utf-8\"><title>Aside</title><p>" + words.toHtmlEscaped().toUtf8();
}

/// The page is for the browser of whoever sits there.
Result<Secret> signIn(CommandContext &context, const QUrl &server)
{
    SignIn flow(
        {.server = server, .edge = systemEdge(), .clock = context.backend.clock(), .page = endPage()});
    QObject::connect(&flow, &SignIn::pageReady, &flow, [&context](const QUrl &page) {
        context.output.note(Words::tr("Open this page in a browser and allow Aside to use the account:"));
        context.output.note(page.toString(QUrl::FullyEncoded));
    });
    return awaitOnline(context, flow.ask({}));
}

Step<Secret> tokenOf(CommandContext &context, const QCommandLineParser &parser, const QUrl &server)
{
    if (parser.isSet(u"password-file"_s) || parser.isSet(u"password-env"_s)) {
        return passwordOf(context, parser, server.host());
    }
    Result<Secret> token = signIn(context, server);
    return token ? Step<Secret>(*std::move(token))
                 : std::unexpected(context.output.failure(server.host(), token.error().code));
}

/// Fills in what the account is called and how long its texts may be.
Result<void> askServer(CommandContext &context, Account &account, const QUrl &server, const Secret &token)
{
    MastodonAdapter adapter(
        {.account = account,
         .server = server,
         .token = [token] { return QtFuture::makeReadyValueFuture(Result<Secret>(token)); },
         .toText = [](const QString &html) { return html; },
         .edge = systemEdge(),
         .clock = context.backend.clock()});
    const Result<void> opened = awaitOnline(context, adapter.open());
    if (opened && adapter.me() && adapter.instance()) {
        account.address = u'@' + adapter.me()->address;
        account.name = account.name.isEmpty() ? account.address : account.name;
        account.identity = account.identity.isEmpty() ? adapter.me()->name : account.identity;
        account.settings.insert(u"limit.characters"_s, QString::number(adapter.instance()->mostCharacters));
    }
    return opened;
}

ExitCode keep(CommandContext &context, const Account &wanted, const Secret &token)
{
    const auto session = openProfile(context, ProfileAccess::ReadWrite);
    if (!session) {
        return session.error();
    }
    const auto added = awaitStep(context, wanted.address, (*session)->accounts().addAccount(wanted));
    if (!added) {
        return added.error();
    }
    const auto kept
        = awaitStep(context, wanted.address, (*session)->secrets().keep(passwordName(added->id), token));
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

} // namespace

ExitCode addMastodon(CommandContext &context, const QCommandLineParser &parser)
{
    Account wanted;
    wanted.channel = Channel::Mastodon;
    wanted.name = parser.value(u"name"_s);
    wanted.identity = parser.value(u"identity"_s);
    wanted.settings.insert(u"server"_s, parser.value(u"server"_s));
    const Result<QUrl> server = MastodonAdapter::serverOf(wanted);
    if (!server) {
        return context.output.usage(
            Words::tr("A server has an address that begins with https:// or http://."));
    }
    context.interrupt.watch();
    const auto token = tokenOf(context, parser, *server);
    if (!token) {
        return token.error();
    }
    if (const Result<void> known = askServer(context, wanted, *server, *token); !known) {
        return context.output.failure(server->host(), known.error().code);
    }
    return keep(context, wanted, *token);
}

} // namespace aside::cli
