// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/blobs.h"
#include "app/storage/database.h"
#include "app/storage/ingest/ingest.h"
#include "app/storage/migrations.h"
#include "app/storage/triage.h"
#include "models/domain/incoming.h"
#include "tests/support/testclock.h"

#include <QTemporaryDir>

#include <array>
#include <optional>

namespace aside::test {

/// A table as the tests read it: everything, in a fixed order.
struct TableDump {
    std::string_view sql;
    int columns;
};

inline constexpr std::array tableDumps{
    TableDump{"SELECT id, name, merged_into, merged_ledger, erased_at FROM person ORDER BY 1", 5},
    TableDump{"SELECT id, person_id, own_person_id, channel, address, shown, reach, is_blocked FROM handle"
              " ORDER BY 1",
              8},
    TableDump{"SELECT id, decision, person_id, other_id, decided_at, decided_by FROM person_decision"
              " ORDER BY 1",
              6},
    TableDump{"SELECT person_id, channel, length, form, updated_at FROM person_preference ORDER BY 1", 5},
    TableDump{
        "SELECT id, channel, audience, state, handle_id, first_at, last_at, last_direction, message_count,"
        " unread_count, attachment_count, subject, preview, reach, is_blocked, snoozed_until, answered_at,"
        " waiting_since, heard_at, target_by, window_by, promised_by, mood, mood_words, mood_at FROM "
        "conversation"
        " ORDER BY 1",
        25},
    TableDump{"SELECT folded, conversation_id, shown, is_open FROM conversation_tag ORDER BY 1, 2", 4},
    TableDump{"SELECT id, conversation_id, due_at, words, made_at, kept_at, ended_as, outbox_id, moved_to, "
              "reminded FROM promise ORDER BY 1",
              10},
    TableDump{"SELECT outbox_id, place, promise_id, answered_at FROM promise_answer ORDER BY 1, 2", 4},
    TableDump{"SELECT person_id, text, updated_at FROM person_note ORDER BY 1", 3},
    TableDump{"SELECT id, person_id, consent_to, state, channel, handle, said_at, until, "
              "evidence_message_id, words,"
              " recorded_by, recorded_at FROM consent_entry ORDER BY 1",
              12},
    TableDump{"SELECT old_id, conversation_id FROM conversation_alias ORDER BY 1", 2},
    TableDump{
        "SELECT id, conversation_id, direction, is_read, sent_at, handle_id, attachment_count, node_key,"
        " digest, remote_id, subject, author, removed_at, edited_at, deleted_at, page FROM message ORDER BY "
        "1",
        16},
    TableDump{"SELECT message_id, replaced_at, text, html FROM message_version ORDER BY 1, 2", 4},
    TableDump{"SELECT key, deleted_at FROM message_tombstone ORDER BY 1", 2},
    TableDump{"SELECT message_id, place, kind, name, address FROM message_recipient ORDER BY 1, 2", 5},
    TableDump{"SELECT account_id, folder, uid_validity, uid, message_id, flags FROM server_place"
              " ORDER BY 1, 2, 3, 4",
              6},
    TableDump{"SELECT account_id, message_id, mark, is_set FROM server_change ORDER BY id", 4},
    TableDump{"SELECT message_id, text, html FROM message_body ORDER BY 1", 3},
    TableDump{
        "SELECT id, message_id, name, mime_type, content_id, sha256, size, alt FROM attachment ORDER BY 1",
        8},
    TableDump{"SELECT attachment_id, section, encoding, size FROM server_part ORDER BY 1", 4},
    TableDump{
        "SELECT id, draft_id, outbox_id, name, mime_type, sha256, size, alt FROM draft_attachment ORDER BY 1",
        8},
    TableDump{"SELECT key, parent, message_id, conversation_id FROM thread_node ORDER BY 1", 4},
    TableDump{
        "SELECT id, conversation_id, kind, text, updated_at, version, attachment_count, addressing FROM draft"
        " ORDER BY 1",
        8},
    TableDump{"SELECT draft_id, version, text, saved_at, addressing FROM draft_version ORDER BY 1, 2", 5},
    TableDump{
        "SELECT id, conversation_id, state, text, seen_message_id, created_at, hold_until, account_id,"
        " hold_reason, attempts, attempt_at, next_attempt_at, remote_id, fault, server_code, server_words,"
        " last_byte, evidence, evidence_words, looks, looked_at, addressing, after_outbox_id FROM outbox"
        " ORDER BY 1",
        23},
    TableDump{"SELECT id, conversation_id, private_conversation_id, way, state, is_approach, started_at,"
              " started_by, public_outbox_id, private_outbox_id, private_channel, private_handle,"
              " private_text, payload, ended_at FROM private_move ORDER BY 1",
              15},
    TableDump{"SELECT move_id, conversation_id, rejected_at FROM rejected_arrival ORDER BY 1, 2", 3},
    TableDump{"SELECT id, channel, name, identity, address, folded, is_on, paused_until, pause_cause,"
              " pause_words FROM account ORDER BY 1",
              10},
    TableDump{"SELECT account_id, name, value FROM account_setting ORDER BY 1, 2", 3},
    TableDump{"SELECT id, account_id FROM conversation ORDER BY 1", 2},
    TableDump{"SELECT since FROM outbox_freeze", 1},
    TableDump{"SELECT conversation_id, outbox_id, rule, fingerprint, reason, given_at FROM reply_reason "
              "ORDER BY id",
              6},
    TableDump{"SELECT conversation_id, outbox_id, rule FROM reply_rule_off ORDER BY id", 3},
    TableDump{"SELECT conversation_id, outbox_id, template, rendered, used_at, is_changed FROM template_use "
              "ORDER BY id",
              6},
    TableDump{"SELECT outbox_id, at, state, event, hold_reason, words FROM outbox_event ORDER BY rowid", 6},
    TableDump{"SELECT source, cursor, updated_at FROM import_cursor ORDER BY 1", 3},
    TableDump{"SELECT rowid, block FROM message_fts_data ORDER BY 1", 2},
    TableDump{"SELECT id, sz FROM message_fts_docsize ORDER BY 1", 2},
};

/// A mail from Anna, `minute` minutes into the test's day.
inline IncomingMessage mail(const QString &id, int minute, const QStringList &references = {})
{
    IncomingMessage message;
    message.remoteId = id;
    message.references = references;
    message.subject = QStringLiteral("About ") + id;
    message.authorName = QStringLiteral("Anna");
    message.authorHandle = QStringLiteral("anna@example.org");
    message.sentAt = fromMillis(1'789'000'000'000 + qint64{minute} * 60'000);
    message.text = QStringLiteral("Text of ") + id;
    return message;
}

inline IncomingMessage tweet(const QString &id, int minute, const QStringList &references = {},
                             const QStringList &answers = {})
{
    IncomingMessage message = mail(id, minute, references);
    message.channel = Channel::X;
    message.audience = Audience::Public;
    message.answers = answers;
    message.subject.clear();
    return message;
}

inline IncomingAttachment attachment(const QString &name, const QByteArray &data)
{
    return {.name = name, .mimeType = QStringLiteral("image/png"), .contentId = {}, .data = data};
}

/// A profile's database in memory with its blobs in a folder that goes with it.
class Cache
{
public:
    Cache()
        : m_db(Database::openInMemory())
        , m_blobs(m_folder.filePath(QStringLiteral("blobs")), Secret())
    {
        if (!m_db || !migrate(*m_db)) {
            qFatal("no database");
        }
        m_ingest.emplace(*m_db, m_blobs);
    }

    Database &db() { return *m_db; }
    const BlobStore &blobs() const { return m_blobs; }
    QString blobFolder() const { return m_folder.filePath(QStringLiteral("blobs")); }
    TestClock &clock() { return m_clock; }

    Result<Applied> tryApply(const QList<IncomingMessage> &messages, const QString &source = {},
                             const QByteArray &cursor = {})
    {
        return m_ingest->apply({.source = source, .cursor = cursor, .messages = messages}, m_clock.now());
    }

    /// What came through an account.
    Applied applyFrom(AccountId account, const QList<IncomingMessage> &messages)
    {
        const auto applied = m_ingest->apply(
            {.source = {}, .cursor = {}, .account = account, .messages = messages}, m_clock.now());
        if (!applied) {
            qFatal("not applied: %s", qPrintable(applied.error().detail));
        }
        return *applied;
    }

    Applied apply(const QList<IncomingMessage> &messages)
    {
        const auto applied = tryApply(messages);
        if (!applied) {
            qFatal("not applied: %s", qPrintable(applied.error().detail));
        }
        return *applied;
    }

    TriageReceipt triage(const Triage &triage, const QList<ConversationId> &ids)
    {
        const auto receipt = triageConversations(*m_db, triage, ids, m_clock.now());
        if (!receipt) {
            qFatal("no triage: %s", qPrintable(receipt.error().detail));
        }
        return *receipt;
    }

    /// The first column of the first row. `sql` is a literal.
    qint64 number(std::string_view sql)
    {
        auto select = m_db->prepare(sql);
        const auto row = select ? select->step() : Result<bool>(std::unexpected(select.error()));
        if (!row) {
            qFatal("%s", qPrintable(row.error().detail));
        }
        return *row ? select->integer(0) : -1;
    }

    /// The conversation a message lies in.
    ConversationId home(const QString &remoteId)
    {
        auto select = m_db->prepare("SELECT conversation_id FROM message WHERE remote_id = ?1 ORDER BY id");
        const auto row = select->bind(1, remoteId).step();
        return row && *row ? ConversationId{select->integer(0)} : ConversationId{};
    }

    void set(std::string_view script)
    {
        if (const auto done = m_db->execute(script); !done) {
            qFatal("%s", qPrintable(done.error().detail));
        }
    }

    /// Everything in the database as one text.
    QByteArray dump()
    {
        QByteArray all;
        for (const TableDump &table : tableDumps) {
            auto select = m_db->prepare(table.sql);
            if (!select) {
                qFatal("%s", qPrintable(select.error().detail));
            }
            while (select->step().value_or(false)) {
                for (int column = 0; column < table.columns; ++column) {
                    all += select->isNull(column) ? "NULL" : select->blob(column).toHex();
                    all += ' ';
                }
                all += '\n';
            }
            all += "--\n";
        }
        return all;
    }

    bool isSound()
    {
        auto check = m_db->prepare("PRAGMA integrity_check");
        const bool whole = check && check->step().value_or(false) && check->text(0) == u"ok";
        return whole && number("SELECT count(*) FROM pragma_foreign_key_check") == 0;
    }

private:
    QTemporaryDir m_folder;
    TestClock m_clock;
    Result<Database> m_db;
    BlobStore m_blobs;
    std::optional<Ingest> m_ingest;
};

} // namespace aside::test
