// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/webpage.h"

#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;

class TestWebPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyPagesOfTheWebAreKept_data();
    void onlyPagesOfTheWebAreKept();
};

void TestWebPage::onlyPagesOfTheWebAreKept_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("page");
    QTest::addRow("a page") << u" https://shop.example/reviews?id=7#a \n"_s
                            << u"https://shop.example/reviews?id=7#a"_s;
    QTest::addRow("in the clear") << u"http://shop.example/"_s << u"http://shop.example/"_s;
    QTest::addRow("Cyrillic") << u"https://отзывы.example/магазин"_s
                              << u"https://xn--b1ajuq0cb.example/%D0%BC%D0%B0%D0%B3%D0%B0%D0%B7%D0%B8%D0%BD"_s;
    QTest::addRow("nothing") << QString() << QString();
    QTest::addRow("words") << u"my page"_s << QString();
    QTest::addRow("a program") << u"javascript:alert(1)"_s << QString();
    QTest::addRow("a file") << u"file:///etc/passwd"_s << QString();
    QTest::addRow("no host") << u"https:///x"_s << QString();
    QTest::addRow("a password") << u"https://a:b@shop.example/"_s << QString();
    QTest::addRow("too long") << u"https://shop.example/"_s + QString(2000, u'a') << QString();
    QTest::addRow("too long as it is sent") << u"https://shop.example/"_s + QString(700, u'я') << QString();
}

void TestWebPage::onlyPagesOfTheWebAreKept()
{
    QFETCH(const QString, text);
    QFETCH(const QString, page);

    QCOMPARE(webPage(text), page);
}

QTEST_GUILESS_MAIN(TestWebPage)
#include "tst_webpage.moc"
