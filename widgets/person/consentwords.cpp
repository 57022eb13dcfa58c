// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/person/consentwords.h"

#include "widgets/common/foreigntext.h"
#include "widgets/common/words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace aside {

namespace {

struct ConsentWords {
    Q_DECLARE_TR_FUNCTIONS(aside::ConsentWords)
};

} // namespace

QString consentToLabel(ConsentTo to)
{
    switch (to) {
    case ConsentTo::DirectMessage:
        return ConsentWords::tr("Direct messages");
    case ConsentTo::Phone:
        return ConsentWords::tr("Calls");
    case ConsentTo::Mailing:
        return ConsentWords::tr("Mailings");
    case ConsentTo::RemovalRequest:
        return ConsentWords::tr("Being asked to update a post");
    }
    Q_UNREACHABLE_RETURN(QString());
}

QString consentSaidLabel(ConsentState state)
{
    switch (state) {
    case ConsentState::None:
        //: A consent that ended
        return ConsentWords::tr("Ended");
    case ConsentState::Asked:
        //: They were asked for a consent
        return ConsentWords::tr("Asked");
    case ConsentState::Given:
        //: A consent was given
        return ConsentWords::tr("Allowed");
    case ConsentState::Refused:
        //: A consent was refused
        return ConsentWords::tr("Refused");
    case ConsentState::Revoked:
        //: A consent was taken back
        return ConsentWords::tr("Taken back");
    }
    Q_UNREACHABLE_RETURN(QString());
}

QString consentSubject(const Consent &said)
{
    if (said.handle.isEmpty()) {
        //: %1: "Direct messages", %2 is a channel: "Telegram"
        return said.to == ConsentTo::Phone
            ? consentToLabel(said.to)
            : ConsentWords::tr("%1 (%2)").arg(consentToLabel(said.to), channelLabel(said.channel));
    }
    const auto address = isolated(oneLine(said.handle, 80));
    switch (said.to) {
    case ConsentTo::DirectMessage:
        return ConsentWords::tr("Direct messages to %1 (%2)").arg(address, channelLabel(said.channel));
    case ConsentTo::Phone:
        return ConsentWords::tr("Calls to %1").arg(address);
    case ConsentTo::Mailing:
        return ConsentWords::tr("Mailings to %1 (%2)").arg(address, channelLabel(said.channel));
    case ConsentTo::RemovalRequest:
        return ConsentWords::tr("Asking %1 to update a post (%2)").arg(address, channelLabel(said.channel));
    }
    Q_UNREACHABLE_RETURN(QString());
}

QString consentDay(Instant at)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(toMillis(at)).date(), QLocale::ShortFormat);
}

QString consentLine(const Consent &said, ConsentState state)
{
    const auto what = consentSubject(said);
    const auto since = consentDay(said.at);
    const auto until
        = consentDay(said.until - std::chrono::milliseconds{1}); // the last day, not the first without
    switch (state) {
    case ConsentState::None:
        if (said.state == ConsentState::None) {
            //: %1 is what somebody wanted to ask for
            return ConsentWords::tr("%1: not asked, the question was taken back").arg(what);
        }
        //: %1 is what was allowed, %2 a day
        return ConsentWords::tr("%1: was allowed until %2").arg(what, until);
    case ConsentState::Asked:
        return ConsentWords::tr("%1: asked on %2, no answer yet").arg(what, since);
    case ConsentState::Given:
        return said.until == Instant{}
            ? ConsentWords::tr("%1: allowed since %2").arg(what, since)
            : ConsentWords::tr("%1: allowed since %2, until %3").arg(what, since, until);
    case ConsentState::Refused:
        return ConsentWords::tr("%1: not allowed, refused on %2").arg(what, since);
    case ConsentState::Revoked:
        return ConsentWords::tr("%1: not allowed, taken back on %2").arg(what, since);
    }
    Q_UNREACHABLE_RETURN(QString());
}

QString consentIconName(ConsentState state)
{
    switch (state) {
    case ConsentState::None:
        return QStringLiteral("chronometer");
    case ConsentState::Asked:
        return QStringLiteral("clock");
    case ConsentState::Given:
        return QStringLiteral("checkmark");
    case ConsentState::Refused:
    case ConsentState::Revoked:
        return QStringLiteral("im-ban-user");
    }
    Q_UNREACHABLE_RETURN(QString());
}

} // namespace aside
