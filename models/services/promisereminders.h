// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/preferences.h"
#include "models/ports/changefeed.h"
#include "models/ports/conversationstore.h"
#include "models/ports/promisestore.h"
#include "models/promises/remindertimes.h"
#include "models/services/duetimer.h"

#include <QHash>
#include <QObject>

#include <optional>

namespace aside {

/// Reminds the operator of promises before their time and when it is over: each reminder once, also over a
/// restart and where the clock jumps, of several that were missed only the last, and none in quiet hours,
/// after which it is given. What was promised to the blocked stays silent.
class PromiseReminders final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PromiseReminders)

public:
    /// So many at once; the others are told together.
    static constexpr int mostAtOnce = 4;

    struct Parts {
        PromiseStore &promises;
        ConversationStore &conversations;
        ChangeFeed &changes;
        const Clock &clock;
    };

    explicit PromiseReminders(const Parts &parts, QObject *parent = nullptr);

    void setPreferences(const Preferences &preferences);
    void setTimes(const ReminderTimes &times);
    /// Before, nothing is looked after.
    void start();
    void lookNow();

Q_SIGNALS:
    void due(const aside::ConversationRow &row, const aside::Promise &promise,
             aside::PromiseReminder reminder);
    /// More than are told one by one.
    void manyDue(qsizetype promises);
    void failed(const aside::Error &error);

private:
    struct Due {
        Promise promise;
        PromiseReminder reminder = PromiseReminder::None;
    };

    void look();
    void take(const QList<Promise> &open);
    void findPlaces();
    void remindNext();
    void tell(const Due &one);
    void end();
    void giveUp(const Error &error);
    [[nodiscard]] std::optional<Instant> endOfQuiet() const;

    Parts m_parts;
    Preferences m_preferences;
    ReminderTimes m_times;
    DueTimer m_timer;
    QList<Due> m_due; ///< not told yet
    QHash<ConversationId, ConversationRow> m_rows; ///< where they were given
    std::optional<Instant> m_next;
    int m_told = 0; ///< in this look
    qsizetype m_more = 0;
};

} // namespace aside
