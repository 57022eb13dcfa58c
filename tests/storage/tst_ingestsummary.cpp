// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/conversations.h"
#include "app/storage/ingest/texts.h"
#include "app/storage/lists.h"
#include "tests/storage/storagefixture.h"

#include <QRandomGenerator>
#include <QTest>

using namespace aside;
using namespace aside::test;

class TestIngestSummary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void summaryIsWhatTheMessagesSay_data();
    void summaryIsWhatTheMessagesSay();
    void oneBatchOrManyGiveTheSame();
};

namespace {

/// Messages that refer to earlier and later ones, to themselves and to ones that never come.
QList<IncomingMessage> randomMessages(quint32 seed, int count)
{
    QRandomGenerator random(seed);
    QList<IncomingMessage> messages;
    for (int i = 0; i < count; ++i) {
        QStringList references;
        for (quint32 left = random.bounded(4U); left > 0; --left) {
            references.append(QString::number(random.bounded(count + 3)));
        }
        auto message = mail(QString::number(i), i, references);
        message.direction = static_cast<Direction>(random.bounded(3U));
        message.isRead = random.bounded(2U) == 0;
        for (quint32 left = random.bounded(3U) / 2; left > 0; --left) {
            message.attachments.append(attachment(QStringLiteral("file"), QByteArray::number(i % 3)));
        }
        messages.append(message);
    }
    for (qsizetype i = messages.size() - 1; i > 0; --i) {
        messages.swapItemsAt(i, random.bounded(i + 1));
    }
    return messages;
}

/// The summary as the thread's messages give it; person, state and flags as they are.
ConversationRow recomputed(Cache &cache, const Thread &thread)
{
    ConversationRow row = thread.conversation;
    const auto &last = thread.messages.constLast();
    row.messages = static_cast<int>(thread.messages.size());
    row.lastAt = last.sentAt;
    const auto talk = std::find_if(thread.messages.crbegin(), thread.messages.crend(),
                                   [](const Message &one) { return one.direction != Direction::Note; });
    const Message &shown = talk == thread.messages.crend() ? last : *talk;
    row.lastDirection = shown.direction;
    row.preview = previewOf(shown.text);
    row.subject = conversationSubject(thread.messages.constFirst().subject);
    row.hasAttachments = std::ranges::any_of(
        thread.messages, [](const Message &message) { return !message.attachments.isEmpty(); });
    auto unread = cache.db().prepare(
        "SELECT count(*) FROM message WHERE conversation_id = ?1 AND direction = 0 AND is_read = 0");
    row.waitingSince = {};
    for (const Message &message : thread.messages) {
        if (message.direction == Direction::Outgoing) {
            row.waitingSince = {};
        } else if (message.direction == Direction::Incoming && row.waitingSince == Instant{}) {
            row.waitingSince = message.sentAt;
        }
    }
    row.unread = unread->bind(1, row.id.value).step() ? static_cast<int>(unread->integer(0)) : -1;
    return row;
}

} // namespace

void TestIngestSummary::summaryIsWhatTheMessagesSay_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 40; ++seed) {
        QTest::addRow("seed %u", seed) << seed;
    }
}

void TestIngestSummary::summaryIsWhatTheMessagesSay()
{
    QFETCH(const quint32, seed);
    const auto messages = randomMessages(seed, 40);
    QRandomGenerator random(seed);
    Cache cache;

    for (qsizetype done = 0; done < messages.size();) {
        const qsizetype size = 1 + random.bounded(7);
        cache.apply(messages.mid(done, size));
        done += size;
    }

    QCOMPARE(cache.number("SELECT count(*) FROM message"), messages.size());
    QCOMPARE(cache.number("SELECT sum(message_count) FROM conversation"), messages.size());
    QCOMPARE(cache.number("SELECT sum(attachment_count) FROM conversation"),
             cache.number("SELECT count(*) FROM attachment"));
    const auto ids = conversationIds(cache.db(), {.view = View::Inbox});
    QCOMPARE(ids->size(), cache.number("SELECT count(*) FROM conversation"));
    for (const ConversationId id : *ids) {
        const auto thread = conversationThread(cache.db(), id);
        QVERIFY(thread && !thread->messages.isEmpty());
        QCOMPARE(thread->conversation, recomputed(cache, *thread));
    }
    QCOMPARE(cache.number("SELECT count(*) FROM thread_node n JOIN message m ON m.id = n.message_id"
                          " WHERE m.conversation_id <> n.conversation_id"),
             0);
    QVERIFY(cache.isSound());
}

void TestIngestSummary::oneBatchOrManyGiveTheSame()
{
    const auto messages = randomMessages(77, 60);
    Cache whole;
    Cache parts;

    const auto applied = whole.apply(messages);
    qint64 made = 0;
    for (const auto &message : messages) {
        made += parts.apply({message}).report.conversations;
    }

    QCOMPARE(applied.report.conversations, whole.number("SELECT count(*) FROM conversation"));
    QVERIFY(made >= applied.report.conversations);
    const auto ids = conversationIds(whole.db(), {.view = View::Inbox});
    QCOMPARE(ids, conversationIds(parts.db(), {.view = View::Inbox}));
    for (const ConversationId id : *ids) {
        QCOMPARE(conversationThread(whole.db(), id), conversationThread(parts.db(), id));
    }
}

QTEST_GUILESS_MAIN(TestIngestSummary)
#include "tst_ingestsummary.moc"
