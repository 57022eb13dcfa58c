// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inbox/rowexplanation.h"

#include "models/clock/replyclock.h"
#include "models/clock/workcalendar.h"
#include "models/privacy/closing.h"
#include "widgets/common/foreigntext.h"
#include "widgets/common/words.h"
#include "widgets/inbox/rowchips.h"
#include "widgets/inbox/timeleft.h"

#include <QCoreApplication>
#include <QLocale>

namespace aside {

namespace {

struct RowExplanation {
    Q_DECLARE_TR_FUNCTIONS(aside::RowExplanation)
};

constexpr qint64 narrowReach = 1000; // below it nobody's order changes

QString waitingText(const ConversationRow &row, Instant now)
{
    if (row.waitingSince == Instant{}) {
        return RowExplanation::tr("Nobody waits: we wrote last");
    }
    const auto hours = std::chrono::duration_cast<std::chrono::hours>(now - row.waitingSince).count();
    const QString since = whenLabel(row.waitingSince, now);
    constexpr int hoursOfDay = 24;
    if (hours < 1) {
        return RowExplanation::tr("Waiting since %1").arg(since);
    }
    return hours < 2 * hoursOfDay
        ? RowExplanation::tr("Waiting for %n hour(s), since %1", nullptr, static_cast<int>(hours)).arg(since)
        : RowExplanation::tr("Waiting for %n day(s), since %1", nullptr, static_cast<int>(hours / hoursOfDay))
              .arg(since);
}

QString moodText(const ConversationRow &row)
{
    QStringList quoted;
    for (const QString &words : row.moodWords) {
        //: Words of a customer
        quoted << RowExplanation::tr("“%1”").arg(isolated(oneLine(words, 60)));
    }
    const QString evidence = quoted.join(QStringLiteral(", "));
    switch (row.mood) {
    case Mood::Neutral:
        //: Neither a complaint nor praise
        return RowExplanation::tr("Neutral words");
    case Mood::Negative:
        //: A complaint; %1 are the words of it
        return RowExplanation::tr("Negative: %1").arg(evidence);
    case Mood::Positive:
        //: Praise, which wants an answer as well; %1 are the words of it
        return RowExplanation::tr("Positive: %1").arg(evidence);
    }
    Q_UNREACHABLE_RETURN({});
}

QString targetText(const ResponseTarget &target)
{
    return target.unit == ResponseTarget::Unit::Hours
        ? RowExplanation::tr("the team answers within %n working hour(s)", nullptr, target.amount)
        : RowExplanation::tr("the team answers within %n working day(s)", nullptr, target.amount);
}

/// "23 Feb: Defender of the Fatherland Day": the holidays that the target steps over.
QStringList holidayTexts(const WorkingHours &hours, Instant from, Instant until)
{
    constexpr qsizetype mostNamed = 3;
    QStringList texts;
    QStringList named;
    if (hours.holidays.isEmpty()) {
        return texts;
    }
    for (const PublicHoliday &day : WorkCalendar(hours).holidaysBetween(from, until)) {
        if (texts.size() < mostNamed && !named.contains(day.name)) { // ten days off may have one name
            named << day.name;
            //: A public holiday: %1 is its date, %2 its name
            texts << RowExplanation::tr("%1: %2").arg(QLocale().toString(day.date, QStringLiteral("d MMM")),
                                                      oneLine(day.name, 60));
        }
    }
    return texts;
}

QString whyTarget(const ConversationRow &row, const WorkingHours &hours)
{
    const QString target = targetText(hours.target);
    const QStringList holidays = holidayTexts(hours, row.waitingSince, row.targetBy);
    return holidays.isEmpty()
        ? target
        //: %1 says within which time the team answers, %2 the public holidays in it
        : RowExplanation::tr("%1, not counting %2").arg(target, holidays.join(QStringLiteral(", ")));
}

QString reasonText(ReplyReason reason, const ConversationRow &row, const WorkingHours &hours)
{
    switch (reason) {
    case ReplyReason::Target:
        return whyTarget(row, hours);
    case ReplyReason::Promise:
        return RowExplanation::tr("it was promised");
    case ReplyReason::Window:
        return RowExplanation::tr("the channel takes no answer after that");
    }
    Q_UNREACHABLE_RETURN({});
}

QStringList deadlineTexts(const ConversationRow &row, const WorkingHours &hours, Instant now)
{
    QStringList parts;
    for (const ReplyDeadline &one : replyDeadlines(row)) {
        const QString when = one.at <= now ? whenLabel(one.at, now) : untilLabel(one.at, now);
        if (parts.isEmpty()) {
            //: %1 is a time, %2 how much is left until then ("3 h left"), %3 the reason
            parts << RowExplanation::tr("Reply by %1 (%2): %3")
                         .arg(when, timeLeftLabel(one.at, now), reasonText(one.reason, row, hours));
        } else {
            //: Another, later deadline: %1 is a time, %2 the reason
            parts << RowExplanation::tr("then %1: %2").arg(when, reasonText(one.reason, row, hours));
        }
    }
    return parts;
}

/// Solved in private, and nobody can read so yet.
QString publicLineText(Instant due, Instant now)
{
    const QString since = whenLabel(due - closingLineWithin, now);
    return due <= now
        //: %1 and %2 are times, weekdays or dates
        ? RowExplanation::tr("Solved in private since %1; the public line was due %2")
              .arg(since, whenLabel(due, now))
        //: %1 is a time, a weekday or a date, %2 a time to come
        : RowExplanation::tr("Solved in private since %1; say so in public by %2")
              .arg(since, untilLabel(due, now));
}

QStringList urgencyTexts(const ConversationRow &row)
{
    QStringList parts{row.audience == Audience::Public ? RowExplanation::tr("Public: everybody watches")
                                                       : RowExplanation::tr("Private")};
    if (row.waitingSince != Instant{}) {
        parts << moodText(row);
    }
    if (row.reach >= narrowReach) {
        parts << RowExplanation::tr("%1 followers").arg(QLocale().toString(row.reach));
    }
    return parts;
}

} // namespace

QString sortOrderLabel(SortOrder order)
{
    switch (order) {
    case SortOrder::Urgency:
        return RowExplanation::tr("&Urgency");
    case SortOrder::WaitingLongest:
        return RowExplanation::tr("&Waiting longest");
    case SortOrder::Newest:
        return RowExplanation::tr("&Newest first");
    case SortOrder::Oldest:
        return RowExplanation::tr("&Oldest first");
    case SortOrder::ReplyBy:
        return RowExplanation::tr("&Reply-by first");
    }
    Q_UNREACHABLE_RETURN({});
}

QString sortOrderHint(SortOrder order)
{
    switch (order) {
    case SortOrder::Urgency:
        return RowExplanation::tr("First what grows worst by waiting: public before private, "
                                  "negative before neutral, wide reach before narrow, then who waits "
                                  "longest.");
    case SortOrder::WaitingLongest:
        return RowExplanation::tr("First who has waited longest for our answer.");
    case SortOrder::Newest:
        return RowExplanation::tr("First where somebody wrote last.");
    case SortOrder::Oldest:
        return RowExplanation::tr("First where nobody has written for the longest time.");
    case SortOrder::ReplyBy:
        return RowExplanation::tr("First whose reply is due first: by the team's target, a promise or the "
                                  "channel.");
    }
    Q_UNREACHABLE_RETURN({});
}

QString whyHere(const ConversationRow &row, SortOrder order, const WorkingHours &hours, Instant now)
{
    QStringList parts;
    switch (order) {
    case SortOrder::Urgency:
        parts << urgencyTexts(row) << waitingText(row, now);
        break;
    case SortOrder::WaitingLongest:
        parts << waitingText(row, now);
        break;
    case SortOrder::ReplyBy:
        break;
    case SortOrder::Newest:
    case SortOrder::Oldest:
        parts << RowExplanation::tr("Last message: %1").arg(whenLabel(row.lastAt, now));
        break;
    }
    parts << deadlineTexts(row, hours, now);
    if (parts.isEmpty()) {
        parts << waitingText(row, now);
    }
    if (row.publicLineBy != Instant{}) {
        parts << publicLineText(row.publicLineBy, now);
    }
    return parts.join(QStringLiteral(" · "));
}

QString whyAmongPromises(const ConversationRow &row, Instant now)
{
    //: Why a conversation is where it is; %1 says by when something was promised
    return RowExplanation::tr("%1 · First what is due first").arg(promiseMark(row.promisedAt, now));
}

} // namespace aside
