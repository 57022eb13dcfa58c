// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/ports/conversationstore.h"
#include "tests/app/mastodondesk.h"

#include <QElapsedTimer>
#include <QSet>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int posts = 10'000;
constexpr int people = 500;
constexpr int pageSize = 80;
constexpr int twoMinutes = 120'000;

} // namespace

/// Ten thousand mentions of an account, from its server into the window.
class TestMastodonLoad : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { leaveTheDesktopAlone(); }
    void init() { failOnMailWarning(); }

    void allOfThemAreShownOnce();
};

void TestMastodonLoad::allOfThemAreShownOnce()
{
    MastodonDesk desk;
    desk.server.beganAt = desk.clock.now().time_since_epoch() / std::chrono::seconds(1) - 2LL * posts;
    for (int post = 0; post < posts; ++post) {
        desk.server.write(u"p%1"_s.arg(post % people), u"@shop Question %1"_s.arg(post));
    }
    QVERIFY(desk.openProfile());
    QVERIFY(desk.addShop(desk.server.url()).id.isValid());

    QElapsedTimer taken;
    taken.start();
    desk.show();
    QVERIFY(waitFor([&] { return desk.world.shownRows() == posts; }, twoMinutes));
    const qint64 shownAfter = taken.elapsed();
    QVERIFY(waitFor([&] { return desk.world.window->fetcher().states().value(0).fetchedAt.has_value(); },
                    twoMinutes));

    QCOMPARE(desk.world.window->fetcher().states().value(0).brought, posts);
    const auto ids = valueOf(desk.world.profile->conversations().ids({}));
    QCOMPARE(ids.size(), posts);
    QSet<QString> texts;
    int messages = 0;
    for (const ConversationId id : ids) {
        const auto thread = desk.world.profile->conversations().thread(id).result();
        for (const Message &message : thread->messages) {
            texts.insert(message.text);
            ++messages;
        }
    }
    QCOMPARE(messages, posts);
    QCOMPARE(texts.size(), posts); // each its own
    QVERIFY(desk.server.count(u"GET /api/v1/notifications"_s) >= posts / pageSize);
    qInfo("%d mentions are in the window after %lld ms", posts, shownAfter);
}

QTEST_MAIN(TestMastodonLoad)
#include "tst_mastodonload.moc"
