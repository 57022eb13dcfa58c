// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/movetalk.h"

#include "models/check/draftcontext.h"
#include "models/check/phrasebook.h"
#include "models/check/publictalk.h"
#include "models/check/textreader.h"
#include "models/privacy/consentnow.h"
#include "models/text/language.h"

#include <algorithm>
#include <ranges>

namespace aside {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostTalks = 10;
constexpr qsizetype languageSample = 4'000;

Instant lastOf(const Thread &thread, Direction direction)
{
    Instant last{};
    for (const auto &message : thread.messages) {
        if (message.direction == direction) {
            last = std::max(last, message.sentAt);
        }
    }
    return last;
}

/// Of VK a recorded yes may be tried: whether it lets us write is asked there before the message leaves, and
/// the public line waits for that. None: we do not know.
std::optional<bool> permissionHere(const PrivateMoveFacts &facts)
{
    const auto said
        = consentNow(facts.consents, {ConsentTo::DirectMessage, facts.channel, facts.handle}, facts.now);
    const bool isGiven = facts.channel == Channel::Vk && said == ConsentState::Given;
    return isGiven ? std::optional(true) : std::nullopt;
}

/// The door on the talk's own channel, from all private talks there.
DoorState doorHere(const PrivateMoveFacts &facts, const QList<Thread> &talks, Instant askedAt)
{
    DoorFacts door{.askedAt = askedAt, .permission = permissionHere(facts), .now = facts.now};
    for (const auto &one : talks) {
        if (one.conversation.channel == facts.channel) {
            door.personWroteAt = std::max(door.personWroteAt, lastOf(one, Direction::Incoming));
            door.weWroteAt = std::max(door.weWroteAt, lastOf(one, Direction::Outgoing));
        }
    }
    return doorOf(facts.capabilities, door);
}

QList<OpenTalk> openTalks(const QList<Thread> &talks, Instant now)
{
    QList<OpenTalk> open;
    for (const auto &one : talks) {
        const auto &row = one.conversation;
        const auto state = doorOf(capabilitiesOf(row.channel),
                                  {.personWroteAt = lastOf(one, Direction::Incoming), .now = now});
        if (state.door == PrivateDoor::MayWrite) {
            open.append({.conversation = row.id, .channel = row.channel, .handle = row.handle});
        }
    }
    return open;
}

QString languageOfTalk(const QList<Message> &messages)
{
    QString sample;
    for (const auto &message : std::views::reverse(messages)) {
        if (message.direction == Direction::Incoming && sample.size() < languageSample) {
            sample += message.text.first(std::min(message.text.size(), languageSample)) + u'\n';
        }
    }
    const auto language = languageOf(sample);
    return language.isEmpty() ? u"en"_s : language;
}

Message lastAt(const QList<Message> &messages, Instant at)
{
    const auto found = std::ranges::find_if(std::views::reverse(messages), [at](const Message &message) {
        return message.direction == Direction::Incoming && message.sentAt == at;
    });
    return found == std::views::reverse(messages).end() ? Message() : *found;
}

Instant lastInPrivate(const QList<Thread> &talks)
{
    Instant last{};
    for (const auto &one : talks) {
        last = std::max(last, lastOf(one, Direction::Incoming));
    }
    return last;
}

PrivateMoveFacts talkFacts(const ConversationRow &row, const CheckProfile &profile, Instant now)
{
    return {.channel = row.channel,
            .audience = row.audience,
            .handle = row.handle,
            .capabilities = profile.capabilitiesOn(row.channel),
            .mostApproaches = profile.settings.mostApproaches,
            .doNotContact = row.isBlocked,
            .ourName = profile.writeToOn(row.channel, row.account),
            .now = now};
}

void addPerson(PrivateMoveFacts &facts, const PersonCard &card)
{
    const auto person = factsOf(card);
    facts.handles = card.handles;
    facts.prefers = card.preference;
    facts.consents = person.consents;
    facts.doNotContact = facts.doNotContact || person.doNotContact;
}

} // namespace

QList<ConversationId> privateTalksOf(const PersonCard &card)
{
    QList<ConversationId> ids;
    for (const auto &row : card.conversations) {
        const bool isWritten = row.audience == Audience::Private && row.channel != Channel::Phone;
        if (isWritten && !row.isBlocked && ids.size() < mostTalks) {
            ids.append(row.id);
        }
    }
    return ids;
}

ReadTalk readMoveTalk(const MoveTalk &talk, const MoveQuestion &question, Instant now)
{
    const auto &messages = talk.thread.messages;
    const auto &row = talk.thread.conversation;
    TextReader reader(PhraseBook::load(question.phraseFolders));
    const auto read = readPublicTalk(
        messages, {.handle = row.handle, .wroteInPrivateAt = lastInPrivate(talk.talks)}, reader);
    auto facts = talkFacts(row, question.profile, now);
    addPerson(facts, talk.card);
    facts.wish = read.wish;
    facts.approaches = std::max(read.approaches, talk.approaches);
    facts.door = doorHere(facts, talk.talks, read.askedAt);
    facts.talks = openTalks(talk.talks, now);
    return {
        .facts = facts, .lastIncoming = lastAt(messages, read.askedAt), .language = languageOfTalk(messages)};
}

} // namespace aside
