// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/services/announcer.h"

#include <QDateTime>

namespace aside {

namespace {

using namespace std::chrono_literals;

} // namespace

Announcer::Announcer(ConversationStore &conversations, ChangeFeed &changes, const Clock &clock,
                     QObject *parent)
    : QObject(parent)
    , m_conversations(conversations)
    , m_clock(clock)
    , m_since(clock.now())
{
    connect(&changes, &ChangeFeed::changed, this, &Announcer::look);
}

void Announcer::setPreferences(const Preferences &preferences)
{
    m_preferences = preferences;
}

void Announcer::setTimeZone(const QTimeZone &zone)
{
    m_zone = zone;
}

void Announcer::setLookedAt(ConversationId id)
{
    m_lookedAt = id;
    if (m_announced.remove(id)) {
        Q_EMIT settled(id);
    }
    if (id.isValid()) {
        m_crowd.clear(); // whoever works here sees the rest in the list
    }
}

void Announcer::beginImport()
{
    ++m_imports;
}

void Announcer::endImport()
{
    m_imports = std::max(0, m_imports - 1);
    m_since = m_clock.now();
}

void Announcer::look(const ChangeSet &changes)
{
    if (m_imports > 0 || changes.conversations.isEmpty()) {
        return;
    }
    m_conversations.rows(changes.conversations)
        .then(this, [this](const Result<QList<ConversationRow>> &rows) {
            if (rows && m_imports == 0) { // an import may have begun meanwhile
                take(*rows);
            }
        });
}

void Announcer::take(const QList<ConversationRow> &rows)
{
    for (const ConversationRow &row : rows) {
        const bool isPutAway = row.unread == 0 || row.state != ConversationState::Open || row.isBlocked;
        if (isPutAway && m_announced.remove(row.id)) {
            Q_EMIT settled(row.id);
        }
        consider(row);
    }
}

void Announcer::consider(const ConversationRow &row)
{
    const Instant known = std::max(m_known.value(row.id), m_since);
    const bool isNew = row.lastAt > known;
    if (isNew) {
        m_known.insert(row.id, row.lastAt);
    }
    if (isNew && isWanted(row) && !isQuiet()) {
        announce(row);
    }
}

bool Announcer::isWanted(const ConversationRow &row) const
{
    return m_preferences.notifies && row.lastDirection == Direction::Incoming && row.unread > 0
        && row.state == ConversationState::Open && !row.isBlocked && row.id != m_lookedAt;
}

bool Announcer::isQuiet() const
{
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(toMillis(m_clock.now()), m_zone);
    return m_preferences.quietHours.holds(now.time());
}

void Announcer::announce(const ConversationRow &row)
{
    const Instant now = m_clock.now();
    m_recent.removeIf([now](Instant at) { return now - at >= 1min; });
    if (m_recent.size() < mostInAMinute || m_announced.contains(row.id)) {
        if (!m_announced.contains(row.id)) { // another word of the same person is no flood
            m_recent.append(now);
            m_announced.insert(row.id);
        }
        Q_EMIT arrived(row);
        return;
    }
    m_crowd.insert(row.id);
    Q_EMIT manyArrived(m_crowd.size());
}

} // namespace aside
