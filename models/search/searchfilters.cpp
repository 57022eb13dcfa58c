// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/search/searchfilters.h"

#include <QDateTime>
#include <QTimeZone>

#include <array>
#include <utility>

namespace aside {

namespace {

using Reader = std::optional<SearchFilter> (*)(QStringView value, QDate today);

bool same(QStringView text, QStringView known)
{
    return text.compare(known, Qt::CaseInsensitive) == 0;
}

std::optional<QDate> readDate(QStringView value, QDate today)
{
    if (same(value, u"today") || same(value, u"сегодня")) {
        return today;
    }
    if (same(value, u"yesterday") || same(value, u"вчера")) {
        return today.addDays(-1);
    }
    for (const auto format : {u"yyyy-MM-dd", u"d.M.yyyy"}) {
        const auto date = QDate::fromString(value.toString(), QStringView(format));
        if (date.isValid() && date.year() > 0) {
            return date;
        }
    }
    return std::nullopt;
}

Instant startOf(QDate day)
{
    return fromMillis(QDateTime(day, QTime(0, 0), QTimeZone::UTC).toMSecsSinceEpoch());
}

std::optional<SearchFilter> readBefore(QStringView value, QDate today)
{
    return readDate(value, today).transform([](QDate day) {
        return SearchFilter{.is = DateRange{.until = startOf(day)}};
    });
}

std::optional<SearchFilter> readAfter(QStringView value, QDate today)
{
    return readDate(value, today).transform([](QDate day) {
        return SearchFilter{.is = DateRange{.from = startOf(day)}};
    });
}

std::optional<SearchFilter> readOn(QStringView value, QDate today)
{
    return readDate(value, today).transform([](QDate day) {
        return SearchFilter{.is = DateRange{.from = startOf(day), .until = startOf(day.addDays(1))}};
    });
}

std::optional<SearchFilter> readChannel(QStringView value, QDate)
{
    return channelFromName(value).transform([](Channel channel) { return SearchFilter{.is = channel}; });
}

std::optional<SearchFilter> readTag(QStringView value, QDate)
{
    return SearchFilter{.is = SearchTag{.name = value.toString()}};
}

template <std::size_t Size>
std::optional<SearchFilter> pick(const std::array<std::pair<QStringView, SearchFilter>, Size> &known,
                                 QStringView value)
{
    for (const auto &[name, filter] : known) {
        if (same(value, name)) {
            return filter;
        }
    }
    return std::nullopt;
}

std::optional<SearchFilter> readIs(QStringView value, QDate)
{
    static const std::array known{
        std::pair{QStringView(u"public"), SearchFilter{.is = Audience::Public}},
        std::pair{QStringView(u"private"), SearchFilter{.is = Audience::Private}},
        std::pair{QStringView(u"unread"), SearchFilter{.is = SearchFlag::Unread}},
        std::pair{QStringView(u"read"), SearchFilter{.is = SearchFlag::Unread, .negated = true}},
        std::pair{QStringView(u"open"), SearchFilter{.is = ConversationState::Open}},
        std::pair{QStringView(u"closed"), SearchFilter{.is = ConversationState::Closed}},
        std::pair{QStringView(u"snoozed"), SearchFilter{.is = ConversationState::Snoozed}},
    };
    return pick(known, value);
}

std::optional<SearchFilter> readHas(QStringView value, QDate)
{
    static const std::array known{
        std::pair{QStringView(u"attachment"), SearchFilter{.is = SearchFlag::Attachment}},
        std::pair{QStringView(u"attachments"), SearchFilter{.is = SearchFlag::Attachment}},
        std::pair{QStringView(u"draft"), SearchFilter{.is = SearchFlag::Draft}},
    };
    return pick(known, value);
}

std::optional<SearchFilter> readIn(QStringView value, QDate)
{
    static const std::array known{
        std::pair{QStringView(u"incoming"), SearchFilter{.is = Direction::Incoming}},
        std::pair{QStringView(u"outgoing"), SearchFilter{.is = Direction::Outgoing}},
        std::pair{QStringView(u"note"), SearchFilter{.is = Direction::Note}},
    };
    return pick(known, value);
}

constexpr std::array readers{
    std::pair{QStringView(u"channel"), Reader{readChannel}},
    std::pair{QStringView(u"is"), Reader{readIs}},
    std::pair{QStringView(u"has"), Reader{readHas}},
    std::pair{QStringView(u"in"), Reader{readIn}},
    std::pair{QStringView(u"before"), Reader{readBefore}},
    std::pair{QStringView(u"after"), Reader{readAfter}},
    std::pair{QStringView(u"on"), Reader{readOn}},
    std::pair{QStringView(u"tag"), Reader{readTag}},
};

} // namespace

std::optional<SearchFilter> searchFilter(QStringView name, QStringView value, QDate today)
{
    for (const auto &[known, read] : readers) {
        if (same(name, known)) {
            return read(value, today);
        }
    }
    return std::nullopt;
}

std::optional<SearchField> searchField(QStringView name)
{
    if (same(name, u"subject")) {
        return SearchField::Subject;
    }
    // The people of a message are indexed together: whoever wrote it and whom it is for.
    if (same(name, u"from") || same(name, u"to")) {
        return SearchField::From;
    }
    return std::nullopt;
}

SearchFilter negated(SearchFilter filter)
{
    auto *range = std::get_if<DateRange>(&filter.is);
    if (range && range->from == Instant::min()) {
        *range = {.from = range->until};
    } else if (range && range->until == Instant::max()) {
        *range = {.until = range->from};
    } else {
        filter.negated = !filter.negated;
    }
    return filter;
}

} // namespace aside
