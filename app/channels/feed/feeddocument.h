// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/core/error.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>
#include <QUrl>

#include <optional>

namespace aside::feed {

/// A text of a feed: plain, or HTML.
struct FeedText {
    QString text{};
    bool isHtml = false;

    bool operator==(const FeedText &) const = default;
};

struct FeedEntry {
    QString id{}; ///< guid or Atom's id, as it is written; may be missing, and may be there twice
    QUrl link{}; ///< http or https, absolute
    FeedText title{};
    FeedText body{};
    QString author{};
    std::optional<Instant> at{}; ///< published, else changed

    bool operator==(const FeedEntry &) const = default;
};

/// RSS 0.9 to 2.0, RSS 1.0 (RDF) or Atom: what a feed said, foreign text throughout.
struct FeedDocument {
    QString title{};
    QUrl site{};
    QList<FeedEntry> entries{};
    bool isRepaired = false; ///< it was no XML until it was put right
    bool isCut = false; ///< something behind these entries could not be read

    bool operator==(const FeedDocument &) const = default;
};

inline constexpr qsizetype mostFeedBytes = 10 * 1'024 * 1'024;
inline constexpr qsizetype mostFeedEntries = 20'000;

/// Reads a feed as it came; `contentType` and `place` as the server said and where it lay. Nothing is
/// fetched. Errors: Empty, TooLarge, TooDeep, UnknownFormat (a web page), and BadAnswer for what is no feed,
/// or has a DOCTYPE.
[[nodiscard]] Result<FeedDocument> readFeed(QByteArrayView bytes, const QByteArray &contentType,
                                            const QUrl &place);

} // namespace aside::feed
