// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/templates/templatevariables.h"

#include "models/domain/template.h"

#include <QDateTime>

#include <algorithm>
#include <array>

namespace aside {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array variables{
    TemplateVariable{.name = "person.first_name"_L1, .value = TemplateValue::PersonFirstName},
    TemplateVariable{.name = "person.name"_L1, .value = TemplateValue::PersonName},
    TemplateVariable{.name = "person.handle"_L1, .value = TemplateValue::PersonHandle},
    TemplateVariable{.name = "conversation.subject"_L1, .value = TemplateValue::ConversationSubject},
    TemplateVariable{.name = "conversation.channel"_L1, .value = TemplateValue::ConversationChannel},
    TemplateVariable{.name = "message.text"_L1, .value = TemplateValue::MessageText},
    TemplateVariable{.name = "message.date"_L1, .value = TemplateValue::MessageDate},
    TemplateVariable{.name = "account.name"_L1, .value = TemplateValue::AccountName},
    TemplateVariable{.name = "account.company"_L1, .value = TemplateValue::AccountCompany},
    TemplateVariable{.name = "operator.name"_L1, .value = TemplateValue::OperatorName},
    TemplateVariable{.name = "operator.mark"_L1, .value = TemplateValue::OperatorMark},
    TemplateVariable{.name = "today"_L1, .value = TemplateValue::Today},
    TemplateVariable{.name = "tomorrow"_L1, .value = TemplateValue::Tomorrow},
};

QDate dayOf(Instant at, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(toMillis(at), zone).date();
}

QString valueOf(TemplateValue value, const TemplateSource &source, const QString &language)
{
    const auto today = dayOf(source.now, source.zone);
    switch (value) {
    case TemplateValue::PersonName:
        return source.conversation.person;
    case TemplateValue::PersonFirstName:
        return firstNameOf(source.conversation.person);
    case TemplateValue::PersonHandle:
        return source.conversation.handle;
    case TemplateValue::ConversationSubject:
        return source.conversation.subject;
    case TemplateValue::ConversationChannel:
        return channelName(source.conversation.channel);
    case TemplateValue::MessageText:
        return source.lastIncoming.text;
    case TemplateValue::MessageDate:
        return source.lastIncoming.id.isValid()
            ? dateInWords(dayOf(source.lastIncoming.sentAt, source.zone), today, language)
            : QString();
    case TemplateValue::AccountName:
        return source.accountName;
    case TemplateValue::AccountCompany:
        return source.company;
    case TemplateValue::OperatorName:
        return source.operatorName;
    case TemplateValue::OperatorMark:
        return source.operatorMark;
    case TemplateValue::Today:
        return dateInWords(today, today, language);
    case TemplateValue::Tomorrow:
        return dateInWords(today.addDays(1), today, language);
    }
    return {};
}

} // namespace

std::span<const TemplateVariable> templateVariables()
{
    return variables;
}

TemplateValues templateValues(const TemplateSource &source, const QString &language)
{
    TemplateValues values;
    for (const auto &variable : variables) {
        // A customer called "⟨date⟩" leaves no gap to be filled in.
        auto value = valueOf(variable.value, source, language).trimmed();
        value.remove(gapOpen).remove(gapClose);
        if (!value.isEmpty()) {
            values.insert(variable.name, value);
        }
    }
    return values;
}

QString firstNameOf(const QString &name)
{
    const auto parts = name.simplified().split(u' ');
    const auto isName = [](const QString &part) {
        return part.size() > 1 && part.front().isUpper()
            && std::ranges::all_of(part, [](QChar letter) { return letter.isLetter() || letter == u'-'; })
            && part.sliced(1) != part.sliced(1).toUpper();
    };
    // One word may be a nickname, three and more a company; a patronymic is the exception.
    const bool hasPatronymic = parts.size() == 3
        && (parts[2].endsWith(u"вич") || parts[2].endsWith(u"вна") || parts[1].endsWith(u"вич")
            || parts[1].endsWith(u"вна"));
    if ((parts.size() != 2 && !hasPatronymic) || !std::ranges::all_of(parts, isName)) {
        return {};
    }
    const bool surnameFirst = hasPatronymic && (parts[2].endsWith(u"вич") || parts[2].endsWith(u"вна"));
    return surnameFirst ? parts[1] : parts[0];
}

QString dateInWords(QDate date, QDate today, const QString &language)
{
    const bool thisYear = date.year() == today.year();
    const QLocale locale(language.isEmpty() ? u"en"_s : language);
    return locale.toString(date, thisYear ? u"d MMMM"_s : u"d MMMM yyyy"_s);
}

} // namespace aside
