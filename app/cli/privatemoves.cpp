// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The moves to private that there are.

#include "app/cli/checkfacts.h"
#include "app/cli/printable.h"
#include "app/cli/privateparts.h"
#include "app/cli/shapes.h"
#include "app/cli/words.h"
#include "models/ports/movestore.h"
#include "models/ports/personrecords.h"

#include <QJsonArray>

#include <algorithm>

namespace aside::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds usualUndo{10};

QString stateName(MoveState state)
{
    switch (state) {
    case MoveState::Leaving:
        return u"leaving"_s;
    case MoveState::Awaited:
        return u"awaited"_s;
    case MoveState::Joined:
        return u"joined"_s;
    case MoveState::TakenBack:
        return u"taken-back"_s;
    case MoveState::Answered:
        return u"answered"_s;
    }
    Q_UNREACHABLE_RETURN(QString());
}

QString moveSubject(PrivateMoveId id)
{
    return Words::tr("Move %1").arg(id.value);
}

template <typename Tag>
QJsonValue idOrNull(Id<Tag> id)
{
    return id.isValid() ? QJsonValue(id.value) : QJsonValue::Null;
}

ExitCode printChanged(CommandContext &context, PrivateMoveId id, const Result<PrivateMove> &move)
{
    if (!move && move.error().code == Errc::Conflict) {
        return context.output.failure(moveSubject(id), Errc::Conflict,
                                      Words::tr("In its state, that cannot be done."));
    }
    if (!move) {
        return context.output.failure(moveSubject(id), move.error().code);
    }
    context.output.isJson() ? context.output.json({{u"move"_s, moveJson(*move)}})
                            : printMoves(context.output, {*move});
    return ExitCode::Ok;
}

void printArrivals(Output &output, const QList<ArrivalProposal> &found)
{
    if (found.isEmpty()) {
        output.line(Words::tr("Nobody is waited for who it may be."));
        return;
    }
    Table table;
    table.addColumn(Words::tr("Move"), Table::Align::Right);
    table.addColumn(Words::tr("Person"));
    table.addColumn(Words::tr("Sign"));
    for (const auto &one : found) {
        table.addRow({QString::number(one.move.id.value), printableLine(one.personName),
                      QString(arrivalSignName(one.sign))});
    }
    output.table(table);
}

/// Whoever came and whom the line was for, once the operator said that they are one.
Result<void> joinPersons(Session &session, const QList<ArrivalProposal> &proposed, PrivateMoveId id,
                         const QString &by)
{
    const auto found = std::ranges::find(proposed, id, [](const auto &one) { return one.move.id; });
    if (found == proposed.cend() || !found->areTwo()) {
        return {};
    }
    const auto merged = await(session.personRecords().mergePersons(found->talkPerson, found->person, by));
    return merged || merged.error().code == Errc::InvalidInput ? Result<void>()
                                                               : std::unexpected(merged.error());
}

} // namespace

namespace {

QJsonObject resolutionJson(const Resolution &made)
{
    return {{u"what"_s, made.what}, {u"at"_s, utcText(made.at)}, {u"by"_s, made.by}};
}

} // namespace

QJsonObject moveJson(const PrivateMove &move)
{
    return {{u"id"_s, move.id.value},
            {u"conversation"_s, move.conversation.value},
            {u"talk"_s, idOrNull(move.talk)},
            {u"way"_s, QString(moveWayName(move.way))},
            {u"state"_s, stateName(move.state)},
            {u"approach"_s, move.isApproach},
            {u"started"_s, utcText(move.startedAt)},
            {u"by"_s, move.startedBy},
            {u"publicItem"_s, idOrNull(move.publicItem)},
            {u"privateItem"_s, idOrNull(move.privateItem)},
            {u"handle"_s, move.handle},
            {u"waitingText"_s, move.waitingText},
            {u"payload"_s, move.payload},
            {u"ended"_s, move.endedAt == Instant{} ? QJsonValue::Null : QJsonValue(utcText(move.endedAt))},
            {u"resolution"_s,
             move.resolution ? QJsonValue(resolutionJson(*move.resolution)) : QJsonValue(QJsonValue::Null)}};
}

void printMoves(Output &output, const QList<PrivateMove> &moves)
{
    if (moves.isEmpty()) {
        output.line(Words::tr("Nothing here."));
        return;
    }
    const auto number = [](auto id) {
        return id.isValid() ? QString::number(id.value) : QString();
    };
    Table table;
    table.addColumn(Words::tr("Move"), Table::Align::Right);
    table.addColumn(Words::tr("Conversation"), Table::Align::Right);
    table.addColumn(Words::tr("Private talk"), Table::Align::Right);
    table.addColumn(Words::tr("Way"));
    table.addColumn(Words::tr("State"));
    table.addColumn(Words::tr("Handle"));
    table.addColumn(Words::tr("Made"));
    for (const auto &move : moves) {
        table.addRow({number(move.id), number(move.conversation), number(move.talk), moveWayName(move.way),
                      stateName(move.state), printableLine(move.handle), localText(move.startedAt)});
    }
    output.table(table);
}

ExitCode listPrivate(CommandContext &context, ConversationId id)
{
    const auto session = openProfile(context, ProfileAccess::ReadOnly);
    if (!session) {
        return session.error();
    }
    if (id.isValid()) {
        if (const auto known = existing(context, **session, id); !known) {
            return known.error();
        }
    }
    const auto moves = awaitStep(
        context, {}, id.isValid() ? (*session)->moves().movesOf(id) : (*session)->moves().awaited());
    if (!moves) {
        return moves.error();
    }
    if (!context.output.isJson()) {
        printMoves(context.output, *moves);
        return ExitCode::Ok;
    }
    QJsonArray all;
    for (const auto &move : *moves) {
        all.append(moveJson(move));
    }
    context.output.json({{u"moves"_s, all}});
    return ExitCode::Ok;
}

ExitCode takeBackPrivate(CommandContext &context, PrivateMoveId id)
{
    const auto session = openProfile(context, ProfileAccess::ReadWrite);
    return session ? printChanged(context, id, await((*session)->moves().takeBack(id))) : session.error();
}

ExitCode resolvePrivate(CommandContext &context, ConversationId id, const QString &what)
{
    const auto profile = checkFacts(context);
    const auto session
        = profile ? openProfile(context, ProfileAccess::ReadWrite) : std::unexpected(profile.error());
    if (!session) {
        return session.error();
    }
    const auto move = await((*session)->moves().resolve(id, what, profile->operatorName));
    const auto subject = conversationSubject(id);
    if (!move && move.error().code == Errc::Conflict) {
        return context.output.failure(subject, Errc::Conflict,
                                      Words::tr("No talk was moved to private here that could be solved."));
    }
    if (!move) {
        return context.output.failure(subject, move.error().code);
    }
    return printChanged(context, move->id, move);
}

ExitCode listArrivals(CommandContext &context, ConversationId talk)
{
    const auto session = openProfile(context, ProfileAccess::ReadOnly);
    if (!session) {
        return session.error();
    }
    const auto found = awaitStep(context, conversationSubject(talk), (*session)->moves().arrivals(talk));
    if (!found) {
        return found.error();
    }
    if (!context.output.isJson()) {
        printArrivals(context.output, *found);
        return ExitCode::Ok;
    }
    QJsonArray all;
    for (const auto &one : *found) {
        all.append(QJsonObject{{u"move"_s, moveJson(one.move)},
                               {u"sign"_s, QString(arrivalSignName(one.sign))},
                               {u"person"_s, one.personName},
                               {u"joinsPersons"_s, one.areTwo()}});
    }
    context.output.json({{u"arrivals"_s, all}});
    return ExitCode::Ok;
}

ExitCode rejectPrivate(CommandContext &context, PrivateMoveId id, ConversationId talk)
{
    const auto session = openProfile(context, ProfileAccess::ReadWrite);
    if (!session) {
        return session.error();
    }
    const auto done = await((*session)->moves().rejectArrival(id, talk));
    if (!done) {
        return context.output.failure(moveSubject(id), done.error().code);
    }
    return listArrivals(context, talk);
}

ExitCode arrivedPrivate(CommandContext &context, PrivateMoveId id, ConversationId talk)
{
    const auto profile = checkFacts(context);
    const auto session
        = profile ? openProfile(context, ProfileAccess::ReadWrite) : std::unexpected(profile.error());
    if (!session) {
        return session.error();
    }
    const auto proposed = await((*session)->moves().expected(talk));
    const auto move = await((*session)->moves().confirmArrival(id, talk, {.undoWindow = usualUndo}));
    const auto joined
        = move && proposed ? joinPersons(**session, *proposed, id, profile->operatorName) : Result<void>();
    if (!joined) {
        return context.output.failure(conversationSubject(talk), joined.error().code);
    }
    return printChanged(context, id, move);
}

} // namespace aside::cli
