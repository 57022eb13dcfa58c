// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/triage/triagewords.h"

#include "widgets/common/foreigntext.h"

#include <QCoreApplication>

namespace aside {

namespace {

struct TriageWords {
    Q_DECLARE_TR_FUNCTIONS(aside::TriageWords)
};

constexpr qsizetype shownTag = 40;

} // namespace

QString triageDoneText(const TriageReceipt &receipt)
{
    const int count = static_cast<int>(receipt.changes.size());
    const QString tag = isolated(oneLine(receipt.triage.tag, shownTag));
    switch (receipt.triage.kind) {
    case Triage::Kind::Close:
        return TriageWords::tr("%n conversation(s) closed.", nullptr, count);
    case Triage::Kind::Reopen:
        return TriageWords::tr("%n conversation(s) reopened.", nullptr, count);
    case Triage::Kind::SnoozeUntil:
    case Triage::Kind::SnoozeUntilReply:
        return TriageWords::tr("%n conversation(s) snoozed.", nullptr, count);
    case Triage::Kind::Wake:
        return TriageWords::tr("%n conversation(s) woken.", nullptr, count);
    case Triage::Kind::MarkRead:
        return TriageWords::tr("%n conversation(s) marked as read.", nullptr, count);
    case Triage::Kind::MarkUnread:
        return TriageWords::tr("%n conversation(s) marked as unread.", nullptr, count);
    case Triage::Kind::AddTag:
        return TriageWords::tr("%n conversation(s) tagged “%1”.", nullptr, count).arg(tag);
    case Triage::Kind::RemoveTag:
        return TriageWords::tr("Tag “%1” removed from %n conversation(s).", nullptr, count).arg(tag);
    case Triage::Kind::Block:
        return TriageWords::tr("%n person(s) blocked.", nullptr, static_cast<int>(receipt.handles.size()));
    case Triage::Kind::Unblock:
        return TriageWords::tr("%n person(s) unblocked.", nullptr, static_cast<int>(receipt.handles.size()));
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace aside
