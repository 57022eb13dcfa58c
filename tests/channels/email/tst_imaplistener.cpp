// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/imap/listener.h"
#include "tests/channels/email/imapscripts.h"

#include <QSignalSpy>
#include <QTest>

using namespace aside;
using namespace aside::imap;
using namespace Qt::StringLiterals;
using test::ScriptedSession;
using test::settled;

class ImapListenerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void idleIsBegunAnewBeforeTheServerHangsUp()
    {
        ScriptedSession s("IDLE",
                          {"C: A1 IDLE", "S: + idling", "C: DONE", "S: A1 OK", "C: A2 IDLE", "S: + idling"});
        Listener listener(s.session->link());
        listener.start();
        QTRY_VERIFY(s.session->link().isListening());

        s.time.pass(std::chrono::minutes(28));
        const bool wasQuiet = s.server.heard().size() == 1;
        s.time.pass(std::chrono::minutes(1));

        QVERIFY(wasQuiet);
        QTRY_VERIFY(s.server.isDone());
        QCOMPARE(s.server.surprises(), QStringList());
    }

    void whatArrivesIsToldAtOnce()
    {
        ScriptedSession s("IDLE", {"C: A1 IDLE", "S: + idling", "S: * 5 EXISTS", "S: * 2 EXPUNGE"});
        QSignalSpy told(&s.session->link(), &ImapLink::told);
        Listener listener(s.session->link());

        listener.start();

        QTRY_COMPARE(told.count(), 2);
    }

    void whatChangesIsToldWhileItListens_data()
    {
        QTest::addColumn<QByteArray>("news");
        QTest::addColumn<int>("times");
        QTest::addRow("flags") << "S: * 2 FETCH (FLAGS (\\Seen))"_ba << 1;
        QTest::addRow("gone") << "S: * 2 EXPUNGE"_ba << 1;
        QTest::addRow("gone, with QRESYNC") << "S: * VANISHED 405"_ba << 1;
        QTest::addRow("gone earlier") << "S: * VANISHED (EARLIER) 405"_ba << 0;
        QTest::addRow("new") << "S: * 5 EXISTS"_ba << 0;
        QTest::addRow("nothing") << "S: * OK Still here"_ba << 0;
    }
    void whatChangesIsToldWhileItListens()
    {
        QFETCH(const QByteArray, news);
        QFETCH(const int, times);
        ScriptedSession s("IDLE",
                          {"C: A1 IDLE", "S: + idling", news, "S: * 9 EXISTS", "C: DONE", news, "S: A1 OK",
                           "C: A2 NOOP", news, "S: A2 OK"});
        QSignalSpy told(&s.session->link(), &ImapLink::told);
        Listener listener(s.session->link());
        QSignalSpy changed(&listener, &Listener::changed);
        listener.start();
        QTRY_COMPARE(told.count(), 2);

        listener.stop(); // what comes from now on is fetched anyway
        QVERIFY(settled(s.session->noop()));

        QCOMPARE(changed.count(), times);
        QCOMPARE(told.count(), 4);
    }

    void aCommandGoesBeforeListening()
    {
        ScriptedSession s("IDLE",
                          {"C: A1 IDLE", "S: + idling", "C: DONE", "S: A1 OK", "C: A2 NOOP", "S: A2 OK",
                           "C: A3 IDLE", "S: + idling"});
        Listener listener(s.session->link());
        listener.start();
        QTRY_COMPARE(s.server.heard().size(), 1);

        QVERIFY(settled(s.session->noop()));

        QTRY_VERIFY(s.server.isDone());
        QCOMPARE(s.server.surprises(), QStringList());
    }

    void aCommandThatComesBeforeTheServerListensWaits()
    {
        ScriptedSession s("IDLE",
                          {"C: A1 IDLE", "S: + idling", "C: DONE", "S: A1 OK", "C: A2 NOOP", "S: A2 OK"});
        Listener listener(s.session->link());

        listener.start();
        const auto answer = s.session->noop(); // IDLE is not answered yet

        QVERIFY(settled(answer));
    }

    void withoutIdleTheServerIsAsked()
    {
        ScriptedSession s("", {"C: A1 NOOP", "S: * 5 EXISTS", "S: A1 OK", "C: A2 NOOP", "S: A2 OK"});
        QSignalSpy told(&s.session->link(), &ImapLink::told);
        QSignalSpy drained(&s.session->link(), &ImapLink::drained);
        Listener listener(s.session->link());
        listener.start();

        s.time.pass(std::chrono::seconds(119));
        const bool wasQuiet = s.server.heard().isEmpty() && s.session->link().isIdle();
        s.time.pass(std::chrono::seconds(1));
        QTRY_COMPARE(drained.count(), 1);
        QTRY_VERIFY((s.time.pass(std::chrono::seconds(30)), s.server.isDone()));

        QVERIFY(wasQuiet);
        QCOMPARE(told.count(), 1);
    }

    void whoRefusesToListenIsAsked()
    {
        ScriptedSession s("IDLE", {"C: A1 IDLE", "S: A1 NO not now", "C: A2 NOOP", "S: A2 OK"});
        Listener listener(s.session->link());
        listener.start();
        QTRY_VERIFY(s.session->link().isIdle());

        QTRY_VERIFY((s.time.pass(std::chrono::seconds(30)), s.server.isDone()));
    }

    void aServerThatListensMaySayNothingForLong()
    {
        ScriptedSession s("IDLE", {"C: A1 IDLE", "S: + idling", "C? never"});
        QSignalSpy closed(&s.session->link(), &ImapLink::closed);
        Listener listener(s.session->link());
        listener.start();
        QTRY_VERIFY(s.session->link().isListening());

        s.time.pass(std::chrono::minutes(20));

        QCOMPARE(closed.count(), 0);
    }
};

QTEST_GUILESS_MAIN(ImapListenerTest)
#include "tst_imaplistener.moc"
