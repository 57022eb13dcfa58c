// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/imap/bodyparts.h"
#include "app/channels/email/imap/response.h"

#include <QTest>

using namespace aside;
using namespace aside::imap;

namespace {

Value structure(const QByteArray &text)
{
    ResponseReader reader({});
    reader.feed("* 1 FETCH (BODYSTRUCTURE " + text + ")\r\n");
    const auto raw = reader.next();
    const auto response = raw && *raw ? parseResponse(**raw, {}) : fail(Errc::Internal);
    return response ? std::get<Fetched>(*response).structure : Value();
}

} // namespace

class BodyPartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aTextAlone()
    {
        const auto parts
            = bodyParts(structure(R"(("TEXT" "PLAIN" ("CHARSET" "koi8-r") NIL NIL "8BIT" 3028 92))"));

        QVERIFY(parts);
        QCOMPARE(*parts,
                 (QList<BodyPart>{{.section = "1",
                                   .type = "text/plain",
                                   .charset = "koi8-r",
                                   .encoding = "8bit",
                                   .size = 3028}}));
    }

    void partsInPartsHaveTheirNumbers()
    {
        const auto parts = bodyParts(structure(
            R"x(((("text" "plain" NIL NIL NIL "7bit" 10 1)("text" "html" NIL NIL NIL "7bit" 20 1) "alternative"))x"
            R"x( ("image" "png" ("name" "a.png") "<pic@x>" NIL "base64" 300 NIL ("inline" ("filename" "b.png"))))x"
            R"x( ("message" "rfc822" NIL NIL NIL "7bit" 400 NIL ("text" "plain" NIL NIL NIL "7bit" 5 1) 9 NIL)x"
            R"x( ("ATTACHMENT" NIL)) "mixed"))x"));

        QVERIFY(parts);
        QCOMPARE(parts->size(), 4);
        QCOMPARE(parts->at(0).section, QByteArray("1.1"));
        QCOMPARE(parts->at(1).type, QByteArray("text/html"));
        QCOMPARE(parts->at(1).section, QByteArray("1.2"));
        QCOMPARE(parts->at(2),
                 (BodyPart{.section = "2",
                           .type = "image/png",
                           .encoding = "base64",
                           .size = 300,
                           .contentId = "<pic@x>",
                           .disposition = "inline",
                           .fileName = "b.png"}));
        QCOMPARE(parts->at(3).section, QByteArray("3"));
        QCOMPARE(parts->at(3).type, QByteArray("message/rfc822"));
        QCOMPARE(parts->at(3).disposition, QByteArray("attachment"));
    }

    void nilStandsAnywhere()
    {
        const auto parts = bodyParts(structure("(NIL NIL NIL NIL NIL NIL NIL NIL NIL NIL)"));

        QVERIFY(parts);
        QCOMPARE(*parts, (QList<BodyPart>{{.section = "1", .type = "/"}}));
    }

    void whatIsNoStructureIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<Errc>("code");
        QTest::newRow("nothing") << QByteArray("NIL") << Errc::BadAnswer;
        QTest::newRow("a word") << QByteArray("text") << Errc::BadAnswer;
        QTest::newRow("empty") << QByteArray("()") << Errc::BadAnswer;
        QTest::newRow("an empty part") << QByteArray("(() \"mixed\")") << Errc::BadAnswer;
        QTest::newRow("parts without end")
            << "(" + QByteArray("(\"a\" \"b\")").repeated(20'000) + " \"mixed\")" << Errc::TooLarge;
    }

    void whatIsNoStructureIsRefused()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const Errc, code);

        const auto parts = bodyParts(structure(text));

        QVERIFY(!parts);
        QCOMPARE(parts.error().code, code);
    }
};

QTEST_GUILESS_MAIN(BodyPartsTest)
#include "tst_bodyparts.moc"
