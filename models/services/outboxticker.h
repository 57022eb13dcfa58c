// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/ports/changefeed.h"
#include "models/ports/outboxstore.h"
#include "models/services/duetimer.h"

#include <QObject>
#include <QSet>

namespace aside {

/// Moves replies on when their undo window ends, also those whose window ended while Aside was not running.
class OutboxTicker final : public QObject
{
    Q_OBJECT

public:
    OutboxTicker(OutboxStore &outbox, ChangeFeed &changes, const Clock &clock, QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    void failed(const aside::Error &error);

private:
    void look();
    void plan();
    void takeItems(const Result<QList<OutboxItem>> &items);

    OutboxStore &m_outbox;
    DueTimer m_due;
    QSet<ConversationId> m_scheduled; ///< whose replies wait for a time
};

} // namespace aside
