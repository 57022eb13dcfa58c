// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/ports/dispatchstore.h"
#include "models/ports/draftstore.h"
#include "models/ports/movestore.h"
#include "models/ports/outboxstore.h"
#include "models/ports/personstore.h"
#include "tests/app/profilewindow.h"
#include "tests/support/waiting.h"
#include "widgets/actions/commands.h"
#include "widgets/common/noticebar.h"
#include "widgets/privacy/arrivalbar.h"
#include "widgets/privacy/arrivaldialog.h"
#include "widgets/privacy/storybar.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;

/// A public line asked Anna to write on Telegram; somebody writes there, in a real profile and window.
class TestWindowArrivals : public QObject, test::ProfileWindow
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void whoComesByTheLinkIsConfirmedAndTheWaitingHalfLeaves();
    void somebodyElseIsNotAskedAboutAgain();
    void forgedLinkOffersNothing();
    void whoWasTakenBackMeanwhileIsTold();
    void waitingEndsWithoutLosingTheText();
    void operatorSaysWhoItIsWhereNoSignDoes();
    void whereNobodyIsWaitedForItIsSaid();

private:
    [[nodiscard]] ArrivalBar &bar() const { return *window().findChild<ArrivalBar *>(); }
    [[nodiscard]] QString words() const { return bar().findChild<QLabel *>(u"arrivalWords"_s)->text(); }
    void press(const QString &button) const
    {
        QTest::mouseClick(bar().findChild<QPushButton *>(button), Qt::LeftButton);
    }
    void invite();
    ConversationId comes(const QString &text, const QString &handle = u"@anna_berg"_s);
    [[nodiscard]] PersonId personIn(ConversationId id) const
    {
        return m_profile->persons().card(id).result().value_or(PersonCard()).id;
    }

    ConversationId m_post;
    PrivateMoveId m_move;
};

void TestWindowArrivals::init()
{
    openProfile(u"conflict"_s);
    addAccount(Channel::Telegram, u"@lantern_bot"_s);
    m_post = apply(complaint(Channel::Telegram, Audience::Public, u"@anna"_s));
    invite();
    openWindow();
}

void TestWindowArrivals::cleanup()
{
    closeAll();
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

/// She writes from an address of which nothing is known, without the link.
void TestWindowArrivals::operatorSaysWhoItIsWhereNoSignDoes()
{
    const auto talk = comes(u"Hi, it is about the lamp"_s, u"@lampless"_s);
    show(talk);
    auto *action = window().commands().action("conversation.arrived");
    QTRY_VERIFY(action->isEnabled());
    QVERIFY(!bar().isVisible());

    action->trigger();

    QTRY_VERIFY(window().findChild<ArrivalDialog *>());
    auto *dialog = window().findChild<ArrivalDialog *>();
    const auto *list = dialog->findChild<QListWidget *>(u"arrivalList"_s);
    QCOMPARE(list->count(), 1);
    QVERIFY2(list->item(0)->text().contains(u"Anna Berg"_s), qPrintable(list->item(0)->text()));
    const auto words = dialog->findChild<QLabel *>(u"arrivalDialogWords"_s)->text();
    QVERIFY2(words.contains(u"Nothing says that this is"_s), qPrintable(words));
    QTest::keyClick(dialog, Qt::Key_Return);

    QTRY_VERIFY(!window().findChild<ArrivalDialog *>());
    QTRY_VERIFY(window().conversation().story().isVisible());
    const auto move = m_profile->moves().movesOf(m_post).result()->constFirst();
    QCOMPARE(move.state, MoveState::Joined);
    QCOMPARE(move.talk, talk);
    QTRY_COMPARE(personIn(talk), personIn(m_post));
}

void TestWindowArrivals::whereNobodyIsWaitedForItIsSaid()
{
    auto *action = window().commands().action("conversation.arrived");
    QVERIFY(!action->isEnabled());
    show(m_post);
    QTRY_VERIFY(action->toolTip().contains(u"This one is public"_s));
    QVERIFY(!action->isEnabled());
    QVERIFY(m_profile->moves().takeBack(m_move).result());
    show(comes(u"Hello"_s));
    QTRY_VERIFY(action->isEnabled());

    action->trigger();

    const auto *told = window().notice().findChild<QLabel *>(u"noticeWords"_s);
    QTRY_VERIFY(told->text().contains(u"Nobody is waited for"_s));
    QVERIFY(!window().findChild<ArrivalDialog *>());
}

QTEST_MAIN(TestWindowArrivals)
#include "tst_windowarrivals.moc"
