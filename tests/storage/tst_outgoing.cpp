// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/draftfiles.h"
#include "tests/storage/sendingfixture.h"

#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;

/// A reply with all that an adapter wants to know of it.
class TestOutgoing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_cache = std::make_unique<SendingCache>();
    }

    void messageHasAllThatAnAdapterNeeds();
    void messageGoesWhereItWasAskedFor();

private:
    Database &db() { return m_cache->db(); }
    Instant now() { return m_cache->now(); }

    std::unique_ptr<SendingCache> m_cache;
};

void TestOutgoing::messageHasAllThatAnAdapterNeeds()
{
    auto answer = mail(u"b@x"_s, 1, {u"a@x"_s});
    answer.direction = Direction::Outgoing;
    answer.authorHandle = u"support@shop.example"_s;
    m_cache->apply({answer, mail(u"c@x"_s, 2, {u"a@x"_s, u"b@x"_s})});
    QVERIFY(attachData(db(), m_cache->blobs(), {.conversation = m_cache->talk, .kind = DraftKind::Reply},
                       {.name = u"label.png"_s, .mimeType = u"image/png"_s, .data = "a label"}, now()));
    const auto item = m_cache->sending(u"Dear Anna"_s);

    const auto message = outgoingMessage(db(), m_cache->blobs(), item.id);

    QVERIFY(message);
    QCOMPARE(message->item, item.id);
    QCOMPARE(message->wireId, item.wireId);
    QCOMPARE(message->to, u"anna@example.org"_s);
    QCOMPARE(message->toName, u"Anna"_s);
    QCOMPARE(message->subject, u"About a@x"_s);
    QCOMPARE(message->text, u"Dear Anna"_s);
    QCOMPARE(message->inReplyTo, u"c@x"_s);
    QCOMPARE(message->references, (QStringList{u"a@x"_s, u"b@x"_s, u"c@x"_s}));
    QCOMPARE(message->attemptAt, now());
    QCOMPARE(message->files.size(), 1);
    QCOMPARE(message->files.constFirst().name, u"label.png"_s);
    QCOMPARE(message->files.constFirst().data, QByteArray("a label"));
}

void TestOutgoing::messageGoesWhereItWasAskedFor()
{
    auto question = mail(u"b@x"_s, 1, {u"a@x"_s});
    question.recipients = {{RecipientKind::ReplyTo, {}, u"desk@example.org"_s},
                           {RecipientKind::To, {}, u"support@shop.example"_s}};
    m_cache->apply({question});

    const auto plain = outgoingMessage(db(), m_cache->blobs(), m_cache->queued(u"Dear Anna"_s).id);
    QCOMPARE(plain->recipients, (QList<Recipient>{{RecipientKind::To, {}, u"desk@example.org"_s}}));
    QVERIFY(!plain->isForward);

    const Addressing addressing{.recipients = {{RecipientKind::Cc, {}, u"tom@example.org"_s}},
                                .forwarded = MessageId{1},
                                .sender = u"sales@shop.example"_s};
    const auto held = holdReply(db(), m_cache->talk, u"See below"_s, {.addressing = addressing}, now());
    const auto forwarded = outgoingMessage(db(), m_cache->blobs(), held->id);

    QCOMPARE(forwarded->recipients, addressing.recipients);
    QCOMPARE(forwarded->sender, u"sales@shop.example"_s);
    QVERIFY(forwarded->isForward);
    QVERIFY(forwarded->inReplyTo.isEmpty() && forwarded->references.isEmpty());
}

QTEST_GUILESS_MAIN(TestOutgoing)
#include "tst_outgoing.moc"
