// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/sync/partchoice.h"

#include <QTest>

using namespace aside;
using namespace aside::mail;
using imap::BodyPart;

namespace {

constexpr quint64 kilo = 1'024;
constexpr quint64 mega = kilo * kilo;

BodyPart text(quint64 size, const QByteArray &type = "text/plain")
{
    return {.section = "1", .type = type, .charset = "utf-8", .encoding = "8bit", .size = size};
}

BodyPart file(quint64 size, const QByteArray &type = "application/pdf")
{
    return {.section = "2",
            .type = type,
            .encoding = "base64",
            .size = size,
            .disposition = "attachment",
            .fileName = "a"};
}

BodyPart picture(quint64 size)
{
    return {.section = "3",
            .type = "image/png",
            .encoding = "base64",
            .size = size,
            .contentId = "<p@x>",
            .disposition = "inline"};
}

BodyPart named(BodyPart part)
{
    part.fileName = "notes.txt";
    return part;
}

} // namespace

class PartChoiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void whatIsReadComes_data()
    {
        using Parts = QList<BodyPart>;
        QTest::addColumn<Parts>("parts");
        QTest::addColumn<QByteArray>("taken"); // W: whole, B: its beginning, -: nothing

        QTest::newRow("a text and large files")
            << Parts{text(500), file(50 * mega), file(40 * mega)} << QByteArray("W--");
        QTest::newRow("both texts") << Parts{text(500), text(90 * kilo, "text/html"), file(5 * mega)}
                                    << QByteArray("WW-");
        QTest::newRow("small files as well")
            << Parts{text(500), file(5 * mega), file(100 * kilo), file(300)} << QByteArray("W-WW");
        QTest::newRow("a report of what did not arrive")
            << Parts{text(500), file(2 * kilo, "message/delivery-status"), file(30 * mega, "message/rfc822")}
            << QByteArray("WW-");
        QTest::newRow("pictures in the text")
            << Parts{text(500), picture(400 * kilo), picture(600 * kilo)} << QByteArray("WW-");
        QTest::newRow("not all small ones")
            << Parts{text(500), picture(500 * kilo), picture(500 * kilo), picture(100 * kilo)}
            << QByteArray("WWW-");
        QTest::newRow("a text without end") << Parts{text(80 * mega)} << QByteArray("B");
        QTest::newRow("texts without end")
            << Parts{text(80 * mega), text(80 * mega, "text/html"), text(900 * kilo)} << QByteArray("BB-");
        QTest::newRow("a text that is a file")
            << Parts{text(500), named(text(5 * mega)), file(3 * mega, "text/plain")} << QByteArray("W--");
        QTest::newRow("a named text alone") << Parts{named(text(3 * mega))} << QByteArray("B");
        QTest::newRow("data in lines") << Parts{text(500), text(5 * mega, "text/csv")} << QByteArray("W-");
        QTest::newRow("nobody said how large") << Parts{text(0), file(0)} << QByteArray("W-");
        QTest::newRow("a file alone") << Parts{file(30 * mega)} << QByteArray("-");
        QTest::newRow("no end of parts")
            << Parts(300, file(10)) << QByteArray(100, 'W') + QByteArray(200, '-');
        QTest::newRow("nothing") << Parts() << QByteArray();
    }

    void whatIsReadComes()
    {
        QFETCH(const QList<BodyPart>, parts);
        QFETCH(const QByteArray, taken);

        const QList<ChosenPart> chosen = chooseParts(parts);

        QByteArray got;
        quint64 most = 0;
        for (const ChosenPart &one : chosen) {
            got += one.take == PartTake::Whole ? 'W' : (one.take == PartTake::Beginning ? 'B' : '-');
            most += std::min(mostOf(one), one.part.size);
            QCOMPARE_GE(mostOf(one), one.take == PartTake::Whole ? one.part.size : 0);
        }
        QCOMPARE(got, taken);
        QCOMPARE_LE(most, 3 * mega); // whatever is in a letter
    }
};

QTEST_GUILESS_MAIN(PartChoiceTest)
#include "tst_partchoice.moc"
