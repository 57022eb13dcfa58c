// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/privatetalks.h"

#include "app/storage/ingest/conversationcache.h"
#include "app/storage/ingest/threading.h"
#include "models/domain/channelcapabilities.h"

#include <utility>

namespace aside {

namespace {

constexpr std::string_view selectHandle = "SELECT id FROM handle WHERE channel = ?1 AND address = ?2";
constexpr std::string_view selectPerson = R"sql(
    SELECT h.person_id, coalesce(h.own_person_id, 0)
    FROM conversation c JOIN handle h ON h.id = c.handle_id WHERE c.id = ?1
)sql";
constexpr std::string_view insertPerson = "INSERT INTO person (name) VALUES ('')";
constexpr std::string_view insertHandle
    = "INSERT INTO handle (person_id, channel, address, shown, own_person_id) VALUES (?1, ?2, ?3, ?4, ?5)";
constexpr std::string_view selectUnused = R"sql(
    SELECT c.id FROM conversation c WHERE c.handle_id = ?1 AND c.audience = 0 AND c.message_count = 0
      AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.conversation_id = c.id AND o.state <> 6)
    ORDER BY c.id DESC LIMIT 1
)sql";
// Where a person has one talk with us; another account of ours has another one.
constexpr std::string_view selectOnly = R"sql(
    SELECT c.id FROM conversation c
    WHERE c.handle_id = ?1 AND c.audience = 0 AND c.channel = ?2 AND c.message_count > 0
      AND coalesce(c.account_id, 0) IN (0, coalesce((
          SELECT b.account_id FROM conversation b WHERE b.id = ?3 AND b.channel = ?2), c.account_id, 0))
    ORDER BY c.last_at DESC LIMIT 1
)sql";
constexpr std::string_view reopen = "UPDATE conversation SET state = 0, snoozed_until = 0 WHERE id = ?1";
constexpr std::string_view selectCount = "SELECT message_count FROM conversation WHERE id = ?1";
// Answers go through the account of the public talk where that is of the channel, else through the one by
// which the person was talked to last.
constexpr std::string_view updateTalk = R"sql(
    UPDATE conversation SET handle_id = ?2, subject = ?3, first_at = ?4, last_at = ?4, state = 0, snoozed_until = 0,
           reach = (SELECT h.reach FROM handle h WHERE h.id = ?2),
           is_blocked = (SELECT h.is_blocked FROM handle h WHERE h.id = ?2),
           account_id = coalesce(account_id,
               (SELECT c.account_id FROM conversation c WHERE c.id = ?5 AND c.channel = conversation.channel),
               (SELECT c.account_id FROM conversation c WHERE c.handle_id = ?2 AND c.account_id IS NOT NULL
                ORDER BY c.last_at DESC LIMIT 1))
    WHERE id = ?1
)sql";

/// The first column of the only row; 0 where there is none.
Result<qint64> idIn(Statement select)
{
    return select.step().transform([&](bool row) { return row ? select.integer(0) : 0; });
}

/// Who is shown, and whose it is without merging; 0: the same.
struct Owner {
    qint64 person = 0;
    qint64 own = 0;
};

Result<Owner> ownerBeside(Database &db, ConversationId id)
{
    const Result<Owner> known = db.prepare(selectPerson).and_then([&](Statement select) {
        return select.bind(1, id.value).step().transform([&](bool row) {
            return row ? Owner{.person = select.integer(0), .own = select.integer(1)} : Owner();
        });
    });
    if (!known || known->person != 0) {
        return known;
    }
    return db.prepare(insertPerson).and_then([](Statement insert) { return insert.run(); }).transform([&] {
        return Owner{.person = db.lastInsertId()};
    });
}

Result<qint64> handleFor(Database &db, const NewTalk &talk)
{
    const QString folded = talk.handle.toCaseFolded();
    const Result<qint64> known = db.prepare(selectHandle).and_then([&](Statement select) {
        return idIn(std::move(select.bind(1, std::to_underlying(talk.channel)).bind(2, folded)));
    });
    if (!known || *known != 0) {
        return known;
    }
    const Result<Owner> owner = ownerBeside(db, talk.beside);
    if (!owner) {
        return std::unexpected(owner.error());
    }
    return db.prepare(insertHandle)
        .and_then([&](Statement insert) {
            insert.bind(1, owner->person).bind(2, std::to_underlying(talk.channel));
            insert.bind(3, folded).bind(4, talk.handle);
            if (owner->own != 0) {
                insert.bind(5, owner->own);
            } else {
                insert.bindNull(5);
            }
            return insert.run();
        })
        .transform([&] { return db.lastInsertId(); });
}

Result<ConversationId> unusedOrNew(Database &db, const NewTalk &talk, qint64 handle, Instant now)
{
    const Result<qint64> unused = db.prepare(selectUnused).and_then([&](Statement select) {
        return idIn(std::move(select.bind(1, handle)));
    });
    if (!unused || *unused != 0) {
        return unused.transform([](qint64 id) { return ConversationId{id}; });
    }
    return ConversationCache(db).create(talk.channel, Audience::Private, now);
}

Result<ConversationId> onlyTalk(Database &db, const NewTalk &talk, qint64 handle)
{
    if (!capabilitiesOf(talk.channel).hasOneTalk) {
        return ConversationId{};
    }
    const Result<qint64> only = db.prepare(selectOnly).and_then([&](Statement select) {
        select.bind(1, handle).bind(2, std::to_underlying(talk.channel));
        return idIn(std::move(select.bind(3, talk.beside.value)));
    });
    if (!only || *only == 0) {
        return only.transform([](qint64) { return ConversationId{}; });
    }
    return db.prepare(reopen)
        .and_then([&](Statement update) { return update.bind(1, *only).run(); })
        .transform([&] { return ConversationId{*only}; });
}

Result<void> joinWhatCame(Database &db, ConversationId talk, ConversationId came)
{
    const Result<qint64> count = db.prepare(selectCount).and_then([&](Statement select) {
        return idIn(std::move(select.bind(1, talk.value)));
    });
    if (!count || *count > 0) {
        return count.transform([](qint64) { });
    }
    ConversationCache conversations(db);
    return conversations.merge(talk, came).and_then([&] { return conversations.flush(); });
}

} // namespace

Result<ConversationId> beginTalk(Database &db, const NewTalk &talk, Instant now)
{
    const Result<qint64> handle = handleFor(db, talk);
    if (!handle) {
        return std::unexpected(handle.error());
    }
    if (const Result<ConversationId> only = onlyTalk(db, talk, *handle); !only || only->isValid()) {
        return only;
    }
    return unusedOrNew(db, talk, *handle, now).and_then([&](ConversationId id) {
        return db.prepare(updateTalk)
            .and_then([&](Statement update) {
                update.bind(1, id.value).bind(2, *handle).bind(3, talk.subject).bind(4, toMillis(now));
                return update.bind(5, talk.beside.value).run();
            })
            .transform([&] { return id; });
    });
}

Result<void> nameTalk(Database &db, Channel channel, ConversationId talk, const QString &conversationKey)
{
    if (conversationKey.isEmpty()) {
        return {};
    }
    ThreadForest forest(db);
    const NodeKey root = conversationNodeKey(channel, conversationKey);
    const Result<std::optional<ThreadNode>> known = forest.find(root);
    if (!known) {
        return std::unexpected(known.error());
    }
    if (!*known) {
        return forest.insert({.key = root, .parent = {}, .message = {}, .conversation = talk});
    }
    return (*known)->conversation == talk ? Result<void>() : joinWhatCame(db, talk, (*known)->conversation);
}

} // namespace aside
