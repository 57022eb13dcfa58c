// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/handoff.h"

#include "app/storage/gate.h"
#include "app/storage/ingest/sentreply.h"
#include "app/storage/itemchange.h"
#include "app/storage/rows.h"
#include "models/domain/channelcapabilities.h"

#include <utility>

namespace aside {

namespace {

constexpr std::string_view updateTaken = "UPDATE outbox SET attempts = attempts + 1, attempt_at = ?2, fault "
                                         "= '', server_words = '' WHERE id = ?1";
constexpr std::string_view updatePosted
    = "UPDATE outbox SET remote_id = ?2, server_words = ?3, fault = '', last_byte = 1 WHERE id = ?1";
constexpr std::string_view selectQueued = R"sql(
    SELECT o.id, c.channel FROM outbox o JOIN conversation c ON c.id = o.conversation_id
    WHERE o.state = 1 ORDER BY o.id
)sql";

} // namespace

Result<OutboxItem> takeToPost(Database &db, OutboxId id, Instant now)
{
    return changeItem(db, id, [&](const OutboxItem &item) {
        return gate(db, item, now).and_then([&](OutboxEvent met) {
            const bool isFree = met == OutboxEvent::Start;
            const Result<void> moved = advance(db, item, isFree ? OutboxEvent::TakenToPost : met, now);
            if (!moved || !isFree) {
                return moved;
            }
            return db.prepare(updateTaken).and_then([&](Statement update) {
                return update.bind(1, id.value).bind(2, toMillis(now)).run();
            });
        });
    });
}

Result<OutboxItem> notePosted(Database &db, OutboxId id, const PostProof &proof, Instant now)
{
    const Result<PostProof> checked = checkedProof(proof);
    if (!checked) {
        return std::unexpected(checked.error());
    }
    return changeItem(db, id, [&](const OutboxItem &item) {
        const QString words = QStringList{checked->page, checked->words}.join(u' ').trimmed();
        return advance(db, item, OutboxEvent::Posted, now, words)
            .and_then([&] { return db.prepare(updatePosted); })
            .and_then([&](Statement update) {
                return update.bind(1, id.value).bind(2, checked->page).bind(3, checked->words).run();
            })
            .and_then([&] { return keepSentReply(db, id, now); });
    });
}

Result<QList<OutboxId>> repliesToHandOver(Database &db)
{
    QList<OutboxId> ids;
    return db.prepare(selectQueued)
        .and_then([&](Statement select) {
            return forEachRow(select, [&](const Statement &row) {
                if (capabilitiesOf(static_cast<Channel>(row.integer(1))).byHand) {
                    ids.append(OutboxId{row.integer(0)});
                }
            });
        })
        .transform([&] { return ids; });
}

} // namespace aside
