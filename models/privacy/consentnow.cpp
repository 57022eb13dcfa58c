// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/privacy/consentnow.h"

#include <algorithm>

namespace aside {

namespace {

/// A call is allowed wherever that was said; other consents hold on the channel they were given for.
bool isAbout(const Consent &consent, const ConsentQuestion &question)
{
    const bool isPlace = consent.channel == question.channel || question.to == ConsentTo::Phone;
    return consent.to == question.to && isPlace
        && (consent.handle.isEmpty()
            || consentAddress(question.channel, consent.handle)
                == consentAddress(question.channel, question.handle));
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

/// Across merged people: a refusal of one is a refusal, and a question that waits is no yes.
int rank(ConsentState state)
{
    return std::min(strictness(state), strictness(ConsentState::Refused));
}

/// Those that the lines tell apart; one that is none where they do not.
QList<PersonId> peopleIn(const QList<Consent> &consents)
{
    QList<PersonId> people;
    for (const auto &consent : consents) {
        for (const auto one : consent.people) {
            if (!people.contains(one)) {
                people.append(one);
            }
        }
    }
    return people.isEmpty() ? QList{PersonId()} : people;
}

std::optional<Consent> lastOf(const QList<Consent> &consents, const ConsentQuestion &question, PersonId one)
{
    std::optional<Consent> last;
    for (const auto &consent : consents) {
        const bool counts = consent.people.isEmpty() || consent.people.contains(one);
        if (!counts || !isAbout(consent, question)) {
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

/// What each of the merged people said last, and of that the strictest, as `stateOf` sees it.
template <typename StateOf>
std::optional<ConsentStanding> strictest(const QList<Consent> &consents, const ConsentQuestion &question,
                                         StateOf stateOf)
{
    std::optional<ConsentStanding> found;
    for (const auto one : peopleIn(consents)) {
        const auto last = lastOf(consents, question, one);
        if (!last) {
            continue;
        }
        const auto state = stateOf(*last);
        const bool isStricter = found
            && (rank(state) > rank(found->state)
                || (rank(state) == rank(found->state) && last->at > found->said.at));
        if (!found || isStricter) {
            found = ConsentStanding{.said = *last, .state = state};
        }
    }
    return found;
}

std::optional<ConsentStanding> standingNow(const QList<Consent> &consents, const ConsentQuestion &question,
                                           Instant now)
{
    return strictest(consents, question, [now](const Consent &said) {
        return isOver(said, now) ? ConsentState::None : said.state;
    });
}

} // namespace

QString consentAddress(Channel channel, const QString &handle)
{
    if (channel != Channel::Phone) {
        return handle.trimmed().toCaseFolded();
    }
    QString digits;
    std::ranges::copy_if(handle, std::back_inserter(digits), [](QChar sign) { return sign.isDigit(); });
    return digits;
}

std::optional<Consent> lastSaid(const QList<Consent> &consents, const ConsentQuestion &question)
{
    const auto found = strictest(consents, question, [](const Consent &said) { return said.state; });
    return found.transform([](const ConsentStanding &standing) { return standing.said; });
}

ConsentState consentNow(const QList<Consent> &consents, const ConsentQuestion &question, Instant now)
{
    const auto standing = standingNow(consents, question, now);
    return standing ? standing->state : ConsentState::None;
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
        const ConsentQuestion question{
            .to = one.to, .channel = place, .handle = consentAddress(place, one.handle)};
        const auto standing = standingNow(consents, question, now);
        if (standing && !asked.contains(question)) {
            asked.append(question);
            standings.append(*standing);
        }
    }
    return standings;
}

} // namespace aside
