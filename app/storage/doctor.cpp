// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/doctor.h"

#include "app/storage/search/searchindex.h"

#include <QSet>

namespace aside {

namespace {

constexpr std::string_view foreignKeys = "SELECT count(*) FROM pragma_foreign_key_check";
constexpr std::string_view messageCount = "SELECT count(*) FROM message";
constexpr std::string_view indexedCount = "SELECT count(*) FROM message_fts_docsize";
constexpr std::string_view selectBlobs
    = "SELECT sha256 FROM attachment WHERE length(sha256) > 0 UNION SELECT sha256 FROM draft_attachment";
constexpr std::string_view textBytes
    = "SELECT coalesce(sum(octet_length(text)), 0), coalesce(sum(octet_length(html)), 0) FROM message_body";
constexpr std::string_view checkFts = "INSERT INTO message_fts (message_fts) VALUES ('integrity-check')";

Result<qint64> number(Database &db, std::string_view sql)
{
    return db.prepare(sql).and_then([](Statement select) {
        return select.step().transform([&](bool row) { return row ? select.integer(0) : 0; });
    });
}

CheckResult broken(Check check, const Error &error)
{
    return {.check = check, .health = Health::Broken, .count = 1, .detail = error.detail};
}

CheckResult checkDatabase(Database &db)
{
    Result<Statement> check = db.prepare("PRAGMA integrity_check(20)");
    if (!check) {
        return broken(Check::Database, check.error());
    }
    CheckResult result{.check = Check::Database, .health = Health::Ok, .count = 0, .detail = {}};
    Result<bool> row = check->step();
    for (; row && *row; row = check->step()) {
        if (check->text(0) != u"ok") {
            result.health = Health::Broken;
            ++result.count;
            result.detail = check->text(0);
        }
    }
    if (!row) {
        return broken(Check::Database, row.error());
    }
    if (result.health == Health::Ok) {
        result.detail = db.prepare(textBytes)
                            .and_then([](Statement select) {
                                return select.step().transform([&](bool) {
                                    return QStringLiteral("text %1 bytes, packed html %2 bytes")
                                        .arg(select.integer(0))
                                        .arg(select.integer(1));
                                });
                            })
                            .value_or(QString());
    }
    return result;
}

CheckResult checkForeignKeys(Database &db)
{
    const Result<qint64> count = number(db, foreignKeys);
    if (!count) {
        return broken(Check::ForeignKeys, count.error());
    }
    return {.check = Check::ForeignKeys,
            .health = *count == 0 ? Health::Ok : Health::Broken,
            .count = *count,
            .detail = {}};
}

CheckResult checkSearchIndex(Database &db, Repair repair)
{
    const Result<qint64> messages = number(db, messageCount);
    const Result<qint64> indexed = number(db, indexedCount);
    // A read-only connection cannot run FTS5's own check; the count still tells most.
    const bool sound = repair == Repair::No || db.execute(checkFts).has_value();
    if (messages && indexed && *messages == *indexed && sound) {
        return {.check = Check::SearchIndex, .health = Health::Ok, .count = *indexed, .detail = {}};
    }
    const qint64 missing = messages && indexed ? *messages - *indexed : 1;
    if (repair == Repair::No) {
        return {.check = Check::SearchIndex, .health = Health::Broken, .count = qAbs(missing), .detail = {}};
    }
    const Result<void> rebuilt = rebuildIndex(db);
    return rebuilt ? CheckResult{.check = Check::SearchIndex,
                                 .health = Health::Repaired,
                                 .count = qAbs(missing),
                                 .detail = {}}
                   : broken(Check::SearchIndex, rebuilt.error());
}

Result<QSet<QByteArray>> referredBlobs(Database &db)
{
    return db.prepare(selectBlobs).and_then([](Statement select) -> Result<QSet<QByteArray>> {
        QSet<QByteArray> all;
        Result<bool> row = select.step();
        for (; row && *row; row = select.step()) {
            all.insert(select.blob(0));
        }
        if (!row) {
            return std::unexpected(row.error());
        }
        return all;
    });
}

QList<CheckResult> checkBlobs(Database &db, const BlobStore &blobs, Repair repair)
{
    const Result<QSet<QByteArray>> referred = referredBlobs(db);
    if (!referred) {
        return {broken(Check::Blobs, referred.error())};
    }
    CheckResult whole{.check = Check::Blobs, .health = Health::Ok, .count = 0, .detail = {}};
    for (const QByteArray &sha256 : *referred) {
        if (!blobs.get(sha256)) {
            whole.health = Health::Broken;
            ++whole.count;
            whole.detail = QStringLiteral("missing or damaged; importing the source again brings them back");
            if (repair == Repair::Yes && blobs.contains(sha256)) {
                // Out of the way, so that the next import can write the whole file.
                std::ignore = blobs.setAside(sha256);
            }
        }
    }
    CheckResult orphans{.check = Check::OrphanBlobs, .health = Health::Ok, .count = 0, .detail = {}};
    for (const QByteArray &sha256 : blobs.list()) {
        if (!referred->contains(sha256)) {
            ++orphans.count;
            const bool moved = repair == Repair::Yes && blobs.setAside(sha256).has_value();
            orphans.health = moved ? Health::Repaired : Health::Warning;
        }
    }
    return {whole, orphans};
}

} // namespace

QList<CheckResult> examineDatabase(Database &db, const BlobStore &blobs, Repair repair)
{
    QList<CheckResult> results{checkDatabase(db)};
    if (results.constFirst().health != Health::Ok) {
        return results; // nothing read from it could be trusted
    }
    results.append(checkForeignKeys(db));
    results.append(checkSearchIndex(db, repair));
    results.append(checkBlobs(db, blobs, repair));
    return results;
}

} // namespace aside
