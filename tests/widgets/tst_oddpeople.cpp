// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/windowfixture.h"
#include "widgets/common/announcement.h"
#include "widgets/inbox/conversationlist.h"
#include "widgets/thread/messageview.h"

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;

/// People without a name, and subjects without an end.
class TestOddPeople : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnWarning(); }

    void whoHasNoNameIsStillSaid_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("handle");
        QTest::addColumn<QString>("shown");
        QTest::newRow("a handle") << QString() << u"anna@shop.example"_s << u"anna@shop.example"_s;
        QTest::newRow("nothing") << QString() << QString() << u"Unknown person"_s;
        QTest::newRow("nothing to see") << u"\u200b\u2060"_s << u"\u00ad"_s << u"Unknown person"_s;
        QTest::newRow("blanks") << u" \t "_s << QString() << u"Unknown person"_s;
    }

    void whoHasNoNameIsStillSaid()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, handle);
        QFETCH(const QString, shown);
        WindowFixture fixture;
        add(fixture, name, handle, u"Where is it?"_s);
        const auto row = fixture.stores.conversations.constLast();

        fixture.open();
        fixture.choose(row.id.value);
        fixture.window->grab();

        const auto now = fixture.stores.clock.now();
        QVERIFY(ConversationList::accessibleText(row, now).startsWith(shown));
        QVERIFY(arrivalNotification(row, Preview::Shown).title.startsWith(shown));
        QTRY_VERIFY(!fixture.window->findChildren<MessageView *>().isEmpty());
        const auto *message = fixture.window->findChildren<MessageView *>().constFirst();
        QVERIFY(message->accessibleName().startsWith(shown));
    }

    void aSubjectWithoutEndStaysOneLine()
    {
        WindowFixture fixture;
        add(fixture, u"Anna"_s, {}, u"word "_s.repeated(2'000));
        add(fixture, u"Anna"_s, {}, QString(10'000, u'ы'));
        fixture.open();
        const int before = fixture.window->minimumSizeHint().width();

        for (const qint64 id : {101, 102}) {
            fixture.choose(id);
            fixture.window->grab();

            QCOMPARE(fixture.window->minimumSizeHint().width(), before);
            const auto row = fixture.stores.conversations.value(fixture.stores.conversations.size() - 1);
            QCOMPARE_LE(ConversationList::accessibleText(row, fixture.stores.clock.now()).size(), 1'000);
        }
    }

private:
    static void add(WindowFixture &fixture, const QString &name, const QString &handle,
                    const QString &subject)
    {
        ConversationRow row;
        row.id = ConversationId{98 + fixture.stores.conversations.size()};
        row.channel = Channel::Email;
        row.person = name;
        row.handle = handle;
        row.subject = subject;
        row.preview = u"Hello"_s;
        row.lastAt = fixture.stores.clock.now();
        row.messages = 1;
        Message message;
        message.id = MessageId{row.id.value};
        message.conversation = row.id;
        message.author = name;
        message.handle = handle;
        message.subject = subject;
        message.sentAt = row.lastAt;
        message.text = u"Hello"_s;
        fixture.stores.addConversation(row, {message});
    }
};

QTEST_MAIN(TestOddPeople)
#include "tst_oddpeople.moc"
