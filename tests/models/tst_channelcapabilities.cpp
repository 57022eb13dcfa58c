// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/channelcapabilities.h"

#include <QTest>
#include <QUrl>

using namespace aside;
using namespace Qt::StringLiterals;

class TestChannelCapabilities : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void everyChannelHasASide_data();
    void everyChannelHasASide();
    void aReviewSiteAndAFeedCarryNoTalk();
    void whatProgramsCannotWriteToIsPostedByHand();
    void shortLinksBelongToTheirNetwork();
    void privateLinksBelongToTheirNetwork_data() { everyChannelHasASide_data(); }
    void privateLinksBelongToTheirNetwork();
    void limitsAndUnitsFollowTheAudience();
    void filesGoWhereTheChannelTakesThem();
    void lengthIsCountedTheChannelsWay_data();
    void lengthIsCountedTheChannelsWay();
    void longTextsAreCounted_data();
    void longTextsAreCounted();
};

void TestChannelCapabilities::everyChannelHasASide_data()
{
    QTest::addColumn<Channel>("channel");
    for (int number = 1; number <= 17; ++number) {
        const auto channel = static_cast<Channel>(number);
        QTest::newRow(channelName(channel).data()) << channel;
    }
}

void TestChannelCapabilities::everyChannelHasASide()
{
    QFETCH(const Channel, channel);

    const auto &can = capabilitiesOf(channel);

    QVERIFY(can.hasPublicSide || can.hasPrivateSide);
    QCOMPARE(can.firstWord == FirstWord::Nobody, !can.hasPrivateSide);
    QVERIFY(can.hasPublicSide || can.publicLimit == 0);
    QVERIFY(can.hasPrivateSide || can.privateLimit == 0);
    QVERIFY(can.takesFiles || !can.hasAltText);
    QCOMPARE(can.privateReplyWindow.has_value(), can.firstWord == FirstWord::OnePrivateReply);
    for (const auto &host : can.hosts) {
        QCOMPARE(host, host.toLower());
        QVERIFY(!host.startsWith(u"www.") && host.contains(u'.') && !host.contains(u'/'));
    }
}

void TestChannelCapabilities::aReviewSiteAndAFeedCarryNoTalk()
{
    QVERIFY(!capabilitiesOf(Channel::Reviews).carriesTalk);
    QVERIFY(!capabilitiesOf(Channel::Feed).carriesTalk);
    QVERIFY(capabilitiesOf(Channel::Vk).carriesTalk);
}

void TestChannelCapabilities::whatProgramsCannotWriteToIsPostedByHand()
{
    for (const Channel channel : {Channel::Manual, Channel::Feed, Channel::Reviews, Channel::Phone}) {
        QVERIFY(capabilitiesOf(channel).byHand);
    }
    for (const Channel channel : {Channel::Email, Channel::Vk, Channel::Telegram, Channel::Mastodon}) {
        QVERIFY(!capabilitiesOf(channel).byHand);
    }
}

void TestChannelCapabilities::shortLinksBelongToTheirNetwork()
{
    QVERIFY(capabilitiesOf(Channel::Vk).hosts.contains(u"vk.me"_s));
    QVERIFY(capabilitiesOf(Channel::Youtube).hosts.contains(u"youtu.be"_s));
    QVERIFY(capabilitiesOf(Channel::X).hosts.contains(u"t.co"_s));
    QVERIFY(capabilitiesOf(Channel::Facebook).hosts.contains(u"m.me"_s));
}

void TestChannelCapabilities::privateLinksBelongToTheirNetwork()
{
    QFETCH(const Channel, channel);
    const auto &can = capabilitiesOf(channel);

    const QUrl link(can.privateLinkTo(u"@north.lane"_s));

    QCOMPARE(link.isEmpty(), can.privateLink.isEmpty());
    if (!link.isEmpty()) {
        QCOMPARE(link.scheme(), u"https"_s);
        QVERIFY(can.hasPrivateSide && can.hosts.contains(link.host()));
        QVERIFY(link.toString().endsWith(u"north.lane"_s));
    }
    QCOMPARE(can.privateLinkTo(u"https://ok.ru/messages/17"_s), u"https://ok.ru/messages/17"_s);
    QCOMPARE(can.privateLinkTo(u"two words"_s), QString());
}

void TestChannelCapabilities::limitsAndUnitsFollowTheAudience()
{
    const auto &x = capabilitiesOf(Channel::X);

    QCOMPARE(x.limit(Audience::Public), 280);
    QCOMPARE(x.unitFor(Audience::Public), LengthUnit::X);
    QCOMPARE(x.limit(Audience::Private), 10'000);
    QCOMPARE(x.unitFor(Audience::Private), LengthUnit::CodePoints);
    QCOMPARE(capabilitiesOf(Channel::Telegram).limit(Audience::Private), 4096);
    QCOMPARE(capabilitiesOf(Channel::Bluesky).unitFor(Audience::Private), LengthUnit::Graphemes);
}

void TestChannelCapabilities::filesGoWhereTheChannelTakesThem()
{
    QVERIFY(capabilitiesOf(Channel::Vk).takesFilesIn(Audience::Public));
    QVERIFY(!capabilitiesOf(Channel::Youtube).takesFilesIn(Audience::Public));
    QVERIFY(capabilitiesOf(Channel::Bluesky).takesFilesIn(Audience::Public));
    QVERIFY(!capabilitiesOf(Channel::Bluesky).takesFilesIn(Audience::Private));
    QVERIFY(!capabilitiesOf(Channel::Instagram).takesFilesIn(Audience::Public));
}

void TestChannelCapabilities::lengthIsCountedTheChannelsWay_data()
{
    QTest::addColumn<LengthUnit>("unit");
    QTest::addColumn<QString>("text");
    QTest::addColumn<qsizetype>("length");
    const auto row = [](const char *name, LengthUnit unit, const QString &text, qsizetype length) {
        QTest::newRow(name) << unit << text << length;
    };
    const auto family = u"👨‍👩‍👧"_s;
    const auto longLink = u"https://sever.example/"_s + QString(100, u'a');

    row("nothing", LengthUnit::X, {}, 0);
    row("UTF-16", LengthUnit::Utf16, u"Привет 🙂"_s, 9);
    row("code points", LengthUnit::CodePoints, u"Привет 🙂"_s, 8);
    row("code points of a family", LengthUnit::CodePoints, family, 5);
    row("graphemes of a family", LengthUnit::Graphemes, family, 1);
    row("graphemes of an accent", LengthUnit::Graphemes, u"é"_s, 1);
    row("bytes", LengthUnit::Utf8, u"да, ok"_s, 8);
    row("Mastodon: plain", LengthUnit::Mastodon, u"Доброе утро"_s, 11);
    row("Mastodon: a link", LengthUnit::Mastodon, u"См. "_s + longLink, 27);
    row("Mastodon: a link and a full stop", LengthUnit::Mastodon, longLink + u'.', 24);
    row("Mastodon: a mention of another server", LengthUnit::Mastodon, u"@anna@social.example да"_s, 8);
    row("Mastodon: a warning", LengthUnit::Mastodon, u"[CW: glass]\nHello"_s, 10);
    row("Mastodon: a mail address stays", LengthUnit::Mastodon, u"a@b.example"_s, 11);
    row("X: Latin", LengthUnit::X, u"Hello"_s, 5);
    row("X: Cyrillic", LengthUnit::X, u"Привет"_s, 6);
    row("X: quotation marks", LengthUnit::X, u"“да”"_s, 4);
    row("X: Chinese", LengthUnit::X, u"你好"_s, 4);
    row("X: an emoji", LengthUnit::X, u"🙂"_s, 2);
    row("X: a family", LengthUnit::X, family, 2);
    row("X: a flag", LengthUnit::X, u"🇫🇮"_s, 2);
    row("X: a link", LengthUnit::X, longLink, 23);
    row("X: a bare host", LengthUnit::X, u"see northlane.com/help."_s, 28);
    row("X: no host", LengthUnit::X, u"3.14 and e.g."_s, 13);
    row("X: mentions in front are free", LengthUnit::X, u"@anna @ben_1 yes"_s, 3);
    row("X: mentions inside count", LengthUnit::X, u"yes @anna"_s, 9);
    row("X: a composed letter", LengthUnit::X, u"é"_s, 1);
}

void TestChannelCapabilities::lengthIsCountedTheChannelsWay()
{
    QFETCH(const LengthUnit, unit);
    QFETCH(const QString, text);
    QFETCH(const qsizetype, length);

    QCOMPARE(lengthIn(unit, text), length);
}

void TestChannelCapabilities::longTextsAreCounted_data()
{
    QTest::addColumn<QString>("text");
    constexpr int many = 1'000'000;
    QTest::newRow("no spaces") << QString(many, u'щ');
    QTest::newRow("emoji") << u"🙂"_s.repeated(many / 4);
    QTest::newRow("at signs") << QString(many, u'@');
    QTest::newRow("almost hosts") << u"a."_s.repeated(many / 4);
    QTest::newRow("almost mentions") << u"@a-"_s.repeated(many / 4);
    QTest::newRow("zero width") << QString(many / 4, QChar(0x200B));
    QTest::newRow("right to left") << QString(many / 4, QChar(0x05D0));
    QTest::newRow("half a surrogate") << QString(1000, QChar(0xD83D));
}

void TestChannelCapabilities::longTextsAreCounted()
{
    QFETCH(const QString, text);

    for (const auto unit : {LengthUnit::Utf16, LengthUnit::CodePoints, LengthUnit::Graphemes,
                            LengthUnit::Mastodon, LengthUnit::X, LengthUnit::Utf8}) {
        QVERIFY(lengthIn(unit, text) > 0);
    }
}

QTEST_APPLESS_MAIN(TestChannelCapabilities)
#include "tst_channelcapabilities.moc"
