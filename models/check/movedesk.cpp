// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/movedesk.h"

#include "models/check/halfwriter.h"
#include "models/core/clock.h"
#include "models/ports/conversationstore.h"
#include "models/ports/personstore.h"

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
                return card.transform([&](const PersonCard &known) {
                    return MoveTalk{.thread = *thread, .card = known, .talks = {}};
                });
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

PreparedMove prepared(const MoveQuestion &question, const MoveTalk &talk, Instant now)
{
    const auto read = readMoveTalk(talk, question, now);
    const HalfWriter writer(question, talk, read);
    PreparedMove made{.thread = talk.thread,
                      .facts = read.facts,
                      .plan = planPrivateMove(read.facts),
                      .language = read.language,
                      .by = question.profile.operatorName};
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

MessageId newestOf(const Thread &thread)
{
    return thread.messages.isEmpty() ? MessageId() : thread.messages.constLast().id;
}

} // namespace

MoveDesk::MoveDesk(ConversationStore &conversations, PersonStore &persons, const Clock &clock)
    : m_conversations(conversations)
    , m_persons(persons)
    , m_clock(clock)
{
}

QFuture<Result<PreparedMove>> MoveDesk::prepare(MoveQuestion question) const
{
    return publicSide(m_conversations, m_persons, question.conversation)
        .then([&store = m_conversations](const Result<MoveTalk> &talk) {
            return talk ? withPrivateSide(store, *talk) : failed<MoveTalk>(talk.error());
        })
        .unwrap()
        .then(QThreadPool::globalInstance(),
              [question = std::move(question), now = m_clock.now()](const Result<MoveTalk> &talk) {
                  return talk.transform(
                      [&](const MoveTalk &known) { return prepared(question, known, now); });
              });
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
            .payload = {},
            .by = move.by};
}

} // namespace aside
