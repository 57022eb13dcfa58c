// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/shots/outboxscreens.h"

#include "app/shots/steps.h"
#include "widgets/outbox/outboxdelegate.h"

#include <QListWidget>

#include <functional>

namespace aside {

using namespace Qt::StringLiterals;

// A row is read by its places, as a table is.
// NOLINTBEGIN(modernize-use-designated-initializers)

namespace {

/// The last reply in the outbox that is so.
Step chooseWhere(const std::function<bool(const OutboxItem &)> &isMeant)
{
    return [isMeant](Stage &stage) {
        auto *list = stage.part<QListWidget>(u"outboxList"_s);
        for (int row = 0; list != nullptr && row < list->count(); ++row) {
            if (isMeant(list->item(row)->data(outboxItemRole).value<OutboxItem>())) {
                list->setCurrentRow(row);
            }
        }
    };
}

Step chooseReply(OutboxState state, HoldReason reason = HoldReason::UndoWindow)
{
    return chooseWhere([state, reason](const OutboxItem &item) {
        const bool waited = state != OutboxState::Queued || item.record.attempts > 0;
        return item.state == state && item.holdReason == reason && waited;
    });
}

Step chooseByHand(int taken)
{
    return chooseWhere(
        [taken](const OutboxItem &item) { return waitsForHand(item) && item.record.attempts == taken; });
}

void offline(Stage &stage)
{
    stage.cutNetwork();
}

void mirror(Stage &stage)
{
    stage.mirror();
}

/// A reply that went out with a reason for one thing and with another rule switched off.
QList<Step> answeredReply()
{
    return {
        open(u"@f_achebe_test"_s),
        type(u"replyText"_s,
             u"Hello Ferdinand,\n\nplease be informed that your plug leaves tomorrow, November 24, and you "
             u"need not send the old one back. Follow us for new lamps!"_s),
        trigger(u"check.next"_s),
        click(u"reasonButton"_s),
        type(u"reasonText"_s, u"His lawyer reads along"_s),
        click(u"keepReason"_s),
        trigger(u"check.next"_s),
        trigger(u"check.off"_s),
        click(u"sendButton"_s),
        view(View::Outbox)};
}

} // namespace

QList<Screen> outboxScreens()
{
    return {
        {u"outbox"_s, u"waiting"_s, {view(View::Outbox)}},
        {u"outbox"_s, u"answered"_s, answeredReply()},
        {u"outbox"_s, u"mirrored"_s, {mirror, view(View::Outbox)}},
        {u"outbox"_s, u"uncertain"_s, {view(View::Outbox), chooseReply(OutboxState::Uncertain)}},
        {u"outbox"_s, u"refused"_s, {view(View::Outbox), chooseReply(OutboxState::Refused)}},
        {u"outbox"_s,
         u"moved"_s,
         {view(View::Outbox), chooseReply(OutboxState::Held, HoldReason::ThreadMoved)}},
        {u"outbox"_s, u"postponed"_s, {view(View::Outbox), chooseReply(OutboxState::Queued)}},
        {u"outbox"_s,
         u"scheduled"_s,
         {view(View::Outbox), chooseReply(OutboxState::Held, HoldReason::Schedule)}},
        {u"outbox"_s, u"offline"_s, {offline, view(View::Outbox)}},
        {u"outbox"_s, u"frozen"_s, {view(View::Outbox), trigger(u"outbox.freeze"_s)}},
        {u"outbox"_s, u"empty"_s, {view(View::Outbox)}, Stage::Play::Empty},
        {u"hand"_s, u"outbox"_s, {view(View::Outbox), chooseByHand(0)}, Stage::Play::Stories},
        {u"hand"_s, u"taken"_s, {view(View::Outbox), chooseByHand(1)}, Stage::Play::Stories},
        {u"hand"_s,
         u"posted"_s,
         {view(View::Outbox), chooseByHand(1), click(u"postedButton"_s)},
         Stage::Play::Stories},
        {u"hand"_s, u"thread"_s, {open(u"reviews.example/iris lund"_s)}, Stage::Play::Stories},
        {u"hand"_s, u"mention"_s, {trigger(u"mention.enter"_s)}, Stage::Play::Stories},
    };
}

// NOLINTEND(modernize-use-designated-initializers)

} // namespace aside
