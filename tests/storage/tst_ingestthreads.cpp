// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/conversations.h"
#include "app/storage/drafts.h"
#include "app/storage/outbox.h"
#include "tests/storage/storagefixture.h"

#include <QTest>

#include <algorithm>

using namespace aside;
using namespace aside::test;
using namespace std::chrono_literals;

class TestIngestThreads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void everyArrivalOrderGivesOneConversation_data();
    void everyArrivalOrderGivesOneConversation();
    void everyArrivalOrderGivesTheSameParents();
    void answeredTweetsJoinInAnyOrder();
    void lateArrivalMergesTwoConversations();
    void aliasOfAnAliasStillAnswers();
    void idOfAMergedConversationIsNotGivenAgain();
    void unsentTextsOfBothSurviveAMerge();
    void endedDraftDoesNotHideTheOther();
    void sameSubjectNeverJoinsStrangers();
    void loopsInReferencesEnd_data();
    void loopsInReferencesEnd();
    void ownReferencesBeatWhatOthersSaid();
    void splitAndMergeInOneStep();
    void mergeInTheMiddleOfReferences();

private:
    QString id(const char *name) const { return QString::fromLatin1(name) + QStringLiteral("@x"); }
    ConversationId home(const char *name) { return m_cache->home(id(name)); }
    IncomingMessage from(const char *name, int minute, const QList<const char *> &references = {}) const;

    std::unique_ptr<Cache> m_cache;
};

namespace {

constexpr std::string_view countConversations = "SELECT count(*) FROM conversation";

/// a <- b <- d, a <- c <- e.
QList<IncomingMessage> fiveMessages(const QString &linking)
{
    const auto a = QStringLiteral("a");
    const auto b = QStringLiteral("b");
    const auto c = QStringLiteral("c");
    if (linking == u"References") {
        return {mail(a, 0), mail(b, 1, {a}), mail(c, 2, {a}), mail(QStringLiteral("d"), 3, {a, b}),
                mail(QStringLiteral("e"), 4, {a, c})};
    }
    if (linking == u"In-Reply-To") {
        return {mail(a, 0), mail(b, 1, {a}), mail(c, 2, {a}), mail(QStringLiteral("d"), 3, {b}),
                mail(QStringLiteral("e"), 4, {c})};
    }
    return {mail(a, 0), mail(b, 1, {a}), mail(c, 2, {a}), mail(QStringLiteral("d"), 3, {a, b}),
            mail(QStringLiteral("e"), 4, {QStringLiteral("lost"), a, c})};
}

QMap<QString, QString> parents(Cache &cache)
{
    QMap<QString, QString> all;
    const auto thread = conversationThread(cache.db(), cache.home(QStringLiteral("a")));
    QHash<MessageId, QString> names;
    for (const Message &message : thread->messages) {
        names.insert(message.id, message.remoteId);
    }
    for (const Message &message : thread->messages) {
        all.insert(message.remoteId, names.value(message.parent));
    }
    return all;
}

} // namespace

void TestIngestThreads::init()
{
    QTest::failOnWarning();
    m_cache = std::make_unique<Cache>();
}

IncomingMessage TestIngestThreads::from(const char *name, int minute,
                                        const QList<const char *> &references) const
{
    QStringList ids;
    for (const char *reference : references) {
        ids.append(id(reference));
    }
    return mail(id(name), minute, ids);
}

void TestIngestThreads::everyArrivalOrderGivesOneConversation_data()
{
    QTest::addColumn<QString>("linking");
    QTest::addRow("References") << QStringLiteral("References");
    QTest::addRow("In-Reply-To") << QStringLiteral("In-Reply-To");
    QTest::addRow("mixed") << QStringLiteral("mixed");
}

void TestIngestThreads::everyArrivalOrderGivesOneConversation()
{
    QFETCH(const QString, linking);
    const auto messages = fiveMessages(linking);
    QList<int> order{0, 1, 2, 3, 4};

    do {
        Cache cache;
        for (const int at : std::as_const(order)) {
            cache.apply({messages.at(at)});
        }
        QCOMPARE(cache.number(countConversations), 1);
        QCOMPARE(cache.number("SELECT message_count FROM conversation"), 5);
        QCOMPARE(cache.number("SELECT unread_count FROM conversation"), 5);
        QCOMPARE(cache.number("SELECT count(DISTINCT conversation_id) FROM thread_node"), 1);
        QCOMPARE(conversationThread(cache.db(), cache.home(QStringLiteral("a")))->conversation.subject,
                 QStringLiteral("About a"));
        QVERIFY(cache.isSound());
    } while (std::ranges::next_permutation(order).found);
}

void TestIngestThreads::everyArrivalOrderGivesTheSameParents()
{
    const QMap<QString, QString> expected{{QStringLiteral("a"), QString()},
                                          {QStringLiteral("b"), QStringLiteral("a")},
                                          {QStringLiteral("c"), QStringLiteral("a")},
                                          {QStringLiteral("d"), QStringLiteral("b")},
                                          {QStringLiteral("e"), QStringLiteral("c")}};
    auto messages = fiveMessages(QStringLiteral("References"));
    std::ranges::sort(messages, {}, &IncomingMessage::remoteId);

    do {
        Cache cache;
        cache.apply(messages);
        QCOMPARE(parents(cache), expected);
    } while (std::ranges::next_permutation(messages, {}, &IncomingMessage::remoteId).found);
}

void TestIngestThreads::answeredTweetsJoinInAnyOrder()
{
    QList<IncomingMessage> tweets{
        tweet(QStringLiteral("1"), 0, {}, {QStringLiteral("2"), QStringLiteral("3")}),
        tweet(QStringLiteral("2"), 1, {QStringLiteral("1")}),
        tweet(QStringLiteral("3"), 2, {QStringLiteral("1")}, {QStringLiteral("4")}),
        tweet(QStringLiteral("4"), 3)};

    do {
        Cache cache;
        for (const auto &one : std::as_const(tweets)) {
            cache.apply({one});
        }
        QCOMPARE(cache.number(countConversations), 1);
        QCOMPARE(cache.number("SELECT message_count FROM conversation"), 4);
        QVERIFY(cache.isSound());
    } while (std::ranges::next_permutation(tweets, {}, &IncomingMessage::remoteId).found);
}

void TestIngestThreads::lateArrivalMergesTwoConversations()
{
    m_cache->apply({from("a", 0), from("c", 2, {"b"})});
    const auto older = home("a");
    const auto younger = home("c");
    QVERIFY(older != younger);

    const auto applied = m_cache->apply({from("b", 1, {"a"})});

    QCOMPARE(m_cache->number(countConversations), 1);
    QVERIFY(applied.changes.conversations.contains(older));
    QVERIFY(applied.changes.conversations.contains(younger));
    const auto thread = conversationThread(m_cache->db(), younger);
    QVERIFY(thread);
    QCOMPARE(thread->conversation.id, older);
    QCOMPARE(thread->messages.size(), 3);
    QVERIFY(conversationRows(m_cache->db(), {younger})->isEmpty());
    m_cache->triage({.kind = Triage::Kind::Close}, {younger});
    m_cache->triage({.kind = Triage::Kind::MarkRead}, {younger});
    const auto row = conversationThread(m_cache->db(), older)->conversation;
    QCOMPARE(row.state, ConversationState::Closed);
    QCOMPARE(row.unread, 0);
}

void TestIngestThreads::aliasOfAnAliasStillAnswers()
{
    m_cache->apply({from("a", 0), from("c", 2, {"b"}), from("e", 4, {"d"})});
    const auto first = home("a");
    const auto second = home("c");
    const auto third = home("e");

    m_cache->apply({from("d", 3, {"c"})}); // third into second
    m_cache->apply({from("b", 1, {"a"})}); // second into first

    QCOMPARE(m_cache->number(countConversations), 1);
    QCOMPARE(conversationThread(m_cache->db(), second)->conversation.id, first);
    QCOMPARE(conversationThread(m_cache->db(), third)->conversation.id, first);
    QVERIFY(m_cache->isSound());
}

void TestIngestThreads::idOfAMergedConversationIsNotGivenAgain()
{
    m_cache->apply({from("a", 0), from("c", 2, {"b"})});
    const auto merged = home("c");
    m_cache->apply({from("b", 1, {"a"})});

    m_cache->apply({from("stranger", 3)});

    QVERIFY(home("stranger") != merged);
    QCOMPARE(conversationThread(m_cache->db(), merged)->conversation.id, home("a"));
}

void TestIngestThreads::unsentTextsOfBothSurviveAMerge()
{
    m_cache->apply({from("a", 0), from("c", 2, {"b"})});
    const auto first = home("a");
    const auto second = home("c");
    auto &db = m_cache->db();
    const auto now = m_cache->clock().now();
    QVERIFY(holdReply(db, first, QStringLiteral("held for one"), {.undoWindow = 10s}, now));
    QVERIFY(holdReply(db, second, QStringLiteral("held for two"), {.undoWindow = 10s}, now));
    QVERIFY(saveDraft(db, first, DraftKind::Reply, QStringLiteral("draft one"), now));
    QVERIFY(saveDraft(db, second, DraftKind::Reply, QStringLiteral("draft two"), now));
    QVERIFY(saveDraft(db, second, DraftKind::Note, QStringLiteral("note two"), now));

    m_cache->apply({from("b", 1, {"a"})});

    const auto reply = loadDraft(db, first, DraftKind::Reply);
    QCOMPARE(reply->text, QStringLiteral("draft one\n\ndraft two"));
    QCOMPARE(loadDraft(db, first, DraftKind::Note)->text, QStringLiteral("note two"));
    const auto versions = draftVersions(db, first, DraftKind::Reply);
    QCOMPARE(versions->constFirst(), *reply);
    const auto items = outboxItems(db);
    QCOMPARE(items->size(), 2);
    QCOMPARE(items->at(0).conversation, first);
    QCOMPARE(items->at(1).conversation, first);
    QVERIFY(withdrawReply(db, items->at(0).id, now));
    QCOMPARE(loadDraft(db, first, DraftKind::Reply)->text,
             QStringLiteral("held for two\n\ndraft one\n\ndraft two"));
    QVERIFY(m_cache->isSound());
}

void TestIngestThreads::endedDraftDoesNotHideTheOther()
{
    m_cache->apply({from("a", 0), from("c", 2, {"b"})});
    const auto first = home("a");
    const auto second = home("c");
    auto &db = m_cache->db();
    const auto now = m_cache->clock().now();
    const QString text = QStringLiteral("a long text that was written and then deleted");
    QVERIFY(saveDraft(db, first, DraftKind::Reply, QStringLiteral("kept"), now));
    QVERIFY(saveDraft(db, second, DraftKind::Reply, text, now));
    QVERIFY(saveDraft(db, second, DraftKind::Reply, QString(), now));

    m_cache->apply({from("b", 1, {"a"})});

    const auto draft = loadDraft(db, first, DraftKind::Reply);
    QCOMPARE(draft->text, QStringLiteral("kept"));
    const auto versions = draftVersions(db, first, DraftKind::Reply);
    QCOMPARE(versions->constFirst(), *draft);
    QVERIFY(std::ranges::contains(*versions, text, &Draft::text));
}

void TestIngestThreads::sameSubjectNeverJoinsStrangers()
{
    auto one = from("a", 0);
    auto two = from("b", 1);
    one.subject = QStringLiteral("Refund");
    two.subject = QStringLiteral("Re: Refund");
    two.authorHandle = QStringLiteral("boris@example.org");

    m_cache->apply({one, two});

    QCOMPARE(m_cache->number(countConversations), 2);
}

void TestIngestThreads::loopsInReferencesEnd_data()
{
    QTest::addColumn<QList<QStringList>>("references"); // of messages 0, 1, 2, …
    QTest::addRow("itself") << QList<QStringList>{{QStringLiteral("0")}};
    QTest::addRow("two answer each other")
        << QList<QStringList>{{QStringLiteral("1")}, {QStringLiteral("0")}};
    QTest::addRow("three in a ring") << QList<QStringList>{
        {QStringLiteral("2")}, {QStringLiteral("0")}, {QStringLiteral("1")}};
    QTest::addRow("twice the same") << QList<QStringList>{
        {QStringLiteral("9"), QStringLiteral("9"), QStringLiteral("9")}};
    QTest::addRow("there and back") << QList<QStringList>{
        {QStringLiteral("8"), QStringLiteral("9"), QStringLiteral("8"), QStringLiteral("9")},
        {QStringLiteral("9"), QStringLiteral("8")},
        {QStringLiteral("1"), QStringLiteral("0"), QStringLiteral("2")}};
}

void TestIngestThreads::loopsInReferencesEnd()
{
    QFETCH(const QList<QStringList>, references);

    for (int i = 0; i < references.size(); ++i) {
        m_cache->apply({mail(QString::number(i), i, references.at(i))});
    }

    QCOMPARE(m_cache->number("SELECT count(*) FROM message"), references.size());
    QCOMPARE(m_cache->number("SELECT sum(message_count) FROM conversation"), references.size());
    QVERIFY(conversationThread(m_cache->db(), m_cache->home(QStringLiteral("0"))));
    QVERIFY(m_cache->isSound());
}

void TestIngestThreads::ownReferencesBeatWhatOthersSaid()
{
    m_cache->apply({from("a", 0), from("z", 1)});
    m_cache->apply({from("d", 4, {"a", "c"})}); // says that c answers a

    m_cache->apply({from("c", 3, {"z"})}); // c knows better

    QCOMPARE(home("c"), home("z"));
    QCOMPARE(home("d"), home("z"));
    QVERIFY(home("a") != home("z"));
    QCOMPARE(conversationThread(m_cache->db(), home("a"))->conversation.messages, 1);
    const auto row = conversationThread(m_cache->db(), home("z"))->conversation;
    QCOMPARE(row.messages, 3);
    QCOMPARE(row.unread, 3);
    QCOMPARE(row.preview, QStringLiteral("Text of d@x"));
    QVERIFY(m_cache->isSound());
}

void TestIngestThreads::splitAndMergeInOneStep()
{
    m_cache->apply({from("x", 0), from("y", 1), from("d", 4, {"p", "c"})});
    QCOMPARE(m_cache->number(countConversations), 3);

    m_cache->apply({from("c", 3, {"x", "y"})}); // c leaves p, and x and y turn out to be one

    QCOMPARE(m_cache->number(countConversations), 1);
    QCOMPARE(m_cache->number("SELECT message_count FROM conversation"), 4);
    QCOMPARE(m_cache->number("SELECT unread_count FROM conversation"), 4);
    QVERIFY(m_cache->isSound());
}

void TestIngestThreads::mergeInTheMiddleOfReferences()
{
    m_cache->apply({from("a", 0), from("c", 2)});

    m_cache->apply({from("d", 3, {"z", "a", "b", "c"})});

    QCOMPARE(m_cache->number(countConversations), 1);
    QCOMPARE(m_cache->number("SELECT message_count FROM conversation"), 3);
    QCOMPARE(m_cache->number("SELECT count(*) FROM conversation_alias"), 1);
    QVERIFY(m_cache->isSound());
}

QTEST_GUILESS_MAIN(TestIngestThreads)
#include "tst_ingestthreads.moc"
