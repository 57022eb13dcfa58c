// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/sync/foldersync.h"
#include "tests/channels/email/imapscripts.h"
#include "tests/channels/email/mailaccount.h"
#include "tests/support/fakesink.h"

#include <QTest>

using namespace aside;
using namespace aside::mail;
using namespace Qt::StringLiterals;
using test::errorOf;
using test::ScriptedSession;
using test::settled;

namespace {

using Script = QList<QByteArray>;

QByteArray letter(const QByteArray &id, const QByteArray &body = "hello\r\n")
{
    return "From: customer@localhost\r\nTo: op1@localhost\r\nSubject: " + id + "\r\nMessage-ID: <" + id
        + "@example.test>\r\nDate: Sun, 22 Nov 2026 10:00:00 +0000\r\n\r\n" + body;
}

QByteArray number(qsizetype n)
{
    return QByteArray::number(n);
}

/// What a server says when a folder is opened and searched.
Script opening(const QByteArray &validity, const QByteArray &uids)
{
    return {"C: A1 SELECT \"INBOX\"",
            "S: * 3 EXISTS",
            "S: * OK [UIDVALIDITY " + validity + "] ok",
            "S: A1 OK done",
            "C: A2 UID SEARCH ALL",
            "S: * SEARCH " + uids,
            "S: A2 OK"};
}

Script message(const QByteArray &uid, const QByteArray &bytes)
{
    return {"S: * 1 FETCH (UID " + uid + " FLAGS () INTERNALDATE NIL BODY[] {" + number(bytes.size()) + '}',
            "B: " + bytes, "S: )"};
}

constexpr auto bodies = " (UID FLAGS INTERNALDATE BODY.PEEK[])";
constexpr auto sizes = " (UID FLAGS RFC822.SIZE)";
constexpr qint64 wholeUpTo = 8LL * 1'024 * 1'024; ///< so that one of some megabytes is a batch of its own

Result<FolderReport> synced(imap::ImapSession &session, test::FakeSink &sink)
{
    return settled(syncFolder(
        session, sink, test::mailReaderFor(u"op1@localhost"_s),
        {.source = u"INBOX"_s, .account = AccountId{1}, .wireName = "INBOX", .largestWhole = wholeUpTo}, {}));
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

} // namespace

/// Servers that are broken or mean ill, through a whole sync: a clear error, nothing lost, nothing twice.
class BadServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aServerThatLiesAboutSizes_data()
    {
        QTest::addColumn<QByteArray>("announced");
        QTest::newRow("much too small") << "RFC822.SIZE 1"_ba;
        QTest::newRow("nothing") << "RFC822.SIZE 0"_ba;
        QTest::newRow("none") << "FLAGS ()"_ba;
    }

    void aServerThatLiesAboutSizes()
    {
        QFETCH(const QByteArray, announced);
        const QByteArray bytes = letter("lie", QByteArray("0123456789abcd\r\n").repeated(40'000));
        const Script script = opening("1", "7")
            + Script{"C: A3 UID FETCH 7"_ba + sizes, "S: * 1 FETCH (UID 7 " + announced + ')', "S: A3 OK",
                     "C: A4 UID FETCH 7"_ba + bodies}
            + message("7", bytes) + Script{"S: A4 OK"};
        test::FakeSink sink;
        ScriptedSession s("", script);

        const auto report = synced(*s.session, sink);

        QVERIFY2(report, qPrintable(s.server.surprises().join(u'\n')));
        QCOMPARE(report->imported, 1);
        QVERIFY(report->problems.isEmpty());
        QVERIFY(sink.messages().constFirst().text.size() > 500'000); // all of it, whatever was announced
    }

    void aSizeBeyondReasonIsReadInParts()
    {
        const QByteArray text = "0123456789abcd\r\n";
        const QByteArray header = letter("lie", {});
        const QByteArray textSize = number(text.size());
        test::FakeSink sink;
        ScriptedSession s(
            "",
            opening("1", "7")
                + Script{
                    "C: A3 UID FETCH 7"_ba + sizes, "S: * 1 FETCH (UID 7 RFC822.SIZE 9223372036854775807)",
                    "S: A3 OK", "C: A4 UID FETCH 7 (UID FLAGS INTERNALDATE BODY.PEEK[HEADER] BODYSTRUCTURE)",
                    "S: * 1 FETCH (UID 7 FLAGS () INTERNALDATE NIL BODYSTRUCTURE (\"text\" \"plain\" NIL "
                    "NIL NIL \"7bit\" "
                        + textSize + " 1 NIL NIL NIL NIL) BODY[HEADER] {" + number(header.size()) + '}',
                    "B: " + header, "S: )", "S: A4 OK", "C: A5 UID FETCH 7 (UID BODY.PEEK[1]<0.1048576>)",
                    "S: * 1 FETCH (UID 7 BODY[1]<0> {" + textSize + '}', "B: " + text, "S: )", "S: A5 OK"});

        const auto report = synced(*s.session, sink);

        QVERIFY2(report, qPrintable(s.server.surprises().join(u'\n')));
        QCOMPARE(report->imported, 1);
        QCOMPARE(sink.messages().constFirst().text.trimmed(), u"0123456789abcd"_s);
    }

    void nothingForTheStructureIsAProblemOfThatLetter()
    {
        const QByteArray header = letter("lie", {});
        test::FakeSink sink;
        ScriptedSession s(
            "",
            opening("1", "7")
                + Script{"C: A3 UID FETCH 7"_ba + sizes,
                         "S: * 1 FETCH (UID 7 RFC822.SIZE 9223372036854775807)", "S: A3 OK",
                         "C: A4 UID FETCH 7 (UID FLAGS INTERNALDATE BODY.PEEK[HEADER] BODYSTRUCTURE)",
                         "S: * 1 FETCH (UID 7 FLAGS () INTERNALDATE NIL BODYSTRUCTURE NIL BODY[HEADER] {"
                             + number(header.size()) + '}',
                         "B: " + header, "S: )", "S: A4 OK"});

        const auto report = synced(*s.session, sink);

        QVERIFY2(report, qPrintable(s.server.surprises().join(u'\n')));
        QCOMPARE(report->imported, 0);
        QCOMPARE(report->problems.size(), 1);
        QCOMPARE(report->problems.constFirst().error.code, Errc::BadAnswer);
    }

    void aLiteralOfAnotherLengthEndsTheSession_data()
    {
        QTest::addColumn<qsizetype>("difference");
        QTest::newRow("longer than said") << qsizetype{9};
        QTest::newRow("shorter than said") << qsizetype{-9};
    }

    void aLiteralOfAnotherLengthEndsTheSession()
    {
        QFETCH(const qsizetype, difference);
        const QByteArray bytes = letter("odd", "one (two\r\n");
        const Script start = opening("1", "7")
            + Script{"C: A3 UID FETCH 7"_ba + sizes, "S: * 1 FETCH (UID 7 RFC822.SIZE 1)", "S: A3 OK",
                     "C: A4 UID FETCH 7"_ba + bodies};
        test::FakeSink sink;
        ScriptedSession liar(
            "",
            start
                + Script{"S: * 1 FETCH (UID 7 BODY[] {" + number(bytes.size() - difference) + '}',
                         "B: " + bytes, "S: )", "S: A4 OK", "END"});

        const auto report = synced(*liar.session, sink);

        QVERIFY(!report);
        QVERIFY(sink.messages().isEmpty());
        ScriptedSession honest("", start + message("7", bytes) + Script{"S: A4 OK"});
        QVERIFY(synced(*honest.session, sink));
        QCOMPARE(ids(sink), QStringList{u"odd"_s});
    }

    void aDirtyAnswerLeavesWhatIsThere_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("8-bit garbage") << "S: * \xFF\xFE\x80 FETCH \xD0 (("_ba;
        QTest::newRow("a size beyond all numbers")
            << "S: * 1 FETCH (UID 7 RFC822.SIZE 99999999999999999999999)"_ba;
        QTest::newRow("an endless literal") << "S: * 1 FETCH (UID 7 BODY[] {99999999999}"_ba;
        QTest::newRow("lists in lists") << "S: * 1 FETCH "_ba + QByteArray(10'000, '(');
        QTest::newRow("a line without end") << "B: * 1 FETCH (UID 7 X "_ba + QByteArray(5'000'000, 'x');
        QTest::newRow("NIL for everything") << "S: * NIL FETCH NIL"_ba;
        QTest::newRow("an answer to nothing") << "S: A99 OK done"_ba;
        QTest::newRow("farewell") << "S: * BYE no more"_ba;
    }

    void aDirtyAnswerLeavesWhatIsThere()
    {
        QFETCH(const QByteArray, answer);
        const QByteArray large = letter("large", QByteArray("0123456789abcd\r\n").repeated(280'000));
        const Script start = opening("1", "7,8")
            + Script{"C: A3 UID FETCH 7:8"_ba + sizes, "S: * 1 FETCH (UID 7 RFC822.SIZE 100)",
                     "S: * 2 FETCH (UID 8 RFC822.SIZE 4500000)", "S: A3 OK", "C: A4 UID FETCH 8"_ba + bodies}
            + message("8", large) + Script{"S: A4 OK", "C: A5 UID FETCH 7"_ba + bodies};
        test::FakeSink sink;
        ScriptedSession dirty("", start + Script{answer, "END"});

        const auto broken = synced(*dirty.session, sink);

        QVERIFY(!broken);
        QCOMPARE(ids(sink), QStringList{u"large"_s});
        ScriptedSession clean("",
                              opening("1", "7,8")
                                  + Script{"C: A3 UID FETCH 7"_ba + sizes,
                                           "S: * 1 FETCH (UID 7 RFC822.SIZE 100)", "S: A3 OK",
                                           "C: A4 UID FETCH 7"_ba + bodies}
                                  + message("7", letter("small")) + Script{"S: A4 OK"});
        const auto report = synced(*clean.session, sink);
        QVERIFY2(report, qPrintable(clean.server.surprises().join(u'\n')));
        QCOMPARE(report->duplicates, 0); // what was there is not fetched again
        QCOMPARE(ids(sink), (QStringList{u"large"_s, u"small"_s}));
    }

    void nilForTheContentIsNoEnd()
    {
        test::FakeSink sink;
        ScriptedSession s("",
                          opening("1", "7,8")
                              + Script{"C: A3 UID FETCH 7:8"_ba + sizes,
                                       "S: * 1 FETCH (UID 7 RFC822.SIZE NIL)", "S: A3 OK"});

        QVERIFY(!synced(*s.session, sink));

        ScriptedSession empty("",
                              opening("1", "7,8")
                                  + Script{"C: A3 UID FETCH 7:8"_ba + sizes, "S: * 1 FETCH (UID 7 FLAGS NIL)",
                                           "S: * 2 FETCH (UID 8 RFC822.SIZE 9 FLAGS ())", "S: A3 OK",
                                           "C: A4 UID FETCH 8"_ba + bodies,
                                           "S: * 2 FETCH (UID 8 FLAGS NIL INTERNALDATE NIL BODY[] NIL)",
                                           "S: A4 OK", "C: A5 UID FETCH 7"_ba + bodies}
                                  + message("7", letter("seven")) + Script{"S: A5 OK"});
        const auto report = synced(*empty.session, sink);
        QVERIFY2(report, qPrintable(empty.server.surprises().join(u'\n')));
        QCOMPARE(ids(sink), QStringList{u"seven"_s});
    }

    void newNumbersInMidSyncLoseNothing()
    {
        // The folder is made anew while it is open; what was numbered 7 is 70 then.
        const QByteArray large = letter("large", QByteArray("0123456789abcd\r\n").repeated(280'000));
        test::FakeSink sink;
        ScriptedSession first("",
                              opening("1", "7,8")
                                  + Script{"C: A3 UID FETCH 7:8"_ba + sizes,
                                           "S: * 1 FETCH (UID 7 RFC822.SIZE 100)",
                                           "S: * 2 FETCH (UID 8 RFC822.SIZE 4500000)", "S: A3 OK",
                                           "C: A4 UID FETCH 8"_ba + bodies}
                                  + message("8", large)
                                  + Script{"S: A4 OK", "C: A5 UID FETCH 7"_ba + bodies,
                                           "S: * OK [UIDVALIDITY 2] made anew", "S: A5 OK"});
        QVERIFY(synced(*first.session, sink));
        QCOMPARE(ids(sink), QStringList{u"large"_s});

        ScriptedSession second(
            "",
            opening("2", "70,80")
                + Script{"C: A3 UID FETCH 70,80"_ba + sizes, "S: * 1 FETCH (UID 70 RFC822.SIZE 100)",
                         "S: * 2 FETCH (UID 80 RFC822.SIZE 4500000)", "S: A3 OK",
                         "C: A4 UID FETCH 80"_ba + bodies}
                + message("80", large) + Script{"S: A4 OK", "C: A5 UID FETCH 70"_ba + bodies}
                + message("70", letter("small")) + Script{"S: A5 OK"});
        const auto report = synced(*second.session, sink);

        QVERIFY2(report, qPrintable(second.server.surprises().join(u'\n')));
        QVERIFY(report->wasRenumbered);
        QCOMPARE(report->imported, 1);
        QCOMPARE(report->duplicates, 1);
        QCOMPARE(ids(sink), (QStringList{u"large"_s, u"small"_s}));
    }

    void aFullDiskInMidSyncLosesNothing()
    {
        const QByteArray large = letter("large", QByteArray("0123456789abcd\r\n").repeated(280'000));
        const auto script = [&](const QByteArray &first) {
            return opening("1", "7")
                + Script{"C: A3 UID FETCH 7"_ba + sizes, "S: * 1 FETCH (UID 7 RFC822.SIZE 4500000)",
                         "S: A3 OK", first}
            + message("7", large) + Script{"S: A4 OK"};
        };
        const QByteArray ask = "C: A4 UID FETCH 7"_ba + bodies;
        test::FakeSink sink;
        // No place for what is too large for memory.
        imap::Limits limits;
        limits.spoolFolder = u"/nonexistent/folder"_s;
        ScriptedSession noSpool("", script(ask), limits);
        const auto spooled = synced(*noSpool.session, sink);
        QVERIFY(!spooled);
        QCOMPARE(spooled.error().code, Errc::Io);
        QCOMPARE(sink.batches(), 0);

        // No place in the store.
        sink.failAfter(0, {.code = Errc::DiskFull, .detail = {}, .retryAfter = {}});
        ScriptedSession noStore("", script(ask));
        const auto stored = synced(*noStore.session, sink);
        QVERIFY(!stored);
        QCOMPARE(stored.error().code, Errc::DiskFull);
        QVERIFY(sink.storedCursor(u"INBOX"_s).isEmpty());

        sink.recover();
        ScriptedSession again("", script(ask));
        QVERIFY(synced(*again.session, sink));
        QCOMPARE(ids(sink), QStringList{u"large"_s});
    }
};

QTEST_GUILESS_MAIN(BadServerTest)
#include "tst_badserver.moc"
