// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/mail/base64.h"

#include <QRandomGenerator>
#include <QTest>

using namespace aside;

class Base64Test : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void whatWasEncodedComesBack()
    {
        QRandomGenerator random(7);
        for (int size = 0; size < 300; ++size) {
            QByteArray bytes(size, '\0');
            for (char &byte : bytes) {
                byte = static_cast<char>(random.bounded(256));
            }
            QByteArray text = bytes.toBase64();
            QCOMPARE(decodeBase64(text), bytes);

            // Line ends and what does not belong there, anywhere.
            for (int i = 0; i < 10; ++i) {
                text.insert(random.bounded(text.size() + 1), random.bounded(2) == 0 ? "\r\n" : "\xFF-*");
            }
            QCOMPARE(decodeBase64(text), bytes);
        }
    }

    void oddInput_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char *name, const QByteArray &text, const QByteArray &bytes) {
            QTest::newRow(name) << text << bytes;
        };
        row("nothing", "", "");
        row("only padding", "====", "");
        row("no padding", "aGVsbG8", "hello");
        row("cut in a letter", "aGVsbG8gd29ybGQ", "hello world");
        row("a bit alone", "a", "");
        row("two that were joined", "aGVsbG8=d29ybGQ=", "helloworld");
        row("only garbage", "\xD0\xBF\xD1\x80", "");
    }

    void oddInput()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, bytes);
        QCOMPARE(decodeBase64(text), bytes);
    }
};

QTEST_GUILESS_MAIN(Base64Test)
#include "tst_base64.moc"
