// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/moods.h"

#include "app/storage/ingest/texts.h"
#include "app/storage/rows.h"

#include <limits>
#include <utility>

namespace aside {

namespace {

constexpr std::string_view selectDue = R"sql(
    SELECT id, heard_at, answered_at FROM conversation WHERE waiting_since > 0 AND mood_at <> heard_at
    ORDER BY audience DESC, heard_at DESC LIMIT ?1
)sql";
// A customer who writes more than that at once is heard by the end of it.
constexpr std::string_view selectTexts = R"sql(
    SELECT substr(b.text, 1, 4000) FROM message m JOIN message_body b ON b.message_id = m.id
    WHERE m.conversation_id = ?1 AND m.direction = 0 AND m.sent_at > ?2 AND m.removed_at = 0 AND m.deleted_at = 0
    ORDER BY m.sent_at DESC LIMIT 5
)sql";
constexpr std::string_view selectMood
    = "SELECT mood, mood_words FROM conversation WHERE id = ?1 AND heard_at = ?2";
constexpr std::string_view updateMood
    = "UPDATE conversation SET mood = ?2, mood_words = ?3, mood_at = heard_at WHERE id = ?1";

Result<QStringList> textsOf(Database &db, ConversationId id, qint64 answeredAt)
{
    return db.prepare(selectTexts).and_then([&](Statement select) {
        select.bind(1, id.value).bind(2, answeredAt == 0 ? std::numeric_limits<qint64>::min() : answeredAt);
        return allRows(std::move(select), [](const Statement &row) { return withoutQuotes(row.text(0)); });
    });
}

/// True where the conversation shows another mood now.
Result<bool> setMood(Database &db, const MoodAnswer &answer)
{
    const QString words = answer.words.join(u'\n');
    Result<Statement> before = db.prepare(selectMood);
    if (!before) {
        return std::unexpected(before.error());
    }
    const Result<bool> isThere
        = before->bind(1, answer.conversation.value).bind(2, toMillis(answer.heardAt)).step();
    if (!isThere || !*isThere) {
        return isThere; // gone, or they wrote again
    }
    const bool isSame = before->integer(0) == std::to_underlying(answer.mood) && before->text(1) == words;
    return db.prepare(updateMood)
        .and_then([&](Statement update) {
            return update.bind(1, answer.conversation.value)
                .bind(2, std::to_underlying(answer.mood))
                .bind(3, words)
                .run();
        })
        .transform([&] { return !isSame; });
}

} // namespace

Result<QList<MoodQuestion>> moodQuestions(Database &db, int most)
{
    QList<MoodQuestion> questions;
    QList<qint64> answered;
    const Result<void> read = db.prepare(selectDue).and_then([&](Statement select) {
        select.bind(1, qint64{most});
        return forEachRow(select, [&](const Statement &row) {
            questions.append(
                {.conversation = ConversationId{row.integer(0)}, .heardAt = fromMillis(row.integer(1))});
            answered.append(row.integer(2));
        });
    });
    if (!read) {
        return std::unexpected(read.error());
    }
    for (qsizetype i = 0; i < questions.size(); ++i) {
        Result<QStringList> texts = textsOf(db, questions.at(i).conversation, answered.at(i));
        if (!texts) {
            return std::unexpected(texts.error());
        }
        questions[i].texts = std::move(*texts);
    }
    return questions;
}

Result<QList<ConversationId>> setMoods(Database &db, const QList<MoodAnswer> &answers)
{
    Result<Transaction> transaction = Transaction::begin(db);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    QList<ConversationId> changed;
    for (const MoodAnswer &answer : answers) {
        const Result<bool> isOther = setMood(db, answer);
        if (!isOther) {
            return std::unexpected(isOther.error());
        }
        if (*isOther) {
            changed.append(answer.conversation);
        }
    }
    return transaction->commit().transform([&] { return changed; });
}

} // namespace aside
