// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace aside::telegram {

/// Where a message lies at Telegram. Numbers are kept as the text they came as.
struct Place {
    /// Of the bot, where chats have numbers of their own for each bot: all but supergroups and channels.
    QString bot{};
    QString connection{}; ///< the business account on whose behalf
    QString chat{};
    QString topic{}; ///< of a channel's direct messages
    QString message{};

    /// All but the message: names the conversation of a private chat.
    [[nodiscard]] QString chatKey() const;
    /// The id that the store knows the message by.
    [[nodiscard]] QString toId() const;
    /// Nothing where it is none of ours. What names an edit is left out.
    [[nodiscard]] static std::optional<Place> parse(const QString &id);

    bool operator==(const Place &) const = default;
};

} // namespace aside::telegram
