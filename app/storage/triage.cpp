// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/triage.h"

#include "app/storage/conversations.h"
#include "app/storage/rows.h"
#include "app/storage/serverchanges.h"
#include "app/storage/triage/blocks.h"
#include "app/storage/triage/marks.h"
#include "app/storage/triage/states.h"
#include "app/storage/triage/tags.h"

#include <QSet>

namespace aside {

namespace {

constexpr std::string_view selectDue
    = "SELECT id FROM conversation WHERE state = 2 AND snoozed_until > 0 AND snoozed_until <= ?1";
constexpr std::string_view wakeDue = R"sql(
    UPDATE conversation SET state = 0, snoozed_until = 0
    WHERE state = 2 AND snoozed_until > 0 AND snoozed_until <= ?1
)sql";
constexpr std::string_view selectNext = R"sql(
    SELECT snoozed_until FROM conversation WHERE state = 2 AND snoozed_until > 0 ORDER BY snoozed_until LIMIT 1
)sql";

Result<Triage> checked(Triage triage, Instant now)
{
    const bool isTag = triage.kind == Triage::Kind::AddTag || triage.kind == Triage::Kind::RemoveTag;
    if (isTag) {
        triage.tag = cleanTag(triage.tag);
        if (triage.tag.isEmpty() || triage.tag.size() > longestTag) {
            return fail(triage.tag.isEmpty() ? Errc::InvalidInput : Errc::TooLarge,
                        QStringLiteral("the tag"));
        }
    }
    if (triage.kind == Triage::Kind::SnoozeUntil && triage.until <= now) {
        return fail(Errc::InvalidInput, QStringLiteral("a time that has gone by"));
    }
    return triage;
}

/// The conversations as they are now, each once; those that are gone are left out.
Result<QList<ConversationId>> current(Database &db, const QList<ConversationId> &asked)
{
    QList<ConversationId> ids;
    QSet<ConversationId> seen;
    for (const ConversationId one : asked) {
        const Result<ConversationId> id = currentConversation(db, one);
        if (!id && id.error().code != Errc::NotFound) {
            return std::unexpected(id.error());
        }
        if (id && !seen.contains(*id)) {
            seen.insert(*id);
            ids.append(*id);
        }
    }
    if (ids.isEmpty() && !asked.isEmpty()) {
        return fail(Errc::NotFound, QStringLiteral("none of %1 conversations").arg(asked.size()));
    }
    return ids;
}

Result<void> applyTo(Database &db, ConversationId id, TriageReceipt &receipt)
{
    switch (receipt.triage.kind) {
    case Triage::Kind::Close:
    case Triage::Kind::Reopen:
    case Triage::Kind::SnoozeUntil:
    case Triage::Kind::SnoozeUntilReply:
    case Triage::Kind::Wake:
        return changeState(db, id, receipt);
    case Triage::Kind::MarkRead:
        return markRead(db, id, receipt);
    case Triage::Kind::MarkUnread:
        return markUnread(db, id, receipt);
    case Triage::Kind::AddTag:
        return addTag(db, id, receipt);
    case Triage::Kind::RemoveTag:
        return removeTag(db, id, receipt);
    case Triage::Kind::Block:
    case Triage::Kind::Unblock:
        return changeBlock(db, id, receipt);
    }
    Q_UNREACHABLE_RETURN({});
}

Result<void> revertOne(Database &db, const TriageReceipt &receipt, const TriageChange &change,
                       QList<ConversationId> &reverted)
{
    switch (receipt.triage.kind) {
    case Triage::Kind::Close:
    case Triage::Kind::Reopen:
    case Triage::Kind::SnoozeUntil:
    case Triage::Kind::SnoozeUntilReply:
    case Triage::Kind::Wake:
        return revertState(db, receipt.triage, change, reverted);
    case Triage::Kind::MarkRead:
    case Triage::Kind::MarkUnread:
        return revertMarks(db, receipt.triage, change, reverted);
    case Triage::Kind::AddTag:
    case Triage::Kind::RemoveTag:
        return revertTag(db, receipt.triage, change, reverted);
    case Triage::Kind::Block:
    case Triage::Kind::Unblock:
        return {}; // by the handle, below
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

Result<TriageReceipt> triageConversations(Database &db, const Triage &asked, const QList<ConversationId> &ids,
                                          Instant now)
{
    const Result<Triage> triage = checked(asked, now);
    Result<Transaction> transaction = Transaction::begin(db);
    if (!triage || !transaction) {
        return std::unexpected(!triage ? triage.error() : transaction.error());
    }
    const Result<QList<ConversationId>> here = current(db, ids);
    if (!here) {
        return std::unexpected(here.error());
    }
    TriageReceipt receipt{.triage = *triage};
    for (const ConversationId id : *here) {
        if (const Result<void> applied = applyTo(db, id, receipt); !applied) {
            return std::unexpected(applied.error());
        }
    }
    return wantTriaged(db, receipt).and_then([&] { return transaction->commit(); }).transform([&] {
        return receipt;
    });
}

Result<QList<ConversationId>> revertTriage(Database &db, const TriageReceipt &receipt)
{
    Result<Transaction> transaction = Transaction::begin(db);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    QList<ConversationId> reverted;
    for (TriageChange change : receipt.changes) {
        const Result<ConversationId> id = currentConversation(db, change.conversation);
        if (!id && id.error().code == Errc::NotFound) {
            continue;
        }
        if (!id) {
            return std::unexpected(id.error());
        }
        change.conversation = *id;
        if (const Result<void> done = revertOne(db, receipt, change, reverted); !done) {
            return std::unexpected(done.error());
        }
    }
    for (const HandleId handle : receipt.handles) {
        if (const Result<void> done = revertBlock(db, receipt.triage, handle, reverted); !done) {
            return std::unexpected(done.error());
        }
    }
    return wantReverted(db, receipt).and_then([&] { return transaction->commit(); }).transform([&] {
        return reverted;
    });
}

Result<WakeReport> wakeDueConversations(Database &db, Instant now)
{
    const auto due = [&] {
        return db.prepare(selectDue).and_then([&](Statement select) {
            select.bind(1, toMillis(now));
            return allRows(std::move(select),
                           [](const Statement &row) { return ConversationId{row.integer(0)}; });
        });
    };
    const auto wake = [&](const QList<ConversationId> &woken) -> Result<QList<ConversationId>> {
        if (woken.isEmpty()) {
            return woken; // nothing to write
        }
        Result<Transaction> transaction = Transaction::begin(db);
        if (!transaction) {
            return std::unexpected(transaction.error());
        }
        return db.prepare(wakeDue)
            .and_then([&](Statement update) { return update.bind(1, toMillis(now)).run(); })
            .and_then([&] { return transaction->commit(); })
            .transform([&] { return woken; });
    };
    return due().and_then(wake).and_then([&](const QList<ConversationId> &woken) {
        return db.prepare(selectNext).and_then([&](Statement select) {
            return select.step().transform([&](bool row) {
                return WakeReport{.woken = woken, .next = row ? fromMillis(select.integer(0)) : Instant{}};
            });
        });
    });
}

} // namespace aside
