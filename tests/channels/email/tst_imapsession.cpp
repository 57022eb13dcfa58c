// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/imap/imapsession.h"
#include "tests/channels/email/imapscripts.h"

#include <QBuffer>
#include <QSignalSpy>
#include <QTest>

using namespace aside;
using namespace aside::imap;
using namespace Qt::StringLiterals;
using test::errorOf;
using test::ScriptedSession;
using test::settled;
using Script = QList<QByteArray>;

namespace {

std::unique_ptr<QIODevice> source(const QByteArray &bytes)
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    return buffer;
}

/// Says that it holds more than it does.
class ShortSource final : public QBuffer
{
public:
    ShortSource()
    {
        setData("abc");
        open(QIODevice::ReadOnly);
    }
    [[nodiscard]] qint64 size() const override { return 10; }
};

} // namespace

class ImapSessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void commandsGoOutTogether()
    {
        // The server says nothing before it has heard all three.
        ScriptedSession s("",
                          {"C: A1 STATUS \"a\" (MESSAGES UIDNEXT UIDVALIDITY UNSEEN)",
                           "C: A2 UID FETCH 1:2 (UID FLAGS)", "C: A3 UID FETCH 9 (UID RFC822.SIZE)",
                           "S: * STATUS a (MESSAGES 3)", "S: A1 OK", "S: * 1 FETCH (UID 1 FLAGS (\\Seen))",
                           "S: * 9 FETCH (UID 9 RFC822.SIZE 77)", "S: * 2 FETCH (UID 2 FLAGS ())", "S: A2 OK",
                           "S: A3 OK"});

        const auto status = s.session->status("a");
        const auto flags = s.session->fetch({1, 2}, FetchItem::Flags);
        const auto size = s.session->fetch({9}, FetchItem::Size);

        QCOMPARE(settled(status)->messages, std::optional<quint64>(3));
        QCOMPARE(settled(flags)->size(), 2); // and the one in between belongs to the other
        QCOMPARE(settled(size)->constFirst().size, std::optional<quint64>(77));
        QVERIFY(s.server.isDone());
    }

    void answersInAnotherOrderFindTheirQuestions()
    {
        ScriptedSession s("",
                          {"C: A1 NOOP", "C: A2 UID FETCH 9 (UID FLAGS)", "S: * 9 FETCH (UID 9 FLAGS (a))",
                           "S: A2 OK", "S: A1 NO later"});

        const auto first = s.session->noop();
        const auto second = s.session->fetch({9}, FetchItem::Flags);

        QVERIFY(settled(second));
        QCOMPARE(errorOf(first), Errc::ServerRefused);
    }

    void whatNobodyAskedForIsTold()
    {
        ScriptedSession s("QRESYNC",
                          {"C: A1 UID FETCH 1 (UID FLAGS MODSEQ)", "S: * 23 EXISTS", "S: * VANISHED 4:6",
                           "S: * 3 EXPUNGE", "S: * 7 FETCH (UID 70 FLAGS (\\Seen))",
                           "S: * OK [ALERT] disk soon full", "S: * 1 FETCH (UID 1 FLAGS ())", "S: A1 OK"});
        QList<std::size_t> kinds;
        connect(&s.session->link(), &ImapLink::told, this,
                [&](const Response &response) { kinds.append(response.index()); });

        const auto fetched = settled(s.session->fetch({1}, FetchItem::Flags));

        QCOMPARE(fetched->size(), 1);
        QCOMPARE(kinds,
                 (QList<std::size_t>{Response(Exists{}).index(), Response(Vanished{}).index(),
                                     Response(Expunged{}).index(), Response(Fetched{}).index(),
                                     Response(Outcome{}).index()}));
    }

    void aFolderIsOpenedWithWhatChanged()
    {
        ScriptedSession s("ENABLE QRESYNC CONDSTORE",
                          {"C: A1 ENABLE QRESYNC", "S: A1 OK",
                           "C: A2 SELECT \"INBOX\" (QRESYNC (67890007 20050715194045000))",
                           "S: * FLAGS (\\Seen)", "S: * 314 EXISTS", "S: * OK [UIDVALIDITY 67890007] ok",
                           "S: * OK [UIDNEXT 567] ok", "S: * OK [HIGHESTMODSEQ 20060115205545359] ok",
                           "S: * VANISHED (EARLIER) 41,43:116",
                           "S: * 49 FETCH (UID 117 FLAGS (\\Seen) MODSEQ (20060115194045001))",
                           "S: A2 OK [READ-WRITE] done"});

        const auto mailbox = settled(
            s.session->select("INBOX", LastSeen{.uidValidity = 67890007, .modSeq = 20050715194045000}));

        QVERIFY(mailbox);
        QCOMPARE(mailbox->uidValidity, 67890007U);
        QCOMPARE(mailbox->uidNext, 567U);
        QCOMPARE(mailbox->exists, quint64{314});
        QCOMPARE(mailbox->highestModSeq, std::optional<quint64>(20060115205545359));
        QCOMPARE(mailbox->vanished.toBytes(), "41,43:116"_ba);
        QCOMPARE(mailbox->changed.constFirst().uid, std::optional<Uid>(117));
    }

    void aMessageIsAppendedAsTheServerTakesIt_data()
    {
        QTest::addColumn<QByteArray>("capabilities");
        QTest::addColumn<Script>("script");
        QTest::newRow("with leave") << ""_ba
                                    << Script{"C: A1 APPEND \"Sent\" (\\Seen) {10}", "S: + go on", "C: hello",
                                              "C: {3}", "S: A1 OK [APPENDUID 7 42] done"};
        QTest::newRow("at once") << "LITERAL+"_ba
                                 << Script{"C: A1 APPEND \"Sent\" (\\Seen) {10+}", "C: hello", "C: {3}",
                                           "S: A1 OK [APPENDUID 7 42] done"};
        QTest::newRow("small ones at once") << "LITERAL-"_ba
                                            << Script{"C: A1 APPEND \"Sent\" (\\Seen) {10+}", "C: hello",
                                                      "C: {3}", "S: A1 OK [APPENDUID 7 42] done"};
    }

    void aMessageIsAppendedAsTheServerTakesIt()
    {
        QFETCH(const QByteArray, capabilities);
        QFETCH(const Script, script);
        ScriptedSession s(capabilities, script);

        const auto uid = settled(s.session->append("Sent", {"\\Seen"}, source("hello\r\n{3}")));

        QVERIFY2(uid, qPrintable(s.server.surprises().join(u'\n')));
        QCOMPARE(*uid, std::optional(AppendedUid{.uidValidity = 7, .uid = 42}));
    }

    void aRefusedLiteralIsNotSent()
    {
        ScriptedSession s(
            "", {"C: A1 APPEND \"Sent\" () {5}", "S: A1 NO [OVERQUOTA] full", "C: A2 NOOP", "S: A2 OK"});

        const auto appended = s.session->append("Sent", {}, source("hello"));
        const auto next = s.session->noop();

        QCOMPARE(errorOf(appended), Errc::QuotaFull);
        QVERIFY(settled(next));
    }

    void anAnswerInMidMessageDoesNotMixTheNextCommandIn()
    {
        // The size was promised, so all bytes must follow although nobody wants them.
        const QByteArray large(600'000, 'x');
        ScriptedSession s("LITERAL+",
                          {"C: A1 APPEND \"Sent\" () {600000+}", "S: A1 NO [OVERQUOTA] full", "C: " + large,
                           "C: A2 NOOP", "S: A2 OK"});

        const auto appended = s.session->append("Sent", {}, source(large));
        const auto next = s.session->noop();

        QCOMPARE(errorOf(appended), Errc::QuotaFull);
        QVERIFY(settled(next));
        QCOMPARE(s.server.surprises(), QStringList());
    }

    void aSourceThatEndsEarlyEndsTheSession()
    {
        ScriptedSession s("LITERAL+", {"C: A1 APPEND \"Sent\" () {10+}", "C? never"});
        QSignalSpy closed(&s.session->link(), &ImapLink::closed);

        QCOMPARE(errorOf(s.session->append("Sent", {}, std::make_unique<ShortSource>())), Errc::Truncated);
        QCOMPARE(closed.count(), 1);
    }

    void nothingFromOutsideBecomesACommand_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<Script>("lines");
        QTest::newRow("CVE-2026-113386: a line")
            << "x\r\nA9 LOGOUT"_ba
            << Script{"C? A1 UID SEARCH HEADER \"Subject\" {12+}", "C: x", "C: A9 LOGOUT", "S: * SEARCH 3",
                      "S: A1 OK"};
        QTest::newRow("a quote") << "a\" ALL"_ba
                                 << Script{"C: A1 UID SEARCH HEADER \"Subject\" \"a\\\" ALL\"",
                                           "S: * SEARCH 3", "S: A1 OK"};
        QTest::newRow("a backslash") << "a\\"_ba
                                     << Script{"C: A1 UID SEARCH HEADER \"Subject\" \"a\\\\\"",
                                               "S: * SEARCH 3", "S: A1 OK"};
        QTest::newRow("a literal") << "{5}"_ba
                                   << Script{"C: A1 UID SEARCH HEADER \"Subject\" \"{5}\"", "S: * SEARCH 3",
                                             "S: A1 OK"};
    }

    void nothingFromOutsideBecomesACommand()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const Script, lines);
        ScriptedSession s("LITERAL+", lines);

        const auto found = settled(s.session->searchHeader("Subject", text));

        QVERIFY2(found, qPrintable(s.server.surprises().join(u'\n')));
        QCOMPARE(found->toBytes(), "3"_ba);
    }

    void whatCannotBeSaidIsNotSaid()
    {
        ScriptedSession s("", {"C: A1 NOOP", "S: A1 OK"});
        ImapSession &session = *s.session;

        QCOMPARE(errorOf(session.searchHeader("Subject", QByteArray("a\0b", 3))), Errc::InvalidInput);
        QCOMPARE(errorOf(session.store({1}, StoreMode::Add, {"\\Seen) NOOP\r\n"})), Errc::InvalidInput);
        QCOMPARE(errorOf(session.fetchPart(1, "1] NOOP")), Errc::InvalidInput);
        QCOMPARE(errorOf(session.fetch({}, FetchItem::Flags)), Errc::InvalidInput);
        QCOMPARE(errorOf(session.append("Sent", {}, nullptr)), Errc::InvalidInput);
        QVERIFY(settled(session.noop()));
    }

    void whatEndsTheSession_data()
    {
        QTest::addColumn<Script>("script");
        QTest::addColumn<Errc>("code");
        QTest::newRow("hung up") << Script{"C: A1 NOOP", "C: A2 NOOP", "END"} << Errc::Network;
        QTest::newRow("bye") << Script{"C: A1 NOOP", "C: A2 NOOP", "S: * BYE", "END"} << Errc::Network;
        QTest::newRow("an answer to nothing")
            << Script{"C: A1 NOOP", "C: A2 NOOP", "S: A7 OK"} << Errc::BadAnswer;
        QTest::newRow("a plus for nothing")
            << Script{"C: A1 NOOP", "C: A2 NOOP", "S: + yes?"} << Errc::BadAnswer;
        QTest::newRow("garbage") << Script{"C: A1 NOOP", "C: A2 NOOP", "S: \xff\xfe"} << Errc::BadAnswer;
        QTest::newRow("endless literal")
            << Script{"C: A1 NOOP", "C: A2 NOOP", "S: * 1 FETCH (BODY[] {99999999999}"} << Errc::TooLarge;
        QTest::newRow("deep") << Script{"C: A1 NOOP", "C: A2 NOOP", "S: * 1 FETCH (X " + QByteArray(200, '(')}
                              << Errc::TooDeep;
    }

    void whatEndsTheSession()
    {
        QFETCH(const Script, script);
        QFETCH(const Errc, code);
        ScriptedSession s("", script);
        QSignalSpy closed(&s.session->link(), &ImapLink::closed);

        const auto first = s.session->noop();
        const auto second = s.session->noop();

        QCOMPARE(errorOf(first), code);
        QCOMPARE(errorOf(second), code);
        QCOMPARE(closed.count(), 1);
        QCOMPARE(errorOf(s.session->noop()), Errc::Network);
    }

    void silenceEndsTheSession()
    {
        ScriptedSession s("", {"C: A1 NOOP", "C? never"});
        s.time.pass(std::chrono::hours(5)); // nobody owes anything
        QVERIFY(s.session->link().isOpen());

        const auto answer = s.session->noop();
        QTRY_COMPARE(s.server.heard().size(), 1);
        s.time.pass(std::chrono::seconds(59));
        const bool wasPatient = !answer.isFinished();
        s.time.pass(std::chrono::seconds(62));

        QVERIFY(wasPatient);
        QCOMPARE(errorOf(answer), Errc::Timeout);
    }

    void moreThanWasAskedForIsRefused()
    {
        Limits limits;
        limits.mostCollected = 100'000;
        Script script{"C: A1 UID FETCH 1 (UID BODY.PEEK[])"};
        for (int i = 0; i < 200; ++i) {
            script.append("S: * 1 FETCH (UID 1 BODY[] {1000}\r\n" + QByteArray(1'000, 'x') + ")");
        }
        ScriptedSession s("", script, limits);

        QCOMPARE(errorOf(s.session->fetch({1}, FetchItem::Message)), Errc::TooLarge);
    }

    void manyFoldersAreListed_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<bool>("isRefused");
        QTest::newRow("a hundred thousand") << 100'000 << false;
        QTest::newRow("a quarter of a million") << 250'000 << true;
    }

    void manyFoldersAreListed()
    {
        QFETCH(const int, count);
        QFETCH(const bool, isRefused);
        QByteArray lines;
        for (int i = 0; i < count; ++i) {
            lines += "* LIST () \"/\" f" + QByteArray::number(i) + "\r\n";
        }
        ScriptedSession s("", {"C: A1 LIST \"\" \"*\"", "B: " + lines, "S: A1 OK"});

        const auto folders = settled(s.session->folders());

        QCOMPARE(!folders.has_value(), isRefused);
        QVERIFY(!isRefused || folders.error().code == Errc::TooLarge);
        QVERIFY(isRefused || folders->size() == count);
    }

    void messagesAreMoved_data()
    {
        QTest::addColumn<QByteArray>("capabilities");
        QTest::addColumn<Script>("script");
        QTest::newRow("MOVE") << "MOVE UIDPLUS"_ba
                              << Script{"C: A1 UID MOVE 3:4 \"Archive\"", "S: * 1 EXPUNGE", "S: A1 OK"};
        QTest::newRow("copied and taken away")
            << "UIDPLUS"_ba << Script{"C: A1 UID COPY 3:4 \"Archive\"",
                                      "S: A1 OK",
                                      "C: A2 UID STORE 3:4 +FLAGS (\\Deleted)",
                                      "S: A2 OK",
                                      "C: A3 UID EXPUNGE 3:4",
                                      "S: A3 OK"};
        QTest::newRow("what others marked stays")
            << ""_ba
            << Script{"C: A1 UID COPY 3:4 \"Archive\"", "S: A1 OK", "C: A2 UID STORE 3:4 +FLAGS (\\Deleted)",
                      "S: A2 OK"};
    }

    void messagesAreMoved()
    {
        QFETCH(const QByteArray, capabilities);
        QFETCH(const Script, script);
        ScriptedSession s(capabilities, script);

        QVERIFY(settled(s.session->move({3, 4}, "Archive")));
        QVERIFY(s.server.isDone());
    }

    void aMoveThatCannotCopyTakesNothingAway()
    {
        ScriptedSession s("UIDPLUS",
                          {"C: A1 UID COPY 3 \"Archive\"", "S: A1 NO [TRYCREATE] no such folder", "C? A2"});

        QCOMPARE(errorOf(s.session->move({3}, "Archive")), Errc::NotFound);
        QCOMPARE(s.server.heard().size(), 1);
    }

    void aPieceOfAPart()
    {
        ScriptedSession s("",
                          {"C: A1 UID FETCH 5 (UID BODY.PEEK[2]<100.10>)",
                           "S: * 1 FETCH (UID 5 BODY[2]<100> {4}", "B: abcd", "S: )", "S: A1 OK",
                           "C: A2 UID FETCH 6 (UID BODY.PEEK[2])", "S: A2 OK"});

        const auto piece = settled(s.session->fetchPart(5, "2", PartRange{.origin = 100, .length = 10}));

        QVERIFY(piece);
        QCOMPARE(piece->view()->toByteArray(), "abcd"_ba);
        QCOMPARE(errorOf(s.session->fetchPart(6, "2")), Errc::NotFound);
    }

    void aSessionThatGoesAnswersFirst()
    {
        ScriptedSession s("", {"C: A1 UID COPY 3 \"x\"", "C? never"});
        const auto moving = s.session->move({3}, "x");
        QTRY_COMPARE(s.server.heard().size(), 1);

        s.session.reset();

        QCOMPARE(errorOf(moving), Errc::Cancelled);
    }
};

QTEST_GUILESS_MAIN(ImapSessionTest)
#include "tst_imapsession.moc"
