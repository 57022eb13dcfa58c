// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/callwords.h"

#include <QCoreApplication>

namespace aside {

namespace {

struct CallWords {
    Q_DECLARE_TR_FUNCTIONS(aside::CallWords)
};

} // namespace

QString callOutcomeLabel(CallOutcome outcome)
{
    switch (outcome) {
    case CallOutcome::Answered:
        return CallWords::tr("answered");
    case CallOutcome::NoAnswer:
        return CallWords::tr("no answer");
    case CallOutcome::Busy:
        return CallWords::tr("busy");
    case CallOutcome::Voicemail:
        return CallWords::tr("message left on voicemail");
    case CallOutcome::CallBack:
        return CallWords::tr("to be called back");
    }
    Q_UNREACHABLE_RETURN({});
}

QString callWords(const LoggedCall &call)
{
    const QString outcome = callOutcomeLabel(call.outcome);
    const QString length = callLengthText(call.length);
    //: %1 is how a call ended, %2 its length in minutes and seconds
    const QString line = call.direction == Direction::Outgoing
        ? CallWords::tr("We called: %1, %2.").arg(outcome, length)
        //: %1 is how a call ended, %2 its length in minutes and seconds
        : CallWords::tr("They called: %1, %2.").arg(outcome, length);
    const QString note = call.note.trimmed();
    return note.isEmpty() ? line : line + u'\n' + note;
}

} // namespace aside
