// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/windowfixture.h"
#include "widgets/theme/theme.h"
#include "widgets/thread/conversationpane.h"
#include "widgets/thread/pendingbubble.h"
#include "widgets/thread/pendingreplies.h"
#include "widgets/thread/threadview.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>

using namespace aside;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

OutboxItem item(qint64 id, OutboxState state, const QString &text = u"On its way"_s)
{
    OutboxItem one;
    one.id = OutboxId{id};
    one.conversation = ConversationId{1};
    one.state = state;
    one.text = text;
    one.idempotencyKey = u"key-%1"_s.arg(id);
    one.hasAccount = true;
    return one;
}

/// The replies that are on their way, in a view of their own.
struct Replies {
    QWidget window;
    PendingReplies *replies = new PendingReplies(&window);

    Replies()
    {
        window.setBackgroundRole(QPalette::Base); // as the thread's
        window.resize(600, 500);
        window.show();
    }
    void show(const QList<OutboxItem> &items, const QList<Message> &messages = {})
    {
        replies->show(items, messages);
        replies->setGeometry(0, 0, 600, replies->heightForWidth(600));
    }
    [[nodiscard]] QList<PendingBubble *> bubbles() const
    {
        QList<PendingBubble *> shown = replies->findChildren<PendingBubble *>();
        shown.removeIf([](const PendingBubble *bubble) { return bubble->isHidden(); });
        return shown;
    }
    template <typename T>
    [[nodiscard]] T *part(qsizetype bubble, const char *name) const
    {
        return bubbles().at(bubble)->findChild<T *>(QLatin1StringView(name));
    }
};

} // namespace

class TestPendingReplies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarning(); }

    void eachStateIsSaidInWords_data();
    void eachStateIsSaidInWords();
    void troubleIsRedAsWell();
    void onlyWhatHasNotLeftCanBeTakenBack();
    void whatBecameAMessageIsNotShownTwice();
    void theOldestComesFirst();
    void textIsShownAsItIs();
    void filesAreNamed();
    void aLongTextWrapsAndAllOfItIsSeen();
    void aHeldReplyStandsBelowItsConversationAlone();
    void whatBecameAMessageFarUpIsNotShownTwice();
    void takenBackFromTheThreadItIsADraftAgain();
    void theOutboxIsOneClickAway();
    void theEndOfTheThreadStaysInSight();
    void aReplyTallerThanTheThreadIsScrolledThrough();
};

void TestPendingReplies::eachStateIsSaidInWords_data()
{
    QTest::addColumn<OutboxState>("state");
    QTest::addColumn<QString>("words");
    QTest::addRow("held") << OutboxState::Held << u"Held back"_s;
    QTest::addRow("queued") << OutboxState::Queued << u"Waiting to be sent"_s;
    QTest::addRow("sending") << OutboxState::Sending << u"Sending"_s;
    QTest::addRow("sent") << OutboxState::Sent << u"Sent"_s;
    QTest::addRow("refused") << OutboxState::Refused << u"Refused by the server"_s;
    QTest::addRow("uncertain") << OutboxState::Uncertain << u"Perhaps sent"_s;
}

void TestPendingReplies::eachStateIsSaidInWords()
{
    QFETCH(const OutboxState, state);
    QFETCH(const QString, words);
    Replies view;

    view.show({item(1, state)});

    QCOMPARE(view.bubbles().size(), 1);
    const auto *label = view.part<QLabel>(0, "pendingState");
    QVERIFY2(label->text().startsWith(words), qPrintable(label->text()));
    QVERIFY(view.bubbles().constFirst()->accessibleName().contains(label->text()));
    QVERIFY(view.bubbles().constFirst()->accessibleName().contains(u"On its way"_s));
}

void TestPendingReplies::troubleIsRedAsWell()
{
    Replies view;

    view.show({item(2, OutboxState::Refused), item(1, OutboxState::Queued)});

    const auto ink = [&view](qsizetype bubble) {
        const auto *state = view.part<QLabel>(bubble, "pendingState");
        return state->palette().color(state->foregroundRole());
    };
    QCOMPARE(ink(0), currentTheme().text);
    QCOMPARE(ink(1), currentTheme().danger);
}

void TestPendingReplies::onlyWhatHasNotLeftCanBeTakenBack()
{
    using enum OutboxState;
    Replies view;

    for (const OutboxState state : {Held, Queued, Sending, Sent, Refused, Uncertain}) {
        view.show({item(1, state)});
        const bool isVisible = view.part<QPushButton>(0, "pendingTakeBack")->isVisible();
        QCOMPARE(isVisible, state == Held || state == Queued);
        QVERIFY(view.part<QPushButton>(0, "pendingOutbox")->isVisible());
    }
    view.show({item(1, Withdrawn)});

    QVERIFY(view.bubbles().isEmpty());
    QVERIFY(view.replies->isHidden());
}

void TestPendingReplies::whatBecameAMessageIsNotShownTwice()
{
    Replies view;
    Message message;
    message.remoteId = u"<key-1@shop.example>"_s;

    view.show({item(2, OutboxState::Sent), item(1, OutboxState::Sent)}, {message});

    QCOMPARE(view.bubbles().size(), 1);
}

void TestPendingReplies::theOldestComesFirst()
{
    Replies view;

    view.show({item(2, OutboxState::Held, u"second"_s), item(1, OutboxState::Queued, u"first"_s)});

    QCOMPARE(view.part<QLabel>(0, "pendingText")->text(), u"first"_s);
    QVERIFY(view.bubbles().at(0)->geometry().bottom() < view.bubbles().at(1)->geometry().top());
}

void TestPendingReplies::textIsShownAsItIs()
{
    Replies view;

    view.show({item(1, OutboxState::Held, u"<b>bold</b> \u202Etxt"_s)});

    const auto *text = view.part<QLabel>(0, "pendingText");
    QCOMPARE(text->textFormat(), Qt::PlainText);
    QVERIFY(text->text().startsWith(u"<b>"_s));
    QVERIFY(!text->text().contains(u'\u202E'));
}

void TestPendingReplies::filesAreNamed()
{
    Replies view;
    OutboxItem withFiles = item(1, OutboxState::Held, {});
    withFiles.attachments = {{.id = DraftAttachmentId{1},
                              .name = u"label.png"_s,
                              .mimeType = {},
                              .sha256 = {},
                              .size = 9,
                              .alt = {}}};

    view.show({withFiles});

    QVERIFY(view.part<QLabel>(0, "pendingFiles")->text().contains(u"label.png"_s));
    QVERIFY(view.part<QLabel>(0, "pendingText")->isHidden());
}

void TestPendingReplies::aLongTextWrapsAndAllOfItIsSeen()
{
    Replies view;

    view.show({item(1, OutboxState::Held, u"many words "_s.repeated(100).trimmed())});

    const auto *text = view.part<QLabel>(0, "pendingText");
    QVERIFY(text->width() < 600);
    QVERIFY(text->height() >= text->heightForWidth(text->width()));
    QVERIFY(view.bubbles().constFirst()->geometry().bottom() < view.replies->height());
}

void TestPendingReplies::aHeldReplyStandsBelowItsConversationAlone()
{
    test::WindowFixture desk;
    desk.open();
    desk.choose(1);
    auto *pending = desk.part<QWidget>("pendingReplies");
    QVERIFY(pending->isHidden());

    desk.reply()->setPlainText(u"It comes tomorrow"_s);
    desk.part<QPushButton>("sendButton")->click();

    QTRY_VERIFY(pending->isVisible());
    QTRY_COMPARE(pending->findChild<QLabel *>(u"pendingText"_s)->text(), u"It comes tomorrow"_s);
    desk.choose(2);
    QTRY_VERIFY(pending->isHidden());
    desk.choose(1);
    QTRY_VERIFY(pending->isVisible());
}

void TestPendingReplies::whatBecameAMessageFarUpIsNotShownTwice()
{
    test::WindowFixture desk;
    QList<Message> &talk = desk.stores.messages[ConversationId{1}];
    for (int i = 0; i < 200; ++i) {
        Message message = talk.constFirst();
        message.id = MessageId{1000 + i};
        message.sentAt += std::chrono::minutes(i);
        message.remoteId = i == 10 ? u"<key-1@shop.example>"_s : QString();
        talk.append(message);
    }
    OutboxItem old = item(1, OutboxState::Sent);
    old.createdAt = talk.at(11).sentAt;
    OutboxItem fresh = item(2, OutboxState::Sent, u"Just now"_s);
    fresh.createdAt = talk.constLast().sentAt;
    desk.stores.outbox = {fresh, old};
    desk.open();
    desk.choose(1);

    QTRY_COMPARE(desk.part<QWidget>("pendingReplies")->findChildren<PendingBubble *>().size(), 1);
    QCOMPARE(desk.part<QLabel>("pendingText")->text(), u"Just now"_s);
}

void TestPendingReplies::takenBackFromTheThreadItIsADraftAgain()
{
    test::WindowFixture desk;
    desk.open();
    desk.choose(1);
    desk.reply()->setPlainText(u"It comes tomorrow"_s);
    desk.part<QPushButton>("sendButton")->click();
    QTRY_VERIFY(desk.part<QPushButton>("pendingTakeBack"));

    desk.part<QPushButton>("pendingTakeBack")->click();

    QTRY_COMPARE(desk.reply()->toPlainText(), u"It comes tomorrow"_s);
    QTRY_VERIFY(desk.part<QWidget>("pendingReplies")->isHidden());
    QVERIFY(desk.stores.outbox.isEmpty());
}

void TestPendingReplies::theOutboxIsOneClickAway()
{
    test::WindowFixture desk;
    desk.open();
    desk.choose(1);
    desk.reply()->setPlainText(u"It comes tomorrow"_s);
    desk.part<QPushButton>("sendButton")->click();
    QTRY_VERIFY(desk.part<QPushButton>("pendingOutbox"));

    desk.part<QPushButton>("pendingOutbox")->click();

    QTRY_VERIFY(desk.part<QWidget>("outboxList")->isVisible());
}

void TestPendingReplies::theEndOfTheThreadStaysInSight()
{
    test::WindowFixture desk;
    for (qint64 id = 10; id < 40; ++id) {
        Message message;
        message.id = MessageId{id};
        message.conversation = ConversationId{1};
        message.sentAt = desk.stores.clock.now();
        message.text = u"one more line"_s;
        desk.stores.messages[ConversationId{1}].append(message);
    }
    desk.open();
    desk.choose(1);
    QScrollBar *bar = desk.window->conversation().thread().verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0);
    const int before = bar->maximum();

    desk.reply()->setPlainText(u"It comes tomorrow"_s);
    desk.part<QPushButton>("sendButton")->click();

    auto *pending = desk.part<QWidget>("pendingReplies");
    QTRY_VERIFY(pending->isVisible());
    QTRY_VERIFY(bar->maximum() > before);
    QTRY_COMPARE(bar->value(), bar->maximum());
    QVERIFY(pending->geometry().bottom() <= pending->parentWidget()->height());
}

void TestPendingReplies::aReplyTallerThanTheThreadIsScrolledThrough()
{
    test::WindowFixture desk;
    desk.open();
    desk.choose(1);
    const QScrollBar *bar = desk.window->conversation().thread().verticalScrollBar();

    desk.reply()->setPlainText(u"It comes tomorrow\n"_s.repeated(120));
    desk.part<QPushButton>("sendButton")->click();

    auto *pending = desk.part<QWidget>("pendingReplies");
    QTRY_VERIFY(pending->isVisible());
    QTRY_COMPARE_GT(pending->height(), pending->parentWidget()->height());
    QTRY_COMPARE(bar->value(), bar->maximum());
    QCOMPARE_LE(pending->geometry().bottom(), pending->parentWidget()->height());
    desk.window->conversation().thread().verticalScrollBar()->setValue(bar->maximum() - 50);
    QCOMPARE(bar->value(), bar->maximum() - 50);
}

QTEST_MAIN(TestPendingReplies)
#include "tst_pendingreplies.moc"
