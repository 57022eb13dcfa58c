// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/moveconsents.h"

#include "app/storage/consents.h"
#include "app/storage/outboxrows.h"
#include "app/storage/rows.h"
#include "models/privacy/consentnow.h"

#include <algorithm>
#include <utility>

namespace aside {

namespace {

constexpr std::string_view selectPhones = R"sql(
    SELECT b.person_id, b.shown, coalesce(b.own_person_id, b.person_id) FROM conversation c JOIN handle a ON a.id = c.handle_id
    JOIN handle b ON b.person_id = a.person_id WHERE c.id = ?1 AND b.channel = ?2 AND b.is_blocked = 0
)sql";

constexpr std::string_view selectCustomer
    = "SELECT coalesce(h.own_person_id, h.person_id), h.channel, h.shown FROM conversation c JOIN "
      "handle h ON h.id = c.handle_id WHERE c.id = ?1";
// What was asked with the move carries its time.
constexpr std::string_view selectAsked = R"sql(
    SELECT e.person_id, e.consent_to, e.channel, e.handle, e.said_at, e.words, e.recorded_by
    FROM private_move v JOIN conversation c ON c.id = v.conversation_id JOIN handle h ON h.id = c.handle_id
    JOIN consent_entry e ON e.recorded_at = v.started_at AND e.state = 1 AND e.person_id IN (
        SELECT coalesce(b.own_person_id, b.person_id) FROM handle b WHERE b.person_id = h.person_id)
    WHERE v.id = ?1 AND e.consent_to IN (1, 3)
)sql";
static_assert(std::to_underlying(ConsentState::Asked) == 1 && std::to_underlying(ConsentTo::Phone) == 1
              && std::to_underlying(ConsentTo::RemovalRequest) == 3);

struct Phone {
    PersonId person; ///< as it is shown
    QString number;
    PersonId owner; ///< of the number, without merging
};

Result<QList<Phone>> phonesOf(Database &db, ConversationId id)
{
    return db.prepare(selectPhones).and_then([&](Statement select) {
        select.bind(1, id.value).bind(2, std::to_underlying(Channel::Phone));
        return allRows(std::move(select), [](const Statement &row) {
            return Phone{
                .person = PersonId{row.integer(0)}, .number = row.text(1), .owner = PersonId{row.integer(2)}};
        });
    });
}

struct AskedLine {
    PersonId person;
    ConsentEntry entry;
};

AskedLine readAsked(const Statement &row)
{
    return {.person = PersonId{row.integer(0)},
            .entry = {.id = {},
                      .said = {.to = static_cast<ConsentTo>(row.integer(1)),
                               .channel = static_cast<Channel>(row.integer(2)),
                               .handle = row.text(3),
                               .at = fromMillis(row.integer(4)),
                               .evidence = {}},
                      .words = row.text(5),
                      .by = row.text(6)}};
}

ConsentEntry asked(ConsentTo to, const MoveOrder &order, const QString &question, Instant now)
{
    return {.id = {},
            .said = {.to = to, .state = ConsentState::Asked, .handle = {}, .at = now, .evidence = {}},
            .words = question.trimmed(),
            .by = order.by,
            .recordedAt = now};
}

Result<void> recordCallAsked(Database &db, const MoveOrder &order, ConversationId home, Instant now)
{
    const Result<QList<Phone>> phones = phonesOf(db, home);
    if (!phones || phones->isEmpty()) {
        return phones.transform([](const QList<Phone> &) { });
    }
    ConsentEntry entry = asked(ConsentTo::Phone, order, order.publicHalf.value_or(OrderedHalf()).text, now);
    entry.said.channel = Channel::Phone;
    entry.said.handle = phones->constFirst().number;
    return appendConsent(db, phones->constFirst().owner, entry);
}

Result<void> recordRemovalAsked(Database &db, const MoveOrder &order, ConversationId home, Instant now)
{
    return db.prepare(selectCustomer).and_then([&](Statement select) -> Result<void> {
        const Result<bool> row = select.bind(1, home.value).step();
        if (!row || !*row) { // nobody is known who was asked
            return row.transform([](bool) { });
        }
        ConsentEntry entry = asked(ConsentTo::RemovalRequest, order, order.privateHalf->text, now);
        entry.said.channel = static_cast<Channel>(select.integer(1));
        entry.said.handle = select.text(2);
        return appendConsent(db, PersonId{select.integer(0)}, entry);
    });
}

Error missing(const QString &what)
{
    return {.code = Errc::ConsentMissing, .detail = what, .retryAfter = {}};
}

} // namespace

Result<void> requireCall(Database &db, ConversationId id, Instant now)
{
    const Result<QList<Phone>> phones = phonesOf(db, id);
    if (!phones) {
        return std::unexpected(phones.error());
    }
    const Result<QList<Consent>> said
        = consentsOf(db, phones->isEmpty() ? PersonId() : phones->constFirst().person);
    if (!said) {
        return std::unexpected(said.error());
    }
    const bool isAllowed = std::ranges::any_of(*phones, [&](const Phone &phone) {
        const ConsentQuestion question{
            .to = ConsentTo::Phone, .channel = Channel::Phone, .handle = phone.number};
        return consentNow(*said, question, now) == ConsentState::Given;
    });
    return isAllowed ? Result<void>() : std::unexpected(missing(QStringLiteral("no yes to a call")));
}

Result<void> requireWriting(Database &db, OutboxId id, Instant now)
{
    return loadItem(db, id)
        .and_then([&](const OutboxItem &item) { return isConsentLacking(db, item, now); })
        .and_then([](bool isLacking) -> Result<void> {
            return isLacking ? std::unexpected(missing(QStringLiteral("no private messages are wanted")))
                             : Result<void>();
        });
}

Result<void> recordAsked(Database &db, const MoveOrder &order, ConversationId home, Instant now)
{
    const Result<void> call = order.records.contains(MoveRecord::CallAsked)
        ? recordCallAsked(db, order, home, now)
        : Result<void>();
    const bool asksForRemoval = order.records.contains(MoveRecord::RemovalAsked) && order.privateHalf;
    return call && asksForRemoval ? recordRemovalAsked(db, order, home, now) : call;
}

/// The ledger is only added to: from now on nothing is asked.
Result<void> takeBackAsked(Database &db, PrivateMoveId id, Instant now)
{
    const Result<QList<AskedLine>> lines = db.prepare(selectAsked).and_then([&](Statement select) {
        select.bind(1, id.value);
        return allRows(std::move(select), readAsked);
    });
    if (!lines) {
        return std::unexpected(lines.error());
    }
    for (AskedLine line : *lines) {
        line.entry.said.state = ConsentState::None;
        line.entry.said.at += std::chrono::milliseconds(1); // what was said later counts
        line.entry.recordedAt = now;
        if (const Result<void> written = appendConsent(db, line.person, line.entry); !written) {
            return written;
        }
    }
    return {};
}

} // namespace aside
