// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"

#include <QMenu>

namespace aside {

class Clock;

/// Asks when a reply is to leave: a few usual times, or a date of one's own. Deletes itself when it is done.
class SendLaterMenu : public QMenu
{
    Q_OBJECT

public:
    SendLaterMenu(const Clock &clock, QWidget *parent);

Q_SIGNALS:
    void chosen(aside::Instant at);

private:
    void askForTime();

    const Clock &m_clock;
};

} // namespace aside
