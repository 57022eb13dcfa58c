// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/checkoutput.h"
#include "models/check/rules.h"
#include "models/check/rulewords.h"

#include <QDir>
#include <QJsonArray>
#include <QUrl>

namespace aside::cli {

using namespace Qt::StringLiterals;

namespace {

QString levelOf(Severity severity)
{
    switch (severity) {
    case Severity::Hint:
        return u"note"_s;
    case Severity::Ask:
        return u"warning"_s;
    case Severity::Stop:
        return u"error"_s;
    }
    Q_UNREACHABLE_RETURN(QString());
}

QJsonObject message(const QString &text)
{
    return {{u"text"_s, text}};
}

QString uriOf(const QString &name)
{
    if (QDir::isAbsolutePath(name)) {
        return QString::fromLatin1(QUrl::fromLocalFile(name).toEncoded());
    }
    return name == "-"_L1 ? u"stdin"_s : QString::fromLatin1(QUrl::toPercentEncoding(name, "/"));
}

QJsonObject locationOf(const QString &name, const QJsonObject &region)
{
    QJsonObject physical{{u"artifactLocation"_s, QJsonObject{{u"uri"_s, uriOf(name)}}}};
    if (!region.isEmpty()) {
        physical.insert(u"region"_s, region);
    }
    return {{u"physicalLocation"_s, physical}};
}

QJsonObject regionOf(const PlacedFinding &placed)
{
    return {{u"startLine"_s, placed.begin.line},
            {u"startColumn"_s, placed.begin.column},
            {u"endLine"_s, placed.end.line},
            {u"endColumn"_s, placed.end.column},
            {u"snippet"_s, message(placed.excerpt)}};
}

QJsonObject resultOf(const QString &name, const PlacedFinding &placed)
{
    const auto &finding = placed.finding;
    int index = 0;
    for (const auto &rule : allRules()) {
        if (rule.id == finding.rule) {
            break;
        }
        ++index;
    }
    QJsonObject result{
        {u"ruleId"_s, finding.rule},
        {u"ruleIndex"_s, index},
        {u"level"_s, levelOf(finding.severity)},
        {u"message"_s, message(RuleWords::delivered().question(finding, wordsLanguage()))},
        {u"locations"_s, QJsonArray{locationOf(name, regionOf(placed))}},
    };
    if (!finding.fingerprint.isEmpty()) {
        result.insert(u"partialFingerprints"_s, QJsonObject{{u"aside/v1"_s, finding.fingerprint}});
    }
    if (!finding.reason.isEmpty()) {
        result.insert(
            u"suppressions"_s,
            QJsonArray{QJsonObject{{u"kind"_s, u"inSource"_s}, {u"justification"_s, finding.reason}}});
    }
    return result;
}

QJsonArray ruleDescriptors()
{
    QJsonArray rules;
    for (const auto &rule : allRules()) {
        const auto words = RuleWords::delivered().text(rule.id.toString(), wordsLanguage());
        rules.append(QJsonObject{
            {u"id"_s, QString(rule.id)},
            {u"shortDescription"_s, message(words.title)},
            {u"fullDescription"_s, message(words.why)},
            {u"defaultConfiguration"_s, QJsonObject{{u"level"_s, levelOf(rule.severity)}}},
        });
    }
    return rules;
}

QJsonObject notificationOf(const CheckedFile &file)
{
    const auto &at = file.failure->at;
    const auto region
        = at ? QJsonObject{{u"startLine"_s, at->line}, {u"startColumn"_s, at->column}} : QJsonObject{};
    return {{u"level"_s, u"error"_s},
            {u"message"_s, message(file.failure->words)},
            {u"locations"_s, QJsonArray{locationOf(file.name, region)}}};
}

} // namespace

QJsonObject findingsSarif(const QList<CheckedFile> &files)
{
    QJsonArray results;
    QJsonArray notifications;
    for (const auto &file : files) {
        for (const auto &placed : file.findings) {
            results.append(resultOf(file.name, placed));
        }
        if (file.failure) {
            notifications.append(notificationOf(file));
        }
    }
    const QJsonObject driver{{u"name"_s, u"asidectl"_s},
                             {u"version"_s, QStringLiteral(ASIDE_VERSION)},
                             {u"rules"_s, ruleDescriptors()}};
    const QJsonObject invocation{{u"executionSuccessful"_s, notifications.isEmpty()},
                                 {u"toolExecutionNotifications"_s, notifications}};
    const QJsonObject run{{u"tool"_s, QJsonObject{{u"driver"_s, driver}}},
                          {u"columnKind"_s, u"utf16CodeUnits"_s},
                          {u"invocations"_s, QJsonArray{invocation}},
                          {u"results"_s, results}};
    return {{u"$schema"_s, u"https://json.schemastore.org/sarif-2.1.0.json"_s},
            {u"version"_s, u"2.1.0"_s},
            {u"runs"_s, QJsonArray{run}}};
}

} // namespace aside::cli
