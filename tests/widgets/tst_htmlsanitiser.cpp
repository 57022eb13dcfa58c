// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/hostiletexts.h"
#include "tests/widgets/windowfixture.h"
#include "widgets/richtext/htmlsanitiser.h"

#include <QElapsedTimer>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextTable>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

/// All an attribute or a tag may be in what came out.
const QRegularExpression &allowedTag()
{
    static const QRegularExpression pattern(
        u"^(/?(div|p|h4|pre|b|i|u|s|tt|sub|sup|ul|ol|li|blockquote|table|tr|td|th|a)|br /|hr /"
        "|blockquote style=\"[a-z0-9:; -]*\"|table cellspacing=\"0\" cellpadding=\"3\""
        "|a href=\"(https?://|mailto:|tel:)[!-~]*\"|img src=\"cid:[!-~]+\" alt=\"[^\"]*\"( width=\"[0-9]+\")? style=\"max-width:100%\" /)$"_s);
    return pattern;
}

QString forbiddenPart(const QString &html)
{
    static const QRegularExpression tags(u"<([^>]*)>"_s);
    for (const QRegularExpressionMatch &tag : tags.globalMatch(html)) {
        if (!allowedTag().match(tag.captured(1)).hasMatch()) {
            return tag.captured(0);
        }
    }
    return {};
}

int deepestTable(const QTextDocument &document)
{
    int deepest = 0;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        int depth = 0;
        for (QTextFrame *frame = QTextCursor(block).currentFrame(); frame != nullptr;
             frame = frame->parentFrame()) {
            depth += qobject_cast<QTextTable *>(frame) != nullptr ? 1 : 0;
        }
        deepest = std::max(deepest, depth);
    }
    return deepest;
}

} // namespace

class TestHtmlSanitiser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarning(); }

    void keepsWhatALetterNeeds_data();
    void keepsWhatALetterNeeds();
    void dropsWhatIsMeantToBeHidden_data();
    void dropsWhatIsMeantToBeHidden();
    void namesTheHostsOfRemotePictures();
    void placesRemotePicturesOnlyWhenAsked();
    void leavesOutWhatOnlyReportsReading_data();
    void leavesOutWhatOnlyReportsReading();
    void countsRemotePictures();
    void knowsRemotePicturesWhereNothingElseIs();
    void saysWhyItGaveUp_data();
    void saysWhyItGaveUp();
    void findsTheHistoryAtTheEnd_data();
    void findsTheHistoryAtTheEnd();
    void hostileHtmlIsHarmlessAndStable();
    void bombsStayWithinTheLimits();
};

void TestHtmlSanitiser::keepsWhatALetterNeeds_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("expected");

    QTest::newRow("bare") << u"Hello"_s << u"<div>Hello</div>"_s;
    QTest::newRow("paragraphs") << u"<p>One<p>Two"_s << u"<p>One</p><p>Two</p>"_s;
    QTest::newRow("marks") << u"<B>b</B> <em>i</em><span style='font-weight: 700'>c</span>"_s
                           << u"<div><b>b</b> <i>i</i><b>c</b></div>"_s;
    QTest::newRow("space") << u"<p>  a \n\t b  </p>"_s << u"<p>a b</p>"_s;
    QTest::newRow("lines") << u"a<br>b<div>c</div>d"_s << u"<div>a<br />b</div><div>c</div><div>d</div>"_s;
    QTest::newRow("empty line") << u"<div>a</div><div><br></div><div>b</div>"_s
                                << u"<div>a</div><div>\u00a0</div><div>b</div>"_s;
    QTest::newRow("list") << u"<ul><li>a<li>b</ul>"_s
                          << u"<ul><li><div>a</div></li><li><div>b</div></li></ul>"_s;
    QTest::newRow("table") << u"<table><tbody><tr><td>a<td>b</table>"_s
                           << u"<table cellspacing=\"0\" cellpadding=\"3\"><tr><td><div>a</div></td><td>"
                              "<div>b</div></td></tr></table>"_s;
    QTest::newRow("link") << u"<a href='HTTP://Example.com/a b' onclick=x>go</a>"_s
                          << u"<div><a href=\"http://example.com/a%20b\">go</a></div>"_s;
    QTest::newRow("bad link") << u"<a href='javascript:alert(1)'>go</a>"_s << u"<div>go</div>"_s;
    QTest::newRow("picture of the mail")
        << u"<img src=cid:a@b width=9000 onerror=x>"_s
        << u"<div><img src=\"cid:a@b\" alt=\"\" width=\"560\" style=\"max-width:100%\" /></div>"_s;
    QTest::newRow("picture of the mail, described")
        << u"<img src=cid:a@b alt='A \"lamp\" &lt;b&gt;'>"_s
        << u"<div><img src=\"cid:a@b\" alt=\"A &quot;lamp&quot; &lt;b&gt;\" style=\"max-width:100%\" /></div>"_s;
    QTest::newRow("remote picture") << u"<img src=https://a.example/t.gif alt='Our &lt;logo&gt;'>"_s
                                    << u"<div>Our &lt;logo&gt;</div>"_s;
    QTest::newRow("preformatted") << u"<pre>a\n  b</pre>"_s << u"<pre>a<br />  b</pre>"_s;
    QTest::newRow("item without a list") << u"<li>a</li>"_s << u"<div>a</div>"_s;
    QTest::newRow("cell without a table") << u"<td>a</td><td>b</td>"_s << u"<div>a</div><div>b</div>"_s;
}

void TestHtmlSanitiser::keepsWhatALetterNeeds()
{
    QFETCH(const QString, html);
    QFETCH(const QString, expected);

    QCOMPARE(sanitise(html).html, expected);
}

void TestHtmlSanitiser::dropsWhatIsMeantToBeHidden_data()
{
    QTest::addColumn<QString>("hidden");

    QTest::newRow("display") << u"<div style='DISPLAY : none'>secret</div>"_s;
    QTest::newRow("important") << u"<div style='display:none !important'>secret</div>"_s;
    QTest::newRow("visibility") << u"<span style='visibility:hidden'>secret</span>"_s;
    QTest::newRow("nothing high") << u"<span style='font-size:0px'>secret</span>"_s;
    QTest::newRow("one see-through") << u"<span style='opacity: 0.0'>secret</span>"_s;
    QTest::newRow("hidden") << u"<p hidden>secret</p>"_s;
    QTest::newRow("Outlook") << u"<p style='mso-hide:all'>secret</p>"_s;
    QTest::newRow("inside") << u"<div style='display:none'><p><b>secret</b></p><p>secret</p></div>"_s;
    QTest::newRow("style") << u"<style>secret{}</style>"_s;
    QTest::newRow("script") << u"<script>secret</script>"_s;
    QTest::newRow("title") << u"<html><head><title>secret</title></head><body>"_s;
    QTest::newRow("svg") << u"<svg><text>secret</text><image href=/etc/hostname /></svg>"_s;
    QTest::newRow("comment") << u"<!-- secret --><!--[if mso]>secret<![endif]-->"_s;
    QTest::newRow("frame") << u"<iframe srcdoc='secret'>secret</iframe>"_s;
}

void TestHtmlSanitiser::dropsWhatIsMeantToBeHidden()
{
    QFETCH(const QString, hidden);

    QCOMPARE(sanitise(hidden + u"<p>seen</p>"_s).html, u"<p>seen</p>"_s);
}

void TestHtmlSanitiser::namesTheHostsOfRemotePictures()
{
    const SafeHtml safe
        = sanitise(u"<p>a<img src='https://b.example/1'><img src='http://c.example/2.svg'>"
                   "<img src='//d.example/3'><img src=https://b.example/4>"
                   "<img src='file:///etc/passwd'><img src='cid:x'><img src='data:image/png;base64,AA'>"_s);

    QCOMPARE(safe.remote.hosts, (QStringList{u"b.example"_s, u"d.example"_s}));
    QCOMPARE(safe.remote.unencryptedHosts, QStringList{u"c.example"_s});
    QCOMPARE(safe.remote.pictures.size(), 3);
    QCOMPARE(safe.pictures, QStringList{u"x"_s});
    QVERIFY(!safe.html.contains(u"example"_s));
}

void TestHtmlSanitiser::placesRemotePicturesOnlyWhenAsked()
{
    const QString html = u"<p>a<img src='https://b.example/1?x=1&amp;y=2' width=900 height=300 alt=lamp>"
                         "<img src='http://c.example/2'><img src='https://b.example/3' style='width:120px'>"
                         "<img src=' //b.example/1?x=1&amp;y=2'><img src='remote:7'></p>"_s;

    const SafeHtml without = sanitise(html);
    const SafeHtml with = sanitise(html, RemotePlaces::Kept);

    QCOMPARE(without.html, u"<p>alamp</p>"_s);
    QCOMPARE(with.html,
             u"<p>a<img src=\"remote:0\" alt=\"lamp\" width=\"560\" style=\"max-width:100%\" /><img "
             u"src=\"remote:1\" alt=\"\" width=\"120\" style=\"max-width:100%\" />"
             "<img src=\"remote:0\" alt=\"\" width=\"560\" style=\"max-width:100%\" /></p>"_s);
    QCOMPARE(with.remote, without.remote);
    QCOMPARE(with.remote.pictures.size(), 2);
    QCOMPARE(with.remote.pictures.constFirst(),
             (RemotePicture{.address = u"https://b.example/1?x=1&y=2"_s,
                            .reference = u"remote:0"_s,
                            .description = u"lamp"_s,
                            .size = QSize(900, 300)}));
}

void TestHtmlSanitiser::leavesOutWhatOnlyReportsReading_data()
{
    QTest::addColumn<QString>("attributes");

    QTest::newRow("one by one") << u"width=1 height=1"_s;
    QTest::newRow("nothing") << u"width='0' height='0'"_s;
    QTest::newRow("thin") << u"width=600 height=1"_s;
    QTest::newRow("style") << u"style='border:0;WIDTH: 1px !important; height:1px'"_s;
    QTest::newRow("style against attribute") << u"width=200 height=200 style='height:0px'"_s;
    QTest::newRow("fraction") << u"width=0.5"_s;
    QTest::newRow("hidden") << u"style='display:none'"_s;
    QTest::newRow("see-through") << u"style='opacity:0'"_s;
}

void TestHtmlSanitiser::leavesOutWhatOnlyReportsReading()
{
    QFETCH(const QString, attributes);

    const SafeHtml safe
        = sanitise(u"<p>a<img src='https://track.example/o.gif' %1>"_s.arg(attributes), RemotePlaces::Kept);

    QCOMPARE(safe.html, u"<p>a</p>"_s);
    QVERIFY(safe.remote.isEmpty());
}

void TestHtmlSanitiser::countsRemotePictures()
{
    QString html = u"<p>"_s;
    for (int i = 0; i < 500; ++i) {
        html += u"<img src='https://b.example/%1'><img src='https://b.example/same'>"_s.arg(i);
    }

    const SafeHtml safe = sanitise(html, RemotePlaces::Kept);

    QCOMPARE(safe.reason, PlainReason::None);
    QCOMPARE(safe.remote.pictures.size(), HtmlLimits::pictures);
    QCOMPARE(safe.html.count(u"<img"_s), HtmlLimits::pictures);
}

void TestHtmlSanitiser::knowsRemotePicturesWhereNothingElseIs()
{
    const QString html = u"<div><img src='https://b.example/all-in-one.jpg'></div>"_s;

    QCOMPARE(sanitise(html).reason, PlainReason::Empty);
    QCOMPARE(sanitise(html).remote.hosts, QStringList{u"b.example"_s});
    QVERIFY(sanitise(html, RemotePlaces::Kept).html.contains(u"remote:0"_s));
}

void TestHtmlSanitiser::saysWhyItGaveUp_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<PlainReason>("reason");

    QTest::newRow("long") << QString(2'000'000, u'a') << PlainReason::TooLong;
    QTest::newRow("much to read") << u"<p>word "_s.repeated(30'000) << PlainReason::TooManyParts;
    QTest::newRow("one long word") << QString(100'000, u'a') << PlainReason::TooLong;
    QTest::newRow("deep") << u"<div>"_s.repeated(500) + u"x"_s << PlainReason::TooDeep;
    QTest::newRow("cells") << u"<table>"_s + u"<tr><td>x"_s.repeated(2'000) << PlainReason::TooManyParts;
    QTest::newRow("attributes") << u"<p "_s + u"a "_s.repeated(5'000) + u">x"_s << PlainReason::TooManyParts;
    QTest::newRow("nothing") << u"<div></div>"_s << PlainReason::Empty;
    QTest::newRow("nothing at all") << QString() << PlainReason::Empty;
}

void TestHtmlSanitiser::saysWhyItGaveUp()
{
    QFETCH(const QString, html);
    QFETCH(const PlainReason, reason);

    const SafeHtml safe = sanitise(html);

    QCOMPARE(safe.reason, reason);
    QVERIFY(safe.html.isEmpty());
}

void TestHtmlSanitiser::findsTheHistoryAtTheEnd_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("shown");

    QTest::newRow("none") << u"<p>a</p>"_s << u"<p>a</p>"_s;
    QTest::newRow("quote") << u"<p>a</p><p>On Monday Anna wrote:</p><blockquote>b</blockquote>"_s
                           << u"<p>a</p>"_s;
    QTest::newRow("Russian") << u"<p>a</p><div>Анна пишет:</div><blockquote>b</blockquote>"_s
                             << u"<p>a</p>"_s;
    QTest::newRow("Gmail")
        << u"<div>a</div><div class=gmail_quote><div>x wrote:<br></div><blockquote>b</blockquote></div>"_s
        << u"<div>a</div>"_s;
    QTest::newRow("signature") << u"<div>a</div><div class='moz-signature'>-- <br>Anna</div>"_s
                               << u"<div>a</div>"_s;
    QTest::newRow("answer below") << u"<blockquote>b</blockquote><p>a</p>"_s
                                  << sanitise(u"<blockquote>b</blockquote><p>a</p>"_s).html;
    QTest::newRow("only a quote") << u"<blockquote>b</blockquote>"_s
                                  << sanitise(u"<blockquote>b</blockquote>"_s).html;
}

void TestHtmlSanitiser::findsTheHistoryAtTheEnd()
{
    QFETCH(const QString, html);
    QFETCH(const QString, shown);

    QCOMPARE(sanitise(html).withoutHistory(), shown);
}

void TestHtmlSanitiser::hostileHtmlIsHarmlessAndStable()
{
    QList<test::HostileText> all = test::collectedHtml() + test::naughtyStrings();
    if (all.size() < 100) {
        QSKIP("The collections of hostile HTML are not here");
    }
    for (const test::HostileText &each : std::as_const(all)) {
        const SafeHtml safe = sanitise(each.text);

        const QString again = sanitise(safe.html).html;
        QVERIFY2(forbiddenPart(safe.html).isEmpty(), qPrintable(forbiddenPart(safe.html)));
        QVERIFY2(forbiddenPart(safe.withoutHistory()).isEmpty(), each.name.constData());
        QVERIFY2(again == safe.html,
                 qPrintable(QString::fromUtf8(each.name) + u'\n' + safe.html + u'\n' + again));
    }
}

void TestHtmlSanitiser::bombsStayWithinTheLimits()
{
    double worst = 0;
    for (const test::HostileText &bomb : test::layoutBombs()) {
        QElapsedTimer timer;
        timer.start();
        const SafeHtml safe = sanitise(bomb.text);
        const double parsed = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        QTextDocument document;
        document.setHtml(safe.html);
        document.setTextWidth(600);
        document.size();
        const double all = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        worst = std::max(worst, all);
        qInfo("%-28s %6.0f ms to read, %6.0f ms with layout, reason %d", bomb.name.constData(), parsed, all,
              static_cast<int>(safe.reason));

        QVERIFY(forbiddenPart(safe.html).isEmpty());
        QCOMPARE_LE(deepestTable(document), HtmlLimits::nestedTables);
        QCOMPARE_LE(document.blockCount(), HtmlLimits::blocks + 3 * HtmlLimits::cells);
        QCOMPARE_LE(document.characterCount(), 2 * HtmlLimits::characters);
        QCOMPARE(sanitise(safe.html).html, safe.html);
    }
    qInfo("the worst took %.0f ms", worst);
}

QTEST_MAIN(TestHtmlSanitiser)
#include "tst_htmlsanitiser.moc"
