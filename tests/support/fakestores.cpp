// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakestores.h"

#include "models/clock/replyclock.h"

#include <QMap>

#include <algorithm>
#include <iterator>
#include <utility>

namespace aside::test {

namespace {

using namespace Qt::StringLiterals;

bool belongs(const ConversationRow &row, View view)
{
    const bool isOpen = row.state == ConversationState::Open && !row.isBlocked;
    switch (view) {
    case View::Inbox:
        return isOpen;
    case View::Unread:
        return isOpen && row.unread > 0;
    case View::Public:
        return isOpen && row.audience == Audience::Public;
    case View::Private:
        return isOpen && row.audience == Audience::Private;
    case View::Drafts:
        return row.hasDraft;
    case View::Outbox:
        return row.hasOutbox;
    case View::Closed:
        return row.state == ConversationState::Closed && !row.isBlocked;
    case View::Snoozed:
        return row.state == ConversationState::Snoozed && !row.isBlocked;
    case View::Blocked:
        return row.isBlocked;
    case View::Promises:
        return row.promisedAt != Instant{} && !row.isBlocked;
    case View::Waiting:
        return isOpen && row.waitingSince != Instant{};
    case View::ReplyBy:
        return isOpen && replyBy(row).has_value();
    }
    return false;
}

bool belongs(const ConversationRow &row, const ListQuery &query)
{
    return belongs(row, query.view) && (!query.channel || row.channel == *query.channel)
        && (query.tag.isEmpty() || row.tags.contains(query.tag, Qt::CaseInsensitive));
}

qint64 rank(const ConversationRow &row)
{
    const int mood = row.mood == Mood::Negative ? 0 : row.mood == Mood::Neutral ? 4 : 8;
    return (row.audience == Audience::Private ? 12 : 0) + mood + (row.reach < 100'000) + (row.reach < 10'000)
        + (row.reach < 1'000);
}

bool isBefore(const ConversationRow &one, const ConversationRow &other, SortOrder order)
{
    if (order == SortOrder::Newest || order == SortOrder::Oldest) {
        return false; // as the test put them
    }
    if (order == SortOrder::ReplyBy) {
        const auto last = ReplyDeadline{.at = Instant::max()};
        return replyBy(one).value_or(last).at < replyBy(other).value_or(last).at;
    }
    const bool waits = one.waitingSince != Instant{};
    const bool otherWaits = other.waitingSince != Instant{};
    if (waits != otherWaits || !waits) {
        return waits && !otherWaits;
    }
    return order == SortOrder::Urgency && rank(one) != rank(other) ? rank(one) < rank(other)
                                                                   : one.waitingSince < other.waitingSince;
}

} // namespace

void FakeStores::addConversation(ConversationRow row, QList<Message> itsMessages)
{
    messages.insert(row.id, std::move(itsMessages));
    conversations.append(std::move(row));
}

void FakeStores::announce(QList<ConversationId> ids, bool outboxChanged)
{
    announceChanges({.conversations = std::move(ids), .outboxChanged = outboxChanged});
}

void FakeStores::announceChanges(const ChangeSet &set)
{
    Q_EMIT changes.changed(set);
}

void FakeStores::failNext(Error error)
{
    m_failures.append(std::move(error));
}

void FakeStores::setAnswers(Answers answers)
{
    m_answers = answers;
}

void FakeStores::answerAll()
{
    for (const auto &give : std::exchange(m_heldBack, {})) {
        give();
    }
}

qsizetype FakeStores::heldBack() const
{
    return m_heldBack.size();
}

qsizetype FakeStores::count(const QString &call) const
{
    return std::ranges::count_if(
        calls, [&](const QString &one) { return one == call || one.startsWith(call + u' '); });
}

QString FakeStores::draft(ConversationId id) const
{
    const QList<Draft> versions = replies.value(id);
    return versions.isEmpty() ? QString() : versions.constLast().text;
}

ConversationRow *FakeStores::find(ConversationId id)
{
    const auto found = std::ranges::find(conversations, id, &ConversationRow::id);
    return found == conversations.end() ? nullptr : &*found;
}

QList<Draft> &FakeStores::drafts(ConversationId id, DraftKind kind)
{
    return kind == DraftKind::Reply ? replies[id] : notes[id];
}

QFuture<Result<QList<ConversationId>>> FakeStores::ids(ListQuery query)
{
    return answer<QList<ConversationId>>(u"ids %1"_s.arg(std::to_underlying(query.view)), [&] {
        QList<const ConversationRow *> found;
        for (const ConversationRow &row : std::as_const(conversations)) {
            if (belongs(row, query)) {
                found.append(&row);
            }
        }
        std::ranges::stable_sort(found, [&](const ConversationRow *one, const ConversationRow *other) {
            return isBefore(*one, *other, query.order);
        });
        if (query.order == SortOrder::Oldest) {
            std::ranges::reverse(found);
        }
        QList<ConversationId> ids;
        std::ranges::transform(found, std::back_inserter(ids), [](const auto *row) { return row->id; });
        return ids;
    });
}

QFuture<Result<QList<ConversationRow>>> FakeStores::rows(QList<ConversationId> ids)
{
    return answer<QList<ConversationRow>>(u"rows %1"_s.arg(ids.size()), [&] {
        QList<ConversationRow> found;
        for (const ConversationId id : std::as_const(ids)) {
            if (const ConversationRow *row = find(id)) {
                found.append(*row);
            }
        }
        return found;
    });
}

QFuture<Result<Thread>> FakeStores::thread(ConversationId id)
{
    return answer<Thread>(u"thread %1"_s.arg(id.value), [&]() -> Result<Thread> {
        const ConversationRow *row = find(id);
        return row != nullptr ? Result<Thread>(Thread{.conversation = *row, .messages = messages.value(id)})
                              : fail(Errc::NotFound);
    });
}

QFuture<Result<InboxCounts>> FakeStores::counts()
{
    return answer<InboxCounts>(u"counts"_s, [&] {
        InboxCounts all;
        for (int view = 0; view <= std::to_underlying(lastView); ++view) {
            const auto in = [view](const ConversationRow &row) {
                return belongs(row, static_cast<View>(view));
            };
            all.views.append(
                {.view = static_cast<View>(view), .count = std::ranges::count_if(conversations, in)});
        }
        QMap<Channel, qint64> channels;
        QMap<QString, qint64> tags;
        for (const ConversationRow &row : std::as_const(conversations)) {
            const bool isOpen = belongs(row, View::Inbox);
            if (isOpen) {
                ++channels[row.channel];
            }
            for (const QString &tag : row.tags) {
                tags[tag] += isOpen ? 1 : 0;
            }
        }
        for (const auto &[channel, count] : channels.asKeyValueRange()) {
            all.channels.append({.channel = channel, .count = count});
        }
        for (const auto &[tag, count] : tags.asKeyValueRange()) {
            all.tags.append({.tag = tag, .count = count});
        }
        return all;
    });
}

QFuture<Result<QByteArray>> FakeStores::attachment(AttachmentId id)
{
    return answer<QByteArray>(u"attachment %1"_s.arg(id.value), [&]() -> Result<QByteArray> {
        return attachments.contains(id) ? Result<QByteArray>(attachments.value(id)) : fail(Errc::NotFound);
    });
}

QFuture<Result<Draft>> FakeStores::load(ConversationId id, DraftKind kind)
{
    return answer<Draft>(u"load %1"_s.arg(id.value), [&] {
        const QList<Draft> &versions = drafts(id, kind);
        Draft none;
        none.conversation = id;
        none.kind = kind;
        return versions.isEmpty() ? none : versions.constLast();
    });
}

Draft FakeStores::write(ConversationId id, DraftKind kind, const QString &text)
{
    QList<Draft> &versions = drafts(id, kind);
    const QList<DraftAttachment> files = current(id, kind).attachments;
    const Addressing addressing = current(id, kind).addressing;
    versions.removeIf([](const Draft &draft) { return draft.version == 0; });
    const int version = static_cast<int>(versions.size()) + 1;
    versions.append({.id = DraftId{id.value},
                     .conversation = id,
                     .kind = kind,
                     .text = text,
                     .updatedAt = clock.now(),
                     .version = version,
                     .attachments = files,
                     .addressing = addressing});
    if (ConversationRow *row = find(id); row != nullptr && kind == DraftKind::Reply) {
        row->hasDraft = !text.isEmpty() || !files.isEmpty();
    }
    return drafts(id, kind).constLast();
}

QFuture<Result<Draft>> FakeStores::save(ConversationId id, DraftKind kind, QString text)
{
    return answer<Draft>(u"save %1 %2"_s.arg(QString::number(id.value), text), [&] {
        const Draft draft = write(id, kind, text);
        announce({id});
        return draft;
    });
}

QFuture<Result<QList<Draft>>> FakeStores::versions(ConversationId id, DraftKind kind)
{
    return answer<QList<Draft>>(u"versions %1"_s.arg(id.value), [&] {
        QList<Draft> newestFirst = drafts(id, kind);
        std::ranges::reverse(newestFirst);
        return newestFirst;
    });
}

QFuture<Result<QList<SearchHit>>> FakeStores::search(QString query, int limit)
{
    return answer<QList<SearchHit>>(u"search %1"_s.arg(query), [&] {
        QList<SearchHit> hits;
        for (const ConversationRow &row : std::as_const(conversations)) {
            for (const Message &message : messages.value(row.id)) {
                if (!query.isEmpty() && message.text.contains(query, Qt::CaseInsensitive)) {
                    hits.append({row.id, message.id, message.text.left(80)});
                }
            }
        }
        return limit > 0 ? hits.first(std::min<qsizetype>(limit, hits.size())) : hits;
    });
}

QFuture<Result<QList<ConversationId>>> FakeStores::searchConversations(QString query, int limit)
{
    return answer<QList<ConversationId>>(u"searchConversations %1"_s.arg(query), [&] {
        const QString words = query.endsWith(u'*') ? query.chopped(1) : query; // a prefix
        const auto has = [&](const QString &text) {
            return text.contains(words, Qt::CaseInsensitive);
        };
        QList<ConversationId> found;
        for (const ConversationRow &row : std::as_const(conversations)) {
            const QList<Message> &its = messages.value(row.id);
            if (!words.isEmpty()
                && (has(row.subject) || has(row.person) || std::ranges::any_of(its, has, &Message::text))) {
                found.append(row.id);
            }
        }
        return limit > 0 ? found.first(std::min<qsizetype>(limit, found.size())) : found;
    });
}

QFuture<Result<ApplyReport>> FakeStores::apply(IncomingBatch batch)
{
    return answer<ApplyReport>(u"apply %1"_s.arg(batch.messages.size()), [&] {
        batches.append(batch);
        return ApplyReport{.imported = batch.messages.size()};
    });
}

QFuture<Result<QByteArray>> FakeStores::cursor(QString source)
{
    return answer<QByteArray>(u"cursor %1"_s.arg(source), [&] {
        const auto last = std::find_if(batches.crbegin(), batches.crend(),
                                       [&](const IncomingBatch &one) { return one.source == source; });
        return last == batches.crend() ? QByteArray() : last->cursor;
    });
}

} // namespace aside::test
