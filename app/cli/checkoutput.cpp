// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/checkoutput.h"

#include "app/cli/printable.h"
#include "app/cli/words.h"
#include "models/check/rules.h"
#include "models/check/rulewords.h"

#include <QJsonArray>
#include <QLocale>

namespace aside::cli {

using namespace Qt::StringLiterals;

namespace {

QLatin1StringView kindName(FixKind kind)
{
    switch (kind) {
    case FixKind::Edit:
        return "edit"_L1;
    case FixKind::MoveToPrivate:
        return "move-to-private"_L1;
    case FixKind::MakePromise:
        return "make-promise"_L1;
    case FixKind::Attach:
        return "attach"_L1;
    case FixKind::AltText:
        return "alt-text"_L1;
    case FixKind::RemoveFile:
        return "remove-file"_L1;
    case FixKind::AddWord:
        return "add-word"_L1;
    }
    Q_UNREACHABLE_RETURN(QLatin1StringView());
}

QString placeText(const FilePlace &place)
{
    return u"%1:%2"_s.arg(place.line).arg(place.column);
}

QJsonArray fixesJson(const PlacedFinding &placed)
{
    QJsonArray fixes;
    for (qsizetype i = 0; i < placed.finding.fixes.size(); ++i) {
        const auto &fix = placed.finding.fixes.at(i);
        QJsonArray edits;
        for (const auto &edit : placed.edits.at(i)) {
            edits.append(QJsonObject{{u"line"_s, edit.begin.line},
                                     {u"column"_s, edit.begin.column},
                                     {u"length"_s, edit.length},
                                     {u"text"_s, edit.text}});
        }
        fixes.append(QJsonObject{{u"kind"_s, QString(kindName(fix.kind))},
                                 {u"title"_s, RuleWords::delivered().title(fix, wordsLanguage())},
                                 {u"edits"_s, edits}});
    }
    return fixes;
}

QJsonObject findingJson(const PlacedFinding &placed)
{
    const auto &finding = placed.finding;
    return {{u"rule"_s, finding.rule},
            {u"severity"_s, QString(severityName(finding.severity))},
            {u"line"_s, placed.begin.line},
            {u"column"_s, placed.begin.column},
            {u"length"_s, finding.range.length},
            {u"excerpt"_s, placed.excerpt},
            {u"question"_s, RuleWords::delivered().question(finding, wordsLanguage())},
            {u"reason"_s, finding.reason},
            {u"fixes"_s, fixesJson(placed)}};
}

QJsonObject failureJson(const CheckedFile &file)
{
    auto error = errorJson(file.failure->code, file.failure->words);
    error.insert(u"file"_s, file.name);
    if (file.failure->at) {
        error.insert(u"line"_s, file.failure->at->line);
        error.insert(u"column"_s, file.failure->at->column);
    }
    return error;
}

void printFailure(Output &output, const CheckedFile &file)
{
    const auto name = printableLine(file.name);
    const auto &at = file.failure->at;
    output.note(at ? u"%1:%2: %3"_s.arg(name, placeText(*at), printableLine(file.failure->words))
                   : u"asidectl: %1: %2"_s.arg(name, file.failure->words));
}

} // namespace

QString wordsLanguage()
{
    return QLocale().name().section(u'_', 0, 0);
}

void printFindings(Output &output, const QList<CheckedFile> &files)
{
    for (const auto &file : files) {
        for (const auto &placed : file.findings) {
            if (!placed.finding.reason.isEmpty()) {
                continue; // answered
            }
            output.line(u"%1:%2: %3: %4 [%5]"_s.arg(
                printableLine(file.name), placeText(placed.begin), severityName(placed.finding.severity),
                printableLine(RuleWords::delivered().question(placed.finding, wordsLanguage())),
                placed.finding.rule));
            if (!placed.excerpt.isEmpty()) {
                output.line(u"    "_s + printableLine(placed.excerpt));
            }
        }
        if (file.failure) {
            printFailure(output, file);
        }
    }
}

QJsonObject checkedJson(const CheckedFile &file)
{
    QJsonArray findings;
    for (const auto &placed : file.findings) {
        findings.append(findingJson(placed));
    }
    return {{u"file"_s, file.name}, {u"substance"_s, file.substance}, {u"findings"_s, findings}};
}

QJsonObject findingsJson(const QList<CheckedFile> &files)
{
    QJsonArray checked;
    QJsonArray errors;
    for (const auto &file : files) {
        if (file.failure) {
            errors.append(failureJson(file));
        }
        if (file.isChecked) {
            checked.append(checkedJson(file));
        }
    }
    return {{u"files"_s, checked}, {u"errors"_s, errors}};
}

void printRules(Output &output)
{
    Table table;
    table.addColumn(Words::tr("Rule"));
    table.addColumn(Words::tr("Private"));
    table.addColumn(Words::tr("Public"));
    table.addColumn(Words::tr("What it finds"));
    for (const auto &rule : allRules()) {
        table.addRow({QString(rule.id), severityName(rule.severity), severityName(rule.inPublic),
                      RuleWords::delivered().text(rule.id.toString(), wordsLanguage()).title});
    }
    output.table(table);
}

QJsonObject rulesJson()
{
    QJsonArray rules;
    for (const auto &rule : allRules()) {
        const auto words = RuleWords::delivered().text(rule.id.toString(), wordsLanguage());
        rules.append(QJsonObject{{u"id"_s, QString(rule.id)},
                                 {u"severity"_s, QString(severityName(rule.severity))},
                                 {u"publicSeverity"_s, QString(severityName(rule.inPublic))},
                                 {u"title"_s, words.title},
                                 {u"why"_s, words.why}});
    }
    return {{u"rules"_s, rules}};
}

} // namespace aside::cli
