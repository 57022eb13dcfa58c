// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/channels/conformance/conformance.h"
#include "tests/channels/conformance/faults.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace aside::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int mostRequests = 30; ///< of one look for news
constexpr qint64 mostTaken = 100LL * 1'024 * 1'024; ///< the largest page, and what was under way

void addRows(const QList<NamedFault> &faults)
{
    QTest::addColumn<HttpFault>("fault");
    QTest::addColumn<QList<Errc>>("codes");
    for (const NamedFault &named : faults) {
        QTest::newRow(named.name) << named.fault << named.codes;
    }
}

bool isCut(const HttpFault &fault)
{
    return fault.stage >= HttpFault::Stage::CutInRequest && fault.stage <= HttpFault::Stage::CutInBody;
}

QString named(const Result<void> &result)
{
    return result ? u"no fault"_s : QString(errcName(result.error().code)) + u": "_s + result.error().detail;
}

} // namespace

void Conformance::faultsOfReadingLoseNothing_data()
{
    addRows(usualFaults());
}

/// One request after the other goes wrong. Then, or the next time, everything is there once.
void Conformance::faultsOfReadingLoseNothing()
{
    QFETCH(const HttpFault, fault);
    QFETCH(const QList<Errc>, codes);
    int failures = 0;
    for (int stage = 0; stage < mostRequests; ++stage) {
        World world(m_make);
        world.write(u"one"_s);
        world.write(u"two"_s);
        world.door.fail(fault, stage);
        const Result<void> first = world.console.fetch();
        if (!world.door.hasFailed()) {
            QVERIFY(stage > 0);
            break;
        }
        const QString place = QString::fromLatin1(world.door.asked.value(stage)) + u" — "_s + named(first);
        failures += first ? 0 : 1;
        QVERIFY2(first || codes.contains(first.error().code), qPrintable(place));
        QVERIFY2(first || fault.status < 429 || first.error().retryAfter.value_or(0s) > 0s
                     || fault.stage > HttpFault::Stage::Afterwards,
                 qPrintable(place));
        if (stage % 2 == 0) {
            world.console.restart();
        }
        world.time.pass(24h); // whatever pause was asked for
        const Result<void> second = world.console.fetch();

        QVERIFY2(second, qPrintable(place + u", then "_s + named(second)));
        QVERIFY2(world.console.kept() == QStringList({u"one"_s, u"two"_s}), qPrintable(place));
    }
    QVERIFY(failures > 0 || isCut(fault)); // what has no body Qt asks for again by itself
}

void Conformance::hugeAnswersAreNotTaken_data()
{
    addRows(hugeAnswers());
}

void Conformance::hugeAnswersAreNotTaken()
{
    QFETCH(const HttpFault, fault);
    QFETCH(const QList<Errc>, codes);
    World world(m_make);
    world.write(u"one"_s);
    world.door.fail(fault, 0, world.channel->newsCall());

    const Result<void> first = world.console.fetch();

    QVERIFY(world.door.hasFailed());
    QVERIFY2(!first && codes.contains(first.error().code), qPrintable(named(first)));
    QVERIFY2(world.door.saidInVain < mostTaken, qPrintable(QString::number(world.door.saidInVain)));
    QVERIFY(world.console.fetch());
    QCOMPARE(world.console.kept(), QStringList{u"one"_s});
}

/// Without what was said, and without what opens the account.
void Conformance::requestsAreKeptForAReport()
{
    World world(m_make);
    world.write(u"lamp"_s);

    QVERIFY(world.console.fetch());

    const QByteArray report = world.console.adapter().exchanges();
    QVERIFY(!report.isEmpty());
    QVERIFY2(!report.contains("lamp"), report.constData());
    const QByteArray secret = world.channel->secret();
    QVERIFY2(secret.isEmpty() || !report.contains(secret), report.constData());
    for (const QByteArray &line : report.trimmed().split('\n')) {
        const QJsonObject request = QJsonDocument::fromJson(line).object();
        QVERIFY2(request.value(u"url"_s).toString().startsWith(u"http"_s), line.constData());
        QCOMPARE(request.value(u"status"_s).toInt(), 200);
    }
}

void Conformance::closedDoorsAreOpenedLater()
{
    World world(m_make);
    world.write(u"one"_s);
    world.door.close();

    const Result<void> first = world.console.fetch();

    QVERIFY(!first);
    QCOMPARE(first.error().code, Errc::Network);
    world.door.reopen();
    QVERIFY(world.console.fetch());
    QCOMPARE(world.console.kept(), QStringList{u"one"_s});
}

void Conformance::serviceThatHasEnoughIsLeftInPeace()
{
    World world(m_make);
    world.write(u"one"_s);
    QVERIFY(world.console.fetch());
    world.write(u"two"_s);
    world.door.fail(world.channel->enough(120s), 0, world.channel->newsCall());

    const Result<void> first = world.console.fetch();

    QVERIFY(!first);
    QCOMPARE(first.error().code, Errc::ServerRefused);
    QCOMPARE(first.error().retryAfter.value_or(0s), 120s);
    const qsizetype asked = world.door.asked.size();
    world.time.pass(60s);
    const Result<void> early = world.console.fetchAtOnce();
    QVERIFY2(!early && early.error().retryAfter.value_or(0s) <= 60s, qPrintable(named(early)));
    QCOMPARE(world.door.asked.size(), asked);
    world.time.pass(61s);
    QVERIFY(world.console.fetchAtOnce());
    QCOMPARE(world.console.kept(), QStringList({u"one"_s, u"two"_s}));
}

void Conformance::weComeLaterWhereNoTimeIsNamed()
{
    World world(m_make);
    world.write(u"one"_s);
    world.door.fail({.status = 429, .body = "enough"}, 0, world.channel->newsCall());

    const Result<void> first = world.console.fetch();

    QVERIFY(!first);
    QVERIFY(first.error().retryAfter.value_or(0s) >= 1s);
    QVERIFY(world.console.fetch());
    QCOMPARE(world.console.kept(), QStringList{u"one"_s});
}

} // namespace aside::test
