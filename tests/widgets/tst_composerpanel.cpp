// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/windowfixture.h"

#include <QLabel>
#include <QPushButton>

using namespace aside;
using namespace Qt::StringLiterals;

class TestComposerPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarning(); }

    void typingSavesTheDraft();
    void switchingKeepsTextsApart();
    void sendingCanBeUndone();
    void publicRepliesSaySo();
};

void TestComposerPanel::typingSavesTheDraft()
{
    test::WindowFixture fixture;
    fixture.open();
    fixture.choose(1);

    QTest::keyClicks(fixture.reply(), u"Hello Anna"_s);

    QTRY_COMPARE(fixture.stores.draft(ConversationId{1}), u"Hello Anna"_s);
}

void TestComposerPanel::switchingKeepsTextsApart()
{
    test::WindowFixture fixture;
    fixture.open();
    fixture.choose(1);
    QTest::keyClicks(fixture.reply(), u"for Anna"_s);

    for (int i = 0; i < 4; ++i) {
        fixture.window->openConversation(ConversationId{2});
        QVERIFY(fixture.reply()->toPlainText().isEmpty());
        fixture.window->openConversation(ConversationId{1});
    }

    QTRY_COMPARE(fixture.reply()->toPlainText(), u"for Anna"_s);
    QTRY_COMPARE(fixture.stores.draft(ConversationId{1}), u"for Anna"_s);
    QVERIFY(fixture.stores.draft(ConversationId{2}).isEmpty());
}

void TestComposerPanel::sendingCanBeUndone()
{
    test::WindowFixture fixture;
    fixture.open();
    fixture.choose(1);
    QTest::keyClicks(fixture.reply(), u"It left today."_s);

    QTest::keyClick(fixture.reply(), Qt::Key_Return, Qt::ControlModifier);
    auto *undo = fixture.part<QPushButton>("undoSendButton");
    QTRY_VERIFY(undo->isVisible());
    QCOMPARE(fixture.stores.outbox.constFirst().state, OutboxState::Held);
    QVERIFY(fixture.reply()->toPlainText().isEmpty());
    undo->click();

    QTRY_COMPARE(fixture.reply()->toPlainText(), u"It left today."_s);
    QVERIFY(!undo->isVisible());
}

void TestComposerPanel::publicRepliesSaySo()
{
    test::WindowFixture fixture;
    fixture.open();

    fixture.choose(2);

    auto *send = fixture.part<QPushButton>("sendButton");
    QTRY_COMPARE(send->text(), u"Reply publicly on X"_s);
    const auto *strip = fixture.part<QWidget>("replyAudience");
    QVERIFY(strip->findChild<QLabel *>(u"audienceWords"_s)->text().startsWith(u"Public"));
}

QTEST_MAIN(TestComposerPanel)
#include "tst_composerpanel.moc"
