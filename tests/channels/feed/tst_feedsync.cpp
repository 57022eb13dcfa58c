// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/feed/feedadapter.h"
#include "app/import/mail/htmltext.h"
#include "app/storage/stores.h"
#include "models/services/accountfetch.h"
#include "tests/channels/email/waiting.h"
#include "tests/servers/testedge.h"
#include "tests/servers/webserver.h"
#include "tests/support/testclock.h"
#include "tests/support/waiting.h"

#include <QSignalSpy>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace aside;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::settled;

/// A feed over the wire into a real store.
class TestFeedSync : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void mentionsAreThereOnce();
    void feedOfTenThousandIsThereWhole();

private:
    void say(int from, int to);
    [[nodiscard]] bool fetch();
    [[nodiscard]] QList<ConversationRow> rows();

    std::unique_ptr<test::WebServer> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    test::TestClock m_clock;
    std::unique_ptr<SqliteStores> m_stores;
    test::TestEdge m_edge;
    Account m_account;
};

void TestFeedSync::init()
{
    QTest::failOnWarning();
    m_stores.reset();
    m_server = std::make_unique<test::WebServer>();
    m_edge = {};
    m_edge.know(*m_server);
    m_folder = std::make_unique<QTemporaryDir>();
    auto stores = SqliteStores::open({.directory = m_folder->path(), .key = {}}, m_clock);
    QVERIFY(stores);
    m_stores = *std::move(stores);
    Account account;
    account.channel = Channel::Feed;
    account.name = u"News"_s;
    account.address = m_server->url(u"/feed"_s).toString();
    const auto added = settled(m_stores->addAccount(account));
    QVERIFY(added);
    m_account = *added;
}

void TestFeedSync::say(int from, int to)
{
    QByteArray items;
    for (int number = from; number < to; ++number) {
        const QByteArray id = QByteArray::number(number);
        items += "<item><guid>g" + id + "</guid><title>Mention &amp;amp; " + id + "</title><link>https://shop"
            + id
            + ".example/</link><description>&lt;p&gt;Nobody &lt;b&gt;answers&lt;/b&gt;&lt;/p&gt;"
              "&lt;script&gt;x&lt;/script&gt;</description></item>";
    }
    m_server->serve(u"/feed"_s, "application/rss+xml", "<rss><channel>" + items + "</channel></rss>");
}

bool TestFeedSync::fetch()
{
    m_clock.advance(1h);
    feed::FeedAdapter adapter({.account = m_account,
                               .toText = htmlToText,
                               .edge = m_edge.edge(),
                               .clock = m_clock,
                               .random = QRandomGenerator(1)});
    AccountFetch fetch(adapter, m_account.id, *m_stores, nullptr);
    const QSignalSpy finished(&fetch, &AccountFetch::finished);
    const QSignalSpy failed(&fetch, &AccountFetch::failed);
    fetch.start();
    return test::waitFor([&] { return !finished.isEmpty() || !failed.isEmpty(); }, 120'000)
        && failed.isEmpty();
}

QList<ConversationRow> TestFeedSync::rows()
{
    const auto ids = settled(m_stores->ids({.view = View::Inbox}));
    return ids ? settled(m_stores->rows(*ids)).value_or(QList<ConversationRow>()) : QList<ConversationRow>();
}

void TestFeedSync::mentionsAreThereOnce()
{
    say(0, 2);
    QVERIFY(fetch());
    say(1, 3);
    QVERIFY(fetch());
    QVERIFY(fetch());

    const QList<ConversationRow> found = rows();
    QCOMPARE(found.size(), 3);
    QCOMPARE(m_server->requests.size(), 3);
    const ConversationRow &row = found.constFirst();
    QCOMPARE(row.channel, Channel::Feed);
    QCOMPARE(row.audience, Audience::Public);
    QVERIFY(row.subject.startsWith(u"Mention & "));
    const auto thread = settled(m_stores->thread(row.id));
    QVERIFY(thread);
    QCOMPARE(thread->messages.size(), 1);
    QVERIFY(thread->messages.constFirst().text.startsWith(u"Nobody answers\n\nhttps://shop"));
}

void TestFeedSync::feedOfTenThousandIsThereWhole()
{
    say(0, 10'000);

    QVERIFY(fetch());

    const auto ids = settled(m_stores->ids({.view = View::Inbox}));
    QVERIFY(ids);
    QCOMPARE(ids->size(), 10'000);
}

QTEST_GUILESS_MAIN(TestFeedSync)
#include "tst_feedsync.moc"
