// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/privatetalks.h"
#include "app/storage/search/searchindex.h"
#include "tests/storage/sendingfixture.h"

#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;

/// What was sent is a message of its conversation, also where no channel ever brings a copy of it.
class TestSentReplies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void sentReplyIsAMessage();
    void sentReplyAnswersTheCustomer();
    void copyOfTheChannelIsTheSame();
    void copyThatWasFasterIsTheSame();
    void evidenceAndDecisionKeepItAsWell();
    void mailWaitsForItsCopy();
    void replyWithoutAnIdIsKeptOnce();
    void talkThatWeBeganIsTheirs();
    void talkOfAnotherAccountIsNot();
    void oneTalkIsNotBegunTwice();

private:
    Database &db() { return m_cache->db(); }
    Instant now() { return m_cache->now(); }
    IncomingMessage chat(const QString &id, int minute, Direction direction = Direction::Incoming);
    OutboxItem sending(ConversationId talk, const QString &text);
    QList<Message> messages() { return m_cache->messages(m_talk); }

    std::unique_ptr<SendingCache> m_cache;
    AccountId m_bot;
    ConversationId m_talk;
};

IncomingMessage TestSentReplies::chat(const QString &id, int minute, Direction direction)
{
    IncomingMessage message = mail(id, minute);
    message.channel = Channel::Telegram;
    message.conversationKey = u"chat/7"_s;
    message.direction = direction;
    message.personName = u"Anna"_s;
    message.personHandle = u"7"_s;
    message.authorHandle = direction == Direction::Incoming ? u"7"_s : u"1"_s;
    return message;
}

void TestSentReplies::init()
{
    QTest::failOnWarning();
    m_cache = std::make_unique<SendingCache>();
    m_bot = insertAccount(db(),
                          {.id = {},
                           .channel = Channel::Telegram,
                           .name = u"Bot"_s,
                           .identity = u"North Lane"_s,
                           .address = u"@lane"_s})
                ->id;
    m_cache->applyFrom(m_bot, {chat(u"chat/7/1"_s, 1)});
    m_talk = m_cache->home(u"chat/7/1"_s);
}

OutboxItem TestSentReplies::sending(ConversationId talk, const QString &text)
{
    return SendingCache::check(beginSending(db(), m_cache->queuedIn(talk, text).id, now()));
}

void TestSentReplies::sentReplyIsAMessage()
{
    const OutboxItem item = sending(m_talk, u"We look into the parcel"_s);

    QVERIFY(finishSending(db(), item.id, Sent{.remoteId = u"chat/7/2"_s}, {}, now()));

    QCOMPARE(messages().size(), 2);
    const Message last = messages().constLast();
    QCOMPARE(last.direction, Direction::Outgoing);
    QCOMPARE(last.text, u"We look into the parcel"_s);
    QCOMPARE(last.author, u"North Lane"_s);
    QCOMPARE(last.remoteId, u"chat/7/2"_s);
    QCOMPARE(last.sentAt, now());
    const auto found = searchConversations(db(), parseSearchQuery(u"parcel"_s, QDate(2026, 9, 10)), 10);
    QVERIFY(found && found->contains(m_talk));
}

void TestSentReplies::sentReplyAnswersTheCustomer()
{
    QVERIFY(toMillis(m_cache->row(m_talk).waitingSince) > 0);
    const OutboxItem item = sending(m_talk, u"Hello"_s);

    QVERIFY(finishSending(db(), item.id, Sent{.remoteId = u"chat/7/2"_s}, {}, now()));

    QCOMPARE(toMillis(m_cache->row(m_talk).waitingSince), 0);
    QCOMPARE(m_cache->row(m_talk).lastDirection, Direction::Outgoing);
    QCOMPARE(m_cache->row(m_talk).preview, u"Hello"_s);
}

void TestSentReplies::copyOfTheChannelIsTheSame()
{
    const OutboxItem item = sending(m_talk, u"Hello"_s);
    QVERIFY(finishSending(db(), item.id, Sent{.remoteId = u"chat/7/2"_s}, {}, now()));

    m_cache->applyFrom(m_bot, {chat(u"chat/7/2"_s, 2, Direction::Outgoing)});

    QCOMPARE(messages().size(), 2);
}

void TestSentReplies::copyThatWasFasterIsTheSame()
{
    const OutboxItem item = sending(m_talk, u"Hello"_s);
    m_cache->applyFrom(m_bot, {chat(u"chat/7/2"_s, 2, Direction::Outgoing)});

    QVERIFY(finishSending(db(), item.id, Sent{.remoteId = u"chat/7/2"_s}, {}, now()));

    QCOMPARE(messages().size(), 2);
}

void TestSentReplies::evidenceAndDecisionKeepItAsWell()
{
    const OutboxItem found = sending(m_talk, u"One"_s);
    QVERIFY(finishSending(db(), found.id, Unknown(), {}, now()));
    QCOMPARE(messages().size(), 1);
    QVERIFY(noteLook(db(), found.id, {.evidence = Evidence::Found, .remoteId = u"chat/7/2"_s}, now()));
    QCOMPARE(messages().size(), 2);

    const OutboxItem decided = sending(m_talk, u"Two"_s);
    QVERIFY(finishSending(db(), decided.id, Unknown(), {}, now()));
    QVERIFY(settleReply(db(), decided.id, Settlement::Sent, now()));

    QCOMPARE(messages().size(), 3);
}

void TestSentReplies::mailWaitsForItsCopy()
{
    const OutboxItem item = m_cache->sending(u"Dear Anna"_s);

    QVERIFY(finishSending(db(), item.id, Sent{.remoteId = u"x"_s}, {}, now()));

    QCOMPARE(m_cache->messages(m_cache->talk).size(), 1);
}

void TestSentReplies::replyWithoutAnIdIsKeptOnce()
{
    const OutboxItem item = sending(m_talk, u"Hello"_s);
    QVERIFY(finishSending(db(), item.id, Unknown(), {}, now()));
    QVERIFY(settleReply(db(), item.id, Settlement::Sent, now()));

    QVERIFY(messages().constLast().remoteId.contains(item.idempotencyKey));
    QCOMPARE(messages().size(), 2);
}

void TestSentReplies::talkThatWeBeganIsTheirs()
{
    IncomingMessage post = chat(u"group/1"_s, 1);
    post.audience = Audience::Public;
    post.conversationKey = u"group"_s;
    post.authorHandle = post.personHandle = u"8"_s;
    m_cache->applyFrom(m_bot, {post});
    const ConversationId group = m_cache->home(u"group/1"_s);
    const auto begun = beginTalk(
        db(), {.beside = group, .channel = Channel::Telegram, .handle = u"8"_s, .subject = {}}, now());
    QVERIFY(begun && *begun != group);
    const OutboxItem item = sending(*begun, u"Let us talk here"_s);
    QVERIFY(finishSending(db(), item.id, Sent{.remoteId = u"chat/8/1"_s}, {}, now()));

    IncomingMessage answer = chat(u"chat/8/2"_s, 3);
    answer.conversationKey = u"chat/8"_s;
    answer.authorHandle = answer.personHandle = u"8"_s;
    m_cache->applyFrom(m_bot, {answer});

    QCOMPARE(m_cache->home(u"chat/8/2"_s), *begun);
    QCOMPARE(m_cache->messages(*begun).size(), 2);
}

void TestSentReplies::talkOfAnotherAccountIsNot()
{
    const AccountId other
        = insertAccount(
              db(),
              {.id = {}, .channel = Channel::Telegram, .name = u"B"_s, .identity = {}, .address = u"@b"_s})
              ->id;
    const auto begun = beginTalk(
        db(), {.beside = m_talk, .channel = Channel::Telegram, .handle = u"9"_s, .subject = {}}, now());
    QVERIFY(begun);
    const OutboxItem item = sending(*begun, u"Hello"_s);
    QVERIFY(finishSending(db(), item.id, Sent{.remoteId = u"chat/9/1"_s}, {}, now()));

    IncomingMessage answer = chat(u"b/9/2"_s, 3);
    answer.conversationKey = u"b/9"_s;
    answer.authorHandle = answer.personHandle = u"9"_s;
    m_cache->applyFrom(other, {answer});

    QVERIFY(m_cache->home(u"b/9/2"_s) != *begun);
}

void TestSentReplies::oneTalkIsNotBegunTwice()
{
    const auto same = beginTalk(
        db(), {.beside = m_talk, .channel = Channel::Telegram, .handle = u"7"_s, .subject = u"More"_s},
        now());
    const auto letter = beginTalk(
        db(),
        {.beside = m_talk, .channel = Channel::Email, .handle = u"anna@example.org"_s, .subject = u"More"_s},
        now());

    QCOMPARE(*same, m_talk);
    QVERIFY(letter && *letter != m_cache->talk);
}

QTEST_GUILESS_MAIN(TestSentReplies)
#include "tst_sentreplies.moc"
