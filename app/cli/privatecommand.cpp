// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands.h"
#include "app/cli/moveprepare.h"
#include "app/cli/printable.h"
#include "app/cli/privateparts.h"
#include "app/cli/shapes.h"
#include "app/cli/textinput.h"
#include "app/cli/words.h"
#include "models/persons/personnames.h"

#include <QJsonArray>

#include <optional>

namespace aside::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr int usualUndo = 10;
constexpr int longestUndo = 60;

QJsonValue halfJson(const std::optional<WrittenHalf> &words)
{
    if (!words) {
        return QJsonValue::Null;
    }
    const auto &half = words->half;
    QJsonObject json{{u"text"_s, words->text},
                     {u"template"_s, words->templateId},
                     {u"channel"_s, QString(channelName(half.channel))}};
    if (half.audience == Audience::Private) {
        json.insert(u"handle"_s, half.handle);
        json.insert(u"conversation"_s,
                    half.conversation.isValid() ? QJsonValue(half.conversation.value) : QJsonValue::Null);
    }
    return json;
}

QJsonArray promisesJson(const PreparedMove &made)
{
    QJsonArray promises;
    const auto add = [&promises](QLatin1StringView half, const std::optional<WrittenHalf> &written) {
        const auto found = written ? written->promises : QList<FoundPromise>();
        for (const auto &[range, dueAt] : found) {
            promises.append(QJsonObject{{u"half"_s, QString(half)},
                                        {u"words"_s, written->text.sliced(range.start, range.length)},
                                        {u"due"_s, utcText(dueAt)}});
        }
    };
    add("public"_L1, made.publicHalf);
    add("private"_L1, made.privateHalf);
    return promises;
}

QStringList recordNames(const PrivateMovePlan &plan)
{
    QStringList names;
    for (const auto record : plan.records) {
        names.append(moveRecordName(record));
    }
    return names;
}

QJsonObject prefersJson(const PersonPreference &prefers)
{
    return {{u"channel"_s,
             prefers.channel ? QJsonValue(QString(channelName(*prefers.channel))) : QJsonValue::Null},
            {u"length"_s, QString(answerLengthName(prefers.length))},
            {u"form"_s, QString(addressFormName(prefers.form))}};
}

/// What the person likes; nothing where any will do.
QStringList prefersWords(const PersonPreference &prefers)
{
    QStringList words;
    if (prefers.channel) {
        words.append(channelName(*prefers.channel));
    }
    if (prefers.length != AnswerLength::Any) {
        words.append(answerLengthName(prefers.length));
    }
    if (prefers.form != AddressForm::Any) {
        words.append(addressFormName(prefers.form));
    }
    return words;
}

QJsonObject planJson(const PreparedMove &made)
{
    const auto &plan = made.plan;
    QJsonArray forbidden;
    for (const auto &[way, why] : plan.forbidden) {
        forbidden.append(
            QJsonObject{{u"way"_s, QString(moveWayName(way))}, {u"why"_s, QString(moveWhyName(why))}});
    }
    return {{u"conversation"_s, made.thread.conversation.id.value},
            {u"way"_s, QString(moveWayName(plan.way))},
            {u"allowed"_s, plan.isAllowed()},
            {u"why"_s, QString(moveWhyName(plan.why))},
            {u"prefers"_s, prefersJson(made.facts.prefers)},
            {u"public"_s, halfJson(made.publicHalf)},
            {u"private"_s, halfJson(made.privateHalf)},
            {u"phone"_s, plan.phone},
            {u"deadline"_s, plan.deadline ? QJsonValue(utcText(*plan.deadline)) : QJsonValue::Null},
            {u"next"_s, QString(moveNextName(plan.next))},
            {u"records"_s, QJsonArray::fromStringList(recordNames(plan))},
            {u"promises"_s, promisesJson(made)},
            {u"forbidden"_s, forbidden},
            {u"afterwards"_s, QJsonArray::fromStringList(made.afterwards)}};
}

void printList(Output &output, const QString &words, const QStringList &names)
{
    if (!names.isEmpty()) {
        output.line(words.arg(names.join(u", "_s)));
    }
}

/// What is promised, and by when it is due.
QStringList promisedTimes(const PreparedMove &made)
{
    QStringList times;
    for (const auto *half : {&made.publicHalf, &made.privateHalf}) {
        const auto found = *half ? (*half)->promises : QList<FoundPromise>();
        for (const auto &promise : found) {
            times.append(localText(promise.dueAt));
        }
    }
    return times;
}

void printPlan(Output &output, const PreparedMove &made)
{
    const auto &plan = made.plan;
    output.line(Words::tr("Way: %1 (%2)").arg(moveWayName(plan.way), moveWhyName(plan.why)));
    if (!plan.phone.isEmpty()) {
        output.line(Words::tr("To call: %1").arg(printableLine(plan.phone)));
    }
    if (plan.deadline) {
        output.line(Words::tr("Possible until %1").arg(localText(*plan.deadline)));
    }
    printList(output, Words::tr("The customer prefers: %1"), prefersWords(made.facts.prefers));
    if (made.publicHalf) {
        output.line(u"\n"_s + Words::tr("For everybody to read:"));
        output.line(made.publicHalf->text);
    }
    if (made.privateHalf) {
        //: %1 is a channel: "vk"
        const auto sent = plan.way == MoveWay::PersonWrites ? Words::tr("In private (%1), once they write:")
                                                            : Words::tr("In private (%1):");
        output.line(u"\n"_s + sent.arg(channelName(plan.privateHalf->channel)));
        output.line(made.privateHalf->text);
    }
    output.line({});
    printList(output, Words::tr("Promised for: %1"), promisedTimes(made));
    printList(output, Words::tr("To record: %1"), recordNames(plan));
    QStringList closed;
    for (const auto &[way, why] : plan.forbidden) {
        closed.append(u"%1 (%2)"_s.arg(moveWayName(way), moveWhyName(why)));
    }
    printList(output, Words::tr("Not possible: %1"), closed);
    printList(output, Words::tr("Once it is solved: %1"), made.afterwards);
}

ExitCode plan(CommandContext &context, ConversationId id)
{
    const auto session = openProfile(context, ProfileAccess::ReadOnly);
    if (!session) {
        return session.error();
    }
    const auto made = preparedMove(context, **session, id);
    if (!made) {
        return made.error();
    }
    context.output.isJson() ? context.output.json(planJson(*made)) : printPlan(context.output, *made);
    return ExitCode::Ok;
}

Step<std::optional<QString>> givenText(CommandContext &context, const QCommandLineParser &parser,
                                       const QString &option)
{
    if (!parser.isSet(option)) {
        return std::nullopt;
    }
    return textFrom(context, parser.value(option)).transform([](const QString &text) {
        return std::optional(text);
    });
}

ExitCode resolve(CommandContext &context, const QCommandLineParser &parser, ConversationId id)
{
    if (parser.value(u"what"_s).trimmed().isEmpty()) {
        return context.output.usage(Words::tr("Say what was done: --what TEXT."));
    }
    return resolvePrivate(context, id, parser.value(u"what"_s));
}

ExitCode start(CommandContext &context, const QCommandLineParser &parser, ConversationId id, MoveAim aim)
{
    if (parser.value(u"public"_s) == "-"_L1 && parser.value(u"private"_s) == "-"_L1) {
        return context.output.usage(Words::tr("Only one text can come from the input."));
    }
    const auto undo = numberOption(context, parser, u"undo"_s, usualUndo, longestUndo);
    const auto inPublic = undo ? givenText(context, parser, u"public"_s) : std::unexpected(undo.error());
    const auto inPrivate
        = inPublic ? givenText(context, parser, u"private"_s) : std::unexpected(inPublic.error());
    if (!inPrivate) {
        return inPrivate.error();
    }
    return startPrivate(context,
                        {.conversation = id,
                         .publicText = *inPublic,
                         .privateText = *inPrivate,
                         .undoWindow = std::chrono::seconds(*undo),
                         .reasons = parser.values(u"reason"_s),
                         .aim = aim,
                         .without = parser.values(u"without"_s),
                         .isTried = parser.isSet(u"dry-run"_s)});
}

/// The actions on one number.
std::optional<ExitCode> actOn(CommandContext &context, const QCommandLineParser &parser, qint64 number)
{
    const auto action = parser.positionalArguments().constFirst();
    if (action == "plan"_L1) {
        return plan(context, ConversationId{number});
    }
    if (action == "start"_L1) {
        return start(context, parser, ConversationId{number}, MoveAim::Begin);
    }
    if (action == "close"_L1) {
        return start(context, parser, ConversationId{number}, MoveAim::Close);
    }
    if (action == "resolve"_L1) {
        return resolve(context, parser, ConversationId{number});
    }
    if (action == "list"_L1) {
        return listPrivate(context, ConversationId{number});
    }
    if (action == "arrivals"_L1) {
        return listArrivals(context, ConversationId{number});
    }
    if (action == "take-back"_L1) {
        return takeBackPrivate(context, PrivateMoveId{number});
    }
    return std::nullopt;
}

} // namespace

Command privateCommand()
{
    return {
        .name = u"private"_s,
        .synopsis
        = u"plan ID | start ID [--public FILE|-] [--private FILE|-] [--undo SECONDS] "
          "[--reason RULE=TEXT]... [--dry-run] | list [ID] | take-back MOVE | arrivals ID | "
          "arrived MOVE ID | rejected MOVE ID | resolve ID --what TEXT | close ID [--without public|private]... [as start]"_s,
        .summary
        = Words::tr("Plans how a public conversation goes on in private, moves it, and ends it in public."),
        .options
        = {{u"public"_s, Words::tr("What everybody reads, instead of the drafted text."), u"FILE"_s},
           {u"private"_s, Words::tr("What the person reads, instead of the drafted text."), u"FILE"_s},
           {u"undo"_s, Words::tr("How long it can be undone: 0 to 60, usually 10."), u"SECONDS"_s},
           {u"reason"_s,
            Words::tr("Why something stays that the reply check asks about; may be given "
                      "several times."),
            u"RULE=TEXT"_s},
           {u"without"_s, Words::tr("Leaves out one of both halves: public or private."), u"HALF"_s},
           {u"what"_s, Words::tr("What was done, for the team alone."), u"TEXT"_s},
           {u"dry-run"_s, Words::tr("Writes and checks both halves, and sends nothing.")}},
        .atLeast = 1,
        .atMost = 3,
        .run = &runPrivate};
}

ExitCode runPrivate(CommandContext &context, const QStringList &arguments)
{
    const auto parser = parse(context, privateCommand(), arguments);
    if (!parser) {
        return parser.error();
    }
    const auto words = (*parser)->positionalArguments();
    if (words == QStringList{u"list"_s}) {
        return listPrivate(context, {});
    }
    const auto first = words.size() > 1 ? idArgument(context, words.at(1)) : Step<qint64>(0);
    if (!first) {
        return first.error();
    }
    const bool isArrived = words.constFirst() == "arrived"_L1;
    if (words.size() == 3 && (isArrived || words.constFirst() == "rejected"_L1)) {
        const auto talk = idArgument(context, words.at(2));
        if (!talk) {
            return talk.error();
        }
        const PrivateMoveId move{*first};
        return isArrived ? arrivedPrivate(context, move, ConversationId{*talk})
                         : rejectPrivate(context, move, ConversationId{*talk});
    }
    const auto done = words.size() == 2 ? actOn(context, **parser, *first) : std::nullopt;
    return done ? *done
                : context.output.usage(
                      Words::tr("Usage: asidectl %1 %2").arg(u"private"_s, privateCommand().synopsis));
}

} // namespace aside::cli
