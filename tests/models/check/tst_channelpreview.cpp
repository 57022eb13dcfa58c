// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/channelpreview.h"

#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;
using Note = ChannelPreview::Note;

class TestChannelPreview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void textsLookAsTheChannelShowsThem_data();
    void textsLookAsTheChannelShowsThem();
    void linksLieWhereTheyAreSeen();
    void nothingIsMadeOfNothing();
    void marksLieWhereTheyAreSeen();
};

void TestChannelPreview::textsLookAsTheChannelShowsThem_data()
{
    QTest::addColumn<Channel>("channel");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QList<Note>>("notes");
    QTest::newRow("plain") << Channel::Telegram << u"Hello"_s << u"Hello"_s << QList<Note>();
    QTest::newRow("stars") << Channel::Vk << u"**Now** go"_s << u"**Now** go"_s
                           << QList<Note>{Note::MarkupStays};
    QTest::newRow("stars that are shown")
        << Channel::Telegram << u"**Now** go"_s << u"Now go"_s << QList<Note>();
    QTest::newRow("tags on Telegram")
        << Channel::Telegram << u"<b>Now</b> go"_s << u"<b>Now</b> go"_s << QList<Note>{Note::MarkupStays};
    QTest::newRow("VK's name on Telegram")
        << Channel::Telegram << u"[id1|Anna], hello"_s << u"[id1|Anna], hello"_s << QList<Note>();
    QTest::newRow("tags") << Channel::Vk << u"<b>Now</b> go"_s << u"<b>Now</b> go"_s
                          << QList<Note>{Note::MarkupStays};
    QTest::newRow("sum") << Channel::Telegram << u"2 * 3 * 4, a_b_c, x < y"_s << u"2 * 3 * 4, a_b_c, x < y"_s
                         << QList<Note>();
    QTest::newRow("ends") << Channel::Telegram << u"\n\nHello\n\n\n"_s << u"Hello"_s
                          << QList<Note>{Note::EndsAreTrimmed};
    QTest::newRow("mail keeps them") << Channel::Email << u"\n\nHello\n\n\n"_s << u"\n\nHello\n\n\n"_s
                                     << QList<Note>();
    QTest::newRow("a name of VK") << Channel::Vk << u"[id1|Anna], hello"_s << u"Anna, hello"_s
                                  << QList<Note>{Note::NamesAreLinks};
    QTest::newRow("a name elsewhere") << Channel::Mastodon << u"@anna@other.example hello"_s
                                      << u"@anna hello"_s << QList<Note>{Note::NamesAreLinks};
    QTest::newRow("empty lines") << Channel::Mastodon << u"One\n\n\n\nTwo"_s << u"One\n\nTwo"_s
                                 << QList<Note>{Note::LinesAreJoined};
    QTest::newRow("a warning") << Channel::Mastodon << u"[CW: glass]\nIt broke."_s
                               << u"⚠ glass\n\nIt broke."_s << QList<Note>{Note::WarningComesFirst};
    QTest::newRow("no warning elsewhere")
        << Channel::Telegram << u"[CW: glass]\nIt broke."_s << u"[CW: glass]\nIt broke."_s << QList<Note>();
    QTest::newRow("a link that is cut")
        << Channel::Mastodon << u"See https://www.shop.example/a/very/long/way/to/lamps now"_s
        << u"See shop.example/a/very/long/way/t… now"_s << QList<Note>{Note::LinksAreCut};
    QTest::newRow("a link that is not") << Channel::Telegram << u"See https://shop.example/a"_s
                                        << u"See https://shop.example/a"_s << QList<Note>();
}

void TestChannelPreview::textsLookAsTheChannelShowsThem()
{
    QFETCH(const Channel, channel);
    QFETCH(const QString, text);
    QFETCH(const QString, shown);
    QFETCH(const QList<Note>, notes);

    const ChannelPreview preview = previewOf(channel, text);

    QCOMPARE(preview.text, shown);
    QCOMPARE(preview.notes, notes);
}

void TestChannelPreview::linksLieWhereTheyAreSeen()
{
    const ChannelPreview preview = previewOf(Channel::Vk, u"[id1|Anna], see https://shop.example/a now"_s);

    QCOMPARE(preview.links.size(), 2);
    QCOMPARE(preview.text.sliced(preview.links.at(0).start, preview.links.at(0).length), u"Anna"_s);
    QCOMPARE(preview.text.sliced(preview.links.at(1).start, preview.links.at(1).length),
             u"https://shop.example/a"_s);
}

void TestChannelPreview::nothingIsMadeOfNothing()
{
    for (const Channel channel : {Channel::Email, Channel::Telegram, Channel::Vk, Channel::Mastodon}) {
        QCOMPARE(previewOf(channel, {}), ChannelPreview());
        QVERIFY(previewOf(channel, u"\n \n"_s).links.isEmpty());
    }
}

void TestChannelPreview::marksLieWhereTheyAreSeen()
{
    const ChannelPreview preview = previewOf(
        Channel::Telegram, u"\n\nHello **Anna**, see [the lamp](https://shop.example/a) or shop.example."_s);

    QCOMPARE(preview.text, u"Hello Anna, see the lamp or shop.example."_s);
    QCOMPARE(preview.marks.size(), 2);
    QCOMPARE(preview.marks.at(0), (TextMark{.kind = MarkKind::Bold, .range = {.start = 6, .length = 4}}));
    QCOMPARE(preview.marks.at(1).target, u"https://shop.example/a"_s);
    const QList<TextRange> links{{.start = 16, .length = 8}, {.start = 28, .length = 12}};
    QCOMPARE(preview.links, links);
}

QTEST_GUILESS_MAIN(TestChannelPreview)
#include "tst_channelpreview.moc"
