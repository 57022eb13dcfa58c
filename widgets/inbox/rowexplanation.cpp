// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inbox/rowexplanation.h"

#include "widgets/common/words.h"
#include "widgets/inbox/rowchips.h"

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

QStringList urgencyTexts(const ConversationRow &row)
{
    QStringList parts{row.audience == Audience::Public ? RowExplanation::tr("Public: everybody watches")
                                                       : RowExplanation::tr("Private")};
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
    }
    Q_UNREACHABLE_RETURN({});
}

QString sortOrderHint(SortOrder order)
{
    switch (order) {
    case SortOrder::Urgency:
        return RowExplanation::tr("First what grows worst by waiting: public before private, "
                                  "wide reach before narrow, then who waits longest.");
    case SortOrder::WaitingLongest:
        return RowExplanation::tr("First who has waited longest for our answer.");
    case SortOrder::Newest:
        return RowExplanation::tr("First where somebody wrote last.");
    case SortOrder::Oldest:
        return RowExplanation::tr("First where nobody has written for the longest time.");
    }
    Q_UNREACHABLE_RETURN({});
}

QString whyHere(const ConversationRow &row, SortOrder order, Instant now)
{
    QStringList parts;
    switch (order) {
    case SortOrder::Urgency:
        parts << urgencyTexts(row) << waitingText(row, now);
        break;
    case SortOrder::WaitingLongest:
        parts << waitingText(row, now);
        break;
    case SortOrder::Newest:
    case SortOrder::Oldest:
        parts << RowExplanation::tr("Last message: %1").arg(whenLabel(row.lastAt, now));
        break;
    }
    return parts.join(QStringLiteral(" · "));
}

QString whyAmongPromises(const ConversationRow &row, Instant now)
{
    //: Why a conversation is where it is; %1 says by when something was promised
    return RowExplanation::tr("%1 · First what is due first").arg(promiseMark(row.promisedAt, now));
}

} // namespace aside
