// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/personshapes.h"

#include "app/cli/shapes.h"
#include "models/persons/personnames.h"

#include <QJsonArray>

namespace aside::cli {

using namespace Qt::StringLiterals;

namespace {

QJsonObject handleJson(const PersonHandle &handle)
{
    return {{u"channel"_s, QString(channelName(handle.channel))},
            {u"handle"_s, handle.shown},
            {u"reach"_s, handle.reach},
            {u"blocked"_s, handle.isBlocked},
            {u"person"_s, handle.of.value}};
}

QJsonObject mergedJson(const MergedPerson &merged)
{
    return {{u"person"_s, merged.id.value}, {u"into"_s, merged.into.value}, {u"name"_s, merged.name},
            {u"note"_s, merged.note},       {u"at"_s, utcText(merged.at)},  {u"by"_s, merged.by}};
}

QJsonObject preferenceJson(const PersonPreference &preference)
{
    return {{u"channel"_s,
             preference.channel ? QJsonValue(QString(channelName(*preference.channel))) : QJsonValue::Null},
            {u"length"_s, QString(answerLengthName(preference.length))},
            {u"form"_s, QString(addressFormName(preference.form))}};
}

} // namespace

QJsonObject personJson(const PersonCard &card)
{
    QJsonArray handles;
    for (const auto &handle : card.handles) {
        handles.append(handleJson(handle));
    }
    QJsonArray merged;
    for (const auto &one : card.merged) {
        merged.append(mergedJson(one));
    }
    return {{u"person"_s, card.id.value}, {u"name"_s, card.name},
            {u"note"_s, card.note},       {u"handles"_s, handles},
            {u"merged"_s, merged},        {u"preference"_s, preferenceJson(card.preference)}};
}

QJsonObject suggestionJson(const MergeSuggestion &suggestion)
{
    QJsonArray evidence;
    for (const auto &[sign, value, message] : suggestion.evidence) {
        evidence.append(
            QJsonObject{{u"sign"_s, QString(mergeSignName(sign))},
                        {u"value"_s, value},
                        {u"message"_s, message.isValid() ? QJsonValue(message.value) : QJsonValue::Null}});
    }
    const auto &other = suggestion.other;
    return {{u"person"_s, other.id.value},
            {u"name"_s, other.name},
            {u"channel"_s, QString(channelName(other.channel))},
            {u"handle"_s, other.handle},
            {u"evidence"_s, evidence}};
}

QJsonObject decidedJson(const PersonDecided &decided)
{
    return {{u"decision"_s, QString(personDecisionName(decided.what))},
            {u"person"_s, decided.person.value},
            {u"other"_s, decided.other.value},
            {u"at"_s, utcText(decided.at)},
            {u"by"_s, decided.by}};
}

} // namespace aside::cli
