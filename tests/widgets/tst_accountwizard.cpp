// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/accountfixture.h"
#include "widgets/accounts/accountwizard.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;
using test::AccountWorld;

namespace {

/// The wizard, as somebody uses it.
struct Person {
    AccountWorld world;
    QWidget window;
    QPointer<AccountWizard> wizard;

    /// At the page of mail.
    Person()
    {
        wizard = new AccountWizard(world.services(), &window);
        wizard->show();
        next()->click();
    }
    template <typename T>
    T *part(const char *name)
    {
        return wizard->findChild<T *>(QString::fromLatin1(name));
    }
    void type(const char *field, const QString &text) { part<QLineEdit>(field)->setText(text); }
    QPushButton *next() { return part<QPushButton>("wizardNext"); }
    /// Presses Next as soon as it can be pressed.
    bool goOn()
    {
        const bool isReady = QTest::qWaitFor([&] { return next()->isEnabled(); });
        next()->click();
        return isReady;
    }
    bool sees(const char *name)
    {
        return QTest::qWaitFor([&] {
            auto *widget = part<QWidget>(name);
            return widget != nullptr && widget->isVisible();
        });
    }
    /// Up to the page that asks for the password.
    bool goToPassword()
    {
        type("accountAddress", u"anna@shop.example"_s);
        return goOn() && sees("imapHost") && goOn() && sees("accountPassword");
    }
    QString trialWords() { return part<QLabel>("trialWords")->text(); }
};

} // namespace

class TestAccountWizard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support (propagateSizeHints|raise))"_s));
    }

    void anAddressAndAPasswordAreEnough()
    {
        Person anna;
        anna.world.finder.answer = AccountWorld::setup();
        QVERIFY(anna.goToPassword());
        QSignalSpy connected(anna.wizard, &AccountWizard::connected);

        anna.type("accountPassword", u"right"_s);
        QVERIFY(anna.goOn());
        QVERIFY(anna.sees("accountIdentity"));
        anna.type("accountIdentity", u"Lantern Shop"_s);
        QVERIFY(anna.goOn());

        QTRY_COMPARE(connected.count(), 1);
        QCOMPARE(anna.world.stores.accountList.size(), 1);
        const Account account = anna.world.stores.accountList.constFirst();
        QVERIFY(account.isOn);
        QCOMPARE(account.identity, u"Lantern Shop"_s);
        QCOMPARE(setupOf(account).imap, AccountWorld::setup().imap);
        QVERIFY(!account.settings.value(u"since"_s).isEmpty());
        QVERIFY(!account.settings.contains(u"folders"_s));
        QCOMPARE(anna.world.signIns.kept.value(account.id).password.bytes(), "right"_ba);
        QCOMPARE(anna.world.probe.passwords, QList<QByteArray>{"right"});
    }

    void whatIsNoAddressGoesNoFurther()
    {
        Person anna;
        for (const QString &text : {QString(), u"anna"_s, u"anna@"_s, u"@shop.example"_s, u"anna@shop"_s}) {
            anna.type("accountAddress", text);
            QVERIFY2(!anna.next()->isEnabled(), qPrintable(text));
        }
    }

    void serversOutsideOfTheDomainWantAYes_data()
    {
        QTest::addColumn<SetupOrigin>("origin");
        QTest::addColumn<bool>("asks");
        QTest::newRow("table") << SetupOrigin::Table << false;
        QTest::newRow("web site") << SetupOrigin::Provider << true;
        QTest::newRow("name server") << SetupOrigin::ServiceRecords << true;
        QTest::newRow("exchanger") << SetupOrigin::Exchanger << true;
    }

    void serversOutsideOfTheDomainWantAYes()
    {
        QFETCH(const SetupOrigin, origin);
        QFETCH(const bool, asks);
        Person anna;
        anna.world.finder.answer = AccountWorld::setup(origin);
        anna.type("accountAddress", u"anna@shop.example"_s);
        QVERIFY(anna.goOn());
        QVERIFY(anna.sees("imapHost"));

        auto *agreed = anna.part<QCheckBox>("strangeServersAgreed");
        QCOMPARE(agreed->isVisible(), asks);
        QCOMPARE(anna.next()->isEnabled(), !asks);
        agreed->setChecked(true);
        QVERIFY(anna.next()->isEnabled());
    }

    void whatIsNotFoundIsFilledInByHand()
    {
        Person anna;
        anna.type("accountAddress", u"anna@shop.example"_s);
        QVERIFY(anna.goOn());
        QVERIFY(anna.sees("imapHost"));
        QVERIFY(!anna.next()->isEnabled());

        anna.type("imapHost", u"imap.shop.example"_s);
        anna.type("smtpHost", u"not a host"_s);
        QVERIFY(!anna.next()->isEnabled());
        anna.type("smtpHost", u"smtp.shop.example"_s);
        anna.part<QSpinBox>("smtpPort")->setValue(2'465);
        QVERIFY(anna.goOn());
        QVERIFY(anna.sees("accountPassword"));
        anna.type("accountPassword", u"right"_s);
        QVERIFY(anna.goOn());

        QTRY_COMPARE(anna.world.probe.setups.size(), 1);
        QCOMPARE(anna.world.probe.setups.constFirst().smtp.port, 2'465);
        QCOMPARE(anna.world.probe.setups.constFirst().user, u"anna@shop.example"_s);
    }

    void aRefusalSaysWhatTheServerSaid()
    {
        Person anna;
        anna.world.finder.answer = AccountWorld::setup();
        anna.world.probe.answer = ProbeReport{.fault = ProbeFault{.step = ProbeStep::Receiving,
                                                                  .code = Errc::SignInRefused,
                                                                  .words = u"use an <b>app</b> password"_s}};
        QVERIFY(anna.goToPassword());
        anna.type("accountPassword", u"wrong"_s);
        QVERIFY(anna.goOn());

        QTRY_VERIFY(anna.trialWords().contains(u"use an <b>app</b> password"_s));
        QCOMPARE(anna.part<QLabel>("trialWords")->textFormat(), Qt::PlainText);
        QVERIFY(anna.world.stores.accountList.isEmpty());

        anna.world.probe.answer = ProbeReport();
        QVERIFY(anna.goOn()); // tries again
        QVERIFY(anna.sees("accountIdentity"));
    }

    void goingBackEndsTheTrial()
    {
        Person anna;
        anna.world.finder.answer = AccountWorld::setup();
        anna.world.probe.open.emplace();
        anna.world.probe.open->start();
        QVERIFY(anna.goToPassword());
        anna.type("accountPassword", u"slow"_s);
        QVERIFY(anna.goOn());
        QTRY_COMPARE(anna.world.probe.setups.size(), 1);

        anna.part<QPushButton>("wizardBack")->click();

        QVERIFY(anna.world.probe.stop.stop_requested());
        QVERIFY(anna.sees("accountPassword"));
        anna.world.probe.open->addResult(ProbeReport());
        anna.world.probe.open->finish();
        QCoreApplication::processEvents();
        QVERIFY(anna.part<QWidget>("accountPassword")->isVisible()); // an answer nobody wants any more
    }

    void closingEndsTheSearch()
    {
        Person anna;
        anna.world.finder.open.emplace();
        anna.world.finder.open->start();
        anna.type("accountAddress", u"anna@shop.example"_s);
        QVERIFY(anna.goOn());

        QTest::keyClick(anna.wizard, Qt::Key_Escape);

        QVERIFY(anna.world.finder.stop.stop_requested());
        QTRY_VERIFY(anna.wizard.isNull());
        anna.world.finder.open->addResult(AccountWorld::setup());
        anna.world.finder.open->finish();
    }

    void anAccountDoesNotStayWithoutItsSecret()
    {
        Person anna;
        anna.world.finder.answer = AccountWorld::setup();
        anna.world.signIns.fault = Errc::Io;
        QVERIFY(anna.goToPassword());
        anna.type("accountPassword", u"right"_s);
        QVERIFY(anna.goOn());
        QVERIFY(anna.sees("accountIdentity"));
        anna.type("accountIdentity", u"Shop"_s);
        QVERIFY(anna.goOn());

        QTRY_VERIFY(anna.next()->isEnabled());
        QVERIFY(anna.world.stores.accountList.isEmpty());

        anna.world.signIns.fault.reset();
        QVERIFY(anna.goOn());
        QTRY_COMPARE(anna.world.stores.accountList.size(), 1);
    }

    void theBrowserGivesAToken()
    {
        Person anna;
        MailSetup setup = AccountWorld::setup();
        setup.signIns = {MailSignIn::OAuth};
        setup.oauth = u"google"_s;
        anna.world.finder.answer = setup;
        anna.world.signIns.consent = MailGrant{.refresh = Secret("r"_ba), .access = Secret("a"_ba)};
        anna.type("accountAddress", u"anna@shop.example"_s);
        QVERIFY(anna.goOn() && anna.sees("imapHost") && anna.goOn() && anna.sees("oauthClient"));
        QVERIFY(!anna.next()->isEnabled());

        anna.type("oauthClient", u"the-team"_s);
        QVERIFY(anna.goOn());
        QVERIFY(anna.sees("accountIdentity"));
        anna.type("accountIdentity", u"Shop"_s);
        QVERIFY(anna.goOn());

        QTRY_COMPARE(anna.world.stores.accountList.size(), 1);
        const Account account = anna.world.stores.accountList.constFirst();
        QCOMPARE(anna.world.probe.passwords, QList<QByteArray>{"token a"});
        QCOMPARE(account.settings.value(u"auth"_s), u"oauth"_s);
        QCOMPARE(account.settings.value(u"oauth.provider"_s), u"google"_s);
        QCOMPARE(account.settings.value(u"oauth.client"_s), u"the-team"_s);
        QTRY_COMPARE(anna.world.signIns.kept.value(account.id).refresh.bytes(), "r"_ba);
    }

    void chosenFoldersAreKept()
    {
        Person anna;
        anna.world.finder.answer = AccountWorld::setup();
        QVERIFY(anna.goToPassword());
        anna.type("accountPassword", u"right"_s);
        QVERIFY(anna.goOn());
        QVERIFY(anna.sees("accountFolders"));
        anna.type("accountIdentity", u"Shop"_s);
        anna.part<QListWidget>("accountFolders")->item(1)->setCheckState(Qt::Checked);
        anna.part<QCheckBox>("accountCopies")->setChecked(false);
        QVERIFY(anna.goOn());

        QTRY_COMPARE(anna.world.stores.accountList.size(), 1);
        const Account account = anna.world.stores.accountList.constFirst();
        QCOMPARE(account.settings.value(u"folders"_s), u"INBOX\nSpam"_s);
        QCOMPARE(account.settings.value(u"sent.copy"_s), u"no"_s);
    }
};

QTEST_MAIN(TestAccountWizard)
#include "tst_accountwizard.moc"
