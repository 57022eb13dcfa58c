// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/templates/templatewords.h"

#include "widgets/check/spellingchoice.h"
#include "widgets/common/foreigntext.h"
#include "widgets/common/words.h"

#include <QCoreApplication>

namespace aside {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Templates)
};

QString typeWords(FieldType type)
{
    switch (type) {
    case FieldType::Text:
        return Words::tr("a text");
    case FieldType::Date:
        return Words::tr("a date");
    case FieldType::Choice:
        return Words::tr("a choice");
    case FieldType::Number:
        return Words::tr("a number");
    }
    return {};
}

} // namespace

QString scopeLabel(TemplateScope scope)
{
    switch (scope) {
    case TemplateScope::Mine:
        return Words::tr("Mine");
    case TemplateScope::Team:
        return Words::tr("Team");
    }
    return {};
}

QString misfitWords(const Template &one, const TemplatePlace &place)
{
    if (!one.channels.isEmpty() && !one.channels.contains(place.channel)) {
        return Words::tr("Not meant for %1").arg(channelLabel(place.channel));
    }
    if (one.audience && *one.audience != place.audience) {
        return *one.audience == Audience::Public ? Words::tr("Meant for public replies")
                                                 : Words::tr("Meant for private replies");
    }
    if (!one.language.isEmpty() && !place.language.isEmpty() && one.language != place.language) {
        return Words::tr("In another language: %1").arg(spellingLanguage(one.language));
    }
    return {};
}

QString statisticsWords(const TemplateStatistics &statistics)
{
    if (statistics.uses == 0) {
        return Words::tr("Not used yet");
    }
    const QString used = Words::tr("Used %n time(s)", nullptr, statistics.uses);
    const QString changed = Words::tr("changed %n time(s)", nullptr, statistics.changed);
    const QString again = Words::tr("%n wrote again", nullptr, statistics.repeats);
    //: How a template fares: used, changed by the operators, customers who wrote again
    return Words::tr("%1 · %2 · %3").arg(used, changed, again);
}

QString gapWords(const TemplateGap &gap, qsizetype number, qsizetype count)
{
    const QString need = gap.isRequired ? Words::tr("needed") : Words::tr("can be left out");
    //: A place to fill in: label, kind, whether it is needed, its number of all
    return Words::tr("%1: %2, %3. %4 of %5")
        .arg(isolated(oneLine(gap.label, 120)), typeWords(gap.type), need, QString::number(number),
             QString::number(count));
}

QString valueLabel(TemplateValue value)
{
    switch (value) {
    case TemplateValue::PersonName:
        return Words::tr("the customer's name");
    case TemplateValue::PersonFirstName:
        return Words::tr("the name to greet the customer by");
    case TemplateValue::PersonHandle:
        return Words::tr("the customer's address or nickname");
    case TemplateValue::ConversationSubject:
        return Words::tr("the subject");
    case TemplateValue::ConversationChannel:
        return Words::tr("the channel");
    case TemplateValue::MessageText:
        return Words::tr("the customer's last message");
    case TemplateValue::MessageDate:
        return Words::tr("the day of the customer's last message");
    case TemplateValue::AccountName:
        return Words::tr("the name of our account");
    case TemplateValue::AccountCompany:
        return Words::tr("the company");
    case TemplateValue::OperatorName:
        return Words::tr("your name");
    case TemplateValue::OperatorMark:
        return Words::tr("your mark, “^AB”");
    case TemplateValue::Today:
        return Words::tr("the day of today");
    case TemplateValue::Tomorrow:
        return Words::tr("the day of tomorrow");
    }
    return {};
}

} // namespace aside
