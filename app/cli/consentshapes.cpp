// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/consentshapes.h"

#include "app/cli/shapes.h"
#include "models/privacy/consentnames.h"

namespace aside::cli {

using namespace Qt::StringLiterals;

namespace {

QJsonValue timeJson(Instant at)
{
    return at == Instant{} ? QJsonValue(QJsonValue::Null) : QJsonValue(utcText(at));
}

} // namespace

QJsonObject saidJson(const Consent &said)
{
    return {{u"to"_s, QString(consentToName(said.to))},
            {u"state"_s, QString(consentStateName(said.state))},
            {u"channel"_s, QString(channelName(said.channel))},
            {u"handle"_s, said.handle},
            {u"at"_s, timeJson(said.at)},
            {u"until"_s, timeJson(said.until)},
            {u"evidence"_s,
             said.evidence.isValid() ? QJsonValue(said.evidence.value) : QJsonValue(QJsonValue::Null)}};
}

QJsonObject entryJson(const ConsentEntry &entry)
{
    QJsonObject json = saidJson(entry.said);
    json.insert(u"id"_s, entry.id.value);
    json.insert(u"words"_s, entry.words);
    json.insert(u"by"_s, entry.by);
    json.insert(u"recorded"_s, timeJson(entry.recordedAt));
    return json;
}

} // namespace aside::cli
