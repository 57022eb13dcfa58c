// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/imap/partdecoder.h"

#include <QTest>

#include <algorithm>

using namespace aside;
using namespace aside::imap;

class PartDecoderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void piecesOfAnySize_data()
    {
        QTest::addColumn<PartEncoding>("encoding");
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<QByteArray>("bytes");

        QByteArray all(5'003, Qt::Uninitialized);
        for (qsizetype i = 0; i < all.size(); ++i) {
            all[i] = static_cast<char>(i * 7 + i / 256);
        }
        QByteArray lines;
        const QByteArray letters = all.toBase64();
        for (qsizetype at = 0; at < letters.size(); at += 76) {
            lines += letters.mid(at, 76) + "\r\n";
        }
        QTest::newRow("base64") << PartEncoding::Base64 << lines << all;
        QTest::newRow("no padding") << PartEncoding::Base64 << QByteArray("QUJDRA") << QByteArray("ABCD");
        QTest::newRow("two in one") << PartEncoding::Base64 << QByteArray("QQ==\r\nQkM=\r\n")
                                    << QByteArray("ABC");
        QTest::newRow("strangers in it")
            << PartEncoding::Base64 << QByteArray("Q!U J\tD") << QByteArray("ABC");
        QTest::newRow("a letter too many")
            << PartEncoding::Base64 << QByteArray("QUJDQ") << QByteArray("ABC");
        QTest::newRow("quoted") << PartEncoding::QuotedPrintable
                                << QByteArray("=D0=A1=d1=87 a=3Db=\r\nc=  \r\nd\r\ne=\nf")
                                << QByteArray("\xD0\xA1\xD1\x87 a=bcd\r\nef");
        QTest::newRow("not really quoted")
            << PartEncoding::QuotedPrintable << QByteArray("a=b =ZZ =4x=") << QByteArray("a=b =ZZ =4x");
        QTest::newRow("as it is") << PartEncoding::None << all << all;
        QTest::newRow("nothing") << PartEncoding::Base64 << QByteArray() << QByteArray();
    }

    void piecesOfAnySize()
    {
        QFETCH(const PartEncoding, encoding);
        QFETCH(const QByteArray, sent);
        QFETCH(const QByteArray, bytes);

        for (const qsizetype size : {1, 2, 3, 4, 5, 77, 1'000, 100'000}) {
            PartDecoder decoder(encoding);
            QByteArray got;
            for (qsizetype at = 0; at < sent.size(); at += size) {
                got += decoder.decode(QByteArrayView(sent).sliced(at, std::min(size, sent.size() - at)));
            }
            got += decoder.finish();
            QCOMPARE(got, bytes);
        }
    }

    void encodingsByName()
    {
        QCOMPARE(partEncoding("base64"), PartEncoding::Base64);
        QCOMPARE(partEncoding("quoted-printable"), PartEncoding::QuotedPrintable);
        QCOMPARE(partEncoding("8bit"), PartEncoding::None);
        QCOMPARE(partEncoding(""), PartEncoding::None);
    }
};

QTEST_GUILESS_MAIN(PartDecoderTest)
#include "tst_partdecoder.moc"
