// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/adapter/emailsettings.h"
#include "app/channels/email/adapter/fetchbridge.h"

#include <QTest>

using namespace aside;
using namespace aside::mail;
using namespace Qt::StringLiterals;

namespace {

IncomingBatch batch(const QString &folder, const QByteArray &cursor)
{
    IncomingBatch made;
    made.source = folder;
    made.cursor = cursor;
    return made;
}

} // namespace

class TestFetchBridge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aFlowGoesOnOnceItsBatchIsStored()
    {
        FetchBridge bridge;
        int begun = 0;
        const auto begin = [&] {
            ++begun;
        };
        const auto first = bridge.next({}, begin);
        QVERIFY(!first.isFinished());
        QCOMPARE(bridge.cursor(u"INBOX"_s).result().value(), QByteArray());

        const auto stored = bridge.apply(batch(u"INBOX"_s, "1"));
        QVERIFY(!stored.isFinished());
        QVERIFY(first.isFinished());
        QVERIFY(!first.result()->isComplete);
        const QByteArray cursor = first.result()->batch.cursor;

        const auto second = bridge.next(cursor, begin);
        QVERIFY(stored.result());
        QCOMPARE(begun, 1);
        const auto other = bridge.apply(batch(u"Sent"_s, "2"));
        const QByteArray both = second.result()->batch.cursor;
        QCOMPARE(FetchBridge::parse(both).value(),
                 (QMap<QString, QByteArray>{{u"INBOX"_s, "1"}, {u"Sent"_s, "2"}}));

        const auto last = bridge.next(both, begin);
        QVERIFY(other.result());
        bridge.finish({});
        QVERIFY(last.result()->isComplete);
        QCOMPARE(last.result()->batch.cursor, both);
        QCOMPARE(begun, 1);
    }

    void aBatchThatWasNotStoredBeginsAnew()
    {
        FetchBridge bridge;
        int begun = 0;
        const auto begin = [&] {
            ++begun;
        };
        const auto first = bridge.next({}, begin);
        const auto lost = bridge.apply(batch(u"INBOX"_s, "1"));

        const auto again = bridge.next({}, begin);

        QCOMPARE(lost.result().error().code, Errc::Cancelled);
        QCOMPARE(begun, 2);
        QCOMPARE(bridge.cursor(u"INBOX"_s).result().value(), QByteArray());
        QVERIFY(!again.isFinished());
    }

    void nothingWaitsForEver()
    {
        FetchBridge bridge;
        const auto asked = bridge.next({}, [] { });
        QCOMPARE(bridge.next({}, [] { }).result().error().code, Errc::Conflict);
        bridge.drop();
        QCOMPARE(asked.result().error().code, Errc::Cancelled);
        QCOMPARE(bridge.apply(batch(u"INBOX"_s, "1")).result().error().code, Errc::Cancelled);

        const auto second = bridge.next({}, [] { });
        const auto stored = bridge.apply(batch(u"INBOX"_s, "1"));
        bridge.drop();
        QCOMPARE(stored.result().error().code, Errc::Cancelled);
    }

    void anErrorOfTheFlowIsTheStepsError()
    {
        FetchBridge bridge;
        const auto asked = bridge.next({}, [] { });
        bridge.finish(fail(Errc::SignInRefused));
        QCOMPARE(asked.result().error().code, Errc::SignInRefused);
    }

    void whatIsNoCursorIsRefused_data()
    {
        QTest::addColumn<QByteArray>("cursor");
        QTest::newRow("words") << QByteArray("hello");
        QTest::newRow("a number") << QByteArray("\x01");
        QTest::newRow("cut") << FetchBridge::toBytes({{u"INBOX"_s, "1234567890"}}).chopped(3);
        QTest::newRow("of something else") << QByteArray("\xa1\x01\x02");
    }
    void whatIsNoCursorIsRefused()
    {
        QFETCH(const QByteArray, cursor);
        FetchBridge bridge;
        bool begun = false;
        QCOMPARE(bridge.next(cursor, [&] { begun = true; }).result().error().code, Errc::InvalidInput);
        QVERIFY(!begun);
    }

    void settings_data()
    {
        QTest::addColumn<QString>("changed");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("fault");
        QTest::newRow("good") << u"user"_s << u"anna"_s << QString();
        QTest::newRow("no host") << u"smtp.host"_s << u" "_s << u"smtp.host"_s;
        QTest::newRow("no port") << u"imap.port"_s << u"70000"_s << u"imap.port"_s;
        QTest::newRow("no number") << u"imap.port"_s << u"x"_s << u"imap.port"_s;
        QTest::newRow("no security") << u"imap.security"_s << u"none"_s << u"imap.security"_s;
        QTest::newRow("no day") << u"since"_s << u"yesterday"_s << u"since"_s;
    }
    void settings()
    {
        QFETCH(const QString, changed);
        QFETCH(const QString, value);
        QFETCH(const QString, fault);
        Account account;
        account.address = u"help@shop.example"_s;
        account.settings = {{u"imap.host"_s, u"imap.shop.example"_s},
                            {u"smtp.host"_s, u"smtp.shop.example"_s},
                            {u"smtp.security"_s, u"starttls"_s}};
        account.settings.insert(changed, value);

        const auto found = EmailSettings::of(account);

        QCOMPARE(found ? QString() : found.error().detail, fault);
        if (found) {
            QCOMPARE(found->imap,
                     (ServerAddress{.host = u"imap.shop.example"_s, .port = 993, .security = Security::Tls}));
            QCOMPARE(found->smtp.port, 587);
            QCOMPARE(found->user, u"anna"_s);
        } else {
            QCOMPARE(found.error().code, Errc::BadSettings);
        }
    }
};

QTEST_GUILESS_MAIN(TestFetchBridge)
#include "tst_fetchbridge.moc"
