// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands.h"
#include "app/cli/consentshapes.h"
#include "app/cli/shapes.h"
#include "app/cli/whom.h"
#include "app/cli/words.h"
#include "models/ports/consentstore.h"
#include "models/ports/conversationstore.h"
#include "models/privacy/consentnames.h"
#include "models/privacy/consentnow.h"

#include <QDateTime>
#include <QJsonArray>

#include <optional>

namespace aside::cli {

using namespace Qt::StringLiterals;

namespace {

QList<ConsentStanding> standingsOf(const QList<ConsentEntry> &entries, Instant now)
{
    QList<Consent> said;
    for (const auto &entry : entries) {
        said.append(entry.said);
    }
    return consentStandings(said, now);
}

QJsonObject ledgerJson(PersonId person, const QList<ConsentEntry> &entries, Instant now)
{
    QJsonArray stands;
    for (const auto &standing : standingsOf(entries, now)) {
        QJsonObject one = saidJson(standing.said);
        one.insert(u"state"_s, QString(consentStateName(standing.state)));
        stands.append(one);
    }
    QJsonArray history;
    for (const auto &entry : entries) {
        history.append(entryJson(entry));
    }
    return {{u"person"_s, person.value}, {u"now"_s, stands}, {u"entries"_s, history}};
}

QString addressText(const Consent &said)
{
    //: Every address of a person on a channel
    const auto handle = said.handle.isEmpty() ? Words::tr("every address") : said.handle;
    return u"%1 %2"_s.arg(channelName(said.channel), handle);
}

QString timeText(Instant at)
{
    return at == Instant{} ? QString() : localText(at);
}

QString evidenceText(const ConsentEntry &entry)
{
    //: Where it is said
    return entry.said.evidence.isValid() ? Words::tr("message %1").arg(entry.said.evidence.value)
                                         : entry.words;
}

void printStandings(Output &output, const QList<ConsentStanding> &standings)
{
    Table table;
    table.addColumn(Words::tr("What"));
    table.addColumn(Words::tr("Now"));
    table.addColumn(Words::tr("Address"));
    table.addColumn(Words::tr("Since"));
    table.addColumn(Words::tr("Until"));
    for (const auto &[said, state] : standings) {
        table.addRow({consentToName(said.to), consentStateName(state), addressText(said), timeText(said.at),
                      timeText(said.until)});
    }
    output.table(table);
}

void printHistory(Output &output, const QList<ConsentEntry> &entries)
{
    Table table;
    table.addColumn(Words::tr("Entry"), Table::Align::Right);
    table.addColumn(Words::tr("What"));
    table.addColumn(Words::tr("Said"));
    table.addColumn(Words::tr("Address"));
    table.addColumn(Words::tr("When"));
    table.addColumn(Words::tr("Evidence"));
    table.addColumn(Words::tr("Recorded"));
    table.addColumn(Words::tr("By"));
    for (const auto &entry : entries) {
        table.addRow({QString::number(entry.id.value), consentToName(entry.said.to),
                      consentStateName(entry.said.state), addressText(entry.said), timeText(entry.said.at),
                      evidenceText(entry), timeText(entry.recordedAt), entry.by});
    }
    output.table(table);
}

ExitCode list(CommandContext &context, const QString &named)
{
    const auto session = openProfile(context, ProfileAccess::ReadOnly);
    const auto whom = session ? whose(context, **session, named) : std::unexpected(session.error());
    if (!whom) {
        return whom.error();
    }
    const auto entries
        = awaitStep(context, personSubject(whom->person), (*session)->consents().ledger(whom->person));
    if (!entries) {
        return entries.error();
    }
    const auto now = (*session)->clock().now();
    if (context.output.isJson()) {
        context.output.json(ledgerJson(whom->person, *entries, now));
    } else if (entries->isEmpty()) {
        context.output.line(Words::tr("Nothing was recorded."));
    } else {
        printStandings(context.output, standingsOf(*entries, now));
        context.output.line({});
        printHistory(context.output, *entries);
    }
    return ExitCode::Ok;
}

/// A day, which is meant to its end, or a time.
Step<Instant> untilOption(CommandContext &context, const QCommandLineParser &parser)
{
    const auto text = parser.value(u"until"_s);
    if (text.isEmpty()) {
        return Instant{};
    }
    const auto day = QDate::fromString(text, Qt::ISODate);
    const auto time = day.isValid() && !text.contains(u'T') ? day.addDays(1).startOfDay()
                                                            : QDateTime::fromString(text, Qt::ISODate);
    const auto until = fromMillis(time.isValid() ? time.toMSecsSinceEpoch() : 0);
    if (until <= context.backend.clock().now()) {
        return std::unexpected(
            context.output.usage(Words::tr("--until needs a day to come, such as 2030-12-01.")));
    }
    return until;
}

/// Where it counts, as it was named, else where the person is talked to.
Step<Consent> placed(CommandContext &context, const QCommandLineParser &parser, const Whom &whom,
                     Consent said)
{
    said.handle = parser.value(u"handle"_s).trimmed();
    const auto named = parser.value(u"channel"_s);
    if (!named.isEmpty()) {
        const auto channel = channelFromName(named);
        if (!channel) {
            return std::unexpected(context.output.usage(Words::tr("There is no channel \"%1\".").arg(named)));
        }
        said.channel = *channel;
    } else if (said.to == ConsentTo::Phone) {
        said.channel = Channel::Phone;
    } else if (whom.talk) {
        said.channel = whom.talk->channel;
        if (said.handle.isEmpty()) {
            said.handle = whom.talk->handle;
        }
    } else {
        return std::unexpected(
            context.output.usage(Words::tr("--channel is needed where no conversation says it.")));
    }
    return said;
}

/// What the arguments say; when, is not known yet.
Step<ConsentEntry> entryOf(CommandContext &context, const QCommandLineParser &parser, ConsentState state)
{
    const auto to = consentToFromName(parser.value(u"to"_s));
    if (!to) {
        return std::unexpected(
            context.output.usage(Words::tr("--to needs one of dm, phone, mailing, removal.")));
    }
    const auto until = untilOption(context, parser);
    if (!until) {
        return std::unexpected(until.error());
    }
    ConsentEntry entry{.id = {},
                       .said = {.to = *to, .state = state, .handle = {}, .until = *until, .evidence = {}},
                       .words = parser.value(u"words"_s).trimmed()};
    if (parser.isSet(u"evidence"_s)) {
        const auto evidence = idArgument(context, parser.value(u"evidence"_s));
        if (!evidence) {
            return std::unexpected(evidence.error());
        }
        entry.said.evidence = MessageId{*evidence};
    }
    const bool isGiven = state == ConsentState::Given;
    if (isGiven && !entry.said.evidence.isValid() && entry.words.isEmpty()) {
        return std::unexpected(
            context.output.usage(Words::tr("A consent needs --evidence or --words: how do we know?")));
    }
    if (!isGiven && *until != Instant{}) {
        return std::unexpected(context.output.usage(Words::tr("Only a consent that is given can end.")));
    }
    return entry;
}

/// When the evidence was written; now, where there is none.
Step<Instant> saidAt(CommandContext &context, Session &session, MessageId evidence)
{
    const auto now = session.clock().now();
    if (!evidence.isValid()) {
        return now;
    }
    const auto subject = Words::tr("Message %1").arg(evidence.value);
    const auto found = awaitStep(context, subject, session.conversations().messagesById({evidence}));
    if (!found) {
        return std::unexpected(found.error());
    }
    if (found->isEmpty()) {
        return std::unexpected(context.output.failure(subject, Errc::NotFound));
    }
    const auto written = found->constFirst().sentAt;
    return written == Instant{} ? now : std::min(written, now);
}

ExitCode record(CommandContext &context, const QCommandLineParser &parser, const QString &named,
                ConsentState state)
{
    auto entry = entryOf(context, parser, state);
    if (!entry) {
        return entry.error();
    }
    const auto session = openProfile(context, ProfileAccess::ReadWrite);
    const auto whom = session ? whose(context, **session, named) : std::unexpected(session.error());
    const auto said = whom ? placed(context, parser, *whom, entry->said) : std::unexpected(whom.error());
    const auto at = said ? saidAt(context, **session, said->evidence) : std::unexpected(said.error());
    if (!at) {
        return at.error();
    }
    const auto by = whoWorksHere(context);
    if (!by) {
        return by.error();
    }
    entry->said = *said;
    entry->said.at = *at;
    entry->by = *by;
    const auto kept = awaitStep(context, personSubject(whom->person),
                                (*session)->consents().record(whom->person, *entry));
    if (!kept) {
        return kept.error();
    }
    if (context.output.isJson()) {
        context.output.json({{u"person"_s, whom->person.value}, {u"entry"_s, entryJson(*kept)}});
    } else {
        printHistory(context.output, {*kept});
    }
    return ExitCode::Ok;
}

std::optional<ConsentState> stateOf(const QString &action)
{
    if (action == "grant"_L1) {
        return ConsentState::Given;
    }
    if (action == "refuse"_L1) {
        return ConsentState::Refused;
    }
    return action == "revoke"_L1 ? std::optional(ConsentState::Revoked) : std::nullopt;
}

} // namespace

Command consentCommand()
{
    return {.name = u"consent"_s,
            .synopsis = u"list|grant|refuse|revoke ID|person:ID [--to dm|phone|mailing|removal]"_s,
            .summary = Words::tr("Shows and records what a person allows."),
            .options = {{u"to"_s, Words::tr("What it is about: dm, phone, mailing or removal."), u"WHAT"_s},
                        {u"channel"_s, Words::tr("Where it counts; usually the channel of the conversation."),
                         u"CHANNEL"_s},
                        {u"handle"_s, Words::tr("The address or number; usually that of the conversation."),
                         u"ADDRESS"_s},
                        {u"evidence"_s, Words::tr("The message that says so."), u"MESSAGE"_s},
                        {u"until"_s, Words::tr("The last day of a consent: 2030-12-01."), u"DATE"_s},
                        {u"words"_s, Words::tr("How you know, where no message says it."), u"TEXT"_s}},
            .atLeast = 2,
            .atMost = 2,
            .run = &runConsent};
}

ExitCode runConsent(CommandContext &context, const QStringList &arguments)
{
    const auto parser = parse(context, consentCommand(), arguments);
    if (!parser) {
        return parser.error();
    }
    const auto words = (*parser)->positionalArguments();
    if (words.constFirst() == "list"_L1) {
        return list(context, words.at(1));
    }
    const auto state = stateOf(words.constFirst());
    if (!state) {
        return context.output.usage(
            Words::tr("Usage: asidectl %1 %2").arg(u"consent"_s, consentCommand().synopsis));
    }
    return record(context, **parser, words.at(1), *state);
}

} // namespace aside::cli
