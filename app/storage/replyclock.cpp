// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/replyclock.h"

#include "app/storage/rows.h"
#include "models/clock/replyclock.h"

#include <QTimeZone>

#include <sqlite3.h>

namespace aside {

namespace {

constexpr qint64 allDone = -1;

constexpr std::string_view selectPlace = "SELECT hours, done_until FROM reply_clock WHERE id = 1";
constexpr std::string_view updatePlace = "UPDATE reply_clock SET hours = ?1, done_until = ?2 WHERE id = 1";
constexpr std::string_view selectNext = R"sql(
    SELECT max(id) FROM (SELECT id FROM conversation WHERE id > ?1 ORDER BY id LIMIT ?2)
)sql";
constexpr std::string_view updateNext = R"sql(
    UPDATE conversation SET target_by = reply_target(waiting_since),
           window_by = reply_window(channel, audience, waiting_since, heard_at)
    WHERE id > ?1 AND id <= ?2 AND (target_by <> reply_target(waiting_since)
          OR window_by <> reply_window(channel, audience, waiting_since, heard_at))
    RETURNING id
)sql";

Instant instantAt(sqlite3_value *value)
{
    return fromMillis(sqlite3_value_int64(value));
}

void replyTarget(sqlite3_context *context, int /*count*/, sqlite3_value **values)
{
    const auto *calendar = static_cast<const WorkCalendar *>(sqlite3_user_data(context));
    const Instant since = instantAt(values[0]);
    const std::optional<Instant> at = since == Instant{} ? std::nullopt : calendar->targetFor(since);
    sqlite3_result_int64(context, at ? toMillis(*at) : 0);
}

void replyWindow(sqlite3_context *context, int /*count*/, sqlite3_value **values)
{
    const std::optional<Instant> at = channelWindow(static_cast<Channel>(sqlite3_value_int(values[0])),
                                                    static_cast<Audience>(sqlite3_value_int(values[1])),
                                                    instantAt(values[2]), instantAt(values[3]));
    sqlite3_result_int64(context, at ? toMillis(*at) : 0);
}

/// How far the hours were followed; from the beginning where they were others.
Result<qint64> placeOf(Database &db, const QString &hours)
{
    return db.prepare(selectPlace).and_then([&](Statement select) -> Result<qint64> {
        const Result<bool> row = select.step();
        if (!row) {
            return std::unexpected(row.error());
        }
        return *row && select.text(0) == hours ? select.integer(1) : 0;
    });
}

Result<qint64> endOfStep(Database &db, qint64 from, int most)
{
    return db.prepare(selectNext).and_then([&](Statement select) {
        return select.bind(1, from).bind(2, qint64{most}).step().transform([&](bool row) {
            return row && select.integer(0) > 0 ? select.integer(0) : allDone;
        });
    });
}

Result<QList<ConversationId>> bringOn(Database &db, qint64 from, qint64 to)
{
    return db.prepare(updateNext).and_then([&](Statement update) {
        update.bind(1, from).bind(2, to);
        return allRows(std::move(update),
                       [](const Statement &row) { return ConversationId{row.integer(0)}; });
    });
}

/// "The system's" is another zone on another machine.
QString nameOf(const WorkingHours &hours)
{
    WorkingHours named = hours;
    if (named.timeZone.isEmpty()) {
        named.timeZone = QTimeZone::systemTimeZoneId();
    }
    return toText(named);
}

} // namespace

Result<void> registerReplyClock(Database &db, const WorkingHours &hours)
{
    auto calendar = std::make_unique<WorkCalendar>(hours);
    const auto forget = [](void *one) {
        delete static_cast<WorkCalendar *>(one);
    };
    constexpr int kind = SQLITE_UTF8 | SQLITE_DIRECTONLY;
    const int target = sqlite3_create_function_v2(db.handle(), "reply_target", 1, kind, calendar.release(),
                                                  &replyTarget, nullptr, nullptr, forget);
    const int window = sqlite3_create_function_v2(db.handle(), "reply_window", 4, kind, nullptr, &replyWindow,
                                                  nullptr, nullptr, nullptr);
    return target == SQLITE_OK && window == SQLITE_OK ? Result<void>() : std::unexpected(db.lastError());
}

Result<ClockStep> followHours(Database &db, const WorkingHours &hours, int most)
{
    const QString name = nameOf(hours);
    Result<Transaction> transaction = Transaction::begin(db);
    const Result<qint64> from = placeOf(db, name);
    if (!transaction || !from) {
        return std::unexpected(!transaction ? transaction.error() : from.error());
    }
    if (*from == allDone) {
        return ClockStep{};
    }
    const Result<qint64> to = endOfStep(db, *from, most);
    if (!to) {
        return std::unexpected(to.error());
    }
    const Result<QList<ConversationId>> changed
        = *to == allDone ? Result<QList<ConversationId>>() : bringOn(db, *from, *to);
    if (!changed) {
        return std::unexpected(changed.error());
    }
    return db.prepare(updatePlace)
        .and_then([&](Statement update) { return update.bind(1, name).bind(2, *to).run(); })
        .and_then([&] { return transaction->commit(); })
        .transform([&] { return ClockStep{.changed = *changed, .isDone = *to == allDone}; });
}

} // namespace aside
