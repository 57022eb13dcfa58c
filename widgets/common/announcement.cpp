// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/announcement.h"

#include "widgets/common/foreigntext.h"
#include "widgets/common/names.h"
#include "widgets/common/spokentext.h"
#include "widgets/common/words.h"

#include <QCoreApplication>

namespace aside {

namespace {

constexpr qsizetype longestName = 60;
constexpr qsizetype longestText = 160;

struct Announcement {
    Q_DECLARE_TR_FUNCTIONS(aside::Announcement)
};

} // namespace

Notification arrivalNotification(const ConversationRow &row, Preview preview)
{
    Notification made;
    made.conversation = row.id;
    made.openLabel = Announcement::tr("Open");
    made.replyLabel = Announcement::tr("Reply");
    const QString count = Announcement::tr("%n new message(s)", nullptr, row.unread);
    if (preview == Preview::Hidden) {
        made.title = Announcement::tr("Aside");
        made.body = count;
        return made;
    }
    //: Title of a notification. %1 is a name, %2 a channel such as "X"
    made.title = Announcement::tr("%1 on %2").arg(personName(row, longestName), channelLabel(row.channel));
    made.body = oneLine(spokenPreview(row), longestText);
    if (row.audience == Audience::Public) {
        //: %1 are the first words of a message
        made.body = Announcement::tr("Public: %1").arg(made.body);
    }
    if (row.unread > 1) {
        //: %1 says how many messages are new, %2 are the first words of the last one
        made.body = Announcement::tr("%1. %2").arg(count, made.body);
    }
    return made;
}

Notification reminderNotification(const ConversationRow &row, const Promise &promise, Instant now,
                                  Preview preview)
{
    Notification made;
    made.conversation = row.id;
    made.openLabel = Announcement::tr("Open");
    //: A button of a reminder: write to the customer that the promised date moves
    made.delayLabel = Announcement::tr("Draft about a delay");
    const bool isLate = promise.dueAt <= now;
    const QString due = untilLabel(promise.dueAt, now);
    //: Of a promise to a customer; %1 is a date with the hour
    const QString when = isLate ? Announcement::tr("Promise overdue since %1").arg(due)
                                : Announcement::tr("Promised by %1").arg(due);
    if (preview == Preview::Hidden) {
        made.title = Announcement::tr("Aside");
        made.body = when;
        return made;
    }
    //: Title of a notification. %1 is a name, %2 a channel such as "X"
    made.title = Announcement::tr("%1 on %2").arg(personName(row, longestName), channelLabel(row.channel));
    //: %1 says by when something was promised, %2 what
    made.body = Announcement::tr("%1: %2").arg(when, oneLine(promise.words, longestText));
    return made;
}

Notification remindersNotification(qsizetype promises)
{
    Notification made;
    made.title = Announcement::tr("Aside");
    made.body = Announcement::tr("%n more promise(s) due or overdue", nullptr, static_cast<int>(promises));
    made.openLabel = Announcement::tr("Open");
    return made;
}

Notification crowdNotification(qsizetype conversations)
{
    Notification made;
    made.title = Announcement::tr("Aside");
    made.body = Announcement::tr("%n more conversation(s) with new messages", nullptr,
                                 static_cast<int>(conversations));
    made.openLabel = Announcement::tr("Open");
    return made;
}

} // namespace aside
