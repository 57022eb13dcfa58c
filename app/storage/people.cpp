// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/people.h"

#include "app/storage/consents.h"
#include "app/storage/conversations.h"
#include "app/storage/persons/groups.h"
#include "app/storage/persons/preferences.h"
#include "app/storage/promises.h"
#include "app/storage/rows.h"

#include <algorithm>
#include <utility>

namespace aside {

namespace {

constexpr std::string_view selectCustomer
    = "SELECT h.person_id FROM conversation c JOIN handle h ON h.id = c.handle_id WHERE c.id = ?1";
constexpr std::string_view selectPerson = R"sql(
    SELECT p.id, p.name, coalesce(n.text, '')
    FROM person p LEFT JOIN person_note n ON n.person_id = p.id WHERE p.id = ?1
)sql";
constexpr std::string_view selectHandles = R"sql(
    SELECT id, channel, shown, reach, is_blocked, coalesce(own_person_id, person_id)
    FROM handle WHERE person_id = ?1 ORDER BY id
)sql";
constexpr std::string_view selectConversations = R"sql(
    SELECT c.id FROM handle h CROSS JOIN conversation c ON c.handle_id = h.id
    WHERE h.person_id = ?1 ORDER BY c.last_at DESC, c.id DESC
)sql";
constexpr std::string_view selectKnown = "SELECT 1 FROM person WHERE id = ?1";
constexpr std::string_view upsertNote = R"sql(
    INSERT INTO person_note (person_id, text, updated_at) VALUES (?1, ?2, ?3)
    ON CONFLICT (person_id) DO UPDATE SET text = excluded.text, updated_at = excluded.updated_at
)sql";
constexpr std::string_view selectAuthor
    = "SELECT handle_id FROM message WHERE id = ?1 AND handle_id IS NOT NULL";
constexpr std::string_view updateImages = "UPDATE handle SET loads_images = ?2 WHERE id = ?1";
// What it wrote into: also where another is the customer.
constexpr std::string_view selectWrittenIn = R"sql(
    SELECT id FROM conversation WHERE handle_id = ?1
    UNION SELECT conversation_id FROM message WHERE id = ?2
)sql";

// instr() takes no pattern: what is typed stands for itself. lower() knows ASCII alone, so names are compared
// as typed, in lower case and with a capital.
constexpr std::string_view selectMailboxes = R"sql(
    SELECT p.name, h.shown FROM handle h JOIN person p ON p.id = h.person_id
    WHERE h.channel = ?1 AND h.is_blocked = 0
      AND (substr(h.address, 1, length(?2)) = ?2 OR instr(' ' || p.name, ' ' || ?3) > 0
           OR instr(' ' || p.name, ' ' || ?4) > 0)
    ORDER BY (SELECT max(m.sent_at) FROM conversation c JOIN message m ON m.conversation_id = c.id
              WHERE c.handle_id = h.id) DESC NULLS LAST, h.id LIMIT ?5
)sql";

/// An invalid id where the conversation has no customer.
Result<PersonId> customerOf(Database &db, ConversationId id)
{
    return db.prepare(selectCustomer).and_then([&](Statement select) {
        return select.bind(1, id.value).step().transform([&](bool row) {
            return PersonId{row ? select.integer(0) : 0};
        });
    });
}

/// Who it is, and the note; an invalid id where there is nobody.
Result<PersonCard> whose(Database &db, PersonId id)
{
    return db.prepare(selectPerson).and_then([&](Statement select) {
        return select.bind(1, id.value).step().transform([&](bool row) {
            return row ? PersonCard{.id = PersonId{select.integer(0)},
                                    .name = select.text(1),
                                    .note = select.text(2)}
                       : PersonCard{.id = {}, .name = {}, .note = {}};
        });
    });
}

Result<PersonCard> withConversations(Database &db, PersonCard card, const QList<ConversationId> &ids)
{
    card.conversationCount = ids.size();
    return conversationRows(db, ids.first(std::min<qsizetype>(ids.size(), PersonCard::mostShown)))
        .transform([&](QList<ConversationRow> rows) {
            card.conversations = std::move(rows);
            return card;
        });
}

/// What is known of a person beside the talks.
Result<PersonCard> aboutPerson(Database &db, PersonId id)
{
    Result<PersonCard> card = whose(db, id);
    Result<QList<PersonHandle>> handles = handlesOf(db, id);
    Result<QList<Consent>> consents = consentsOf(db, id);
    Result<QList<MergedPerson>> merged = mergedInto(db, id);
    Result<PersonPreference> preference = preferenceOf(db, id);
    if (!card || !handles || !consents) {
        return std::unexpected(!card ? card.error() : !handles ? handles.error() : consents.error());
    }
    if (!merged || !preference) {
        return std::unexpected(!merged ? merged.error() : preference.error());
    }
    card->handles = std::move(*handles);
    card->consents = std::move(*consents);
    card->merged = std::move(*merged);
    card->preference = *preference;
    const auto named
        = std::ranges::find_if(card->merged, [](const MergedPerson &one) { return !one.name.isEmpty(); });
    if (card->name.isEmpty() && named != card->merged.cend()) {
        card->name = named->name;
    }
    return card;
}

/// Of nobody, a conversation stands alone.
Result<PersonCard> cardOf(Database &db, PersonId id, ConversationId alone)
{
    Result<PersonCard> card = aboutPerson(db, id);
    if (!card) {
        return card;
    }
    const bool isKnown = card->id.isValid();
    Result<QList<Promise>> promises = isKnown ? promisesTo(db, id) : promisesOf(db, alone);
    const Result<QList<ConversationId>> ids
        = isKnown ? conversationsOf(db, id) : Result<QList<ConversationId>>({alone});
    if (!promises || !ids) {
        return std::unexpected(!promises ? promises.error() : ids.error());
    }
    card->promises = std::move(*promises);
    return withConversations(db, std::move(*card), *ids);
}

} // namespace

Result<QList<PersonHandle>> handlesOf(Database &db, PersonId id)
{
    return db.prepare(selectHandles).and_then([&](Statement select) {
        select.bind(1, id.value);
        return allRows(std::move(select), [](const Statement &row) {
            return PersonHandle{.id = HandleId{row.integer(0)},
                                .channel = static_cast<Channel>(row.integer(1)),
                                .shown = row.text(2),
                                .reach = row.integer(3),
                                .isBlocked = row.integer(4) != 0,
                                .of = PersonId{row.integer(5)}};
        });
    });
}

Result<QList<ConversationId>> conversationsOf(Database &db, PersonId id)
{
    const Result<PersonId> shown = currentPerson(db, id);
    if (!shown) {
        return std::unexpected(shown.error());
    }
    return db.prepare(selectConversations).and_then([&](Statement select) {
        select.bind(1, shown->value);
        return allRows(std::move(select),
                       [](const Statement &row) { return ConversationId{row.integer(0)}; });
    });
}

Result<PersonCard> personCard(Database &db, ConversationId asked)
{
    const Result<ConversationId> id = currentConversation(db, asked);
    if (!id) {
        return std::unexpected(id.error());
    }
    return customerOf(db, *id).and_then([&](PersonId person) { return cardOf(db, person, *id); });
}

Result<PersonCard> cardById(Database &db, PersonId id)
{
    return currentPerson(db, id).and_then([&](PersonId shown) { return cardOf(db, shown, {}); });
}

Result<QList<ConversationId>> setPersonNote(Database &db, PersonId id, const QString &text, Instant now)
{
    Result<Transaction> transaction = Transaction::begin(db, Durability::Synced);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    const Result<bool> known
        = db.prepare(selectKnown).and_then([&](Statement select) { return select.bind(1, id.value).step(); });
    if (!known || !*known) {
        return !known ? std::unexpected(known.error())
                      : fail(Errc::NotFound, QStringLiteral("no person %1").arg(id.value));
    }
    return db.prepare(upsertNote)
        .and_then([&](Statement upsert) {
            return upsert.bind(1, id.value).bind(2, text).bind(3, toMillis(now)).run();
        })
        .and_then([&] { return transaction->commit(); })
        .and_then([&] { return conversationsOf(db, id); });
}

Result<QList<ConversationId>> setRemoteImagesOf(Database &db, MessageId id, RemoteImages decision)
{
    Result<Transaction> transaction = Transaction::begin(db, Durability::Synced);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    const Result<HandleId> author = db.prepare(selectAuthor).and_then([&](Statement select) {
        return select.bind(1, id.value).step().transform([&](bool row) {
            return HandleId{row ? select.integer(0) : 0};
        });
    });
    if (!author || !author->isValid()) {
        return !author ? std::unexpected(author.error())
                       : fail(Errc::NotFound, QStringLiteral("nobody wrote message %1").arg(id.value));
    }
    return db.prepare(updateImages)
        .and_then([&](Statement update) {
            return update.bind(1, author->value).bind(2, decision == RemoteImages::Load ? 1 : 0).run();
        })
        .and_then([&] { return transaction->commit(); })
        .and_then([&] { return db.prepare(selectWrittenIn); })
        .and_then([&](Statement select) {
            select.bind(1, author->value).bind(2, id.value);
            return allRows(std::move(select),
                           [](const Statement &row) { return ConversationId{row.integer(0)}; });
        });
}

Result<QList<Recipient>> knownMailboxes(Database &db, const QString &beginning, int most)
{
    const QString typed = beginning.trimmed();
    if (typed.isEmpty()) {
        return QList<Recipient>();
    }
    QString capital = typed.toLower();
    capital[0] = capital.at(0).toUpper();
    return db.prepare(selectMailboxes).and_then([&](Statement select) {
        select.bind(1, std::to_underlying(Channel::Email)).bind(2, typed.toCaseFolded()).bind(3, typed);
        select.bind(4, capital).bind(5, static_cast<qint64>(most));
        return allRows(std::move(select), [](const Statement &row) {
            return Recipient{.name = row.text(0), .address = row.text(1)};
        });
    });
}

} // namespace aside
