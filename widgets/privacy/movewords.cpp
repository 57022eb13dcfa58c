// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/privacy/movewords.h"

#include "widgets/common/foreigntext.h"
#include "widgets/common/words.h"

#include <QCoreApplication>

namespace aside {

namespace {

struct MoveWords {
    Q_DECLARE_TR_FUNCTIONS(MoveWords)
};

/// Where there is no private way, or none may be taken.
QString whyPublic(MoveWhy why)
{
    switch (why) {
    case MoveWhy::AskedToStay:
        return MoveWords::tr("The customer asked for the answer in public. Here is one to begin with.");
    case MoveWhy::DoNotContact:
        return MoveWords::tr(
            "The customer does not want to be contacted. Answer here, where the question is.");
    case MoveWhy::TooManyApproaches:
        return MoveWords::tr("The customer was invited often enough and did not answer. Nobody is pursued: "
                             "answer here instead.");
    case MoveWhy::AlreadyPrivate:
        return MoveWords::tr("This conversation is private already.");
    default:
        return MoveWords::tr("There is no private way. Answer here, where the question is.");
    }
}

QString whyThisWay(const PreparedMove &move)
{
    switch (move.plan.why) {
    case MoveWhy::ReplyOpen:
        return MoveWords::tr("The platform allows one private answer to this message: it can be sent once.");
    case MoveWhy::MayWrite:
        return MoveWords::tr("We may write to the customer where the talk began.");
    case MoveWhy::TalkElsewhere:
        return MoveWords::tr("There is a private talk with the customer already: it goes on there.");
    case MoveWhy::MailKnown:
        return MoveWords::tr("The customer's mail address is known.");
    case MoveWhy::MustWriteFirst:
        return MoveWords::tr("Here the customer has to write first. The public line says how.");
    case MoveWhy::CallAllowed:
        return MoveWords::tr("The customer has allowed a call.");
    case MoveWhy::PhoneKnown:
        return MoveWords::tr("A phone number is known, but not whether we may call: ask first.");
    case MoveWhy::NoWayKnown:
        return MoveWords::tr("No private way is known. The customer chooses one, and one of us takes over.");
    case MoveWhy::PreferredPlace:
        return MoveWords::tr("The customer likes to be answered there, and it is allowed.");
    case MoveWhy::Solved:
        return move.privateHalf
            ? MoveWords::tr(
                  "It is solved. Whoever read the complaint may read that. The customer is asked once, "
                  "and may say no.")
            : MoveWords::tr(
                  "It is solved. Whoever read the complaint may read that. The customer is not asked "
                  "about the post: that was done, is not wanted, or there is no talk to ask in.");
    default:
        return whyPublic(move.plan.why);
    }
}

/// How the person likes to be answered, for who mends the text.
QStringList howTheyLikeIt(const PersonPreference &prefers)
{
    QStringList words;
    if (prefers.length == AnswerLength::Short) {
        words << MoveWords::tr("The customer likes short answers.");
    } else if (prefers.length == AnswerLength::Detailed) {
        words << MoveWords::tr("The customer likes detailed answers.");
    }
    if (prefers.form == AddressForm::Formal) {
        words << MoveWords::tr("The customer wants to be addressed formally.");
    } else if (prefers.form == AddressForm::Familiar) {
        words << MoveWords::tr("The customer wants to be addressed familiarly.");
    }
    return words;
}

/// What it waits for, and what happens then.
QString awaitedWords(const PrivateMove &move, const QString &since)
{
    //: %1 is a time, a weekday or a date
    const auto waits = MoveWords::tr("Waits in private for the customer since %1.").arg(since);
    return move.waitingText.trimmed().isEmpty()
        ? waits
        : waits + u' '
            + MoveWords::tr(
                "Once they write there, and you say that it is them, the private message leaves.");
}

} // namespace

QString moveWayLabel(MoveWay way)
{
    switch (way) {
    case MoveWay::None:
        return MoveWords::tr("Nothing to move");
    case MoveWay::StayPublic:
        return MoveWords::tr("An answer in public");
    case MoveWay::PrivateReply:
        return MoveWords::tr("A private answer to the comment");
    case MoveWay::DirectMessage:
        return MoveWords::tr("A direct message");
    case MoveWay::Letter:
        return MoveWords::tr("A letter");
    case MoveWay::PersonWrites:
        return MoveWords::tr("The customer writes to us");
    case MoveWay::Call:
        return MoveWords::tr("A call");
    case MoveWay::AskForCall:
        return MoveWords::tr("Asking whether we may call");
    case MoveWay::ChoiceOfWays:
        return MoveWords::tr("A choice of ways");
    case MoveWay::ClosePublic:
        return MoveWords::tr("Closing the public side");
    }
    Q_UNREACHABLE_RETURN(QString());
}

QString closedBecause(MoveWhy why)
{
    switch (why) {
    case MoveWhy::AlreadyPrivate:
        return MoveWords::tr("the talk is private already");
    case MoveWhy::AskedToStay:
        return MoveWords::tr("the customer asked to stay in public");
    case MoveWhy::DoNotContact:
        return MoveWords::tr("the customer does not want to be contacted");
    case MoveWhy::TooManyApproaches:
        return MoveWords::tr("invited often enough");
    case MoveWhy::NoPrivateSide:
        return MoveWords::tr("this channel has no private side");
    case MoveWhy::ReplyUsed:
        return MoveWords::tr("the one answer was given");
    case MoveWhy::ReplyExpired:
        return MoveWords::tr("the time for it is over");
    case MoveWhy::MustWriteFirst:
        return MoveWords::tr("the customer has to write first");
    case MoveWhy::NoTalkElsewhere:
        return MoveWords::tr("there is no talk on another channel");
    case MoveWhy::NoMailKnown:
        return MoveWords::tr("no mail address is known");
    case MoveWhy::NoPhoneKnown:
        return MoveWords::tr("no phone number is known");
    case MoveWhy::NotAnsweredYet:
        return MoveWords::tr("we asked, and wait for the answer");
    case MoveWhy::ConsentMissing:
        return MoveWords::tr("nobody asked whether we may");
    case MoveWhy::ConsentRefused:
        return MoveWords::tr("the customer said no");
    case MoveWhy::ConsentRevoked:
        return MoveWords::tr("the customer took the consent back");
    case MoveWhy::ReplyOpen:
    case MoveWhy::MayWrite:
    case MoveWhy::TalkElsewhere:
    case MoveWhy::MailKnown:
    case MoveWhy::CallAllowed:
    case MoveWhy::PhoneKnown:
    case MoveWhy::NoWayKnown:
    case MoveWhy::AnotherWayIsOpen:
    case MoveWhy::Solved:
    case MoveWhy::PreferredPlace:
        return MoveWords::tr("a nearer way is open");
    }
    Q_UNREACHABLE_RETURN(QString());
}

QString moveReason(const PreparedMove &move, Instant now)
{
    auto words = whyThisWay(move);
    if (move.plan.deadline) {
        //: %1 is a time to come: "tomorrow, 9:00"
        words += u' ' + MoveWords::tr("Possible until %1.").arg(untilLabel(*move.plan.deadline, now));
    }
    if (!move.plan.phone.isEmpty()) {
        //: %1 is a phone number
        words += u' ' + MoveWords::tr("The number to call: %1.").arg(isolated(oneLine(move.plan.phone, 40)));
    }
    if (move.plan.privateHalf) {
        for (const auto &one : howTheyLikeIt(move.facts.prefers)) {
            words += u' ' + one;
        }
    }
    return words;
}

QString moveNextWords(MoveNext next)
{
    switch (next) {
    case MoveNext::Nothing:
    case MoveNext::AnswerHere:
        return {};
    case MoveNext::PrivateThenPublic:
        return MoveWords::tr(
            "The private message goes first. The public line follows once it has arrived, so "
            "that it is true.");
    case MoveNext::PublicThenArrival:
        return MoveWords::tr("The public line goes now. The private message waits until the customer comes, "
                             "and you confirm who it is.");
    case MoveNext::CallThenPublic:
        return MoveWords::tr("Call first. The public line says that you did.");
    case MoveNext::PublicThenYes:
        return MoveWords::tr("The question goes now. A call is possible once the customer has said yes.");
    case MoveNext::PublicThenHandOver:
        return MoveWords::tr("The public line goes now. One of us takes over by hand once the customer has "
                             "chosen.");
    case MoveNext::PublicThenRequest:
        return MoveWords::tr(
            "The public line goes first. The request follows once everybody can read that it is "
            "solved. Either can be left out.");
    }
    Q_UNREACHABLE_RETURN(QString());
}

QString moveButton(const PreparedMove &move)
{
    if (move.plan.next == MoveNext::AnswerHere) {
        //: On the button. %1 is a channel such as "X"
        return MoveWords::tr("Reply publicly on %1").arg(channelLabel(move.thread.conversation.channel));
    }
    if (!move.privateHalf) {
        return MoveWords::tr("Send the public line");
    }
    if (!move.publicHalf) {
        return MoveWords::tr("Send the private message");
    }
    return move.plan.next == MoveNext::PublicThenArrival ? MoveWords::tr("Send the public line")
                                                         : MoveWords::tr("Send both");
}

QStringList closedWays(const PrivateMovePlan &plan)
{
    QStringList lines;
    for (const auto &[way, why] : plan.forbidden) {
        //: A way that is closed, and why
        lines.append(MoveWords::tr("%1: %2").arg(moveWayLabel(way), closedBecause(why)));
    }
    return lines;
}

QString readersOf(const WrittenHalf &half)
{
    if (half.half.audience == Audience::Public) {
        return MoveWords::tr("Public: everybody can read this");
    }
    //: %1 is a person
    return MoveWords::tr("Private: only %1 reads this").arg(oneLine(half.row.person, 60));
}

QString placeOf(const WrittenHalf &half)
{
    const auto channel = channelLabel(half.half.channel);
    //: %1 is a channel, %2 an address there
    return half.half.handle.isEmpty()
        ? channel
        : MoveWords::tr("%1, to %2").arg(channel, isolated(oneLine(half.half.handle, 100)));
}

QString movedWords(MoveNext next)
{
    switch (next) {
    case MoveNext::PrivateThenPublic:
    case MoveNext::PublicThenRequest:
        return MoveWords::tr("Both halves wait in the outbox.");
    case MoveNext::PublicThenArrival:
        return MoveWords::tr(
            "The public line waits in the outbox. The private message waits for the customer.");
    default:
        return MoveWords::tr("The public line waits in the outbox.");
    }
}

QString storyWords(const PrivateMove &move, ConversationId here, Instant now)
{
    const auto since = whenLabel(move.startedAt, now);
    const bool isPublic = move.conversation == here;
    if (move.way == MoveWay::ClosePublic) {
        return {}; // told with the move that it ends
    }
    switch (move.state) {
    case MoveState::Leaving:
        if (move.isStopped) {
            return MoveWords::tr("The move to private has stopped. The outbox says why, and what to do.");
        }
        return isPublic ? MoveWords::tr("The move to private is on its way.")
                        : MoveWords::tr("This talk comes from a public conversation.");
    case MoveState::Awaited:
        return isPublic ? awaitedWords(move, since) : QString();
    case MoveState::Joined:
        //: %1 is a time, a weekday or a date
        return isPublic ? MoveWords::tr("Continued in private since %1.").arg(since)
                        : MoveWords::tr("This talk comes from a public conversation.");
    case MoveState::Answered:
        //: %1 is a time, a weekday or a date
        return endsInPublic(move.way) ? MoveWords::tr("Goes on by hand since %1.").arg(since) : QString();
    case MoveState::TakenBack:
        return {};
    }
    Q_UNREACHABLE_RETURN(QString());
}

QString endWords(const ClosingStory &end, Instant now)
{
    switch (end.state) {
    case ClosingState::Due: {
        const auto since = whenLabel(end.move.resolution->at, now);
        //: %1 is a time, a weekday or a date, %2 a time to come
        return end.due > now ? MoveWords::tr("Solved since %1; the public line is due by %2.")
                                   .arg(since, untilLabel(end.due, now))
                             //: %1 and %2 are times, weekdays or dates
                             : MoveWords::tr("Solved since %1; the public line was due %2.")
                                   .arg(since, whenLabel(end.due, now));
    }
    case ClosingState::Leaving:
        return MoveWords::tr("The public side is being closed.");
    case ClosingState::Closed:
        //: %1 is a time, a weekday or a date
        return MoveWords::tr("The public side is closed since %1.").arg(whenLabel(end.closedAt, now));
    case ClosingState::NothingMoved:
    case ClosingState::UnderWay:
    case ClosingState::Unsolved:
        return {};
    }
    Q_UNREACHABLE_RETURN(QString());
}

QString noEndBecause(ClosingState state)
{
    switch (state) {
    case ClosingState::NothingMoved:
        return MoveWords::tr("Nothing of this conversation was moved to private.");
    case ClosingState::UnderWay:
        return MoveWords::tr("The move to private has not come through yet.");
    case ClosingState::Unsolved:
        return MoveWords::tr("Record first what was done in private.");
    case ClosingState::Leaving:
        return MoveWords::tr("The public side is being closed.");
    case ClosingState::Closed:
        return MoveWords::tr("The public side is closed already.");
    case ClosingState::Due:
        return {};
    }
    Q_UNREACHABLE_RETURN(QString());
}

} // namespace aside
