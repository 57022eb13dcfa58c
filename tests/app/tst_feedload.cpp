// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/ports/conversationstore.h"
#include "tests/app/mastodondesk.h"
#include "tests/servers/feedserver.h"

#include <QElapsedTimer>
#include <QSet>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int entries = 10'000;
constexpr int twoMinutes = 120'000;

QByteArray feedOf(int count)
{
    QByteArray items;
    for (int number = 0; number < count; ++number) {
        const QByteArray id = QByteArray::number(number);
        items += "<item><guid>g" + id + "</guid><title>Mention " + id + "</title><link>https://blog.example/"
            + id + "</link><description>&lt;p&gt;The lamp of order " + id
            + " broke&lt;/p&gt;</description></item>";
    }
    return "<rss version=\"2.0\"><channel><title>Lantern</title>" + items + "</channel></rss>";
}

} // namespace

/// Ten thousand entries of a feed, from its server into the window.
class TestFeedLoad : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { leaveTheDesktopAlone(); }
    void init() { failOnMailWarning(); }

    void allOfThemAreShownOnce();
};

void TestFeedLoad::allOfThemAreShownOnce()
{
    FeedServer server;
    server.page = feedOf(entries);
    MastodonDesk desk;
    QVERIFY(desk.openProfile());
    Account feed;
    feed.channel = Channel::Feed;
    feed.name = u"Lantern"_s;
    feed.address = server.url();
    feed.settings.insert(u"own-server"_s, u"yes"_s);
    QVERIFY(valueOf(desk.world.profile->accounts().addAccount(feed)).id.isValid());

    QElapsedTimer taken;
    taken.start();
    desk.show();
    QVERIFY(waitFor([&] { return desk.world.shownRows() == entries; }, twoMinutes));
    const qint64 shownAfter = taken.elapsed();
    QVERIFY(waitFor([&] { return desk.world.window->fetcher().states().value(0).fetchedAt.has_value(); },
                    twoMinutes));

    QCOMPARE(desk.world.window->fetcher().states().value(0).brought, entries);
    const auto ids = valueOf(desk.world.profile->conversations().ids({}));
    QCOMPARE(ids.size(), entries);
    QSet<QString> texts;
    for (const ConversationId id : ids) {
        const auto messages = desk.world.profile->conversations().thread(id).result()->messages;
        QCOMPARE(messages.size(), 1);
        texts.insert(messages.constFirst().text);
    }
    QCOMPARE(texts.size(), entries); // each its own
    QCOMPARE(server.refused, QByteArray());
    qInfo("%d entries are in the window after %lld ms, %d requests", entries, shownAfter, server.asked);
}

QTEST_MAIN(TestFeedLoad)
#include "tst_feedload.moc"
