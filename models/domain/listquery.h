// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/conversation.h"

#include <QList>
#include <QString>

#include <optional>

namespace aside {

/// How a list is ordered. Urgency: public before private, then negative before neutral before positive, then
/// wide reach before narrow (100,000, 10,000 and 1,000 followers are the steps), then who waits longest.
/// ReplyBy: whose answer is due first. Who waits for nothing comes last, newest first.
enum class SortOrder : quint8 { Urgency, WaitingLongest, Newest, Oldest, ReplyBy };

/// The order of whoever chose none.
inline constexpr SortOrder usualOrder = SortOrder::Urgency;

/// The order a view is about; nothing where any order will do.
[[nodiscard]] constexpr std::optional<SortOrder> orderOf(View view)
{
    return view == View::Waiting ? std::optional(SortOrder::WaitingLongest)
        : view == View::ReplyBy  ? std::optional(SortOrder::ReplyBy)
                                 : std::nullopt;
}

/// What a list shows, and how.
struct ListQuery {
    View view = View::Inbox;
    std::optional<Channel> channel{}; ///< only this one
    QString tag{}; ///< only what carries it, in any spelling; empty: all
    SortOrder order = SortOrder::Newest;

    bool operator==(const ListQuery &) const = default;
};

struct ViewCount {
    View view = View::Inbox;
    qint64 count = 0;

    bool operator==(const ViewCount &) const = default;
};

/// How many conversations of the Inbox a channel has.
struct ChannelCount {
    Channel channel = Channel::Email;
    qint64 count = 0;

    bool operator==(const ChannelCount &) const = default;
};

/// How many conversations of the Inbox carry a tag; 0 where only others do.
struct TagCount {
    QString tag;
    qint64 count = 0;

    bool operator==(const TagCount &) const = default;
};

/// The numbers beside the views.
struct InboxCounts {
    QList<ViewCount> views{};
    QList<ChannelCount> channels{}; ///< those with any, in the order of their numbers
    QList<TagCount> tags{}; ///< all that are in use, in the order of the alphabet

    bool operator==(const InboxCounts &) const = default;
};

} // namespace aside
