// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/movedesk.h"

#include "app/cli/checkfacts.h"
#include "models/check/draftcontext.h"
#include "models/check/phrasebook.h"
#include "models/check/publictalk.h"
#include "models/check/textreader.h"
#include "models/ports/conversationstore.h"
#include "models/ports/personstore.h"
#include "models/text/language.h"

#include <algorithm>
#include <ranges>
#include <utility>

namespace aside::cli {

using namespace Qt::StringLiterals;

namespace {

/// How many private talks of the person are looked into, the newest first.
constexpr qsizetype mostTalks = 10;
constexpr qsizetype languageSample = 4'000;

/// A private talk and who wrote when.
struct PrivateTalk {
    OpenTalk talk;
    Instant personWroteAt{};
    Instant weWroteAt{};
};

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

Step<QList<PrivateTalk>> privateTalks(CommandContext &context, Session &session, const PersonCard &card)
{
    QList<PrivateTalk> talks;
    for (const auto &row : card.conversations) {
        const bool isWritten = row.audience == Audience::Private && row.channel != Channel::Phone;
        if (!isWritten || row.isBlocked || talks.size() == mostTalks) {
            continue;
        }
        const auto thread
            = awaitStep(context, conversationSubject(row.id), session.conversations().thread(row.id));
        if (!thread) {
            return std::unexpected(thread.error());
        }
        talks.append({.talk = {.conversation = row.id, .channel = row.channel, .handle = row.handle},
                      .personWroteAt = lastOf(*thread, Direction::Incoming),
                      .weWroteAt = lastOf(*thread, Direction::Outgoing)});
    }
    return talks;
}

/// The door on the talk's own channel, from all private talks there.
DoorState doorHere(const PrivateMoveFacts &facts, const QList<PrivateTalk> &talks, Instant askedAt)
{
    DoorFacts door{.askedAt = askedAt, .now = facts.now};
    for (const auto &one : talks) {
        if (one.talk.channel == facts.channel) {
            door.personWroteAt = std::max(door.personWroteAt, one.personWroteAt);
            door.weWroteAt = std::max(door.weWroteAt, one.weWroteAt);
        }
    }
    return doorOf(facts.capabilities, door);
}

QList<OpenTalk> openTalks(const QList<PrivateTalk> &talks, Instant now)
{
    QList<OpenTalk> open;
    for (const auto &one : talks) {
        const auto state
            = doorOf(capabilitiesOf(one.talk.channel), {.personWroteAt = one.personWroteAt, .now = now});
        if (state.door == PrivateDoor::MayWrite) {
            open.append(one.talk);
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

Instant lastInPrivate(const QList<PrivateTalk> &talks)
{
    Instant last{};
    for (const auto &one : talks) {
        last = std::max(last, one.personWroteAt);
    }
    return last;
}

PrivateMoveFacts talkFacts(const ConversationRow &row, const CheckProfile &profile, Instant now)
{
    return {.channel = row.channel,
            .audience = row.audience,
            .handle = row.handle,
            .capabilities = capabilitiesOf(row.channel),
            .mostApproaches = profile.settings.mostApproaches,
            .doNotContact = row.isBlocked,
            .ourName = profile.writeTo.value(row.channel),
            .now = now};
}

void addPerson(PrivateMoveFacts &facts, const PersonCard &card)
{
    const auto person = factsOf(card);
    facts.handles = card.handles;
    facts.consents = person.consents;
    facts.doNotContact = facts.doNotContact || person.doNotContact;
}

} // namespace

Step<MoveDesk> moveDesk(CommandContext &context, Session &session, ConversationId id)
{
    auto profile = checkFacts(context);
    if (!profile) {
        return std::unexpected(profile.error());
    }
    const auto subject = conversationSubject(id);
    const auto thread = awaitStep(context, subject, session.conversations().thread(id));
    if (!thread) {
        return std::unexpected(thread.error());
    }
    const auto card = awaitStep(context, subject, session.persons().card(id));
    if (!card) {
        return std::unexpected(card.error());
    }
    const auto talks = privateTalks(context, session, *card);
    if (!talks) {
        return std::unexpected(talks.error());
    }
    TextReader reader(PhraseBook::load(checkFolders(context, *profile, u"phrases"_s)));
    const auto talk = readPublicTalk(
        thread->messages, {.handle = thread->conversation.handle, .wroteInPrivateAt = lastInPrivate(*talks)},
        reader);
    auto facts = talkFacts(thread->conversation, *profile, session.clock().now());
    addPerson(facts, *card);
    facts.wish = talk.wish;
    facts.approaches = talk.approaches;
    facts.door = doorHere(facts, *talks, talk.askedAt);
    facts.talks = openTalks(*talks, facts.now);
    return MoveDesk{.profile = *std::move(profile),
                    .thread = *thread,
                    .facts = facts,
                    .lastIncoming = lastAt(thread->messages, talk.askedAt),
                    .language = languageOfTalk(thread->messages)};
}

} // namespace aside::cli
