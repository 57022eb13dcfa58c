// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakestores.h"

#include <algorithm>

namespace aside::test {

using namespace Qt::StringLiterals;

void FakeStores::updatePromise(ConversationId id)
{
    if (ConversationRow *row = find(id)) {
        row->promisedAt = {};
        for (const Promise &promise : std::as_const(promised)) {
            const bool isOpen = promise.conversation == id && promise.keptAt == Instant{};
            if (isOpen && (row->promisedAt == Instant{} || promise.dueAt < row->promisedAt)) {
                row->promisedAt = promise.dueAt;
            }
        }
    }
    announce({id});
}

QFuture<Result<Promise>> FakeStores::addPromise(ConversationId id, Instant dueAt, QString words)
{
    return answer<Promise>(u"addPromise %1 %2"_s.arg(QString::number(id.value), words),
                           [&]() -> Result<Promise> {
                               if (find(id) == nullptr) {
                                   return fail(Errc::NotFound);
                               }
                               promised.append({.id = PromiseId{promised.size() + 1},
                                                .conversation = id,
                                                .dueAt = dueAt,
                                                .words = words,
                                                .madeAt = clock.now()});
                               const Promise made = promised.constLast();
                               updatePromise(id);
                               return made;
                           });
}

QFuture<Result<Promise>> FakeStores::keepPromise(PromiseId id)
{
    return answer<Promise>(u"keepPromise %1"_s.arg(id.value), [&]() -> Result<Promise> {
        const auto found = std::ranges::find(promised, id, &Promise::id);
        if (found == promised.end()) {
            return fail(Errc::NotFound);
        }
        found->keptAt = found->keptAt == Instant{} ? clock.now() : found->keptAt;
        const Promise kept = *found;
        updatePromise(kept.conversation);
        return kept;
    });
}

QFuture<Result<QList<Promise>>> FakeStores::promises(ConversationId id)
{
    return answer<QList<Promise>>(u"promises %1"_s.arg(id.value), [&] {
        QList<Promise> all = promised;
        all.removeIf([id](const Promise &promise) { return promise.conversation != id; });
        return all;
    });
}

QFuture<Result<QList<Promise>>> FakeStores::promiseList(PromiseScope scope)
{
    return answer<QList<Promise>>(u"promiseList"_s, [&] {
        QList<Promise> all = promised;
        if (scope == PromiseScope::Open) {
            all.removeIf([](const Promise &promise) { return !promise.isOpen(); });
        }
        std::ranges::stable_sort(all, {}, [](const Promise &promise) {
            return promise.isOpen() ? promise.dueAt : Instant::max();
        });
        return all;
    });
}

QFuture<Result<QList<SentReply>>> FakeStores::sentReplies(ConversationId id)
{
    return answer<QList<SentReply>>(u"sentReplies %1"_s.arg(id.value), [&] {
        QList<SentReply> all;
        for (const OutboxItem &item : std::as_const(outbox)) {
            if (item.conversation == id && item.state == OutboxState::Sent) {
                all.prepend({.id = item.id,
                             .conversation = id,
                             .text = item.text,
                             .sentAt = item.createdAt,
                             .decided = decided.value(item.id)});
            }
        }
        return all;
    });
}

QFuture<Result<Promise>> FakeStores::acceptDate(AcceptedDate date)
{
    return answer<Promise>(u"acceptDate %1"_s.arg(date.reply.value), [&]() -> Result<Promise> {
        const auto reply = std::ranges::find(outbox, date.reply, &OutboxItem::id);
        if (reply == outbox.end() || decided[date.reply].contains(date.place)) {
            return fail(reply == outbox.end() ? Errc::NotFound : Errc::Conflict);
        }
        decided[date.reply].append(date.place);
        const Promise made{.id = PromiseId{promised.size() + 1},
                           .conversation = reply->conversation,
                           .dueAt = date.dueAt,
                           .words = date.words,
                           .madeAt = clock.now(),
                           .reply = date.reply};
        const auto old = std::ranges::find(promised, date.instead, &Promise::id);
        if (old != promised.end() && old->isOpen()) {
            old->keptAt = clock.now();
            old->end = PromiseEnd::Moved;
            old->movedTo = made.id;
        }
        promised.append(made);
        updatePromise(made.conversation);
        return made;
    });
}

QFuture<Result<void>> FakeStores::dismissDate(OutboxId reply, qsizetype place)
{
    return answer<void>(u"dismissDate %1"_s.arg(reply.value), [&]() -> Result<void> {
        decided[reply].append(place);
        const auto item = std::ranges::find(outbox, reply, &OutboxItem::id);
        if (item != outbox.end()) {
            announce({item->conversation});
        }
        return {};
    });
}

QFuture<Result<bool>> FakeStores::noteReminder(PromiseId id, PromiseReminder reminder)
{
    return answer<bool>(u"noteReminder %1"_s.arg(id.value), [&]() -> Result<bool> {
        const auto found = std::ranges::find(promised, id, &Promise::id);
        if (found == promised.end() || !found->isOpen() || found->reminded >= reminder) {
            return false;
        }
        found->reminded = reminder;
        return true;
    });
}

} // namespace aside::test
