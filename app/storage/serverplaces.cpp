// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/serverplaces.h"

namespace aside {

namespace {

constexpr std::string_view upsertPlace = R"sql(
    INSERT INTO server_place (account_id, folder, uid_validity, uid, message_id, flags)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6)
    ON CONFLICT DO UPDATE SET message_id = excluded.message_id, flags = excluded.flags
)sql";
constexpr std::string_view markThere = "UPDATE message SET removed_at = 0 WHERE id = ?1 AND removed_at <> 0";

constexpr qint64 readBit = 1;
constexpr qint64 answeredBit = 2;
constexpr qint64 removedBit = 4;

} // namespace

qint64 toBits(const ServerFlags &flags)
{
    return (flags.isRead ? readBit : 0) | (flags.isAnswered ? answeredBit : 0)
        | (flags.isRemoved ? removedBit : 0);
}

ServerFlags flagsFromBits(qint64 bits)
{
    return {.isRead = (bits & readBit) != 0,
            .isAnswered = (bits & answeredBit) != 0,
            .isRemoved = (bits & removedBit) != 0};
}

Result<void> storePlace(Database &db, AccountId account, MessageId id, const ServerPlace &place)
{
    const Result<void> stored = db.prepare(upsertPlace).and_then([&](Statement upsert) {
        upsert.bind(1, account.value).bind(2, place.folder).bind(3, static_cast<qint64>(place.uidValidity));
        upsert.bind(4, static_cast<qint64>(place.uid)).bind(5, id.value);
        return upsert.bind(6, toBits(place.flags)).run();
    });
    if (!stored || place.flags.isRemoved) {
        return stored;
    }
    return db.prepare(markThere).and_then([&](Statement update) { return update.bind(1, id.value).run(); });
}

} // namespace aside
