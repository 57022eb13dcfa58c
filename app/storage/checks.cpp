// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/checks.h"

#include "app/storage/conversations.h"
#include "app/storage/rows.h"

#include <array>
#include <span>
#include <string_view>

namespace aside {

namespace {

constexpr std::string_view reasonsOfDraft = R"sql(
    SELECT rule, fingerprint, reason, given_at FROM reply_reason
    WHERE conversation_id = ?1 AND outbox_id IS NULL ORDER BY id
)sql";
constexpr std::string_view reasonsOfReply
    = "SELECT rule, fingerprint, reason, given_at FROM reply_reason WHERE outbox_id = ?1 ORDER BY id";
constexpr std::string_view offOfDraft
    = "SELECT rule FROM reply_rule_off WHERE conversation_id = ?1 AND outbox_id IS NULL ORDER BY rule";
constexpr std::string_view offOfReply = "SELECT rule FROM reply_rule_off WHERE outbox_id = ?1 ORDER BY rule";
constexpr std::string_view templateOfDraft = R"sql(
    SELECT template, rendered FROM template_use WHERE conversation_id = ?1 AND outbox_id IS NULL
    ORDER BY id DESC LIMIT 1
)sql";
constexpr std::string_view templateOfReply
    = "SELECT template, rendered FROM template_use WHERE outbox_id = ?1 ORDER BY id DESC LIMIT 1";

constexpr std::string_view dropReason = R"sql(
    DELETE FROM reply_reason WHERE conversation_id = ?1 AND outbox_id IS NULL AND rule = ?2 AND fingerprint = ?3
)sql";
constexpr std::string_view insertReason = R"sql(
    INSERT INTO reply_reason (conversation_id, rule, fingerprint, reason, given_at) VALUES (?1, ?2, ?3, ?4, ?5)
)sql";
constexpr std::string_view dropOff
    = "DELETE FROM reply_rule_off WHERE conversation_id = ?1 AND outbox_id IS NULL AND rule = ?2";
constexpr std::string_view insertOff = "INSERT INTO reply_rule_off (conversation_id, rule) VALUES (?1, ?2)";
constexpr std::string_view dropTemplate
    = "DELETE FROM template_use WHERE conversation_id = ?1 AND outbox_id IS NULL";
constexpr std::string_view insertTemplate
    = "INSERT INTO template_use (conversation_id, template, rendered, used_at) VALUES (?1, ?2, ?3, ?4)";

constexpr std::string_view recent = R"sql(
    SELECT reason FROM reply_reason WHERE rule = ?1 GROUP BY reason ORDER BY max(given_at) DESC, max(id) DESC LIMIT ?2
)sql";

// The latest replies that began with this template, to whom and whether they were changed; withdrawn ones
// never left.
constexpr std::string_view latestUses = R"sql(
    SELECT u.is_changed, c.handle_id IS NOT NULL AND c.handle_id IN (
               SELECT s.id FROM handle s WHERE s.person_id = (
                   SELECT h.person_id FROM conversation t JOIN handle h ON h.id = t.handle_id WHERE t.id = ?2))
    FROM template_use u JOIN outbox o ON o.id = u.outbox_id JOIN conversation c ON c.id = u.conversation_id
    WHERE u.template = ?1 AND o.state <> 6 ORDER BY u.id DESC LIMIT 50
)sql";

constexpr std::string_view statistics = R"sql(
    SELECT u.template, count(*), sum(u.is_changed), max(u.used_at), sum(EXISTS (
        SELECT 1 FROM handle a JOIN handle b ON b.person_id = a.person_id JOIN conversation d ON d.handle_id = b.id
        JOIN message m ON m.conversation_id = d.id
        WHERE a.id = c.handle_id AND m.direction = 0 AND m.sent_at > o.created_at AND m.sent_at <= o.created_at + ?1))
    FROM template_use u JOIN outbox o ON o.id = u.outbox_id JOIN conversation c ON c.id = u.conversation_id
    WHERE o.state <> 6 GROUP BY u.template
)sql";

constexpr std::array<std::string_view, 3> send{
    "UPDATE reply_reason SET outbox_id = ?2 WHERE conversation_id = ?1 AND outbox_id IS NULL",
    "UPDATE reply_rule_off SET outbox_id = ?2 WHERE conversation_id = ?1 AND outbox_id IS NULL",
    "UPDATE template_use SET outbox_id = ?2 WHERE conversation_id = ?1 AND outbox_id IS NULL",
};
constexpr std::string_view markChanged
    = "UPDATE template_use SET is_changed = trim(rendered) <> trim(?2) WHERE outbox_id = ?1";
constexpr std::string_view addReason = R"sql(
    INSERT INTO reply_reason (conversation_id, outbox_id, rule, fingerprint, reason, given_at)
    SELECT o.conversation_id, o.id, ?2, ?3, ?4, ?5 FROM outbox o WHERE o.id = ?1 AND NOT EXISTS (
        SELECT 1 FROM reply_reason r WHERE r.outbox_id = ?1 AND r.rule = ?2 AND r.fingerprint = ?3)
)sql";
constexpr std::string_view addOff = R"sql(
    INSERT INTO reply_rule_off (conversation_id, outbox_id, rule)
    SELECT o.conversation_id, o.id, ?2 FROM outbox o WHERE o.id = ?1 AND NOT EXISTS (
        SELECT 1 FROM reply_rule_off r WHERE r.outbox_id = ?1 AND r.rule = ?2)
)sql";
constexpr std::string_view addTemplate = R"sql(
    INSERT INTO template_use (conversation_id, outbox_id, template, rendered, used_at, is_changed)
    SELECT o.conversation_id, o.id, ?2, ?3, ?4, trim(?3) <> trim(o.text) FROM outbox o
    WHERE o.id = ?1 AND NOT EXISTS (SELECT 1 FROM template_use u WHERE u.outbox_id = ?1)
)sql";
constexpr std::array<std::string_view, 3> giveBack{
    "UPDATE reply_reason SET outbox_id = NULL, conversation_id = ?2 WHERE outbox_id = ?1",
    "UPDATE reply_rule_off SET outbox_id = NULL, conversation_id = ?2 WHERE outbox_id = ?1",
    "UPDATE template_use SET outbox_id = NULL, conversation_id = ?2 WHERE outbox_id = ?1",
};
constexpr std::array<std::string_view, 3> merge{
    "UPDATE reply_reason SET conversation_id = ?2 WHERE conversation_id = ?1",
    "UPDATE reply_rule_off SET conversation_id = ?2 WHERE conversation_id = ?1",
    "UPDATE template_use SET conversation_id = ?2 WHERE conversation_id = ?1",
};

/// Runs statements that take the same two ids.
Result<void> runAll(Database &db, std::span<const std::string_view> statements, qint64 first, qint64 second)
{
    for (const auto sql : statements) {
        const Result<void> done = db.prepare(sql).and_then(
            [&](Statement update) { return update.bind(1, first).bind(2, second).run(); });
        if (!done) {
            return done;
        }
    }
    return {};
}

struct Queries {
    std::string_view reasons;
    std::string_view off;
    std::string_view used;
};

GivenReason readReason(const Statement &row)
{
    return {.rule = row.text(0),
            .fingerprint = row.text(1),
            .reason = row.text(2),
            .givenAt = fromMillis(row.integer(3))};
}

/// How the template went out until now, seen from this conversation.
Result<UsedTemplate> withHistory(Database &db, UsedTemplate used, ConversationId id)
{
    Result<Statement> select = db.prepare(latestUses);
    if (!select) {
        return std::unexpected(select.error());
    }
    select->bind(1, used.id).bind(2, id.value);
    bool isUnbroken = true;
    return forEachRow(*select,
                      [&](const Statement &row) {
                          const bool isChanged = row.integer(0) != 0;
                          const bool isThisPerson = row.integer(1) != 0;
                          used.wentToThisPerson = used.wentToThisPerson || (isThisPerson && !isChanged);
                          isUnbroken = isUnbroken && !isChanged;
                          used.unchangedInARow += isUnbroken && !isThisPerson ? 1 : 0;
                      })
        .transform([&] { return used; });
}

Result<DraftChecks> readChecks(Database &db, const Queries &queries, qint64 id)
{
    DraftChecks checks;
    const auto rows = [&](std::string_view sql, auto read) {
        return db.prepare(sql).and_then([&](Statement select) {
            select.bind(1, id);
            return forEachRow(select, read);
        });
    };
    return rows(queries.reasons, [&](const Statement &row) { checks.reasons.append(readReason(row)); })
        .and_then([&] {
            return rows(queries.off, [&](const Statement &row) { checks.switchedOff.append(row.text(0)); });
        })
        .and_then([&] {
            return rows(queries.used, [&](const Statement &row) {
                checks.used = UsedTemplate{.id = row.text(0), .rendered = row.text(1)};
            });
        })
        .transform([&] { return checks; });
}

/// A write to what lies with the draft of a conversation, wherever that is now.
template <typename Work>
Result<void> inDraft(Database &db, ConversationId asked, Work work)
{
    Result<Transaction> transaction = Transaction::begin(db, Durability::Synced);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    return currentConversation(db, asked).and_then(work).and_then([&] { return transaction->commit(); });
}

} // namespace

Result<DraftChecks> draftChecks(Database &db, ConversationId asked)
{
    const auto id = currentConversation(db, asked).value_or(asked);
    auto checks
        = readChecks(db, {.reasons = reasonsOfDraft, .off = offOfDraft, .used = templateOfDraft}, id.value);
    if (!checks || !checks->used) {
        return checks;
    }
    return withHistory(db, *checks->used, id).transform([&](const UsedTemplate &used) {
        checks->used = used;
        return *checks;
    });
}

Result<DraftChecks> checksOfReply(Database &db, OutboxId id)
{
    return readChecks(db, {.reasons = reasonsOfReply, .off = offOfReply, .used = templateOfReply}, id.value);
}

Result<void> giveReason(Database &db, ConversationId asked, const GivenReason &given, Instant now)
{
    return inDraft(db, asked, [&](ConversationId id) -> Result<void> {
        const auto dropped = db.prepare(dropReason).and_then([&](Statement drop) {
            return drop.bind(1, id.value).bind(2, given.rule).bind(3, given.fingerprint).run();
        });
        if (!dropped || given.reason.trimmed().isEmpty()) {
            return dropped;
        }
        return db.prepare(insertReason).and_then([&](Statement insert) {
            insert.bind(1, id.value).bind(2, given.rule).bind(3, given.fingerprint);
            return insert.bind(4, given.reason.trimmed()).bind(5, toMillis(now)).run();
        });
    });
}

Result<void> switchRule(Database &db, ConversationId asked, const QString &rule, RuleSwitch to)
{
    return inDraft(db, asked, [&](ConversationId id) -> Result<void> {
        const auto dropped = db.prepare(dropOff).and_then(
            [&](Statement drop) { return drop.bind(1, id.value).bind(2, rule).run(); });
        if (!dropped || to == RuleSwitch::On) {
            return dropped;
        }
        return db.prepare(insertOff).and_then(
            [&](Statement insert) { return insert.bind(1, id.value).bind(2, rule).run(); });
    });
}

Result<QStringList> recentReasons(Database &db, const QString &rule, int limit)
{
    return db.prepare(recent)
        .and_then([&](Statement select) {
            select.bind(1, rule).bind(2, limit);
            return allRows(std::move(select), [](const Statement &row) { return row.text(0); });
        })
        .transform([](const QList<QString> &reasons) { return QStringList(reasons); });
}

Result<void> useTemplate(Database &db, ConversationId asked, const QString &templateId,
                         const QString &rendered, Instant now)
{
    return inDraft(db, asked, [&](ConversationId id) -> Result<void> {
        const auto dropped
            = db.prepare(dropTemplate).and_then([&](Statement drop) { return drop.bind(1, id.value).run(); });
        if (!dropped || templateId.isEmpty()) {
            return dropped;
        }
        return db.prepare(insertTemplate).and_then([&](Statement insert) {
            insert.bind(1, id.value).bind(2, templateId);
            return insert.bind(3, rendered).bind(4, toMillis(now)).run();
        });
    });
}

Result<QHash<QString, TemplateStatistics>> templateStatistics(Database &db, std::chrono::days span)
{
    QHash<QString, TemplateStatistics> found;
    return db.prepare(statistics)
        .and_then([&](Statement select) {
            select.bind(1, qint64{std::chrono::milliseconds(span).count()});
            return forEachRow(select, [&](const Statement &row) {
                found.insert(row.text(0),
                             {.uses = static_cast<int>(row.integer(1)),
                              .changed = static_cast<int>(row.integer(2)),
                              .repeats = static_cast<int>(row.integer(4)),
                              .lastUsed = fromMillis(row.integer(3))});
            });
        })
        .transform([&] { return found; });
}

Result<void> sendChecks(Database &db, ConversationId from, OutboxId to, const QString &text)
{
    return runAll(db, send, from.value, to.value)
        .and_then([&] { return db.prepare(markChanged); })
        .and_then([&](Statement update) { return update.bind(1, to.value).bind(2, text).run(); });
}

Result<void> addChecks(Database &db, OutboxId to, const DraftChecks &checks, Instant now)
{
    for (const GivenReason &given : checks.reasons) {
        const Result<void> added = db.prepare(addReason).and_then([&](Statement insert) {
            insert.bind(1, to.value).bind(2, given.rule).bind(3, given.fingerprint);
            return insert.bind(4, given.reason).bind(5, toMillis(given.givenAt)).run();
        });
        if (!added) {
            return added;
        }
    }
    for (const QString &rule : checks.switchedOff) {
        const Result<void> added = db.prepare(addOff).and_then(
            [&](Statement insert) { return insert.bind(1, to.value).bind(2, rule).run(); });
        if (!added) {
            return added;
        }
    }
    if (!checks.used) {
        return {};
    }
    return db.prepare(addTemplate).and_then([&](Statement insert) {
        insert.bind(1, to.value).bind(2, checks.used->id).bind(3, checks.used->rendered);
        return insert.bind(4, toMillis(now)).run();
    });
}

Result<void> returnChecks(Database &db, OutboxId from, ConversationId to)
{
    return runAll(db, giveBack, from.value, to.value);
}

Result<void> mergeChecks(Database &db, ConversationId from, ConversationId into)
{
    return runAll(db, merge, from.value, into.value);
}

} // namespace aside
