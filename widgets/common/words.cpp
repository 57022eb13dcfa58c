// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace aside {

namespace {

/// Where the words of this file are found by translators.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(aside::Words)
};

} // namespace

QString channelLabel(Channel channel)
{
    switch (channel) {
    case Channel::Email:
        return Words::tr("Email");
    case Channel::Vk:
        return Words::tr("VK");
    case Channel::Telegram:
        return Words::tr("Telegram");
    case Channel::X:
        return Words::tr("X");
    case Channel::Mastodon:
        return Words::tr("Mastodon");
    case Channel::Facebook:
        return Words::tr("Facebook");
    case Channel::Instagram:
        return Words::tr("Instagram");
    case Channel::Discourse:
        return Words::tr("Discourse");
    case Channel::Feed:
        //: A web feed, as a channel where customers write (comments)
        return Words::tr("Feed");
    case Channel::Phone:
        return Words::tr("Phone");
    case Channel::Manual:
        //: A conversation typed in by hand
        return Words::tr("Entered by hand");
    case Channel::Max:
        //: The name of a messenger
        return Words::tr("MAX");
    case Channel::Ok:
        //: The name of a social network (ok.ru)
        return Words::tr("Odnoklassniki");
    case Channel::Bluesky:
        return Words::tr("Bluesky");
    case Channel::Matrix:
        return Words::tr("Matrix");
    case Channel::Youtube:
        return Words::tr("YouTube");
    case Channel::Reviews:
        return Words::tr("Reviews");
    }
    Q_UNREACHABLE_RETURN({});
}

QString audienceLabel(Audience audience)
{
    switch (audience) {
    case Audience::Private:
        //: Only the customer and we can read the conversation
        return Words::tr("Private");
    case Audience::Public:
        //: Everybody can read the conversation
        return Words::tr("Public");
    }
    Q_UNREACHABLE_RETURN({});
}

QString viewLabel(View view)
{
    switch (view) {
    case View::Inbox:
        return Words::tr("Inbox");
    case View::Unread:
        //: A list of conversations with unread messages
        return Words::tr("Unread");
    case View::Public:
        //: A list of conversations that everybody can read
        return Words::tr("Public", "view");
    case View::Private:
        //: A list of conversations that only the customer and we can read
        return Words::tr("Private", "view");
    case View::Drafts:
        return Words::tr("Drafts");
    case View::Outbox:
        return Words::tr("Outbox");
    case View::Closed:
        //: A list of conversations that are done
        return Words::tr("Closed");
    case View::Snoozed:
        //: A list of conversations that come back at a time or with a reply
        return Words::tr("Snoozed");
    case View::Blocked:
        //: A list of the conversations of blocked persons
        return Words::tr("Blocked");
    case View::Promises:
        //: A list of conversations with a date that was given to the customer
        return Words::tr("Promises due");
    case View::Waiting:
        //: A list of conversations where a customer waits, the longest wait first
        return Words::tr("Waiting longest");
    case View::ReplyBy:
        //: A list of conversations whose reply is due, the earliest deadline first
        return Words::tr("Reply-by soon");
    }
    Q_UNREACHABLE_RETURN({});
}

QString outboxStateLabel(OutboxState state)
{
    switch (state) {
    case OutboxState::Held:
        //: The state of a reply: it can still be taken back
        return Words::tr("Held back");
    case OutboxState::Queued:
        //: The state of a reply: no account can send it yet
        return Words::tr("Waiting to be sent");
    case OutboxState::Sending:
        return Words::tr("Sending");
    case OutboxState::Sent:
        return Words::tr("Sent");
    case OutboxState::Refused:
        //: The state of a reply: the server said no
        return Words::tr("Refused by the server");
    case OutboxState::Uncertain:
        //: The state of a reply: it left and no answer came
        return Words::tr("Perhaps sent, please check");
    case OutboxState::Withdrawn:
        //: The state of a reply: somebody took it back
        return Words::tr("Taken back");
    }
    Q_UNREACHABLE_RETURN({});
}

QString channelIconName(Channel channel)
{
    switch (channel) {
    case Channel::Email:
        return QStringLiteral("mail-message");
    case Channel::Vk:
        return QStringLiteral("group");
    case Channel::Telegram:
        return QStringLiteral("document-send");
    case Channel::X:
        return QStringLiteral("irc-operator");
    case Channel::Mastodon:
        return QStringLiteral("irc-voice");
    case Channel::Facebook:
        return QStringLiteral("system-users");
    case Channel::Instagram:
        return QStringLiteral("camera-photo");
    case Channel::Discourse:
        return QStringLiteral("edit-comment");
    case Channel::Feed:
        return QStringLiteral("rss");
    case Channel::Phone:
        return QStringLiteral("call-start");
    case Channel::Manual:
        return QStringLiteral("story-editor");
    case Channel::Max:
        return QStringLiteral("view-conversation-balloon-symbolic");
    case Channel::Ok:
        return QStringLiteral("smiley-shape");
    case Channel::Bluesky:
        return QStringLiteral("amarok_playlist");
    case Channel::Matrix:
        return QStringLiteral("dialog-messages");
    case Channel::Youtube:
        return QStringLiteral("media-playback-start");
    case Channel::Reviews:
        return QStringLiteral("draw-star");
    }
    Q_UNREACHABLE_RETURN({});
}

QString viewIconName(View view)
{
    switch (view) {
    case View::Inbox:
        return QStringLiteral("mail-folder-inbox");
    case View::Unread:
        return QStringLiteral("mail-mark-unread");
    case View::Public:
        return QStringLiteral("globe");
    case View::Private:
        return QStringLiteral("lock");
    case View::Drafts:
        return QStringLiteral("document-edit");
    case View::Outbox:
        return QStringLiteral("mail-folder-outbox");
    case View::Closed:
        return QStringLiteral("checkmark");
    case View::Snoozed:
        return QStringLiteral("chronometer");
    case View::Blocked:
        return QStringLiteral("im-ban-user");
    case View::Promises:
        return QStringLiteral("view-calendar-day");
    case View::Waiting:
        return QStringLiteral("view-history");
    case View::ReplyBy:
        return QStringLiteral("appointment-reminder");
    }
    Q_UNREACHABLE_RETURN({});
}

QString timeLabel(Instant at)
{
    const QTime time = QDateTime::fromMSecsSinceEpoch(toMillis(at)).time();
    const QLocale locale;
    // The C locale has no short times, only those with seconds.
    return locale.language() == QLocale::C ? time.toString(QStringLiteral("HH:mm"))
                                           : locale.toString(time, QLocale::ShortFormat);
}

QString dayLabel(Instant at, Instant now)
{
    const QDate day = QDateTime::fromMSecsSinceEpoch(toMillis(at)).date();
    const qint64 ago = day.daysTo(QDateTime::fromMSecsSinceEpoch(toMillis(now)).date());
    if (ago == 0) {
        return Words::tr("Today");
    }
    return ago == 1 ? Words::tr("Yesterday") : QLocale().toString(day, QLocale::LongFormat);
}

QString untilLabel(Instant until, Instant now)
{
    const QDateTime then = QDateTime::fromMSecsSinceEpoch(toMillis(until));
    const qint64 days = QDateTime::fromMSecsSinceEpoch(toMillis(now)).date().daysTo(then.date());
    if (days == 0) {
        return timeLabel(until);
    }
    if (days == 1) {
        //: A time to come; %1 is the hour
        return Words::tr("tomorrow, %1").arg(timeLabel(until));
    }
    //: A time to come: weekday and date, then the hour
    return Words::tr("%1, %2").arg(QLocale().toString(then.date(), Words::tr("ddd d MMM", "date format")),
                                   timeLabel(until));
}

QString whenLabel(Instant at, Instant now)
{
    constexpr qint64 week = 7;
    const QDateTime then = QDateTime::fromMSecsSinceEpoch(toMillis(at));
    const qint64 days = then.date().daysTo(QDateTime::fromMSecsSinceEpoch(toMillis(now)).date());
    const QLocale locale;
    if (days == 0) {
        return timeLabel(at);
    }
    if (days > 0 && days < week) {
        return locale.standaloneDayName(then.date().dayOfWeek(), QLocale::ShortFormat);
    }
    return locale.toString(then.date(), QLocale::ShortFormat);
}

} // namespace aside
