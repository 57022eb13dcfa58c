// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/models/fetcherfixture.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>
#include <vector>

using namespace aside;
using namespace aside::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

using Desk = FetchDesk;

class TestFetcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void everyAccountIsFetchedForAtTheStart()
    {
        Desk desk;
        desk.stores.accountList = {account(1), account(2), account(3, Channel::Vk)};
        desk.stores.accountList[1].isOn = false;
        QSignalSpy changed(desk.fetcher.get(), &Fetcher::changed);

        desk.fetcher->start();

        QTRY_COMPARE(desk.server.fetches, 1);
        QCOMPARE(desk.fetcher->states().size(), 1);
        QTRY_COMPARE(desk.state().fetchedAt, desk.stores.clock.now());
        QVERIFY(!desk.state().isFetching);
        QCOMPARE(desk.state().address, u"op1@shop.example"_s);
        QVERIFY(changed.size() >= 2);
    }

    void howAnAccountFaresIsTold()
    {
        Desk desk;
        desk.server.messages = {IncomingMessage{}, IncomingMessage{}};
        desk.server.rates = {{.bucket = u"post"_s, .left = 2}};
        desk.server.exchanges = "{}\n";
        desk.fetcher->start();
        QTRY_VERIFY(desk.state().fetchedAt);

        const FetchState state = desk.state();
        QCOMPARE(state.brought, 2);
        QVERIFY(state.isListening);
        QVERIFY(state.nextAt && *state.nextAt > desk.stores.clock.now());
        QCOMPARE(state.rates, desk.server.rates);
        QCOMPARE(desk.fetcher->exchanges(AccountId{1}), "{}\n"_ba);
        QCOMPARE(desk.fetcher->exchanges(AccountId{9}), QByteArray());
        QSignalSpy changed(desk.fetcher.get(), &Fetcher::changed);
        Q_EMIT desk.server.newest->listeningEnded({.code = Errc::Network, .detail = {}, .retryAfter = {}});
        QTRY_VERIFY(!changed.isEmpty());
        QVERIFY(!desk.state().isListening);
    }

    void aPauseOfTheOperatorsIsNotEndedByFetching()
    {
        Desk desk;
        desk.stores.accountList[0].pause = AccountPause{.until = untilResumed, .cause = pausedByOperator};
        desk.stores.accountList.append(account(2));
        desk.stores.accountList[1].pause = AccountPause{.until = untilResumed, .cause = Errc::SignInRefused};
        desk.fetcher->start();
        QCoreApplication::processEvents();

        desk.fetcher->fetchNow();
        desk.look();

        QTRY_COMPARE(desk.server.fetches, 1);
        QVERIFY(desk.stores.accountList[0].pause);
        QVERIFY(!desk.stores.accountList[1].pause);
    }

    void itSaysThatItFetches()
    {
        Desk desk;
        desk.server.holdsBack = true;
        desk.fetcher->start();
        QTRY_COMPARE(desk.server.fetches, 1);
        QVERIFY(desk.state().isFetching);
        QVERIFY(!desk.state().fetchedAt);

        desk.server.answerAll();

        QTRY_VERIFY(!desk.state().isFetching);
        QVERIFY(desk.state().fetchedAt);
    }

    void whatCouldNotBeBroughtIsToldUntilItIs()
    {
        Desk desk;
        desk.server.troubles = {{.folder = u"Archive"_s, .unread = 2}};
        desk.fetcher->start();
        QTRY_COMPARE(desk.state().troubles, desk.server.troubles);
        QVERIFY(!desk.state().fault);

        desk.server.fault = Error{.code = Errc::Network, .detail = {}, .retryAfter = {}};
        desk.fetcher->fetchNow();
        QTRY_VERIFY(desk.state().fault);
        QCOMPARE(desk.state().troubles, desk.server.troubles);

        desk.server.fault.reset();
        desk.server.troubles.clear();
        desk.fetcher->fetchNow();
        QTRY_VERIFY(desk.state().troubles.isEmpty());
    }

    void itLooksAgainEveryFewMinutes_data()
    {
        QTest::addColumn<bool>("pushes");
        QTest::addColumn<int>("early");
        QTest::addColumn<int>("late");
        QTest::addRow("alone") << false << 3 << 7;
        QTest::addRow("beside a server that tells") << true << 13 << 17;
    }

    void itLooksAgainEveryFewMinutes()
    {
        QFETCH(const bool, pushes);
        QFETCH(const int, early);
        QFETCH(const int, late);
        Desk desk;
        desk.server.pushes = pushes;
        desk.fetcher->start();
        QTRY_VERIFY(desk.state().fetchedAt);
        QCOMPARE(desk.server.listens, pushes ? 1 : 0);

        desk.wait(std::chrono::minutes(early));
        QCOMPARE(desk.server.fetches, 1);
        desk.wait(std::chrono::minutes(late - early));

        QTRY_COMPARE(desk.server.fetches, 2);
        QCOMPARE(desk.server.made, 1);
    }

    void whatTheServerTellsIsFetchedAtOnce()
    {
        Desk desk;
        desk.fetcher->start();
        QTRY_COMPARE(desk.server.listens, 1);

        Q_EMIT desk.server.newest->arrived();

        QTRY_COMPARE(desk.server.fetches, 2);
        QCOMPARE(desk.server.listens, 1);
    }

    void whatComesWhileFetchingIsFetchedAfter()
    {
        Desk desk;
        desk.server.holdsBack = true;
        desk.fetcher->start();
        QTRY_COMPARE(desk.server.fetches, 1);

        Q_EMIT desk.server.newest->arrived();
        QCoreApplication::processEvents();
        QCOMPARE(desk.server.fetches, 1);
        desk.server.answerAll();

        QTRY_COMPARE(desk.server.fetches, 2);
    }

    void whenNobodyListensAnyMoreItLooksSoonAndListensAgain()
    {
        Desk desk;
        desk.fetcher->start();
        QTRY_COMPARE(desk.server.listens, 1);

        Q_EMIT desk.server.newest->listeningEnded({.code = Errc::Network, .detail = {}, .retryAfter = {}});
        QCoreApplication::processEvents();
        QCOMPARE(desk.server.fetches, 1);
        desk.wait(10s);

        QTRY_COMPARE(desk.server.listens, 2);
        QCOMPARE(desk.server.fetches, 2);
    }

    void withoutNetworkNothingIsTriedUntilItIsBack()
    {
        Desk desk;
        desk.network.set(SystemNetwork::Offline);
        desk.connectivity.noteBegun(); // somebody tried just now
        desk.fetcher->start();
        desk.wait(10s);
        QCOMPARE(desk.server.fetches, 0);

        desk.network.set(SystemNetwork::Online);

        QTRY_COMPARE(desk.server.fetches, 1);
        desk.wait(30s);
        QCOMPARE(desk.server.fetches, 1);
    }

    void faultsMakeItRestLongerEachTime()
    {
        Desk desk;
        desk.server.fault = Error{.code = Errc::BadAnswer, .detail = {}, .retryAfter = {}};
        desk.fetcher->start();
        QTRY_COMPARE(desk.state().fault, Errc::BadAnswer);
        QList<int> secondsBetween;
        int last = 0;
        for (int second = 1; second < 200 && secondsBetween.size() < 4; ++second) {
            const int before = desk.server.fetches;
            desk.wait(1s);
            QCoreApplication::processEvents();
            if (desk.server.fetches != before) {
                secondsBetween.append(second - std::exchange(last, second));
            }
        }

        QCOMPARE(secondsBetween.size(), 4);
        QVERIFY(std::ranges::is_sorted(secondsBetween));
        QVERIFY(secondsBetween.constLast() > 3 * secondsBetween.constFirst());
        QVERIFY(!desk.stores.accountList.constFirst().pause);
        desk.server.fault.reset();
        desk.wait(10min);
        QTRY_VERIFY(!desk.state().fault);
        QCOMPARE(desk.state().fetchedAt, desk.stores.clock.now());
    }

    void aServerThatNamesATimeIsLeftAlone()
    {
        Desk desk;
        desk.server.fault = Error{.code = Errc::ServerRefused, .detail = {}, .retryAfter = 600s};
        desk.fetcher->start();
        QTRY_VERIFY(desk.stores.accountList.constFirst().pause);

        desk.server.fault.reset();
        desk.wait(9min);
        QCOMPARE(desk.server.fetches, 1);
        desk.wait(2min);

        QTRY_COMPARE(desk.server.fetches, 2);
    }

    void aRefusedSignInPausesTheAccountUntilSomebodyLooksAfterIt()
    {
        Desk desk;
        desk.server.fault = Error{.code = Errc::SignInRefused, .detail = {}, .retryAfter = {}};
        desk.fetcher->start();
        QTRY_VERIFY(desk.stores.accountList.constFirst().pause);
        QCOMPARE(desk.stores.accountList.constFirst().pause->cause, Errc::SignInRefused);
        QCOMPARE(desk.stores.accountList.constFirst().pause->until, untilResumed);
        desk.wait(24h);
        QCOMPARE(desk.server.fetches, 1);
        QCOMPARE(desk.state().fault, Errc::SignInRefused);

        desk.server.fault.reset();
        desk.fetcher->fetchNow();

        QTRY_COMPARE(desk.server.fetches, 2);
        QVERIFY(!desk.stores.accountList.constFirst().pause);
        QTRY_VERIFY(!desk.state().fault);
    }

    void aPauseThatAnotherProgramEndsIsOverAtOnce()
    {
        Desk desk;
        desk.server.fault = Error{.code = Errc::SignInRefused, .detail = {}, .retryAfter = {}};
        desk.fetcher->start();
        QTRY_VERIFY(desk.stores.accountList.constFirst().pause);
        desk.look();
        desk.server.fault.reset();
        desk.stores.accountList[0].pause.reset();

        desk.look(); // the time is the same

        QTRY_COMPARE(desk.server.fetches, 2);
    }

    void withoutItsSecretAnAccountWaitsForThePerson_data()
    {
        QTest::addColumn<Errc>("cause");
        for (const Errc cause : {Errc::SecretMissing, Errc::KeychainMissing, Errc::PassphraseMissing,
                                 Errc::PassphraseWrong, Errc::SecretsDamaged}) {
            QTest::addRow("%s", errcName(cause).data()) << cause;
        }
    }

    void withoutItsSecretAnAccountWaitsForThePerson()
    {
        QFETCH(const Errc, cause);
        Desk desk;
        desk.server.fault = Error{.code = cause, .detail = {}, .retryAfter = {}};
        desk.fetcher->start();
        QTRY_COMPARE(desk.state().fault, cause);
        desk.wait(24h);
        QCOMPARE(desk.server.fetches, 1);
        QVERIFY(!desk.stores.accountList.constFirst().pause); // the next start asks again

        desk.fetcher->fetchNow();

        QTRY_COMPARE(desk.server.fetches, 2);
    }

    void anAccountThatGoesIsNotFetchedForAnyMore()
    {
        Desk desk;
        desk.server.holdsBack = true;
        desk.fetcher->start();
        QTRY_COMPARE(desk.server.fetches, 1);
        desk.stores.accountList.clear();

        desk.look();
        QTRY_VERIFY(desk.fetcher->states().isEmpty());
        QVERIFY(desk.server.newest.isNull());
        desk.server.answerAll();
        desk.wait(1h);

        QCOMPARE(desk.server.fetches, 1);
    }

    void anAccountThatChangedGetsANewConnection()
    {
        Desk desk;
        desk.fetcher->start();
        QTRY_COMPARE(desk.server.fetches, 1);
        desk.stores.accountList[0].settings.insert(u"imap.host"_s, u"other.example"_s);

        desk.look();

        QTRY_COMPARE(desk.server.fetches, 2);
        QCOMPARE(desk.server.made, 2);
    }

    void aPausedAccountHangsUp()
    {
        Desk desk;
        desk.fetcher->start();
        QTRY_COMPARE(desk.server.listens, 1);
        desk.stores.accountList[0].pause = AccountPause{.until = untilResumed, .cause = Errc::ServerRefused};

        desk.look();

        QTRY_VERIFY(desk.server.newest.isNull());
        desk.wait(24h);
        QCOMPARE(desk.server.fetches, 1);
    }

    void anAdapterThatCannotBeMadeIsAFault()
    {
        Desk desk;
        desk.channels.add(Channel::Email, [](const Account &) -> Result<std::unique_ptr<ChannelAdapter>> {
            return fail(Errc::BadSettings);
        });
        desk.fetcher->start();
        QTRY_COMPARE(desk.state().fault, Errc::BadSettings);
        desk.wait(10s);
        desk.wait(30s);
        QTRY_VERIFY(desk.stores.accountList.constFirst().pause);
        QCOMPARE(desk.stores.accountList.constFirst().pause->cause, Errc::BadSettings);
    }

    void aStoreThatFailsIsSaid()
    {
        Desk desk;
        QSignalSpy failed(desk.fetcher.get(), &Fetcher::failed);
        desk.stores.failNext({.code = Errc::Io, .detail = {}, .retryAfter = {}});

        desk.fetcher->start();

        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(desk.server.fetches, 0);
    }

    void itGoesWhileItFetches()
    {
        Desk desk;
        desk.server.holdsBack = true;
        desk.fetcher->start();
        QTRY_COMPARE(desk.server.fetches, 1);

        desk.fetcher.reset();
        QVERIFY(desk.server.newest.isNull());
        desk.server.answerAll();
        QCoreApplication::processEvents();
    }
};

QTEST_GUILESS_MAIN(TestFetcher)
#include "tst_fetcher.moc"
