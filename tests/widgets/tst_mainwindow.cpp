// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/windowfixture.h"
#include "widgets/actions/commands.h"
#include "widgets/common/errortext.h"

#include <QAction>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QListWidget>
#include <QSignalSpy>
#include <QTextBrowser>

using namespace aside;
using namespace Qt::StringLiterals;

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarning(); }

    void arrowsChooseConversations();
    void typingSearchesAndEscapeGoesBack();
    void theThreadShowsTheText();
    void commandsFindAndCopyInTheConversation();
    void theOutboxSaysWhyItWaits();
    void failuresAreSaidInWords();
    void naughtyStringsStayPlain();
};

void TestMainWindow::arrowsChooseConversations()
{
    test::WindowFixture fixture;
    fixture.open();
    QSignalSpy shown(fixture.window.get(), &MainWindow::threadShown);

    QTest::keyClick(fixture.list(), Qt::Key_Down);
    QTRY_COMPARE(shown.count(), 1);
    QTest::keyClick(fixture.window.get(), Qt::Key_Down, Qt::AltModifier);

    QTRY_COMPARE(shown.count(), 2);
    QVERIFY(shown.at(0) != shown.at(1));
    const QString words = fixture.list()->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(words.contains(u"Anna Berg") && words.contains(u"Late parcel"), qPrintable(words));
}

void TestMainWindow::typingSearchesAndEscapeGoesBack()
{
    test::WindowFixture fixture;
    fixture.open();

    QTest::keyClick(fixture.window.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(fixture.search()->hasFocus());
    QTest::keyClicks(fixture.search(), u"parcel"_s);
    QTRY_COMPARE(fixture.list()->model()->rowCount(), 1);
    QTest::keyClick(fixture.search(), Qt::Key_Escape);

    QTRY_COMPARE(fixture.list()->model()->rowCount(), 3);
    QVERIFY(fixture.list()->hasFocus());
}

void TestMainWindow::theThreadShowsTheText()
{
    test::WindowFixture fixture;
    fixture.open();

    fixture.choose(1);

    QTRY_VERIFY(fixture.part<QTextBrowser>("messageText") != nullptr);
    QCOMPARE(fixture.part<QTextBrowser>("messageText")->toPlainText(), u"Where is my parcel?"_s);
    QCOMPARE(fixture.part<QLabel>("threadSubject")->text(), u"Late parcel"_s);
}

void TestMainWindow::commandsFindAndCopyInTheConversation()
{
    test::WindowFixture fixture;
    fixture.open();
    fixture.choose(1);

    fixture.window->commands().action("find.thread")->trigger();
    fixture.part<QLineEdit>("findWords")->setText(QStringLiteral("PARCEL"));
    QTRY_COMPARE(fixture.part<QLabel>("findCount")->text(), QStringLiteral("1 of 1"));
    fixture.window->commands().action("conversation.copy")->trigger();

    QTRY_VERIFY(QGuiApplication::clipboard()->text().endsWith(QStringLiteral("Where is my parcel?")));
}

void TestMainWindow::theOutboxSaysWhyItWaits()
{
    test::WindowFixture fixture;
    OutboxItem item;
    item.id = OutboxId{5};
    item.conversation = ConversationId{1};
    item.state = OutboxState::Queued;
    item.text = u"On its way."_s;
    item.createdAt = fixture.stores.clock.now();
    fixture.stores.outbox.append(item);
    fixture.open();

    fixture.window->showView(View::Outbox);

    auto *list = fixture.part<QListWidget>("outboxList");
    QTRY_COMPARE(list->count(), 1);
    QVERIFY(list->item(0)->text().contains(u"No account can send this yet"));
}

void TestMainWindow::failuresAreSaidInWords()
{
    test::WindowFixture fixture;
    fixture.open();
    fixture.choose(1);
    fixture.reply()->setPlainText(u"Sorry, it is late."_s);

    fixture.window->showError({.code = Errc::DiskFull, .detail = u"scripted"_s, .retryAfter = {}});

    auto *words = fixture.part<QLabel>("noticeWords");
    QVERIFY(words->isVisible());
    QCOMPARE(words->text(), errorText(Errc::DiskFull));
    QCOMPARE(fixture.reply()->toPlainText(), u"Sorry, it is late."_s);
}

void TestMainWindow::naughtyStringsStayPlain()
{
    QFile file(QStringLiteral(SHARED_DIR "/data/text/naughty-strings/blns.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        QSKIP("The naughty strings are not here");
    }
    test::WindowFixture fixture;
    qint64 id = 10;
    for (const QJsonValue &each : QJsonDocument::fromJson(file.readAll()).array()) {
        const QString text = each.toString();
        fixture.add(++id, Channel::X, Audience::Public, text, text, text);
    }
    fixture.open();

    for (qint64 each = 11; each <= id; each += 7) {
        fixture.choose(each);
        QVERIFY(!fixture.window->grab().isNull());
    }
    for (const QLabel *label : fixture.window->findChildren<QLabel *>()) {
        QVERIFY(label->pixmap().isNull() ? label->textFormat() == Qt::PlainText : label->text().isEmpty());
    }
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
