// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/drafts.h"
#include "app/storage/moves.h"
#include "tests/storage/sendingfixture.h"

namespace aside::test {

/// A complaint in public, and the account that answers there.
class MoveCache : public SendingCache
{
public:
    explicit MoveCache(Channel channel = Channel::X)
        : place(channel)
    {
        Account brand = mailbox(QStringLiteral("@shop"));
        brand.channel = place;
        publicAccount = insertAccount(db(), brand).value_or(Account()).id;
        IncomingMessage complaint = tweet(QStringLiteral("post"), 2);
        complaint.channel = place;
        applyFrom(publicAccount, {complaint});
        post = home(QStringLiteral("post"));
    }

    /// A letter to an address, then the public line.
    MoveOrder letter(const QString &handle = QStringLiteral("Anna@example.org")) const
    {
        return {
            .conversation = post,
            .way = MoveWay::Letter,
            .next = MoveNext::PrivateThenPublic,
            .records = {MoveRecord::Approach, MoveRecord::LinkedTalks},
            .publicHalf
            = OrderedHalf{.text = QStringLiteral("We wrote to you."), .conversation = post, .channel = place},
            .privateHalf = OrderedHalf{.text = QStringLiteral("Dear Anna, about your parcel"),
                                       .conversation = {},
                                       .channel = Channel::Email,
                                       .handle = handle,
                                       .subject = QStringLiteral("Your parcel")},
            .terms = {.undoWindow = std::chrono::seconds(10)},
            .by = QStringLiteral("Olga")};
    }

    /// The public line leads to us.
    MoveOrder invitation(const QString &payload = QStringLiteral("p1")) const
    {
        MoveOrder order = letter(QStringLiteral("@anna"));
        order.way = MoveWay::PersonWrites;
        order.next = MoveNext::PublicThenArrival;
        order.records = {MoveRecord::Approach, MoveRecord::ArrivalAwaited};
        order.privateHalf->channel = place;
        order.payload = payload;
        return order;
    }

    PrivateMove start(const MoveOrder &order) { return checked(startMove(db(), order, now())); }
    PrivateMove move(PrivateMoveId id) { return checked(loadMove(db(), id)); }

    static PrivateMove checked(const Result<PrivateMove> &result)
    {
        if (!result) {
            qFatal("%s", qPrintable(result.error().detail));
        }
        return *result;
    }

    void queueDue()
    {
        if (!queueDueReplies(db(), now())) {
            qFatal("nothing is queued");
        }
    }
    void pass(std::chrono::milliseconds time)
    {
        clock().advance(time);
        queueDue();
    }
    /// It begins, and ends so.
    OutboxItem sendAs(OutboxId id, const SendOutcome &outcome = Sent())
    {
        check(beginSending(db(), id, now()));
        return check(finishSending(db(), id, outcome, {}, now()));
    }

    QString draft(ConversationId id) { return loadDraft(db(), id, DraftKind::Reply).value_or(Draft()).text; }

    Channel place; ///< where the complaint stands, and where the account answers
    AccountId publicAccount;
    ConversationId post;
};

} // namespace aside::test
