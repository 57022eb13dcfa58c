// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/domain/conversation.h"
#include "models/domain/preferences.h"
#include "models/ports/changefeed.h"
#include "models/ports/conversationstore.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>
#include <QTimeZone>

namespace aside {

/// Decides which arrivals a person is told about: what came in just now, in a conversation nobody looks at,
/// outside quiet hours, not from the blocked or snoozed, and never a flood of them.
class Announcer final : public QObject
{
    Q_OBJECT
public:
    /// So many conversations in a minute; the others are announced together.
    static constexpr int mostInAMinute = 4;

    Announcer(ConversationStore &conversations, ChangeFeed &changes, const Clock &clock,
              QObject *parent = nullptr);

    void setPreferences(const Preferences &preferences);
    /// The local time that quiet hours mean.
    void setTimeZone(const QTimeZone &zone);
    /// What the person has before the eyes; none while the window is not active.
    void setLookedAt(ConversationId id);
    /// While messages are brought in from files nothing is announced, and nothing of it later.
    void beginImport();
    void endImport();

Q_SIGNALS:
    void arrived(const aside::ConversationRow &row);
    /// More than are announced one by one.
    void manyArrived(qsizetype conversations);
    /// It was read or put away.
    void settled(aside::ConversationId id);

private:
    void look(const ChangeSet &changes);
    void take(const QList<ConversationRow> &rows);
    void consider(const ConversationRow &row);
    [[nodiscard]] bool isWanted(const ConversationRow &row) const;
    [[nodiscard]] bool isQuiet() const;
    void announce(const ConversationRow &row);

    ConversationStore &m_conversations;
    const Clock &m_clock;
    Preferences m_preferences;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    ConversationId m_lookedAt;
    Instant m_since; ///< what is older is no arrival
    int m_imports = 0;
    QHash<ConversationId, Instant> m_known; ///< the last message that was considered
    QSet<ConversationId> m_announced;
    QList<Instant> m_recent; ///< of the last minute
    QSet<ConversationId> m_crowd; ///< announced together
};

} // namespace aside
