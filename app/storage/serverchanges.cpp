// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/serverchanges.h"

#include "app/storage/rows.h"
#include "app/storage/serverplaces.h"

#include <utility>

namespace aside {

namespace {

// A newer wish replaces an older one that may be on its way, also where the server seems to agree already.
constexpr std::string_view insertChange = R"sql(
    INSERT OR REPLACE INTO server_change (account_id, message_id, mark, is_set)
    SELECT DISTINCT p.account_id, p.message_id, ?2, ?3 FROM server_place p
    WHERE p.message_id = ?1
      AND (?4 = 0 OR ((p.flags & ?4) <> 0) <> ?3
           OR EXISTS (SELECT 1 FROM server_change c WHERE c.account_id = p.account_id
                      AND c.message_id = p.message_id AND c.mark = ?2))
)sql";
constexpr std::string_view selectIncoming = R"sql(
    SELECT m.id FROM message m WHERE m.conversation_id = ?1 AND m.direction = 0
      AND EXISTS (SELECT 1 FROM server_place p
                  JOIN account_setting s ON s.account_id = p.account_id AND s.name = 'archive' AND s.value = 'yes'
                  WHERE p.message_id = m.id)
)sql";
constexpr std::string_view dropArchiving = R"sql(
    DELETE FROM server_change
    WHERE mark = 2 AND message_id IN (SELECT id FROM message WHERE conversation_id = ?1)
)sql";
constexpr std::string_view selectAnswered = R"sql(
    SELECT id FROM message WHERE conversation_id = ?1 AND direction = 0 AND id <= ?2
    ORDER BY sent_at DESC, id DESC LIMIT 1
)sql";
// What may have to wait for a folder to move into keeps nothing else waiting.
constexpr std::string_view selectPending = R"sql(
    SELECT id, mark, is_set, message_id FROM server_change WHERE account_id = ?1 ORDER BY mark = 2, id LIMIT ?2
)sql";
constexpr std::string_view selectPlaces = R"sql(
    SELECT folder, uid_validity, uid, flags FROM server_place WHERE account_id = ?1 AND message_id = ?2
    ORDER BY folder, uid_validity, uid
)sql";
constexpr std::string_view deleteChange = "DELETE FROM server_change WHERE id = ?1";
// Where it went the next look tells; that it went is no removal.
constexpr std::string_view forgetPlaces = R"sql(
    DELETE FROM server_place
    WHERE message_id = (SELECT message_id FROM server_change WHERE id = ?1 AND mark = 2)
      AND account_id = (SELECT account_id FROM server_change WHERE id = ?1) AND upper(folder) = 'INBOX'
)sql";

/// The bit of ServerFlags that says it; 0: none does.
qint64 bitOf(ServerMark mark)
{
    switch (mark) {
    case ServerMark::Read:
        return toBits({.isRead = true});
    case ServerMark::Answered:
        return toBits({.isAnswered = true});
    case ServerMark::Archived:
        return 0;
    }
    Q_UNREACHABLE_RETURN(0);
}

/// Closing files a conversation where its account wants that.
Result<void> wantArchived(Database &db, ConversationId id)
{
    const Result<QList<MessageId>> messages = db.prepare(selectIncoming).and_then([&](Statement select) {
        select.bind(1, id.value);
        return allRows(std::move(select), [](const Statement &row) { return MessageId{row.integer(0)}; });
    });
    if (!messages) {
        return std::unexpected(messages.error());
    }
    for (const MessageId message : *messages) {
        if (const Result<void> wanted = wantMark(db, message, ServerMark::Archived, true); !wanted) {
            return wanted;
        }
    }
    return {};
}

Result<void> dropArchived(Database &db, ConversationId id)
{
    return db.prepare(dropArchiving).and_then([&](Statement drop) { return drop.bind(1, id.value).run(); });
}

Result<void> wantRead(Database &db, const TriageChange &change, bool isRead)
{
    for (const MessageId message : change.messages) {
        if (const Result<void> wanted = wantMark(db, message, ServerMark::Read, isRead); !wanted) {
            return wanted;
        }
    }
    return {};
}

Result<QList<ServerPlace>> placesOf(Database &db, AccountId account, MessageId message)
{
    return db.prepare(selectPlaces).and_then([&](Statement select) {
        select.bind(1, account.value).bind(2, message.value);
        return allRows(std::move(select), [](const Statement &row) {
            return ServerPlace{.folder = row.text(0),
                               .uidValidity = static_cast<quint32>(row.integer(1)),
                               .uid = static_cast<quint32>(row.integer(2)),
                               .flags = flagsFromBits(row.integer(3))};
        });
    });
}

} // namespace

Result<void> wantMark(Database &db, MessageId id, ServerMark mark, bool isSet)
{
    return db.prepare(insertChange).and_then([&](Statement insert) {
        insert.bind(1, id.value).bind(2, std::to_underlying(mark)).bind(3, isSet ? 1 : 0);
        return insert.bind(4, bitOf(mark)).run();
    });
}

Result<void> wantTriaged(Database &db, const TriageReceipt &receipt)
{
    for (const TriageChange &change : receipt.changes) {
        Result<void> wanted;
        if (receipt.triage.kind == Triage::Kind::MarkRead
            || receipt.triage.kind == Triage::Kind::MarkUnread) {
            wanted = wantRead(db, change, receipt.triage.kind == Triage::Kind::MarkRead);
        } else if (receipt.triage.kind == Triage::Kind::Close) {
            wanted = wantArchived(db, change.conversation);
        } else if (receipt.triage.kind == Triage::Kind::Reopen) {
            wanted = dropArchived(db, change.conversation);
        }
        if (!wanted) {
            return wanted;
        }
    }
    return {};
}

Result<void> wantReverted(Database &db, const TriageReceipt &receipt)
{
    for (const TriageChange &change : receipt.changes) {
        Result<void> wanted;
        if (receipt.triage.kind == Triage::Kind::MarkRead
            || receipt.triage.kind == Triage::Kind::MarkUnread) {
            wanted = wantRead(db, change, receipt.triage.kind != Triage::Kind::MarkRead);
        } else if (receipt.triage.kind == Triage::Kind::Close) {
            wanted = dropArchived(db, change.conversation);
        }
        if (!wanted) {
            return wanted;
        }
    }
    return {};
}

Result<void> wantAnswered(Database &db, ConversationId id, MessageId seen)
{
    const Result<MessageId> answered = db.prepare(selectAnswered).and_then([&](Statement select) {
        return select.bind(1, id.value).bind(2, seen.value).step().transform([&](bool row) {
            return MessageId{row ? select.integer(0) : 0};
        });
    });
    return answered.and_then(
        [&](MessageId message) { return wantMark(db, message, ServerMark::Answered, true); });
}

Result<QList<ServerChange>> pendingChanges(Database &db, AccountId account, int most)
{
    struct Row {
        ServerChange change;
        MessageId message;
    };
    const Result<QList<Row>> rows = db.prepare(selectPending).and_then([&](Statement select) {
        select.bind(1, account.value).bind(2, static_cast<qint64>(most));
        return allRows(std::move(select), [](const Statement &row) {
            return Row{.change = {.id = row.integer(0),
                                  .mark = static_cast<ServerMark>(row.integer(1)),
                                  .isSet = row.integer(2) != 0},
                       .message = MessageId{row.integer(3)}};
        });
    });
    if (!rows) {
        return std::unexpected(rows.error());
    }
    QList<ServerChange> changes;
    for (const Row &row : *rows) {
        Result<QList<ServerPlace>> places = placesOf(db, account, row.message);
        if (!places) {
            return std::unexpected(places.error());
        }
        changes.append(row.change);
        changes.last().places = std::move(*places);
    }
    return changes;
}

Result<void> endChanges(Database &db, const QList<qint64> &ids)
{
    Result<Transaction> transaction = Transaction::begin(db);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    for (const qint64 id : ids) {
        for (const std::string_view sql : {forgetPlaces, deleteChange}) {
            const Result<void> ended
                = db.prepare(sql).and_then([&](Statement change) { return change.bind(1, id).run(); });
            if (!ended) {
                return ended;
            }
        }
    }
    return transaction->commit();
}

} // namespace aside
