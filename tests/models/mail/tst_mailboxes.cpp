// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/mail/mailbox.h"

#include <QTest>

using namespace aside;
using namespace aside::mail;
using namespace Qt::StringLiterals;

class TestMailboxes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void fieldIsRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<Mailbox>>("mailboxes");
        QTest::addColumn<QStringList>("wrong");
        const Mailbox anna{u"Anna"_s, u"anna@example.org"_s};
        const Mailbox bare{{}, u"b@example.org"_s};

        QTest::addRow("nothing") << QString() << QList<Mailbox>() << QStringList();
        QTest::addRow("separators alone") << u" , ; \n"_s << QList<Mailbox>() << QStringList();
        QTest::addRow("address") << u" b@example.org "_s << QList<Mailbox>{bare} << QStringList();
        QTest::addRow("two") << u"Anna <anna@example.org>; b@example.org,"_s << QList<Mailbox>{anna, bare}
                             << QStringList();
        QTest::addRow("comma in quotes")
            << u"\"Berg, Anna\" <anna@example.org>"_s
            << QList<Mailbox>{{u"Berg, Anna"_s, u"anna@example.org"_s}} << QStringList();
        QTest::addRow("twice") << u"anna@example.org, ANNA@example.org"_s
                               << QList<Mailbox>{{{}, u"anna@example.org"_s}} << QStringList();
        QTest::addRow("no address") << u"Anna, b@example.org"_s << QList<Mailbox>{bare}
                                    << QStringList{u"Anna"_s};
        QTest::addRow("unfinished") << u"Anna <anna@"_s << QList<Mailbox>() << QStringList{u"Anna <anna@"_s};
        QTest::addRow("a line end is no way into the header")
            << u"a@x.example\r\nBcc: b@x.example"_s << QList<Mailbox>{{{}, u"a@x.example"_s}}
            << QStringList{u"Bcc: b@x.example"_s};
        QTest::addRow("open quotes") << u"\"a, b@example.org"_s << QList<Mailbox>()
                                     << QStringList{u"\"a, b@example.org"_s};
    }

    void fieldIsRead()
    {
        QFETCH(const QString, text);
        const MailboxList list = parseMailboxes(text);

        QTEST(list.mailboxes, "mailboxes");
        QTEST(list.wrong, "wrong");
    }

    void whatIsWrittenIsReadAgain()
    {
        const QList<Mailbox> mailboxes{{u"Анна Берг"_s, u"anna@example.org"_s},
                                       {u"Berg, Tom; <boss>"_s, u"tom@example.org"_s},
                                       {{}, u"c@example.org"_s}};

        QCOMPARE(parseMailboxes(toField(mailboxes)).mailboxes, mailboxes);
    }

    void aThousandAddressesTakeNoTime()
    {
        const QString text = u"a@x.example, "_s.repeated(20'000);

        QCOMPARE(parseMailboxes(text).mailboxes.size(), 1);
    }

    void identitiesBeginWithTheAccount()
    {
        Account account;
        account.identity = u"North Lane"_s;
        account.address = u"support@shop.example"_s;
        QCOMPARE(identitiesOf(account), (QList<Mailbox>{{u"North Lane"_s, u"support@shop.example"_s}}));

        account.settings.insert(u"identities"_s,
                                u"Sales <sales@shop.example>, nonsense, Support@shop.example"_s);

        QCOMPARE(identitiesOf(account),
                 (QList<Mailbox>{{u"North Lane"_s, u"support@shop.example"_s},
                                 {u"Sales"_s, u"sales@shop.example"_s}}));
    }
};

QTEST_GUILESS_MAIN(TestMailboxes)
#include "tst_mailboxes.moc"
