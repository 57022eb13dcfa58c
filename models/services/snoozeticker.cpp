// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/services/snoozeticker.h"

#include <optional>

namespace aside {

SnoozeTicker::SnoozeTicker(ConversationStore &store, ChangeFeed &changes, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_due(clock)
{
    connect(&m_due, &DueTimer::lookAsked, this, &SnoozeTicker::look);
    connect(&changes, &ChangeFeed::changed, this, [this](const ChangeSet &set) {
        if (set.snoozesChanged) {
            m_due.lookNow();
        }
    });
}

void SnoozeTicker::start()
{
    m_due.start();
}

void SnoozeTicker::look()
{
    m_store.wakeDue().then(this, [this](const Result<WakeReport> &report) { take(report); });
}

void SnoozeTicker::take(const Result<WakeReport> &report)
{
    if (!report) {
        Q_EMIT failed(report.error());
        m_due.finishFailed();
        return;
    }
    if (!report->woken.isEmpty()) {
        Q_EMIT woken(report->woken);
    }
    m_due.finish(report->next == Instant{} ? std::nullopt : std::optional(report->next));
}

} // namespace aside
