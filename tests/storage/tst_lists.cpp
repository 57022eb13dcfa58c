// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/conversations.h"
#include "app/storage/drafts.h"
#include "app/storage/lists.h"
#include "app/storage/outbox.h"
#include "app/storage/promises.h"
#include "tests/storage/storagefixture.h"

#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void urgencyPutsFirstWhatGrowsWorst();
    void otherOrdersSayWhatTheyMean();
    void everyViewHasTheSameRowsInEveryOrder_data();
    void everyViewHasTheSameRowsInEveryOrder();
    void countsAreWhatTheListsHold();
    void listsCanBeNarrowedToAChannelAndATag();
    void reachFollowsTheHandle();
    void noteIsNoAnswer();
    void rowsTellWhatWasPromised();

private:
    Database &db() { return m_cache->db(); }
    Instant now() { return m_cache->clock().now(); }
    ConversationId home(const QString &id) { return m_cache->home(id); }
    ConversationRow row(const QString &id) { return conversationRows(db(), {home(id)})->constFirst(); }
    /// The remote ids of the first messages, in the order of the list.
    QStringList names(const ListQuery &query)
    {
        QStringList names;
        const auto ids = conversationIds(db(), query).value_or(QList<ConversationId>());
        for (const ConversationId id : ids) {
            names.append(conversationThread(db(), id)->messages.constFirst().remoteId);
        }
        return names;
    }
    IncomingMessage post(const QString &id, int minute, Audience audience, qint64 reach)
    {
        IncomingMessage message = tweet(id, minute);
        message.audience = audience;
        message.authorHandle = id + u"@x"_s;
        message.reach = reach;
        return message;
    }

    std::unique_ptr<Cache> m_cache;
};

void TestLists::init()
{
    QTest::failOnWarning();
    m_cache = std::make_unique<Cache>();
}

void TestLists::urgencyPutsFirstWhatGrowsWorst()
{
    auto answer = post(u"answer"_s, 50, Audience::Public, 0);
    answer.direction = Direction::Outgoing;
    answer.references = {u"answered"_s};
    m_cache->apply({post(u"private old"_s, 0, Audience::Private, 0),
                    post(u"private star"_s, 40, Audience::Private, 100'000),
                    post(u"answered"_s, 1, Audience::Public, 500'000), answer,
                    post(u"small old"_s, 2, Audience::Public, 999),
                    post(u"small new"_s, 30, Audience::Public, 0),
                    post(u"thousand"_s, 31, Audience::Public, 1'000),
                    post(u"ten thousand"_s, 32, Audience::Public, 10'000),
                    post(u"star new"_s, 34, Audience::Public, 100'000),
                    post(u"star old"_s, 33, Audience::Public, 900'000)});

    QCOMPARE(names({.order = SortOrder::Urgency}),
             (QStringList{u"star old"_s, u"star new"_s, u"ten thousand"_s, u"thousand"_s, u"small old"_s,
                          u"small new"_s, u"private star"_s, u"private old"_s, u"answered"_s}));
}

void TestLists::otherOrdersSayWhatTheyMean()
{
    auto answer = post(u"answer"_s, 9, Audience::Public, 0);
    answer.direction = Direction::Outgoing;
    answer.references = {u"b"_s};
    m_cache->apply({post(u"a"_s, 1, Audience::Public, 0), post(u"b"_s, 0, Audience::Public, 0), answer,
                    post(u"c"_s, 2, Audience::Private, 0)});

    QCOMPARE(names({.order = SortOrder::WaitingLongest}), (QStringList{u"a"_s, u"c"_s, u"b"_s}));
    QCOMPARE(names({.order = SortOrder::Newest}), (QStringList{u"b"_s, u"c"_s, u"a"_s}));
    QCOMPARE(names({.order = SortOrder::Oldest}), (QStringList{u"a"_s, u"c"_s, u"b"_s}));
}

void TestLists::everyViewHasTheSameRowsInEveryOrder_data()
{
    QTest::addColumn<View>("view");
    QTest::addColumn<QStringList>("expected");
    QTest::addRow("inbox") << View::Inbox << QStringList{u"draft"_s, u"open"_s, u"outbox"_s, u"public"_s};
    QTest::addRow("unread") << View::Unread << QStringList{u"draft"_s, u"outbox"_s, u"public"_s};
    QTest::addRow("public") << View::Public << QStringList{u"public"_s};
    QTest::addRow("private") << View::Private << QStringList{u"draft"_s, u"open"_s, u"outbox"_s};
    QTest::addRow("drafts") << View::Drafts << QStringList{u"blocked"_s, u"draft"_s};
    QTest::addRow("outbox") << View::Outbox << QStringList{u"outbox"_s};
    QTest::addRow("closed") << View::Closed << QStringList{u"closed"_s};
    QTest::addRow("snoozed") << View::Snoozed << QStringList{u"snoozed"_s};
    QTest::addRow("blocked") << View::Blocked << QStringList{u"blocked"_s};
    QTest::addRow("promises") << View::Promises << QStringList{u"closed"_s, u"open"_s};
}

void TestLists::everyViewHasTheSameRowsInEveryOrder()
{
    QFETCH(const View, view);
    QFETCH(const QStringList, expected);
    QList<IncomingMessage> messages;
    for (const auto &name :
         {u"open"_s, u"public"_s, u"draft"_s, u"outbox"_s, u"closed"_s, u"snoozed"_s, u"blocked"_s}) {
        messages.append(
            post(name, int(messages.size()), name == u"public"_s ? Audience::Public : Audience::Private, 0));
    }
    m_cache->apply(messages);
    m_cache->triage({.kind = Triage::Kind::MarkRead}, {home(u"open"_s)});
    m_cache->triage({.kind = Triage::Kind::Close}, {home(u"closed"_s)});
    m_cache->triage({.kind = Triage::Kind::SnoozeUntilReply}, {home(u"snoozed"_s)});
    m_cache->triage({.kind = Triage::Kind::Block}, {home(u"blocked"_s)});
    for (const auto &name : {u"draft"_s, u"blocked"_s}) {
        QVERIFY(saveDraft(db(), home(name), DraftKind::Reply, u"text"_s, now()));
    }
    QVERIFY(holdReply(db(), home(u"outbox"_s), u"text"_s, {.undoWindow = 10s}, now()));
    for (const auto &name : {u"open"_s, u"closed"_s, u"blocked"_s}) {
        QVERIFY(addPromise(db(), home(name), now() + 1h, u"a call"_s, now()));
    }

    for (const SortOrder order :
         {SortOrder::Urgency, SortOrder::WaitingLongest, SortOrder::Newest, SortOrder::Oldest}) {
        auto rows = names({.view = view, .order = order});
        rows.sort();
        QCOMPARE(rows, expected);
    }
    const auto counts = inboxCounts(db());
    QVERIFY(counts);
    QCOMPARE(std::ranges::find(counts->views, view, &ViewCount::view)->count, expected.size());
}

void TestLists::countsAreWhatTheListsHold()
{
    auto mastodon = post(u"m"_s, 2, Audience::Public, 0);
    mastodon.channel = Channel::Mastodon;
    m_cache->apply({mail(u"a"_s, 0), post(u"b"_s, 1, Audience::Public, 0), mastodon,
                    post(u"c"_s, 3, Audience::Public, 0)});
    m_cache->triage({.kind = Triage::Kind::AddTag, .tag = u"vip"_s}, {home(u"a"_s), home(u"b"_s)});
    m_cache->triage({.kind = Triage::Kind::Close}, {home(u"b"_s), home(u"m"_s)});
    m_cache->triage({.kind = Triage::Kind::AddTag, .tag = u"done"_s}, {home(u"b"_s)});

    const auto counts = inboxCounts(db());

    QCOMPARE(counts->views.size(), 12);
    const QList<ChannelCount> channels{{.channel = Channel::Email, .count = 1},
                                       {.channel = Channel::X, .count = 1}};
    QCOMPARE(counts->channels, channels);
    const QList<TagCount> tags{{.tag = u"done"_s, .count = 0}, {.tag = u"vip"_s, .count = 1}};
    QCOMPARE(counts->tags, tags);
    m_cache->triage({.kind = Triage::Kind::Reopen}, {home(u"b"_s)});
    QCOMPARE(inboxCounts(db())->tags.constLast().count, 2);
}

void TestLists::listsCanBeNarrowedToAChannelAndATag()
{
    m_cache->apply(
        {mail(u"a"_s, 0), post(u"b"_s, 1, Audience::Public, 0), post(u"c"_s, 2, Audience::Public, 0)});
    m_cache->triage({.kind = Triage::Kind::AddTag, .tag = u"Vip"_s}, {home(u"a"_s), home(u"c"_s)});

    QCOMPARE(names({.channel = Channel::X}), (QStringList{u"c"_s, u"b"_s}));
    QCOMPARE(names({.tag = u"vip"_s}), (QStringList{u"c"_s, u"a"_s}));
    QCOMPARE(names({.channel = Channel::X, .tag = u"VIP"_s, .order = SortOrder::Urgency}),
             QStringList{u"c"_s});
    QCOMPARE(names({.tag = u"other"_s}), QStringList());
}

void TestLists::reachFollowsTheHandle()
{
    auto second = post(u"b"_s, 1, Audience::Public, 5'000);
    second.authorHandle = u"A@X"_s;
    m_cache->apply({post(u"a"_s, 0, Audience::Public, 0)});
    QCOMPARE(row(u"a"_s).reach, 0);

    const auto applied = m_cache->apply({second});

    QCOMPARE(row(u"a"_s).reach, 5'000);
    QCOMPARE(row(u"b"_s).reach, 5'000);
    QVERIFY(applied.changes.conversations.contains(home(u"a"_s)));
    auto unknown = second;
    unknown.remoteId = u"c"_s;
    unknown.reach = 0;
    m_cache->apply({unknown});
    QCOMPARE(row(u"c"_s).reach, 5'000);
}

void TestLists::noteIsNoAnswer()
{
    auto note = mail(u"n"_s, 5, {u"a"_s});
    note.direction = Direction::Note;

    m_cache->apply({mail(u"a"_s, 0), note});

    QCOMPARE(row(u"a"_s).waitingSince, mail({}, 0).sentAt);
}

void TestLists::rowsTellWhatWasPromised()
{
    m_cache->apply({mail(u"a"_s, 0)});
    const auto late = addPromise(db(), home(u"a"_s), now() + 48h, u"the parcel"_s, now());
    const auto soon = addPromise(db(), home(u"a"_s), now() + 24h, u"a call"_s, now());
    QVERIFY(late && soon);
    QCOMPARE(row(u"a"_s).promisedAt, now() + 24h);

    m_cache->clock().advance(1h);
    QVERIFY(keepPromise(db(), soon->id, now()));
    QVERIFY(keepPromise(db(), soon->id, now() + 5h)); // it was kept already

    QCOMPARE(row(u"a"_s).promisedAt, late->dueAt);
    const auto all = promisesOf(db(), home(u"a"_s));
    QCOMPARE(all->size(), 2);
    QCOMPARE(all->constFirst(), *late);
    QCOMPARE(all->constLast().keptAt, now());
    QCOMPARE(keepPromise(db(), PromiseId{77}, now()).error().code, Errc::NotFound);
    QCOMPARE(addPromise(db(), ConversationId{77}, now(), {}, now()).error().code, Errc::NotFound);
    QCOMPARE(addPromise(db(), home(u"a"_s), {}, {}, now()).error().code, Errc::InvalidInput);
}

QTEST_GUILESS_MAIN(TestLists)
#include "tst_lists.moc"
