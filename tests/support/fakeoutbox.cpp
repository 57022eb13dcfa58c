// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakestores.h"
#include "tests/support/outboxlist.h"

#include <algorithm>

namespace aside::test {

using namespace Qt::StringLiterals;

QFuture<Result<OutboxItem>> FakeStores::hold(ConversationId id, QString text, SendTerms terms)
{
    const QString call = u"hold %1 %2"_s.arg(QString::number(id.value), text);
    return answer<OutboxItem>(call, [&]() -> Result<OutboxItem> {
        const QList<DraftAttachment> files = current(id, DraftKind::Reply).attachments;
        if (text.trimmed().isEmpty() && files.isEmpty()) {
            return fail(Errc::Empty);
        }
        current(id, DraftKind::Reply).attachments.clear();
        OutboxItem item;
        item.attachments = files;
        item.id = OutboxId{++m_lastOutboxId};
        item.conversation = id;
        item.text = text;
        setTerms(item, terms, clock.now());
        item.addressing
            = terms.addressing.isPlain() ? current(id, DraftKind::Reply).addressing : terms.addressing;
        current(id, DraftKind::Reply).addressing = {};
        write(id, DraftKind::Reply, {});
        if (ConversationRow *row = find(id)) {
            item.channel = row->channel;
            item.audience = row->audience;
            item.person = row->person;
            item.subject = row->subject;
            row->hasOutbox = true;
        }
        outbox.prepend(item);
        announce({id}, true);
        return item;
    });
}

QFuture<Result<OutboxItem>> FakeStores::withdraw(OutboxId id)
{
    return answer<OutboxItem>(u"withdraw %1"_s.arg(id.value), [&]() -> Result<OutboxItem> {
        Result<OutboxItem> moved = moveItem(outbox, id, OutboxEvent::Withdraw);
        if (!moved) {
            return moved;
        }
        outbox.removeIf([id](const OutboxItem &item) { return item.id == id; });
        const ConversationId owner = moved->conversation;
        const QString newer = draft(owner);
        current(owner, DraftKind::Reply).attachments.append(moved->attachments);
        moved->attachments.clear();
        write(owner, DraftKind::Reply, newer.isEmpty() ? moved->text : moved->text + u"\n\n"_s + newer);
        if (ConversationRow *row = find(owner)) {
            row->hasOutbox = std::ranges::contains(outbox, owner, &OutboxItem::conversation);
        }
        announce({owner}, true);
        return moved;
    });
}

QFuture<Result<OutboxItem>> FakeStores::moveBy(const QString &call, OutboxId id, OutboxEvent event)
{
    return answer<OutboxItem>(u"%1 %2"_s.arg(call, QString::number(id.value)), [&] {
        Result<OutboxItem> moved = moveItem(outbox, id, event);
        if (moved) {
            announce({moved->conversation}, true);
        }
        return moved;
    });
}

QFuture<Result<OutboxItem>> FakeStores::release(OutboxId id)
{
    return moveBy(u"release"_s, id, OutboxEvent::Released);
}

QFuture<Result<OutboxItem>> FakeStores::sendAnyway(OutboxId id, MessageId seen)
{
    return moveBy(u"sendAnyway %1"_s.arg(seen.value), id, OutboxEvent::Released);
}

QFuture<Result<OutboxItem>> FakeStores::schedule(OutboxId id, Instant at)
{
    for (OutboxItem &item : outbox) {
        if (item.id == id) {
            item.holdUntil = at;
        }
    }
    return moveBy(u"schedule"_s, id, OutboxEvent::Scheduled);
}

QFuture<Result<OutboxItem>> FakeStores::settle(OutboxId id, Settlement settlement)
{
    const bool isSent = settlement == Settlement::Sent;
    return moveBy(isSent ? u"settleSent"_s : u"settleUnsent"_s, id,
                  isSent ? OutboxEvent::DecidedSent : OutboxEvent::DecidedUnsent);
}

QFuture<Result<OutboxItem>> FakeStores::takeToPost(OutboxId id)
{
    return moveBy(u"takeToPost"_s, id, OutboxEvent::TakenToPost);
}

QFuture<Result<OutboxItem>> FakeStores::notePosted(OutboxId id, PostProof proof)
{
    return moveBy(u"notePosted %1 %2"_s.arg(proof.page, proof.words), id, OutboxEvent::Posted);
}

QFuture<Result<OutboxFreeze>> FakeStores::setFreeze(FreezeSwitch to)
{
    return answer<OutboxFreeze>(to == FreezeSwitch::Freeze ? u"freeze"_s : u"thaw"_s, [&] {
        frozen.since
            = to == FreezeSwitch::Freeze ? std::optional(frozen.since.value_or(clock.now())) : std::nullopt;
        moveFrozen(outbox, to);
        announce({}, true);
        return frozen;
    });
}

QFuture<Result<OutboxFreeze>> FakeStores::freeze()
{
    return answer<OutboxFreeze>(u"freezeState"_s, [&] { return frozen; });
}

QFuture<Result<QList<OutboxItem>>> FakeStores::queueDue()
{
    return answer<QList<OutboxItem>>(u"queueDue"_s, [&] {
        const QList<OutboxItem> moved = moveDue(outbox, clock.now());
        QList<ConversationId> owners;
        for (const OutboxItem &item : moved) {
            owners.append(item.conversation);
        }
        if (!moved.isEmpty()) {
            announce(owners, true);
        }
        return moved;
    });
}

QFuture<Result<QList<OutboxItem>>> FakeStores::items()
{
    return answer<QList<OutboxItem>>(u"items"_s, [&] { return outbox; });
}

QFuture<Result<OutboxItem>> FakeStores::item(OutboxId id)
{
    return answer<OutboxItem>(u"item %1"_s.arg(id.value), [&]() -> Result<OutboxItem> {
        const auto found = std::ranges::find(outbox, id, &OutboxItem::id);
        return found == outbox.end() ? Result<OutboxItem>(fail(Errc::NotFound)) : *found;
    });
}

QFuture<Result<QList<OutboxStep>>> FakeStores::history(OutboxId id)
{
    return answer<QList<OutboxStep>>(u"history %1"_s.arg(id.value), [] { return QList<OutboxStep>(); });
}

} // namespace aside::test
