// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/conversations.h"
#include "app/storage/serverchanges.h"
#include "tests/storage/sendingfixture.h"

#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;

/// What a mail server says of messages, and what is to be said to it.
class TestServerChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void readHereIsWantedThere();
    void whatTheServerKnowsIsNotWanted();
    void aNewerWishReplacesTheOlder();
    void aLateAnswerEndsNoNewerWish();
    void wishesGoWithTheAccount();
    void flagsOfTheServerCountOnceTheyChange();
    void whatIsWantedHereCountsMore();
    void messagesInTwoFoldersAreNotRemoved();
    void otherNumbersDropThePlaces();
    void aBounceRefusesWhatWasSent();
    void aBounceBeforeTheOutcomeCountsOnceThatIsWritten_data();
    void aBounceBeforeTheOutcomeCountsOnceThatIsWritten();
    void aBounceOfAnAttemptThatLeftNothingSendsOn();
    void aBounceOfSomethingElseChangesNothing();

private:
    Database &db() { return m_cache->db(); }
    QList<ServerChange> pending()
    {
        return pendingChanges(db(), m_cache->account, 100).value_or(QList<ServerChange>());
    }
    void triage(Triage::Kind kind) { m_cache->triage({.kind = kind}, {m_cache->talk}); }
    ConversationRow row() { return conversationRows(db(), {m_cache->talk})->constFirst(); }
    qint64 removedAt() { return m_cache->number("SELECT removed_at FROM message WHERE remote_id = 'a@x'"); }

    IncomingMessage placed(const QString &folder, quint32 uid, ServerFlags flags = {}, quint32 validity = 7)
    {
        auto message = mail(u"a@x"_s, 0);
        message.place = ServerPlace{.folder = folder, .uidValidity = validity, .uid = uid, .flags = flags};
        return message;
    }
    static IncomingMessage bounceOf(const OutboxItem &item)
    {
        auto report = mail(u"r%1@mx"_s.arg(item.id.value), 5, {item.wireId});
        report.failure = DeliveryFailure{.messageId = item.wireId,
                                         .recipient = u"anna@example.org"_s,
                                         .code = u"5.1.1"_s,
                                         .words = u"550 no such user"_s};
        return report;
    }
    void take(const FolderNews &told)
    {
        Ingest ingest(db(), m_cache->blobs());
        QVERIFY(ingest.apply(
            {.source = u"s"_s, .cursor = "c", .account = m_cache->account, .messages = {}, .news = {told}},
            m_cache->now()));
    }

    std::unique_ptr<SendingCache> m_cache;
};

/// The letter of the fixture lies in the inbox.
void TestServerChanges::init()
{
    QTest::failOnWarning();
    m_cache = std::make_unique<SendingCache>();
    m_cache->applyFrom(m_cache->account, {placed(u"INBOX"_s, 4)});
}

void TestServerChanges::readHereIsWantedThere()
{
    triage(Triage::Kind::MarkRead);

    const auto changes = pending();

    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.constFirst().mark, ServerMark::Read);
    QVERIFY(changes.constFirst().isSet);
    QCOMPARE(changes.constFirst().places.size(), 1);
    QCOMPARE(changes.constFirst().places.constFirst().uid, 4U);
    QVERIFY(endChanges(db(), {changes.constFirst().id}));
    QVERIFY(pending().isEmpty());
    QCOMPARE(m_cache->number("SELECT count(*) FROM server_place"), 1);
}

void TestServerChanges::whatTheServerKnowsIsNotWanted()
{
    take({.folder = u"INBOX"_s, .uidValidity = 7, .flags = {{.uid = 4, .flags = {.isRead = true}}}});
    QCOMPARE(row().unread, 0);

    triage(Triage::Kind::MarkUnread);
    QCOMPARE(pending().size(), 1);
    QVERIFY(!pending().constFirst().isSet);
    QVERIFY(endChanges(db(), {pending().constFirst().id}));
    take({.folder = u"INBOX"_s, .uidValidity = 7, .flags = {{.uid = 4, .flags = {}}}});
    QVERIFY(pending().isEmpty());
}

void TestServerChanges::aNewerWishReplacesTheOlder()
{
    triage(Triage::Kind::MarkRead);
    triage(Triage::Kind::MarkUnread); // the server may have been told meanwhile

    QCOMPARE(pending().size(), 1);
    QVERIFY(!pending().constFirst().isSet);
}

void TestServerChanges::aLateAnswerEndsNoNewerWish()
{
    triage(Triage::Kind::MarkRead);
    const qint64 first = pending().constFirst().id;
    triage(Triage::Kind::MarkUnread);

    QVERIFY(endChanges(db(), {first}));

    QCOMPARE(pending().size(), 1);
}

void TestServerChanges::wishesGoWithTheAccount()
{
    triage(Triage::Kind::MarkRead);

    QVERIFY(deleteAccount(db(), m_cache->account));

    QCOMPARE(m_cache->number("SELECT count(*) FROM server_change"), 0);
    QCOMPARE(m_cache->number("SELECT count(*) FROM server_place"), 0);
    QVERIFY(m_cache->isSound());
}

void TestServerChanges::flagsOfTheServerCountOnceTheyChange()
{
    const FolderNews read{
        .folder = u"INBOX"_s, .uidValidity = 7, .flags = {{.uid = 4, .flags = {.isRead = true}}}};
    take(read);
    QCOMPARE(row().unread, 0);
    triage(Triage::Kind::MarkUnread);
    QVERIFY(endChanges(db(), {pending().constFirst().id}));

    take(read); // said again, it is no news

    QCOMPARE(row().unread, 1);
}

void TestServerChanges::whatIsWantedHereCountsMore()
{
    take({.folder = u"INBOX"_s, .uidValidity = 7, .flags = {{.uid = 4, .flags = {.isRead = true}}}});
    triage(Triage::Kind::MarkUnread);

    take({.folder = u"INBOX"_s, .uidValidity = 7, .flags = {{.uid = 4, .flags = {}}}});
    take({.folder = u"INBOX"_s, .uidValidity = 7, .flags = {{.uid = 4, .flags = {.isRead = true}}}});

    QCOMPARE(row().unread, 1);
    QCOMPARE(pending().size(), 1);
}

void TestServerChanges::messagesInTwoFoldersAreNotRemoved()
{
    m_cache->applyFrom(m_cache->account, {placed(u"Work"_s, 9)});

    take({.folder = u"INBOX"_s, .uidValidity = 7, .vanished = {{1, 100}}});
    QCOMPARE(removedAt(), 0);
    take({.folder = u"Work"_s, .uidValidity = 7, .vanished = {{9, 9}}});
    QCOMPARE(removedAt(), toMillis(m_cache->now()));

    m_cache->applyFrom(m_cache->account, {placed(u"Other"_s, 1)}); // it was moved
    QCOMPARE(removedAt(), 0);
}

void TestServerChanges::otherNumbersDropThePlaces()
{
    m_cache->applyFrom(m_cache->account, {placed(u"INBOX"_s, 1, {}, 8)});

    take({.folder = u"INBOX"_s, .uidValidity = 8});

    QCOMPARE(m_cache->number("SELECT count(*) FROM server_place"), 1);
    QCOMPARE(removedAt(), 0);
    take({.folder = u"INBOX"_s, .uidValidity = 9}); // and in the next numbering it is no more
    QCOMPARE(removedAt(), toMillis(m_cache->now()));
}

void TestServerChanges::aBounceRefusesWhatWasSent()
{
    for (const bool isKnownAsSent : {true, false}) {
        const auto sending = m_cache->sending(u"Dear Anna"_s);
        const SendOutcome outcome = isKnownAsSent ? SendOutcome(Sent()) : SendOutcome(Unknown());
        QVERIFY(finishSending(db(), sending.id, outcome, {}, m_cache->now()));
        const auto report = bounceOf(sending);

        const auto applied = m_cache->applyFrom(m_cache->account, {report});

        QVERIFY(applied.changes.outboxChanged);
        QVERIFY(applied.changes.conversations.contains(m_cache->talk));
        const auto item = m_cache->item(sending.id);
        QCOMPARE(item.state, OutboxState::Refused);
        QCOMPARE(item.record.serverCode, u"5.1.1"_s);
        QCOMPARE(item.record.serverWords, u"anna@example.org: 550 no such user"_s);
        QCOMPARE(item.record.lastByte, LastByte::NotLeft);
        QVERIFY(queueDueReplies(db(), m_cache->now())->isEmpty()); // nothing is sent again by itself
        const auto again = m_cache->applyFrom(m_cache->account, {report});
        QVERIFY(!again.changes.outboxChanged);
    }
}

void TestServerChanges::aBounceBeforeTheOutcomeCountsOnceThatIsWritten_data()
{
    QTest::addColumn<std::optional<SendOutcome>>("outcome"); // none: the program ended before
    QTest::addColumn<QStringList>("steps");

    QTest::addRow("sent") << std::optional<SendOutcome>(Sent{.remoteId = {}, .words = u"250 OK"_s})
                          << QStringList{u"bounced"_s, u"accepted"_s, u"bounced"_s};
    QTest::addRow("unknown") << std::optional<SendOutcome>(Unknown())
                             << QStringList{u"bounced"_s, u"lost"_s, u"bounced"_s};
    QTest::addRow("the program ended")
        << std::optional<SendOutcome>() << QStringList{u"bounced"_s, u"lost"_s, u"bounced"_s};
}

void TestServerChanges::aBounceBeforeTheOutcomeCountsOnceThatIsWritten()
{
    QFETCH(const std::optional<SendOutcome>, outcome);
    QFETCH(const QStringList, steps);
    const auto sending = m_cache->sending(u"Dear Anna"_s);
    QVERIFY(m_cache->applyFrom(m_cache->account, {bounceOf(sending)}).changes.outboxChanged);
    QCOMPARE(m_cache->item(sending.id).state, OutboxState::Sending); // its outcome may still come

    const bool written = outcome ? finishSending(db(), sending.id, *outcome, {}, m_cache->now()).has_value()
                                 : recoverSending(db(), m_cache->now()).has_value();

    QVERIFY(written);
    const auto item = m_cache->item(sending.id);
    QCOMPARE(item.state, OutboxState::Refused);
    QCOMPARE(item.record.fault, Errc::ServerRefused);
    QCOMPARE(item.record.serverCode, u"5.1.1"_s);
    QCOMPARE(item.record.serverWords, u"anna@example.org: 550 no such user"_s);
    QCOMPARE(item.record.lastByte, LastByte::NotLeft);
    QStringList told;
    for (const OutboxStep &step : outboxHistory(db(), sending.id).value_or(QList<OutboxStep>())) {
        told.append(step.event ? QString(outboxEventName(*step.event)) : u"made"_s);
    }
    QCOMPARE(told.sliced(told.size() - steps.size()), steps);
    QVERIFY(recoverSending(db(), m_cache->now())->isEmpty());
}

/// It was an earlier attempt that came back; this one surely did not leave.
void TestServerChanges::aBounceOfAnAttemptThatLeftNothingSendsOn()
{
    const auto sending = m_cache->sending(u"Dear Anna"_s);
    m_cache->applyFrom(m_cache->account, {bounceOf(sending)});

    QVERIFY(finishSending(db(), sending.id, RetryLater(), {}, m_cache->now()));
    QCOMPARE(m_cache->item(sending.id).state, OutboxState::Queued);
    QCOMPARE(SendingCache::check(beginSending(db(), sending.id, m_cache->now())).state, OutboxState::Sending);
    QVERIFY(finishSending(db(), sending.id, Sent(), {}, m_cache->now()));
    QCOMPARE(m_cache->item(sending.id).state, OutboxState::Sent);
}

void TestServerChanges::aBounceOfSomethingElseChangesNothing()
{
    const auto queued = m_cache->queued(u"Dear Anna"_s);
    for (const QString &id : {u"stranger@x"_s, queued.wireId, QString()}) {
        auto report = mail(u"r-"_s + id, 5);
        report.failure = DeliveryFailure{.messageId = id, .recipient = {}, .code = {}, .words = u"550"_s};
        QVERIFY(!m_cache->applyFrom(m_cache->account, {report}).changes.outboxChanged);
    }

    QCOMPARE(m_cache->item(queued.id).state, OutboxState::Queued);
}

QTEST_GUILESS_MAIN(TestServerChanges)
#include "tst_serverchanges.moc"
