// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/imap/mailbox.h"
#include "app/channels/email/imap/response.h"

#include <QRandomGenerator>
#include <QTest>

using namespace aside;
using namespace aside::imap;
using namespace Qt::StringLiterals;

namespace {

Result<Response> parsed(const QByteArray &bytes, const Limits &limits = {})
{
    ResponseReader reader(limits);
    reader.feed(bytes + "\r\n");
    const auto raw = reader.next();
    if (!raw || !*raw) {
        return fail(raw ? Errc::Truncated : raw.error().code);
    }
    return parseResponse(**raw, limits);
}

template <typename T>
T as(const QByteArray &bytes)
{
    const Result<Response> response = parsed(bytes);
    const T *found = response ? std::get_if<T>(&*response) : nullptr;
    if (found == nullptr) {
        qWarning() << "another response:" << bytes;
        return {};
    }
    return *found;
}

} // namespace

class ImapResponseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void statuses()
    {
        QCOMPARE(as<Outcome>("* OK [CAPABILITY IMAP4rev1 IDLE] hi"),
                 (Outcome{.status = Status::Ok,
                          .code = {.name = "CAPABILITY", .arguments = "IMAP4rev1 IDLE"},
                          .words = "hi"}));
        QCOMPARE(as<Outcome>("* bye"), (Outcome{.status = Status::Bye}));
        QCOMPARE(as<Outcome>("* PREAUTH welcome {3}").words, "welcome {3}"_ba);
        const auto tagged = as<Tagged>("A7 NO [AUTHENTICATIONFAILED] wrong");
        QCOMPARE(tagged.tag, "A7"_ba);
        QCOMPARE(tagged.outcome.status, Status::No);
        QCOMPARE(tagged.outcome.code.name, "AUTHENTICATIONFAILED"_ba);
        QCOMPARE(as<Continuation>("+ dXNlcg==").text, "dXNlcg=="_ba);
        QCOMPARE(as<Continuation>("+").text, QByteArray());
    }

    void folders()
    {
        const auto listed
            = as<Listed>(R"(* LIST (\HasNoChildren \Sent) "/" "&BB4EQgQ,BEAEMAQyBDsENQQ9BD0ESwQ1-")");
        const Folder folder = folderOf(listed);

        QCOMPARE(folder.name, u"Отправленные"_s);
        QCOMPARE(folder.role, FolderRole::Sent);
        QCOMPARE(folder.delimiter, '/');
        QVERIFY(folder.canBeSelected);
        QCOMPARE(folderOf(as<Listed>("* LIST (\\Noselect) NIL {5}\r\na\"\\b ")).name, u"a\"\\b "_s);
        QVERIFY(!folderOf(as<Listed>("* LIST (\\Noselect) NIL x")).canBeSelected);
        QCOMPARE(folderOf(as<Listed>("* LIST () \".\" inbox")).role, FolderRole::Inbox);
    }

    void anOddFolderIsDataAndNothingElse_data()
    {
        QTest::addColumn<QByteArray>("wire");
        QTest::addColumn<QString>("name");
        QTest::newRow("up the tree") << "\"../../x\""_ba << u"../../x"_s;
        QTest::newRow("wrong UTF-7") << "\"&BB4\""_ba << u"&BB4"_s;
        QTest::newRow("UTF-8") << QByteArray("\"\xd0\x9e\"") << u"О"_s;
        QTest::newRow("8 bits") << QByteArray("\"\xff\xfe\"") << u"\ufffd\ufffd"_s;
        QTest::newRow("NIL in quotes") << "\"NIL\""_ba << u"NIL"_s;
    }

    void anOddFolderIsDataAndNothingElse()
    {
        QFETCH(const QByteArray, wire);
        QFETCH(const QString, name);

        const auto listed = as<Listed>("* LIST () \"/\" " + wire);

        QCOMPARE(folderOf(listed).name, name);
        QCOMPARE(folderOf(listed).wireName, wire.sliced(1, wire.size() - 2));
    }

    void numbers()
    {
        QCOMPARE(as<Exists>("* 172 EXISTS").count, quint64{172});
        QCOMPARE(as<Expunged>("* 44 EXPUNGE").sequence, quint64{44});
        const auto vanished = as<Vanished>("* VANISHED (EARLIER) 300:310,405");
        QVERIFY(vanished.isEarlier);
        QCOMPARE(vanished.uids.toBytes(), "300:310,405"_ba);
        QVERIFY(!as<Vanished>("* VANISHED 1").isEarlier);
        QCOMPARE(as<Found>("* SEARCH 2 5 6 (MODSEQ 917162500)").uids.toBytes(), "2,5:6"_ba);
        QCOMPARE(as<Found>("* SEARCH 2 (MODSEQ 917162500)").highestModSeq, std::optional<quint64>(917162500));
        QVERIFY(as<Found>("* SEARCH").uids.isEmpty());
        const auto extended = as<Found>("* ESEARCH (TAG \"A285\") UID ALL 4:18,21 MODSEQ 7");
        QCOMPARE(extended.uids.toBytes(), "4:18,21"_ba);
        QCOMPARE(extended.tag, "A285"_ba);
        QVERIFY(as<Found>("* ESEARCH (TAG \"A1\") UID").uids.isEmpty());
        const auto status = as<FolderStatus>(
            "* STATUS \"a b\" (MESSAGES 231 UIDNEXT 44292 HIGHESTMODSEQ 7011231777 X (1))");
        QCOMPARE(status.name, "a b"_ba);
        QCOMPARE(status.uidNext, std::optional<quint64>(44292));
        QCOMPARE(status.highestModSeq, std::optional<quint64>(7011231777));
    }

    void messages()
    {
        const auto fetched
            = as<Fetched>("* 12 FETCH (FLAGS (\\Seen $Label1) INTERNALDATE \"17-Jul-1996 02:44:25 -0700\" "
                          "RFC822.SIZE 4286 UID 77 MODSEQ (624140003) BODY[HEADER] {5}\r\nA: b\n "
                          "BODY[1.2]<10> \"xy\" X-GM-LABELS (\"\\\\Inbox\" a))");

        QCOMPARE(fetched.sequence, quint64{12});
        QCOMPARE(fetched.uid, std::optional<Uid>(77));
        QCOMPARE(*fetched.flags, (QList<QByteArray>{"\\Seen", "$Label1"}));
        QCOMPARE(fetched.size, std::optional<quint64>(4286));
        QCOMPARE(fetched.modSeq, std::optional<quint64>(624140003));
        QCOMPARE(fetched.arrivedAt, std::optional(fromMillis(837'596'665'000)));
        QCOMPARE(fetched.section("HEADER")->content.view()->toByteArray(), "A: b\n"_ba);
        QCOMPARE(fetched.section("1.2")->origin, std::optional<quint64>(10));
        QCOMPARE(fetched.section("TEXT"), nullptr);
    }

    void nilStandsAnywhere_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("isUnderstood");
        QTest::newRow("flags") << "* 1 FETCH (FLAGS NIL)"_ba << true;
        QTest::newRow("body") << "* 1 FETCH (UID 3 BODY[] NIL)"_ba << true;
        QTest::newRow("date") << "* 1 FETCH (INTERNALDATE NIL)"_ba << true;
        QTest::newRow("envelope") << "* 1 FETCH (ENVELOPE (NIL NIL NIL NIL))"_ba << true;
        QTest::newRow("structure") << "* 1 FETCH (BODYSTRUCTURE NIL)"_ba << true;
        QTest::newRow("attributes") << "* LIST NIL NIL x"_ba << true;
        QTest::newRow("uid") << "* 1 FETCH (UID NIL)"_ba << false;
        QTest::newRow("size") << "* 1 FETCH (RFC822.SIZE NIL)"_ba << false;
        QTest::newRow("modseq") << "* 1 FETCH (MODSEQ NIL)"_ba << false;
        QTest::newRow("all") << "* NIL NIL NIL"_ba << true;
    }

    void nilStandsAnywhere()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const bool, isUnderstood);

        const auto response = parsed(bytes);

        QCOMPARE(response.has_value(), isUnderstood);
        QVERIFY(isUnderstood || response.error().code == Errc::BadAnswer);
    }

    void whatMakesNoSenseIsAClearError_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Errc>("code");
        QTest::newRow("nothing") << ""_ba << Errc::BadAnswer;
        QTest::newRow("star") << "*"_ba << Errc::BadAnswer;
        QTest::newRow("tag alone") << "A1"_ba << Errc::BadAnswer;
        QTest::newRow("tag with a word") << "A1 HELLO"_ba << Errc::BadAnswer;
        QTest::newRow("tagged farewell") << "A1 BYE"_ba << Errc::BadAnswer;
        QTest::newRow("uid zero") << "* 1 FETCH (UID 0)"_ba << Errc::BadAnswer;
        QTest::newRow("uid of 33 bits") << "* 1 FETCH (UID 4294967296)"_ba << Errc::BadAnswer;
        QTest::newRow("uid below zero") << "* 1 FETCH (UID -3)"_ba << Errc::BadAnswer;
        QTest::newRow("size of 65 bits")
            << "* 1 FETCH (RFC822.SIZE 18446744073709551616)"_ba << Errc::BadAnswer;
        QTest::newRow("no end") << "* 1 FETCH (UID 3"_ba << Errc::BadAnswer;
        QTest::newRow("quote without end") << "* LIST () \"/\" \"abc"_ba << Errc::BadAnswer;
        QTest::newRow("braces in the middle") << "* LIST () \"/\" {3} abc"_ba << Errc::BadAnswer;
        QTest::newRow("section without end") << "* 1 FETCH (BODY[1 \"x\")"_ba << Errc::BadAnswer;
        QTest::newRow("vanished zero") << "* VANISHED 0"_ba << Errc::BadAnswer;
        QTest::newRow("search for letters") << "* SEARCH 1 b"_ba << Errc::BadAnswer;
        QTest::newRow("more messages than numbers") << "* 4294967296 EXISTS"_ba << Errc::BadAnswer;
        QTest::newRow("deep") << "* 1 FETCH (ENVELOPE " + QByteArray(5'000, '(') << Errc::TooDeep;
        QTest::newRow("wide") << "* 1 FETCH (ENVELOPE (" + QByteArray("a ").repeated(300'000) + "))"
                              << Errc::TooLarge;
    }

    void whatMakesNoSenseIsAClearError()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const Errc, code);

        const auto response = parsed(bytes);

        QVERIFY(!response);
        QCOMPARE(response.error().code, code);
    }

    void garbageNeverDoesHarm()
    {
        const QList<QByteArray> seeds{
            "* 12 FETCH (FLAGS (\\Seen) UID 77 MODSEQ (624140003) BODY[HEADER] {5}\r\nA: b\n)",
            "* LIST (\\Sent) \"/\" \"&BB4-\"",
            "* ESEARCH (TAG \"A1\") UID ALL 4:18 MODSEQ 7",
            "* STATUS x (MESSAGES 1)",
            "* OK [PERMANENTFLAGS (\\*)] y",
            "* VANISHED (EARLIER) 1:3",
            "A1 OK [APPENDUID 1 2] z"};
        QRandomGenerator random(13);
        int understood = 0;
        for (int round = 0; round < 20'000; ++round) {
            QByteArray bytes = seeds.at(round % seeds.size());
            for (quint32 i = random.bounded(4U); i > 0; --i) {
                const qsizetype at = random.bounded(int(bytes.size()));
                switch (random.bounded(3)) {
                case 0:
                    bytes[at] = static_cast<char>(random.bounded(256));
                    break;
                case 1:
                    bytes.remove(at, 1);
                    break;
                case 2:
                    bytes.insert(at, "(){}\"[] \x80\x00NIL"_ba.sliced(random.bounded(13), 1));
                    break;
                }
            }
            const auto response = parsed(bytes);
            understood += response.has_value() ? 1 : 0;
            QVERIFY(response || response.error().code != Errc::Internal);
        }
        QVERIFY(understood > 1'000); // some survive, or this tested nothing
    }

    void theUidOfWhatWasAppended()
    {
        QCOMPARE(appendedUid(as<Tagged>("A1 OK [APPENDUID 38505 3955] done").outcome),
                 std::optional(AppendedUid{.uidValidity = 38505, .uid = 3955}));
        QVERIFY(!appendedUid(as<Tagged>("A1 OK [APPENDUID 0 x] done").outcome));
        QVERIFY(!appendedUid(as<Tagged>("A1 OK done").outcome));
    }

    void aFolderWithoutUidValidityIsNoFolder()
    {
        QCOMPARE(mailboxOf(Reply{.outcome = {}, .data = {Exists{.count = 3}}}).error().code, Errc::BadAnswer);
    }
};

QTEST_GUILESS_MAIN(ImapResponseTest)
#include "tst_imapresponse.moc"
