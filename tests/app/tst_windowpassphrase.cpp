// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windowpassphrase.h"
#include "tests/widgets/windowfixture.h"
#include "widgets/accounts/passphrasedialog.h"

#include <QApplication>
#include <QLineEdit>
#include <QTest>
#include <QThread>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

PassphraseDialog *shown()
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *dialog = qobject_cast<PassphraseDialog *>(widget);
            dialog != nullptr && dialog->isVisible()) {
            return dialog;
        }
    }
    return nullptr;
}

} // namespace

class TestWindowPassphrase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarning(); }

    void aThreadGetsWhatThePersonTypes()
    {
        WindowPassphrase person;
        QFuture<Result<Secret>> answer;
        const std::unique_ptr<QThread> thread(
            QThread::create([&] { answer = person.ask(PassphraseUse::Open); }));
        thread->start();
        QVERIFY(thread->wait());
        QTRY_VERIFY(shown() != nullptr);

        QTest::keyClicks(shown()->findChild<QLineEdit *>(u"passphrase"_s), u"sesame"_s);
        shown()->findChild<QLineEdit *>(u"passphrase"_s)->setFocus();
        QTest::keyClick(shown(), Qt::Key_Return);

        QTRY_VERIFY(answer.isFinished());
        QCOMPARE(answer.result()->bytes(), QByteArray("sesame"));
    }

    void whoDoesNotWantToIsLeftInPeace()
    {
        WindowPassphrase person;
        auto first = person.ask(PassphraseUse::Open);
        QTRY_VERIFY(shown() != nullptr);
        shown()->reject();
        QTRY_VERIFY(first.isFinished());
        QCOMPARE(first.result().error().code, Errc::PassphraseMissing);
        QTRY_VERIFY(shown() == nullptr);

        auto second = person.ask(PassphraseUse::Open);
        QTRY_VERIFY(second.isFinished());
        QCOMPARE(second.result().error().code, Errc::PassphraseMissing);
        QVERIFY(shown() == nullptr);

        person.askAgain();
        auto third = person.ask(PassphraseUse::Open);
        QTRY_VERIFY(shown() != nullptr);
        QVERIFY(!third.isFinished());
        shown()->reject();
        QTRY_VERIFY(third.isFinished());
    }

    void whatIsNewIsAskedForAllTheSame()
    {
        WindowPassphrase person;
        auto first = person.ask(PassphraseUse::Open);
        QTRY_VERIFY(shown() != nullptr);
        shown()->reject();
        QTRY_VERIFY(first.isFinished());

        auto second = person.ask(PassphraseUse::Make);
        QTRY_VERIFY(shown() != nullptr);
        shown()->reject();
        QTRY_VERIFY(second.isFinished());
    }
};

QTEST_MAIN(TestWindowPassphrase)
#include "tst_windowpassphrase.moc"
