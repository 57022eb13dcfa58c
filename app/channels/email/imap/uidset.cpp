// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/imap/uidset.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace aside::imap {

using namespace Qt::StringLiterals;

namespace {

Result<Uid> parseUid(QByteArrayView text)
{
    bool isNumber = false;
    const uint uid = text.toUInt(&isNumber);
    const bool isPlain = !text.isEmpty() && text.front() >= '0' && text.front() <= '9';
    if (!isNumber || !isPlain || uid == 0) {
        return fail(Errc::BadAnswer, u"not a message number"_s);
    }
    return uid;
}

} // namespace

UidSet::UidSet(std::initializer_list<Uid> uids)
{
    for (const Uid uid : uids) {
        add(uid);
    }
}

UidSet UidSet::range(Uid first, Uid last)
{
    UidSet set;
    set.addRange(first, last);
    return set;
}

Result<UidSet> UidSet::parse(QByteArrayView text)
{
    QList<Range> ranges;
    while (true) {
        const qsizetype comma = text.indexOf(',');
        const QByteArrayView part = comma < 0 ? text : text.first(comma);
        const qsizetype colon = part.indexOf(':');
        const Result<Uid> from = parseUid(colon < 0 ? part : part.first(colon));
        const Result<Uid> to = colon < 0 ? from : parseUid(part.sliced(colon + 1));
        if (!from || !to) {
            return std::unexpected((!from ? from : to).error());
        }
        ranges.append({.first = std::min(*from, *to), .last = std::max(*from, *to)});
        if (comma < 0) {
            break;
        }
        text = text.sliced(comma + 1);
    }
    // Mostly in order already; out of order, adding one by one would be quadratic.
    std::ranges::sort(ranges, {}, &Range::first);
    UidSet set;
    for (const Range &range : std::as_const(ranges)) {
        set.addRange(range.first, range.last);
    }
    return set;
}

void UidSet::addRange(Uid first, Uid last)
{
    if (first == 0 || first > last) {
        return;
    }
    const auto touches = [](const Range &range, Uid uid) {
        return range.last < std::numeric_limits<Uid>::max() && range.last + 1 < uid;
    };
    auto from = std::lower_bound(m_ranges.begin(), m_ranges.end(), first, touches);
    auto to = from;
    Range grown{.first = first, .last = last};
    while (to != m_ranges.end() && (to->first <= last || to->first - 1 == last)) {
        grown.first = std::min(grown.first, to->first);
        grown.last = std::max(grown.last, to->last);
        ++to;
    }
    if (from == to) {
        m_ranges.insert(from, grown);
        return;
    }
    *from = grown;
    m_ranges.erase(from + 1, to);
}

void UidSet::add(const UidSet &other)
{
    for (const Range &range : other.m_ranges) {
        addRange(range.first, range.last);
    }
}

void UidSet::remove(const UidSet &other)
{
    QList<Range> left;
    auto cut = other.m_ranges.cbegin();
    for (Range range : std::as_const(m_ranges)) {
        while (cut != other.m_ranges.cend() && cut->last < range.first) {
            ++cut;
        }
        bool isGone = false;
        for (auto at = cut; at != other.m_ranges.cend() && at->first <= range.last; ++at) {
            if (at->first > range.first) {
                left.append({.first = range.first, .last = at->first - 1});
            }
            if (at->last >= range.last) {
                isGone = true;
                break;
            }
            range.first = at->last + 1;
        }
        if (!isGone) {
            left.append(range);
        }
    }
    m_ranges = std::move(left);
}

bool UidSet::contains(Uid uid) const
{
    const auto at = std::ranges::lower_bound(m_ranges, uid, {}, &Range::last);
    return at != m_ranges.end() && at->first <= uid;
}

quint64 UidSet::count() const
{
    quint64 count = 0;
    for (const Range &range : m_ranges) {
        count += quint64{range.last} - range.first + 1;
    }
    return count;
}

UidSet UidSet::takeLast(quint64 most)
{
    UidSet taken;
    while (most > 0 && !m_ranges.isEmpty()) {
        Range &range = m_ranges.last();
        const quint64 length = quint64{range.last} - range.first + 1;
        if (length <= most) {
            taken.addRange(range.first, range.last);
            m_ranges.removeLast();
            most -= length;
        } else {
            const Uid from = range.last - static_cast<Uid>(most) + 1;
            taken.addRange(from, range.last);
            range.last = from - 1;
            most = 0;
        }
    }
    return taken;
}

QByteArray UidSet::toBytes() const
{
    QByteArray text;
    for (const Range &range : m_ranges) {
        if (!text.isEmpty()) {
            text += ',';
        }
        text += QByteArray::number(range.first);
        if (range.last != range.first) {
            text += ':' + QByteArray::number(range.last);
        }
    }
    return text;
}

} // namespace aside::imap
