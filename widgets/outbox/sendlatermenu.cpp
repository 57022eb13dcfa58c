// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/outbox/sendlatermenu.h"

#include "models/triage/snoozechoices.h"
#include "widgets/common/words.h"
#include "widgets/theme/icons.h"
#include "widgets/triage/snoozedialog.h"
#include "widgets/triage/snoozemenu.h"

namespace aside {

SendLaterMenu::SendLaterMenu(const Clock &clock, QWidget *parent)
    : QMenu(parent)
    , m_clock(clock)
{
    setObjectName(QStringLiteral("sendLaterMenu"));
    setAttribute(Qt::WA_DeleteOnClose);
    setTitle(tr("Send later"));
    for (const SnoozeTime &time : snoozeChoices(clock.now(), QTimeZone::systemTimeZone())) {
        //: A choice in the menu of times: a name, and when that is
        const QString words
            = tr("%1 · %2").arg(snoozeChoiceLabel(time.choice), snoozeTimeLabel(time, clock.now()));
        addAction(words, this, [this, at = time.until] { Q_EMIT chosen(at); });
    }
    addSeparator();
    addAction(themedIcon(QStringLiteral("clock")), tr("&Date and time…"), this, &SendLaterMenu::askForTime);
}

void SendLaterMenu::askForTime()
{
    auto *dialog = new SnoozeDialog(
        m_clock.now(), {.title = tr("Send later"), .label = tr("&Send on"), .button = tr("Send &later")},
        parentWidget());
    connect(dialog, &SnoozeDialog::chosen, this, &SendLaterMenu::chosen);
    // The menu closes now; it must live until the dialog has its answer.
    setAttribute(Qt::WA_DeleteOnClose, false);
    connect(dialog, &QObject::destroyed, this, &QObject::deleteLater);
    dialog->open();
}

} // namespace aside
