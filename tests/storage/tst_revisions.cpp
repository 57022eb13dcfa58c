// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/conversations.h"
#include "app/storage/search/searchindex.h"
#include "models/search/searchquery.h"
#include "tests/storage/storagefixture.h"

#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What authors change and take back in a chat after it came.
class TestRevisions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void editTakesThePlaceOfTheWordsAndKeepsThem();
    void editOfTheCustomerIsUnreadAgain();
    void editIsFoundByItsNewWordsAlone();
    void olderOrRepeatedEditChangesNothing();
    void editThatComesFirstIsTheMessage();
    void filesOfAnEditAreAdded();
    void deletedMessageStaysAndNobodyWaits();
    void deletionBeforeItsMessageIsRemembered();
    void laterEditBringsADeletedMessageBack();
    void deletionAfterAnEditCounts();
    void deletionOfAnUnknownMessageIsHarmless();
    void previewIsOfWhatIsThere();
    void sameDeletionTwiceChangesNothing();
    void mailIsNeverRevised();

private:
    [[nodiscard]] IncomingMessage chat(const QString &id, int minute, const QString &text) const
    {
        IncomingMessage message = mail(id, minute);
        message.channel = Channel::Telegram;
        message.conversationKey = u"chat"_s;
        message.remoteId = u"7/"_s + id;
        message.subject.clear();
        message.text = text;
        return message;
    }
    [[nodiscard]] IncomingMessage edit(IncomingMessage message, std::chrono::minutes later,
                                       const QString &text) const
    {
        message.editedAt = message.sentAt + later;
        message.text = text;
        return message;
    }
    void remove(const IncomingMessage &message, std::chrono::minutes later)
    {
        IncomingBatch batch;
        batch.deletions
            = {{.channel = message.channel, .remoteId = message.remoteId, .at = message.sentAt + later}};
        QVERIFY(Ingest(m_cache->db(), m_cache->blobs()).apply(batch, m_cache->clock().now()));
    }
    [[nodiscard]] Thread thread(const QString &remoteId = u"7/a"_s)
    {
        return conversationThread(m_cache->db(), m_cache->home(remoteId)).value_or(Thread());
    }
    [[nodiscard]] Message first() { return thread().messages.value(0); }
    [[nodiscard]] qsizetype hits(const QString &word)
    {
        return search(m_cache->db(), parseSearchQuery(word, QDate()), 0)->size();
    }

    std::unique_ptr<Cache> m_cache;
};

void TestRevisions::init()
{
    QTest::failOnWarning();
    m_cache = std::make_unique<Cache>();
}

void TestRevisions::editTakesThePlaceOfTheWordsAndKeepsThem()
{
    const auto message = chat(u"a"_s, 0, u"The lamp is broken"_s);
    m_cache->apply({message});

    m_cache->apply({edit(message, 2min, u"The lamp is fine"_s)});
    m_cache->apply({edit(message, 3min, u"The lamp is fine now"_s)});

    const auto now = first();
    QCOMPARE(thread().messages.size(), 1);
    QCOMPARE(now.text, u"The lamp is fine now"_s);
    QCOMPARE(now.editedAt, message.sentAt + 3min);
    QCOMPARE(now.sentAt, message.sentAt);
    QCOMPARE(now.earlier,
             (QList<EarlierWords>{{.text = u"The lamp is broken"_s, .until = message.sentAt + 2min},
                                  {.text = u"The lamp is fine"_s, .until = message.sentAt + 3min}}));
}

void TestRevisions::editOfTheCustomerIsUnreadAgain()
{
    auto message = chat(u"a"_s, 0, u"The lamp is broken"_s);
    message.isRead = true;
    m_cache->apply({message});
    QCOMPARE(thread().conversation.unread, 0);
    auto again = edit(message, 2min, message.text);
    again.isRead = false;
    m_cache->apply({again});
    QCOMPARE(thread().conversation.unread, 0); // the same words are no news

    again.text = u"The lamp burns"_s;
    again.editedAt = message.sentAt + 4min;
    m_cache->apply({again});

    QCOMPARE(thread().conversation.unread, 1);
}

void TestRevisions::editIsFoundByItsNewWordsAlone()
{
    const auto message = chat(u"a"_s, 0, u"chandelier"_s);
    m_cache->apply({message});
    QCOMPARE(hits(u"chandelier"_s), 1);

    m_cache->apply({edit(message, 1min, u"lantern"_s)});

    QCOMPARE(hits(u"chandelier"_s), 0);
    QCOMPARE(hits(u"lantern"_s), 1);
}

void TestRevisions::olderOrRepeatedEditChangesNothing()
{
    const auto message = chat(u"a"_s, 0, u"one"_s);
    m_cache->apply({message});
    m_cache->apply({edit(message, 5min, u"three"_s)});
    const auto before = m_cache->dump();

    m_cache->apply({edit(message, 2min, u"two"_s)});
    m_cache->apply({edit(message, 5min, u"three"_s)});
    m_cache->apply({message});

    QCOMPARE(m_cache->dump(), before);
}

void TestRevisions::editThatComesFirstIsTheMessage()
{
    const auto message = chat(u"a"_s, 0, u"one"_s);
    m_cache->apply({edit(message, 5min, u"two"_s)});

    m_cache->apply({message});

    QCOMPARE(first().text, u"two"_s);
    QCOMPARE(first().editedAt, message.sentAt + 5min);
    QVERIFY(first().earlier.isEmpty());
}

void TestRevisions::filesOfAnEditAreAdded()
{
    auto message = chat(u"a"_s, 0, u"one"_s);
    message.attachments = {attachment(u"lamp.png"_s, "lamp")};
    m_cache->apply({message});

    auto edited = edit(message, 1min, u"two"_s);
    edited.attachments.append(attachment(u"switch.png"_s, "switch"));
    m_cache->apply({edited});

    const auto files = first().attachments;
    QCOMPARE(files.size(), 2);
    QCOMPARE(files.at(1).name, u"switch.png"_s);
    QVERIFY(thread().conversation.hasAttachments);
}

void TestRevisions::deletedMessageStaysAndNobodyWaits()
{
    const auto message = chat(u"a"_s, 0, u"You cheated me"_s);
    m_cache->apply({message});
    QVERIFY(toMillis(thread().conversation.waitingSince) != 0);

    remove(message, 10min);

    QCOMPARE(first().deletedAt, message.sentAt + 10min);
    QCOMPARE(first().text, u"You cheated me"_s);
    QCOMPARE(toMillis(thread().conversation.waitingSince), 0);
    QCOMPARE(hits(u"cheated"_s), 1);
}

void TestRevisions::deletionBeforeItsMessageIsRemembered()
{
    const auto message = chat(u"a"_s, 0, u"late"_s);
    remove(message, 10min);

    m_cache->apply({message});

    QCOMPARE(first().deletedAt, message.sentAt + 10min);
    QCOMPARE(toMillis(thread().conversation.waitingSince), 0);
    QCOMPARE(m_cache->number("SELECT count(*) FROM message_tombstone"), 0);
}

void TestRevisions::laterEditBringsADeletedMessageBack()
{
    const auto message = chat(u"a"_s, 0, u"one"_s);
    m_cache->apply({message});
    remove(message, 10min);
    m_cache->apply({edit(message, 5min, u"an edit of before"_s)});
    QCOMPARE(first().text, u"one"_s);

    m_cache->apply({edit(message, 12min, u"one"_s)});

    QCOMPARE(toMillis(first().deletedAt), 0);
    QVERIFY(first().earlier.isEmpty());
    QVERIFY(toMillis(thread().conversation.waitingSince) != 0);
}

void TestRevisions::deletionAfterAnEditCounts()
{
    const auto message = chat(u"a"_s, 0, u"one"_s);
    m_cache->apply({message});
    m_cache->apply({edit(message, 5min, u"two"_s)});

    remove(message, 6min);

    QCOMPARE(first().deletedAt, message.sentAt + 6min);
    QCOMPARE(first().text, u"two"_s);
}

void TestRevisions::deletionOfAnUnknownMessageIsHarmless()
{
    remove(chat(u"never"_s, 0, {}), 1min);
    remove(chat(u"never"_s, 0, {}), 3min);

    QCOMPARE(m_cache->number("SELECT count(*) FROM message"), 0);
    QCOMPARE(m_cache->number("SELECT count(*) FROM message_tombstone"), 1);
}

void TestRevisions::previewIsOfWhatIsThere()
{
    const auto last = chat(u"b"_s, 3, u"forget it"_s);
    m_cache->apply({chat(u"a"_s, 0, u"the lamp"_s), last});
    QCOMPARE(thread().conversation.preview, u"forget it"_s);

    remove(last, 1min);
    QCOMPARE(thread().conversation.preview, u"the lamp"_s);

    m_cache->apply({edit(chat(u"a"_s, 0, u"the lamp"_s), 9min, u"the lantern"_s)});
    QCOMPARE(thread().conversation.preview, u"the lantern"_s);
    QCOMPARE(thread().conversation.messages, 2);
}

void TestRevisions::sameDeletionTwiceChangesNothing()
{
    const auto message = chat(u"a"_s, 0, u"one"_s);
    m_cache->apply({message});
    remove(message, 6min);
    const auto before = m_cache->dump();

    remove(message, 8min);

    QCOMPARE(m_cache->dump(), before);
    QVERIFY(m_cache->isSound());
}

/// Its words are what its sender signed: another letter with its id is another letter.
void TestRevisions::mailIsNeverRevised()
{
    const auto letter = mail(u"a@x"_s, 0);
    m_cache->apply({letter});
    auto other = letter;
    other.text = u"Something else"_s;

    m_cache->apply({other});

    QCOMPARE(m_cache->number("SELECT count(*) FROM message"), 2);
    QCOMPARE(m_cache->number("SELECT count(*) FROM message_version"), 0);
}

QTEST_GUILESS_MAIN(TestRevisions)
#include "tst_revisions.moc"
