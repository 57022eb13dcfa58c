// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/triage/tags.h"

namespace aside {

namespace {

// The spelling that is in use already is kept.
constexpr std::string_view insertTag = R"sql(
    INSERT OR IGNORE INTO conversation_tag (folded, conversation_id, shown, is_open)
    VALUES (?2, ?1, coalesce((SELECT shown FROM conversation_tag WHERE folded = ?2 LIMIT 1), ?3),
            (SELECT shelf = 0 FROM conversation WHERE id = ?1))
)sql";
constexpr std::string_view selectTag
    = "SELECT shown FROM conversation_tag WHERE folded = ?2 AND conversation_id = ?1";
constexpr std::string_view deleteTag
    = "DELETE FROM conversation_tag WHERE folded = ?2 AND conversation_id = ?1";

Result<bool> insert(Database &db, ConversationId id, const QString &tag)
{
    return db.prepare(insertTag)
        .and_then([&](Statement insert) {
            return insert.bind(1, id.value).bind(2, tag.toCaseFolded()).bind(3, tag).run();
        })
        .transform([&] { return db.changes() > 0; });
}

Result<bool> remove(Database &db, ConversationId id, const QString &tag)
{
    return db.prepare(deleteTag)
        .and_then(
            [&](Statement remove) { return remove.bind(1, id.value).bind(2, tag.toCaseFolded()).run(); })
        .transform([&] { return db.changes() > 0; });
}

/// As it is written on this conversation; empty where it does not carry it.
Result<QString> spelling(Database &db, ConversationId id, const QString &tag)
{
    return db.prepare(selectTag).and_then([&](Statement select) {
        return select.bind(1, id.value).bind(2, tag.toCaseFolded()).step().transform([&](bool row) {
            return row ? select.text(0) : QString();
        });
    });
}

} // namespace

Result<void> addTag(Database &db, ConversationId id, TriageReceipt &receipt)
{
    return insert(db, id, receipt.triage.tag).transform([&](bool changed) {
        if (changed) {
            receipt.changes.append({.conversation = id, .tag = receipt.triage.tag});
        }
    });
}

Result<void> removeTag(Database &db, ConversationId id, TriageReceipt &receipt)
{
    const Result<QString> shown = spelling(db, id, receipt.triage.tag);
    if (!shown || shown->isEmpty()) {
        return shown.transform([](const QString &) { });
    }
    receipt.changes.append({.conversation = id, .tag = *shown});
    return remove(db, id, receipt.triage.tag).transform([](bool) { });
}

Result<void> revertTag(Database &db, const Triage &triage, const TriageChange &change,
                       QList<ConversationId> &reverted)
{
    const Result<bool> changed = triage.kind == Triage::Kind::AddTag
        ? remove(db, change.conversation, change.tag)
        : insert(db, change.conversation, change.tag);
    return changed.transform([&](bool really) {
        if (really) {
            reverted.append(change.conversation);
        }
    });
}

} // namespace aside
