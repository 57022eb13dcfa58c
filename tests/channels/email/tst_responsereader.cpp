// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/imap/responsereader.h"

#include <QRandomGenerator>
#include <QTest>

using namespace aside;
using namespace aside::imap;
using namespace Qt::StringLiterals;

namespace {

/// What a reader makes of the bytes, as one text; the parts are what the network cut.
QByteArray readAll(const QList<QByteArray> &parts, const Limits &limits)
{
    ResponseReader reader(limits);
    QByteArray all;
    for (const QByteArray &part : parts) {
        reader.feed(part);
        while (true) {
            const auto raw = reader.next();
            if (!raw) {
                return all + "error " + errcName(raw.error().code).toString().toUtf8();
            }
            if (!*raw) {
                break;
            }
            all += (*raw)->text;
            for (const RawResponse::Placed &placed : (*raw)->literals) {
                all += "<" + QByteArray::number(placed.at) + ":" + placed.literal.view()->toByteArray() + ">";
            }
            all += "|";
        }
    }
    return all + "rest " + reader.takeRest();
}

const QByteArray session = "* OK hello {5}\r\n"
                           "* 1 FETCH (UID 7 BODY[] {11}\r\nab\r\n* c)d\r\n FLAGS (\\Seen))\r\n"
                           "* LIST () \"/\" {3}\r\na\"b\r\n"
                           "* LIST () {1}\r\n/ {0}\r\n\r\n"
                           "* 2 FETCH (BODY[1] ~{4+}\r\n{9}\r)\n"
                           "A1 OK done {3}\r\n"
                           "+ go on\r\n"
                           "* 3 EXI";

} // namespace

class ResponseReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void literalsAreCutOut()
    {
        QCOMPARE(readAll({session}, {}),
                 "* OK hello {5}|"
                 "* 1 FETCH (UID 7 BODY[] {11} FLAGS (\\Seen))<28:ab\r\n* c)d\r\n>|"
                 "* LIST () \"/\" {3}<17:a\"b>|"
                 "* LIST () {1} {0}<13:/><17:>|"
                 "* 2 FETCH (BODY[1] ~{4+})<24:{9}\r>|"
                 "A1 OK done {3}|"
                 "+ go on|"
                 "rest * 3 EXI"_ba);
    }

    void itDoesNotMatterWhereTheNetworkCuts()
    {
        const QByteArray whole = readAll({session}, {});
        QList<QByteArray> bytes;
        for (qsizetype i = 0; i < session.size(); ++i) {
            QCOMPARE(readAll({session.first(i), session.sliced(i)}, {}), whole);
            bytes.append(session.sliced(i, 1));
        }
        QCOMPARE(readAll(bytes, {}), whole);
    }

    void aLiteralInAFileIsTheSame()
    {
        Limits limits;
        limits.inMemory = 2;

        QCOMPARE(readAll({session}, limits), readAll({session}, {}));
    }

    void aLargeMessageIsNotKeptInMemory()
    {
        constexpr qsizetype size = 20 * 1'024 * 1'024;
        const QByteArray piece(64 * 1'024, 'x');
        ResponseReader reader({});
        reader.feed("* 1 FETCH (BODY[] {" + QByteArray::number(size) + "}\r\n");
        for (qsizetype sent = 0; sent < size; sent += piece.size()) {
            reader.feed(piece);
            QVERIFY(!reader.next()->has_value());
        }
        reader.feed(")\r\n");

        const auto raw = reader.next();

        QVERIFY(raw && *raw);
        const Literal literal = (*raw)->literals.constFirst().literal;
        QVERIFY(!literal.isInMemory());
        QCOMPARE(literal.size(), qint64{size});
        QCOMPARE(literal.view()->count('x'), size);
    }

    void limitsAreKept_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("isRefused");
        QTest::newRow("long line") << "* OK " + QByteArray(2'000, 'a') + "\r\n" << true;
        QTest::newRow("line without end") << "* OK " + QByteArray(2'000, 'a') << true;
        QTest::newRow("long by its literals")
            << "* LIST () \"/\" {1}\r\na" + QByteArray(600, ' ') + "{1}\r\nb" + QByteArray(600, ' ') + "\r\n"
            << true;
        QTest::newRow("message that fits") << "* 1 FETCH (BODY[] {100}\r\n"_ba << false;
        QTest::newRow("message too large") << "* 1 FETCH (BODY[] {101}\r\n"_ba << true;
        QTest::newRow("name that fits") << "* LIST () \"/\" {10}\r\n"_ba << false;
        QTest::newRow("name too long") << "* LIST () \"/\" {11}\r\n"_ba << true;
        QTest::newRow("large because of its word")
            << "* LIST (FETCH \"* 1 FETCH \") \"/\" {11}\r\n"_ba << true;
        QTest::newRow("a size of 64 bits") << "* 1 FETCH (BODY[] {9223372036854775807}\r\n"_ba << true;
        QTest::newRow("a size of no bits") << "* 1 FETCH (BODY[] {99999999999999999999}\r\n"_ba << true;
        QTest::newRow("many literals") << "* LIST {1}\r\na {1}\r\nb {1}\r\nc {1}\r\n"_ba << true;
        QTest::newRow("much in all") << "* 1 FETCH (BODY[1] {100}\r\n" + QByteArray(100, 'a')
                + " BODY[2] {100}\r\n"
                                     << true;
    }

    void limitsAreKept()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const bool, isRefused);
        Limits limits;
        limits.longestText = 1'000;
        limits.plainLiteral = 10;
        limits.bodyLiteral = 100;
        limits.mostLiteralBytes = 150;
        limits.mostLiterals = 3;
        ResponseReader reader(limits);

        reader.feed(bytes);
        const auto raw = reader.next();

        QCOMPARE(!raw.has_value(), isRefused);
        if (isRefused) {
            QCOMPARE(raw.error().code, Errc::TooLarge);
        }
    }

    void aDiskThatCannotBeWrittenIsAnError()
    {
        Limits limits;
        limits.inMemory = 2;
        limits.spoolFolder = u"/nonexistent/folder"_s;
        ResponseReader reader(limits);

        reader.feed("* 1 FETCH (BODY[] {5}\r\nhello)\r\n");

        QCOMPARE(reader.next().error().code, Errc::Io);
    }

    void itDoesNotMatterWhereGarbageIsCut()
    {
        QRandomGenerator random(11);
        const QByteArray alphabet = "*+A1 (){}[]\"\\\r\n\r\n3FETCH\xd0\x00x"_ba;
        for (int round = 0; round < 2'000; ++round) {
            QByteArray bytes;
            for (quint32 i = random.bounded(120U); i > 0; --i) {
                bytes += alphabet[random.bounded(int(alphabet.size()))];
            }
            const qsizetype cut = random.bounded(int(bytes.size()) + 1);

            QCOMPARE(readAll({bytes.first(cut), bytes.sliced(cut)}, {}), readAll({bytes}, {}));
        }
    }
};

QTEST_GUILESS_MAIN(ResponseReaderTest)
#include "tst_responsereader.moc"
