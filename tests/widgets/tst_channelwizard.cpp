// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/accountfixture.h"
#include "widgets/accounts/accountwizard.h"
#include "widgets/accounts/connectpage.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;
using test::AccountWorld;

namespace {

/// The wizard, as somebody uses it with the keyboard.
struct Person {
    AccountWorld world;
    QWidget window;
    QPointer<AccountWizard> wizard;

    Person()
    {
        wizard = new AccountWizard(world.services(), &window);
        wizard->show();
    }
    template <typename T>
    T *part(const char *name)
    {
        return wizard->findChild<T *>(QString::fromLatin1(name));
    }
    QPushButton *next() { return part<QPushButton>("wizardNext"); }
    QString outcome() { return part<QLabel>("connectOutcome")->text(); }
    bool sees(const char *name)
    {
        return QTest::qWaitFor([&] {
            auto *widget = part<QWidget>(name);
            return widget != nullptr && widget->isVisible();
        });
    }
    /// Down the list of channels, and Enter.
    void choose(int row)
    {
        auto *list = part<QListWidget>("accountChannel");
        for (int step = 0; step < row; ++step) {
            QTest::keyClick(list, Qt::Key_Down);
        }
        QTest::keyClick(list, Qt::Key_Return);
    }
    void typeAndGo(const char *name, const QString &text)
    {
        auto *field = part<QLineEdit>(name);
        field->clear();
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Return);
    }
};

Account bot(const QString &address = u"@lantern_bot"_s)
{
    Account account;
    account.channel = Channel::Telegram;
    account.address = address;
    account.name = address;
    account.identity = u"Lantern <b>Shop</b>"_s;
    return account;
}

Account shop()
{
    Account account;
    account.channel = Channel::Mastodon;
    account.address = u"@shop@masto.example"_s;
    account.name = account.address;
    account.identity = u"Lantern"_s;
    return account;
}

} // namespace

/// The wizard for everything but mail.
class TestChannelWizard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support (propagateSizeHints|raise))"_s));
    }

    void channelsAreChosenByTheKeyboardAndSaidInWords()
    {
        Person anna;
        auto *list = anna.part<QListWidget>("accountChannel");

        QCOMPARE(list->count(), 4); // mail, and those that can be connected
        QCOMPARE(list->accessibleName(), u"Channel"_s);
        for (int row = 0; row < list->count(); ++row) {
            QVERIFY(!list->item(row)->text().isEmpty() && !list->item(row)->icon().isNull());
            QVERIFY(!list->item(row)->data(Qt::AccessibleDescriptionRole).toString().isEmpty());
        }
        const QString before = anna.part<QLabel>("channelSummary")->text();
        QTest::keyClick(list, Qt::Key_Down);
        QVERIFY(anna.part<QLabel>("channelSummary")->text() != before);
    }

    void aTokenIsEnough()
    {
        Person anna;
        anna.world.setups.answer = bot();
        QSignalSpy connected(anna.wizard, &AccountWizard::connected);
        anna.choose(1);
        QVERIFY(anna.sees("connectToken"));
        QCOMPARE(anna.part<QLineEdit>("connectToken")->echoMode(), QLineEdit::Password);
        QVERIFY(!anna.next()->isEnabled());

        anna.typeAndGo("connectToken", u" 7:AAtoken "_s);
        QVERIFY(anna.sees("foundIdentity"));
        QVERIFY(anna.part<QLabel>("foundWords")->text().contains(u"Lantern <b>Shop</b>"));
        QCOMPARE(anna.part<QLabel>("foundWords")->textFormat(), Qt::PlainText);
        anna.typeAndGo("foundIdentity", u"Lantern Shop"_s);

        QTRY_COMPARE(connected.count(), 1);
        QCOMPARE(anna.world.setups.tokens, QList<QByteArray>{"7:AAtoken"});
        QCOMPARE(anna.world.stores.accountList.size(), 1);
        const Account account = anna.world.stores.accountList.constFirst();
        QVERIFY(account.isOn);
        QCOMPARE(account.identity, u"Lantern Shop"_s);
        QCOMPARE(anna.world.signIns.kept.value(account.id).password.bytes(), "7:AAtoken"_ba);
        QVERIFY(!account.settings.contains(u"token"_s));
    }

    void whatIsWrongIsSaidWithWhatToDo_data()
    {
        QTest::addColumn<Errc>("fault");
        QTest::addColumn<QString>("words");
        QTest::newRow("token") << Errc::SignInRefused << u"@BotFather"_s;
        QTest::newRow("server") << Errc::BadSettings << u"https://"_s;
        QTest::newRow("network") << Errc::Network << u"network"_s;
        QTest::newRow("no bot there") << Errc::BadAnswer << u"another service"_s;
    }
    void whatIsWrongIsSaidWithWhatToDo()
    {
        QFETCH(const Errc, fault);
        QFETCH(const QString, words);
        Person anna;
        anna.world.setups.answer = fail(fault);
        anna.choose(1);

        anna.typeAndGo("connectToken", u"7:AAtoken"_s);

        QTRY_VERIFY2(anna.outcome().contains(words), qPrintable(anna.outcome()));
        QVERIFY(anna.part<QLineEdit>("connectToken")->isVisible());
        QVERIFY(anna.next()->isEnabled());
        QVERIFY(anna.world.stores.accountList.isEmpty());
    }

    void goingBackEndsTheTrial()
    {
        Person anna;
        anna.world.setups.open.emplace();
        anna.world.setups.open->start();
        anna.choose(1);
        anna.typeAndGo("connectToken", u"7:AAtoken"_s);
        QVERIFY(!anna.next()->isEnabled());

        anna.part<QPushButton>("wizardBack")->click();

        QVERIFY(anna.world.setups.stop.stop_requested());
        QVERIFY(anna.part<QListWidget>("accountChannel")->isVisible());
        anna.world.setups.open->addResult(Result<Account>(bot()));
        anna.world.setups.open->finish();
        QCoreApplication::processEvents();
        QVERIFY(anna.part<QListWidget>("accountChannel")->isVisible()); // the late answer is not wanted
    }

    void whatCannotKeepItsTokenIsNotKept()
    {
        Person anna;
        anna.world.setups.answer = bot();
        anna.world.signIns.fault = Errc::KeychainSilent;
        anna.choose(1);
        anna.typeAndGo("connectToken", u"7:AAtoken"_s);
        QVERIFY(anna.sees("foundName"));

        anna.typeAndGo("foundName", u"Bot"_s);

        QTRY_VERIFY(anna.next()->isEnabled());
        QTRY_VERIFY(anna.world.stores.accountList.isEmpty());
        QVERIFY(anna.wizard);
    }

    void theBrowserGivesTheToken()
    {
        Person anna;
        anna.world.setups.signedIn = Secret("from-the-browser"_ba);
        anna.world.setups.answer = shop();
        QSignalSpy connected(anna.wizard, &AccountWizard::connected);
        anna.choose(3);
        QVERIFY(anna.sees("browserSignIn"));
        QVERIFY(!anna.part<QPushButton>("browserSignIn")->isEnabled());
        QVERIFY(!anna.part<QPushButton>("browserStop")->isVisible());

        anna.typeAndGo("connectServer", u" masto.example "_s); // Enter is enough
        QVERIFY(anna.sees("foundIdentity"));
        anna.typeAndGo("foundIdentity", u"Lantern Shop"_s);

        QTRY_COMPARE(connected.count(), 1);
        QCOMPARE(anna.world.setups.wanted.constFirst().settings.value(u"server"_s),
                 u"https://masto.example"_s);
        QCOMPARE(anna.world.setups.tokens, QList<QByteArray>{"from-the-browser"});
        const Account account = anna.world.stores.accountList.constFirst();
        QCOMPARE(anna.world.signIns.kept.value(account.id).password.bytes(), "from-the-browser"_ba);
    }

    void waitingForTheBrowserCanBeStopped()
    {
        Person anna;
        anna.world.setups.signingIn.emplace();
        anna.world.setups.signingIn->start();
        anna.choose(3);
        anna.typeAndGo("connectServer", u"https://masto.example"_s);
        QVERIFY(anna.sees("browserStop"));
        QVERIFY(anna.part<QPushButton>("browserOpen")->isVisible());
        QVERIFY(anna.outcome().contains(u"Agree"));
        anna.part<QPushButton>("browserCopy")->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), anna.world.setups.page.toString());

        QTest::keyClick(anna.part<QPushButton>("browserStop"), Qt::Key_Space);

        QVERIFY(anna.world.setups.stop.stop_requested());
        QVERIFY(anna.part<QPushButton>("browserSignIn")->isEnabled());
        QVERIFY(!anna.part<QPushButton>("browserOpen")->isVisible());
        anna.world.setups.signingIn->addResult(Result<Secret>(Secret("late"_ba)));
        anna.world.setups.signingIn->finish();
        QCoreApplication::processEvents();
        QVERIFY(anna.world.setups.tokens.isEmpty()); // the late answer is not wanted
    }

    void whatWentWrongInTheBrowserIsSaid_data()
    {
        QTest::addColumn<Errc>("fault");
        QTest::addColumn<QString>("words");
        QTest::newRow("no") << Errc::SignInRefused << u"said no"_s;
        QTest::newRow("nobody") << Errc::Timeout << u"Nobody came back"_s;
        QTest::newRow("another service") << Errc::BadAnswer << u"another service"_s;
        QTest::newRow("no such page") << Errc::NotFound << u"does not let programs"_s;
        QTest::newRow("network") << Errc::Network << u"network"_s;
        QTest::newRow("no address") << Errc::BadSettings << u"https://"_s;
    }
    void whatWentWrongInTheBrowserIsSaid()
    {
        QFETCH(const Errc, fault);
        QFETCH(const QString, words);
        Person anna;
        anna.world.setups.signedIn = fail(fault);
        anna.choose(3);

        anna.typeAndGo("connectServer", u"masto.example"_s);

        QTRY_VERIFY2(anna.outcome().contains(words), qPrintable(anna.outcome()));
        QVERIFY(anna.part<QPushButton>("browserSignIn")->isEnabled());
        QVERIFY(anna.world.stores.accountList.isEmpty());
    }

    void anotherInTheBrowserDoesNotTakeTheAccountOver()
    {
        AccountWorld world;
        QWidget window;
        Account known = shop();
        known.id = AccountId{5};
        known.settings.insert(u"server"_s, u"https://masto.example"_s);
        world.stores.accountList.append(known);
        world.setups.signedIn = Secret("others"_ba);
        world.setups.answer = shop();
        world.setups.answer->address = u"@other@masto.example"_s;
        QPointer wizard = new AccountWizard(world.services(), known, &window);
        wizard->show();

        wizard->findChild<QPushButton *>(u"browserSignIn"_s)->click();

        auto *outcome = wizard->findChild<QLabel *>(u"connectOutcome"_s);
        QTRY_VERIFY2(outcome->text().contains(u"another account"), qPrintable(outcome->text()));
        QVERIFY(world.signIns.kept.isEmpty());
    }

    void aFeedNeedsNoToken()
    {
        Person anna;
        Account feed;
        feed.channel = Channel::Feed;
        feed.address = u"https://shop.example/feed"_s;
        feed.name = u"Mentions"_s;
        feed.identity = u"Mentions"_s;
        anna.world.setups.answer = feed;
        QSignalSpy connected(anna.wizard, &AccountWizard::connected);
        anna.choose(2);
        QVERIFY(anna.sees("connectAddress"));
        QVERIFY(!anna.part<QLineEdit>("connectToken")->isVisible());
        anna.part<QCheckBox>("connectOwnServer")->setChecked(true);

        anna.typeAndGo("connectAddress", feed.address);
        QVERIFY(anna.sees("foundName"));
        anna.typeAndGo("foundName", u"Mentions"_s);

        QTRY_COMPARE(connected.count(), 1);
        QCOMPARE(anna.world.setups.wanted.constFirst().settings.value(u"own-server"_s), u"yes"_s);
        QVERIFY(anna.world.signIns.kept.isEmpty());
    }

    void aListIsTakenWhole()
    {
        Person anna;
        Account one;
        one.channel = Channel::Feed;
        one.address = u"https://one.example/feed"_s;
        Account other = one;
        other.address = u"https://other.example/feed"_s;
        anna.world.setups.list = QList<Account>{one, other, one};
        QSignalSpy taken(anna.wizard, &AccountWizard::listTaken);
        anna.choose(2);

        Q_EMIT anna.wizard->findChild<ConnectPage *>()->listChosen(u"feeds.opml"_s);

        QTRY_COMPARE(taken.count(), 1);
        QCOMPARE(taken.constFirst().at(0).toInt() + taken.constFirst().at(1).toInt(), 3);
        QVERIFY(anna.world.stores.accountList.size() >= 2);
    }

    void whatIsNoListIsSaid()
    {
        Person anna;
        anna.choose(2);

        Q_EMIT anna.wizard->findChild<ConnectPage *>()->listChosen(u"letter.txt"_s);

        QVERIFY2(anna.outcome().contains(u"OPML"), qPrintable(anna.outcome()));
        QVERIFY(anna.next()->isVisible());
    }

    void anothersTokenDoesNotTakeTheAccountOver()
    {
        AccountWorld world;
        QWidget window;
        Account known = bot();
        known.id = AccountId{5};
        world.stores.accountList.append(known);
        world.setups.answer = bot(u"@other_bot"_s);
        QPointer wizard = new AccountWizard(world.services(), known, &window);
        wizard->show();
        auto *token = wizard->findChild<QLineEdit *>(u"connectToken"_s);

        QTest::keyClicks(token, u"8:AAother"_s);
        QTest::keyClick(token, Qt::Key_Return);

        auto *outcome = wizard->findChild<QLabel *>(u"connectOutcome"_s);
        QTRY_VERIFY2(outcome->text().contains(u"another account"), qPrintable(outcome->text()));
        QCOMPARE(world.stores.accountList.constFirst().address, known.address);
        QVERIFY(world.signIns.kept.isEmpty());
    }
};

QTEST_MAIN(TestChannelWizard)
#include "tst_channelwizard.moc"
