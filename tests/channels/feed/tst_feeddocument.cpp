// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/feed/feeddate.h"
#include "app/channels/feed/feeddocument.h"
#include "app/channels/feed/feedmentions.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QStringEncoder>
#include <QTest>
#include <QTimeZone>

#include <numeric>

using namespace aside;
using namespace aside::feed;
using namespace Qt::StringLiterals;

namespace {

const QUrl place(u"https://feeds.example/all.xml"_s);

Result<FeedDocument> parsed(const QByteArray &bytes, const QByteArray &type = "text/xml")
{
    return readFeed(bytes, type, place);
}

FeedDocument read(const QByteArray &bytes, const QByteArray &type = "text/xml")
{
    return parsed(bytes, type).value_or(FeedDocument());
}

Errc failure(const QByteArray &bytes)
{
    const Result<FeedDocument> document = parsed(bytes);
    return document ? Errc::Internal : document.error().code;
}

QByteArray rss(const QByteArray &items)
{
    return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>News</title>" + items
        + "</channel></rss>";
}

QString iso(std::optional<Instant> at)
{
    return at ? QDateTime::fromMSecsSinceEpoch(toMillis(*at), QTimeZone::UTC).toString(Qt::ISODate)
              : QString();
}

const QByteArray googleAlert
    = "<?xml version=\"1.0\" encoding=\"utf-8\"?><feed xmlns=\"http://www.w3.org/2005/Atom\" "
      "xmlns:idx=\"urn:atom-extension:indexing\"><id>tag:google.com,2005:reader/user/1/state</id>"
      "<title>Google Alert - aside</title><link href=\"https://www.google.com/alerts/feeds/1/2\" "
      "rel=\"self\">"
      "</link><updated>2026-01-10T05:00:00Z</updated><entry>"
      "<id>tag:google.com,2013:googlealerts/feed:9007199254740993</id>"
      "<title type=\"html\">Why &lt;b&gt;Aside&lt;/b&gt; &amp;amp; Co don&amp;#39;t answer</title>"
      "<link href=\"https://www.google.com/url?rct=j&amp;sa=t&amp;url=https://shop.example/a%3Fb%3Dc%2526d"
      "&amp;ct=ga&amp;cd=x&amp;usg=y\"></link><published>2026-01-10T04:59:00Z</published>"
      "<updated>2026-01-10T05:00:00Z</updated><content type=\"html\">They &lt;b&gt;never&lt;/b&gt; "
      "answer</content><author><name></name></author></entry></feed>";

} // namespace

class TestFeedDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void googleAlertIsReadWhole();
    void rssIsReadWithItsLinkAndDate();
    void rdfHasItsItemsBesideTheChannel();
    void atomKeepsItsMarkup();
    void entitiesOfHtmlNeedNoDeclaration();
    void brokenFeedsAreRepaired_data();
    void brokenFeedsAreRepaired();
    void whatIsNoFeedIsRefused_data();
    void whatIsNoFeedIsRefused();
    void bombsAreRefusedAtOnce();
    void encodingsAreFound_data();
    void encodingsAreFound();
    void datesAreUnderstood_data();
    void datesAreUnderstood();
    void linksAreOfTheWebAlone();
    void manyEntriesAreRead();
    void corpusIsReadOrRefused();
    void corpusSaysWhatItExpects();
    void mutatedFeedsBringNothingDown();
};

void TestFeedDocument::googleAlertIsReadWhole()
{
    const FeedDocument document = read(googleAlert);

    QCOMPARE(document.title, u"Google Alert - aside"_s);
    QVERIFY(document.site.isEmpty());
    QCOMPARE(document.entries.size(), 1);
    const FeedEntry &entry = document.entries.constFirst();
    QCOMPARE(entry.id, u"tag:google.com,2013:googlealerts/feed:9007199254740993"_s);
    QCOMPARE(entry.title.text, u"Why <b>Aside</b> &amp; Co don&#39;t answer"_s);
    QVERIFY(entry.title.isHtml);
    QVERIFY(entry.author.isEmpty());
    QCOMPARE(iso(entry.at), u"2026-01-10T04:59:00Z"_s);
    QCOMPARE(targetOf(entry.link).toString(QUrl::FullyEncoded), u"https://shop.example/a?b=c%26d"_s);
}

void TestFeedDocument::rssIsReadWithItsLinkAndDate()
{
    const FeedDocument document
        = read(rss("<link>/</link><item><title>A &amp; B</title><link>/rel</link><guid>17</guid>"
                   "<author>anna@shop.example (Анна)</author><pubDate>Sat, 10 Jan 2026 08:00:00 MSK</pubDate>"
                   "<description>&lt;p&gt;Hello&lt;/p&gt;</description></item>"));

    QCOMPARE(document.site, QUrl(u"https://feeds.example/"_s));
    const FeedEntry entry = document.entries.value(0);
    QCOMPARE(entry.id, u"17"_s);
    QCOMPARE(entry.link, QUrl(u"https://feeds.example/rel"_s));
    QCOMPARE(entry.title, (FeedText{.text = u"A & B"_s, .isHtml = false}));
    QCOMPARE(entry.author, u"Анна"_s);
    QCOMPARE(iso(entry.at), u"2026-01-10T05:00:00Z"_s);
    QCOMPARE(entry.body, (FeedText{.text = u"<p>Hello</p>"_s, .isHtml = true}));
}

void TestFeedDocument::rdfHasItsItemsBesideTheChannel()
{
    const FeedDocument document = read(
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
        "xmlns=\"http://purl.org/rss/1.0/\" "
        "xmlns:d=\"http://purl.org/dc/elements/1.1/\"><channel><title>T</title></channel>"
        "<item rdf:about=\"1\"><title>One</title><link>http://a.example/1</link><d:creator>Anna</d:creator>"
        "<d:date>2026-01-10</d:date></item><item><title>Two</title></item></rdf:RDF>");

    QCOMPARE(document.entries.size(), 2);
    QCOMPARE(document.entries.constFirst().author, u"Anna"_s);
    QCOMPARE(iso(document.entries.constFirst().at), u"2026-01-10T00:00:00Z"_s);
}

void TestFeedDocument::atomKeepsItsMarkup()
{
    const FeedDocument document = read(
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" "
        "xml:base=\"http://a.example/dir/\"><title>T</title><entry>"
        "<title type=\"text\">1 &lt;b&gt; 2</title><link rel=\"replies\" href=\"no\"/><link href=\"page\"/>"
        "<summary>short</summary><content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">"
        "<p>A &amp; <a href=\"x\">B</a></p></div></content></entry></feed>");

    const FeedEntry entry = document.entries.value(0);
    QCOMPARE(entry.title, (FeedText{.text = u"1 <b> 2"_s, .isHtml = false}));
    QCOMPARE(entry.link, QUrl(u"http://a.example/dir/page"_s));
    QCOMPARE(entry.body,
             (FeedText{.text = u"<div><p>A &amp; <a href=\"x\">B</a></p></div>"_s, .isHtml = true}));
}

void TestFeedDocument::entitiesOfHtmlNeedNoDeclaration()
{
    const FeedDocument document = read(rss("<item><title>A&nbsp;&mdash;&laquo;B&raquo;</title></item>"));

    QCOMPARE(document.entries.value(0).title.text, u"A\u00a0—«B»"_s);
    QVERIFY(!document.isRepaired);
}

void TestFeedDocument::brokenFeedsAreRepaired_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("title");
    QTest::newRow("a bare ampersand") << rss("<item><title>A & B</title></item>") << u"A & B"_s;
    QTest::newRow("one in a link") << rss(
        "<item><link>http://a.example/?a=1&b=2</link><title>A</title></item>")
                                   << u"A"_s;
    QTest::newRow("an unknown entity") << rss("<item><title>A&nosuch;B</title></item>") << u"A&nosuch;B"_s;
    QTest::newRow("a control character") << rss("<item><title>A\x0b"
                                                "B</title></item>")
                                         << u"AB"_s;
    QTest::newRow("a blank line before it") << "\r\n  \n" + rss("<item><title>A</title></item>") << u"A"_s;
    QTest::newRow("a mark and words before it")
        << "\xef\xbb\xbfNotice: 1\n" + rss("<item><title>A</title></item>") << u"A"_s;
    QTest::newRow("junk behind it") << rss("<item><title>A</title></item>") + "<script>" << u"A"_s;
    QTest::newRow("cut off") << "<rss><channel><item><title>A</title></item><item><title>B"_ba << u"A"_s;
    QTest::newRow("an undeclared prefix")
        << rss("<item><dc:creator>X</dc:creator><title>A</title></item>") << u"A"_s;
}

void TestFeedDocument::brokenFeedsAreRepaired()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, title);

    const FeedDocument document = read(bytes);

    QCOMPARE(document.entries.size(), 1);
    QCOMPARE(document.entries.constFirst().title.text, title);
}

void TestFeedDocument::whatIsNoFeedIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Errc>("code");
    QTest::newRow("nothing") << " \n"_ba << Errc::Empty;
    QTest::newRow("a page") << "<!DOCTYPE html>\n<html><body>Log in</body></html>"_ba << Errc::UnknownFormat;
    QTest::newRow("a page of XHTML") << "<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"x\" \"y\"><html/>"_ba
                                     << Errc::UnknownFormat;
    QTest::newRow("a page without a type") << "<html><body>No</body></html>"_ba << Errc::UnknownFormat;
    QTest::newRow("words") << "Too many requests"_ba << Errc::BadAnswer;
    QTest::newRow("JSON") << "{\"a\":\"<b>\"}"_ba << Errc::BadAnswer;
    QTest::newRow("another XML") << "<opml version=\"2.0\"/>"_ba << Errc::BadAnswer;
    QTest::newRow("a DOCTYPE") << "<!DOCTYPE rss SYSTEM \"http://a.example/rss.dtd\"><rss/>"_ba
                               << Errc::BadAnswer;
}

void TestFeedDocument::whatIsNoFeedIsRefused()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const Errc, code);

    QCOMPARE(failure(bytes), code);
}

void TestFeedDocument::bombsAreRefusedAtOnce()
{
    const QByteArray quadratic = "<!DOCTYPE rss [<!ENTITY a \"" + QByteArray(4'000, 'a')
        + "\">]><rss><channel><title>" + QByteArray("&a;").repeated(100'000) + "</title></channel></rss>";
    const QByteArray external
        = "<!DOCTYPE rss [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><rss><channel><item>"
          "<title>&f;</title></item></channel></rss>";

    QCOMPARE(failure(quadratic), Errc::BadAnswer);
    QCOMPARE(failure(external), Errc::BadAnswer);
    QCOMPARE(failure(rss(QByteArray("<a>").repeated(100'000))), Errc::TooDeep);
    QCOMPARE(failure(QByteArray(mostFeedBytes + 1, ' ')), Errc::TooLarge);
}

void TestFeedDocument::encodingsAreFound_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("type");
    const QString text
        = u"<rss><channel><item><title>Не отвечают уже третий день подряд</title></item></channel></rss>"_s;
    QStringEncoder old("windows-1251");
    QStringEncoder wide(QStringEncoder::Utf16BE, QStringConverter::Flag::WriteBom);
    const QByteArray russian = old.encode(text);
    const QByteArray declared = "<?xml version=\"1.0\" encoding=\"windows-1251\"?>";
    QTest::newRow("utf-8") << text.toUtf8() << "text/xml"_ba;
    QTest::newRow("UTF8") << "<?xml version=\"1.0\" encoding=\"UTF8\"?>" + text.toUtf8() << "text/xml"_ba;
    QTest::newRow("declared") << declared + russian << "text/xml"_ba;
    QTest::newRow("by the server") << russian << "text/xml; charset=\"windows-1251\""_ba;
    QTest::newRow("by nobody") << russian << "text/xml"_ba;
    QTest::newRow("the server is wrong") << text.toUtf8() << "text/xml; charset=us-ascii-nonsense"_ba;
    QTest::newRow("the feed is wrong")
        << "<?xml version=\"1.0\" encoding=\"utf-8\"?>" + russian << "text/xml"_ba;
    QTest::newRow("utf-16") << QByteArray(wide.encode(text)) << "text/xml"_ba;
}

void TestFeedDocument::encodingsAreFound()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, type);

    QCOMPARE(read(bytes, type).entries.value(0).title.text, u"Не отвечают уже третий день подряд"_s);
}

void TestFeedDocument::datesAreUnderstood_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *text, const char *expected) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(expected);
    };
    row("Sat, 10 Jan 2026 08:00:00 +0300", "2026-01-10T05:00:00Z");
    row("Sat, 10 Jan 2026 08:00:00 MSK", "2026-01-10T05:00:00Z");
    row("10 Jan 26 08:00 EST", "2026-01-10T13:00:00Z");
    row("Saturday, 10-Jan-26 08:00:00 GMT", "2026-01-10T08:00:00Z");
    row("Sat, 10 January 2026 08:00:00 GMT+03:00", "2026-01-10T05:00:00Z");
    row("Sat Jan 10 08:00:00 UTC 2026", "2026-01-10T08:00:00Z");
    row("Jan 10, 2026 08:00", "2026-01-10T08:00:00Z");
    row("Сб, 10 янв 2026 08:00:00 +0300", "2026-01-10T05:00:00Z");
    row("10 мая 2026", "2026-05-10T00:00:00Z");
    row("10 марта 2026", "2026-03-10T00:00:00Z");
    row("Sat, 10 Jan 2026 24:00:00 GMT", "2026-01-11T00:00:00Z");
    row("Sat, 31 Dec 2016 23:59:60 GMT", "2017-01-01T00:00:00Z");
    row("2026-01-10T08:00:00+03:00", "2026-01-10T05:00:00Z");
    row("2026-01-10T08:00:00.123Z", "2026-01-10T08:00:00Z");
    row("2026-01-10 08:00", "2026-01-10T08:00:00Z");
    row("2026-01-10", "2026-01-10T00:00:00Z");
    row("2026-01", "2026-01-01T00:00:00Z");
    row("20260110", "2026-01-10T00:00:00Z");
    row("2026-02-31", "");
    row("Sat, 32 Jan 2026 08:00:00 GMT", "");
    row("yesterday", "");
    row("", "");
}

void TestFeedDocument::datesAreUnderstood()
{
    QFETCH(const QString, text);
    QFETCH(const QString, expected);

    QCOMPARE(iso(parseDate(text)), expected);
}

void TestFeedDocument::linksAreOfTheWebAlone()
{
    for (const QByteArray &link : {"javascript:alert(1)"_ba, "file:///etc/passwd"_ba, "data:text/html,x"_ba,
                                   "mailto:a@b.example"_ba, ""_ba}) {
        QVERIFY(read(rss("<item><link>" + link + "</link></item>")).entries.value(0).link.isEmpty());
    }
    const QUrl inside(u"https://www.google.com/url?url=javascript:alert(1)"_s);
    QCOMPARE(targetOf(inside), inside);
    QCOMPARE(targetOf(QUrl(u"https://www.google.ru/url?q=http://a.example/"_s)),
             QUrl(u"http://a.example/"_s));
    QCOMPARE(targetOf(QUrl(u"https://evil.example/url?url=http://a.example/"_s)).host(), u"evil.example"_s);
}

void TestFeedDocument::manyEntriesAreRead()
{
    QByteArray items;
    for (int number = 0; number < 10'000; ++number) {
        items += "<item><guid>" + QByteArray::number(number) + "</guid><title>T</title></item>";
    }

    QCOMPARE(read(rss(items)).entries.size(), 10'000);
}

void TestFeedDocument::corpusIsReadOrRefused()
{
    const QString folder = QStringLiteral(SHARED_DIR) + u"/data/feeds"_s;
    if (!QDir(folder).exists()) {
        QSKIP("the corpus is not here");
    }
    int read = 0;
    QHash<Errc, int> refused;
    QDirIterator files(folder, {u"*.xml"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Result<FeedDocument> document = parsed(file.readAll());
        read += document ? 1 : 0;
        if (!document) {
            ++refused[document.error().code];
            QVERIFY2(document.error().code != Errc::Internal, qPrintable(file.fileName()));
        }
    }

    const int all = read + std::accumulate(refused.cbegin(), refused.cend(), 0);
    QVERIFY2(all > 1'900, qPrintable(QString::number(all)));
    QVERIFY2(read * 100 >= all * 95, qPrintable(u"%1 of %2"_s.arg(read).arg(all)));
}

/// What feedparser's own tests expect of titles and links, where they say so plainly.
void TestFeedDocument::corpusSaysWhatItExpects()
{
    static const QRegularExpression expectation(
        u"Expect:\\s*not bozo and (feed|entries\\[0\\])\\['(title|link|id)'\\] == u?'([^'\\\\<&]*)'\\s*\\n"_s);
    const QString folder = QStringLiteral(SHARED_DIR) + u"/data/feeds/feeds-feedparser/wellformed"_s;
    if (!QDir(folder).exists()) {
        QSKIP("the corpus is not here");
    }
    int compared = 0;
    QStringList different;
    for (const QString &kind : {u"rss"_s, u"atom"_s, u"atom10"_s, u"rdf"_s}) {
        for (const QFileInfo &info : QDir(folder + u'/' + kind).entryInfoList({u"*.xml"_s}, QDir::Files)) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            const auto match = expectation.match(QString::fromUtf8(bytes));
            if (!match.hasMatch() || (match.captured(1) == u"feed" && match.captured(2) == u"id")) {
                continue;
            }
            const FeedDocument document = read(bytes);
            const FeedEntry entry = document.entries.value(0);
            const bool isFeed = match.captured(1) == u"feed";
            const QString found = match.captured(2) == u"title" ? (isFeed ? document.title : entry.title.text)
                : match.captured(2) == u"link" ? (isFeed ? document.site : entry.link).toString()
                                               : entry.id;
            ++compared;
            if (found.compare(match.captured(3), Qt::CaseInsensitive) != 0) { // hosts have no case
                different.append(info.fileName() + u": "_s + found + u" for "_s + match.captured(3));
            }
        }
    }

    QVERIFY(compared > 30);
    QVERIFY2(different.size() * 20 <= compared, qPrintable(different.join(u'\n')));
}

void TestFeedDocument::mutatedFeedsBringNothingDown()
{
    QRandomGenerator random(5);
    for (int round = 0; round < 5'000; ++round) {
        QByteArray bytes = googleAlert.first(random.bounded(static_cast<int>(googleAlert.size())) + 1);
        for (int change = random.bounded(6); change > 0; --change) {
            bytes[random.bounded(static_cast<int>(bytes.size()))] = static_cast<char>(random.bounded(256));
        }
        if (const Result<FeedDocument> document = parsed(bytes); !document) {
            QVERIFY(document.error().code != Errc::Internal);
        }
    }
}

QTEST_GUILESS_MAIN(TestFeedDocument)
#include "tst_feeddocument.moc"
