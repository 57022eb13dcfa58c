// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/channelcapabilities.h"

#include <QRegularExpression>

#include <array>

namespace aside {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto week = std::chrono::hours{7 * 24};

ChannelCapabilities mail()
{
    return {.hasPrivateSide = true,
            .showsAuthor = false, // a mail without a name under it is odd
            .takesFiles = true,
            .firstWord = FirstWord::Anyone};
}

ChannelCapabilities vk()
{
    // A community writes to whoever wrote to it or allowed it; dev.vk.com, community messages.
    return {.hasPublicSide = true,
            .hasPrivateSide = true,
            .takesFiles = true,
            .firstWord = FirstWord::Person,
            .hasOneTalk = true,
            .publicLimit = 16'000,
            .privateLimit = 9000,
            .hosts = {u"vk.com"_s, u"vk.ru"_s, u"vk.me"_s, u"vk.cc"_s, u"vk.link"_s, u"vkontakte.ru"_s,
                      u"vkvideo.ru"_s},
            .privateLink = u"https://vk.me/%1"_s};
}

ChannelCapabilities telegram()
{
    // A bot cannot begin a talk: 403 of the Bot API; core.telegram.org/bots.
    return {.hasPublicSide = true,
            .hasPrivateSide = true,
            .takesFiles = true,
            .firstWord = FirstWord::Person,
            .hasOneTalk = true,
            .publicLimit = 4096,
            .privateLimit = 4096,
            .hosts = {u"t.me"_s, u"telegram.me"_s, u"telegram.dog"_s, u"telegram.org"_s, u"tg.dev"_s},
            .privateLink = u"https://t.me/%1"_s};
}

ChannelCapabilities x()
{
    // Whom we may write to is asked with user.fields=receives_your_dm; %1 is the number of our account.
    return {.hasPublicSide = true,
            .hasPrivateSide = true,
            .takesFiles = true,
            .hasAltText = true,
            .firstWord = FirstWord::Person,
            .hasOneTalk = true,
            .publicLimit = 280,
            .privateLimit = 10'000,
            .unit = LengthUnit::X,
            .privateUnit = LengthUnit::CodePoints,
            .hosts = {u"x.com"_s, u"twitter.com"_s, u"t.co"_s},
            .privateLink = u"https://x.com/messages/compose?recipient_id=%1"_s};
}

ChannelCapabilities mastodon()
{
    // A direct message is a status that one person sees: the same limit, and its server's own host.
    return {.hasPublicSide = true,
            .hasPrivateSide = true,
            .takesFiles = true,
            .hasAltText = true,
            .firstWord = FirstWord::Anyone,
            .publicLimit = 500,
            .privateLimit = 500,
            .unit = LengthUnit::Mastodon,
            .hosts = {u"mastodon.social"_s, u"mastodon.online"_s, u"joinmastodon.org"_s}};
}

ChannelCapabilities facebook()
{
    // One private reply to a comment within 7 days; the talk is open for 24 hours after each message of the
    // person; developers.facebook.com, Messenger platform, private replies.
    return {.hasPublicSide = true,
            .hasPrivateSide = true,
            .takesFiles = true,
            .firstWord = FirstWord::OnePrivateReply,
            .hasOneTalk = true,
            .publicLimit = 8000,
            .privateLimit = 2000,
            .replyWindow = 24h,
            .privateReplyWindow = week,
            .hosts
            = {u"facebook.com"_s, u"fb.com"_s, u"fb.me"_s, u"fb.watch"_s, u"m.me"_s, u"messenger.com"_s},
            .privateLink = u"https://m.me/%1"_s};
}

ChannelCapabilities instagram()
{
    // As on Facebook, whose platform it is.
    return {.hasPublicSide = true,
            .hasPrivateSide = true,
            .takesFiles = true,
            .filesOnlyIn = Audience::Private,
            .firstWord = FirstWord::OnePrivateReply,
            .hasOneTalk = true,
            .publicLimit = 2200,
            .privateLimit = 1000,
            .privateUnit = LengthUnit::Utf8,
            .replyWindow = 24h,
            .privateReplyWindow = week,
            .hosts = {u"instagram.com"_s, u"ig.me"_s, u"instagr.am"_s},
            .privateLink = u"https://ig.me/m/%1"_s};
}

ChannelCapabilities discourse()
{
    return {.hasPublicSide = true,
            .hasPrivateSide = true,
            .takesFiles = true,
            .hasAltText = true,
            .firstWord = FirstWord::Anyone,
            .publicLimit = 32'000,
            .privateLimit = 32'000,
            .unit = LengthUnit::CodePoints};
}

ChannelCapabilities feed()
{
    return {.hasPublicSide = true, .carriesTalk = false, .byHand = true, .authorCanAmend = false};
}

ChannelCapabilities phone()
{
    return {.hasPrivateSide = true, .firstWord = FirstWord::Person, .byHand = true};
}

ChannelCapabilities manual()
{
    // Some place the program does not know: nothing is held against it.
    return {.hasPublicSide = true,
            .hasPrivateSide = true,
            .showsAuthor = false,
            .takesFiles = true,
            .firstWord = FirstWord::Anyone,
            .byHand = true,
            .authorCanAmend = false};
}

ChannelCapabilities max()
{
    // A bot waits for bot_started; schema of the MAX bot API 0.0.30.
    return {.hasPublicSide = true,
            .hasPrivateSide = true,
            .takesFiles = true,
            .firstWord = FirstWord::Person,
            .hasOneTalk = true,
            .publicLimit = 4000,
            .privateLimit = 4000,
            .hosts = {u"max.ru"_s},
            .privateLink = u"https://max.ru/%1"_s};
}

ChannelCapabilities odnoklassniki()
{
    // A group writes to whoever allowed it; each chat has a link of its own (graph.chat.url), no pattern.
    return {.hasPublicSide = true,
            .hasPrivateSide = true,
            .takesFiles = true,
            .firstWord = FirstWord::Person,
            .hasOneTalk = true,
            .hosts = {u"ok.ru"_s, u"ok.me"_s, u"odnoklassniki.ru"_s}};
}

ChannelCapabilities bluesky()
{
    // Whom we may write to is asked with getConvoAvailability; a link to a talk is not documented.
    return {.hasPublicSide = true,
            .hasPrivateSide = true,
            .takesFiles = true,
            .filesOnlyIn = Audience::Public,
            .hasAltText = true,
            .firstWord = FirstWord::Person,
            .hasOneTalk = true,
            .publicLimit = 300,
            .privateLimit = 1000,
            .unit = LengthUnit::Graphemes,
            .hosts = {u"bsky.app"_s, u"bsky.social"_s}};
}

ChannelCapabilities matrix()
{
    // An event has 65,536 bytes; the rest of it is left room.
    return {.hasPublicSide = true,
            .hasPrivateSide = true,
            .takesFiles = true,
            .hasAltText = true,
            .firstWord = FirstWord::Anyone,
            .publicLimit = 60'000,
            .privateLimit = 60'000,
            .unit = LengthUnit::Utf8,
            .hosts = {u"matrix.to"_s}};
}

ChannelCapabilities youtube()
{
    // Comments alone: the API has no messages between people.
    return {.hasPublicSide = true, .publicLimit = 10'000, .hosts = {u"youtube.com"_s, u"youtu.be"_s}};
}

ChannelCapabilities reviews()
{
    // Every site has a limit of its own: 350 in Google Play, 5970 in the App Store.
    return {.hasPublicSide = true, .carriesTalk = false, .byHand = true};
}

ChannelCapabilities make(Channel channel)
{
    switch (channel) {
    case Channel::Email:
        return mail();
    case Channel::Vk:
        return vk();
    case Channel::Telegram:
        return telegram();
    case Channel::X:
        return x();
    case Channel::Mastodon:
        return mastodon();
    case Channel::Facebook:
        return facebook();
    case Channel::Instagram:
        return instagram();
    case Channel::Discourse:
        return discourse();
    case Channel::Feed:
        return feed();
    case Channel::Phone:
        return phone();
    case Channel::Manual:
        return manual();
    case Channel::Max:
        return max();
    case Channel::Ok:
        return odnoklassniki();
    case Channel::Bluesky:
        return bluesky();
    case Channel::Matrix:
        return matrix();
    case Channel::Youtube:
        return youtube();
    case Channel::Reviews:
        return reviews();
    }
    return {};
}

/// A name has at most 30 letters; its host is not counted.
constexpr int roomForName = 32;

constexpr int lastChannel = static_cast<int>(Channel::Reviews);

} // namespace

QString ChannelCapabilities::privateLinkTo(const QString &ourName) const
{
    if (ourName.startsWith("https://"_L1)) {
        return ourName;
    }
    // A name is put into an address: what belongs into no name opens some other place.
    static const QRegularExpression name(u"^@?([A-Za-z0-9_.-]+)$"_s);
    const auto match = name.match(ourName);
    return privateLink.isEmpty() || !match.hasMatch() ? QString() : privateLink.arg(match.captured(1));
}

const ChannelCapabilities &capabilitiesOf(Channel channel)
{
    static const auto all = [] {
        std::array<ChannelCapabilities, lastChannel + 1> made;
        for (int number = 1; number <= lastChannel; ++number) {
            made.at(static_cast<std::size_t>(number)) = make(static_cast<Channel>(number));
        }
        return made;
    }();
    const auto index = static_cast<std::size_t>(channel);
    return index < all.size() ? all.at(index) : all.front();
}

ChannelCapabilities capabilitiesFor(const Account &account)
{
    ChannelCapabilities can = capabilitiesOf(account.channel);
    const int limit = account.settings.value(u"limit.characters"_s).toInt();
    if (limit > roomForName) { // else it makes no sense, or nobody named one
        can.publicLimit = can.privateLimit = limit - roomForName;
    }
    return can;
}

} // namespace aside
