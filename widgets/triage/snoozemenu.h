// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/triage/snoozechoices.h"

#include <QMenu>

namespace aside {

class Clock;

/// The words of a choice without its time.
[[nodiscard]] QString snoozeChoiceLabel(SnoozeChoice choice);
/// When that is; of tomorrow the hour alone, as the choice names the day.
[[nodiscard]] QString snoozeTimeLabel(const SnoozeTime &time, Instant now);

/// Asks until when: a few usual times, a date of one's own, or until the customer writes. Deletes itself when
/// it is done; the keyboard is enough.
class SnoozeMenu : public QMenu
{
    Q_OBJECT

public:
    SnoozeMenu(const Clock &clock, QWidget *parent);

Q_SIGNALS:
    void untilChosen(aside::Instant until);
    void replyChosen();

private:
    void askForTime();

    const Clock &m_clock;
};

} // namespace aside
