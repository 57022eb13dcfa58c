// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands.h"
#include "app/cli/personparts.h"
#include "app/cli/personshapes.h"
#include "app/cli/shapes.h"
#include "app/cli/whom.h"
#include "app/cli/words.h"
#include "models/persons/personnames.h"
#include "models/ports/personrecords.h"
#include "widgets/common/spokentext.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace aside::cli {

using namespace Qt::StringLiterals;

namespace {

struct Shown {
    PersonCard card;
    QList<MergeSuggestion> suggestions;
    QList<PersonDecided> decided;
};

QJsonObject shownJson(const Shown &shown)
{
    QJsonObject json = personJson(shown.card);
    QJsonArray talks;
    for (const auto &row : shown.card.conversations) {
        talks.append(conversationJson(row));
    }
    QJsonArray suggestions;
    for (const auto &one : shown.suggestions) {
        suggestions.append(suggestionJson(one));
    }
    QJsonArray decided;
    for (const auto &one : shown.decided) {
        decided.append(decidedJson(one));
    }
    json.insert(u"conversationCount"_s, shown.card.conversationCount);
    json.insert(u"conversations"_s, talks);
    json.insert(u"suggestions"_s, suggestions);
    json.insert(u"decisions"_s, decided);
    return json;
}

void printHandles(Output &output, const PersonCard &card)
{
    Table table;
    table.addColumn(Words::tr("Channel"));
    table.addColumn(Words::tr("Address"));
    table.addColumn(Words::tr("Person"), Table::Align::Right);
    for (const auto &handle : card.handles) {
        table.addRow({channelName(handle.channel), handle.shown, QString::number(handle.of.value)});
    }
    output.table(table);
}

void printTalks(Output &output, const PersonCard &card)
{
    Table table;
    table.addColumn(Words::tr("Conversation"), Table::Align::Right);
    table.addColumn(Words::tr("When"));
    table.addColumn(Words::tr("Channel"));
    table.addColumn(Words::tr("Audience"));
    table.addColumn(Words::tr("State"));
    table.addColumn(Words::tr("Subject"));
    for (const auto &row : card.conversations) {
        table.addRow({QString::number(row.id.value), localText(row.lastAt), channelName(row.channel),
                      audienceName(row.audience), conversationStateName(row.state),
                      row.subject.isEmpty() ? spokenPreview(row) : row.subject});
    }
    output.table(table);
}

void printDecided(Output &output, const QList<PersonDecided> &decided)
{
    Table table;
    table.addColumn(Words::tr("When"));
    table.addColumn(Words::tr("Decision"));
    table.addColumn(Words::tr("Person"), Table::Align::Right);
    table.addColumn(Words::tr("Other"), Table::Align::Right);
    table.addColumn(Words::tr("By"));
    for (const auto &one : decided) {
        table.addRow({localText(one.at), personDecisionName(one.what), QString::number(one.person.value),
                      QString::number(one.other.value), one.by});
    }
    output.table(table);
}

void printSuggestions(Output &output, const QList<MergeSuggestion> &suggestions)
{
    for (const auto &suggestion : suggestions) {
        QStringList signs;
        for (const auto &one : suggestion.evidence) {
            signs.append(u"%1 %2"_s.arg(mergeSignName(one.sign), one.value).trimmed());
        }
        const auto &other = suggestion.other;
        //: %1 is a number, %2 a name, %3 what speaks for it
        output.line(Words::tr("May be the same as person %1, %2: %3")
                        .arg(QString::number(other.id.value),
                             other.name.isEmpty() ? other.handle : other.name, signs.join(u"; "_s)));
    }
}

void print(Output &output, const Shown &shown)
{
    const auto &card = shown.card;
    output.line(card.name.isEmpty() ? personSubject(card.id)
                                    : u"%1: %2"_s.arg(personSubject(card.id), card.name));
    if (!card.note.isEmpty()) {
        output.line(Words::tr("Note: %1").arg(card.note));
    }
    for (const auto &one : card.merged) {
        const auto name = one.name.isEmpty() ? QString::number(one.id.value) : one.name;
        output.line(Words::tr("Merged with person %1, %2").arg(QString::number(one.id.value), name));
        if (!one.note.isEmpty()) {
            output.line(Words::tr("Note: %1").arg(one.note));
        }
    }
    printSuggestions(output, shown.suggestions);
    output.line({});
    printHandles(output, card);
    output.line({});
    printTalks(output, card);
    if (!shown.decided.isEmpty()) {
        output.line({});
        printDecided(output, shown.decided);
    }
}

ExitCode show(CommandContext &context, const QString &named)
{
    const auto session = openProfile(context, ProfileAccess::ReadOnly);
    const auto whom = session ? whose(context, **session, named) : std::unexpected(session.error());
    if (!whom) {
        return whom.error();
    }
    auto &records = (*session)->personRecords();
    const auto subject = personSubject(whom->person);
    const auto card = awaitStep(context, subject, records.personById(whom->person));
    const auto suggestions = card ? awaitStep(context, subject, records.suggestions(whom->person))
                                  : std::unexpected(card.error());
    const auto decided = suggestions ? awaitStep(context, subject, records.decisions(whom->person))
                                     : std::unexpected(suggestions.error());
    if (!decided) {
        return decided.error();
    }
    const Shown shown{.card = *card, .suggestions = *suggestions, .decided = *decided};
    if (context.output.isJson()) {
        context.output.json(shownJson(shown));
    } else {
        print(context.output, shown);
    }
    return ExitCode::Ok;
}

using Decide = QFuture<Result<MergeReceipt>> (*)(PersonRecords &, PersonId, PersonId, const QString &);

struct Decision {
    QLatin1StringView action;
    qsizetype persons; ///< that it names
    Decide decide;
};

constexpr std::array decisions{
    Decision{.action = "merge"_L1,
             .persons = 2,
             .decide =
                 [](PersonRecords &records, PersonId person, PersonId other, const QString &by) {
                     return records.mergePersons(person, other, by);
                 }},
    Decision{.action = "unmerge"_L1,
             .persons = 1,
             .decide =
                 [](PersonRecords &records, PersonId person, PersonId, const QString &by) {
                     return records.separatePerson(person, by);
                 }},
    Decision{.action = "apart"_L1,
             .persons = 2,
             .decide =
                 [](PersonRecords &records, PersonId person, PersonId other, const QString &by) {
                     return records.keepApart(person, other, by);
                 }},
};

ExitCode decide(CommandContext &context, const Decision &decision, const QStringList &named)
{
    const auto session = openProfile(context, ProfileAccess::ReadWrite);
    const auto first
        = session ? whose(context, **session, named.constFirst()) : std::unexpected(session.error());
    const auto second = first ? whose(context, **session, named.constLast()) : first;
    const auto by = second ? whoWorksHere(context) : std::unexpected(second.error());
    if (!by) {
        return by.error();
    }
    const auto done
        = awaitStep(context, personSubject(first->own),
                    decision.decide((*session)->personRecords(), first->own, second->person, *by));
    if (!done) {
        return done.error();
    }
    if (context.output.isJson()) {
        context.output.json({{u"done"_s, QString(decision.action)},
                             {u"person"_s, done->person.value},
                             {u"other"_s, done->other.value}});
        return ExitCode::Ok;
    }
    const auto words = decision.action == "merge"_L1
        ? Words::tr("Person %1 is shown as person %2 from now on.")
        : decision.action == "unmerge"_L1 ? Words::tr("Person %1 is no longer shown as person %2.")
                                          : Words::tr("Person %1 and person %2 are two people.");
    context.output.line(words.arg(QString::number(done->person.value), QString::number(done->other.value)));
    return ExitCode::Ok;
}

} // namespace

Command personCommand()
{
    return {.name = u"person"_s,
            .synopsis = u"show|merge|unmerge|apart|export|erase ID|person:ID [ID|person:ID]"_s,
            .summary = Words::tr("Shows, exports and erases a person, and says who is the same as whom."),
            .options = {{u"out"_s, Words::tr("The file to export to."), u"FILE"_s},
                        {u"force"_s, Words::tr("Replace the file if there is one.")},
                        {u"yes"_s, Words::tr("Erase without asking.")}},
            .atLeast = 2,
            .atMost = 3,
            .run = &runPerson};
}

ExitCode runPerson(CommandContext &context, const QStringList &arguments)
{
    const auto parser = parse(context, personCommand(), arguments);
    if (!parser) {
        return parser.error();
    }
    auto words = (*parser)->positionalArguments();
    const auto action = words.takeFirst();
    if (action == "show"_L1 && words.size() == 1) {
        return show(context, words.constFirst());
    }
    if (action == "export"_L1 && words.size() == 1) {
        return exportPerson(context, **parser, words.constFirst());
    }
    if (action == "erase"_L1 && words.size() == 1) {
        return erasePerson(context, **parser, words.constFirst());
    }
    const auto *decision
        = std::ranges::find(decisions, action, [](const Decision &one) { return one.action; });
    if (decision != decisions.end() && words.size() == decision->persons) {
        return decide(context, *decision, words);
    }
    return context.output.usage(
        Words::tr("Usage: asidectl %1 %2").arg(u"person"_s, personCommand().synopsis));
}

} // namespace aside::cli
