// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/accountfixture.h"
#include "widgets/accounts/healthdialog.h"

#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::AccountWorld;

namespace {

struct Person {
    AccountWorld world;
    QWidget window;
    QPointer<HealthDialog> dialog;

    explicit Person(const FetchState &state = {})
    {
        Account account;
        account.id = AccountId{5};
        account.channel = Channel::Telegram;
        account.name = u"Bot"_s;
        account.address = u"@lantern_bot"_s;
        world.stores.accountList.append(account);
        FetchState own = state;
        own.account = account.id;
        world.fetches.all = {own};
        dialog = new HealthDialog(world.services(), account, &window);
        dialog->show();
    }
    QLabel *label(const char *name) { return dialog->findChild<QLabel *>(QString::fromLatin1(name)); }
    QString said(const char *name) { return label(name)->text(); }
    QPushButton *button(const char *name)
    {
        return dialog->findChild<QPushButton *>(QString::fromLatin1(name));
    }
    const Account &account() { return world.stores.accountList.constFirst(); }
};

} // namespace

class TestHealthDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support (propagateSizeHints|raise))"_s));
    }

    void whatCameAndHowItIsAskedIsSaid()
    {
        Person anna;
        QVERIFY(!anna.said("healthLast").isEmpty());
        const Instant now = anna.world.stores.clock.now();
        FetchState state{.account = AccountId{5},
                         .address = {},
                         .isListening = true,
                         .fetchedAt = now - 1min,
                         .brought = 4};

        anna.world.fetches.set({state});

        QVERIFY2(anna.said("healthLast").contains(u"4 new"), qPrintable(anna.said("healthLast")));
        QVERIFY(anna.said("healthListening").contains(u"by itself"));
        QVERIFY(!anna.said("healthTrouble").isEmpty());
        for (const char *name :
             {"healthState", "healthLast", "healthListening", "healthRates", "healthTrouble"}) {
            QVERIFY2(!anna.label(name)->accessibleName().isEmpty(), name);
            QCOMPARE(anna.label(name)->textFormat(), Qt::PlainText);
        }
        state.isListening = false;
        state.nextAt = now + 3min;
        anna.world.fetches.set({state});
        QVERIFY2(anna.said("healthListening").contains(u"asked again"),
                 qPrintable(anna.said("healthListening")));
    }

    void limitsAreSaid()
    {
        Person anna;
        const Instant now = anna.world.stores.clock.now();
        FetchState state{.account = AccountId{5}, .address = {}};
        state.rates = {{.bucket = u"chat <b>-7</b>"_s, .left = 3},
                       {.bucket = u"chat 42"_s, .left = 0, .until = now + 40s},
                       {.bucket = u"requests"_s, .left = 17},
                       {.bucket = u"media"_s, .left = 5}};

        anna.world.fetches.set({state});

        const QString rates = anna.said("healthRates");
        QCOMPARE(rates.count(u'\n'), 3);
        QVERIFY2(rates.contains(u"<b>-7</b>") && rates.contains(u"3 request"), qPrintable(rates));
        QVERIFY2(rates.contains(u"nothing goes before"), qPrintable(rates));
        QVERIFY2(rates.contains(u"All requests: 17") && rates.contains(u"Files: 5"), qPrintable(rates));
    }

    void troublesSayWhatToDo_data()
    {
        QTest::addColumn<Errc>("fault");
        QTest::addColumn<QString>("words");
        QTest::newRow("token") << Errc::SignInRefused << u"New token"_s;
        QTest::newRow("two programs") << Errc::Conflict << u"Another program"_s;
        QTest::newRow("network") << Errc::Network << u"Check the network"_s;
    }
    void troublesSayWhatToDo()
    {
        QFETCH(const Errc, fault);
        QFETCH(const QString, words);
        FetchState state;
        state.fault = fault;

        Person anna(state);

        QVERIFY2(anna.said("healthTrouble").contains(words), qPrintable(anna.said("healthTrouble")));
    }

    void itIsPausedAndGoesOn()
    {
        Person anna;
        const QString before = anna.said("healthState");

        QTest::keyClick(anna.button("healthPause"), Qt::Key_Space);

        QTRY_VERIFY(anna.account().pause);
        QCOMPARE(anna.account().pause->until, untilResumed);
        QTRY_VERIFY(anna.said("healthState") != before);
        QVERIFY(!anna.button("healthFetch")->isEnabled());
        QVERIFY2(anna.said("healthState").contains(u"You paused"), qPrintable(anna.said("healthState")));
        QVERIFY(anna.label("healthState")->height()
                >= anna.label("healthState")->heightForWidth(anna.label("healthState")->width()));
        QTest::keyClick(anna.button("healthPause"), Qt::Key_Space);
        QTRY_VERIFY(!anna.account().pause);
        QTRY_COMPARE(anna.said("healthState"), before);
    }

    void itIsFetchedForNow()
    {
        Person anna;

        QTest::keyClick(anna.button("healthFetch"), Qt::Key_Space);

        QCOMPARE(anna.world.fetches.asked, QList<AccountId>{AccountId{5}});
    }

    void theReportIsWritten()
    {
        QTemporaryDir folder;
        Person anna;
        QVERIFY(!anna.button("healthReport")->isEnabled()); // nothing was asked yet
        anna.world.fetches.report = "{\"status\":200}\n";
        anna.world.fetches.set(anna.world.fetches.all);
        QTest::keyClick(anna.button("healthReport"), Qt::Key_Space);
        auto *files = anna.dialog->findChild<QFileDialog *>(u"reportDialog"_s);
        QVERIFY(files != nullptr);

        Q_EMIT files->fileSelected(folder.filePath(u"report.jsonl"_s));

        QFile written(folder.filePath(u"report.jsonl"_s));
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.readAll(), anna.world.fetches.report);
        files->reject();
    }
};

QTEST_MAIN(TestHealthDialog)
#include "tst_healthdialog.moc"
