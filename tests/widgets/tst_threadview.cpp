// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/windowfixture.h"
#include "widgets/thread/messageview.h"
#include "widgets/thread/threadview.h"

#include <QScrollBar>
#include <QTest>
#include <QTextBrowser>

#include <algorithm>

using namespace aside;

namespace {

QList<Message> manyMessages(const Clock &clock)
{
    QList<Message> messages;
    for (int i = 0; i < 5'000; ++i) {
        Message message;
        message.id = MessageId{i + 1};
        message.author = QStringLiteral("Anna");
        message.sentAt = clock.now() - std::chrono::minutes(5'000 - i);
        message.text = QStringLiteral("line\n").repeated(i % 9) + QStringLiteral("message %1").arg(i);
        messages.append(message);
    }
    return messages;
}

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
};

void TestThreadView::everyMessageFillsItsPlace()
{
    test::TestClock clock;
    test::FakeStores stores;
    ThreadView view(clock, stores, nullptr);
    view.resize(640, 470);
    QList<Message> messages = manyMessages(clock).first(4);
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
    view.show(messages);

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
    test::TestClock clock;
    test::FakeStores stores;
    ThreadView view(clock, stores, nullptr);
    view.resize(600, 500);
    view.show(manyMessages(clock));
    view.QWidget::show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));

    QTRY_VERIFY(isShown(view, QStringLiteral("message 4999")));
    QTest::keyClick(&view, Qt::Key_Home);
    QTRY_VERIFY(isShown(view, QStringLiteral("message 0")));
    QTest::keyClick(&view, Qt::Key_End);

    QTRY_VERIFY(isShown(view, QStringLiteral("message 4999")));
    QCOMPARE(view.verticalScrollBar()->value(), view.verticalScrollBar()->maximum());
    QCOMPARE_LT(view.findChildren<MessageView *>().size(), 60);
}

QTEST_MAIN(TestThreadView)
#include "tst_threadview.moc"
