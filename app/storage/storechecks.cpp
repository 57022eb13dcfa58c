// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/checks.h"
#include "app/storage/storewrite.h"

namespace aside {

namespace {

/// Nothing that a list shows.
ChangeSet unseen(const Result<void> & /*done*/)
{
    return {};
}

} // namespace

QFuture<Result<DraftChecks>> SqliteStores::draftChecks(ConversationId id)
{
    return m_reader->run([id](Database &db) { return aside::draftChecks(db, id); });
}

QFuture<Result<DraftChecks>> SqliteStores::checksOf(OutboxId id)
{
    return m_reader->run([id](Database &db) { return checksOfReply(db, id); });
}

QFuture<Result<void>> SqliteStores::giveReason(ConversationId id, GivenReason reason)
{
    return write([id, reason = std::move(reason),
                  now = m_clock.now()](Database &db) { return aside::giveReason(db, id, reason, now); },
                 unseen);
}

QFuture<Result<void>> SqliteStores::switchRule(ConversationId id, QString rule, RuleSwitch to)
{
    return write(
        [id, rule = std::move(rule), to](Database &db) { return aside::switchRule(db, id, rule, to); },
        unseen);
}

QFuture<Result<QStringList>> SqliteStores::recentReasons(QString rule, int limit)
{
    return m_reader->run(
        [rule = std::move(rule), limit](Database &db) { return aside::recentReasons(db, rule, limit); });
}

QFuture<Result<void>> SqliteStores::useTemplate(ConversationId id, QString templateId, QString rendered)
{
    return write(
        [id, templateId = std::move(templateId), rendered = std::move(rendered),
         now = m_clock.now()](Database &db) { return aside::useTemplate(db, id, templateId, rendered, now); },
        unseen);
}

QFuture<Result<QHash<QString, TemplateStatistics>>> SqliteStores::templateStatistics(std::chrono::days span)
{
    return m_reader->run([span](Database &db) { return aside::templateStatistics(db, span); });
}

} // namespace aside
