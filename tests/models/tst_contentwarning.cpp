// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/contentwarning.h"

#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

Message said(Direction direction, const QString &text)
{
    Message message;
    message.direction = direction;
    message.text = text;
    return message;
}

} // namespace

class TestContentWarning : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void whatIsWrittenIsRead_data()
    {
        QTest::addColumn<QString>("warning");
        QTest::addColumn<QString>("text");
        QTest::newRow("both") << u"glass"_s << u"Hello\nyou"_s;
        QTest::newRow("warning alone") << u"glass"_s << QString();
        QTest::newRow("text alone") << QString() << u"Hello [CW: x]"_s;
        QTest::newRow("nothing") << QString() << QString();
    }
    void whatIsWrittenIsRead()
    {
        QFETCH(const QString, warning);
        QFETCH(const QString, text);
        const WarnedText warned{.warning = warning, .text = text};

        QCOMPARE(readWarning(writeWarning(warned)), warned);
    }

    void replyBearsTheWarning_data()
    {
        QTest::addColumn<Channel>("channel");
        QTest::addColumn<QString>("answered");
        QTest::addColumn<QString>("reply");
        QTest::addColumn<QString>("sent");
        const auto warned = u"[CW: glass]\nIt broke."_s;
        QTest::newRow("as it came") << Channel::Mastodon << warned << u"Sorry"_s << u"[CW: glass]\nSorry"_s;
        QTest::newRow("its own") << Channel::Mastodon << warned << u"[CW: lamps]\nSorry"_s
                                 << u"[CW: lamps]\nSorry"_s;
        QTest::newRow("none to bear") << Channel::Mastodon << u"It broke."_s << u"Sorry"_s << u"Sorry"_s;
        QTest::newRow("elsewhere a text as others")
            << Channel::Telegram << warned << u"Sorry"_s << u"Sorry"_s;
    }
    void replyBearsTheWarning()
    {
        QFETCH(const Channel, channel);
        QFETCH(const QString, answered);
        QFETCH(const QString, reply);
        QFETCH(const QString, sent);

        QCOMPARE(textAsSent(channel, reply, answered), sent);
    }

    void theirLastMessageIsAnswered()
    {
        const QList<Message> talk{said(Direction::Incoming, u"Hello"_s),
                                  said(Direction::Incoming, u"[CW: glass]\nIt broke."_s),
                                  said(Direction::Outgoing, u"[CW: ours]\nSorry"_s)};

        QCOMPARE(textAsSent(Channel::Mastodon, u"And?"_s, talk), u"[CW: glass]\nAnd?"_s);
        QCOMPARE(textAsSent(Channel::Mastodon, u"And?"_s, talk.first(1)), u"And?"_s);
        QCOMPARE(textAsSent(Channel::Mastodon, u"And?"_s, QList<Message>()), u"And?"_s);
    }
};

QTEST_GUILESS_MAIN(TestContentWarning)
#include "tst_contentwarning.moc"
