// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/upgrade.h"

#include "app/storage/migrations.h"
#include "models/core/logging.h"

#include <QElapsedTimer>
#include <QFile>

#include <sqlite3.h>

#include <algorithm>

namespace aside {

namespace {

constexpr int operationsBetweenLooks = 500; ///< of SQLite, or pages where it checks them: milliseconds
constexpr std::string_view pageCount = "PRAGMA page_count";

/// Looks after a connection while it works: tells how far it is, and interrupts it when it is to stop.
class Overseer
{
public:
    Overseer(Database &db, const UpgradeWatch &watch);
    ~Overseer() { sqlite3_progress_handler(m_db.handle(), 0, nullptr, nullptr); }
    Overseer(const Overseer &) = delete;
    Overseer &operator=(const Overseer &) = delete;

    void begin(UpgradeStep step);
    void tell(int percent);
    [[nodiscard]] bool isStopped() const { return m_watch.stop.stop_requested(); }

private:
    static int look(void *self);
    [[nodiscard]] qint64 pagesRead() const;

    Database &m_db;
    const UpgradeWatch &m_watch;
    UpgradeProgress m_told;
    QElapsedTimer m_timer;
    qint64 m_pages = 0;
    qint64 m_readBefore = 0;
};

Overseer::Overseer(Database &db, const UpgradeWatch &watch)
    : m_db(db)
    , m_watch(watch)
{
    if (Result<Statement> count = db.prepare(pageCount); count && count->step().value_or(false)) {
        m_pages = count->integer(0);
    }
    m_readBefore = pagesRead();
    m_timer.start();
    sqlite3_progress_handler(db.handle(), operationsBetweenLooks, &Overseer::look, this);
}

qint64 Overseer::pagesRead() const
{
    int misses = 0;
    int highest = 0;
    sqlite3_db_status(m_db.handle(), SQLITE_DBSTATUS_CACHE_MISS, &misses, &highest, 0);
    return misses;
}

int Overseer::look(void *self)
{
    auto *overseer = static_cast<Overseer *>(self);
    if (overseer->m_told.step == UpgradeStep::Checking && overseer->m_pages > 0) {
        // It reads every page about once, and those of the search index once more.
        const qint64 read = overseer->pagesRead() - overseer->m_readBefore;
        overseer->tell(static_cast<int>(std::min<qint64>(99, 100 * read / overseer->m_pages)));
    }
    return overseer->isStopped() ? 1 : 0;
}

void Overseer::begin(UpgradeStep step)
{
    qCInfo(logStorage) << "upgrade: step" << static_cast<int>(step) << "begins after" << m_timer.restart()
                       << "ms";
    m_told = {.step = step, .percent = -1};
    if (m_watch.tell) {
        m_watch.tell(m_told);
    }
}

void Overseer::tell(int percent)
{
    const UpgradeProgress now{.step = m_told.step, .percent = percent};
    if (m_watch.tell && now != m_told) {
        m_watch.tell(now);
    }
    m_told = now;
}

Result<void> changeAfterCopy(Database &db, Overseer &overseer)
{
    overseer.begin(UpgradeStep::Changing);
    if (overseer.isStopped()) {
        return fail(Errc::Cancelled);
    }
    return migrate(db);
}

} // namespace

Result<bool> needsUpgrade(Database &db)
{
    return databaseVersion(db).transform(
        [](int version) { return version > 0 && version < latestVersion(); });
}

Result<void> upgradeDatabase(Database &db, const BackupPlace &place, Instant now, const UpgradeWatch &watch)
{
    const Result<bool> isEarlier = needsUpgrade(db);
    if (!isEarlier) {
        return std::unexpected(isEarlier.error());
    }
    if (!*isEarlier) {
        return migrate(db);
    }
    Overseer overseer(db, watch);
    overseer.begin(UpgradeStep::Checking);
    if (const Result<void> whole = checkIntegrity(db); !whole) {
        return whole;
    }
    overseer.begin(UpgradeStep::Copying);
    const Result<QString> copy = backUp(db, place, now, [&](int percent) {
        overseer.tell(percent);
        return overseer.isStopped() ? Continue::No : Continue::Yes;
    });
    if (!copy) {
        return std::unexpected(copy.error());
    }
    const Result<void> changed = changeAfterCopy(db, overseer);
    if (!changed) {
        QFile::remove(*copy); // of what is still there, a copy is of no use
        return changed;
    }
    dropOldBackups(place.directory);
    return {};
}

} // namespace aside
