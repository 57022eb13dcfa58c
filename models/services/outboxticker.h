// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/ports/changefeed.h"
#include "models/ports/outboxstore.h"

#include <QObject>
#include <QTimer>

#include <chrono>

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
    void finish(std::chrono::milliseconds wait);

    OutboxStore &m_outbox;
    const Clock &m_clock;
    QTimer m_wake;
    bool m_isStarted = false;
    bool m_isLooking = false;
    bool m_lookAgain = false;
};

} // namespace aside
