// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/mailwindow.h"
#include "tests/servers/telegramserver.h"
#include "tests/support/waiting.h"

#include <QElapsedTimer>
#include <QSet>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int people = 500;
constexpr int messagesEach = 20;
constexpr int twoMinutes = 120'000;

template <typename T>
T answerOf(QFuture<Result<T>> future)
{
    const Result<T> result
        = waitFor([&] { return future.isFinished(); }) ? future.result() : fail(Errc::Timeout);
    return result.value_or(T());
}

} // namespace

/// Ten thousand updates of a bot, from its server into the window.
class TestTelegramLoad : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { leaveTheDesktopAlone(); }
    void init() { failOnMailWarning(); }

    void allOfThemAreShownOnce();

private:
    [[nodiscard]] static Account addBot(MailWindow &world, const TelegramServer &server);
    static void show(MailWindow &world);
    static void checkMessages(MailWindow &world);
};

Account TestTelegramLoad::addBot(MailWindow &world, const TelegramServer &server)
{
    Account bot;
    bot.channel = Channel::Telegram;
    bot.name = u"Bot"_s;
    bot.identity = u"Lantern"_s;
    bot.address = u"@lantern_bot"_s;
    bot.settings.insert(u"server"_s, server.url().toString());
    Account added = answerOf(world.profile->accounts().addAccount(bot));
    auto kept = world.signIns->keep(added.id, {.password = Secret(server.token)});
    return waitFor([&] { return kept.isFinished(); }) && kept.result() ? added : Account();
}

void TestTelegramLoad::show(MailWindow &world)
{
    world.channels = std::make_unique<ChannelRegistry>(
        makeChannels({.signIns = *world.signIns, .clock = world.profile->clock(), .ownAddresses = {}}));
    world.window = std::make_unique<Window>(
        *world.profile,
        Window::Edges{.pictures = world.pictures, .network = world.network, .channels = *world.channels});
    world.window->usePreferences(*qApp, {.language = u"en"_s, .mode = ColorMode::Light});
    world.window->show();
}

void TestTelegramLoad::checkMessages(MailWindow &world)
{
    QSet<QString> texts;
    int messages = 0;
    for (const ConversationId id : answerOf(world.profile->conversations().ids({}))) {
        for (const Message &message : answerOf(world.profile->conversations().thread(id)).messages) {
            texts.insert(message.text);
            ++messages;
        }
    }
    QCOMPARE(messages, people * messagesEach);
    QCOMPARE(texts.size(), people * messagesEach); // each its own
}

void TestTelegramLoad::allOfThemAreShownOnce()
{
    TelegramServer server(TelegramSpec::load(QStringLiteral(SHARED_DIR) + u"/specs/telegram/api.json"_s));
    for (int round = 0; round < messagesEach; ++round) {
        for (int person = 1; person <= people; ++person) {
            server.write(person, u"Question %1 of %2"_s.arg(round).arg(person));
        }
    }
    MailWindow world;
    QVERIFY(world.openProfile({.mail = {}, .network = nullptr}));
    QVERIFY(addBot(world, server).id.isValid());

    QElapsedTimer taken;
    taken.start();
    show(world);
    QVERIFY(waitFor([&] { return world.shownRows() == people && server.pending() == 0; }, twoMinutes));
    const qint64 shownAfter = taken.elapsed();
    QVERIFY(
        waitFor([&] { return world.window->fetcher().states().value(0).fetchedAt.has_value(); }, twoMinutes));

    QCOMPARE(world.window->fetcher().states().value(0).brought, people * messagesEach);
    checkMessages(world);
    QCOMPARE(server.refused, QStringList());
    QVERIFY(server.count(u"getUpdates"_s) >= people * messagesEach / 100);
    qInfo("%d updates are in the window after %lld ms", people * messagesEach, shownAfter);
}

QTEST_MAIN(TestTelegramLoad)
#include "tst_telegramload.moc"
