// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/accountfixture.h"
#include "widgets/accounts/accountsdialog.h"

#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace aside;
using namespace Qt::StringLiterals;
using test::AccountWorld;

namespace {

struct Person {
    AccountWorld world;
    QWidget window;
    QPointer<AccountsDialog> dialog;

    explicit Person(std::optional<AccountPause> pause = {})
    {
        Account account;
        account.id = AccountId{5};
        account.name = u"Orders"_s;
        account.identity = u"Shop"_s;
        account.address = u"orders@shop.example"_s;
        account.settings
            = {{u"imap.host"_s, u"imap.shop.example"_s}, {u"smtp.host"_s, u"smtp.shop.example"_s}};
        account.pause = std::move(pause);
        world.stores.accountList.append(account);
        world.signIns.kept.insert(account.id, {.password = Secret("right"_ba)});
        dialog = new AccountsDialog(world.services(), &window);
        dialog->show();
    }
    template <typename T>
    T *part(const char *name)
    {
        return dialog->findChild<T *>(QString::fromLatin1(name));
    }
    bool isListed()
    {
        return QTest::qWaitFor([&] { return part<QTreeWidget>("accountsList")->topLevelItemCount() == 1; });
    }
    const Account &account() { return world.stores.accountList.constFirst(); }
    QString state() { return part<QLabel>("accountState")->text(); }
    void press(const char *name) { part<QPushButton>(name)->click(); }
};

} // namespace

class TestAccountsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support (propagateSizeHints|raise))"_s));
    }

    void whatOfItsFoldersIsNotHereIsSaid()
    {
        Person anna;
        QVERIFY(anna.isListed());
        const QString before = anna.state();
        FetchState other;
        other.account = AccountId{6};
        other.troubles = {{.folder = u"Elsewhere"_s, .unread = 1}};
        FetchState own;
        own.account = AccountId{5};
        own.troubles = {{.folder = u"<b>Archive</b>\nX"_s, .unread = 2}};

        anna.world.fetches.set({other, own});
        const QString said = anna.state();
        anna.world.fetches.set({other});

        QVERIFY(said.startsWith(before));
        QVERIFY2(said.contains(u"<b>Archive</b> X") && said.contains(u"cannot be read"), qPrintable(said));
        QVERIFY(!said.contains(u"Elsewhere"));
        QCOMPARE(anna.state(), before);
    }

    void aBotIsTriedByItsTokenAndGetsANewOne()
    {
        Person anna;
        QVERIFY(anna.isListed());
        QVERIFY(anna.part<QPushButton>("changeServers")->text().startsWith(u"Servers"));
        anna.world.stores.accountList[0].channel = Channel::Telegram;
        anna.world.stores.accountList[0].address = u"@lantern_bot"_s;
        anna.world.setups.answer = anna.account();
        AccountsDialog dialog(anna.world.services(), &anna.window);
        const auto press = [&](const char *name) {
            QTest::keyClick(dialog.findChild<QPushButton *>(QString::fromLatin1(name)), Qt::Key_Space);
        };
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        const auto *list = dialog.findChild<QTreeWidget *>(u"accountsList"_s);
        QTRY_COMPARE(list->topLevelItemCount(), 1);

        press("testAccount");

        const auto *said = dialog.findChild<QLabel *>(u"accountState"_s);
        QTRY_VERIFY2(said->text().contains(u"It works"), qPrintable(said->text()));
        QCOMPARE(anna.world.setups.tokens, QList<QByteArray>{"right"});
        QVERIFY(anna.world.probe.setups.isEmpty());
        QVERIFY(dialog.findChild<QPushButton *>(u"changeServers"_s)->text().startsWith(u"New to"));
        press("changeServers");
        QVERIFY(dialog.findChild<QLineEdit *>(u"connectToken"_s)->isVisible());
        press("accountHealth");
        QVERIFY(dialog.findChild<QLabel *>(u"healthState"_s) != nullptr);
    }

    void aPauseSaysWhy()
    {
        Person anna(AccountPause{
            .until = untilResumed, .cause = Errc::SignInRefused, .words = u"<i>Invalid</i> credentials"_s});
        QVERIFY(anna.isListed());

        QVERIFY(anna.state().contains(u"<i>Invalid</i> credentials"_s));
        QCOMPARE(anna.part<QLabel>("accountState")->textFormat(), Qt::PlainText);

        anna.press("switchAccount"); // lets it go on
        QTRY_VERIFY(!anna.account().pause);
        QVERIFY(anna.account().isOn);
    }

    void accountsAreSwitchedOffAndOn()
    {
        Person anna;
        QVERIFY(anna.isListed());
        QSignalSpy changed(anna.dialog, &AccountsDialog::changed);

        anna.press("switchAccount");
        QTRY_VERIFY(!anna.account().isOn);
        QTRY_COMPARE(changed.count(), 1);
        QVERIFY(anna.isListed());
        anna.press("switchAccount");
        QTRY_VERIFY(anna.account().isOn);
    }

    void aTrialUsesTheKeptPassword()
    {
        Person anna;
        QVERIFY(anna.isListed());

        anna.press("testAccount");

        QTRY_COMPARE(anna.world.probe.passwords, QList<QByteArray>{"right"});
        QTRY_VERIFY(anna.part<QPushButton>("testAccount")->isEnabled());
        QVERIFY(anna.state().contains(u"works"_s));
    }

    void aTrialThatFailsSaysSo()
    {
        Person anna;
        anna.world.probe.answer
            = ProbeReport{.fault = ProbeFault{.step = ProbeStep::Sending, .code = Errc::CertificateExpired}};
        QVERIFY(anna.isListed());

        anna.press("testAccount");

        QTRY_VERIFY(anna.state().contains(u"smtp.shop.example"_s));
    }

    void removingAsksAndSaysWhatWaits()
    {
        Person anna;
        OutboxItem item;
        item.id = OutboxId{1};
        item.account = AccountId{5};
        item.state = OutboxState::Queued;
        OutboxItem gone = item;
        gone.id = OutboxId{2};
        gone.state = OutboxState::Sent;
        anna.world.stores.outbox = {item, gone};
        QVERIFY(anna.isListed());

        anna.press("removeAccount");
        QTRY_VERIFY(anna.part<QMessageBox>("removeQuestion") != nullptr);
        auto *question = anna.part<QMessageBox>("removeQuestion");
        QVERIFY(question->informativeText().contains(u"1"_s));
        QCOMPARE(question->defaultButton(), question->button(QMessageBox::Cancel));
        question->button(QMessageBox::Cancel)->click();
        QCOMPARE(anna.world.stores.accountList.size(), 1);

        QTRY_VERIFY(anna.part<QMessageBox>("removeQuestion") == nullptr);
        anna.press("removeAccount");
        QTRY_VERIFY(anna.part<QMessageBox>("removeQuestion") != nullptr);
        for (QAbstractButton *button : anna.part<QMessageBox>("removeQuestion")->buttons()) {
            if (anna.part<QMessageBox>("removeQuestion")->buttonRole(button) == QMessageBox::AcceptRole) {
                button->click();
                break;
            }
        }

        QTRY_VERIFY(anna.world.stores.accountList.isEmpty());
        QTRY_VERIFY(anna.world.signIns.kept.isEmpty());
    }

    void namesAreChanged()
    {
        Person anna;
        QVERIFY(anna.isListed());

        anna.press("changeAccount");
        auto *identity = anna.part<QLineEdit>("accountIdentity");
        QVERIFY(identity != nullptr);
        identity->setText(u"Lantern Shop"_s);
        anna.press("saveAccount");

        QTRY_COMPARE(anna.account().identity, u"Lantern Shop"_s);
    }
};

QTEST_MAIN(TestAccountsDialog)
#include "tst_accountsdialog.moc"
