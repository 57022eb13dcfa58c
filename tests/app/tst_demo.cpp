// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demofile.h"
#include "app/demo/demotalk.h"
#include "app/profile.h"
#include "app/profiledemo.h"
#include "models/core/clock.h"
#include "models/ports/conversationstore.h"
#include "models/ports/draftstore.h"
#include "models/ports/outboxstore.h"
#include "models/ports/promisestore.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

constexpr Instant now = fromMillis(1'795'330'800'000);
constexpr std::array channels{Channel::Email,    Channel::Vk,       Channel::Telegram,  Channel::X,
                              Channel::Mastodon, Channel::Facebook, Channel::Instagram, Channel::Discourse,
                              Channel::Feed,     Channel::Phone,    Channel::Manual,    Channel::Max,
                              Channel::Ok,       Channel::Bluesky,  Channel::Matrix,    Channel::Youtube,
                              Channel::Reviews};

QList<DemoConversation> conversations()
{
    return demoConversations(now).value_or(QList<DemoConversation>());
}

qsizetype countOf(Profile &profile, View view)
{
    const auto ids = profile.conversations().ids({.view = view}).result();
    return ids ? ids->size() : -1;
}

} // namespace

class TestDemo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("ASIDE_KEYCHAIN", "off"); }

    void itSpeaksOnEveryChannel();
    void aHandleAndASubjectTellOneConversationFromAllOthers();
    void nothingIsWrittenInTheFuture_data();
    void nothingIsWrittenInTheFuture();
    void everyMessageSaysSomethingAndEveryFileIsThere();
    void theLongTalkHasThreeHundredDifferentLines();
    void itFillsAnEmptyProfileInASecond();
    void whatIsInTheFileIsInTheProfile();
    void itLeavesAProfileAloneThatHasConversations();
};

void TestDemo::itSpeaksOnEveryChannel()
{
    QSet<Channel> spoken;
    for (const DemoConversation &one : conversations()) {
        spoken.insert(one.channel);
    }

    for (const Channel channel : channels) {
        QVERIFY2(spoken.contains(channel), channelName(channel).data());
    }
    QVERIFY(conversations().size() >= 60);
}

void TestDemo::aHandleAndASubjectTellOneConversationFromAllOthers()
{
    QSet<std::pair<Channel, QString>> seen;

    for (const DemoConversation &one : conversations()) {
        QVERIFY2(!one.handle.isEmpty(), "a conversation without a handle");
        const std::pair<Channel, QString> key(one.channel, one.handle + u'\n' + one.subject);
        QVERIFY2(!seen.contains(key), qPrintable(one.handle));
        seen.insert(key);
    }
}

void TestDemo::nothingIsWrittenInTheFuture_data()
{
    QTest::addColumn<qint64>("at");
    for (int hour = 0; hour < 24; hour += 3) {
        QTest::addRow("%d o'clock", hour)
            << toMillis(std::chrono::floor<std::chrono::days>(now) + std::chrono::hours(hour));
    }
}

void TestDemo::nothingIsWrittenInTheFuture()
{
    QFETCH(const qint64, at);
    const auto demo = demoConversations(fromMillis(at));
    QVERIFY(demo);

    for (const DemoConversation &one : *demo) {
        QVERIFY(!one.messages.isEmpty());
        QVERIFY(std::ranges::is_sorted(one.messages, {}, &IncomingMessage::sentAt));
        QVERIFY2(toMillis(one.messages.constLast().sentAt) <= at, qPrintable(one.handle));
    }
}

void TestDemo::everyMessageSaysSomethingAndEveryFileIsThere()
{
    int html = 0;
    int pictures = 0;
    int atServer = 0;
    for (const DemoConversation &one : conversations()) {
        for (const IncomingMessage &message : one.messages) {
            QVERIFY2(!message.text.isEmpty(), qPrintable(message.remoteId));
            html += message.html.isEmpty() ? 0 : 1;
            for (const IncomingAttachment &file : message.attachments) {
                QVERIFY2(file.data.isEmpty() == file.part.has_value(), qPrintable(file.name));
                atServer += file.part ? 1 : 0;
                QVERIFY2(file.mimeType != u"application/octet-stream", qPrintable(file.name));
                pictures += message.html.contains(u"cid:"_s + file.contentId) ? 1 : 0;
            }
        }
    }

    QVERIFY(html >= 6);
    QCOMPARE(pictures, 1);
    QCOMPARE(atServer, 1);
}

void TestDemo::theLongTalkHasThreeHundredDifferentLines()
{
    QSet<QString> lines;

    for (const DemoConversation &one : conversations()) {
        if (one.messages.size() >= 300) {
            for (const IncomingMessage &message : one.messages) {
                QVERIFY2(!lines.contains(message.text), qPrintable(message.text));
                lines.insert(message.text);
            }
        }
    }

    QVERIFY(lines.size() >= 300);
}

void TestDemo::itFillsAnEmptyProfileInASecond()
{
    QTemporaryDir directory;
    auto profile = Profile::open({.directory = directory.filePath(u"profile"_s)});
    QVERIFY(profile);
    QElapsedTimer timer;
    timer.start();

    const Result<void> filled = fillDemo(**profile);

    QVERIFY(filled);
    qInfo("filled in %lld ms", timer.elapsed());
    QVERIFY2(timer.elapsed() < 5000, "much slower than the second it may take"); // this machine may be busy
    QVERIFY(countOf(**profile, View::Inbox) >= 40);
    QVERIFY(countOf(**profile, View::Closed) >= 15);
    QVERIFY(countOf(**profile, View::Drafts) >= 6);
    QVERIFY(countOf(**profile, View::Public) >= 15);
    QCOMPARE(countOf(**profile, View::Snoozed), 4);
    QCOMPARE(countOf(**profile, View::Blocked), 1);
    QVERIFY(countOf(**profile, View::Promises) >= 8);
    QCOMPARE((*profile)->outbox().items().result()->size(), 9);
}

void TestDemo::whatIsInTheFileIsInTheProfile()
{
    QTemporaryDir directory;
    auto profile = Profile::open({.directory = directory.filePath(u"profile"_s)});
    QVERIFY(profile && fillDemo(**profile));
    const auto ids = (*profile)->conversations().ids({}).result();
    const auto rows = (*profile)->conversations().rows(*ids).result();

    const auto wide = std::ranges::max(*rows, {}, &ConversationRow::reach);
    const auto vat
        = std::ranges::find(*rows, u"Invoice 10442 shows the wrong VAT"_s, &ConversationRow::subject);

    QCOMPARE(wide.handle, u"@the.lux.life_test"_s);
    QCOMPARE(wide.reach, 212'000);
    QVERIFY(vat != rows->end());
    QCOMPARE(vat->tags, QStringList({u"invoice"_s, u"vat"_s}));
    QVERIFY(vat->hasDraft);
    QVERIFY(vat->promisedAt > (*profile)->clock().now());
    const auto promises = (*profile)->promises().promises(vat->id).result();
    QCOMPARE(promises->constFirst().words, u"Refund of 118.40 euro has arrived"_s);
}

void TestDemo::itLeavesAProfileAloneThatHasConversations()
{
    QTemporaryDir directory;
    auto profile = Profile::open({.directory = directory.filePath(u"profile"_s)});
    QVERIFY(profile);
    QVERIFY(fillDemo(**profile));
    const auto before = (*profile)->conversations().ids({}).result();

    QVERIFY(fillDemo(**profile));

    QCOMPARE((*profile)->conversations().ids({}).result(), before);
    QCOMPARE((*profile)->outbox().items().result()->size(), 9);
}

QTEST_GUILESS_MAIN(TestDemo)
#include "tst_demo.moc"
