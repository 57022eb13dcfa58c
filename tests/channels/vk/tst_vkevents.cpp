// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/stores.h"
#include "tests/channels/email/waiting.h"
#include "tests/channels/vk/communityfixture.h"

#include <QTemporaryDir>
#include <QTest>

namespace aside {

using namespace Qt::StringLiterals;
using test::settled;

namespace {

constexpr qint64 topic = 20;

/// A comment on the wall or a post in a discussion, as the events have it.
QJsonObject publicPost(bool isWall, qint64 id, const QString &text)
{
    QJsonObject object{{u"id"_s, id}, {u"from_id"_s, anna}, {u"date"_s, 1'789'999'990}, {u"text"_s, text}};
    object.insert(isWall ? u"owner_id"_s : u"topic_owner_id"_s, -7);
    object.insert(isWall ? u"post_id"_s : u"topic_id"_s, isWall ? post : topic);
    return object;
}

} // namespace

/// Events of a community over the wire into a real store: what is changed, taken away and brought back.
class TestVkEvents : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();

    void editsChangeWhatIsKept_data() { sites(); }
    void editsChangeWhatIsKept();
    void restoresBringBackWhatWasDeleted_data() { sites(); }
    void restoresBringBackWhatWasDeleted();
    void lastEventOfAPageCounts_data() { sites(); }
    void lastEventOfAPageCounts();
    void restoresOfUnknownPostsBringThem_data() { sites(); }
    void restoresOfUnknownPostsBringThem();
    void unknownEventsArePassedOver_data();
    void unknownEventsArePassedOver();
    void namesOfWhoIsGoneStay();

private:
    static void sites();
    void push(const QString &what, qint64 id, const QString &text = {});
    void fetch();
    [[nodiscard]] QList<Message> kept();
    [[nodiscard]] bool isDeleted() { return toMillis(kept().value(0).deletedAt) > 0; }

    std::unique_ptr<Community> m_shop;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SqliteStores> m_stores;
};

void TestVkEvents::init()
{
    QTest::failOnWarning();
    m_stores.reset();
    m_shop = std::make_unique<Community>();
    m_folder = std::make_unique<QTemporaryDir>();
    auto stores = SqliteStores::open({.directory = m_folder->path(), .key = {}}, m_shop->clock);
    QVERIFY(stores);
    m_stores = *std::move(stores);
    Account account;
    account.channel = Channel::Vk;
    account.address = u"shop"_s;
    const Result<Account> added = settled(m_stores->addAccount(account));
    QVERIFY(added && added->id == AccountId{1}); // that of the fixture
    fetch();
}

void TestVkEvents::sites()
{
    QTest::addColumn<QString>("site");
    QTest::newRow("wall") << u"wall_reply"_s;
    QTest::newRow("discussion") << u"board_post"_s;
}

/// An event of the site that the row names.
void TestVkEvents::push(const QString &what, qint64 id, const QString &text)
{
    QFETCH(const QString, site);
    QJsonObject object = publicPost(site == "wall_reply"_L1, id, text);
    if (what == "delete"_L1) {
        for (const QString &name : {u"from_id"_s, u"date"_s, u"text"_s}) {
            object.remove(name);
        }
        object.insert(u"deleter_id"_s, anna);
    }
    m_shop->server.push(site + u'_' + what, object);
}

void TestVkEvents::fetch()
{
    for (int most = 0; most < 100; ++most) {
        const Result<FetchStep> step = m_shop->step();
        QVERIFY(step);
        m_shop->cursor = step->batch.cursor;
        QVERIFY(settled(m_stores->apply(step->batch)));
        if (step->isComplete) {
            return;
        }
    }
    QFAIL("it never ends");
}

QList<Message> TestVkEvents::kept()
{
    QList<Message> messages;
    const auto ids = settled(m_stores->ids({.view = View::Inbox}));
    for (const ConversationId id : ids.value_or(QList<ConversationId>())) {
        messages += settled(m_stores->thread(id)).value_or(Thread()).messages;
    }
    return messages;
}

void TestVkEvents::editsChangeWhatIsKept()
{
    push(u"new"_s, 5, u"Never came!"_s);
    fetch();
    push(u"edit"_s, 5, u"It came."_s);
    fetch();

    const QList<Message> messages = kept();

    QCOMPARE(messages.size(), 1);
    QCOMPARE(messages.constFirst().text, u"It came."_s);
    QVERIFY(messages.constFirst().editedAt >= messages.constFirst().sentAt);
    QCOMPARE(messages.constFirst().earlier.size(), 1);
    QCOMPARE(messages.constFirst().earlier.constFirst().text, u"Never came!"_s);
}

void TestVkEvents::restoresBringBackWhatWasDeleted()
{
    push(u"new"_s, 5, u"Never came!"_s);
    fetch();
    QVERIFY(!isDeleted());

    push(u"delete"_s, 5);
    fetch();
    QVERIFY(isDeleted());

    push(u"restore"_s, 5, u"Never came!"_s);
    fetch();
    QVERIFY(!isDeleted());
    QCOMPARE(kept().size(), 1);
    QCOMPARE(kept().constFirst().text, u"Never came!"_s);

    push(u"delete"_s, 5);
    fetch();
    QVERIFY(isDeleted());
}

/// Within one page deletions are applied behind all messages.
void TestVkEvents::lastEventOfAPageCounts()
{
    push(u"new"_s, 5, u"Never came!"_s);
    push(u"delete"_s, 5);
    push(u"restore"_s, 5, u"Never came!"_s);
    fetch();
    QVERIFY(!isDeleted());

    push(u"delete"_s, 5);
    push(u"restore"_s, 5, u"Never came!"_s);
    push(u"delete"_s, 5);
    fetch();
    QVERIFY(isDeleted());
    QCOMPARE(kept().size(), 1);
}

void TestVkEvents::restoresOfUnknownPostsBringThem()
{
    push(u"restore"_s, 5, u"Never came!"_s);
    push(u"delete"_s, 6); // of nothing that we know
    fetch();

    QCOMPARE(kept().size(), 1);
    QVERIFY(!isDeleted());
}

void TestVkEvents::unknownEventsArePassedOver_data()
{
    QTest::addColumn<QString>("type");
    for (const char *type :
         {"", "wall_reply_", "wall_reply_pin", "board_post_move", "message_typing_state", "message_read",
          "message_deny", "group_join", "photo_comment_new", "like_add", "a_new_one"}) {
        QTest::newRow(*type == '\0' ? "without a type" : type) << QString::fromLatin1(type);
    }
}

void TestVkEvents::unknownEventsArePassedOver()
{
    QFETCH(const QString, type);
    m_shop->server.push(type, publicPost(true, 5, u"one"_s));
    m_shop->server.push(u"wall_reply_new"_s, publicPost(true, 6, u"two"_s));

    fetch();

    QCOMPARE(kept().size(), 1);
    QCOMPARE(kept().constFirst().text, u"two"_s);
}

/// VK calls everybody so who deletes their page.
void TestVkEvents::namesOfWhoIsGoneStay()
{
    m_shop->server.comment(anna, post, u"Never came!"_s);
    fetch();
    m_shop->server.gone = {anna, 66};
    m_shop->renew();
    m_shop->server.comment(anna, post, u"Hello?"_s);
    m_shop->server.comment(66, post, u"Mine neither"_s);
    fetch();

    const auto ids = settled(m_stores->ids({.view = View::Inbox}));
    QVERIFY(ids && ids->size() == 3);
    QStringList people;
    for (const ConversationRow &row : settled(m_stores->rows(*ids)).value_or(QList<ConversationRow>())) {
        people.append(row.person);
    }
    people.sort();
    QCOMPARE(people, (QStringList{u"66"_s, u"Person 55"_s, u"Person 55"_s}));
    QCOMPARE(kept().size(), 3);
}

} // namespace aside

QTEST_GUILESS_MAIN(aside::TestVkEvents)
#include "tst_vkevents.moc"
