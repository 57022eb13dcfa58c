// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/calls/call.h"

#include "models/privacy/consentnow.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>

namespace aside {

using namespace Qt::StringLiterals;

namespace {

constexpr auto longestCall = std::chrono::hours(24);
constexpr int fewestDigits = 3;

constexpr std::array outcomeNames{
    std::pair(CallOutcome::Answered, "answered"_L1), std::pair(CallOutcome::NoAnswer, "no-answer"_L1),
    std::pair(CallOutcome::Busy, "busy"_L1), std::pair(CallOutcome::Voicemail, "voicemail"_L1),
    std::pair(CallOutcome::CallBack, "call-back"_L1)};

QString digitsOf(const QString &number)
{
    return consentAddress(Channel::Phone, number);
}

} // namespace

QLatin1StringView callOutcomeName(CallOutcome outcome)
{
    const auto found = std::ranges::find(outcomeNames, outcome, &decltype(outcomeNames)::value_type::first);
    return found->second;
}

std::optional<CallOutcome> callOutcomeFromName(QStringView name)
{
    const auto found
        = std::ranges::find_if(outcomeNames, [name](const auto &one) { return name == one.second; });
    return found == outcomeNames.end() ? std::nullopt : std::optional(found->first);
}

std::optional<std::chrono::seconds> callLengthFrom(QStringView text)
{
    static const QRegularExpression pattern(u"^(?:(\\d{1,2}):)?(\\d{1,3}):([0-5]\\d)$"_s);
    const auto match = pattern.matchView(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    return std::chrono::hours(match.capturedView(1).toInt())
        + std::chrono::minutes(match.capturedView(2).toInt())
        + std::chrono::seconds(match.capturedView(3).toInt());
}

QString callLengthText(std::chrono::seconds length)
{
    return u"%1:%2"_s.arg(length.count() / 60).arg(length.count() % 60, 2, 10, QChar(u'0'));
}

Result<void> checkCall(const LoggedCall &call, const PersonCard &person, Instant now)
{
    const bool isPossible = call.length.count() >= 0 && call.length <= longestCall && call.at <= now;
    if (digitsOf(call.number).size() < fewestDigits || !isPossible) {
        return fail(Errc::InvalidInput, u"no such call"_s);
    }
    const ConsentQuestion question{ConsentTo::Phone, Channel::Phone, call.number};
    if (call.direction == Direction::Outgoing
        && consentNow(person.consents, question, call.at) != ConsentState::Given) {
        return fail(Errc::ConsentMissing, u"nobody allowed this call"_s);
    }
    return {};
}

QString phoneOf(const PersonCard &person)
{
    const auto found = std::ranges::find(person.handles, Channel::Phone, &PersonHandle::channel);
    return found == person.handles.cend() ? QString() : found->shown;
}

IncomingMessage callMessage(const LoggedCall &call, const PersonCard &person, const QString &words,
                            const QString &id, const QString &by)
{
    const bool isOurs = call.direction == Direction::Outgoing;
    IncomingMessage message;
    message.channel = Channel::Phone;
    message.direction = call.direction;
    message.remoteId = u"call:"_s + id;
    message.conversationKey = digitsOf(call.number);
    message.authorName = isOurs ? by : person.name;
    message.authorHandle = isOurs ? QString() : call.number.trimmed();
    message.personName = person.name;
    message.personHandle = call.number.trimmed();
    message.sentAt = call.at;
    message.isRead = true;
    message.text = words;
    return message;
}

PersonId ownerOf(const QString &number, const QList<PersonName> &found, PersonId person)
{
    const auto other = std::ranges::find_if(found, [&](const PersonName &one) {
        return one.channel == Channel::Phone && one.id != person && digitsOf(one.handle) == digitsOf(number);
    });
    return other == found.cend() ? PersonId{} : other->id;
}

} // namespace aside
