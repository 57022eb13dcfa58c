// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/conversations.h"
#include "app/storage/ingest/importcursor.h"
#include "app/storage/lists.h"
#include "tests/storage/storagefixture.h"

#include <QTest>

using namespace aside;
using namespace aside::test;

class TestIngest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void newMessageIsInTheInbox();
    void duplicateAddsNothing();
    void borrowedMessageIdKeepsBothMessages();
    void sameIdElsewhereIsAnotherMessage();
    void channelKnownConversationKeepsItsMessages();
    void closedConversationReopensOnNewMail_data();
    void closedConversationReopensOnNewMail();
    void ownMessageFirstIsStillTheCustomers();
    void attachmentIsStoredOnce();
    void htmlComesBackAsItWas();
    void recipientsComeBackInTheirOrder();
    void recipientsAreAddedToWhatCameBefore();
    void noMoreRecipientsThanAnybodyReads();
    void placesAreThoseOfTheAccount();
    void cursorIsStoredWithTheBatch();
    void emptyCursorDeletesIt();
    void failedBatchKeepsTheOldCursor();
    void changesNameWhatToLookAt();
    void mergedAwayConversationIsNotCountedAsNew();

private:
    std::unique_ptr<Cache> m_cache;
};

namespace {

constexpr std::string_view countMessages = "SELECT count(*) FROM message";
constexpr std::string_view countConversations = "SELECT count(*) FROM conversation";

} // namespace

void TestIngest::init()
{
    QTest::failOnWarning();
    m_cache = std::make_unique<Cache>();
}

void TestIngest::newMessageIsInTheInbox()
{
    const auto message = mail(QStringLiteral("a@x"), 7);

    const auto applied = m_cache->apply({message});

    QCOMPARE(applied.report,
             (ApplyReport{.imported = 1,
                          .duplicates = 0,
                          .conversations = 1,
                          .home = m_cache->home(QStringLiteral("a@x"))}));
    const auto ids = conversationIds(m_cache->db(), {.view = View::Inbox});
    QCOMPARE(ids->size(), 1);
    const auto thread = conversationThread(m_cache->db(), ids->constFirst());
    QVERIFY(thread);
    QCOMPARE(thread->conversation.person, QStringLiteral("Anna"));
    QCOMPARE(thread->conversation.handle, QStringLiteral("anna@example.org"));
    QCOMPARE(thread->conversation.subject, message.subject);
    QCOMPARE(thread->conversation.preview, message.text);
    QCOMPARE(thread->conversation.unread, 1);
    QCOMPARE(thread->messages.constFirst().text, message.text);
    QCOMPARE(thread->messages.constFirst().sentAt, message.sentAt);
    QCOMPARE(thread->messages.constFirst().remoteId, message.remoteId);
}

void TestIngest::duplicateAddsNothing()
{
    auto first = mail(QStringLiteral("a@x"), 0);
    first.attachments = {attachment(QStringLiteral("cat.png"), QByteArrayLiteral("a cat"))};
    m_cache->apply({first});
    const auto before = m_cache->dump();

    const auto applied = m_cache->apply({first, first});

    QCOMPARE(applied.report,
             (ApplyReport{.imported = 0,
                          .duplicates = 2,
                          .conversations = 0,
                          .home = m_cache->home(QStringLiteral("a@x"))}));
    QVERIFY(applied.changes.conversations.isEmpty());
    QCOMPARE(m_cache->dump(), before);
}

void TestIngest::borrowedMessageIdKeepsBothMessages()
{
    const auto first = mail(QStringLiteral("a@x"), 0);
    auto second = mail(QStringLiteral("a@x"), 5);
    second.text = QStringLiteral("quite another text");

    const auto applied = m_cache->apply({first, second});

    QCOMPARE(applied.report.imported, 2);
    QCOMPARE(m_cache->number(countMessages), 2);
    QCOMPARE(m_cache->apply({first, second}).report.duplicates, 2);
    QCOMPARE(m_cache->number(countMessages), 2);
}

void TestIngest::sameIdElsewhereIsAnotherMessage()
{
    m_cache->apply({mail(QStringLiteral("7"), 0), tweet(QStringLiteral("7"), 1)});

    QCOMPARE(m_cache->number(countMessages), 2);
    QCOMPARE(m_cache->number(countConversations), 2);
    QCOMPARE(m_cache->number("SELECT count(*) FROM person"), 2);
}

void TestIngest::channelKnownConversationKeepsItsMessages()
{
    QList<IncomingMessage> chat;
    for (int i = 0; i < 6; ++i) {
        auto message = mail(QStringLiteral("chat/%1").arg(i), i);
        message.channel = Channel::Telegram;
        message.conversationKey = QStringLiteral("chat %1").arg(i % 2);
        message.references = i == 5 ? QStringList{QStringLiteral("chat/0")} : QStringList{};
        chat.prepend(message);
    }

    m_cache->apply(chat);

    QCOMPARE(m_cache->number(countConversations), 2);
    QCOMPARE(m_cache->home(QStringLiteral("chat/0")), m_cache->home(QStringLiteral("chat/4")));
    QCOMPARE(m_cache->home(QStringLiteral("chat/1")), m_cache->home(QStringLiteral("chat/5")));
    QVERIFY(m_cache->home(QStringLiteral("chat/0")) != m_cache->home(QStringLiteral("chat/5")));
}

void TestIngest::closedConversationReopensOnNewMail_data()
{
    QTest::addColumn<Direction>("direction");
    QTest::addColumn<bool>("isRead");
    QTest::addColumn<ConversationState>("state");
    QTest::addRow("incoming") << Direction::Incoming << false << ConversationState::Open;
    QTest::addRow("incoming, read elsewhere") << Direction::Incoming << true << ConversationState::Closed;
    QTest::addRow("our answer") << Direction::Outgoing << false << ConversationState::Closed;
}

void TestIngest::closedConversationReopensOnNewMail()
{
    QFETCH(const Direction, direction);
    QFETCH(const bool, isRead);
    QFETCH(const ConversationState, state);
    m_cache->apply({mail(QStringLiteral("a@x"), 0)});
    const auto id = m_cache->home(QStringLiteral("a@x"));
    m_cache->triage({.kind = Triage::Kind::MarkRead}, {id});
    m_cache->triage({.kind = Triage::Kind::Close}, {id});

    auto next = mail(QStringLiteral("b@x"), 1, {QStringLiteral("a@x")});
    next.direction = direction;
    next.isRead = isRead;
    m_cache->apply({next});

    QCOMPARE(conversationThread(m_cache->db(), id)->conversation.state, state);
}

void TestIngest::ownMessageFirstIsStillTheCustomers()
{
    auto ours = mail(QStringLiteral("a@x"), 0);
    ours.direction = Direction::Outgoing;
    ours.authorName = QStringLiteral("The shop");
    ours.authorHandle = QStringLiteral("shop@example.org");
    ours.personName = QStringLiteral("Boris");
    ours.personHandle = QStringLiteral("boris@example.org");

    m_cache->apply({ours});

    const auto thread = conversationThread(m_cache->db(), m_cache->home(QStringLiteral("a@x")));
    QCOMPARE(thread->conversation.person, QStringLiteral("Boris"));
    QCOMPARE(thread->conversation.unread, 0);
    QCOMPARE(thread->messages.constFirst().author, QStringLiteral("The shop"));
}

void TestIngest::attachmentIsStoredOnce()
{
    auto one = mail(QStringLiteral("a@x"), 0);
    one.attachments = {attachment(QStringLiteral("cat.png"), QByteArrayLiteral("a cat")),
                       attachment(QStringLiteral("same cat.png"), QByteArrayLiteral("a cat"))};
    auto two = mail(QStringLiteral("b@x"), 1);
    two.attachments = {attachment(QStringLiteral("../../etc/passwd"), QByteArrayLiteral("a cat")),
                       attachment(QStringLiteral("empty"), QByteArray())};

    m_cache->apply({one, two});

    QCOMPARE(m_cache->blobs().list().size(), 2);
    const auto thread = conversationThread(m_cache->db(), m_cache->home(QStringLiteral("b@x")));
    const auto &files = thread->messages.constFirst().attachments;
    QCOMPARE(files.size(), 2);
    QCOMPARE(files.at(0).name, QStringLiteral("../../etc/passwd"));
    QCOMPARE(m_cache->blobs().get(files.at(0).sha256), QByteArrayLiteral("a cat"));
    QCOMPARE(files.at(1).size, 0);
    QVERIFY(thread->conversation.hasAttachments);
}

void TestIngest::htmlComesBackAsItWas()
{
    auto message = mail(QStringLiteral("a@x"), 0);
    message.html = QStringLiteral("<p>Где <b>заказ</b>?</p>").repeated(1000);

    m_cache->apply({message});

    const auto thread = conversationThread(m_cache->db(), m_cache->home(QStringLiteral("a@x")));
    QVERIFY(thread->messages.constFirst().html == message.html);
}

void TestIngest::recipientsComeBackInTheirOrder()
{
    auto message = mail(QStringLiteral("a@x"), 7);
    message.recipients = {
        {.kind = RecipientKind::ReplyTo, .name = {}, .address = QStringLiteral("desk@example.org")},
        {.kind = RecipientKind::To, .name = QStringLiteral("Shop"), .address = QStringLiteral("s@x.example")},
        {.kind = RecipientKind::Cc, .name = QStringLiteral("Иван"), .address = QStringLiteral("i@x.example")},
    };

    m_cache->apply({message});

    const auto thread = conversationThread(m_cache->db(), m_cache->home(message.remoteId));
    QVERIFY(thread);
    QCOMPARE(thread->messages.constFirst().recipients, message.recipients);
    QCOMPARE(toMillis(thread->messages.constFirst().removedAt), 0);
}

/// Messages of earlier versions are known without theirs.
void TestIngest::recipientsAreAddedToWhatCameBefore()
{
    auto message = mail(QStringLiteral("a@x"), 7);
    m_cache->apply({message});
    message.recipients = {{.kind = RecipientKind::To, .name = {}, .address = QStringLiteral("s@x.example")}};

    const auto applied = m_cache->apply({message});

    QCOMPARE(applied.report.duplicates, 1);
    const auto thread = conversationThread(m_cache->db(), m_cache->home(message.remoteId));
    QCOMPARE(thread->messages.constFirst().recipients, message.recipients);
    const auto before = m_cache->dump();
    m_cache->apply({message});
    QCOMPARE(m_cache->dump(), before);
}

void TestIngest::noMoreRecipientsThanAnybodyReads()
{
    auto message = mail(QStringLiteral("a@x"), 7);
    for (int i = 0; i < 2'000; ++i) {
        message.recipients.append({.address = QStringLiteral("%1@x.example").arg(i)});
    }

    m_cache->apply({message});

    QCOMPARE(m_cache->number("SELECT count(*) FROM message_recipient"), mostRecipients);
}

void TestIngest::placesAreThoseOfTheAccount()
{
    m_cache->set("INSERT INTO account (id, channel, name, identity, address, folded, is_on)"
                 " VALUES (1, 1, 'Mail', 'Shop', 's@x.example', 's@x.example', 1)");
    auto message = mail(QStringLiteral("a@x"), 7);
    message.place = ServerPlace{
        .folder = QStringLiteral("INBOX"), .uidValidity = 9, .uid = 4'000'000'000, .flags = {.isRead = true}};
    m_cache->apply({message}); // from a file
    QCOMPARE(m_cache->number("SELECT count(*) FROM server_place"), 0);

    m_cache->applyFrom(AccountId{1}, {message});
    message.place->folder = QStringLiteral("Archive");
    m_cache->applyFrom(AccountId{1}, {message});

    QCOMPARE(m_cache->number("SELECT count(*) FROM server_place WHERE uid = 4000000000 AND uid_validity = 9"
                             " AND flags = 1 AND message_id = (SELECT id FROM message)"),
             2);
    QVERIFY(m_cache->isSound());
}

void TestIngest::cursorIsStoredWithTheBatch()
{
    const QString source = QStringLiteral("/mail/it's mine.mbox");
    QVERIFY(importCursor(m_cache->db(), source)->isEmpty());

    QVERIFY(m_cache->tryApply({mail(QStringLiteral("a@x"), 0)}, source, QByteArrayLiteral("100\0x")));
    QVERIFY(m_cache->tryApply({}, source, QByteArrayLiteral("200")));

    QCOMPARE(importCursor(m_cache->db(), source), QByteArrayLiteral("200"));
    QVERIFY(importCursor(m_cache->db(), QStringLiteral("another"))->isEmpty());
}

void TestIngest::emptyCursorDeletesIt()
{
    const QString source = QStringLiteral("a.mbox");
    QVERIFY(m_cache->tryApply({}, source, QByteArrayLiteral("100")));

    QVERIFY(m_cache->tryApply({}, source, QByteArray()));

    QCOMPARE(m_cache->number("SELECT count(*) FROM import_cursor"), 0);
}

void TestIngest::failedBatchKeepsTheOldCursor()
{
    const QString source = QStringLiteral("a.mbox");
    QVERIFY(m_cache->tryApply({}, source, QByteArrayLiteral("100")));

    m_cache->db().failWriteAfter(4);
    QVERIFY(!m_cache->tryApply({mail(QStringLiteral("a@x"), 0)}, source, QByteArrayLiteral("200")));
    m_cache->db().failWriteAfter(-1);

    QCOMPARE(importCursor(m_cache->db(), source), QByteArrayLiteral("100"));
    QCOMPARE(m_cache->number(countMessages), 0);
}

void TestIngest::changesNameWhatToLookAt()
{
    m_cache->apply({mail(QStringLiteral("a@x"), 0), mail(QStringLiteral("b@x"), 1)});

    const auto applied = m_cache->apply({mail(QStringLiteral("c@x"), 2, {QStringLiteral("b@x")})});

    QCOMPARE(applied.changes.conversations, QList<ConversationId>{m_cache->home(QStringLiteral("b@x"))});
    QCOMPARE(applied.report.conversations, 0);
}

void TestIngest::mergedAwayConversationIsNotCountedAsNew()
{
    const auto applied = m_cache->apply({mail(QStringLiteral("c@x"), 2, {QStringLiteral("b@x")}),
                                         mail(QStringLiteral("a@x"), 0),
                                         mail(QStringLiteral("b@x"), 1, {QStringLiteral("a@x")})});

    QCOMPARE(applied.report.conversations, 1);
    QCOMPARE(m_cache->number(countConversations), 1);
}

QTEST_GUILESS_MAIN(TestIngest)
#include "tst_ingest.moc"
