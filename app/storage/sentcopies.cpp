// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/dispatch.h"
#include "app/storage/rows.h"

#include <utility>

namespace aside {

namespace {

constexpr std::string_view selectCopySteps = "SELECT event, at, words FROM outbox_event WHERE outbox_id = ?1 "
                                             "AND event BETWEEN 19 AND 21 ORDER BY rowid";
static_assert(std::to_underlying(OutboxEvent::CopyWanted) == 19);

/// A try that failed, as the history keeps it: the name of the fault, and what the server said.
QString stepWords(const CopyFiling &filing)
{
    return filing.fault ? QString(errcName(*filing.fault) + u' ' + filing.words).trimmed() : QString();
}

void take(SentCopy &copy, OutboxEvent event, Instant at, const QString &words)
{
    if (event == OutboxEvent::CopyFailed) {
        const qsizetype space = words.indexOf(u' ');
        copy = {.isWanted = copy.isWanted,
                .tries = copy.tries + 1,
                .triedAt = at,
                .fault = errcFromName(QStringView(words).left(space < 0 ? words.size() : space)),
                .words = space < 0 ? QString() : words.sliced(space + 1)};
    } else {
        copy = {.isWanted = event == OutboxEvent::CopyWanted};
    }
}

} // namespace

Result<SentCopy> sentCopy(Database &db, OutboxId id)
{
    return db.prepare(selectCopySteps).and_then([&](Statement select) {
        SentCopy copy;
        select.bind(1, id.value);
        return forEachRow(select,
                          [&](const Statement &row) {
                              take(copy, static_cast<OutboxEvent>(row.integer(0)), fromMillis(row.integer(1)),
                                   row.text(2));
                          })
            .transform([&] { return copy; });
    });
}

Result<OutboxItem> noteCopy(Database &db, OutboxId id, const CopyFiling &filing, Instant now)
{
    Result<Transaction> transaction = Transaction::begin(db, Durability::Synced);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    return loadItem(db, id)
        .and_then([&](const OutboxItem &item) {
            const OutboxEvent event = filing.fault ? OutboxEvent::CopyFailed : OutboxEvent::CopyFiled;
            return advance(db, item, event, now, stepWords(filing));
        })
        .and_then([&] { return transaction->commit(); })
        .and_then([&] { return loadItem(db, id); });
}

} // namespace aside
