// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/templateshapes.h"

#include "widgets/common/templatefaulttext.h"

#include <QJsonArray>

namespace aside::cli {

using namespace Qt::StringLiterals;

namespace {

QString typeName(FieldType type)
{
    switch (type) {
    case FieldType::Text:
        return u"text"_s;
    case FieldType::Date:
        return u"date"_s;
    case FieldType::Choice:
        return u"choice"_s;
    case FieldType::Number:
        return u"number"_s;
    }
    Q_UNREACHABLE_RETURN(QString());
}

QJsonArray filesJson(const QList<TemplateAttachment> &files)
{
    QJsonArray array;
    for (const auto &file : files) {
        array.append(QJsonObject{{u"path"_s, file.path}, {u"alt"_s, file.alt}});
    }
    return array;
}

QJsonObject problemJson(const TemplateProblem &problem)
{
    return {{u"file"_s, problem.file},
            {u"line"_s, problem.line},
            {u"column"_s, problem.column},
            {u"message"_s, templateFaultText(problem)},
            {u"warning"_s, problem.isWarning()}};
}

} // namespace

QString scopeName(TemplateScope scope)
{
    return scope == TemplateScope::Mine ? u"mine"_s : u"team"_s;
}

QJsonObject templateJson(const Template &one)
{
    QJsonArray channels;
    for (const auto channel : one.channels) {
        channels.append(QString(channelName(channel)));
    }
    QJsonArray fields;
    for (const auto &field : one.fields) {
        fields.append(QJsonObject{{u"name"_s, field.name},
                                  {u"label"_s, field.label},
                                  {u"type"_s, typeName(field.type)},
                                  {u"required"_s, field.isRequired},
                                  {u"choices"_s, QJsonArray::fromStringList(field.choices)},
                                  {u"value"_s, field.value}});
    }
    QJsonObject reasons;
    for (const auto &[rule, reason] : one.reasons.asKeyValueRange()) {
        reasons.insert(rule, reason);
    }
    return {{u"id"_s, one.id},
            {u"scope"_s, scopeName(one.scope)},
            {u"title"_s, one.title},
            {u"language"_s, one.language},
            {u"keys"_s, QJsonArray::fromStringList(one.keys)},
            {u"channels"_s, channels},
            {u"audience"_s, one.audience ? QString(audienceName(*one.audience)) : u"any"_s},
            {u"why"_s, one.why},
            {u"feeling"_s, one.feeling},
            {u"how"_s, one.how},
            {u"reasons"_s, reasons},
            {u"fields"_s, fields},
            {u"files"_s, filesJson(one.files)}};
}

QJsonObject catalogJson(const TemplateCatalog &catalog)
{
    QJsonArray templates;
    for (const auto &one : catalog.templates()) {
        templates.append(templateJson(one));
    }
    QJsonArray problems;
    for (const auto &problem : catalog.problems()) {
        problems.append(problemJson(problem));
    }
    return {{u"templates"_s, templates}, {u"problems"_s, problems}};
}

QJsonObject renderedJson(const RenderedTemplate &made)
{
    QJsonArray gaps;
    for (const auto &gap : made.gaps) {
        gaps.append(QJsonObject{{u"name"_s, gap.name},
                                {u"label"_s, gap.label},
                                {u"type"_s, typeName(gap.type)},
                                {u"required"_s, gap.isRequired},
                                {u"choices"_s, QJsonArray::fromStringList(gap.choices)},
                                {u"start"_s, gap.range.start},
                                {u"length"_s, gap.range.length}});
    }
    return {{u"text"_s, made.text}, {u"gaps"_s, gaps}, {u"files"_s, filesJson(made.files)}};
}

} // namespace aside::cli
