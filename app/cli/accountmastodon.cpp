// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/accountmastodon.h"

#include "app/channels/mastodon/mastodonadapter.h"
#include "app/channels/mastodon/signin.h"
#include "app/cli/accountbots.h"
#include "app/cli/accountinput.h"
#include "app/cli/commands.h"
#include "app/cli/eventwait.h"
#include "app/cli/words.h"

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
    return tryAndKeep(context, wanted, *token, server->host());
}

} // namespace aside::cli
