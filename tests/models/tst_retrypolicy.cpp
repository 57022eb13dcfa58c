// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/outbox/retrypolicy.h"

#include <QTest>

using namespace aside;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

class TestRetryPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void waitDoublesUpToAQuarterOfAnHour_data()
    {
        QTest::addColumn<int>("failures");
        QTest::addColumn<qint64>("seconds");
        const QList<std::pair<int, qint64>> rows{{0, 5},    {1, 5},    {2, 10},    {3, 20},       {4, 40},
                                                 {5, 80},   {6, 160},  {7, 320},   {8, 640},      {9, 900},
                                                 {10, 900}, {50, 900}, {999, 900}, {1 << 30, 900}};
        for (const auto &[failures, seconds] : rows) {
            QTest::addRow("%d", failures) << failures << seconds;
        }
    }
    void waitDoublesUpToAQuarterOfAnHour()
    {
        QFETCH(const int, failures);
        QFETCH(const qint64, seconds);

        QCOMPARE(retryWait(failures, std::nullopt, 0.5), milliseconds(seconds * 1000));
        QCOMPARE(retryWait(failures, std::nullopt, 0.0), milliseconds(seconds * 750));
        QVERIFY(retryWait(failures, std::nullopt, 0.999) < milliseconds(seconds * 1250));
    }

    void retryAfterIsNeverUndercut()
    {
        for (const double chance : {0.0, 0.3, 0.99}) {
            for (const int failures : {1, 3, 20}) {
                QVERIFY(retryWait(failures, 90s, chance) >= 90s);
                QVERIFY(retryWait(failures, 0s, chance) >= 3750ms);
            }
        }
        QVERIFY(retryWait(1, 90s, 0.9) > retryWait(1, 90s, 0.1)); // not all at once
        QVERIFY(retryWait(1, 8760h, 0.0) <= 24h + 5s); // nobody is kept waiting for a year
        QVERIFY(retryWait(1, -5s, 0.0) >= 3750ms);
    }

    void faultThatWantsAPersonPausesTheAccount_data()
    {
        QTest::addColumn<Errc>("cause");
        QTest::addColumn<bool>("wantsPerson");
        QTest::addRow("refused") << Errc::ServerRefused << true;
        QTest::addRow("sign-in refused") << Errc::SignInRefused << true;
        QTest::addRow("certificate") << Errc::CertificateExpired << true;
        QTest::addRow("handshake") << Errc::Tls << true;
        QTest::addRow("no encryption") << Errc::Insecure << true;
        QTest::addRow("no secret") << Errc::KeyMissing << true;
        QTest::addRow("network") << Errc::Network << false;
        QTest::addRow("timeout") << Errc::Timeout << false;
        QTest::addRow("broken answer") << Errc::UnknownFormat << false;
    }
    void faultThatWantsAPersonPausesTheAccount()
    {
        QFETCH(const Errc, cause);
        QFETCH(const bool, wantsPerson);
        const Instant now = fromMillis(1'790'000'000'000);
        const RetryLater fault{.cause = cause, .words = u"the server's words"_s};

        const AccountPause second = pauseAfter(2, fault, now, 0.5);
        const AccountPause third = pauseAfter(3, fault, now, 0.5);

        QCOMPARE(second.until, now + 10s);
        QCOMPARE(third.until, wantsPerson ? untilResumed : now + 20s);
        QCOMPARE(third.cause, cause);
        QCOMPARE(third.words, fault.words);
    }

    void serverThatNamesATimeIsTrusted()
    {
        const Instant now = fromMillis(1'790'000'000'000);

        const AccountPause pause = pauseAfter(9, {.cause = Errc::ServerRefused, .after = 1h}, now, 0.0);

        QCOMPARE(pause.until, now + 1h);
    }

    void looksGrowRareAndEnd()
    {
        milliseconds before{-1};
        int looks = 0;
        for (; nextLook(looks); ++looks) {
            QVERIFY(*nextLook(looks) > before);
            before = *nextLook(looks);
        }
        QCOMPARE(looks, 5);
        QCOMPARE(nextLook(0), milliseconds(0));
    }
};

QTEST_GUILESS_MAIN(TestRetryPolicy)
#include "tst_retrypolicy.moc"
