// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/templatefields.h"

#include "app/cli/words.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <optional>

namespace aside::cli {

using namespace Qt::StringLiterals;

namespace {

/// As the text will have it; nothing where the value is none of the field's kind.
std::optional<QString> written(CommandContext &context, const TemplateField &field, const QString &value,
                               const QString &language)
{
    switch (field.type) {
    case FieldType::Text:
        return value;
    case FieldType::Choice:
        return field.choices.contains(value) ? std::optional(value) : std::nullopt;
    case FieldType::Number: {
        bool isNumber = false;
        static_cast<void>(QLocale::c().toDouble(value, &isNumber));
        return isNumber ? std::optional(value) : std::nullopt;
    }
    case FieldType::Date: {
        const auto date = QDate::fromString(value, Qt::ISODate);
        const auto now = QDateTime::fromMSecsSinceEpoch(toMillis(context.backend.clock().now()),
                                                        QTimeZone::systemTimeZone());
        return date.isValid() ? std::optional(dateInWords(date, now.date(), language)) : std::nullopt;
    }
    }
    Q_UNREACHABLE_RETURN(std::nullopt);
}

QString expectation(const TemplateField &field)
{
    switch (field.type) {
    case FieldType::Text:
        return {};
    case FieldType::Choice:
        return Words::tr("\"%1\" is one of: %2.").arg(field.name, field.choices.join(", "_L1));
    case FieldType::Number:
        return Words::tr("\"%1\" is a number.").arg(field.name);
    case FieldType::Date:
        return Words::tr("\"%1\" is a date, like 2026-12-01.").arg(field.name);
    }
    Q_UNREACHABLE_RETURN(QString());
}

} // namespace

Step<TemplateValues> withFields(CommandContext &context, const QStringList &settings, const Template &one,
                                TemplateValues values)
{
    for (const auto &setting : settings) {
        const auto equals = setting.indexOf(u'=');
        const auto name = setting.left(equals).trimmed();
        const auto value = equals < 0 ? QString() : setting.sliced(equals + 1);
        const auto field = std::ranges::find(one.fields, name, &TemplateField::name);
        const bool isVariable = std::ranges::any_of(
            templateVariables(), [&](const TemplateVariable &known) { return known.name == name; });
        if (equals < 0 || (field == one.fields.cend() && !isVariable)) {
            return std::unexpected(
                context.output.usage(Words::tr("The template has no field or variable \"%1\".").arg(name)));
        }
        if (field == one.fields.cend()) {
            values.insert(name, value);
            continue;
        }
        const auto text = written(context, *field, value, one.language);
        if (!text) {
            return std::unexpected(context.output.usage(expectation(*field)));
        }
        values.insert(name, *text);
    }
    return values;
}

} // namespace aside::cli
