// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/channel.h"

#include <QString>

#include <array>
#include <utility>

namespace aside {

namespace {

constexpr std::array channelNames{
    std::pair{Channel::Email, QLatin1StringView("email")},
    std::pair{Channel::Vk, QLatin1StringView("vk")},
    std::pair{Channel::Telegram, QLatin1StringView("telegram")},
    std::pair{Channel::X, QLatin1StringView("x")},
    std::pair{Channel::Mastodon, QLatin1StringView("mastodon")},
    std::pair{Channel::Facebook, QLatin1StringView("facebook")},
    std::pair{Channel::Instagram, QLatin1StringView("instagram")},
    std::pair{Channel::Discourse, QLatin1StringView("discourse")},
    std::pair{Channel::Feed, QLatin1StringView("feed")},
    std::pair{Channel::Phone, QLatin1StringView("phone")},
    std::pair{Channel::Manual, QLatin1StringView("manual")},
    std::pair{Channel::Max, QLatin1StringView("max")},
    std::pair{Channel::Ok, QLatin1StringView("ok")},
    std::pair{Channel::Bluesky, QLatin1StringView("bluesky")},
    std::pair{Channel::Matrix, QLatin1StringView("matrix")},
    std::pair{Channel::Youtube, QLatin1StringView("youtube")},
    std::pair{Channel::Reviews, QLatin1StringView("reviews")},
};

} // namespace

QLatin1StringView channelName(Channel channel)
{
    for (const auto &[value, name] : channelNames) {
        if (value == channel) {
            return name;
        }
    }
    Q_UNREACHABLE_RETURN(QLatin1StringView("manual"));
}

std::optional<Channel> channelFromName(QStringView name)
{
    for (const auto &[value, known] : channelNames) {
        if (name.compare(known, Qt::CaseInsensitive) == 0) {
            return value;
        }
    }
    return std::nullopt;
}

std::optional<Channel> channelFromNumber(qint64 number)
{
    for (const auto &[value, name] : channelNames) {
        if (std::to_underlying(value) == number) {
            return value;
        }
    }
    return std::nullopt;
}

QLatin1StringView audienceName(Audience audience)
{
    return audience == Audience::Public ? QLatin1StringView("public") : QLatin1StringView("private");
}

QLatin1StringView directionName(Direction direction)
{
    switch (direction) {
    case Direction::Incoming:
        return QLatin1StringView("incoming");
    case Direction::Outgoing:
        return QLatin1StringView("outgoing");
    case Direction::Note:
        return QLatin1StringView("note");
    case Direction::Event:
        return QLatin1StringView("event");
    }
    Q_UNREACHABLE_RETURN(QLatin1StringView("event"));
}

} // namespace aside
