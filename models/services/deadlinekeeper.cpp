// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/services/deadlinekeeper.h"

namespace aside {

DeadlineKeeper::DeadlineKeeper(ReplyClockStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
}

void DeadlineKeeper::follow(const WorkingHours &hours)
{
    if (m_hours == hours) {
        return;
    }
    m_hours = hours;
    if (!m_isStepping) {
        step();
    }
}

void DeadlineKeeper::step()
{
    m_isStepping = true;
    const WorkingHours hours = *m_hours;
    m_store.followHours(hours).then(this, [this, hours](const Result<bool> &hasMore) {
        m_isStepping = false;
        if (!hasMore) {
            m_hours.reset(); // the next time they are set it is tried again
            Q_EMIT failed(hasMore.error());
        } else if (*hasMore || m_hours != hours) {
            step();
        } else {
            Q_EMIT finished();
        }
    });
}

} // namespace aside
