// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/accountsetups.h"
#include "app/platform/logkeeper.h"
#include "app/platform/systemclock.h"
#include "tests/servers/telegramserver.h"
#include "tests/support/waiting.h"

#include <QLoggingCategory>
#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;

/// What the network layer below us says, where somebody makes it talkative.
class TestNetworkLogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noTokenGetsIntoTheLog();
};

void TestNetworkLogs::noTokenGetsIntoTheLog()
{
    TelegramServer server(TelegramSpec::load(QStringLiteral(SHARED_DIR) + u"/specs/telegram/api.json"_s));
    SystemClock clock;
    LogKeeper keeper(clock);
    QLoggingCategory::setFilterRules(u"qt.network*=true\n*.debug=true"_s);
    Account wanted;
    wanted.channel = Channel::Telegram;
    wanted.settings.insert(u"server"_s, server.url().toString());
    const auto setups = makeSetups(systemEdge(), clock);

    const QFuture<Result<Account>> tried = setups->tryAccount(wanted, Secret(server.token), {});
    QVERIFY(waitFor([&] { return tried.isFinished(); }));

    QLoggingCategory::setFilterRules({});
    QVERIFY(tried.result());
    QVERIFY(!keeper.lines().isEmpty()); // it was talkative indeed
    for (const LogLine &line : keeper.lines()) {
        QVERIFY2(!line.text.toUtf8().contains(server.token.sliced(2)), qPrintable(line.category));
    }
}

QTEST_GUILESS_MAIN(TestNetworkLogs)
#include "tst_networklogs.moc"
