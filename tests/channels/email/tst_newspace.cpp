// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/adapter/newspace.h"

#include <QTest>

using namespace aside;
using namespace aside::mail;
using namespace std::chrono_literals;

class TestNewsPace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void whatDoesNotEndIsFetchedLessAndLess()
    {
        NewsPace pace;
        Instant now(std::chrono::seconds(1'700'000'000));
        QList<int> waits;
        for (int i = 0; i < 8; ++i) {
            const auto wait = pace.next(now);
            waits.append(static_cast<int>(wait / 1s));
            now += wait + 1s;
        }
        QCOMPARE(waits, QList<int>({2, 4, 8, 16, 32, 60, 60, 60}));
    }

    void afterAPauseItIsSoonAgain()
    {
        NewsPace pace;
        const Instant now(std::chrono::seconds(1'700'000'000));
        QCOMPARE(pace.next(now), NewsPace::shortest);
        QCOMPARE(pace.next(now + 119s), 2 * NewsPace::shortest);
        QCOMPARE(pace.next(now + 119s + 121s), NewsPace::shortest);
    }
};

QTEST_GUILESS_MAIN(TestNewsPace)
#include "tst_newspace.moc"
