// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/domain/channel.h"
#include "models/domain/conversation.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringView>

#include <variant>

namespace aside {

/// Where a term is looked for.
enum class SearchField : quint8 { Any, Subject, From };

/// A word or a phrase, as typed: whoever searches splits it into words and folds them.
struct SearchTerm {
    QString text;
    SearchField field = SearchField::Any;
    bool prefix = false; ///< the last word is only the beginning of one

    bool operator==(const SearchTerm &) const = default;
};

/// Things a message or its conversation has or has not.
enum class SearchFlag : quint8 { Unread, Attachment, Draft };

/// From the first instant up to, and without, the second.
struct DateRange {
    Instant from = Instant::min();
    Instant until = Instant::max();

    bool operator==(const DateRange &) const = default;
};

struct SearchTag {
    QString name;

    bool operator==(const SearchTag &) const = default;
};

/// One operator with its value. Of several channels, audiences, states or directions any one is enough;
/// everything else must hold together.
struct SearchFilter {
    std::variant<Channel, Audience, ConversationState, Direction, SearchFlag, DateRange, SearchTag> is;
    bool negated = false;

    bool operator==(const SearchFilter &) const = default;
};

/// What the operator looks for. A message matches when it has one term of each group, none of the excluded
/// ones, and passes the filters.
struct SearchQuery {
    QList<QList<SearchTerm>> groups;
    QList<SearchTerm> excluded;
    QList<SearchFilter> filters;

    [[nodiscard]] bool isEmpty() const { return groups.isEmpty() && excluded.isEmpty() && filters.isEmpty(); }
    bool operator==(const SearchQuery &) const = default;
};

/// Reads what was typed. Any text is a query: what is no operator of ours is looked for as it stands. Days
/// are days of UTC; `before:` ends before its day, `after:` begins with it. Reads at most 2,000 characters
/// and 64 terms.
[[nodiscard]] SearchQuery parseSearchQuery(QStringView text, QDate today);

} // namespace aside
