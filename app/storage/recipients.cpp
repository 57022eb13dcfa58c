// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/recipients.h"

#include "app/storage/rows.h"

#include <algorithm>
#include <utility>

namespace aside {

namespace {

constexpr std::string_view insertRecipient = R"sql(
    INSERT OR IGNORE INTO message_recipient (message_id, place, kind, name, address) VALUES (?1, ?2, ?3, ?4, ?5)
)sql";
constexpr std::string_view selectRecipients
    = "SELECT kind, name, address FROM message_recipient WHERE message_id = ?1 ORDER BY place";

} // namespace

Result<void> storeRecipients(Database &db, MessageId id, const QList<Recipient> &recipients)
{
    const qsizetype count = std::min(recipients.size(), mostRecipients);
    for (qsizetype place = 0; place < count; ++place) {
        const Recipient &one = recipients.at(place);
        const Result<void> inserted = db.prepare(insertRecipient).and_then([&](Statement insert) {
            insert.bind(1, id.value).bind(2, static_cast<qint64>(place));
            return insert.bind(3, std::to_underlying(one.kind)).bind(4, one.name).bind(5, one.address).run();
        });
        if (!inserted) {
            return inserted;
        }
    }
    return {};
}

Result<QList<Recipient>> recipientsOf(Database &db, MessageId id)
{
    return db.prepare(selectRecipients).and_then([&](Statement select) {
        select.bind(1, id.value);
        return allRows(std::move(select), [](const Statement &row) {
            return Recipient{.kind = static_cast<RecipientKind>(row.integer(0)),
                             .name = row.text(1),
                             .address = row.text(2)};
        });
    });
}

} // namespace aside
