// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/dispatch.h"

#include "app/storage/gate.h"
#include "app/storage/ingest/sentreply.h"
#include "app/storage/privatetalks.h"
#include "models/domain/channelcapabilities.h"

#include <utility>

namespace aside {

namespace {

constexpr std::string_view selectSending = "SELECT id FROM outbox WHERE state = 2 ORDER BY id";
constexpr std::string_view selectEarlier = R"sql(
    SELECT 1 FROM outbox WHERE conversation_id = ?1 AND id < ?2
      AND (state IN (1, 2, 5) OR (state = 0 AND hold_reason = 0)) LIMIT 1
)sql";
constexpr std::string_view updateBegun = R"sql(
    UPDATE outbox SET attempts = attempts + 1, attempt_at = ?2, next_attempt_at = 0, fault = '', server_code = '',
                      server_words = '', last_byte = 0, evidence = 0, evidence_words = '', looks = 0, looked_at = 0
    WHERE id = ?1
)sql";
constexpr std::string_view updateEnded = R"sql(
    UPDATE outbox SET next_attempt_at = ?2, fault = ?3, server_code = ?4, server_words = ?5, last_byte = ?6,
                      remote_id = ?7
    WHERE id = ?1
)sql";
constexpr std::string_view updateLost = "UPDATE outbox SET last_byte = 1, fault = ?2 WHERE id = ?1";
constexpr std::string_view updateLook = R"sql(
    UPDATE outbox SET evidence = ?2, evidence_words = ?3, looks = looks + 1, looked_at = ?4,
                      remote_id = CASE ?5 WHEN '' THEN remote_id ELSE ?5 END
    WHERE id = ?1
)sql";

constexpr std::string_view selectBounced
    = "SELECT id FROM outbox WHERE wire_id = ?1 AND wire_id <> '' ORDER BY id LIMIT 1";
// Sent again, it is another attempt: that the first is found on the server says nothing of it.
constexpr std::string_view updateBounced = R"sql(
    UPDATE outbox SET next_attempt_at = 0, fault = ?2, server_code = ?3, server_words = ?4, last_byte = 0,
                      evidence = 0, evidence_words = ''
    WHERE id = ?1
)sql";

/// What an outcome leaves behind.
struct Ending {
    OutboxEvent event = OutboxEvent::Lost;
    Instant next{};
    std::optional<Errc> fault{};
    QString code{};
    QString words{};
    LastByte lastByte = LastByte::NotLeft;
    QString remoteId{};
    QString conversationKey{};
};

Ending endingOf(const SendOutcome &outcome, Instant next)
{
    if (const auto *sent = std::get_if<Sent>(&outcome)) {
        return {.event = OutboxEvent::Accepted,
                .words = sent->words,
                .lastByte = LastByte::Left,
                .remoteId = sent->remoteId,
                .conversationKey = sent->conversationKey};
    }
    if (const auto *refused = std::get_if<Refused>(&outcome)) {
        return {.event = OutboxEvent::Rejected,
                .fault = Errc::ServerRefused,
                .code = refused->code,
                .words = refused->words};
    }
    if (const auto *later = std::get_if<RetryLater>(&outcome)) {
        return {.event = OutboxEvent::Postponed,
                .next = next,
                .fault = later->cause,
                .code = later->code,
                .words = later->words};
    }
    const auto &unknown = std::get<Unknown>(outcome);
    return {.event = OutboxEvent::Lost,
            .fault = unknown.cause,
            .words = unknown.words,
            .lastByte = unknown.lastByte};
}

/// What an answer that comes after all says of an item that was given up. Nothing: it says as little as none.
std::optional<Reconciliation> evidenceIn(const SendOutcome &outcome)
{
    if (const auto *sent = std::get_if<Sent>(&outcome)) {
        return Reconciliation{.evidence = Evidence::Found,
                              .remoteId = sent->remoteId,
                              .look = LookKind::LateAnswer,
                              .words = sent->words,
                              .conversationKey = sent->conversationKey};
    }
    if (const auto *refused = std::get_if<Refused>(&outcome)) {
        return Reconciliation{
            .evidence = Evidence::NotFound, .look = LookKind::LateAnswer, .words = refused->words};
    }
    if (const auto *later = std::get_if<RetryLater>(&outcome)) {
        return Reconciliation{
            .evidence = Evidence::NotFound, .look = LookKind::LateAnswer, .words = later->words};
    }
    return std::nullopt;
}

Result<void> writeEnding(Database &db, OutboxId id, const Ending &ending)
{
    return db.prepare(updateEnded).and_then([&](Statement update) {
        update.bind(1, id.value).bind(2, toMillis(ending.next));
        update.bind(3, ending.fault ? QString(errcName(*ending.fault)) : QString());
        update.bind(4, ending.code).bind(5, ending.words).bind(6, std::to_underlying(ending.lastByte));
        return update.bind(7, ending.remoteId).run();
    });
}

Result<void> writeLook(Database &db, const OutboxItem &item, const Reconciliation &found, Instant now)
{
    const bool isThere = found.evidence == Evidence::Found;
    return advance(db, item, isThere ? OutboxEvent::Found : OutboxEvent::NotFound, now, found.words)
        .and_then([&] { return db.prepare(updateLook); })
        .and_then([&](Statement update) {
            update.bind(1, item.id.value).bind(2, std::to_underlying(found.evidence));
            update.bind(3, LookTrace{.look = found.look, .words = found.words}.toText());
            return update.bind(4, toMillis(now)).bind(5, found.remoteId).run();
        })
        .and_then([&] {
            return isThere ? nameTalk(db, item.channel, item.conversation, found.conversationKey)
                           : Result<void>();
        });
}

/// What came back, in the server's words.
struct Bounce {
    QString code{};
    QString words{};
};

Result<void> writeBounce(Database &db, const OutboxItem &item, const Bounce &bounce, Instant now)
{
    return advance(db, item, OutboxEvent::Bounced, now, bounce.words)
        .and_then([&] { return db.prepare(updateBounced); })
        .and_then([&](Statement update) {
            update.bind(1, item.id.value).bind(2, QString(errcName(Errc::ServerRefused)));
            return update.bind(3, bounce.code).bind(4, bounce.words).run();
        });
}

/// The report of a bounce that came before the outcome was written. The record of the attempt keeps it, and
/// each attempt begins with an empty one.
std::optional<Bounce> earlyBounce(const OutboxItem &item)
{
    if (item.state != OutboxState::Sending || item.record.fault != Errc::ServerRefused) {
        return std::nullopt;
    }
    return Bounce{.code = item.record.serverCode, .words = item.record.serverWords};
}

/// Now that it has ended it counts, where it ended so that it may have left.
Result<void> takeEarlyBounce(Database &db, const OutboxItem &before, Instant now)
{
    const std::optional<Bounce> bounce = earlyBounce(before);
    if (!bounce) {
        return {};
    }
    return loadItem(db, before.id).and_then([&](const OutboxItem &ended) {
        const bool counts = nextOutboxPosition(positionOf(ended), OutboxEvent::Bounced).has_value();
        return counts ? writeBounce(db, ended, *bounce, now) : Result<void>();
    });
}

/// Where the outcome asks for a copy it is to be filed from now on.
Result<void> wantCopy(Database &db, OutboxId id, const SendOutcome &outcome, Instant now)
{
    const auto *sent = std::get_if<Sent>(&outcome);
    if (sent == nullptr || !sent->wantsCopy) {
        return {};
    }
    return loadItem(db, id).and_then(
        [&](const OutboxItem &item) { return advance(db, item, OutboxEvent::CopyWanted, now); });
}

/// What became of it nobody knows.
Result<void> writeLost(Database &db, const OutboxItem &sending, Instant now)
{
    return advance(db, sending, OutboxEvent::Lost, now)
        .and_then([&] { return db.prepare(updateLost); })
        .and_then([&](Statement update) {
            return update.bind(1, sending.id.value).bind(2, QString(errcName(Errc::Cancelled))).run();
        })
        .and_then([&] { return takeEarlyBounce(db, sending, now); });
}

Result<void> refuseOutOfTurn(Database &db, const OutboxItem &item)
{
    if (item.state != OutboxState::Queued || !item.account.isValid() || item.wireId.isEmpty()) {
        return fail(Errc::Conflict, QStringLiteral("item %1 cannot be sent now").arg(item.id.value));
    }
    return db.prepare(selectEarlier).and_then([&](Statement select) -> Result<void> {
        const Result<bool> earlier = select.bind(1, item.conversation.value).bind(2, item.id.value).step();
        if (!earlier || !*earlier) {
            return earlier.transform([](bool) { });
        }
        return fail(Errc::Conflict, QStringLiteral("an earlier reply goes first"));
    });
}

} // namespace

Result<QList<OutboxItem>> recoverSending(Database &db, Instant now)
{
    const Result<QList<OutboxId>> ids = outboxIds(db, selectSending);
    if (!ids || ids->isEmpty()) {
        return ids.transform([](const auto &) { return QList<OutboxItem>(); });
    }
    Result<Transaction> transaction = Transaction::begin(db, Durability::Synced);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    QList<OutboxItem> lost;
    for (const OutboxId id : *ids) {
        const Result<OutboxItem> item
            = loadItem(db, id)
                  .and_then([&](const OutboxItem &sending) { return writeLost(db, sending, now); })
                  .and_then([&] { return loadItem(db, id); });
        if (!item) {
            return std::unexpected(item.error());
        }
        lost.append(*item);
    }
    return transaction->commit().transform([&] { return lost; });
}

Result<OutboxItem> beginSending(Database &db, OutboxId id, Instant now)
{
    Result<Transaction> transaction = Transaction::begin(db, Durability::Synced);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    const Result<OutboxItem> item = loadItem(db, id);
    if (!item) {
        return item;
    }
    return refuseOutOfTurn(db, *item)
        .and_then([&] { return gate(db, *item, now); })
        .and_then([&](OutboxEvent met) {
            const bool isByHand = met == OutboxEvent::Start && capabilitiesOf(item->channel).byHand;
            const OutboxEvent event = isByHand ? OutboxEvent::HandedOver : met;
            const Result<void> moved = advance(db, *item, event, now);
            if (!moved || event != OutboxEvent::Start) {
                return moved;
            }
            return db.prepare(updateBegun).and_then([&](Statement update) {
                return update.bind(1, id.value).bind(2, toMillis(now)).run();
            });
        })
        .and_then([&] { return transaction->commit(); })
        .and_then([&] { return loadItem(db, id); });
}

Result<OutboxItem> finishSending(Database &db, OutboxId id, const SendOutcome &outcome, Instant next,
                                 Instant now)
{
    Result<Transaction> transaction = Transaction::begin(db, Durability::Synced);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    return loadItem(db, id)
        .and_then([&](const OutboxItem &item) -> Result<void> {
            const bool isLate = item.state != OutboxState::Sending
                && nextOutboxPosition(positionOf(item), OutboxEvent::Found).has_value();
            if (isLate) {
                const std::optional<Reconciliation> late = evidenceIn(outcome);
                return (late ? writeLook(db, item, *late, now) : Result<void>()).and_then([&] {
                    return wantCopy(db, id, outcome, now);
                });
            }
            const Ending ending = endingOf(outcome, next);
            return advance(db, item, ending.event, now, ending.words)
                .and_then([&] { return writeEnding(db, id, ending); })
                .and_then(
                    [&] { return nameTalk(db, item.channel, item.conversation, ending.conversationKey); })
                .and_then([&] { return wantCopy(db, id, outcome, now); })
                .and_then([&] { return takeEarlyBounce(db, item, now); });
        })
        .and_then([&] { return keepSentReply(db, id, now); })
        .and_then([&] { return transaction->commit(); })
        .and_then([&] { return loadItem(db, id); });
}

Result<OutboxItem> noteLook(Database &db, OutboxId id, const Reconciliation &found, Instant now)
{
    Result<Transaction> transaction = Transaction::begin(db, Durability::Synced);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    return loadItem(db, id)
        .and_then([&](const OutboxItem &item) { return writeLook(db, item, found, now); })
        .and_then([&] { return keepSentReply(db, id, now); })
        .and_then([&] { return transaction->commit(); })
        .and_then([&] { return loadItem(db, id); });
}

Result<ConversationId> noteBounce(Database &db, const DeliveryFailure &failure, Instant now)
{
    const Result<OutboxId> id = db.prepare(selectBounced).and_then([&](Statement select) {
        return select.bind(1, failure.messageId).step().transform([&](bool row) {
            return OutboxId{row ? select.integer(0) : 0};
        });
    });
    if (!id || !id->isValid()) {
        return id.transform([](OutboxId) { return ConversationId{}; });
    }
    return loadItem(db, *id).and_then([&](const OutboxItem &item) -> Result<ConversationId> {
        const bool counts = nextOutboxPosition(positionOf(item), OutboxEvent::Bounced).has_value();
        if (!counts || earlyBounce(item)) {
            return ConversationId{}; // it is on its way again, or known as refused
        }
        const QString words = failure.recipient.isEmpty()
            ? failure.words
            : failure.recipient + QStringLiteral(": ") + failure.words;
        return writeBounce(db, item, {.code = failure.code, .words = words}, now).transform([&] {
            return item.conversation;
        });
    });
}

} // namespace aside
