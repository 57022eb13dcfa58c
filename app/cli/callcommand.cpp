// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands.h"
#include "app/cli/shapes.h"
#include "app/cli/whom.h"
#include "app/cli/words.h"
#include "models/calls/call.h"
#include "models/ports/messagesink.h"
#include "models/ports/personrecords.h"
#include "models/ports/personstore.h"
#include "widgets/common/callwords.h"

#include <QDateTime>
#include <QUuid>

namespace aside::cli {

namespace {

using namespace Qt::StringLiterals;

constexpr int mostFound = 30;

Step<LoggedCall> callOf(CommandContext &context, const QCommandLineParser &parser, const PersonCard &person)
{
    const auto outcome = callOutcomeFromName(parser.value(u"outcome"_s));
    const auto length = callLengthFrom(parser.value(u"length"_s));
    if (!outcome || !length || parser.isSet(u"in"_s) == parser.isSet(u"out"_s)) {
        return std::unexpected(context.output.usage(
            Words::tr("A call needs --in or --out, --length 4:05, and --outcome answered, no-answer, busy, "
                      "voicemail or call-back.")));
    }
    const QString time = parser.value(u"at"_s);
    const QDateTime at = QDateTime::fromString(time, Qt::ISODate);
    if (!time.isEmpty() && !at.isValid()) {
        return std::unexpected(
            context.output.usage(Words::tr("--at needs a time, such as 2026-11-20T14:30.")));
    }
    const QString number = parser.value(u"number"_s);
    return LoggedCall{.direction = parser.isSet(u"out"_s) ? Direction::Outgoing : Direction::Incoming,
                      .number = number.isEmpty() ? phoneOf(person) : number,
                      .length = *length,
                      .outcome = *outcome,
                      .note = parser.value(u"note"_s),
                      .at
                      = time.isEmpty() ? context.backend.clock().now() : fromMillis(at.toMSecsSinceEpoch())};
}

ExitCode refused(CommandContext &context, const QString &subject, Errc code)
{
    if (code == Errc::ConsentMissing) {
        return context.output.failure(
            subject, code,
            Words::tr("We may not call this number: there is no consent to phone. See "
                      "\"consent grant\"."));
    }
    return context.output.failure(
        subject, code, Words::tr("That is no call: it needs a number, at most a day, and no time to come."));
}

/// The number may have been nobody's until now.
Step<void> join(CommandContext &context, Session &session, const PersonCard &person, const QString &number,
                const QString &by)
{
    const auto found = awaitStep(context, personSubject(person.id),
                                 session.personRecords().findPersons(number, mostFound));
    if (!found) {
        return std::unexpected(found.error());
    }
    const PersonId other = ownerOf(number, *found, person.id);
    if (!other.isValid()) {
        return {};
    }
    return awaitStep(context, personSubject(other),
                     session.personRecords().mergePersons(other, person.id, by))
        .transform([](const MergeReceipt &) { });
}

ExitCode log(CommandContext &context, const QCommandLineParser &parser, const QString &named)
{
    const auto by = whoWorksHere(context);
    const auto session = by ? openProfile(context, ProfileAccess::ReadWrite) : std::unexpected(by.error());
    if (!session) {
        return session.error();
    }
    const auto number = idArgument(context, named);
    const auto id
        = number ? existing(context, **session, ConversationId{*number}) : std::unexpected(number.error());
    if (!id) {
        return id.error();
    }
    const QString subject = conversationSubject(*id);
    const auto person = awaitStep(context, subject, (*session)->persons().card(*id));
    const auto call = person ? callOf(context, parser, *person) : std::unexpected(person.error());
    if (!call) {
        return call.error();
    }
    if (const Result<void> may = checkCall(*call, *person, context.backend.clock().now()); !may) {
        return refused(context, subject, may.error().code);
    }
    IncomingBatch batch;
    batch.messages = {callMessage(*call, *person, callWords(*call),
                                  QUuid::createUuid().toString(QUuid::WithoutBraces), *by)};
    const auto kept = awaitStep(context, subject, (*session)->sink().apply(batch));
    const auto joined
        = kept ? join(context, **session, *person, call->number, *by) : std::unexpected(kept.error());
    if (!joined) {
        return joined.error();
    }
    if (context.output.isJson()) {
        context.output.json({{u"call"_s,
                              QJsonObject{{u"direction"_s, QString(directionName(call->direction))},
                                          {u"number"_s, call->number},
                                          {u"seconds"_s, static_cast<qint64>(call->length.count())},
                                          {u"outcome"_s, QString(callOutcomeName(call->outcome))},
                                          {u"note"_s, call->note},
                                          {u"at"_s, utcText(call->at)}}}});
    } else {
        context.output.line(callWords(*call));
    }
    return ExitCode::Ok;
}

} // namespace

Command callCommand()
{
    return {.name = u"call"_s,
            .synopsis = u"log CONVERSATION --in|--out --length M:SS --outcome OUTCOME [--number NUMBER] "
                        "[--note TEXT] [--at TIME]"_s,
            .summary = Words::tr("Keep a call with the customer of a conversation."),
            .options
            = {{u"in"_s, Words::tr("They called.")},
               {u"out"_s, Words::tr("We called: only with their consent.")},
               {u"length"_s, Words::tr("How long, in minutes and seconds."), u"M:SS"_s},
               {u"outcome"_s, Words::tr("answered, no-answer, busy, voicemail or call-back."), u"OUTCOME"_s},
               {u"number"_s, Words::tr("The number, where it is not the one that is known."), u"NUMBER"_s},
               {u"note"_s, Words::tr("What was said."), u"TEXT"_s},
               {u"at"_s, Words::tr("When it began; now, where it is not said."), u"TIME"_s}},
            .atLeast = 2,
            .atMost = 2,
            .run = &runCall};
}

ExitCode runCall(CommandContext &context, const QStringList &arguments)
{
    const auto parser = parse(context, callCommand(), arguments);
    if (!parser) {
        return parser.error();
    }
    const QStringList words = (*parser)->positionalArguments();
    if (words.constFirst() != u"log"_s) {
        return context.output.usage(
            Words::tr("Usage: asidectl %1 %2").arg(u"call"_s, callCommand().synopsis));
    }
    return log(context, **parser, words.at(1));
}

} // namespace aside::cli
