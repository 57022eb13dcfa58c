// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/profile.h"
#include "app/window.h"
#include "models/core/clock.h"
#include "models/ports/consentstore.h"
#include "models/ports/conversationstore.h"
#include "models/ports/dispatchstore.h"
#include "models/ports/draftstore.h"
#include "models/ports/messagesink.h"
#include "models/ports/movestore.h"
#include "models/ports/outboxstore.h"
#include "models/ports/personrecords.h"
#include "models/ports/personstore.h"
#include "models/services/composer.h"
#include "tests/support/fakeadapter.h"
#include "tests/support/fakepictures.h"
#include "tests/support/waiting.h"
#include "widgets/actions/commands.h"
#include "widgets/common/elidedbutton.h"
#include "widgets/composer/composerpanel.h"
#include "widgets/composer/sendundobar.h"
#include "widgets/mainwindow.h"
#include "widgets/privacy/movedialog.h"
#include "widgets/thread/conversationpane.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace aside;
using namespace Qt::StringLiterals;

/// What goes wrong while a talk is moved to private, in a real profile and window: nothing is sent twice,
/// nothing is lost, and it is said in words.
class TestMoveFaults : public QObject
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

    void conversationThatIsGoneIsSaidAndTheTextsStay();
    void postThatIsGoneAtItsPlatformRefusesTheLineAlone();
    void consentRevokedInFrontOfTheDialogSendsNothing();
    void consentRevokedInTheOutboxHoldsBoth();
    void refusedMessageHoldsThePublicLineAndGoesOnceWhenRetried();
    void secondOperatorSendsNothingOfHis();
    void keptAfterAnUndoTheLineStandsOnceInTheDraft_data();
    void keptAfterAnUndoTheLineStandsOnceInTheDraft();

private:
    [[nodiscard]] MainWindow &window() const { return m_window->window(); }
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

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Profile> m_profile;
    test::FakePictures m_pictures;
    test::FakeNetwork m_network;
    ChannelRegistry m_channels;
    std::unique_ptr<Window> m_window;
    ConversationId m_post;
    PersonId m_anna;
    PrivateMove m_move;
};

void TestMoveFaults::init()
{
    QTest::failOnWarning(QRegularExpression(
        u"^(?!This plugin does not support (propagateSizeHints|raise)|no keychain answered|a write failed: \"(conflict|not-found|consent-missing)\")"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    auto profile
        = Profile::open({.directory = m_folder->filePath(u"profile"_s), .encryption = Encryption::Plain});
    QVERIFY(profile);
    m_profile = std::move(*profile);
    QVERIFY(m_profile->accounts()
                .addAccount({.id = {},
                             .channel = Channel::Mastodon,
                             .name = u"Shop"_s,
                             .identity = u"Lantern"_s,
                             .address = u"@shop@social.example"_s})
                .result());
    IncomingMessage post;
    post.channel = Channel::Mastodon;
    post.audience = Audience::Public;
    post.remoteId = u"post"_s;
    post.authorName = u"Anna Berg"_s;
    post.authorHandle = u"@anna@social.example"_s;
    post.sentAt = m_profile->clock().now() - std::chrono::hours(1);
    post.text = u"The lamp broke after a week."_s;
    IncomingBatch batch;
    batch.messages = {post};
    QVERIFY(m_profile->sink().apply(batch).result());
    m_post = m_profile->conversations().ids({.view = View::Inbox}).result()->constFirst();
    m_anna = m_profile->persons().card(m_post).result()->id;
    m_window = std::make_unique<Window>(
        *m_profile, Window::Edges{.pictures = m_pictures, .network = m_network, .channels = m_channels});
    m_window->usePreferences(*qApp, {.language = u"en"_s, .mode = ColorMode::Light});
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
    window().openConversation(m_post);
    QTRY_COMPARE(window().conversation().row().id, m_post);
}

void TestMoveFaults::cleanup()
{
    m_window.reset();
    m_profile.reset();
    m_folder.reset();
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

void TestMoveFaults::keptAfterAnUndoTheLineStandsOnceInTheDraft_data()
{
    QTest::addColumn<bool>("isShownAnew");
    QTest::newRow("the reply field is as it was") << false;
    QTest::newRow("the reply field shows the draft") << true;
}

void TestMoveFaults::keptAfterAnUndoTheLineStandsOnceInTheDraft()
{
    QFETCH(const bool, isShownAnew);
    const auto line
        = u"Sorry about the lamp, Anna. We have written to you in private and will answer there."_s;
    open();
    dialog()->findChild<QPlainTextEdit *>(u"publicText"_s)->setPlainText(line);
    press();
    QTRY_VERIFY(!dialog());
    auto *bar = window().findChild<SendUndoBar *>(u"moveUndoBar"_s);
    QTRY_VERIFY(bar->isVisible());
    QTest::mouseClick(bar->findChild<QPushButton *>(u"undoSendButton"_s), Qt::LeftButton);
    QTRY_VERIFY(dialog());
    const auto draft = [this](DraftKind kind) {
        return m_profile->drafts().load(m_post, kind).result().value_or(Draft()).text;
    };
    QCOMPARE(draft(DraftKind::Reply), line);
    const auto message = textOf("privateText");
    auto *reply = window().findChild<QPlainTextEdit *>(u"replyText"_s);
    if (isShownAnew) {
        auto &composer = window().conversation().composer().composer();
        composer.close();
        composer.open(m_post);
        QTRY_COMPARE(reply->toPlainText(), line);
    }

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
    QTRY_COMPARE(reply->toPlainText(), line); // it is shown as well
    QTRY_COMPARE(draft(DraftKind::Reply), line);
}

QTEST_MAIN(TestMoveFaults)
#include "tst_movefaults.moc"
