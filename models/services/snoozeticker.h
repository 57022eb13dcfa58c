// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/ports/changefeed.h"
#include "models/ports/conversationstore.h"
#include "models/services/duetimer.h"

#include <QObject>

namespace aside {

/// Wakes what was snoozed when its time comes, also what should have woken while Aside was not running.
class SnoozeTicker final : public QObject
{
    Q_OBJECT

public:
    SnoozeTicker(ConversationStore &store, ChangeFeed &changes, const Clock &clock,
                 QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    void woken(const QList<aside::ConversationId> &ids);
    void failed(const aside::Error &error);

private:
    void look();
    void take(const Result<WakeReport> &report);

    ConversationStore &m_store;
    DueTimer m_due;
};

} // namespace aside
