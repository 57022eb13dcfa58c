// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/conversations.h"
#include "tests/storage/storagefixture.h"

#include <QTest>

#include <algorithm>

using namespace aside;
using namespace aside::test;

namespace {

constexpr int many = 300;

QString keyOf(int number)
{
    return QStringLiteral("m%1@x").arg(number);
}

} // namespace

/// A conversation before it is read: what is not in full must still be right.
class TestOutlines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void outlineHasAllPlacesAndTheNewestMessages();
    void outlineBeginsAtTheFirstUnreadMessage();
    void mergedConversationAnswersWithItsNewOne();
    void unknownConversationIsNotFound();
    void messagesComeInTheOrderAskedFor();
    void textsAreOneForEachId();

private:
    [[nodiscard]] ThreadOutline outline()
    {
        const auto read = conversationOutline(m_cache->db(), m_id);
        return read.value_or(ThreadOutline{});
    }
    [[nodiscard]] Thread thread() { return conversationThread(m_cache->db(), m_id).value_or(Thread{}); }

    std::unique_ptr<Cache> m_cache;
    ConversationId m_id;
};

void TestOutlines::init()
{
    QTest::failOnWarning();
    m_cache = std::make_unique<Cache>();
    QList<IncomingMessage> messages{mail(keyOf(0), 0)};
    for (int i = 1; i < many; ++i) {
        // Two of a minute, and the later id first: the order is not that of the ids.
        messages.append(mail(keyOf(i), (i ^ 1) / 2, {keyOf(0)}));
    }
    messages[many - 3].attachments.append(attachment(QStringLiteral("a.png"), "bytes"));
    messages[many - 3].html = QStringLiteral("<p>words</p>");
    m_cache->apply(messages);
    m_id = m_cache->home(keyOf(0));
}

void TestOutlines::outlineHasAllPlacesAndTheNewestMessages()
{
    m_cache->triage({.kind = Triage::Kind::MarkRead}, {m_id});
    const Thread whole = thread();
    QCOMPARE(whole.messages.size(), many);

    const ThreadOutline read = outline();

    QCOMPARE(read.conversation, whole.conversation);
    QCOMPARE(read.places, outlineOf(whole).places);
    QVERIFY(!read.firstUnread.isValid());
    QCOMPARE(read.messages, whole.messages.last(messagesInOutline));
    QVERIFY(std::ranges::any_of(read.messages, [](const Message &each) { return !each.html.isEmpty(); }));
    QVERIFY(
        std::ranges::any_of(read.messages, [](const Message &each) { return each.attachments.size() == 1; }));
}

void TestOutlines::outlineBeginsAtTheFirstUnreadMessage()
{
    const Thread whole = thread();
    QCOMPARE(whole.conversation.unread, many);

    const ThreadOutline read = outline();

    QCOMPARE(read.firstUnread, whole.messages.constFirst().id);
    QCOMPARE(read.firstUnread, outlineOf(whole).firstUnread);
    QCOMPARE(read.messages, whole.messages.first(messagesInOutline) + whole.messages.last(messagesInOutline));

    m_cache->set("UPDATE conversation SET unread_count = 7");
    QCOMPARE(outline().firstUnread, whole.messages.at(many - 7).id);
    QCOMPARE(outline().messages, whole.messages.last(messagesInOutline));
    m_cache->set("UPDATE conversation SET unread_count = 100000");
    QCOMPARE(outline().firstUnread, whole.messages.constFirst().id);
}

void TestOutlines::mergedConversationAnswersWithItsNewOne()
{
    m_cache->apply({mail(QStringLiteral("b@x"), 1)});
    const ConversationId other = m_cache->home(QStringLiteral("b@x"));
    QVERIFY(other != m_id);
    m_cache->apply({mail(QStringLiteral("c@x"), 2, {keyOf(0), QStringLiteral("b@x")})});
    const ConversationId now = m_cache->home(QStringLiteral("b@x"));
    QCOMPARE(now, m_cache->home(keyOf(0)));

    for (const ConversationId id : {other, m_id}) {
        const auto read = conversationOutline(m_cache->db(), id);
        QVERIFY(read);
        QCOMPARE(read->conversation.id, now);
        QCOMPARE(read->places.size(), many + 2);
    }
}

void TestOutlines::unknownConversationIsNotFound()
{
    for (const qint64 id : {qint64{0}, qint64{-1}, qint64{123'456}}) {
        const auto read = conversationOutline(m_cache->db(), ConversationId{id});
        QVERIFY(!read);
        QCOMPARE(read.error().code, Errc::NotFound);
    }
}

void TestOutlines::messagesComeInTheOrderAskedFor()
{
    const QList<Message> all = thread().messages;

    const auto read = messagesById(
        m_cache->db(), {all.at(many - 1).id, MessageId{123'456}, all.at(0).id, all.at(many - 3).id});

    QVERIFY(read);
    QCOMPARE(*read, (QList<Message>{all.at(many - 1), all.at(0), all.at(many - 3)}));
    QCOMPARE(messagesById(m_cache->db(), {}).value_or(all).size(), 0);
}

void TestOutlines::textsAreOneForEachId()
{
    const QList<Message> all = thread().messages;

    const auto read = messageTexts(m_cache->db(), {all.at(5).id, MessageId{123'456}, all.at(2).id});

    QVERIFY(read);
    QCOMPARE(*read, (QStringList{all.at(5).text, QString(), all.at(2).text}));
}

QTEST_GUILESS_MAIN(TestOutlines)
#include "tst_outlines.moc"
