// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/windowfixture.h"
#include "widgets/accounts/passphrasedialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace aside;
using namespace Qt::StringLiterals;

class TestPassphraseDialog : public QObject
{
    Q_OBJECT

private:
    static QPushButton *ok(const PassphraseDialog &dialog)
    {
        return dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    }
    static bool says(const PassphraseDialog &dialog, QStringView words)
    {
        const auto labels = dialog.findChildren<QLabel *>();
        return std::ranges::any_of(labels, [words](const QLabel *label) {
            return !label->isHidden() && label->text().contains(words);
        });
    }

private Q_SLOTS:
    void init() { test::failOnWarning(); }

    void itOpensWithWhatIsTyped()
    {
        auto *dialog = new PassphraseDialog(PassphraseUse::Open, nullptr);
        const QPointer<PassphraseDialog> there = dialog;
        QByteArray given;
        connect(dialog, &PassphraseDialog::given, this,
                [&given](const Secret &passphrase) { given = passphrase.bytes(); });
        auto *field = dialog->findChild<QLineEdit *>(u"passphrase"_s);
        QCOMPARE(field->echoMode(), QLineEdit::Password);
        QVERIFY(!ok(*dialog)->isEnabled());
        QVERIFY(says(*dialog, u"lie in an encrypted file"));
        dialog->open();

        QTest::keyClicks(field, u"open sesame"_s);
        QTest::mouseClick(ok(*dialog), Qt::LeftButton);

        QCOMPARE(given, QByteArray("open sesame"));
        QTRY_VERIFY(there.isNull());
    }

    void aNewOneIsTypedTwice()
    {
        PassphraseDialog dialog(PassphraseUse::Make, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QVERIFY(says(dialog, u"Nobody can restore it"));

        QTest::keyClicks(dialog.findChild<QLineEdit *>(u"passphrase"_s), u"open sesame"_s);
        QVERIFY(!ok(dialog)->isEnabled());
        auto *again = dialog.findChild<QLineEdit *>(u"passphraseAgain"_s);
        QTest::keyClicks(again, u"open"_s);
        QVERIFY(!ok(dialog)->isEnabled());
        QVERIFY(says(dialog, u"The two are not the same"));
        QTest::keyClicks(again, u" sesame"_s);

        QVERIFY(ok(dialog)->isEnabled());
        QVERIFY(!says(dialog, u"The two are not the same"));
    }

    void aWrongOneIsSaid()
    {
        PassphraseDialog dialog(PassphraseUse::OpenAgain, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QVERIFY(says(dialog, u"That was not the passphrase"));
    }
};

QTEST_MAIN(TestPassphraseDialog)
#include "tst_passphrasedialog.moc"
