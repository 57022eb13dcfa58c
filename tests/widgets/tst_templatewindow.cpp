// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/windowfixture.h"
#include "widgets/templates/templateeditor.h"
#include "widgets/templates/templatehighlighter.h"
#include "widgets/templates/templatewindow.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextLayout>
#include <QTranslator>
#include <QTreeWidget>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

const QString late = u"+++\ntitle = \"Late\"\n+++\n{{ person.first_name }}, it comes today.\n"_s;

struct OpenTemplates {
    test::FakeStores stores;
    test::FakeChecks checks;
    test::FakeTemplates templates;
    CheckRunner runner{{}, CheckPlace::CallersThread};
    ReplyDesk desk{{.store = checks, .persons = stores, .runner = runner, .clock = stores.clock}};
    std::unique_ptr<TemplateWindow> window;

    void open()
    {
        window = std::make_unique<TemplateWindow>(
            TemplateWindowParts{.library = templates, .desk = desk, .clock = stores.clock}, nullptr);
        window->setAttribute(Qt::WA_DeleteOnClose, false);
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
    }

    template <typename T>
    [[nodiscard]] T *part(const char *name) const
    {
        return window->findChild<T *>(QString::fromLatin1(name));
    }
    [[nodiscard]] TemplateEditor *editor() const { return part<TemplateEditor>("templateText"); }

    void write(const QString &text) const
    {
        editor()->setPlainText(text);
        editor()->moveCursor(QTextCursor::End);
    }

    /// Goes to the first template of the tree.
    void choose() const
    {
        auto *tree = part<QTreeWidget>("templateTree");
        tree->setFocus();
        QTest::keyClick(tree, Qt::Key_Home);
        for (int i = 0; i < 3; ++i) {
            QTest::keyClick(tree, Qt::Key_Down);
        }
    }
    /// The button of a question that has these words.
    [[nodiscard]] QAbstractButton *answer(const char *question, const QString &words) const
    {
        const auto *box = part<QMessageBox>(question);
        if (box == nullptr || !box->isVisible()) {
            return nullptr;
        }
        const auto buttons = box->buttons();
        const auto found = std::ranges::find(buttons, words, &QAbstractButton::text);
        return found != buttons.cend() ? *found : nullptr;
    }
    [[nodiscard]] QStringList problems() const
    {
        QStringList all;
        auto *list = part<QListWidget>("templateProblems");
        for (int row = 0; row < list->count(); ++row) {
            all.append(list->item(row)->text());
        }
        return all;
    }
};

} // namespace

class TestTemplateWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarning(); }

    void aTemplateIsOpenedTriedAndSaved();
    void problemsAreListedByLine();
    void theBodyIsCheckedInPlace();
    void namesAreOffered();
    void whatIsUnknownIsColoured();
    void anUnsavedTemplateIsNotLost();
    void anEmptyLibrarySaysSo();
    void aProposalIsAccepted();
    void aProposalIsGivenBackWithWords();
    void aProposalSaysWhy();
    void aRemovedTemplateComesBack();
    void aTemplateOfTheTeamIsNotRemoved();
    void brokenFilesAreToldWithLineAndReason();
    void problemsAreReachedByKeys();
    void anOpenWindowChangesItsLanguage();
};

void TestTemplateWindow::aTemplateIsOpenedTriedAndSaved()
{
    OpenTemplates opened;
    opened.templates.put(TemplateScope::Mine, u"delivery/late"_s, late);
    opened.open();
    TemplateSource source;
    source.conversation.person = u"Anna Berg"_s;
    opened.window->setSource(source);

    opened.choose();
    QTRY_COMPARE(opened.editor()->toPlainText(), late);
    QTRY_COMPARE(opened.part<QPlainTextEdit>("templateResult")->toPlainText(), u"Anna, it comes today."_s);
    opened.editor()->moveCursor(QTextCursor::End);
    QTest::keyClicks(opened.editor(), u"Sorry."_s);
    QTest::keyClick(opened.window.get(), Qt::Key_S, Qt::ControlModifier);

    QTRY_COMPARE(opened.templates.files[TemplateScope::Mine][u"delivery/late"_s], late + u"Sorry."_s);
}

void TestTemplateWindow::problemsAreListedByLine()
{
    OpenTemplates opened;
    opened.open();

    opened.write(u"+++\ntitle = \"Late\"\n+++\n{{ preson }}\n{{ open\n"_s);

    QTRY_COMPARE(opened.problems().size(), 2);
    QVERIFY2(opened.problems().at(0).startsWith(u"Line 4: "), qPrintable(opened.problems().at(0)));
    QVERIFY2(opened.problems().at(1).startsWith(u"Line 5: "), qPrintable(opened.problems().at(1)));
    QCOMPARE(opened.editor()->extraSelections().size(), 2);
}

void TestTemplateWindow::theBodyIsCheckedInPlace()
{
    OpenTemplates opened;
    opened.open();

    opened.write(
        u"+++\ntitle = \"Late\"\n+++\nYour lamp leaves on Monday.\nPlease be informed that we will write in due course.\n"_s);

    QTRY_VERIFY(!opened.problems().isEmpty());
    QTRY_VERIFY2(opened.problems().join(u'\n').contains(u"Line 5: "),
                 qPrintable(opened.problems().join(u'\n')));
}

void TestTemplateWindow::namesAreOffered()
{
    OpenTemplates opened;
    opened.open();
    opened.write(u"+++\ntitle = \"Late\"\n+++\n"_s);
    opened.editor()->setFocus();

    QTest::keyClicks(opened.editor(), u"{{ person.f"_s);
    auto *names = opened.editor()->findChild<QCompleter *>()->popup();
    QTRY_VERIFY(names->isVisible());
    QTest::keyClick(names, Qt::Key_Return);

    QVERIFY2(opened.editor()->toPlainText().endsWith(u"{{ person.first_name"_s),
             qPrintable(opened.editor()->toPlainText()));
}

void TestTemplateWindow::whatIsUnknownIsColoured()
{
    QPlainTextEdit text;
    const TemplateHighlighter highlighter(text.document());
    QVERIFY(highlighter.hasDefinition());
    text.setPlainText(u"+++\ntitle = \"T\"\n+++\n{{ today|shout }} {{ today|upper }}\n{{ open"_s);
    const auto isWavy = [&](int block, int column) {
        const auto formats = text.document()->findBlockByNumber(block).layout()->formats();
        return std::ranges::any_of(formats, [column](const QTextLayout::FormatRange &range) {
            return range.start <= column && column < range.start + range.length
                && range.format.underlineStyle() == QTextCharFormat::WaveUnderline;
        });
    };

    QTRY_VERIFY(isWavy(3, 10)); // shout
    QVERIFY(!isWavy(3, 28)); // upper
    QVERIFY(!isWavy(3, 4)); // today
    QVERIFY(isWavy(4, 1)); // not closed
}

void TestTemplateWindow::anUnsavedTemplateIsNotLost()
{
    OpenTemplates opened;
    opened.open();
    opened.write(u"+++\ntitle = \"New\"\n+++\nHello\n"_s);

    opened.window->close();

    auto *question = opened.part<QMessageBox>("closeTemplatesQuestion");
    QTRY_VERIFY(question != nullptr && question->isVisible());
    QTest::keyClick(question, Qt::Key_Escape);
    QVERIFY(opened.window->isVisible());
    QVERIFY(opened.editor()->toPlainText().contains(u"Hello"));
}

void TestTemplateWindow::anEmptyLibrarySaysSo()
{
    OpenTemplates opened;
    opened.open();

    QVERIFY(opened.part<QLabel>("templateTreeNothing")->isVisible());
    QVERIFY(!opened.part<QPushButton>("saveTemplateButton")->isEnabled());
}

void TestTemplateWindow::aProposalIsAccepted()
{
    OpenTemplates opened;
    opened.templates.put(TemplateScope::Team, u"late"_s, late);
    opened.templates.proposed = {{.id = u"1"_s,
                                  .templateId = u"late"_s,
                                  .text = QString(late).replace(u"today"_s, u"tomorrow"_s),
                                  .by = u"Boris"_s}};
    opened.open();
    opened.part<QTabWidget>("templateTabs")->setCurrentIndex(1);
    QTRY_VERIFY(opened.part<QTextBrowser>("proposalText")->toPlainText().contains(u"tomorrow"));

    opened.part<QPushButton>("acceptProposalButton")->click();

    QTRY_VERIFY(opened.templates.files[TemplateScope::Team][u"late"_s].contains(u"tomorrow"));
    QTRY_COMPARE(opened.part<QListWidget>("proposalList")->count(), 0);
}

void TestTemplateWindow::aProposalIsGivenBackWithWords()
{
    OpenTemplates opened;
    opened.templates.proposed = {{.id = u"1"_s, .templateId = u"late"_s, .text = late, .by = u"Boris"_s}};
    opened.open();
    opened.part<QTabWidget>("templateTabs")->setCurrentIndex(1);
    auto *back = opened.part<QPushButton>("giveBackProposalButton");
    QVERIFY(!back->isEnabled());

    QTest::keyClicks(opened.part<QLineEdit>("proposalWords"), u"Shorter, please"_s);
    back->click();

    QTRY_COMPARE(opened.templates.proposed.constFirst().answer, u"Shorter, please"_s);
    QTRY_COMPARE(opened.part<QListWidget>("proposalList")->count(), 0);
}

void TestTemplateWindow::aProposalSaysWhy()
{
    OpenTemplates opened;
    opened.templates.put(TemplateScope::Team, u"delivery/late"_s, late);
    opened.open();
    opened.choose();
    QTRY_COMPARE(opened.editor()->toPlainText(), late);

    opened.part<QPushButton>("proposeTemplateButton")->click();
    auto *why = opened.part<QLineEdit>("proposeWhy");
    QVERIFY(why != nullptr);
    auto *propose = opened.part<QPushButton>("proposeItButton");
    QVERIFY(!propose->isEnabled());
    QTest::keyClicks(why, u"The date comes first"_s);
    QTest::keyClick(why, Qt::Key_Return);

    QTRY_COMPARE(opened.templates.proposed.size(), 1);
    QCOMPARE(opened.templates.proposed.constFirst().words, u"The date comes first"_s);
    opened.part<QTabWidget>("templateTabs")->setCurrentIndex(1);
    QTRY_VERIFY2(opened.part<QLabel>("proposalAbout")->text().contains(u"The date comes first"),
                 qPrintable(opened.part<QLabel>("proposalAbout")->text()));
}

void TestTemplateWindow::aRemovedTemplateComesBack()
{
    OpenTemplates opened;
    opened.templates.put(TemplateScope::Mine, u"delivery/late"_s, late);
    opened.open();
    opened.choose();
    QTRY_COMPARE(opened.editor()->toPlainText(), late);

    opened.part<QPushButton>("removeTemplateButton")->click();
    QTRY_VERIFY(opened.answer("removeTemplateQuestion", u"&Remove it"_s) != nullptr);
    opened.answer("removeTemplateQuestion", u"&Remove it"_s)->click();
    QTRY_VERIFY(!opened.templates.files[TemplateScope::Mine].contains(u"delivery/late"_s));
    QTRY_VERIFY(!opened.editor()->toPlainText().contains(u"Late"));
    auto *undo = opened.part<QPushButton>("undoButton");
    QVERIFY(undo->isVisible());
    undo->click();

    QTRY_COMPARE(opened.templates.files[TemplateScope::Mine].value(u"delivery/late"_s), late);
    QTRY_COMPARE(opened.editor()->toPlainText(), late);
}

void TestTemplateWindow::aTemplateOfTheTeamIsNotRemoved()
{
    OpenTemplates opened;
    opened.templates.put(TemplateScope::Team, u"delivery/late"_s, late);
    opened.open();
    opened.choose();
    QTRY_COMPARE(opened.editor()->toPlainText(), late);

    QTest::keyClick(opened.part<QTreeWidget>("templateTree"), Qt::Key_Delete);

    QVERIFY(!opened.part<QPushButton>("removeTemplateButton")->isEnabled());
    QVERIFY(opened.part<QMessageBox>("removeTemplateQuestion") == nullptr);
}

void TestTemplateWindow::brokenFilesAreToldWithLineAndReason()
{
    OpenTemplates opened;
    const QString broken = u"+++\ntitle = \"Late\"\nlanguage = 3\n+++\nHello\n"_s;
    opened.templates.put(TemplateScope::Team, u"delivery/broken"_s, broken);
    opened.open();

    auto *list = opened.part<QListWidget>("brokenTemplates");
    QVERIFY(list->isVisible());
    QCOMPARE(list->count(), 1);
    const QString words = list->item(0)->text();
    QVERIFY2(words.contains(u"delivery/broken.md") && words.contains(u"line 3"), qPrintable(words));
    QVERIFY2(words.contains(u"“language” holds a value of the wrong kind."), qPrintable(words));
    list->setCurrentRow(0);
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_COMPARE(opened.editor()->toPlainText(), broken);

    opened.templates.put(TemplateScope::Team, u"delivery/broken"_s, late);

    QTRY_VERIFY(!list->isVisible());
}

void TestTemplateWindow::problemsAreReachedByKeys()
{
    OpenTemplates opened;
    opened.open();
    opened.write(
        u"+++\ntitle = \"Late\"\nkey = 1\n+++\n{{ preson }}\n{{ tody }}\nPlease be informed that it left today.\n"_s);
    QTRY_VERIFY(opened.problems().size() > 2);
    opened.editor()->moveCursor(QTextCursor::Start);
    opened.editor()->setFocus();
    const auto *state = opened.part<QLabel>("templateState");
    const auto lineOfCaret = [&opened] {
        return opened.editor()->textCursor().blockNumber() + 1;
    };

    QTest::keyClick(opened.editor(), Qt::Key_F8);
    QCOMPARE(lineOfCaret(), 3);
    QVERIFY2(state->text().startsWith(u"Line 3: "), qPrintable(state->text()));
    QTest::keyClick(opened.editor(), Qt::Key_F8);
    QCOMPARE(lineOfCaret(), 5);
    QVERIFY2(state->text().contains(u"preson"), qPrintable(state->text()));
    QTest::keyClick(opened.editor(), Qt::Key_F8);
    QCOMPARE(lineOfCaret(), 6);
    for (const int line : {5, 3}) {
        QTest::keyClick(opened.editor(), Qt::Key_F8, Qt::ShiftModifier);
        QCOMPARE(lineOfCaret(), line);
    }
    QTest::keyClick(opened.editor(), Qt::Key_F8, Qt::ShiftModifier);
    QVERIFY(lineOfCaret() >= 6); // round to the last
}

void TestTemplateWindow::anOpenWindowChangesItsLanguage()
{
    OpenTemplates opened;
    opened.templates.put(TemplateScope::Mine, u"broken"_s, u"+++\nlanguage = 3\n+++\n"_s);
    opened.open();
    class Shouting : public QTranslator
    {
    public:
        [[nodiscard]] bool isEmpty() const override { return false; }
        [[nodiscard]] QString translate(const char *, const char *source, const char *, int) const override
        {
            return QString::fromUtf8(source).toUpper();
        }
    } shouting;

    QVERIFY(QCoreApplication::installTranslator(&shouting));

    QTRY_COMPARE(opened.window->windowTitle(), u"TEMPLATES[*]"_s);
    QCOMPARE(opened.part<QTabWidget>("templateTabs")->tabText(1), u"PROPOSALS"_s);
    QCOMPARE(opened.part<QPushButton>("saveTemplateButton")->text(), u"&SAVE AS MINE"_s);
    QTRY_COMPARE(opened.part<QPushButton>("acceptProposalButton")->text(), u"&ACCEPT"_s);
    QTRY_COMPARE(opened.part<QPushButton>("newTemplateButton")->text(), u"&NEW TEMPLATE"_s);
    QTRY_VERIFY(opened.part<QListWidget>("brokenTemplates")->item(0)->text().contains(u"LINE"));
    QTRY_COMPARE(opened.part<QListWidget>("templateProblems")->accessibleName(), u"PROBLEMS AND QUESTIONS"_s);
    QCoreApplication::removeTranslator(&shouting);
}

QTEST_MAIN(TestTemplateWindow)
#include "tst_templatewindow.moc"
