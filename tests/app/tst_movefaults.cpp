// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/ports/consentstore.h"
#include "models/ports/dispatchstore.h"
#include "models/ports/draftstore.h"
#include "models/ports/movestore.h"
#include "models/ports/outboxstore.h"
#include "models/ports/personrecords.h"
#include "models/ports/personstore.h"
#include "models/services/composer.h"
#include "tests/app/profilewindow.h"
#include "tests/support/waiting.h"
#include "widgets/actions/commands.h"
#include "widgets/common/elidedbutton.h"
#include "widgets/composer/composerpanel.h"
#include "widgets/composer/sendundobar.h"
#include "widgets/privacy/movedialog.h"
#include "widgets/privacy/storybar.h"

#include <QClipboard>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

#include <algorithm>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

const auto madeLine
    = u"Sorry about the lamp, Anna. We have written to you in private and will answer there."_s;

} // namespace

/// What goes wrong while a talk is moved to private, in a real profile and window: nothing is sent twice,
/// nothing is lost, and it is said in words.
class TestMoveFaults : public QObject, test::ProfileWindow
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void conversationThatIsGoneIsSaidAndTheTextsStay();
    void postThatIsGoneAtItsPlatformRefusesTheLineAlone();
    void consentRevokedInFrontOfTheDialogSendsNothing();
    void consentRevokedInTheOutboxHoldsBoth();
    void refusedMessageHoldsThePublicLineAndGoesOnceWhenRetried();
    void secondOperatorSendsNothingOfHis();
    void afterAnUndoTheReplyShowsTheLineUntilItIsSent();
    void keptAfterAnUndoTheLineStandsOnceInTheDraft();

private:
    [[nodiscard]] MoveDialog *dialog() const { return window().findChild<MoveDialog *>(); }
    [[nodiscard]] QString textOf(const char *field) const
    {
        return dialog()->findChild<QPlainTextEdit *>(QString::fromLatin1(field))->toPlainText();
    }
    void open()
    {
        window().commands().action("conversation.private")->trigger();
        QTRY_VERIFY(dialog());
    }
    void press()
    {
        auto *send = dialog()->findChild<ElidedButton *>(u"startMoveButton"_s);
        QTRY_COMPARE(send->words(), u"Send both"_s);
        QTest::mouseClick(send, Qt::LeftButton);
    }
    void startByHand()
    {
        open();
        press();
        QTRY_VERIFY(!dialog());
        m_move = m_profile->moves().movesOf(m_post).result()->constFirst();
    }
    /// The dialog is open again.
    void undoAfterSending();
    [[nodiscard]] QString draft(DraftKind kind) const
    {
        return m_profile->drafts().load(m_post, kind).result().value_or(Draft()).text;
    }
    void expectRefusal(const QString &words);
    void revoke();
    void endUndoWindows();
    OutboxItem send(OutboxId id, const SendOutcome &outcome);
    [[nodiscard]] OutboxItem item(OutboxId id) const { return m_profile->outbox().item(id).result().value(); }
    /// All that the list says, and what is said of the one that is chosen.
    [[nodiscard]] QString outboxWords(OutboxId id);
    [[nodiscard]] int sentOf(OutboxId id) const
    {
        const auto steps = m_profile->outbox().history(id).result().value_or(QList<OutboxStep>());
        return static_cast<int>(std::ranges::count(steps, OutboxEvent::Accepted, &OutboxStep::event));
    }

    ConversationId m_post;
    PersonId m_anna;
    PrivateMove m_move;
};

void TestMoveFaults::init()
{
    openProfile(u"conflict|not-found|consent-missing"_s);
    addAccount(Channel::Mastodon, u"@shop@social.example"_s);
    m_post = apply(complaint(Channel::Mastodon, Audience::Public, u"@anna@social.example"_s));
    m_anna = m_profile->persons().card(m_post).result()->id;
    openWindow();
    show(m_post);
}

void TestMoveFaults::cleanup()
{
    closeAll();
}

void TestMoveFaults::undoAfterSending()
{
    open();
    dialog()->findChild<QPlainTextEdit *>(u"publicText"_s)->setPlainText(madeLine);
    press();
    QTRY_VERIFY(!dialog());
    auto *bar = window().findChild<SendUndoBar *>(u"moveUndoBar"_s);
    QTRY_VERIFY(bar->isVisible());
    QTest::mouseClick(bar->findChild<QPushButton *>(u"undoSendButton"_s), Qt::LeftButton);
    QTRY_VERIFY(dialog());
}

/// The dialog says so, and keeps both texts; they can be copied.
void TestMoveFaults::expectRefusal(const QString &words)
{
    const auto inPublic = textOf("publicText");
    const auto inPrivate = textOf("privateText");

    press();

    const auto *told = dialog()->findChild<QLabel *>(u"noticeWords"_s);
    QTRY_VERIFY2(told->text().contains(words), qPrintable(told->text()));
    QVERIFY(told->isVisible());
    QCOMPARE(textOf("publicText"), inPublic);
    QCOMPARE(textOf("privateText"), inPrivate);
    QTest::mouseClick(dialog()->findChild<QPushButton *>(u"noticeOffer"_s), Qt::LeftButton);
    const auto copied = QGuiApplication::clipboard()->text();
    QVERIFY(copied.contains(inPublic) && copied.contains(inPrivate));
}

void TestMoveFaults::revoke()
{
    ConsentEntry entry;
    entry.said.to = ConsentTo::DirectMessage;
    entry.said.state = ConsentState::Revoked;
    entry.said.channel = Channel::Mastodon;
    entry.said.handle = u"@anna@social.example"_s;
    entry.said.at = m_profile->clock().now();
    entry.words = u"No messages any more, please"_s;
    QVERIFY(m_profile->consents().record(m_anna, entry).result());
}

void TestMoveFaults::endUndoWindows()
{
    for (const auto id : {m_move.privateItem, m_move.publicItem}) {
        QVERIFY(m_profile->outbox().release(id).result());
    }
    QVERIFY(m_profile->outbox().queueDue().result());
}

OutboxItem TestMoveFaults::send(OutboxId id, const SendOutcome &outcome)
{
    const auto begun = m_profile->dispatch().begin(id).result();
    if (!begun || begun->state != OutboxState::Sending) {
        return begun.value_or(OutboxItem());
    }
    return m_profile->dispatch().finish(id, outcome, {}).result().value_or(OutboxItem());
}

QString TestMoveFaults::outboxWords(OutboxId id)
{
    window().showView(View::Outbox);
    auto *list = window().findChild<QListWidget *>(u"outboxList"_s);
    const auto items = m_profile->outbox().items().result().value_or(QList<OutboxItem>());
    const auto place = std::ranges::find(items, id, &OutboxItem::id);
    const int row = static_cast<int>(place - items.cbegin());
    if (place == items.cend() || !test::waitFor([&] { return list->count() == items.size(); }, 5'000)) {
        return {};
    }
    list->setCurrentRow(row);
    return list->item(row)->text() + u'\n' + window().findChild<QLabel *>(u"outboxWords"_s)->text();
}

void TestMoveFaults::conversationThatIsGoneIsSaidAndTheTextsStay()
{
    open();
    QVERIFY(m_profile->personRecords().erasePerson(m_anna).result()->isDone());

    expectRefusal(u"This conversation is gone. Nothing was sent."_s);

    QVERIFY(m_profile->outbox().items().result()->isEmpty());
    QVERIFY(m_profile->moves().movesOf(m_post).result()->isEmpty());
}

void TestMoveFaults::postThatIsGoneAtItsPlatformRefusesTheLineAlone()
{
    startByHand();
    endUndoWindows();
    QCOMPARE(send(m_move.privateItem, Sent()).state, OutboxState::Sent);
    QVERIFY(m_profile->outbox().queueDue().result());

    const auto line = send(m_move.publicItem, Refused{.code = u"404"_s, .words = u"Record not found"_s});

    QCOMPARE(line.state, OutboxState::Refused);
    QTRY_VERIFY(outboxWords(m_move.publicItem).contains(u"The server said: 404 Record not found"_s));
    QCOMPARE(sentOf(m_move.privateItem), 1);
    QVERIFY(m_profile->outbox().withdraw(m_move.publicItem).result());
    const auto draft = m_profile->drafts().load(m_post, DraftKind::Reply).result();
    QCOMPARE(draft->text, line.text);
    QCOMPARE(sentOf(m_move.privateItem), 1);
}

void TestMoveFaults::consentRevokedInFrontOfTheDialogSendsNothing()
{
    open();
    revoke();

    expectRefusal(u"The customer does not allow this way any more. Nothing was sent."_s);

    QVERIFY(m_profile->outbox().items().result()->isEmpty());
    QVERIFY(m_profile->moves().movesOf(m_post).result()->isEmpty());
}

void TestMoveFaults::consentRevokedInTheOutboxHoldsBoth()
{
    startByHand();
    revoke();
    endUndoWindows();

    const auto message = send(m_move.privateItem, Sent());

    QCOMPARE(message.state, OutboxState::Held);
    QCOMPARE(message.holdReason, HoldReason::Consent);
    QVERIFY(m_profile->outbox().queueDue().result());
    QCOMPARE(item(m_move.publicItem).state, OutboxState::Held);
    QCOMPARE(item(m_move.publicItem).holdReason, HoldReason::OtherHalf);
    QTRY_VERIFY(outboxWords(m_move.privateItem).contains(u"The customer does not allow it."_s));
    QTRY_VERIFY(
        outboxWords(m_move.publicItem).contains(u"It leaves once the private message has arrived."_s));
    QVERIFY(m_profile->outbox().release(m_move.privateItem).result()); // pressed all the same
    QCOMPARE(send(m_move.privateItem, Sent()).holdReason, HoldReason::Consent);
    QCOMPARE(sentOf(m_move.privateItem) + sentOf(m_move.publicItem), 0);
}

void TestMoveFaults::refusedMessageHoldsThePublicLineAndGoesOnceWhenRetried()
{
    startByHand();
    endUndoWindows();

    const auto message = send(m_move.privateItem, Refused{.code = u"422"_s, .words = u"Not accepted"_s});

    QCOMPARE(message.state, OutboxState::Refused);
    QVERIFY(m_profile->outbox().queueDue().result());
    QCOMPARE(item(m_move.publicItem).state, OutboxState::Held);
    const auto *story = window().conversation().story().findChild<QLabel *>(u"storyWords"_s);
    QTRY_VERIFY2(story->text().contains(u"has stopped"_s), qPrintable(story->text()));
    QTest::mouseClick(window().conversation().story().findChild<QPushButton *>(u"storyStepButton"_s),
                      Qt::LeftButton);
    QVERIFY(window().findChild<QListWidget *>(u"outboxList"_s)->isVisible());
    QTRY_VERIFY(outboxWords(m_move.privateItem).contains(u"The server said: 422 Not accepted"_s));
    const auto line = outboxWords(m_move.publicItem);
    QVERIFY2(line.contains(u"It leaves after the private message to"_s), qPrintable(line));
    QVERIFY2(line.contains(u"Refused"_s), qPrintable(line));
    QVERIFY(!m_profile->dispatch().begin(m_move.publicItem).result());

    QVERIFY(m_profile->outbox().release(m_move.privateItem).result());
    QCOMPARE(send(m_move.privateItem, Sent()).state, OutboxState::Sent);
    QVERIFY(m_profile->outbox().queueDue().result());
    QCOMPARE(send(m_move.publicItem, Sent()).state, OutboxState::Sent);

    QVERIFY(!m_profile->outbox().release(m_move.privateItem).result());
    QVERIFY(!m_profile->dispatch().begin(m_move.privateItem).result());
    QCOMPARE(sentOf(m_move.privateItem), 1);
    QCOMPARE(sentOf(m_move.publicItem), 1);
    QCOMPARE(m_profile->outbox().items().result()->size(), 2);
    QCOMPARE(m_profile->moves().movesOf(m_post).result()->constFirst().state, MoveState::Joined);
}

void TestMoveFaults::secondOperatorSendsNothingOfHis()
{
    open();
    const MoveOrder first{
        .conversation = m_post,
        .way = MoveWay::DirectMessage,
        .next = MoveNext::PrivateThenPublic,
        .records = {MoveRecord::Approach},
        .publicHalf
        = OrderedHalf{.text = u"We wrote to you."_s, .conversation = m_post, .channel = Channel::Mastodon},
        .privateHalf = OrderedHalf{.text = u"Dear Anna"_s,
                                   .conversation = {},
                                   .channel = Channel::Mastodon,
                                   .handle = u"@anna@social.example"_s},
        .by = u"Oleg"_s};
    QVERIFY(m_profile->moves().start(first).result());

    expectRefusal(u"Somebody began to move this conversation already. Nothing of yours was sent."_s);

    const auto moves = m_profile->moves().movesOf(m_post).result();
    QCOMPARE(moves->size(), 1);
    QCOMPARE(moves->constFirst().startedBy, u"Oleg"_s);
    QCOMPARE(m_profile->outbox().items().result()->size(), 2);
}

/// What the reply field does not show would be written over by the next key.
void TestMoveFaults::afterAnUndoTheReplyShowsTheLineUntilItIsSent()
{
    undoAfterSending();
    auto *reply = window().findChild<QPlainTextEdit *>(u"replyText"_s);
    QTRY_COMPARE(reply->toPlainText(), madeLine);

    press();

    QTRY_VERIFY(!dialog());
    QTRY_COMPARE(reply->toPlainText(), QString());
    QCOMPARE(draft(DraftKind::Reply), QString());
}

void TestMoveFaults::keptAfterAnUndoTheLineStandsOnceInTheDraft()
{
    undoAfterSending();
    QCOMPARE(draft(DraftKind::Reply), madeLine);
    const auto message = textOf("privateText");
    auto *reply = window().findChild<QPlainTextEdit *>(u"replyText"_s);

    dialog()->reject();
    QTRY_VERIFY(dialog()->findChild<QMessageBox *>(u"keepMoveQuestion"_s));
    auto *question = dialog()->findChild<QMessageBox *>(u"keepMoveQuestion"_s);
    const auto buttons = question->buttons();
    const auto keep = std::ranges::find_if(buttons, [question](QAbstractButton *button) {
        return question->buttonRole(button) == QMessageBox::AcceptRole;
    });
    QVERIFY(keep != buttons.cend());
    QTest::mouseClick(*keep, Qt::LeftButton);

    QTRY_VERIFY(!dialog());
    QVERIFY(test::waitFor([&] { return draft(DraftKind::Note) == message.trimmed(); }, 5'000));
    QTRY_COMPARE(reply->toPlainText(), madeLine); // it is shown as well
    QTRY_COMPARE(draft(DraftKind::Reply), madeLine);
}

QTEST_MAIN(TestMoveFaults)
#include "tst_movefaults.moc"
