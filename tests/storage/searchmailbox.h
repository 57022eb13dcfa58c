// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/migrations.h"
#include "app/storage/search/searchindex.h"
#include "app/storage/triage.h"

#include <QDate>
#include <QList>
#include <QString>

namespace aside::test {

inline constexpr qint64 hour = 3'600'000;
inline constexpr qint64 firstDay = 1'772'323'200'000; // 2026-03-01, a Sunday
inline constexpr QDate today = QDate::fromJulianDay(2'461'105); // 2026-03-05

/// A message to search for, with what its conversation is.
struct Written {
    QString text;
    QString subject = {};
    QString author = QStringLiteral("Anna Petrova");
    QString handle = QStringLiteral("anna@example.org");
    Channel channel = Channel::Email;
    Audience audience = Audience::Private;
    ConversationState state = ConversationState::Open;
    Direction direction = Direction::Incoming;
    qint64 sentAt = firstDay;
    qint64 conversation = 0; ///< 0: one of its own
    int attachments = 0;
    bool isRead = false;
};

inline constexpr std::string_view insertHandle = R"sql(
    INSERT INTO handle (id, person_id, channel, address, shown) VALUES (?1, ?1, ?2, ?3 || ?1, ?3)
)sql";
inline constexpr std::string_view insertPerson = "INSERT INTO person (id, name) VALUES (?1, ?2)";
inline constexpr std::string_view insertConversation = R"sql(
    INSERT INTO conversation (id, channel, audience, state, handle_id, first_at, last_at, last_direction, message_count,
                              unread_count, attachment_count, subject, preview)
    VALUES (?1, ?2, ?3, ?4, ?1, 0, 0, 0, 1, ?5, 0, '', '')
)sql";
inline constexpr std::string_view insertMessage = R"sql(
    INSERT INTO message (id, conversation_id, direction, is_read, sent_at, attachment_count, node_key, digest,
        remote_id, subject, author)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, x'00', x'00', ?1, ?7, ?8)
)sql";
inline constexpr std::string_view insertBody = "INSERT INTO message_body (message_id, text) VALUES (?1, ?2)";
inline constexpr std::string_view insertDraft = R"sql(
    INSERT INTO draft (conversation_id, kind, text, updated_at, version) VALUES (?1, 0, ?2, 0, 1)
)sql";

/// A profile's database with messages 1, 2, 3, …
class Mailbox
{
public:
    Mailbox()
        : m_db(Database::openInMemory())
    {
        if (!m_db || !migrate(*m_db)) {
            qFatal("no database");
        }
    }

    Database &db() { return *m_db; }

    MessageId add(const Written &written)
    {
        const auto id = ++m_last;
        const auto conversation = written.conversation > 0 ? written.conversation : id;
        if (conversation == id) {
            addConversation(id, written);
        }
        run(insertMessage, [&](Statement &s) {
            s.bind(1, id).bind(2, conversation).bind(3, int(written.direction)).bind(4, int(written.isRead));
            s.bind(5, written.sentAt)
                .bind(6, written.attachments)
                .bind(7, written.subject)
                .bind(8, written.author);
        });
        run(insertBody, [&](Statement &s) { s.bind(1, id).bind(2, written.text); });
        const auto indexed = indexMessage(db(), MessageId{id}, written.subject, written.text,
                                          written.author + u' ' + written.handle);
        if (!indexed) {
            qFatal("not indexed");
        }
        return MessageId{id};
    }

    void addDraft(qint64 conversation, const QString &text)
    {
        run(insertDraft, [&](Statement &s) { s.bind(1, conversation).bind(2, text); });
    }

    void addTag(const QString &tag, const QList<qint64> &conversations)
    {
        for (const qint64 conversation : conversations) {
            const auto done = triageConversations(db(), {.kind = Triage::Kind::AddTag, .tag = tag},
                                                  {ConversationId{conversation}}, fromMillis(firstDay));
            if (!done) {
                qFatal("%s", qPrintable(done.error().detail));
            }
        }
    }

    /// The ids found, or -1 for an error.
    QList<qint64> find(const QString &query, int limit = 50)
    {
        const auto hits = search(db(), parseSearchQuery(query, today), limit);
        QList<qint64> ids;
        if (!hits) {
            return {-1};
        }
        for (const auto &hit : *hits) {
            ids << hit.message.value;
        }
        return ids;
    }

private:
    void addConversation(qint64 id, const Written &written)
    {
        run(insertPerson, [&](Statement &s) { s.bind(1, id).bind(2, written.author); });
        run(insertHandle,
            [&](Statement &s) { s.bind(1, id).bind(2, int(written.channel)).bind(3, written.handle); });
        run(insertConversation, [&](Statement &s) {
            s.bind(1, id).bind(2, int(written.channel)).bind(3, int(written.audience));
            s.bind(4, int(written.state)).bind(5, int(!written.isRead));
        });
    }

    template <typename Bind>
    void run(std::string_view sql, const Bind &bind)
    {
        auto statement = db().prepare(sql);
        if (!statement) {
            qFatal("%s", qPrintable(statement.error().detail));
        }
        bind(*statement);
        if (const auto done = statement->run(); !done) {
            qFatal("%s", qPrintable(done.error().detail));
        }
    }

    Result<Database> m_db;
    qint64 m_last = 0;
};

} // namespace aside::test
