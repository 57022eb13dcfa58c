// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inbox/timeleft.h"

#include <QCoreApplication>

namespace aside {

namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

struct TimeLeft {
    Q_DECLARE_TR_FUNCTIONS(aside::TimeLeft)
};

constexpr milliseconds nearBy = 2h;
constexpr milliseconds longest = 48h; ///< that is said in hours
constexpr milliseconds day = 24h;

/// What the label counts in.
milliseconds unitOf(milliseconds span)
{
    return span < 1h ? milliseconds(1min) : span < longest ? milliseconds(1h) : day;
}

QString leftText(milliseconds span)
{
    const int count = static_cast<int>(span / unitOf(span));
    //: The time until a reply is due
    return unitOf(span) == 1min ? TimeLeft::tr("%n min left", nullptr, count)
        //: The time until a reply is due
        : unitOf(span) == 1h ? TimeLeft::tr("%n h left", nullptr, count)
                             //: The time until a reply is due
                             : TimeLeft::tr("%n d left", nullptr, count);
}

QString lateText(milliseconds span)
{
    const int count = static_cast<int>(span / unitOf(span));
    //: A reply was due some time ago
    return unitOf(span) == 1min ? TimeLeft::tr("overdue by %n min", nullptr, count)
        //: A reply was due some time ago
        : unitOf(span) == 1h ? TimeLeft::tr("overdue by %n h", nullptr, count)
                             //: A reply was due some time ago
                             : TimeLeft::tr("overdue by %n d", nullptr, count);
}

} // namespace

Urgence urgenceOf(Instant at, Instant now)
{
    return at <= now ? Urgence::Late : at - now <= nearBy ? Urgence::Near : Urgence::Far;
}

QString timeLeftLabel(Instant at, Instant now)
{
    return at <= now ? lateText(now - at) : leftText(at - now);
}

Instant timeLeftChanges(Instant at, Instant now)
{
    if (at <= now) {
        const milliseconds unit = unitOf(now - at);
        return now + unit - (now - at) % unit;
    }
    const milliseconds unit = unitOf(at - now);
    return now + (at - now) % unit + 1ms;
}

} // namespace aside
