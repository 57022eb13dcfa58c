// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/triage/snoozemenu.h"

#include "widgets/common/words.h"
#include "widgets/theme/icons.h"
#include "widgets/triage/snoozedialog.h"

namespace aside {

QString snoozeChoiceLabel(SnoozeChoice choice)
{
    switch (choice) {
    case SnoozeChoice::LaterToday:
        return SnoozeMenu::tr("&Later today");
    case SnoozeChoice::ThisEvening:
        return SnoozeMenu::tr("This &evening");
    case SnoozeChoice::Tomorrow:
        return SnoozeMenu::tr("&Tomorrow");
    case SnoozeChoice::NextMonday:
        return SnoozeMenu::tr("Next &Monday");
    case SnoozeChoice::NextWeek:
        return SnoozeMenu::tr("In a &week");
    }
    Q_UNREACHABLE_RETURN({});
}

QString snoozeTimeLabel(const SnoozeTime &time, Instant now)
{
    return time.choice == SnoozeChoice::Tomorrow ? timeLabel(time.until) : untilLabel(time.until, now);
}

SnoozeMenu::SnoozeMenu(const Clock &clock, QWidget *parent)
    : QMenu(parent)
    , m_clock(clock)
{
    setObjectName(QStringLiteral("snoozeMenu"));
    setAttribute(Qt::WA_DeleteOnClose);
    setTitle(tr("Snooze"));
    for (const SnoozeTime &time : snoozeChoices(clock.now(), QTimeZone::systemTimeZone())) {
        //: A choice in the snooze menu: a name, and when that is
        const QString words
            = tr("%1 · %2").arg(snoozeChoiceLabel(time.choice), snoozeTimeLabel(time, clock.now()));
        addAction(words, this, [this, until = time.until] { Q_EMIT untilChosen(until); });
    }
    addSeparator();
    addAction(themedIcon(QStringLiteral("clock")), tr("&Date and time…"), this, &SnoozeMenu::askForTime);
    addAction(themedIcon(QStringLiteral("mail-reply-sender")), tr("Until they &reply"), this,
              &SnoozeMenu::replyChosen);
}

void SnoozeMenu::askForTime()
{
    auto *dialog = new SnoozeDialog(m_clock.now(), parentWidget());
    connect(dialog, &SnoozeDialog::chosen, this, &SnoozeMenu::untilChosen);
    // The menu closes now; it must live until the dialog has its answer.
    setAttribute(Qt::WA_DeleteOnClose, false);
    connect(dialog, &QObject::destroyed, this, &QObject::deleteLater);
    dialog->open();
}

} // namespace aside
