// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inbox/rowchips.h"

#include "models/clock/replyclock.h"
#include "widgets/common/foreigntext.h"
#include "widgets/common/words.h"
#include "widgets/inbox/avatar.h"
#include "widgets/inbox/timeleft.h"
#include "widgets/theme/theme.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>

namespace aside {

namespace {

using namespace std::chrono_literals;

struct RowChips {
    Q_DECLARE_TR_FUNCTIONS(aside::RowChips)
};

constexpr qsizetype mostTags = 2;
constexpr qsizetype shownTag = 18;
constexpr uint hues = 12;
constexpr std::chrono::hours littleTime(6);
constexpr std::chrono::hours
    today(8); ///< an answer due later than that is no mark: who points at the row is told

RowChip quiet(const QString &text, const QString &icon, const Theme &theme)
{
    return {.text = text, .icon = icon, .ground = theme.privateBadge, .ink = theme.privateBadgeText};
}

RowChip promiseChip(Instant promisedAt, Instant now, const Theme &theme)
{
    const bool isLate = promisedAt <= now;
    return {.text = promiseMark(promisedAt, now),
            .icon = isLate ? QStringLiteral("data-warning") : QStringLiteral("clock"),
            .ground = theme.warningBackground,
            .ink = isLate ? theme.danger : theme.warningText};
}

RowChip publicLineChip(Instant due, Instant now, const Theme &theme)
{
    const bool isLate = due <= now;
    //: A mark in the list: solved in private, and the line that says so in public is still to be written
    return {.text = isLate ? RowChips::tr("Public line overdue") : RowChips::tr("Public line due"),
            .icon = isLate ? QStringLiteral("data-warning") : QStringLiteral("dialog-ok"),
            .ground = isLate ? theme.warningBackground : theme.publicBadge,
            .ink = isLate ? theme.danger : theme.publicBadgeText};
}

/// What the team or the channel sets; a promise has a chip of its own.
RowChip replyChip(Instant at, Instant now, const Theme &theme)
{
    const QString words = timeLeftLabel(at, now);
    RowChip chip = quiet(words, QStringLiteral("appointment-reminder"), theme);
    if (urgenceOf(at, now) != Urgence::Far) {
        chip.ground = theme.warningBackground;
        chip.ink = at <= now ? theme.danger : theme.warningText;
    }
    return chip;
}

} // namespace

QString promiseTime(Instant dueAt, Instant now)
{
    using namespace std::chrono;
    if (dueAt <= now) {
        //: Beside a warning sign: a promise is late; %1 is since when
        return RowChips::tr("late: %1").arg(whenLabel(dueAt, now));
    }
    const auto left = duration_cast<minutes>(dueAt - now);
    if (left < littleTime) {
        return left < 1h
            ? RowChips::tr("%n min left", nullptr, static_cast<int>(left.count()))
            : RowChips::tr("%n h left", nullptr, static_cast<int>(duration_cast<hours>(left).count()));
    }
    return untilLabel(dueAt, now);
}

QString promiseMark(Instant dueAt, Instant now)
{
    using namespace std::chrono;
    if (dueAt <= now) {
        //: A mark in the list; %1 is a time
        return RowChips::tr("Promise late: %1").arg(whenLabel(dueAt, now));
    }
    const auto left = duration_cast<minutes>(dueAt - now);
    if (left < 1h) {
        //: A mark in the list: how long it is until a promise is due
        return RowChips::tr("Promise: %n min left", nullptr, static_cast<int>(left.count()));
    }
    if (left < littleTime) {
        //: A mark in the list: how long it is until a promise is due
        return RowChips::tr("Promise: %n h left", nullptr,
                            static_cast<int>(duration_cast<hours>(left).count()));
    }
    //: A mark in the list; %1 is a time
    return RowChips::tr("Promised: %1").arg(untilLabel(dueAt, now));
}

RowChip tagChip(const QString &tag, const Theme &theme)
{
    constexpr int circle = 360;
    const int hue = static_cast<int>(nameHash(tag.toCaseFolded()) % hues) * (circle / static_cast<int>(hues));
    return {.text = oneLine(tag, shownTag),
            .icon = {},
            .ground = theme.dark ? QColor::fromHsl(hue, 70, 50) : QColor::fromHsl(hue, 150, 233),
            .ink = theme.dark ? QColor::fromHsl(hue, 160, 205) : QColor::fromHsl(hue, 200, 62)};
}

QList<RowChip> rowChips(const ConversationRow &row, Instant now, const Theme &theme)
{
    QList<RowChip> chips;
    const std::optional<ReplyDeadline> due = replyBy(row);
    if (due && due->reason != ReplyReason::Promise && due->at - now < today) {
        chips << replyChip(due->at, now, theme);
    }
    if (row.promisedAt != Instant{}) {
        chips << promiseChip(row.promisedAt, now, theme);
    }
    if (row.publicLineBy != Instant{}) {
        chips << publicLineChip(row.publicLineBy, now, theme);
    }
    if (row.isBlocked) {
        //: A mark in the list: this person is blocked
        chips << quiet(RowChips::tr("Blocked"), QStringLiteral("dialog-cancel"), theme);
    }
    if (row.state == ConversationState::Snoozed) {
        chips << quiet(row.snoozedUntil == Instant{} ? RowChips::tr("Until a reply")
                                                     : untilLabel(row.snoozedUntil, now),
                       QStringLiteral("clock"), theme);
    } else if (row.state == ConversationState::Closed) {
        //: A mark in the list: this conversation is done
        chips << quiet(RowChips::tr("Closed"), QStringLiteral("checkmark"), theme);
    }
    for (const QString &tag : row.tags.first(std::min(mostTags, row.tags.size()))) {
        chips << tagChip(tag, theme);
    }
    if (row.tags.size() > mostTags) {
        chips << quiet(QStringLiteral("+%1").arg(row.tags.size() - mostTags), {}, theme);
    }
    return chips;
}

} // namespace aside
