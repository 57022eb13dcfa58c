// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLatin1StringView>
#include <QStringView>
#include <QtTypes>

#include <optional>

namespace aside {

/// A kind of place where customers write. The numbers are stored: never renumber.
enum class Channel : quint8 {
    Email = 1,
    Vk = 2,
    Telegram = 3,
    X = 4,
    Mastodon = 5,
    Facebook = 6,
    Instagram = 7,
    Discourse = 8,
    Feed = 9,
    Phone = 10,
    Manual = 11,
    Max = 12,
    Ok = 13,
    Bluesky = 14,
    Matrix = 15,
    Youtube = 16,
    Reviews = 17,
};

/// Who can read a conversation. Stored: never renumber.
enum class Audience : quint8 { Private = 0, Public = 1 };

/// What a message is in its conversation. Stored: never renumber.
enum class Direction : quint8 { Incoming = 0, Outgoing = 1, Note = 2, Event = 3 };

/// The stable names used on the command line, in JSON and in search operators ("email", "public",
/// "incoming").
[[nodiscard]] QLatin1StringView channelName(Channel channel);
[[nodiscard]] QLatin1StringView audienceName(Audience audience);
[[nodiscard]] QLatin1StringView directionName(Direction direction);

[[nodiscard]] std::optional<Channel> channelFromName(QStringView name);
[[nodiscard]] std::optional<Channel> channelFromNumber(qint64 number);

} // namespace aside
