// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/accounts/channelguides.h"

#include "widgets/common/errortext.h"
#include "widgets/common/foreigntext.h"
#include "widgets/common/words.h"

#include <QCoreApplication>

namespace aside {

namespace {

struct ChannelGuides {
    Q_DECLARE_TR_FUNCTIONS(aside::ChannelGuides)
};

QString shown(const QString &foreign)
{
    return isolated(oneLine(foreign, 200));
}

ChannelGuide mailGuide()
{
    ChannelGuide guide;
    guide.summary = ChannelGuides::tr("The mailbox that your customers write to.");
    return guide;
}

ChannelGuide telegramGuide()
{
    return {
        .summary
        = ChannelGuides::tr("A bot of yours: people write to it in private, or talk in groups where it is."),
        .title = ChannelGuides::tr("Connect a bot of Telegram"),
        .steps
        = {ChannelGuides::tr("In Telegram open a talk with @BotFather, and send /newbot. For a bot that you "
                             "have already send /mybots, choose it, then API Token."),
           ChannelGuides::tr("Give it the name that customers are to see."),
           ChannelGuides::tr("BotFather answers with a token, such as 123456:ABC-DEF. Copy it and paste it "
                             "below.")},
        .rights = ChannelGuides::tr(
            "To read all that is said in a group, send /setprivacy to BotFather, choose the bot, then "
            "Disable, and add the bot to the group after that. Else it sees there only what names it or "
            "answers it."),
        .works = {ChannelGuides::tr("Private talks, groups, and the private talks of a business account that "
                                    "the bot is connected to."),
                  ChannelGuides::tr("Pictures and files, up to 20 MB each."),
                  ChannelGuides::tr("From public to private: a link that opens a talk with the bot.")},
        .worksNot
        = {ChannelGuides::tr("A bot cannot write first: the person has to open the talk."),
           ChannelGuides::tr("Telegram keeps for a day what nobody fetched, and tells nothing older."),
           ChannelGuides::tr("Telegram gives each message to one program alone: connect the bot on one "
                             "computer, and nowhere else.")},
        .addressLabel = {},
        .addressHint = {},
        .tokenLabel = ChannelGuides::tr("Tok&en of the bot"),
        .serverLabel = ChannelGuides::tr("Your own se&rver of the Bot API"),
        .serverHint = ChannelGuides::tr("If you run one"),
        .help = QUrl(QStringLiteral("https://core.telegram.org/bots/features#botfather"))};
}

ChannelGuide vkGuide()
{
    return {
        .summary
        = ChannelGuides::tr("A community of yours: comments on its wall, and messages to the community."),
        .title = ChannelGuides::tr("Connect a community of VK"),
        .steps
        = {ChannelGuides::tr("Open your community, then Manage, API usage, Access tokens. You have to be an "
                             "administrator."),
           ChannelGuides::tr("Choose Create token, and allow what is named below."),
           ChannelGuides::tr("In Manage, Messages switch community messages on, so that people can write in "
                             "private."),
           ChannelGuides::tr("Copy the token and paste it below.")},
        .rights = ChannelGuides::tr("The token needs these rights: manage, messages, photos, docs, wall."),
        .works
        = {ChannelGuides::tr("Comments on the wall and answers to them, in the name of the community."),
           ChannelGuides::tr("Messages to the community, with pictures and files."),
           ChannelGuides::tr("From public to private: a message where the person allows it, else a "
                             "link that opens a talk with the community.")},
        .worksNot = {ChannelGuides::tr("The community can write only to people who wrote to it first, or "
                                       "who allowed it to."),
                     ChannelGuides::tr("A community’s token cannot change or remove a comment, and cannot "
                                       "write in discussions: open the page for that.")},
        .addressLabel = {},
        .addressHint = {},
        .tokenLabel = ChannelGuides::tr("Tok&en of the community"),
        .serverLabel = {},
        .serverHint = {},
        .help
        = QUrl(QStringLiteral("https://dev.vk.com/api/access-token/community-token/in-community-settings"))};
}

ChannelGuide mastodonGuide()
{
    return {
        .summary
        = ChannelGuides::tr("An account of yours at any server: posts that mention you, and their answers."),
        .title = ChannelGuides::tr("Connect an account of Mastodon"),
        .steps
        = {ChannelGuides::tr("Type the name of your server: what stands after the second @ of your account."),
           ChannelGuides::tr(
               "Sign in with the browser: a page of your server opens, and asks whether Aside may "
               "use the account. Agree there."),
           ChannelGuides::tr(
               "Or make a token by hand: at your server open Preferences, Development, New "
               "application, choose the scopes that are named below, submit, open it again, and "
               "copy “Your access token”.")},
        .rights
        = ChannelGuides::tr("To read the account, its notifications and posts, and to write posts and "
                            "files. A token needs the scopes read, write:statuses, write:media."),
        .works = {ChannelGuides::tr("Posts that mention your account, with pictures and their descriptions."),
                  ChannelGuides::tr("Answers in public, and to the people who are mentioned alone."),
                  ChannelGuides::tr("Other servers that speak the same language, as far as they go.")},
        .worksNot
        = {ChannelGuides::tr("What is posted to mentioned people alone is not encrypted: those who run the "
                             "servers can read it."),
           ChannelGuides::tr("Whoever is mentioned in such a post gets it too: name nobody else in it.")},
        .addressLabel = {},
        .addressHint = {},
        .tokenLabel = ChannelGuides::tr("Access tok&en"),
        .serverLabel = ChannelGuides::tr("Se&rver"),
        .serverHint = QStringLiteral("https://mastodon.example"),
        .help = {}};
}

ChannelGuide feedGuide()
{
    return {
        .summary = ChannelGuides::tr("Mentions from the web: Google Alerts, or any RSS or Atom feed."),
        .title = ChannelGuides::tr("Follow a feed"),
        .steps
        = {ChannelGuides::tr("For Google Alerts: make an alert for your name, and under Show options choose "
                             "Deliver to: RSS feed. Then copy the address of the feed’s sign."),
           ChannelGuides::tr("For any other page: copy the address of its feed."),
           ChannelGuides::tr("Paste the address below. Many feeds come at once with a list (OPML) that "
                             "another reader wrote.")},
        .rights = {},
        .works = {ChannelGuides::tr("Each entry comes as a public mention, with a clock as all others.")},
        .worksNot
        = {ChannelGuides::tr("Nothing can be answered through a feed: Aside opens the page, and you "
                             "answer there.")},
        .addressLabel = ChannelGuides::tr("Addr&ess of the feed"),
        .addressHint = QStringLiteral("https://"),
        .tokenLabel = {},
        .serverLabel = {},
        .serverHint = {},
        .help = QUrl(QStringLiteral("https://www.google.com/alerts"))};
}

ChannelGuide manualGuide()
{
    return {.summary = ChannelGuides::tr(
                "Review sites, forums, and whatever has no connection: you copy, post and tell Aside."),
            .title = ChannelGuides::tr("Keep a place by hand"),
            .steps
            = {ChannelGuides::tr("Name the place as your team calls it, or enter the address of its page.")},
            .rights = {},
            .works
            = {ChannelGuides::tr("You enter what came, write the answer here, copy it, and tell Aside when "
                                 "it is posted. Clocks and checks are as everywhere.")},
            .worksNot = {ChannelGuides::tr("Nothing comes and nothing goes by itself.")},
            .addressLabel = ChannelGuides::tr("Nam&e of the place"),
            .addressHint = {},
            .tokenLabel = {},
            .serverLabel = {},
            .serverHint = {},
            .help = {}};
}

ChannelGuide phoneGuide()
{
    return {.summary = ChannelGuides::tr("Your telephone: calls are written down beside the messages."),
            .title = ChannelGuides::tr("Keep your telephone’s calls"),
            .steps = {ChannelGuides::tr("Enter the number that customers call, and that you call from.")},
            .rights = {},
            .works
            = {ChannelGuides::tr("Calls to you and from you, with how long they took and what was said."),
               ChannelGuides::tr("Calling a customer who allowed it: the number opens in your telephone "
                                 "program.")},
            .worksNot = {ChannelGuides::tr("Aside does not call by itself, and hears nothing."),
                         ChannelGuides::tr("A customer who did not allow it is not called: ask in writing "
                                           "first.")},
            .addressLabel = ChannelGuides::tr("Your numb&er"),
            .addressHint = QStringLiteral("+7 495 123-45-67"),
            .tokenLabel = {},
            .serverLabel = {},
            .serverHint = {},
            .help = {}};
}

/// A channel that somebody adds without words of its own.
ChannelGuide plainGuide(Channel channel)
{
    ChannelGuide guide;
    //: %1 is the name of a channel
    guide.title = ChannelGuides::tr("Connect %1").arg(channelLabel(channel));
    guide.addressLabel = ChannelGuides::tr("Addr&ess");
    guide.tokenLabel = ChannelGuides::tr("Access tok&en");
    guide.serverLabel = ChannelGuides::tr("Se&rver");
    return guide;
}

/// What helps where the service does not take the token.
QString tokenAdvice(Channel channel)
{
    if (channel == Channel::Telegram) {
        return ChannelGuides::tr(
            "Telegram does not know this token. Copy it again, whole, from the talk with "
            "@BotFather; /token there makes a new one.");
    }
    if (channel == Channel::Vk) {
        return ChannelGuides::tr("VK does not take this token. Copy it again, whole, or make a new one with "
                                 "all the rights that are named above.");
    }
    if (channel == Channel::Mastodon) {
        return ChannelGuides::tr("The server does not take this token. Check the server’s name, and copy the "
                                 "access token again: not the key, and not the secret.");
    }
    return errorText(Errc::SignInRefused);
}

/// Where something answers that is not what was meant.
QString strangerText(Channel channel)
{
    return channel == Channel::Feed
        ? ChannelGuides::tr("What lies at this address is no feed. Look on the page for the address of its "
                            "RSS or Atom feed.")
        : ChannelGuides::tr("What answers there is another service. Check the server’s name.");
}

} // namespace

ChannelGuide guideTo(Channel channel)
{
    switch (channel) {
    case Channel::Email:
        return mailGuide();
    case Channel::Vk:
        return vkGuide();
    case Channel::Telegram:
        return telegramGuide();
    case Channel::Mastodon:
        return mastodonGuide();
    case Channel::Feed:
        return feedGuide();
    case Channel::Phone:
        return phoneGuide();
    case Channel::Manual:
        return manualGuide();
    case Channel::X:
    case Channel::Facebook:
    case Channel::Instagram:
    case Channel::Discourse:
    case Channel::Max:
    case Channel::Ok:
    case Channel::Bluesky:
    case Channel::Matrix:
    case Channel::Youtube:
    case Channel::Reviews:
        return plainGuide(channel);
    }
    Q_UNREACHABLE_RETURN({});
}

QString foundText(const Account &account)
{
    const QString name = shown(account.identity.isEmpty() ? account.name : account.identity);
    const QString address = shown(account.address);
    if (account.channel == Channel::Telegram) {
        //: %1 is the name of a bot, %2 its handle
        return ChannelGuides::tr("This is the bot %1, %2.").arg(name, address);
    }
    if (account.channel == Channel::Vk) {
        //: %1 is the name of a community, %2 its address
        return ChannelGuides::tr("This is the community %1, %2.").arg(name, address);
    }
    if (account.channel == Channel::Feed) {
        //: %1 is the title of a web feed, %2 its address
        return ChannelGuides::tr("This is the feed %1 at %2.").arg(name, address);
    }
    //: %1 is the name of an account, %2 its address
    return ChannelGuides::tr("This is %1, %2.").arg(name, address);
}

QString connectFaultText(Channel channel, const Error &error)
{
    if (error.code == Errc::SignInRefused) {
        return tokenAdvice(channel);
    }
    if (error.code == Errc::BadSettings) {
        return ChannelGuides::tr("This is no address. It begins with https:// or http://, and has no name or "
                                 "password in it.");
    }
    if (error.code == Errc::NotFound && channel == Channel::Feed) {
        return ChannelGuides::tr("There is nothing at this address. Copy it again from the page.");
    }
    if (error.code == Errc::UnknownFormat || error.code == Errc::BadAnswer || error.code == Errc::Empty) {
        return strangerText(channel);
    }
    if (error.code == Errc::PrivateAddress) {
        return ChannelGuides::tr("This address lies in your own network. If it is meant to, say so below.");
    }
    return errorText(error.code);
}

QString browserFaultText(Channel channel, const Error &error)
{
    if (error.code == Errc::SignInRefused) {
        return ChannelGuides::tr("You or the server said no, and nothing was kept. To try again, press the "
                                 "button once more and agree on the page.");
    }
    if (error.code == Errc::NotFound) {
        return ChannelGuides::tr(
            "This server does not let programs sign in. Check its name, or paste an access "
            "token.");
    }
    return connectFaultText(channel, error);
}

} // namespace aside
