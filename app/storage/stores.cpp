// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/stores.h"

#include "app/storage/conversations.h"
#include "app/storage/doctor.h"
#include "app/storage/ingest/importcursor.h"
#include "app/storage/lists.h"
#include "app/storage/migrations.h"
#include "app/storage/people.h"
#include "app/storage/replyclock.h"
#include "app/storage/search/searchindex.h"
#include "app/storage/storewrite.h"
#include "app/storage/triage.h"
#include "app/storage/upgrade.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QTimeZone>

#include <algorithm>

namespace aside {

namespace {

QDate dayOf(Instant now)
{
    return QDateTime::fromMSecsSinceEpoch(toMillis(now), QTimeZone::UTC).date();
}

Result<void> prepareSchema(Database &db, const StoreOptions &options, Instant now)
{
    const Result<bool> isEarlier = needsUpgrade(db);
    if (!isEarlier) {
        return std::unexpected(isEarlier.error());
    }
    if (*isEarlier && options.earlier == EarlierVersion::Refuse) {
        return fail(Errc::Conflict, QStringLiteral("the profile wants an upgrade first"));
    }
    return upgradeDatabase(
        db, {.key = options.key, .directory = options.directory + QStringLiteral("/backups")}, now);
}

/// A reader needs the same version we know, or it would misread.
Result<void> checkSchema(Database &db)
{
    const Result<int> version = databaseVersion(db);
    if (!version) {
        return std::unexpected(version.error());
    }
    if (*version > latestVersion()) {
        return fail(Errc::DatabaseNewer, QStringLiteral("version %1").arg(*version));
    }
    if (*version < latestVersion()) {
        return fail(Errc::Conflict, QStringLiteral("version %1 wants a migration first").arg(*version));
    }
    return registerTokenizer(db);
}

/// The answer without what only the announcement needed.
template <typename T>
Result<void> done(const Result<T> &result)
{
    return result.transform([](const T &) { });
}

ChangeSet changesOf(const TriageReceipt &receipt)
{
    ChangeSet changes{.conversations = {},
                      .snoozesChanged
                      = receipt.triage.kind == Triage::Kind::SnoozeUntil && !receipt.isEmpty()};
    for (const TriageChange &change : receipt.changes) {
        changes.conversations.append(change.conversation);
    }
    return changes;
}

} // namespace

SqliteStores::SqliteStores(const StoreOptions &options, const Clock &clock)
    : m_clock(clock)
    , m_blobs(options.directory + QStringLiteral("/blobs"), options.key)
{
}

SqliteStores::~SqliteStores()
{
    // The writer's connection closes last: only then does SQLite merge its log into aside.db.
    m_reader.reset();
    m_searcher.reset();
    m_writer.reset();
}

Result<std::unique_ptr<SqliteStores>> SqliteStores::open(const StoreOptions &options, const Clock &clock)
{
    std::unique_ptr<SqliteStores> stores(new SqliteStores(options, clock));
    if (const Result<void> started = stores->start(options); !started) {
        return std::unexpected(started.error());
    }
    return stores;
}

Result<void> SqliteStores::start(const StoreOptions &options)
{
    const QString path = options.directory + QStringLiteral("/aside.db");
    const auto openReader = [&](const QString &name) -> Result<std::unique_ptr<DatabaseThread>> {
        Result<Database> db = Database::open(path, {.access = Access::ReadOnly, .key = options.key});
        if (!db) {
            return std::unexpected(db.error());
        }
        if (const Result<void> known = checkSchema(*db); !known) {
            return std::unexpected(known.error());
        }
        return std::make_unique<DatabaseThread>(std::move(*db), name);
    };
    if (options.access == Access::ReadWrite) {
        Result<Database> db = Database::open(path, {.access = Access::ReadWrite, .key = options.key});
        if (!db) {
            return std::unexpected(db.error());
        }
        if (const Result<void> ready = prepareSchema(*db, options, m_clock.now()); !ready) {
            return ready;
        }
        if (!QDir().mkpath(options.directory + QStringLiteral("/blobs"))) {
            return fail(Errc::ReadOnly, QStringLiteral("cannot make the blob folder"));
        }
        if (const Result<void> counts = registerReplyClock(*db, options.hours); !counts) {
            return counts;
        }
        m_writer = std::make_unique<DatabaseThread>(std::move(*db), QStringLiteral("storage"));
        m_ingest = std::make_unique<Ingest>(m_writer->database(), m_blobs);
    }
    Result<std::unique_ptr<DatabaseThread>> reader = openReader(QStringLiteral("reader"));
    Result<std::unique_ptr<DatabaseThread>> searcher = openReader(QStringLiteral("search"));
    if (!reader || !searcher) {
        return std::unexpected(!reader ? reader.error() : searcher.error());
    }
    m_reader = std::move(*reader);
    m_searcher = std::move(*searcher);
    return {};
}

void SqliteStores::announce(ChangeSet changes)
{
    if (changes == ChangeSet{}) {
        return;
    }
    // Called on the storage thread; the feed lives with the window.
    QMetaObject::invokeMethod(
        &m_changes, [this, changes = std::move(changes)] { Q_EMIT m_changes.changed(changes); },
        Qt::QueuedConnection);
}

QFuture<Result<QList<ConversationId>>> SqliteStores::ids(ListQuery query)
{
    return m_reader->run([query = std::move(query)](Database &db) { return conversationIds(db, query); });
}

QFuture<Result<QList<ConversationRow>>> SqliteStores::rows(QList<ConversationId> ids)
{
    return m_reader->run([ids = std::move(ids)](Database &db) { return conversationRows(db, ids); });
}

QFuture<Result<Thread>> SqliteStores::thread(ConversationId id)
{
    return m_reader->run([id](Database &db) { return conversationThread(db, id); });
}

QFuture<Result<ThreadOutline>> SqliteStores::outline(ConversationId id)
{
    return m_reader->run([id](Database &db) { return conversationOutline(db, id); });
}

QFuture<Result<QList<Message>>> SqliteStores::messagesById(QList<MessageId> ids)
{
    return m_reader->run([ids = std::move(ids)](Database &db) { return aside::messagesById(db, ids); });
}

QFuture<Result<QStringList>> SqliteStores::textsById(QList<MessageId> ids)
{
    return m_searcher->run([ids = std::move(ids)](Database &db) { return messageTexts(db, ids); });
}

QFuture<Result<InboxCounts>> SqliteStores::counts()
{
    return m_reader->run([](Database &db) { return inboxCounts(db); });
}

QFuture<Result<QByteArray>> SqliteStores::attachment(AttachmentId id)
{
    return m_searcher->run([this, id](Database &db) {
        return attachmentRow(db, id).and_then([this](const Attachment &row) -> Result<QByteArray> {
            return row.isAtServer ? fail(Errc::AtServer, QStringLiteral("left at its server"))
                                  : m_blobs.get(row.sha256);
        });
    });
}

QFuture<Result<TriageReceipt>> SqliteStores::triage(Triage triage, QList<ConversationId> ids)
{
    return write([triage = std::move(triage), ids = std::move(ids),
                  now = m_clock.now()](Database &db) { return triageConversations(db, triage, ids, now); },
                 [](const Result<TriageReceipt> &receipt) { return changesOf(*receipt); });
}

QFuture<Result<void>> SqliteStores::revert(TriageReceipt receipt)
{
    const bool snoozes = std::ranges::any_of(
        receipt.changes, [](const TriageChange &change) { return change.snoozedUntil != Instant{}; });
    return write([receipt = std::move(receipt)](Database &db) { return revertTriage(db, receipt); },
                 [snoozes](const Result<QList<ConversationId>> &reverted) {
                     return ChangeSet{.conversations = *reverted, .snoozesChanged = snoozes};
                 })
        .then(done<QList<ConversationId>>);
}

QFuture<Result<WakeReport>> SqliteStores::wakeDue()
{
    return write([now = m_clock.now()](Database &db) { return wakeDueConversations(db, now); },
                 [](const Result<WakeReport> &report) { return ChangeSet{.conversations = report->woken}; });
}

QFuture<Result<PersonCard>> SqliteStores::card(ConversationId id)
{
    return m_reader->run([id](Database &db) { return personCard(db, id); });
}

QFuture<Result<QList<Recipient>>> SqliteStores::known(QString beginning, int most)
{
    return m_reader->run([beginning = std::move(beginning), most](Database &db) {
        return knownMailboxes(db, beginning, most);
    });
}

QFuture<Result<void>> SqliteStores::setNote(PersonId id, QString text)
{
    return write([id, text = std::move(text),
                  now = m_clock.now()](Database &db) { return setPersonNote(db, id, text, now); },
                 [](const Result<QList<ConversationId>> &theirs) {
                     return ChangeSet{.conversations = *theirs};
                 })
        .then(done<QList<ConversationId>>);
}

QFuture<Result<void>> SqliteStores::setRemoteImages(MessageId id, RemoteImages decision)
{
    return write([id, decision](Database &db) { return setRemoteImagesOf(db, id, decision); },
                 [](const Result<QList<ConversationId>> &theirs) {
                     return ChangeSet{.conversations = *theirs};
                 })
        .then(done<QList<ConversationId>>);
}

QFuture<Result<QList<SearchHit>>> SqliteStores::search(QString query, int limit)
{
    return m_searcher->run([query = std::move(query), limit, today = dayOf(m_clock.now())](Database &db) {
        return aside::search(db, parseSearchQuery(query, today), limit);
    });
}

QFuture<Result<QList<ConversationId>>> SqliteStores::searchConversations(QString query, int limit)
{
    return m_searcher->run([query = std::move(query), limit, today = dayOf(m_clock.now())](Database &db) {
        return aside::searchConversations(db, parseSearchQuery(query, today), limit);
    });
}

QFuture<Result<ApplyReport>> SqliteStores::apply(IncomingBatch batch)
{
    if (!m_writer) {
        return answer(Result<ApplyReport>(fail(Errc::ReadOnly)));
    }
    return m_writer->run([this, batch = std::move(batch), now = m_clock.now()](Database &) {
        const Result<Applied> applied = m_ingest->apply(batch, now);
        if (applied) {
            announce(applied->changes);
        }
        return applied.transform([](const Applied &one) { return one.report; });
    });
}

QFuture<Result<QByteArray>> SqliteStores::cursor(QString source)
{
    return m_reader->run([source = std::move(source)](Database &db) { return importCursor(db, source); });
}

QFuture<Result<QList<CheckResult>>> SqliteStores::examine(Repair repair)
{
    DatabaseThread &thread = m_writer ? *m_writer : *m_reader;
    return thread.run([this, repair](Database &db) -> Result<QList<CheckResult>> {
        return examineDatabase(db, m_blobs, repair);
    });
}

} // namespace aside
