// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/moveconsents.h"

#include "app/storage/consents.h"
#include "app/storage/outboxrows.h"
#include "app/storage/rows.h"
#include "models/privacy/consentnow.h"

#include <algorithm>

namespace aside {

namespace {

constexpr std::string_view selectPhones = R"sql(
    SELECT b.person_id, b.shown FROM conversation c JOIN handle a ON a.id = c.handle_id
    JOIN handle b ON b.person_id = a.person_id WHERE c.id = ?1 AND b.channel = ?2 AND b.is_blocked = 0
)sql";

struct Phone {
    PersonId person;
    QString number;
};

Error missing(const QString &what)
{
    return {.code = Errc::ConsentMissing, .detail = what, .retryAfter = {}};
}

} // namespace

Result<void> requireCall(Database &db, ConversationId id, Instant now)
{
    const Result<QList<Phone>> phones = db.prepare(selectPhones).and_then([&](Statement select) {
        select.bind(1, id.value).bind(2, std::to_underlying(Channel::Phone));
        return allRows(std::move(select), [](const Statement &row) {
            return Phone{.person = PersonId{row.integer(0)}, .number = row.text(1)};
        });
    });
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

} // namespace aside
