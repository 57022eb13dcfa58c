// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/ports/replyclockstore.h"

#include <QObject>

#include <optional>

namespace aside {

/// Brings all deadlines to the team's working hours, step by step, so that nothing waits for it. What was
/// interrupted goes on with the next start.
class DeadlineKeeper final : public QObject
{
    Q_OBJECT

public:
    explicit DeadlineKeeper(ReplyClockStore &store, QObject *parent = nullptr);

    /// The same hours as before cost nothing.
    void follow(const WorkingHours &hours);

Q_SIGNALS:
    /// All deadlines follow the hours.
    void finished();
    void failed(const aside::Error &error);

private:
    void step();

    ReplyClockStore &m_store;
    std::optional<WorkingHours> m_hours;
    bool m_isStepping = false;
};

} // namespace aside
