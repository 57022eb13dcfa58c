// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/services/connectivity.h"
#include "tests/support/fakeadapter.h"
#include "tests/support/testclock.h"

#include <QSignalSpy>
#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace std::chrono_literals;

class TestConnectivity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void systemSaysSinceWhenItIsOffline()
    {
        TestClock clock;
        FakeNetwork network;
        Connectivity connectivity(network, clock);
        QSignalSpy changed(&connectivity, &Connectivity::changed);
        QSignalSpy cameBack(&connectivity, &Connectivity::cameBack);
        QVERIFY(!connectivity.offlineSince() && connectivity.isWorthTrying());
        const Instant cut = clock.now();

        network.set(SystemNetwork::Offline);
        clock.advance(1h);
        network.set(SystemNetwork::Offline); // again

        QCOMPARE(connectivity.offlineSince(), cut);
        QCOMPARE(changed.size(), 1);
        network.set(SystemNetwork::Online);
        QVERIFY(!connectivity.offlineSince());
        QCOMPARE(changed.size(), 2);
        QCOMPARE(cameBack.size(), 1);
    }

    void offlineFromTheStart()
    {
        const TestClock clock;
        FakeNetwork network;
        network.set(SystemNetwork::Offline);

        const Connectivity connectivity(network, clock);

        QCOMPARE(connectivity.offlineSince(), clock.now());
    }

    void tryingTellsWhatTheSystemDoesNot()
    {
        TestClock clock;
        FakeNetwork network; // says that all is well
        Connectivity connectivity(network, clock);
        const Instant first = clock.now();

        connectivity.noteFailed(Errc::Network);
        QVERIFY(!connectivity.offlineSince()); // one server may be down
        clock.advance(30s);
        connectivity.noteFailed(Errc::Timeout);

        QCOMPARE(connectivity.offlineSince(), first);
        QVERIFY(connectivity.isWorthTrying()); // the accounts' own rests bound it
        connectivity.noteReached();
        QVERIFY(!connectivity.offlineSince());
    }

    void oneServerThatIsReachedShowsThatThereIsANetwork()
    {
        const TestClock clock;
        FakeNetwork network;
        Connectivity connectivity(network, clock);

        for (int i = 0; i < 5; ++i) {
            connectivity.noteFailed(Errc::Network);
            connectivity.noteReached();
        }

        QVERIFY(!connectivity.offlineSince());
    }

    void faultOfAServerIsNoFaultOfTheNetwork()
    {
        const TestClock clock;
        FakeNetwork network;
        Connectivity connectivity(network, clock);

        for (int i = 0; i < 5; ++i) {
            connectivity.noteFailed(Errc::ServerRefused);
            connectivity.noteFailed(Errc::Tls);
        }

        QVERIFY(!connectivity.offlineSince());
    }

    void systemThatIsWrongIsFoundOutOnceAMinute()
    {
        TestClock clock;
        FakeNetwork network;
        Connectivity connectivity(network, clock);
        network.set(SystemNetwork::Offline);
        QVERIFY(connectivity.isWorthTrying());

        connectivity.noteBegun();
        QVERIFY(!connectivity.isWorthTrying());
        QCOMPARE(connectivity.nextTry(), clock.now() + 60s);
        clock.advance(60s);
        QVERIFY(connectivity.isWorthTrying());
        connectivity.noteReached();

        QVERIFY(!connectivity.offlineSince());
    }
};

QTEST_GUILESS_MAIN(TestConnectivity)
#include "tst_connectivity.moc"
