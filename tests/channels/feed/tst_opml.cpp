// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/feed/opml.h"

#include <QTest>

using namespace aside;
using namespace aside::feed;
using namespace Qt::StringLiterals;

class TestOpml : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void feedsOfAllFoldersAreRead();
    void whatIsWrittenIsReadAgain();
    void whatIsNoListIsRefused_data();
    void whatIsNoListIsRefused();
};

void TestOpml::feedsOfAllFoldersAreRead()
{
    const Result<QList<OpmlFeed>> feeds = readOpml(
        "\n<?xml version=\"1.0\"?><opml version=\"1.0\"><head><title>T</title></head><body>"
        "<outline text=\"Folder\"><outline text=\"a\" title=\"A & B\" type=\"rss\" "
        "xmlUrl=\"https://a.example/1\"/>"
        "<outline text=\"Deeper\"><outline text=\"C\" xmlurl=\"http://c.example/\"/></outline></outline>"
        "<outline text=\"again\" xmlUrl=\"https://a.example/1\"/>"
        "<outline text=\"bad\" xmlUrl=\"file:///etc/passwd\"/><outline text=\"none\" "
        "type=\"rss\"/></body></opml>");

    QVERIFY(feeds);
    QCOMPARE(*feeds,
             (QList<OpmlFeed>{{.title = u"A & B"_s, .address = u"https://a.example/1"_s},
                              {.title = u"C"_s, .address = u"http://c.example/"_s}}));
}

void TestOpml::whatIsWrittenIsReadAgain()
{
    const QList<OpmlFeed> feeds{{.title = u"\"Новости\" <&>"_s, .address = u"https://a.example/?a=1&b=2"_s},
                                {.title = u"B"_s, .address = u"https://b.example/"_s}};

    const Result<QList<OpmlFeed>> again = readOpml(writeOpml(feeds));

    QVERIFY(again);
    QCOMPARE(*again, feeds);
}

void TestOpml::whatIsNoListIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Errc>("code");
    QTest::newRow("nothing") << ""_ba << Errc::UnknownFormat;
    QTest::newRow("a feed") << "<rss/>"_ba << Errc::UnknownFormat;
    QTest::newRow("a DOCTYPE") << "<!DOCTYPE opml SYSTEM \"x\"><opml/>"_ba << Errc::UnknownFormat;
    QTest::newRow("no feed in it") << "<opml><body/></opml>"_ba << Errc::Empty;
    QTest::newRow("cut") << "<opml><body><outline xmlUrl=\"https://a"_ba << Errc::BrokenItem;
    QTest::newRow("too large") << QByteArray(11 * 1'024 * 1'024, ' ') << Errc::TooLarge;
}

void TestOpml::whatIsNoListIsRefused()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const Errc, code);

    const Result<QList<OpmlFeed>> feeds = readOpml(bytes);

    QVERIFY(!feeds);
    QCOMPARE(feeds.error().code, code);
}

QTEST_GUILESS_MAIN(TestOpml)
#include "tst_opml.moc"
