// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/windowfixture.h"
#include "widgets/thread/messageview.h"
#include "widgets/thread/threadview.h"

#include <QClipboard>
#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>

#include <algorithm>

using namespace aside;

namespace {

QList<Message> manyMessages(const Clock &clock, int count)
{
    QList<Message> messages;
    for (int i = 0; i < count; ++i) {
        Message message;
        message.conversation = ConversationId{1};
        message.id = MessageId{i + 1};
        message.author = QStringLiteral("Anna");
        message.sentAt = clock.now() - std::chrono::minutes(count - i);
        message.text = QStringLiteral("line\n").repeated(i % 9) + QStringLiteral("message %1").arg(i);
        messages.append(message);
    }
    return messages;
}

/// A conversation that is read from the store, as the window does.
struct LongThread {
    test::FakeStores stores;
    test::FakePictures pictures;
    ThreadView view{stores.clock, stores, pictures, nullptr};

    explicit LongThread(int count = 5'000)
    {
        ConversationRow row;
        row.id = ConversationId{1};
        stores.addConversation(row, manyMessages(stores.clock, count));
        view.resize(600, 500);
    }

    ThreadOutline outline() { return stores.outline(ConversationId{1}).result().value_or(ThreadOutline{}); }
    QList<Message> &stored() { return stores.messages[ConversationId{1}]; }
};

bool isShown(const ThreadView &view, const QString &text)
{
    const auto texts = view.findChildren<QTextBrowser *>();
    return std::ranges::any_of(texts, [&](const QTextBrowser *each) {
        return each->isVisible() && !each->visibleRegion().isEmpty() && each->toPlainText().endsWith(text);
    });
}

} // namespace

class TestThreadView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarning(); }

    void longThreadsShowTheirEndWithFewWidgets();
    void everyMessageFillsItsPlace();
    void messagesAreReadWhenTheyComeIntoSight();
    void everyMessageIsSeenOnTheWayUp();
    void wordsAreFoundWhereNothingWasRead();
    void changesAreSeenAndKeepThePlace();
    void conversationThatEndsWhileItIsReadIsEmpty();
    void copyingReadsWhatIsNotHere();
};

void TestThreadView::everyMessageFillsItsPlace()
{
    test::TestClock clock;
    test::FakeStores stores;
    test::FakePictures pictures;
    ThreadView view(clock, stores, pictures, nullptr);
    view.resize(640, 470);
    QList<Message> messages = manyMessages(clock, 4);
    messages[0].attachments.append({.id = AttachmentId{1},
                                    .name = QStringLiteral("invoice.pdf"),
                                    .mimeType = {},
                                    .contentId = {},
                                    .sha256 = {},
                                    .size = 1234});
    messages[2].text
        = QStringLiteral("a longer line that takes its place in the bubble and breaks\n").repeated(9);
    view.QWidget::show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.show(outlineOf({.conversation = {}, .messages = messages}));

    constexpr int air = 40;
    for (const MessageView *each : view.findChildren<MessageView *>()) {
        int bottom = 0;
        for (const QWidget *part : each->findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
            bottom = part->isVisible() ? std::max(bottom, part->geometry().bottom()) : bottom;
        }
        QVERIFY(!each->isVisible() || each->height() - bottom < air);
    }
}

void TestThreadView::longThreadsShowTheirEndWithFewWidgets()
{
    LongThread fixture;
    ThreadView &view = fixture.view;
    view.show(fixture.outline());
    view.QWidget::show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));

    QTRY_VERIFY(isShown(view, QStringLiteral("message 4999")));
    QTest::keyClick(&view, Qt::Key_Home);
    QTRY_VERIFY(isShown(view, QStringLiteral("message 0")));
    QCOMPARE(view.currentRow(), 0);
    QCOMPARE(view.verticalScrollBar()->value(), 0);
    QTest::keyClick(&view, Qt::Key_End);

    QTRY_VERIFY(isShown(view, QStringLiteral("message 4999")));
    QTRY_COMPARE(view.verticalScrollBar()->value(), view.verticalScrollBar()->maximum());
    QCOMPARE_LT(view.findChildren<MessageView *>().size(), 60);
}

void TestThreadView::messagesAreReadWhenTheyComeIntoSight()
{
    LongThread fixture;
    ThreadView &view = fixture.view;
    view.QWidget::show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.show(fixture.outline());
    QCOMPARE(fixture.stores.count(QStringLiteral("messages")), 0);
    fixture.stores.setAnswers(test::FakeStores::Answers::HeldBack);

    view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum() / 2);
    QCoreApplication::processEvents();
    QVERIFY(!isShown(view, QStringLiteral("message 4999")));
    QCOMPARE(fixture.stores.count(QStringLiteral("messages")), 1); // and its place is drawn meanwhile
    fixture.stores.setAnswers(test::FakeStores::Answers::AtOnce);
    fixture.stores.answerAll();

    QTRY_VERIFY(std::ranges::any_of(view.findChildren<MessageView *>(),
                                    [](const MessageView *each) { return each->isVisible(); }));
}

void TestThreadView::everyMessageIsSeenOnTheWayUp()
{
    LongThread fixture(400);
    ThreadView &view = fixture.view;
    view.QWidget::show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.show(fixture.outline());
    view.setFocus();

    for (int row = 399; row > 0; --row) {
        while (view.currentRow() == row) { // a tall one is read first
            QTest::keyClick(&view, Qt::Key_Up);
        }
        QCOMPARE(view.currentRow(), row - 1);
        QTRY_VERIFY(isShown(view, QStringLiteral("message %1").arg(row - 1)));
    }
}

void TestThreadView::wordsAreFoundWhereNothingWasRead()
{
    LongThread fixture;
    fixture.stored()[7].text = QStringLiteral("Где моя посылка?");
    ThreadView &view = fixture.view;
    view.QWidget::show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.show(fixture.outline());
    view.openFind();

    view.findChild<QLineEdit *>(QStringLiteral("findWords"))->setText(QStringLiteral("ПОСЫЛКА"));

    auto *count = view.findChild<QLabel *>(QStringLiteral("findCount"));
    QTRY_COMPARE(count->text(), QStringLiteral("1 of 1"));
    QCOMPARE(view.currentRow(), 7);
    QTRY_VERIFY(isShown(view, QStringLiteral("моя посылка?")));
    QCOMPARE_GT(fixture.stores.count(QStringLiteral("texts")), 1); // part by part
    QCOMPARE(fixture.stores.count(QStringLiteral("thread")), 0);
}

void TestThreadView::changesAreSeenAndKeepThePlace()
{
    LongThread fixture;
    ThreadView &view = fixture.view;
    view.QWidget::show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.show(fixture.outline());
    QTest::keyClick(&view, Qt::Key_Home);
    QTRY_VERIFY(isShown(view, QStringLiteral("message 0")));

    fixture.stored()[0].text = QStringLiteral("edited words");
    fixture.stored().removeLast();
    view.refresh(fixture.outline());

    QTRY_VERIFY(isShown(view, QStringLiteral("edited words")));
    QCOMPARE(view.verticalScrollBar()->value(), 0);
    QTest::keyClick(&view, Qt::Key_End);
    QTRY_VERIFY(isShown(view, QStringLiteral("message 4998")));
}

void TestThreadView::conversationThatEndsWhileItIsReadIsEmpty()
{
    LongThread fixture;
    ThreadView &view = fixture.view;
    view.QWidget::show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.show(fixture.outline());
    fixture.stores.setAnswers(test::FakeStores::Answers::HeldBack);
    QTest::keyClick(&view, Qt::Key_Home);

    view.clear();
    fixture.stores.answerAll();
    QCoreApplication::processEvents();

    QVERIFY(!isShown(view, QStringLiteral("message 0")));
    QCOMPARE(view.verticalScrollBar()->maximum(), 0);
}

void TestThreadView::copyingReadsWhatIsNotHere()
{
    LongThread fixture;
    ThreadView &view = fixture.view;
    view.QWidget::show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.show(fixture.outline());
    QGuiApplication::clipboard()->clear();

    view.copyConversation();

    QTRY_VERIFY(QGuiApplication::clipboard()->text().endsWith(QStringLiteral("message 4999")));
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("message 0\n")));
    QSignalSpy failed(&view, &ThreadView::failed);
    fixture.stores.failNext({.code = Errc::Io, .detail = QStringLiteral("scripted"), .retryAfter = {}});
    view.copyConversation();
    QTRY_COMPARE(failed.count(), 1);
}

QTEST_MAIN(TestThreadView)
#include "tst_threadview.moc"
