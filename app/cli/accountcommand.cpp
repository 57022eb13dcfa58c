// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/adapter/emailsettings.h"
#include "app/cli/accountbots.h"
#include "app/cli/accountbyhand.h"
#include "app/cli/accountfeeds.h"
#include "app/cli/accountinput.h"
#include "app/cli/accountmastodon.h"
#include "app/cli/accounttrial.h"
#include "app/cli/commands.h"
#include "app/cli/eventwait.h"
#include "app/cli/words.h"
#include "models/core/clock.h"
#include "models/ports/accountstore.h"
#include "models/ports/secretstore.h"
#include "widgets/common/errortext.h"
#include "widgets/common/foldertroubletext.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>
#include <utility>

namespace aside::cli {

namespace {

using namespace Qt::StringLiterals;
using Parser = QCommandLineParser;

/// The options that are settings of the account under another name.
constexpr std::array<std::pair<QLatin1StringView, QLatin1StringView>, 4> plainSettings{{
    {"imap-security"_L1, "imap.security"_L1},
    {"smtp-security"_L1, "smtp.security"_L1},
    {"user"_L1, "user"_L1},
    {"since"_L1, "since"_L1},
}};

/// "HOST" or "HOST:PORT"; an address of IPv6 stands in brackets.
void putServer(Account &account, const QString &protocol, const QString &server)
{
    const qsizetype colon = server.startsWith(u'[') ? server.indexOf(u"]:"_s) + 1 : server.lastIndexOf(u':');
    const bool hasPort = colon > 0;
    QString host = hasPort ? server.first(colon) : server;
    if (host.startsWith(u'[') && host.endsWith(u']')) {
        host = host.sliced(1).chopped(1);
    }
    account.settings.insert(protocol + u".host"_s, host);
    if (hasPort) {
        account.settings.insert(protocol + u".port"_s, server.sliced(colon + 1));
    }
}

Account accountFrom(const Parser &parser, const QString &address)
{
    Account account;
    account.channel = Channel::Email;
    account.address = address;
    account.name = parser.isSet(u"name"_s) ? parser.value(u"name"_s) : address;
    account.identity = parser.value(u"identity"_s);
    putServer(account, u"imap"_s, parser.value(u"imap"_s));
    putServer(account, u"smtp"_s, parser.value(u"smtp"_s));
    for (const auto &[option, setting] : plainSettings) {
        if (parser.isSet(option)) {
            account.settings.insert(setting, parser.value(option));
        }
    }
    if (parser.isSet(u"no-sent-copy"_s)) {
        account.settings.insert(u"sent.copy"_s, u"no"_s);
    }
    return account;
}

ExitCode add(CommandContext &context, const Parser &parser, const QString &address)
{
    const Account wanted = accountFrom(parser, address);
    if (const auto settings = mail::EmailSettings::of(wanted); !settings) {
        return wrongSetting(context, settings.error().detail);
    }
    const auto password = passwordOf(context, parser, address);
    if (!password) {
        return password.error();
    }
    const auto session = openProfile(context, ProfileAccess::ReadWrite);
    if (!session) {
        return session.error();
    }
    const auto added = awaitStep(context, address, (*session)->accounts().addAccount(wanted));
    if (!added) {
        return added.error();
    }
    const auto kept
        = awaitStep(context, address, (*session)->secrets().keep(passwordName(added->id), *password));
    if (!kept) { // an account without its password is no use
        const Result<void> removed = await((*session)->accounts().removeAccount(added->id));
        return removed ? kept.error() : context.output.failure(address, removed.error().code);
    }
    if (context.output.isJson()) {
        context.output.json({{u"account"_s, accountJson(*added)}});
    } else {
        context.output.line(
            Words::tr("Account %1 is added. \"asidectl account test %1\" tries it.").arg(added->id.value));
    }
    return ExitCode::Ok;
}

QString stateText(const Account &account, Instant now)
{
    if (!account.isOn) {
        return Words::tr("off");
    }
    if (isUsable(account, now)) {
        return Words::tr("on");
    }
    return account.pause->cause == pausedByOperator
        ? Words::tr("paused by you")
        : Words::tr("paused: %1").arg(errorText(account.pause->cause));
}

ExitCode list(CommandContext &context)
{
    const auto session = openProfile(context, ProfileAccess::ReadOnly);
    if (!session) {
        return session.error();
    }
    const auto accounts = awaitStep(context, {}, (*session)->accounts().accounts());
    if (!accounts) {
        return accounts.error();
    }
    if (context.output.isJson()) {
        QJsonArray array;
        for (const Account &account : *accounts) {
            QJsonObject json = accountJson(account);
            json.insert(u"troubles"_s, troublesJson(unreadLetters(**session, account.id)));
            array.append(json);
        }
        context.output.json({{u"accounts"_s, array}});
        return ExitCode::Ok;
    }
    if (accounts->isEmpty()) {
        context.output.line(Words::tr("Nothing here."));
        return ExitCode::Ok;
    }
    Table table;
    table.addColumn(Words::tr("Account"), Table::Align::Right);
    table.addColumn(Words::tr("Address"));
    table.addColumn(Words::tr("Name"));
    table.addColumn(Words::tr("State"));
    for (const Account &account : *accounts) {
        table.addRow({QString::number(account.id.value), account.address, account.name,
                      stateText(account, (*session)->clock().now())});
    }
    context.output.table(table);
    for (const Account &account : *accounts) {
        for (const FolderTrouble &trouble : unreadLetters(**session, account.id)) {
            context.output.line(u"%1: %2"_s.arg(account.address, folderTroubleText(trouble, trouble.folder)));
        }
    }
    return ExitCode::Ok;
}

ExitCode changePassword(CommandContext &context, const Parser &parser, const QString &name)
{
    const auto session = openProfile(context, ProfileAccess::ReadWrite);
    if (!session) {
        return session.error();
    }
    const auto account = accountArgument(context, **session, name);
    if (!account) {
        return account.error();
    }
    const auto password = passwordOf(context, parser, account->address);
    if (!password) {
        return password.error();
    }
    const auto kept
        = awaitStep(context, name, (*session)->secrets().keep(passwordName(account->id), *password));
    if (!kept) {
        return kept.error();
    }
    // It was paused for the old one.
    const auto resumed
        = awaitStep(context, name, (*session)->accounts().pauseAccount(account->id, std::nullopt));
    if (!resumed) {
        return resumed.error();
    }
    if (context.output.isJson()) {
        context.output.json({{u"account"_s, accountJson(*resumed)}});
    } else {
        context.output.line(Words::tr("The new password is kept."));
    }
    return ExitCode::Ok;
}

ExitCode remove(CommandContext &context, const QString &name)
{
    const auto session = openProfile(context, ProfileAccess::ReadWrite);
    if (!session) {
        return session.error();
    }
    const auto account = accountArgument(context, **session, name);
    if (!account) {
        return account.error();
    }
    // The secrets first: what is left of an account that keeps its place can be removed again.
    for (const QString &secret : {passwordName(account->id), oauthName(account->id)}) {
        if (const auto gone = awaitStep(context, name, (*session)->secrets().forget(secret)); !gone) {
            return gone.error();
        }
    }
    const auto removed = awaitStep(context, name, (*session)->accounts().removeAccount(account->id));
    if (!removed) {
        return removed.error();
    }
    if (context.output.isJson()) {
        context.output.json({{u"removed"_s, account->id.value}});
    } else {
        context.output.line(Words::tr("Account %1 and its password are removed; its conversations stay.")
                                .arg(account->id.value));
    }
    return ExitCode::Ok;
}

} // namespace

Command accountCommand()
{
    return {.name = u"account"_s,
            .synopsis = u"add ADDRESS --imap HOST[:PORT] --smtp HOST[:PORT] [--user NAME] [--identity NAME]"
                        " [--password-file FILE|- | --password-env VAR]"
                        " | add telegram|vk [--base-url URL] [--password-file FILE|- | --password-env VAR]"
                        " | add mastodon --server URL [--password-file FILE|- | --password-env VAR]"
                        " | add feed URL [--name NAME] [--own-server] | add manual PLACE [--name NAME] [--identity NAME]"
                        " | add phone NUMBER [--name NAME] | import-opml FILE|- | export-opml"
                        " | test ACCOUNT | list | password ACCOUNT | remove ACCOUNT"_s,
            .summary = Words::tr("Add, try, list or remove an account: mail, a bot, a feed, or a place by hand."),
            .options = QList<QCommandLineOption>{
                           {u"imap"_s, Words::tr("The server for incoming mail."), u"HOST[:PORT]"_s},
                           {u"smtp"_s, Words::tr("The server for outgoing mail."), u"HOST[:PORT]"_s},
                           {u"imap-security"_s, Words::tr("tls (the usual) or starttls."), u"HOW"_s},
                           {u"smtp-security"_s, Words::tr("tls (the usual) or starttls."), u"HOW"_s},
                           {u"user"_s, Words::tr("The name to sign in with, where it is not the address."),
                            u"NAME"_s},
                           {u"name"_s, Words::tr("What your team calls the account."), u"NAME"_s},
                           {u"identity"_s, Words::tr("The name that customers see."), u"NAME"_s},
                           {u"since"_s, Words::tr("Leave mail from before this day at the server."),
                            u"YYYY-MM-DD"_s},
                           {u"base-url"_s, Words::tr("The server of the service, where it is not the usual one."),
                            u"URL"_s},
                           {u"server"_s, Words::tr("The address of your server of Mastodon."), u"URL"_s},
                           {u"no-sent-copy"_s, Words::tr("The server files sent mail by itself.")},
                           {u"own-server"_s,
                            Words::tr("The feed may lie in your own network, and without TLS.")},
                       }
                + passwordOptions(),
            .atLeast = 1,
            .atMost = 3,
            .run = runAccount};
}

ExitCode runAccount(CommandContext &context, const QStringList &arguments)
{
    const auto parser = parse(context, accountCommand(), arguments);
    if (!parser) {
        return parser.error();
    }
    const QStringList words = (*parser)->positionalArguments();
    const QString &action = words.constFirst();
    if (words.size() == 1 && action == "list"_L1) {
        return list(context);
    }
    if (words.size() == 2 && action == "add"_L1 && words.at(1) == "telegram"_L1) {
        return addByToken(context, **parser, Channel::Telegram);
    }
    if (words.size() == 2 && action == "add"_L1 && words.at(1) == "vk"_L1) {
        return addByToken(context, **parser, Channel::Vk);
    }
    if (words.size() == 2 && action == "add"_L1 && words.at(1) == "mastodon"_L1) {
        return addMastodon(context, **parser);
    }
    if (words.size() == 1 && action == "export-opml"_L1) {
        return exportFeeds(context);
    }
    if (words.size() == 3 && action == "add"_L1 && words.at(1) == "feed"_L1) {
        return addFeed(context, **parser, words.at(2));
    }
    if (words.size() == 3 && action == "add"_L1 && words.at(1) == "manual"_L1) {
        return addByHand(context, **parser, Channel::Manual, words.at(2));
    }
    if (words.size() == 3 && action == "add"_L1 && words.at(1) == "phone"_L1) {
        return addByHand(context, **parser, Channel::Phone, words.at(2));
    }
    if (words.size() == 2 && action == "import-opml"_L1) {
        return importFeeds(context, words.at(1));
    }
    if (words.size() == 2 && action == "add"_L1) {
        return add(context, **parser, words.at(1));
    }
    if (words.size() == 2 && action == "test"_L1) {
        return testAccount(context, words.at(1));
    }
    if (words.size() == 2 && action == "password"_L1) {
        return changePassword(context, **parser, words.at(1));
    }
    if (words.size() == 2 && action == "remove"_L1) {
        return remove(context, words.at(1));
    }
    return context.output.usage(
        Words::tr("Usage: asidectl %1 %2").arg(u"account"_s, accountCommand().synopsis));
}

} // namespace aside::cli
