// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/services/promisereminders.h"

#include <QDateTime>
#include <QSet>

#include <utility>

namespace aside {

PromiseReminders::PromiseReminders(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_timer(parts.clock)
{
    connect(&m_timer, &DueTimer::lookAsked, this, &PromiseReminders::look);
    connect(&parts.changes, &ChangeFeed::changed, this, [this](const ChangeSet &set) {
        if (!set.conversations.isEmpty()) { // a promise may be among what changed
            m_timer.lookNow();
        }
    });
}

void PromiseReminders::setPreferences(const Preferences &preferences)
{
    m_preferences = preferences;
    m_timer.lookNow();
}

void PromiseReminders::setTimes(const ReminderTimes &times)
{
    m_times = times;
    m_timer.lookNow();
}

void PromiseReminders::start()
{
    m_timer.start();
}

void PromiseReminders::lookNow()
{
    m_timer.lookNow();
}

void PromiseReminders::look()
{
    m_next.reset();
    m_told = 0;
    m_more = 0;
    m_due.clear();
    if (!m_preferences.notifies) {
        m_timer.finish(std::nullopt);
        return;
    }
    if (const auto until = endOfQuiet()) {
        m_timer.finish(until);
        return;
    }
    m_parts.promises.promiseList(PromiseScope::Open).then(this, [this](const Result<QList<Promise>> &open) {
        if (open) {
            take(*open);
        } else {
            giveUp(open.error());
        }
    });
}

void PromiseReminders::take(const QList<Promise> &open)
{
    const Instant now = m_parts.clock.now();
    for (const Promise &promise : open) {
        const auto next = nextReminder(promise, m_times, now);
        if (next && (!m_next || *next < *m_next)) {
            m_next = next;
        }
        const auto reminder = reminderNow(promise, m_times, now);
        if (reminder != PromiseReminder::None) {
            m_due.append({.promise = promise, .reminder = reminder});
        }
    }
    if (m_due.isEmpty()) {
        end();
    } else {
        findPlaces();
    }
}

void PromiseReminders::findPlaces()
{
    QSet<ConversationId> ids;
    for (const Due &one : std::as_const(m_due)) {
        ids.insert(one.promise.conversation);
    }
    m_parts.conversations.rows(ids.values()).then(this, [this](const Result<QList<ConversationRow>> &rows) {
        if (!rows) {
            giveUp(rows.error());
            return;
        }
        m_rows.clear();
        for (const ConversationRow &row : *rows) {
            if (!row.isBlocked) {
                m_rows.insert(row.id, row);
            }
        }
        m_due.removeIf([this](const Due &one) { return !m_rows.contains(one.promise.conversation); });
        remindNext();
    });
}

/// Noted before it is told: nobody is told twice, whatever happens in between.
void PromiseReminders::remindNext()
{
    if (m_due.isEmpty()) {
        end();
        return;
    }
    const Due one = m_due.takeFirst();
    m_parts.promises.noteReminder(one.promise.id, one.reminder)
        .then(this, [this, one](const Result<bool> &isNew) {
            if (!isNew) {
                giveUp(isNew.error());
                return;
            }
            if (*isNew) {
                tell(one);
            }
            remindNext();
        });
}

void PromiseReminders::tell(const Due &one)
{
    if (m_told == mostAtOnce) {
        ++m_more;
        return;
    }
    ++m_told;
    Q_EMIT due(m_rows.value(one.promise.conversation), one.promise, one.reminder);
}

void PromiseReminders::end()
{
    if (m_more > 0) {
        Q_EMIT manyDue(std::exchange(m_more, 0));
    }
    m_timer.finish(m_next);
}

void PromiseReminders::giveUp(const Error &error)
{
    Q_EMIT failed(error);
    m_timer.finishFailed();
}

/// None where it is not quiet now.
std::optional<Instant> PromiseReminders::endOfQuiet() const
{
    const auto now = QDateTime::fromMSecsSinceEpoch(toMillis(m_parts.clock.now()), m_times.zone);
    const QuietHours &quiet = m_preferences.quietHours;
    if (!quiet.holds(now.time())) {
        return std::nullopt;
    }
    const QDate day = quiet.until > now.time() ? now.date() : now.date().addDays(1);
    return fromMillis(QDateTime(day, quiet.until, m_times.zone).toMSecsSinceEpoch());
}

} // namespace aside
