// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace aside::vk {

enum class Site : quint8 { Talk, Wall, Board };

/// Where something was said in a community. Numbers are kept as the text they came as.
struct Place {
    Site site = Site::Talk;
    QString owner{}; ///< Talk, Board: the community; Wall: the owner of the post, with its sign
    QString parent{}; ///< whom the talk is with, the post, the topic
    QString item{}; ///< the message in the talk, the comment

    /// All but the message: "talk1:55", "wall-1_10", "board1_20".
    [[nodiscard]] QString parentKey() const;
    /// The id that the store knows the message by: "talk1:55/7".
    [[nodiscard]] QString toId() const;
    /// Nothing where it is none of ours.
    [[nodiscard]] static std::optional<Place> parse(const QString &id);

    bool operator==(const Place &) const = default;
};

} // namespace aside::vk
