// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/movedesk.h"

#include "models/check/halfwriter.h"
#include "models/core/clock.h"
#include "models/ports/conversationstore.h"
#include "models/ports/movestore.h"
#include "models/ports/personstore.h"
#include "models/privacy/arrival.h"
#include "models/privacy/closing.h"

#include <QThreadPool>

#include <algorithm>
#include <utility>

namespace aside {

namespace {

template <typename T>
QFuture<Result<T>> failed(const Error &error)
{
    return QtFuture::makeReadyValueFuture(Result<T>(std::unexpected(error)));
}

/// The public talk and its person.
QFuture<Result<MoveTalk>> publicSide(ConversationStore &conversations, PersonStore &persons,
                                     ConversationId id)
{
    return conversations.thread(id)
        .then([&persons](const Result<Thread> &thread) {
            if (!thread) {
                return failed<MoveTalk>(thread.error());
            }
            return persons.card(thread->conversation.id).then([thread](const Result<PersonCard> &card) {
                return card.transform(
                    [&](const PersonCard &known) { return MoveTalk{.thread = *thread, .card = known}; });
            });
        })
        .unwrap();
}

/// With what was said in private; a talk that went away meanwhile is none.
QFuture<Result<MoveTalk>> withPrivateSide(ConversationStore &conversations, MoveTalk talk)
{
    QList<QFuture<Result<Thread>>> asked;
    for (const auto id : privateTalksOf(talk.card)) {
        asked.append(conversations.thread(id));
    }
    return QtFuture::whenAll(asked.begin(), asked.end())
        .then([talk = std::move(talk)](const QList<QFuture<Result<Thread>>> &answers) -> Result<MoveTalk> {
            auto whole = talk;
            for (const auto &answer : answers) {
                if (answer.resultCount() == 0) {
                    return fail(Errc::Cancelled, QStringLiteral("the store closed before it answered"));
                }
                const auto thread = answer.result();
                if (!thread && thread.error().code != Errc::NotFound) {
                    return std::unexpected(thread.error());
                }
                if (thread) {
                    whole.talks.append(*thread);
                }
            }
            return whole;
        });
}

/// With the approaches that are remembered.
QFuture<Result<MoveTalk>> withApproaches(MoveStore &moves, const MoveTalk &talk)
{
    return moves.approaches(talk.thread.conversation.id).then([talk](const Result<int> &approaches) {
        return approaches.transform([&](int count) {
            auto whole = talk;
            whole.approaches = count;
            return whole;
        });
    });
}

/// With the story as it stands, and the talk in which it was solved.
QFuture<Result<MoveTalk>> withSolved(MoveStore &moves, ConversationStore &conversations, const MoveTalk &talk)
{
    const auto id = talk.thread.conversation.id;
    return moves.movesOf(id)
        .then([&conversations, talk](const Result<QList<PrivateMove>> &known) {
            if (!known) {
                return failed<MoveTalk>(known.error());
            }
            const auto story = closingStory(*known);
            if (story.state != ClosingState::Due) {
                return failed<MoveTalk>({.code = Errc::Conflict,
                                         .detail = QStringLiteral("nothing is solved and not closed"),
                                         .retryAfter = {}});
            }
            auto whole = talk;
            whole.solved = story.move;
            const auto isHere = [&story](const Thread &one) {
                return one.conversation.id == story.move.talk;
            };
            if (!story.move.talk.isValid() || std::ranges::any_of(whole.talks, isHere)) {
                return QtFuture::makeReadyValueFuture(Result<MoveTalk>(whole));
            }
            return conversations.thread(story.move.talk).then([whole](const Result<Thread> &thread) {
                auto both = whole;
                if (thread) {
                    both.talks.append(*thread); // else it went away: nobody is asked there
                }
                return Result<MoveTalk>(both);
            });
        })
        .unwrap();
}

PreparedMove planned(const MoveQuestion &question, const MoveTalk &talk, const ReadTalk &read)
{
    return {.thread = talk.thread,
            .facts = read.facts,
            .plan = talk.solved ? planClosing(read.facts, *talk.solved) : planPrivateMove(read.facts),
            .language = read.language,
            .by = question.profile.operatorName};
}

PreparedMove prepared(const MoveQuestion &question, const MoveTalk &talk, Instant now)
{
    const auto read = readMoveTalk(talk, question, now);
    const HalfWriter writer(question, talk, read);
    auto made = planned(question, talk, read);
    const auto write = [&writer](const MoveHalf &half) {
        return writer.write(half);
    };
    made.publicHalf = made.plan.publicHalf.transform(write);
    made.privateHalf = made.plan.privateHalf.transform(write);
    for (const auto text : std::as_const(made.plan.afterwards)) {
        made.afterwards.append(writer.templateId(text));
    }
    return made;
}

OrderedHalf orderedHalf(const WrittenHalf &written, const ConversationRow &home)
{
    const auto &half = written.half;
    const bool isPublic = half.audience == Audience::Public;
    return {.text = written.text,
            .conversation = isPublic ? home.id : half.conversation,
            .channel = half.channel,
            .handle = half.handle,
            .subject = isPublic ? QString() : home.subject};
}

/// Both halves in words; texts are read on the pool.
QFuture<Result<PreparedMove>> written(QFuture<Result<MoveTalk>> talk, MoveQuestion question, Instant now)
{
    return talk.then(
        QThreadPool::globalInstance(), [question = std::move(question), now](const Result<MoveTalk> &known) {
            return known.transform([&](const MoveTalk &whole) { return prepared(question, whole, now); });
        });
}

MessageId newestOf(const Thread &thread)
{
    const auto &messages = thread.messages; // by their time; what came last may say that it is older
    return messages.isEmpty() ? MessageId() : std::ranges::max(messages, {}, &Message::id).id;
}

} // namespace

MoveDesk::MoveDesk(const Stores &stores, const Clock &clock)
    : m_stores(stores)
    , m_clock(clock)
{
}

QFuture<Result<MoveTalk>> MoveDesk::gather(ConversationId id) const
{
    return publicSide(m_stores.conversations, m_stores.persons, id)
        .then([&store = m_stores.conversations](const Result<MoveTalk> &talk) {
            return talk ? withPrivateSide(store, *talk) : failed<MoveTalk>(talk.error());
        })
        .unwrap()
        .then([&store = m_stores.moves](const Result<MoveTalk> &talk) {
            return talk ? withApproaches(store, *talk) : failed<MoveTalk>(talk.error());
        })
        .unwrap();
}

QFuture<Result<PreparedMove>> MoveDesk::prepare(MoveQuestion question) const
{
    auto talk = gather(question.conversation);
    if (question.aim == MoveAim::Close) {
        talk = talk.then([stores = m_stores](const Result<MoveTalk> &known) {
                       return known ? withSolved(stores.moves, stores.conversations, *known)
                                    : failed<MoveTalk>(known.error());
                   })
                   .unwrap();
    }
    return written(std::move(talk), std::move(question), m_clock.now());
}

void putPayload(PreparedMove &move)
{
    auto &half = move.publicHalf;
    if (move.plan.next != MoveNext::PublicThenArrival || !half) {
        return;
    }
    const auto link = half->half.fields.value(QStringLiteral("link"));
    const auto payload = newMovePayload();
    const auto carrying = linkWithPayload(half->half.channel, link, payload);
    const auto at = link.isEmpty() ? -1 : half->text.indexOf(link);
    if (at >= 0 && carrying != link) {
        half->text.replace(at, link.size(), carrying);
        move.payload = payload;
    }
}

MoveOrder orderOf(const PreparedMove &move)
{
    const auto &home = move.thread.conversation;
    const auto ordered = [&home](const WrittenHalf &half) {
        return orderedHalf(half, home);
    };
    return {.conversation = home.id,
            .way = move.plan.way,
            .next = move.plan.next,
            .records = move.plan.records,
            .publicHalf = move.publicHalf.transform(ordered),
            .privateHalf = move.privateHalf.transform(ordered),
            .terms = {.seen = newestOf(move.thread)},
            .payload = move.payload,
            .by = move.by};
}

} // namespace aside
