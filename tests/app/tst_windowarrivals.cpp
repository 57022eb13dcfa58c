// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/profile.h"
#include "app/window.h"
#include "models/core/clock.h"
#include "models/ports/conversationstore.h"
#include "models/ports/dispatchstore.h"
#include "models/ports/draftstore.h"
#include "models/ports/messagesink.h"
#include "models/ports/movestore.h"
#include "models/ports/outboxstore.h"
#include "models/ports/personstore.h"
#include "tests/support/fakeadapter.h"
#include "tests/support/fakepictures.h"
#include "tests/support/waiting.h"
#include "widgets/common/noticebar.h"
#include "widgets/mainwindow.h"
#include "widgets/privacy/arrivalbar.h"
#include "widgets/privacy/storybar.h"
#include "widgets/thread/conversationpane.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;

/// A public line asked Anna to write on Telegram; somebody writes there, in a real profile and window.
class TestWindowArrivals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("ASIDE_KEYCHAIN", "off");
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    }
    void init();
    void cleanup();

    void whoComesByTheLinkIsConfirmedAndTheWaitingHalfLeaves();
    void somebodyElseIsNotAskedAboutAgain();
    void forgedLinkOffersNothing();
    void whoWasTakenBackMeanwhileIsTold();
    void waitingEndsWithoutLosingTheText();

private:
    [[nodiscard]] MainWindow &window() const { return m_window->window(); }
    [[nodiscard]] ArrivalBar &bar() const { return *window().findChild<ArrivalBar *>(); }
    [[nodiscard]] QString words() const { return bar().findChild<QLabel *>(u"arrivalWords"_s)->text(); }
    void press(const QString &button) const
    {
        QTest::mouseClick(bar().findChild<QPushButton *>(button), Qt::LeftButton);
    }
    void show(ConversationId id)
    {
        window().openConversation(id);
        QTRY_COMPARE(window().conversation().row().id, id);
    }
    void invite();
    ConversationId comes(const QString &text, const QString &handle = u"@anna_berg"_s);
    [[nodiscard]] PersonId personIn(ConversationId id) const
    {
        return m_profile->persons().card(id).result().value_or(PersonCard()).id;
    }
    ConversationId apply(const IncomingMessage &message);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Profile> m_profile;
    test::FakePictures m_pictures;
    test::FakeNetwork m_network;
    ChannelRegistry m_channels;
    std::unique_ptr<Window> m_window;
    ConversationId m_post;
    PrivateMoveId m_move;
};

void TestWindowArrivals::init()
{
    QTest::failOnWarning(QRegularExpression(
        u"^(?!This plugin does not support (propagateSizeHints|raise)|no keychain answered|a write failed: \"conflict\")"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    auto profile
        = Profile::open({.directory = m_folder->filePath(u"profile"_s), .encryption = Encryption::Plain});
    QVERIFY(profile);
    m_profile = std::move(*profile);
    QVERIFY(m_profile->accounts()
                .addAccount({.id = {},
                             .channel = Channel::Telegram,
                             .name = u"Shop"_s,
                             .identity = u"Lantern"_s,
                             .address = u"@lantern_bot"_s})
                .result());
    IncomingMessage post;
    post.channel = Channel::Telegram;
    post.audience = Audience::Public;
    post.remoteId = u"-100/1"_s;
    post.authorName = u"Anna Berg"_s;
    post.authorHandle = u"@anna"_s;
    post.sentAt = m_profile->clock().now() - std::chrono::hours(1);
    post.text = u"The lamp broke after a week."_s;
    m_post = apply(post);
    invite();
    m_window = std::make_unique<Window>(
        *m_profile, Window::Edges{.pictures = m_pictures, .network = m_network, .channels = m_channels});
    m_window->usePreferences(*qApp, {.language = u"en"_s, .mode = ColorMode::Light});
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
}

void TestWindowArrivals::cleanup()
{
    m_window.reset();
    m_profile.reset();
}

ConversationId TestWindowArrivals::apply(const IncomingMessage &message)
{
    const auto before = m_profile->conversations().ids({}).result().value_or(QList<ConversationId>());
    IncomingBatch batch;
    batch.messages = {message};
    const auto applied = m_profile->sink().apply(batch).result();
    const auto after = m_profile->conversations().ids({}).result().value_or(QList<ConversationId>());
    for (const ConversationId id : after) {
        if (applied && !before.contains(id)) {
            return id;
        }
    }
    return {};
}

/// The public line has left, and the private half waits for her.
void TestWindowArrivals::invite()
{
    const MoveOrder order{
        .conversation = m_post,
        .way = MoveWay::PersonWrites,
        .next = MoveNext::PublicThenArrival,
        .records = {MoveRecord::Approach, MoveRecord::ArrivalAwaited},
        .publicHalf
        = OrderedHalf{.text = u"Please write to us"_s, .conversation = m_post, .channel = Channel::Telegram},
        .privateHalf = OrderedHalf{.text = u"Dear Anna, about your lamp"_s,
                                   .conversation = {},
                                   .channel = Channel::Telegram,
                                   .handle = u"@anna"_s},
        .payload = u"p1"_s,
        .by = u"Olga"_s};
    const auto move = m_profile->moves().start(order).result();
    QVERIFY(move);
    m_move = move->id;
    QVERIFY(m_profile->outbox().queueDue().result());
    QVERIFY(m_profile->dispatch().begin(move->publicItem).result());
    QVERIFY(m_profile->dispatch().finish(move->publicItem, Sent(), {}).result());
    QCOMPARE(m_profile->moves().awaited().result()->size(), 1);
}

ConversationId TestWindowArrivals::comes(const QString &text, const QString &handle)
{
    IncomingMessage message;
    message.channel = Channel::Telegram;
    message.audience = Audience::Private;
    message.remoteId = handle + u"/1"_s;
    message.conversationKey = handle;
    message.authorName = u"A. B."_s;
    message.authorHandle = handle;
    message.sentAt = m_profile->clock().now();
    message.text = text;
    return apply(message);
}

void TestWindowArrivals::whoComesByTheLinkIsConfirmedAndTheWaitingHalfLeaves()
{
    const auto talk = comes(u"/start p1"_s);
    show(talk);

    QTRY_VERIFY(bar().isVisible());
    QVERIFY2(words().contains(u"Anna Berg"_s), qPrintable(words()));
    QVERIFY(words().contains(u"Everybody can read that link"_s));
    QVERIFY(words().contains(u"kept as one person"_s));
    QVERIFY(personIn(talk) != personIn(m_post));
    press(u"arrivalYes"_s);

    QTRY_VERIFY(window().conversation().story().isVisible());
    QVERIFY(!bar().isVisible());
    const auto move = m_profile->moves().movesOf(m_post).result()->constFirst();
    QCOMPARE(move.state, MoveState::Joined);
    QCOMPARE(move.talk, talk);
    const auto item = m_profile->outbox().item(move.privateItem).result();
    QCOMPARE(item->text, u"Dear Anna, about your lamp"_s);
    QCOMPARE(item->state, OutboxState::Held); // it can be undone for a while
    QTRY_COMPARE(personIn(talk), personIn(m_post));
}

void TestWindowArrivals::somebodyElseIsNotAskedAboutAgain()
{
    const auto talk = comes(u"/start p1"_s);
    show(talk);
    QTRY_VERIFY(bar().isVisible());

    press(u"arrivalNo"_s);

    QVERIFY(!bar().isVisible());
    QVERIFY(test::waitFor([&] { return m_profile->moves().arrivals(talk).result()->isEmpty(); }));
    show(m_post);
    show(talk);
    QCOMPARE(m_profile->moves().awaited().result()->size(), 1);
    QVERIFY(personIn(talk) != personIn(m_post));
    QVERIFY(!bar().isVisible());
}

void TestWindowArrivals::forgedLinkOffersNothing()
{
    const auto forged = comes(u"/start p2"_s, u"@stranger"_s);
    const auto real = comes(u"Hello"_s, u"@Anna"_s);
    show(real);
    QTRY_VERIFY(bar().isVisible());
    QVERIFY(words().contains(u"without its link"_s));

    show(forged);

    QTRY_VERIFY(!bar().isVisible());
    QVERIFY(m_profile->moves().arrivals(forged).result()->isEmpty());
}

void TestWindowArrivals::whoWasTakenBackMeanwhileIsTold()
{
    const auto talk = comes(u"/start p1"_s);
    show(talk);
    QTRY_VERIFY(bar().isVisible());
    QVERIFY(m_profile->moves().takeBack(m_move).result());

    press(u"arrivalYes"_s);

    const auto *told = window().notice().findChild<QLabel *>(u"noticeWords"_s);
    QTRY_VERIFY(told->text().contains(u"does not wait any more"_s));
    QTRY_VERIFY(!bar().isVisible());
    QVERIFY(m_profile->outbox().items().result()->size() == 1);
}

void TestWindowArrivals::waitingEndsWithoutLosingTheText()
{
    show(m_post);
    auto &story = window().conversation().story();
    QTRY_VERIFY(story.isVisible());
    QVERIFY(story.findChild<QLabel *>(u"storyWords"_s)->text().contains(u"you say that it is them"_s));

    QTest::mouseClick(story.findChild<QPushButton *>(u"storyStepButton"_s), Qt::LeftButton);

    QTRY_VERIFY(!story.isVisible());
    QVERIFY(m_profile->moves().awaited().result()->isEmpty());
    const auto kept = [this] {
        return m_profile->drafts().load(m_post, DraftKind::Note).result().value_or(Draft()).text;
    };
    QVERIFY(test::waitFor([&] { return kept() == u"Dear Anna, about your lamp"_s; }));
}

QTEST_MAIN(TestWindowArrivals)
#include "tst_windowarrivals.moc"
