// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/waiting.h"

#include <algorithm>
#include <limits>

namespace aside {

namespace {

constexpr std::string_view selectFirst = R"sql(
    SELECT sent_at FROM message WHERE conversation_id = ?1 AND direction = 0 AND sent_at > ?2 AND deleted_at = 0
    ORDER BY sent_at LIMIT 1
)sql";

} // namespace

Instant countedTime(Instant at)
{
    return std::max(at, Instant{std::chrono::milliseconds{1}});
}

Result<Instant> firstUnanswered(Database &db, ConversationId id, Instant answeredAt)
{
    const qint64 after
        = toMillis(answeredAt) == 0 ? std::numeric_limits<qint64>::min() : toMillis(answeredAt);
    return db.prepare(selectFirst).and_then([&](Statement select) {
        return select.bind(1, id.value).bind(2, after).step().transform([&](bool row) {
            return row ? countedTime(fromMillis(select.integer(0))) : Instant{};
        });
    });
}

} // namespace aside
