// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/triage/blocks.h"

#include "app/storage/rows.h"

namespace aside {

namespace {

constexpr std::string_view selectHandle
    = "SELECT handle_id FROM conversation WHERE id = ?1 AND handle_id IS NOT NULL";
constexpr std::string_view updateHandle
    = "UPDATE handle SET is_blocked = ?2 WHERE id = ?1 AND is_blocked <> ?2";
constexpr std::string_view selectConversations = "SELECT id FROM conversation WHERE handle_id = ?1";
constexpr std::string_view updateConversations
    = "UPDATE conversation SET is_blocked = ?2 WHERE handle_id = ?1";

enum class Block : quint8 { Off = 0, On = 1 };

Result<HandleId> customerOf(Database &db, ConversationId id)
{
    return db.prepare(selectHandle).and_then([&](Statement select) {
        return select.bind(1, id.value).step().transform([&](bool row) {
            return HandleId{row ? select.integer(0) : 0};
        });
    });
}

Result<void> run(Database &db, std::string_view sql, HandleId handle, Block block)
{
    return db.prepare(sql).and_then([&](Statement update) {
        return update.bind(1, handle.value).bind(2, block == Block::On ? 1 : 0).run();
    });
}

/// The conversations it moved; none where the handle was so already. `changed` gets the handle that was not.
Result<QList<ConversationId>> setBlock(Database &db, HandleId handle, Block block, QList<HandleId> &changed)
{
    if (const Result<void> done = run(db, updateHandle, handle, block); !done) {
        return std::unexpected(done.error());
    }
    if (db.changes() == 0) {
        return QList<ConversationId>();
    }
    changed.append(handle);
    return run(db, updateConversations, handle, block)
        .and_then([&] { return db.prepare(selectConversations); })
        .and_then([&](Statement select) {
            select.bind(1, handle.value);
            return allRows(std::move(select),
                           [](const Statement &row) { return ConversationId{row.integer(0)}; });
        });
}

} // namespace

Result<void> changeBlock(Database &db, ConversationId id, TriageReceipt &receipt)
{
    const Block block = receipt.triage.kind == Triage::Kind::Block ? Block::On : Block::Off;
    return customerOf(db, id)
        .and_then([&](HandleId handle) { return setBlock(db, handle, block, receipt.handles); })
        .transform([&](const QList<ConversationId> &moved) {
            for (const ConversationId one : moved) {
                receipt.changes.append({.conversation = one});
            }
        });
}

Result<void> revertBlock(Database &db, const Triage &triage, HandleId handle, QList<ConversationId> &reverted)
{
    const Block before = triage.kind == Triage::Kind::Block ? Block::Off : Block::On;
    QList<HandleId> changed;
    return setBlock(db, handle, before, changed).transform([&](const QList<ConversationId> &moved) {
        reverted.append(moved);
    });
}

} // namespace aside
