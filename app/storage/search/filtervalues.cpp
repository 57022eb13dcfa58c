// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/search/filtervalues.h"

#include "models/domain/triage.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace aside {

namespace {

/// The values of one kind that pass: those asked for, any one of them, without those excluded.
class Mask
{
public:
    void add(qint64 bit, bool negated)
    {
        const auto value = qint64{1} << bit;
        (negated ? m_excluded : m_wanted) |= value;
    }
    [[nodiscard]] qint64 value() const
    {
        return (m_wanted == 0 ? FilterValues::all : m_wanted) & ~m_excluded;
    }

private:
    qint64 m_wanted = 0;
    qint64 m_excluded = 0;
};

class Collector
{
public:
    void add(const SearchFilter &filter)
    {
        std::visit([&](const auto &value) { take(value, filter.negated); }, filter.is);
    }

    FilterValues values()
    {
        m_values.channels = m_channels.value();
        m_values.audiences = m_audiences.value();
        m_values.states = m_states.value();
        m_values.directions = m_directions.value();
        m_values.notSent = json(m_holes);
        m_values.tags = json(m_tags);
        m_values.notTags = json(m_notTags);
        return m_values;
    }

private:
    static QByteArray json(const QJsonArray &array)
    {
        return array.isEmpty() ? QByteArray() : QJsonDocument(array).toJson(QJsonDocument::Compact);
    }

    void take(Channel channel, bool negated) { m_channels.add(std::to_underlying(channel), negated); }
    void take(Audience audience, bool negated) { m_audiences.add(std::to_underlying(audience), negated); }
    void take(ConversationState state, bool negated) { m_states.add(std::to_underlying(state), negated); }
    void take(Direction direction, bool negated) { m_directions.add(std::to_underlying(direction), negated); }

    void take(SearchFlag flag, bool negated)
    {
        switch (flag) {
        case SearchFlag::Unread:
            m_values.reads &= negated ? 2 : 1;
            break;
        case SearchFlag::Attachment:
            m_values.attachments &= negated ? 1 : 2;
            break;
        case SearchFlag::Draft:
            m_values.drafts &= negated ? 1 : 2;
            break;
        }
    }

    void take(const DateRange &range, bool negated)
    {
        if (negated) {
            m_holes.append(QJsonArray{toMillis(range.from), toMillis(range.until)});
        } else {
            m_values.sent.from = std::max(m_values.sent.from, range.from);
            m_values.sent.until = std::min(m_values.sent.until, range.until);
        }
    }

    void take(const SearchTag &tag, bool negated)
    {
        (negated ? m_notTags : m_tags).append(cleanTag(tag.name).toCaseFolded());
    }

    FilterValues m_values;
    Mask m_channels;
    Mask m_audiences;
    Mask m_states;
    Mask m_directions;
    QJsonArray m_holes;
    QJsonArray m_tags;
    QJsonArray m_notTags;
};

} // namespace

FilterValues filterValues(const QList<SearchFilter> &filters)
{
    Collector collector;
    for (const auto &filter : filters) {
        collector.add(filter);
    }
    return collector.values();
}

} // namespace aside
