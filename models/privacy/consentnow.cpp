// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/privacy/consentnow.h"

#include <algorithm>

namespace aside {

namespace {

QString normal(Channel channel, const QString &handle)
{
    if (channel != Channel::Phone) {
        return handle.trimmed().toCaseFolded();
    }
    QString digits;
    std::ranges::copy_if(handle, std::back_inserter(digits), [](QChar sign) { return sign.isDigit(); });
    return digits;
}

/// A call is allowed wherever that was said; other consents hold on the channel they were given for.
bool isAbout(const Consent &consent, const ConsentQuestion &question)
{
    const bool isPlace = consent.channel == question.channel || question.to == ConsentTo::Phone;
    return consent.to == question.to && isPlace
        && (consent.handle.isEmpty()
            || normal(question.channel, consent.handle) == normal(question.channel, question.handle));
}

int strictness(ConsentState state)
{
    switch (state) {
    case ConsentState::None:
        return 0;
    case ConsentState::Given:
        return 1;
    case ConsentState::Asked:
        return 2;
    case ConsentState::Refused:
        return 3;
    case ConsentState::Revoked:
        return 4;
    }
    return 4;
}

bool isOver(const Consent &consent, Instant now)
{
    return consent.state == ConsentState::Given
        && (consent.at > now || (consent.until != Instant{} && consent.until <= now));
}

} // namespace

std::optional<Consent> lastSaid(const QList<Consent> &consents, const ConsentQuestion &question)
{
    std::optional<Consent> last;
    for (const auto &consent : consents) {
        if (!isAbout(consent, question)) {
            continue;
        }
        const bool isLater = last
            && (consent.at > last->at
                || (consent.at == last->at && strictness(consent.state) > strictness(last->state)));
        if (!last || isLater) {
            last = consent;
        }
    }
    return last;
}

ConsentState consentNow(const QList<Consent> &consents, const ConsentQuestion &question, Instant now)
{
    const auto last = lastSaid(consents, question);
    return !last || isOver(*last, now) ? ConsentState::None : last->state;
}

ConsentState consentAnywhere(const QList<Consent> &consents, ConsentTo to, Channel channel,
                             const QStringList &known, Instant now)
{
    auto addresses = known;
    for (const auto &one : consents) {
        if (one.to == to && !one.handle.isEmpty()) {
            addresses.append(one.handle);
        }
    }
    if (addresses.isEmpty()) {
        addresses.append(QString()); // what was said of all of them
    }
    const auto place = to == ConsentTo::Phone ? Channel::Phone : channel;
    auto strictest = ConsentState::None;
    for (const auto &address : addresses) {
        const auto state = consentNow(consents, {.to = to, .channel = place, .handle = address}, now);
        if (state == ConsentState::Given) {
            return state;
        }
        strictest = strictness(state) > strictness(strictest) ? state : strictest;
    }
    return strictest;
}

QList<ConsentStanding> consentStandings(const QList<Consent> &consents, Instant now)
{
    QList<ConsentStanding> standings;
    QList<ConsentQuestion> asked;
    for (const auto &one : consents) {
        const auto place = one.to == ConsentTo::Phone ? Channel::Phone : one.channel;
        const ConsentQuestion question{.to = one.to, .channel = place, .handle = normal(place, one.handle)};
        const auto last = lastSaid(consents, question);
        if (last && !asked.contains(question)) {
            asked.append(question);
            standings.append({.said = *last, .state = consentNow(consents, question, now)});
        }
    }
    return standings;
}

} // namespace aside
