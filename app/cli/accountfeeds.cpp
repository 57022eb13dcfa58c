// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/accountfeeds.h"

#include "app/channels/feed/feedadapter.h"
#include "app/channels/feed/opml.h"
#include "app/cli/accountinput.h"
#include "app/cli/commands.h"
#include "app/cli/files.h"
#include "app/cli/words.h"
#include "models/ports/accountstore.h"

#include <QJsonArray>

namespace aside::cli {

namespace {

using namespace Qt::StringLiterals;

Account feedAccount(const QString &address, const QString &title)
{
    Account account;
    account.channel = Channel::Feed;
    account.address = address;
    account.name = title.isEmpty() ? address : title;
    return account;
}

} // namespace

ExitCode addFeed(CommandContext &context, const QCommandLineParser &parser, const QString &address)
{
    if (!feed::FeedAdapter::isFeedAddress(address)) {
        return context.output.usage(Words::tr("A feed has an address that begins with https:// or http://."));
    }
    Account wanted = feedAccount(address, parser.value(u"name"_s));
    if (parser.isSet(u"own-server"_s)) {
        wanted.settings.insert(u"own-server"_s, u"yes"_s);
    }
    return keepAccount(context, wanted);
}

ExitCode importFeeds(CommandContext &context, const QString &path)
{
    const Result<QByteArray> bytes = path == u"-" ? readInput(context.input) : readFile(path);
    if (!bytes) {
        return context.output.failure(path, bytes.error().code);
    }
    const Result<QList<feed::OpmlFeed>> feeds = feed::readOpml(*bytes);
    if (!feeds) {
        return context.output.failure(path, feeds.error().code,
                                      Words::tr("This is no list of feeds (OPML), or it names none."));
    }
    const auto session = openProfile(context, ProfileAccess::ReadWrite);
    if (!session) {
        return session.error();
    }
    QJsonArray accounts;
    for (const feed::OpmlFeed &each : *feeds) {
        const Result<Account> added
            = await((*session)->accounts().addAccount(feedAccount(each.address, each.title)));
        if (added) {
            accounts.append(accountJson(*added));
        } else if (added.error().code != Errc::Conflict) { // else it is there already
            return context.output.failure(each.address, added.error().code);
        }
    }
    if (context.output.isJson()) {
        context.output.json({{u"accounts"_s, accounts}, {u"known"_s, feeds->size() - accounts.size()}});
    } else {
        context.output.line(Words::tr("%n feed(s) added.", nullptr, static_cast<int>(accounts.size())));
    }
    return ExitCode::Ok;
}

ExitCode exportFeeds(CommandContext &context)
{
    const auto session = openProfile(context, ProfileAccess::ReadOnly);
    if (!session) {
        return session.error();
    }
    const auto accounts = awaitStep(context, {}, (*session)->accounts().accounts());
    if (!accounts) {
        return accounts.error();
    }
    QList<feed::OpmlFeed> feeds;
    for (const Account &account : *accounts) {
        if (account.channel == Channel::Feed) {
            feeds.append({.title = account.name, .address = account.address});
        }
    }
    const QByteArray opml = feed::writeOpml(feeds);
    if (context.output.isJson()) {
        context.output.json({{u"opml"_s, QString::fromUtf8(opml)}});
    } else {
        context.output.bytes(opml);
    }
    return ExitCode::Ok;
}

} // namespace aside::cli
