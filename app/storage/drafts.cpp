// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/drafts.h"

#include "app/storage/conversations.h"
#include "app/storage/draftfiles.h"

#include <algorithm>
#include <utility>

namespace aside {

namespace {

constexpr std::string_view selectDraft
    = "SELECT id, text, updated_at, version, addressing FROM draft WHERE conversation_id = ?1 AND kind = ?2";
constexpr std::string_view insertDraft
    = "INSERT INTO draft (conversation_id, kind, text, updated_at, version, addressing)"
      " VALUES (?1, ?2, ?3, ?4, 1, ?5)";
constexpr std::string_view insertBlank
    = "INSERT INTO draft (conversation_id, kind, text, updated_at, version) VALUES (?1, ?2, '', ?3, 0)";
constexpr std::string_view updateDraft
    = "UPDATE draft SET text = ?2, updated_at = ?3, version = ?4, addressing = ?5 WHERE id = ?1";
constexpr std::string_view insertVersion
    = "INSERT INTO draft_version (draft_id, version, text, saved_at, addressing) VALUES (?1, ?2, ?3, ?4, ?5)";
constexpr std::string_view selectVersions = R"sql(
    SELECT v.version, v.text, v.saved_at, d.id, v.addressing FROM draft_version v JOIN draft d ON d.id = v.draft_id
    WHERE d.conversation_id = ?1 AND d.kind = ?2 ORDER BY v.version DESC
)sql";
constexpr std::string_view lastVersion = R"sql(
    SELECT version, text, saved_at FROM draft_version WHERE draft_id = ?1 ORDER BY version DESC LIMIT 1
)sql";
constexpr std::string_view countEarlier
    = "SELECT count(*) FROM draft_version WHERE draft_id = ?1 AND version < ?2 AND text = ?3";
constexpr std::string_view dropVersion = "DELETE FROM draft_version WHERE draft_id = ?1 AND version = ?2";
constexpr std::string_view moveDraft
    = "UPDATE OR IGNORE draft SET conversation_id = ?2 WHERE conversation_id = ?1";
constexpr std::string_view moveVersions = R"sql(
    INSERT INTO draft_version (draft_id, version, text, saved_at, addressing)
    SELECT t.id, (SELECT coalesce(max(version), 0) FROM draft_version WHERE draft_id = t.id)
                 + row_number() OVER (ORDER BY v.version), v.text, v.saved_at, v.addressing
    FROM draft_version v JOIN draft f ON f.id = v.draft_id
    JOIN draft t ON t.conversation_id = ?2 AND t.kind = f.kind
    WHERE f.conversation_id = ?1
)sql";
constexpr std::string_view raiseVersion = R"sql(
    UPDATE draft SET version = max(version, (SELECT coalesce(max(version), 0) FROM draft_version WHERE draft_id = draft.id))
    WHERE conversation_id = ?2 AND conversation_id <> ?1
)sql";
constexpr std::string_view dropOldVersions = "DELETE FROM draft_version WHERE draft_id IN (SELECT id FROM "
                                             "draft WHERE conversation_id = ?1) AND ?2 <> ?1";
constexpr std::string_view moveFiles = R"sql(
    UPDATE draft_attachment SET draft_id = (SELECT t.id FROM draft f JOIN draft t ON t.kind = f.kind
                                            WHERE f.id = draft_attachment.draft_id AND t.conversation_id = ?2)
    WHERE ?2 <> ?1 AND draft_id IN (SELECT id FROM draft WHERE conversation_id = ?1)
)sql";
constexpr std::string_view dropDrafts = "DELETE FROM draft WHERE conversation_id = ?1 AND ?2 <> ?1";

/// A version younger than this is replaced by the next, unless text went away: typing makes one version, not
/// a thousand, and what was deleted can be got back.
constexpr std::chrono::seconds versionSpan{30};
constexpr qsizetype keptDeletion = 20;

/// How much of the earlier text is gone, taken as one change in one place.
qsizetype lostLetters(QStringView before, QStringView now)
{
    const auto [lead, nowLead] = std::ranges::mismatch(before, now);
    before = before.sliced(lead - before.begin());
    now = now.sliced(nowLead - now.begin());
    while (!before.isEmpty() && !now.isEmpty() && before.back() == now.back()) {
        before.chop(1);
        now.chop(1);
    }
    return before.size();
}

/// Going back to an earlier version is a step of its own, however little it takes away.
Result<bool> isEarlierVersion(Database &db, const Draft &draft, qint64 last)
{
    return db.prepare(countEarlier).and_then([&](Statement select) {
        return select.bind(1, draft.id.value).bind(2, last).bind(3, draft.text).step().transform([&](bool) {
            return select.integer(0) > 0;
        });
    });
}

Result<void> keepVersion(Database &db, const Draft &draft)
{
    Result<Statement> last = db.prepare(lastVersion);
    if (!last) {
        return std::unexpected(last.error());
    }
    const Result<bool> row = last->bind(1, draft.id.value).step();
    if (!row) {
        return std::unexpected(row.error());
    }
    if (*row) {
        const qint64 version = last->integer(0);
        const bool young = draft.updatedAt - fromMillis(last->integer(2)) < versionSpan;
        const qsizetype lost = lostLetters(last->text(1), draft.text);
        last->reset();
        const Result<bool> goneBack = lost > 0 ? isEarlierVersion(db, draft, version) : Result<bool>(false);
        if (!goneBack) {
            return std::unexpected(goneBack.error());
        }
        const bool kept = lost < keptDeletion && !*goneBack;
        if (young && kept) {
            const Result<void> dropped = db.prepare(dropVersion).and_then([&](Statement drop) {
                return drop.bind(1, draft.id.value).bind(2, version).run();
            });
            if (!dropped) {
                return dropped;
            }
        }
    }
    return db.prepare(insertVersion).and_then([&](Statement insert) {
        return insert.bind(1, draft.id.value)
            .bind(2, draft.version)
            .bind(3, draft.text)
            .bind(4, toMillis(draft.updatedAt))
            .bind(5, draft.addressing.toText())
            .run();
    });
}

Result<Draft> readDraft(Database &db, ConversationId id, DraftKind kind)
{
    Result<Draft> draft = db.prepare(selectDraft).and_then([&](Statement select) -> Result<Draft> {
        const Result<bool> row = select.bind(1, id.value).bind(2, std::to_underlying(kind)).step();
        if (!row) {
            return std::unexpected(row.error());
        }
        if (!*row) {
            return Draft{.id = {}, .conversation = id, .kind = kind, .text = {}};
        }
        return Draft{.id = DraftId{select.integer(0)},
                     .conversation = id,
                     .kind = kind,
                     .text = select.text(1),
                     .updatedAt = fromMillis(select.integer(2)),
                     .version = static_cast<int>(select.integer(3)),
                     .addressing = Addressing::parse(select.text(4))};
    });
    if (!draft || !draft->id.isValid()) {
        return draft;
    }
    return attachmentsOf(db, draft->id).transform([&](QList<DraftAttachment> files) {
        draft->attachments = std::move(files);
        return *draft;
    });
}

/// Writes the draft as its next version; makes it where it has no id yet.
Result<Draft> appendVersion(Database &db, Draft draft)
{
    const bool isNew = !draft.id.isValid();
    ++draft.version;
    const Result<void> written = db.prepare(isNew ? insertDraft : updateDraft).and_then([&](Statement write) {
        if (isNew) {
            write.bind(1, draft.conversation.value).bind(2, std::to_underlying(draft.kind));
            write.bind(3, draft.text).bind(4, toMillis(draft.updatedAt));
            return write.bind(5, draft.addressing.toText()).run();
        }
        write.bind(1, draft.id.value).bind(2, draft.text).bind(5, draft.addressing.toText());
        return write.bind(3, toMillis(draft.updatedAt)).bind(4, draft.version).run();
    });
    if (!written) {
        return std::unexpected(written.error());
    }
    if (isNew) {
        draft.id = DraftId{db.lastInsertId()};
    }
    return keepVersion(db, draft).transform([&] { return draft; });
}

} // namespace

QString joined(const QString &earlier, const QString &newer)
{
    if (earlier.isEmpty() || newer.isEmpty() || earlier == newer) {
        return earlier.isEmpty() ? newer : earlier;
    }
    return earlier + QStringLiteral("\n\n") + newer;
}

Result<Draft> loadDraft(Database &db, ConversationId id, DraftKind kind)
{
    // A conversation nobody knows has no draft either.
    return readDraft(db, currentConversation(db, id).value_or(id), kind);
}

Result<Draft> writeDraft(Database &db, ConversationId id, DraftKind kind, const QString &text, Instant now)
{
    Result<Draft> draft = readDraft(db, id, kind);
    if (!draft || draft->text == text) {
        return draft;
    }
    draft->text = text;
    draft->updatedAt = now;
    return appendVersion(db, *draft);
}

namespace {

/// What is typed into a conversation that was merged away meanwhile goes on below the draft of the other one,
/// or takes the place of what of it is there already.
QString continued(const QString &stored, const QString &typed)
{
    const QString between = QStringLiteral("\n\n");
    if (stored.isEmpty() || typed.startsWith(stored)) {
        return typed;
    }
    if (typed.isEmpty() || stored == typed || stored.endsWith(between + typed)) {
        return stored;
    }
    for (qsizetype at = stored.indexOf(between); at >= 0; at = stored.indexOf(between, at + 1)) {
        if (typed.startsWith(QStringView(stored).sliced(at + between.size()))) {
            return stored.first(at) + between + typed;
        }
    }
    return stored + between + typed;
}

} // namespace

Result<Draft> saveDraft(Database &db, ConversationId id, DraftKind kind, const QString &text, Instant now)
{
    Result<Transaction> transaction = Transaction::begin(db, Durability::Synced);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    const Result<Draft> draft
        = currentConversation(db, id).and_then([&](ConversationId current) -> Result<Draft> {
              if (current == id) {
                  return writeDraft(db, id, kind, text, now);
              }
              return readDraft(db, current, kind).and_then([&](const Draft &there) {
                  return writeDraft(db, current, kind, continued(there.text, text), now);
              });
          });
    if (!draft) {
        return draft;
    }
    return transaction->commit().transform([&] { return *draft; });
}

Result<Draft> ensureDraft(Database &db, ConversationId id, DraftKind kind, Instant now)
{
    return readDraft(db, id, kind).and_then([&](Draft draft) -> Result<Draft> {
        if (draft.id.isValid()) {
            return draft;
        }
        draft.updatedAt = now;
        return db.prepare(insertBlank)
            .and_then([&](Statement insert) {
                return insert.bind(1, id.value)
                    .bind(2, std::to_underlying(kind))
                    .bind(3, toMillis(now))
                    .run();
            })
            .transform([&] {
                draft.id = DraftId{db.lastInsertId()};
                return draft;
            });
    });
}

Result<Draft> writeAddressing(Database &db, ConversationId id, const Addressing &addressing, Instant now)
{
    return ensureDraft(db, id, DraftKind::Reply, now).and_then([&](Draft draft) -> Result<Draft> {
        if (draft.addressing == addressing) {
            return draft;
        }
        draft.addressing = addressing;
        draft.updatedAt = now;
        return appendVersion(db, std::move(draft));
    });
}

Result<QList<Draft>> draftVersions(Database &db, ConversationId asked, DraftKind kind)
{
    const ConversationId id = currentConversation(db, asked).value_or(asked);
    Result<Statement> select = db.prepare(selectVersions);
    if (!select) {
        return std::unexpected(select.error());
    }
    select->bind(1, id.value).bind(2, std::to_underlying(kind));
    QList<Draft> versions;
    while (true) {
        const Result<bool> row = select->step();
        if (!row) {
            return std::unexpected(row.error());
        }
        if (!*row) {
            return versions;
        }
        versions.append({.id = DraftId{select->integer(3)},
                         .conversation = id,
                         .kind = kind,
                         .text = select->text(1),
                         .updatedAt = fromMillis(select->integer(2)),
                         .version = static_cast<int>(select->integer(0)),
                         .addressing = Addressing::parse(select->text(4))});
    }
}

Result<void> mergeDrafts(Database &db, ConversationId from, ConversationId into)
{
    QList<Draft> joined;
    for (const DraftKind kind : {DraftKind::Reply, DraftKind::Note}) {
        const Result<Draft> theirs = readDraft(db, from, kind);
        const Result<Draft> ours = readDraft(db, into, kind);
        if (!theirs || !ours) {
            return std::unexpected(!theirs ? theirs.error() : ours.error());
        }
        if (theirs->id.isValid() && ours->id.isValid()) {
            const bool both = !theirs->text.isEmpty() && !ours->text.isEmpty();
            const QString between = both ? QStringLiteral("\n\n") : QString();
            joined.append({.id = ours->id,
                           .conversation = into,
                           .kind = kind,
                           .text = ours->text + between + theirs->text,
                           .updatedAt = std::max(ours->updatedAt, theirs->updatedAt),
                           .addressing = ours->addressing.isPlain() ? theirs->addressing : ours->addressing});
        }
    }
    // Where only the other has a draft it moves as it is; else its versions are appended to ours.
    for (const std::string_view sql :
         {moveDraft, moveVersions, raiseVersion, dropOldVersions, moveFiles, dropDrafts}) {
        const Result<void> moved = db.prepare(sql).and_then(
            [&](Statement update) { return update.bind(1, from.value).bind(2, into.value).run(); });
        if (!moved) {
            return moved;
        }
    }
    // Last, so that the joined text is the newest version.
    for (const Draft &draft : std::as_const(joined)) {
        const Result<Draft> written = readDraft(db, into, draft.kind).and_then([&](Draft current) {
            current.text = draft.text;
            current.updatedAt = draft.updatedAt;
            current.addressing = draft.addressing;
            return appendVersion(db, std::move(current));
        });
        if (!written) {
            return std::unexpected(written.error());
        }
    }
    return {};
}

} // namespace aside
