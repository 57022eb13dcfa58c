// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/ports/dispatchstore.h"
#include "models/ports/movestore.h"
#include "models/ports/outboxstore.h"
#include "tests/app/profilewindow.h"
#include "widgets/actions/commands.h"
#include "widgets/common/elidedbutton.h"
#include "widgets/common/noticebar.h"
#include "widgets/composer/sendundobar.h"
#include "widgets/privacy/movedialog.h"
#include "widgets/privacy/resolutiondialog.h"
#include "widgets/privacy/storybar.h"
#include "widgets/thread/threadview.h"

#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace aside;
using namespace Qt::StringLiterals;

/// A complaint goes on in private and ends in public, in the window and in a real profile.
class TestWindowClosing : public QObject, test::ProfileWindow
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aComplaintGoesOnInPrivateAndEndsInPublic();
    void commandsSayWhyTheyCannotBeUsed();
    void undoTakesBothHalvesBackAndGoesOnWithThem();
    void undoThatComesTooLateSaysSo();
    void undoOfWhatHasHalfLeftSendsNothingTwice();
    void focusReturnsToTheThread();
    void undoIsOfferedAboveItsOwnThreadAlone();

private:
    [[nodiscard]] QAction *action(const char *id) const { return window().commands().action(id); }
    [[nodiscard]] QToolButton *dueButton() const
    {
        return window().conversation().findChild<QToolButton *>(u"dueCommandButton"_s);
    }
    [[nodiscard]] QString story() const
    {
        return window().conversation().story().findChild<QLabel *>(u"storyWords"_s)->text();
    }
    /// Presses the button of the dialog, which is there already or comes.
    void sendDialog()
    {
        QTRY_VERIFY(window().findChild<MoveDialog *>());
        auto *dialog = window().findChild<MoveDialog *>();
        auto *send = dialog->findChild<ElidedButton *>(u"startMoveButton"_s);
        QTRY_COMPARE(send->words(), u"Send both"_s);
        QTest::mouseClick(send, Qt::LeftButton);
        QTRY_VERIFY(!window().findChild<MoveDialog *>());
    }
    /// All that is in the outbox arrives, in its order.
    void deliver()
    {
        for (int round = 0; round < 4; ++round) {
            const auto items = m_profile->outbox().items().result();
            QVERIFY(items);
            for (const auto &item : *items) {
                if (item.state == OutboxState::Held && item.holdReason == HoldReason::UndoWindow) {
                    QVERIFY(m_profile->outbox().release(item.id).result());
                }
                const auto now = m_profile->outbox().item(item.id).result();
                if (now && now->state == OutboxState::Queued) {
                    const auto begun = m_profile->dispatch().begin(item.id).result();
                    QVERIFY(begun);
                    if (begun->state == OutboxState::Sending) { // else it waits for its other half
                        QVERIFY(m_profile->dispatch().finish(item.id, Sent(), {}).result());
                    }
                }
            }
            QVERIFY(m_profile->outbox().queueDue().result());
        }
    }
    [[nodiscard]] QList<PrivateMove> moves() const
    {
        return m_profile->moves().movesOf(m_post).result().value_or(QList<PrivateMove>());
    }

    ConversationId m_post;
};

void TestWindowClosing::init()
{
    openProfile();
    addAccount(Channel::Mastodon, u"@shop@social.example"_s);
    m_post = apply(complaint(Channel::Mastodon, Audience::Public, u"@anna@social.example"_s));
    openWindow();
    show(m_post);
}

void TestWindowClosing::cleanup()
{
    closeAll();
}

void TestWindowClosing::aComplaintGoesOnInPrivateAndEndsInPublic()
{
    action("conversation.private")->trigger();
    sendDialog();
    deliver();
    QTRY_VERIFY(story().contains(u"Continued in private"_s));
    const auto talk = moves().constFirst().talk;
    QVERIFY(talk.isValid());

    show(talk);
    action("conversation.close")->trigger();
    QTRY_VERIFY(window().findChild<ResolutionDialog *>());
    auto *done = window().findChild<ResolutionDialog *>();
    QTest::keyClicks(done->findChild<QPlainTextEdit *>(u"resolutionText"_s), u"A new lamp was sent."_s);
    QTest::mouseClick(done->findChild<QPushButton *>(u"recordResolutionButton"_s), Qt::LeftButton);
    QTRY_VERIFY(moves().constFirst().resolution.has_value());
    QTRY_VERIFY(!window().findChild<ResolutionDialog *>());

    show(m_post);
    QTRY_VERIFY(story().contains(u"the public line is due by"_s));
    QTRY_VERIFY(action("conversation.endPublic")->isEnabled());
    QVERIFY(dueButton()->isVisible());
    QVERIFY(window()
                .findChild<QListView *>(u"conversationList"_s)
                ->actions()
                .contains(action("conversation.endPublic")));
    dueButton()->click();
    sendDialog();
    QTRY_VERIFY(story().contains(u"being closed"_s));
    deliver();

    QTRY_VERIFY(story().contains(u"is closed since"_s));
    const auto rows = m_profile->conversations().rows({m_post}).result();
    QCOMPARE(rows->constFirst().state, ConversationState::Closed);
    const auto items = m_profile->outbox().items().result();
    for (const auto &item : *items) {
        QVERIFY(!item.text.contains(u"new lamp"_s)); // it was for the team
    }
}

void TestWindowClosing::commandsSayWhyTheyCannotBeUsed()
{
    QTRY_VERIFY(action("conversation.private")->isEnabled());
    QTRY_VERIFY(!action("conversation.endPublic")->isEnabled());
    QVERIFY(
        action("conversation.endPublic")->toolTip().contains(u"Nothing of this conversation was moved"_s));

    action("conversation.private")->trigger();
    sendDialog();
    deliver();

    QTRY_VERIFY(action("conversation.endPublic")->toolTip().contains(u"Record first"_s));
    QVERIFY(!action("conversation.endPublic")->isEnabled());
    QVERIFY(!dueButton()->isVisible());
    show(moves().constFirst().talk);
    QTRY_VERIFY(action("conversation.private")->toolTip().contains(u"private already"_s));
    QVERIFY(!action("conversation.private")->isEnabled());
}

void TestWindowClosing::undoTakesBothHalvesBackAndGoesOnWithThem()
{
    action("conversation.private")->trigger();
    QTRY_VERIFY(window().findChild<MoveDialog *>());
    window()
        .findChild<QPlainTextEdit *>(u"publicText"_s)
        ->setPlainText(
            u"Sorry that the lamp broke, Anna. We have written to you in private and will answer there today."_s);
    sendDialog();
    auto *bar = window().findChild<SendUndoBar *>(u"moveUndoBar"_s);
    QTRY_VERIFY(bar->isVisible());

    QTest::mouseClick(bar->findChild<QPushButton *>(u"undoSendButton"_s), Qt::LeftButton);

    QTRY_VERIFY(window().findChild<MoveDialog *>());
    QVERIFY(!bar->isVisible());
    QVERIFY(window()
                .findChild<QPlainTextEdit *>(u"publicText"_s)
                ->toPlainText()
                .startsWith(u"Sorry that the lamp broke, Anna."_s));
    QCOMPARE(moves().constFirst().state, MoveState::TakenBack);
    QVERIFY(m_profile->outbox().items().result()->isEmpty());
    sendDialog();
    QCOMPARE(m_profile->outbox().items().result()->size(), 2);
}

void TestWindowClosing::undoThatComesTooLateSaysSo()
{
    action("conversation.private")->trigger();
    sendDialog();
    auto *bar = window().findChild<SendUndoBar *>(u"moveUndoBar"_s);
    QTRY_VERIFY(bar->isVisible());
    deliver();
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^a write failed: \"conflict\""_s));

    QTest::mouseClick(bar->findChild<QPushButton *>(u"undoSendButton"_s), Qt::LeftButton);

    QTRY_VERIFY(window().notice().isVisible());
    QVERIFY(!bar->isVisible());
    QVERIFY(!window().findChild<MoveDialog *>());
}

void TestWindowClosing::undoOfWhatHasHalfLeftSendsNothingTwice()
{
    action("conversation.private")->trigger();
    sendDialog();
    auto *bar = window().findChild<SendUndoBar *>(u"moveUndoBar"_s);
    QTRY_VERIFY(bar->isVisible());
    const auto move = moves().constFirst();
    QVERIFY(m_profile->outbox().release(move.privateItem).result());
    QVERIFY(m_profile->dispatch().begin(move.privateItem).result());
    QVERIFY(m_profile->dispatch().finish(move.privateItem, Sent(), {}).result());

    QTest::mouseClick(bar->findChild<QPushButton *>(u"undoSendButton"_s), Qt::LeftButton);

    QTRY_VERIFY(window().notice().isVisible());
    QVERIFY(!window().findChild<MoveDialog *>()); // the message would be sent again
    const auto items = m_profile->outbox().items().result();
    QCOMPARE(items->size(), 1);
    QCOMPARE(items->constFirst().id, move.privateItem);
}

void TestWindowClosing::focusReturnsToTheThread()
{
    window().conversation().thread().setFocus();
    action("conversation.private")->trigger();
    QTRY_VERIFY(window().findChild<MoveDialog *>());

    window().findChild<MoveDialog *>()->reject();

    QTRY_VERIFY(!window().findChild<MoveDialog *>());
    QTRY_COMPARE(window().focusWidget(), &window().conversation().thread());
}

void TestWindowClosing::undoIsOfferedAboveItsOwnThreadAlone()
{
    action("conversation.private")->trigger();
    sendDialog();
    auto *bar = window().findChild<SendUndoBar *>(u"moveUndoBar"_s);
    QTRY_VERIFY(bar->isVisible());
    IncomingMessage other;
    other.channel = Channel::Mastodon;
    other.audience = Audience::Public;
    other.remoteId = u"other"_s;
    other.authorName = u"Bo"_s;
    other.authorHandle = u"@bo@social.example"_s;
    other.sentAt = m_profile->clock().now();
    other.text = u"Where is my order?"_s;
    IncomingBatch batch;
    batch.messages = {other};
    QVERIFY(m_profile->sink().apply(batch).result());
    const auto ids = m_profile->conversations().ids({.view = View::Inbox}).result();
    const auto found = std::ranges::find_if(*ids, [this](ConversationId id) { return id != m_post; });
    QVERIFY(found != ids->cend());

    show(*found);
    QVERIFY(!bar->isVisible()); // it is not this thread's
    show(m_post);
    QVERIFY(bar->isVisible());
}

QTEST_MAIN(TestWindowClosing)
#include "tst_windowclosing.moc"
