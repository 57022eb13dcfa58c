// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/windowfixture.h"
#include "widgets/about/aboutdialog.h"
#include "widgets/about/handbookdialog.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QImage>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTreeWidget>
#include <QUrl>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

/// Russian until the end of a test.
struct InRussian {
    InRussian() { QLocale::setDefault(QLocale(QLocale::Russian)); }
    ~InRussian() { QLocale::setDefault(before); }
    Q_DISABLE_COPY_MOVE(InRussian)

    QLocale before;
};

void tellOfTheLanguage(HandbookDialog &handbook)
{
    QEvent change(QEvent::LanguageChange);
    QCoreApplication::sendEvent(&handbook, &change);
}

} // namespace

class TestAboutDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarning(); }

    void theVersionsAreTold();
    void everyLibraryHasALicenceAndAnAddress();
    void theLibrariesAreListed();
    void theWholeLicenceIsThere();
    void theKeyboardComesThroughAndOut();
    void theHeadingGrowsWithTheText();
    void theHandbookIsInside();
    void theHandbookSpeaksTheLanguageOfTheProgram();
    void theHandbookChangesItsLanguageWhileOpen();
};

void TestAboutDialog::theVersionsAreTold()
{
    QCoreApplication::setApplicationVersion(u"7.8.9"_s);
    const AboutDialog dialog(nullptr);

    const auto *version = dialog.findChild<QLabel *>(u"aboutVersion"_s);

    QVERIFY(version->text().contains(u"7.8.9"));
    QVERIFY(version->text().contains(QString::fromLatin1(qVersion())));
    QVERIFY(version->textInteractionFlags().testFlag(Qt::TextSelectableByKeyboard));
}

void TestAboutDialog::everyLibraryHasALicenceAndAnAddress()
{
    const QList<LibraryNote> notes = libraryNotes();

    QStringList names;
    static const QRegularExpression spdx(u"^[A-Za-z0-9.+-]+( (AND|OR|WITH) [A-Za-z0-9.+-]+)*$"_s);
    for (const LibraryNote &note : notes) {
        QVERIFY2(!note.name.isEmpty(), qPrintable(note.address));
        QVERIFY2(spdx.match(note.licence).hasMatch(), qPrintable(note.name + u": "_s + note.licence));
        QVERIFY2(QUrl(note.address, QUrl::StrictMode).scheme() == u"https", qPrintable(note.name));
        names.append(note.name);
    }
    QCOMPARE(QSet<QString>(names.begin(), names.end()).size(), names.size());
    for (const char *known : {"Qt", "SQLCipher"}) {
        QVERIFY2(names.join(u' ').contains(QLatin1StringView(known), Qt::CaseInsensitive), known);
    }
}

void TestAboutDialog::theLibrariesAreListed()
{
    const AboutDialog dialog(nullptr);
    const QList<LibraryNote> notes = libraryNotes();
    const auto *list = dialog.findChild<QTreeWidget *>(u"aboutLibraries"_s);

    QCOMPARE(list->topLevelItemCount(), int(notes.size()));
    for (int row = 0; row < list->topLevelItemCount(); ++row) {
        QCOMPARE(list->topLevelItem(row)->text(0), notes.at(row).name);
        QCOMPARE(list->topLevelItem(row)->text(2), notes.at(row).licence);
    }
    QVERIFY(!list->accessibleName().isEmpty());
}

void TestAboutDialog::theWholeLicenceIsThere()
{
    const AboutDialog dialog(nullptr);

    const auto *licence = dialog.findChild<QPlainTextEdit *>(u"aboutLicence"_s);

    QVERIFY(licence->toPlainText().contains(u"GNU GENERAL PUBLIC LICENSE"));
    QCOMPARE_GT(licence->toPlainText().size(), 30'000);
    QVERIFY(licence->isReadOnly());
}

void TestAboutDialog::theKeyboardComesThroughAndOut()
{
    AboutDialog dialog(nullptr);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    dialog.findChild<QTabWidget *>()->setCurrentIndex(1);
    auto *licence = dialog.findChild<QPlainTextEdit *>(u"aboutLicence"_s);
    licence->setFocus();

    QTest::keyClick(licence, Qt::Key_Tab);

    QVERIFY(!licence->hasFocus());
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
}

void TestAboutDialog::theHeadingGrowsWithTheText()
{
    AboutDialog dialog(nullptr);
    const auto *name = dialog.findChild<QLabel *>();
    const double before = name->font().pointSizeF();
    QFont large = dialog.font();
    large.setPointSizeF(large.pointSizeF() * 2);

    dialog.setFont(large);

    QCOMPARE_GT(name->font().pointSizeF(), before * 1.8);
}

void TestAboutDialog::theHandbookIsInside()
{
    const AboutDialog about(nullptr);
    QSignalSpy asked(&about, &AboutDialog::handbookAsked);
    about.findChild<QPushButton *>(u"aboutHandbook"_s)->click();
    QCOMPARE(asked.count(), 1);
    HandbookDialog handbook(nullptr);
    handbook.setAttribute(Qt::WA_DeleteOnClose, false);
    handbook.show();
    auto *text = handbook.findChild<QTextBrowser *>(u"handbookText"_s);
    QVERIFY(text->toPlainText().contains(u"Using Aside"));
    QVERIFY(!text->toPlainText().contains(u"SPDX"));

    Q_EMIT text->anchorClicked(QUrl(u"reply-check.md#tonethreat"_s));

    QCOMPARE(text->textCursor().block().text(), u"tone.threat"_s);
    QTest::mouseClick(handbook.findChild<QPushButton *>(u"handbookBack"_s), Qt::LeftButton);
    QVERIFY(text->toPlainText().contains(u"Using Aside"));

    Q_EMIT text->anchorClicked(QUrl(u"file:///etc/hostname"_s));
    Q_EMIT text->anchorClicked(QUrl(u"../../etc/hostname"_s));

    QVERIFY(text->toPlainText().contains(u"Using Aside"));
}

void TestAboutDialog::theHandbookSpeaksTheLanguageOfTheProgram()
{
    const InRussian russian;
    HandbookDialog handbook(nullptr);
    handbook.setAttribute(Qt::WA_DeleteOnClose, false);
    handbook.show();
    auto *text = handbook.findChild<QTextBrowser *>(u"handbookText"_s);
    QVERIFY(text->toPlainText().contains(u"Работа с Aside"));
    const QUrl picture(u"../pictures/inbox-drafts-light.png"_s);
    QCOMPARE_GT(text->loadResource(QTextDocument::ImageResource, picture).value<QImage>().width(), 1);

    Q_EMIT text->anchorClicked(QUrl(u"reply-check.md#tonethreat"_s));
    QCOMPARE(text->textCursor().block().text(), u"tone.threat"_s);
    QVERIFY(text->toPlainText().contains(u"Проверка ответа"));

    Q_EMIT text->anchorClicked(QUrl(u"../asidectl.md"_s)); // there is none in Russian
    QCOMPARE(text->source().path(), u"/aside/docs/asidectl.md"_s);
    QVERIFY(!text->toPlainText().isEmpty());

    Q_EMIT text->anchorClicked(QUrl(u"settings.md"_s));
    QCOMPARE(text->source().path(), u"/aside/docs/ru/settings.md"_s);
    Q_EMIT text->anchorClicked(QUrl(u"architecture.md"_s));
    QCOMPARE(text->source().path(), u"/aside/docs/architecture.md"_s);

    QTest::mouseClick(handbook.findChild<QPushButton *>(u"handbookContents"_s), Qt::LeftButton);
    QVERIFY(text->toPlainText().contains(u"Работа с Aside"));
}

void TestAboutDialog::theHandbookChangesItsLanguageWhileOpen()
{
    HandbookDialog handbook(nullptr);
    handbook.setAttribute(Qt::WA_DeleteOnClose, false);
    handbook.show();
    auto *text = handbook.findChild<QTextBrowser *>(u"handbookText"_s);
    Q_EMIT text->anchorClicked(QUrl(u"settings.md"_s));
    QVERIFY(text->toPlainText().contains(u"Size of text"));

    {
        const InRussian russian;
        tellOfTheLanguage(handbook);

        QVERIFY(text->toPlainText().contains(u"Размер текста"));
        QVERIFY(!text->toPlainText().contains(u"Size of text"));
        QVERIFY(!handbook.findChild<QPushButton *>(u"handbookBack"_s)->isEnabled());
    }
    tellOfTheLanguage(handbook);

    QVERIFY(text->toPlainText().contains(u"Size of text"));
}

QTEST_MAIN(TestAboutDialog)
#include "tst_aboutdialog.moc"
