// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/sync/foldercursor.h"
#include "app/channels/email/sync/foldersync.h"
#include "app/import/mail/mailparser.h"
#include "tests/channels/email/imapscripts.h"
#include "tests/channels/email/puttingmail.h"
#include "tests/servers/mailservers.h"
#include "tests/support/fakesink.h"

#include <QTest>

using namespace aside;
using namespace aside::mail;
using namespace Qt::StringLiterals;
using imap::ImapSession;
using imap::UidSet;
using test::create;
using test::errorOf;
using test::put;
using test::settled;

namespace {

Result<IncomingMessage> readMail(QByteArrayView raw, const MailFacts &facts)
{
    return parseMail(raw,
                     {.ownAddresses = {u"op1@localhost"_s},
                      .fallbackDate = facts.arrivedAt,
                      .isRead = facts.isRead,
                      .isInSent = facts.isInSent});
}

QByteArray message(const QByteArray &id, const QByteArray &body = "hello\r\n")
{
    return "From: customer@localhost\r\nTo: op1@localhost\r\nSubject: " + id + "\r\nMessage-ID: <" + id
        + "@example.test>\r\nDate: Sun, 22 Nov 2026 10:00:00 +0000\r\n\r\n" + body;
}

QStringList ids(const test::FakeSink &sink)
{
    QStringList found;
    for (const IncomingMessage &one : sink.messages()) {
        found.append(one.remoteId.section(u'@', 0, 0));
    }
    found.sort();
    return found;
}

FolderTask taskFor(const QByteArray &folder)
{
    return {
        .source = u"imap:1:"_s + QString::fromLatin1(folder), .account = AccountId{1}, .wireName = folder};
}

} // namespace

class FolderSyncTest : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] std::unique_ptr<ImapSession> signedIn() const
    {
        auto session = std::make_unique<ImapSession>(m_servers->edge(), imap::Limits{});
        const auto done = settled(session->signIn(
            m_servers->imap(Security::Tls),
            {.user = u"op1"_s, .password = Secret("secret1"_ba), .token = {}, .host = {}, .port = 0}, {}));
        if (!done) {
            qWarning("not signed in: %s", qPrintable(done.error().detail));
        }
        return session;
    }

    [[nodiscard]] static Result<FolderReport> synced(ImapSession &session, test::FakeSink &sink,
                                                     const FolderTask &task)
    {
        return settled(syncFolder(session, sink, &readMail, task, {}));
    }

    std::unique_ptr<test::MailServers> m_servers;

private Q_SLOTS:
    void initTestCase()
    {
        if (test::MailServers::areInstalled()) {
            m_servers = test::MailServers::start();
            QVERIFY(m_servers);
        }
    }

    void init()
    {
        QTest::failOnWarning();
        const bool needsServers = QByteArrayView(QTest::currentTestFunction()).startsWith("dovecot");
        if (needsServers && m_servers == nullptr) {
            QSKIP("Dovecot 2.4 and Exim are not installed");
        }
    }

    void dovecotFolderComesOverWhole()
    {
        const auto session = signedIn();
        create(*session, "whole");
        QStringList expected;
        for (int i = 0; i < 30; ++i) {
            const QByteArray id = "w" + QByteArray::number(100 + i);
            QVERIFY(put(*session, "whole", message(id),
                        i % 2 == 0 ? QList<QByteArray>{"\\Seen"} : QList<QByteArray>()));
            expected.append(QString::fromLatin1(id));
        }
        test::FakeSink sink;

        const auto report = synced(*session, sink, taskFor("whole"));

        QVERIFY(report);
        QCOMPARE(report->imported, 30);
        QCOMPARE(ids(sink), expected);
        QCOMPARE(std::ranges::count_if(sink.messages(), &IncomingMessage::isRead), 15);
        for (const IncomingMessage &one : sink.messages()) {
            QVERIFY(one.place && one.place->uid > 0 && one.place->uidValidity > 0);
            QCOMPARE(one.place->folder, u"whole"_s);
            QCOMPARE(one.place->flags.isRead, one.isRead);
        }
        const auto cursor = FolderCursor::parse(sink.storedCursor(u"imap:1:whole"_s));
        QVERIFY(cursor && cursor->whole);
        QCOMPARE(cursor->done.count(), quint64{30});
        QVERIFY(cursor->whole->modSeq > 0);
    }

    void dovecotNothingNewWritesNothing()
    {
        const auto session = signedIn();
        create(*session, "quiet");
        QVERIFY(put(*session, "quiet", message("q1")));
        test::FakeSink sink;
        QVERIFY(synced(*session, sink, taskFor("quiet")));
        const int batches = sink.batches();

        const auto report = synced(*session, sink, taskFor("quiet"));

        QVERIFY(report);
        QCOMPARE(report->imported + report->duplicates, 0);
        QCOMPARE(sink.batches(), batches);
    }

    void dovecotFolderInWhichNothingHappenedIsNotOpened()
    {
        const auto session = signedIn();
        create(*session, "still");
        const imap::Uid first = put(*session, "still", message("s1"));
        const imap::Uid second = put(*session, "still", message("s2"));
        test::FakeSink sink;
        QVERIFY(synced(*session, sink, taskFor("still")));
        const auto isOpenedAgain = [&] {
            const auto other = signedIn();
            const auto report = synced(*other, sink, taskFor("still"));
            return report && !other->selected().isEmpty();
        };

        QVERIFY(!isOpenedAgain());
        QVERIFY(settled(session->store({first}, imap::StoreMode::Add, {"\\Seen"})));
        QVERIFY(isOpenedAgain());
        QVERIFY(!isOpenedAgain());
        QVERIFY(settled(session->store({second}, imap::StoreMode::Add, {"\\Deleted"})));
        QVERIFY(isOpenedAgain());
        QVERIFY(settled(session->expunge({second})));
        QVERIFY(isOpenedAgain());
        QVERIFY(!isOpenedAgain());
        QVERIFY(put(*session, "still", message("s3")));
        QVERIFY(isOpenedAgain());

        QCOMPARE(ids(sink), (QStringList{u"s1"_s, u"s2"_s, u"s3"_s}));
    }

    void dovecotTellsWhatHappenedMeanwhile()
    {
        const auto session = signedIn();
        create(*session, "changes");
        const imap::Uid first = put(*session, "changes", message("c1"));
        const imap::Uid second = put(*session, "changes", message("c2"));
        test::FakeSink sink;
        QVERIFY(synced(*session, sink, taskFor("changes")));
        QVERIFY(settled(session->store({first}, imap::StoreMode::Add, {"\\Seen"})));
        QVERIFY(settled(session->store({second}, imap::StoreMode::Add, {"\\Deleted"})));
        QVERIFY(settled(session->expunge({second})));
        QVERIFY(put(*session, "changes", message("c3")));

        const auto report = synced(*session, sink, taskFor("changes"));

        QVERIFY(report);
        QCOMPARE(report->imported, 1);
        QCOMPARE(ids(sink), (QStringList{u"c1"_s, u"c2"_s, u"c3"_s}));
        QCOMPARE(report->vanished, UidSet({second}));
        QCOMPARE(report->flags.size(), 1);
        QCOMPARE(report->flags.constFirst().uid, first);
        QVERIFY(report->flags.constFirst().flags.contains("\\Seen"));
    }

    void dovecotRunThatBrokeOffGoesOn()
    {
        const auto session = signedIn();
        create(*session, "broken");
        for (int i = 0; i < 6; ++i) {
            QVERIFY(put(
                *session, "broken",
                message("b" + QByteArray::number(i), QByteArray("0123456789abcd\r\n").repeated(100'000))));
        }
        test::FakeSink sink;
        sink.failAfter(1, {.code = Errc::DiskFull, .detail = {}, .retryAfter = {}});

        const auto broken = synced(*session, sink, taskFor("broken"));
        const qsizetype before = sink.messages().size();
        sink.recover();
        const auto report = synced(*session, sink, taskFor("broken"));

        QCOMPARE(broken.error().code, Errc::DiskFull);
        QVERIFY(before > 0 && before < 6);
        QVERIFY(report);
        QCOMPARE(report->imported, 6 - before);
        QCOMPARE(report->duplicates, 0); // what was applied is not fetched again
        QCOMPARE(ids(sink).size(), 6);
    }

    void dovecotOnlyWhatIsNewEnough()
    {
        const auto session = signedIn();
        create(*session, "since");
        QVERIFY(put(*session, "since", message("s1")));
        test::FakeSink sink;
        FolderTask task = taskFor("since");

        task.since = QDate(2099, 1, 1);
        const auto nothing = synced(*session, sink, task);
        task.since.reset(); // the person wants to see further back
        const auto all = synced(*session, sink, task);

        QCOMPARE(nothing->imported, 0);
        QCOMPARE(all->imported, 1);
    }

    void dovecotOfALargeMessageTheFilesStay()
    {
        const auto session = signedIn();
        create(*session, "large");
        const QByteArray file = QByteArray("QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo=\r\n").repeated(10'000);
        const QByteArray large
            = "From: customer@localhost\r\nSubject: l1\r\nMessage-ID: <l1@example.test>\r\n"
              "Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\n"
              "Content-Type: text/plain; charset=utf-8\r\n\r\nСмотрите файл\r\n--b\r\n"
              "Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n"
              "Content-Disposition: attachment;\r\n filename*=UTF-8''%D0%A1%D1%87%D1%91%D1%82.pdf"
              "\r\n\r\n"
            + file + "\r\n--b--\r\n";
        QVERIFY(put(*session, "large", large, {"\\Seen"}));
        QVERIFY(put(*session, "large", message("l2")));
        test::FakeSink sink;
        FolderTask task = taskFor("large");
        task.largestWhole = 100'000;

        const auto report = synced(*session, sink, task);

        QVERIFY(report);
        QCOMPARE(ids(sink), (QStringList{u"l1"_s, u"l2"_s}));
        QCOMPARE(report->skipped, 0);
        const QList<IncomingMessage> messages = sink.messages();
        const auto one = std::ranges::find(messages, u"l1@example.test"_s, &IncomingMessage::remoteId);
        QVERIFY(one != messages.end());
        QCOMPARE(one->text, u"Смотрите файл"_s);
        QVERIFY(one->isRead && one->place && one->place->uid > 0);
        QCOMPARE(one->attachments.size(), 1);
        QCOMPARE(one->attachments.constFirst().name, u"Счёт.pdf"_s);
        QCOMPARE(one->attachments.constFirst().mimeType, u"application/pdf"_s);
        QVERIFY(one->attachments.constFirst().data.isEmpty());
        QCOMPARE(one->attachments.constFirst().part,
                 std::optional(
                     ServerPart{.section = u"2"_s, .encoding = PartEncoding::Base64, .size = file.size()}));
    }

    void dovecotWhatCannotBeReadIsTriedAgain()
    {
        const auto session = signedIn();
        create(*session, "unread");
        QVERIFY(put(*session, "unread", message("u1")));
        QVERIFY(put(*session, "unread", message("u2")));
        test::FakeSink sink;
        FolderTask task = taskFor("unread");
        const MailReader stumbles = [](QByteArrayView raw, const MailFacts &facts) {
            return raw.contains("u1@") ? fail(Errc::BrokenItem) : readMail(raw, facts);
        };

        const auto first = settled(syncFolder(*session, sink, stumbles, task, {}));
        const auto second = synced(*session, sink, task);
        task.triesUnread = true;
        const auto third = settled(syncFolder(*session, sink, stumbles, task, {}));
        const auto fourth = synced(*session, sink, task);

        QVERIFY(first && second && third && fourth);
        QCOMPARE(first->skipped, 1);
        QCOMPARE(first->unread, 1);
        QCOMPARE(second->skipped, 0); // nobody tried
        QCOMPARE(second->unread, 1);
        QCOMPARE(third->unread, 1);
        QCOMPARE(fourth->unread, 0);
        QCOMPARE(ids(sink), (QStringList{u"u1"_s, u"u2"_s}));
        QVERIFY(!sink.storedCursor(task.source).contains('~'));
    }

    void newNumbersAreRecognised()
    {
        test::FakeSink sink;
        const auto play = [&](const QByteArray &validity, const QByteArray &uid) {
            const QByteArray bytes = message("same");
            return QList<QByteArray>{"C: A1 SELECT \"INBOX\"",
                                     "S: * 1 EXISTS",
                                     "S: * OK [UIDVALIDITY " + validity + "] ok",
                                     "S: * OK [UIDNEXT " + QByteArray::number(uid.toInt() + 1) + "] ok",
                                     "S: A1 OK done",
                                     "C: A2 UID SEARCH ALL",
                                     "S: * SEARCH " + uid,
                                     "S: A2 OK",
                                     "C: A3 UID FETCH " + uid + " (UID FLAGS RFC822.SIZE)",
                                     "S: * 1 FETCH (UID " + uid + " FLAGS () RFC822.SIZE "
                                         + QByteArray::number(bytes.size()) + ")",
                                     "S: A3 OK",
                                     "C: A4 UID FETCH " + uid + " (UID FLAGS INTERNALDATE BODY.PEEK[])",
                                     "S: * 1 FETCH (BODY[] {" + QByteArray::number(bytes.size()) + "}",
                                     "B: " + bytes,
                                     "S:  UID " + uid + " FLAGS (\\Seen) INTERNALDATE NIL)",
                                     "S: A4 OK"};
        };
        test::ScriptedSession before("", play("1", "5"));
        const auto first = synced(*before.session, sink, taskFor("INBOX"));
        test::ScriptedSession after("", play("2", "70"));

        const auto second = synced(*after.session, sink, taskFor("INBOX"));

        QCOMPARE(after.server.surprises(), QStringList());
        QVERIFY(first && second);
        QCOMPARE(first->imported, 1);
        QVERIFY(!first->wasRenumbered);
        QVERIFY(second->wasRenumbered);
        QCOMPARE(second->imported, 0);
        QCOMPARE(second->duplicates, 1);
    }

    void aBrokenConnectionLosesNothing()
    {
        test::FakeSink sink;
        test::ScriptedSession s("",
                                {"C: A1 SELECT \"INBOX\"", "S: * 1 EXISTS", "S: * OK [UIDVALIDITY 1] ok",
                                 "S: A1 OK done", "C: A2 UID SEARCH ALL", "S: * SEARCH 1 2 3", "S: A2 OK",
                                 "C: A3 UID FETCH 1:3 (UID FLAGS RFC822.SIZE)", "END"});

        const auto report = synced(*s.session, sink, taskFor("INBOX"));

        QVERIFY(!report);
        QCOMPARE(sink.batches(), 0);
        QVERIFY(sink.storedCursor(u"imap:1:INBOX"_s).isEmpty());
    }

    void whoStopsIsAnsweredSo()
    {
        test::FakeSink sink;
        test::ScriptedSession s("",
                                {"C: A1 SELECT \"INBOX\"", "S: * 1 EXISTS", "S: * OK [UIDVALIDITY 1] ok",
                                 "S: A1 OK done", "C? A2"});
        std::stop_source stop;
        const auto report = syncFolder(*s.session, sink, &readMail, taskFor("INBOX"), stop.get_token());

        stop.request_stop();

        QCOMPARE(errorOf(report), Errc::Cancelled);
        QCOMPARE(sink.batches(), 0);
    }
};

QTEST_GUILESS_MAIN(FolderSyncTest)
#include "tst_foldersync.moc"
