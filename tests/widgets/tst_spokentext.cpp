// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/privacy/arrival.h"
#include "models/privacy/sharednumber.h"
#include "widgets/common/spokentext.h"

#include <QTest>

namespace aside {

using namespace Qt::StringLiterals;

/// A command that a messenger sends for a customer is not shown as their words.
class TestSpokenText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void commandsAreTold_data()
    {
        QTest::addColumn<Channel>("channel");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");

        const auto link = u"Came by an invitation link."_s;
        const auto pressed = u"Pressed \"Start\"."_s;
        QTest::newRow("our link") << Channel::Telegram << u"/start "_s + newMovePayload() << link;
        QTest::newRow("a forged link") << Channel::Telegram << u"/start <b>admin</b>"_s << link;
        QTest::newRow("to this bot") << Channel::Telegram << u"/start@shop_bot p1"_s << link;
        QTest::newRow("a blank behind it") << Channel::Telegram << u"/start p1 \n"_s << link;
        QTest::newRow("no link") << Channel::Telegram << u"/start"_s << pressed;
        for (const QString &words : {u"/start p1 where is my lamp?"_s, u"/start p1\nHello"_s, u"/started"_s,
                                     u"/stop p1"_s, u"I wrote /start p1"_s, u"start p1"_s, QString()}) {
            QTest::addRow("words: %s", qPrintable(words)) << Channel::Telegram << words << words;
        }
        QTest::newRow("a number") << Channel::Telegram << sharedNumberText(u"+79990001122"_s)
                                  << u"Shared the phone number +79990001122."_s;
        QTest::newRow("a number and words")
            << Channel::Telegram << u"📱 +79990001122 after six"_s << u"📱 +79990001122 after six"_s;
        QTest::newRow("a letter") << Channel::Email << u"/start p1"_s << u"/start p1"_s;
        QTest::newRow("our link at VK") << Channel::Vk << u"/start "_s + newMovePayload() << link;
        QTest::newRow("VK has no command") << Channel::Vk << u"/start p1"_s << u"/start p1"_s;
        QTest::newRow("VK has no button") << Channel::Vk << u"/start"_s << u"/start"_s;
    }

    void commandsAreTold()
    {
        QFETCH(const Channel, channel);
        QFETCH(const QString, text);
        QFETCH(const QString, shown);

        QCOMPARE(spokenText(channel, text), shown);
    }

    void ourOwnWordsStay()
    {
        ConversationRow row;
        row.channel = Channel::Telegram;
        row.preview = u"/start p1"_s;

        row.lastDirection = Direction::Incoming;
        QCOMPARE(spokenPreview(row), u"Came by an invitation link."_s);
        row.lastDirection = Direction::Outgoing;
        QCOMPARE(spokenPreview(row), u"/start p1"_s);
    }
};

} // namespace aside

QTEST_GUILESS_MAIN(aside::TestSpokenText)
#include "tst_spokentext.moc"
