// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/windowfixture.h"
#include "widgets/actions/commands.h"
#include "widgets/check/checkmarks.h"
#include "widgets/check/findingspanel.h"
#include "widgets/check/reasondialog.h"
#include "widgets/check/ruledialog.h"
#include "widgets/check/rulesdialog.h"
#include "widgets/check/substancegauge.h"
#include "widgets/common/elidedbutton.h"
#include "widgets/composer/composerpanel.h"
#include "widgets/thread/conversationpane.h"

#include <QComboBox>
#include <QHelpEvent>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolTip>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;

namespace {

const auto cluttered = u"Please be informed that your order comes on Friday, November 27."_s;
const auto manyQuestions
    = u"Hello!!!!\n\nPlease be informed that your order comes soon. FOLLOW US FOR NEW LAMPS AND "
      u"OFFERS! #lamps #light\n\nKind regards,\nAnna\nLantern Shop Ltd"_s;
const auto fixed = u"Your order comes on Friday, November 27."_s;

} // namespace

class TestComposerCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void aQuestionIsUnderlinedListedAndOnTheButton();
    void theButtonGoesToTheQuestionInsteadOfSending();
    void aFixIsOneStepOfUndoAndClearsTheWay();
    void aFixByKey();
    void aReasonLetsTheReplyLeave();
    void earlierReasonsAreOffered();
    void aRuleIsSwitchedOffForTheDraft();
    void theRuleIsExplained();
    void threeQuestionsAreSeenAlsoWhereOneIsChosen();
    void theListsMenuTellsWhatElseCanBeDone();
    void theTextsMenuOffersTheFixes();
    void thePointerIsToldTheQuestion();
    void theShareThatAnswersIsAlwaysShown();
    void aFieldThatWaitsIsStopped();
    void aNoteIsNeverHeldBack();
    void anotherConversationStartsAfresh();
    void sendingChecksWhatIsWrittenNow();
    void aRuleIsSetToAnotherLevel();
    void theSameTextPutInAnewKeepsItsUnderlines();

private:
    void write(const QString &text)
    {
        m_fixture->reply()->setFocus();
        m_fixture->reply()->setPlainText(text);
    }
    [[nodiscard]] QListWidget *findings() const { return m_fixture->part<QListWidget>("findingsList"); }
    [[nodiscard]] ElidedButton *send() const { return m_fixture->part<ElidedButton>("sendButton"); }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestComposerCheck::init()
{
    failOnWarning();
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->askEverything();
    m_fixture->open();
    m_fixture->choose(1);
}

void TestComposerCheck::aQuestionIsUnderlinedListedAndOnTheButton()
{
    write(cluttered);

    QCOMPARE(findings()->count(), 1);
    QVERIFY(findings()->isVisible());
    QVERIFY(findings()->item(0)->data(Qt::AccessibleTextRole).toString().startsWith(u"Question: "));
    const auto marks = m_fixture->reply()->extraSelections();
    QCOMPARE(marks.size(), 1);
    QVERIFY(marks.constFirst().cursor.selectedText().startsWith(u"Please be informed"));
    QCOMPARE(marks.constFirst().format.underlineStyle(), QTextCharFormat::DashUnderline);
    QVERIFY(send()->words().startsWith(u"Answer 1 question"));
}

void TestComposerCheck::theButtonGoesToTheQuestionInsteadOfSending()
{
    write(cluttered);

    send()->click();

    QVERIFY(m_fixture->stores.outbox.isEmpty());
    QCOMPARE(findings()->currentRow(), 0);
    QCOMPARE(m_fixture->reply()->toPlainText(), cluttered);
}

void TestComposerCheck::aFixIsOneStepOfUndoAndClearsTheWay()
{
    write(cluttered);
    findings()->setCurrentRow(0);

    m_fixture->part<QPushButton>("fixButton")->click();

    QCOMPARE(m_fixture->reply()->toPlainText(), fixed);
    QCOMPARE(findings()->count(), 0);
    m_fixture->reply()->undo();
    QCOMPARE(m_fixture->reply()->toPlainText(), cluttered);
    m_fixture->reply()->redo();
    send()->click();
    QCOMPARE(m_fixture->stores.outbox.size(), 1);
    QCOMPARE(m_fixture->stores.outbox.constFirst().text, fixed);
}

void TestComposerCheck::aFixByKey()
{
    write(cluttered);

    QTest::keyClick(m_fixture->window.get(), Qt::Key_F8);
    QCOMPARE(findings()->currentRow(), 0);
    QTest::keyClick(m_fixture->window.get(), Qt::Key_Period, Qt::ControlModifier);

    QCOMPARE(m_fixture->reply()->toPlainText(), fixed);
}

void TestComposerCheck::aReasonLetsTheReplyLeave()
{
    write(cluttered);
    findings()->setCurrentRow(0);

    m_fixture->part<QPushButton>("reasonButton")->click();
    auto *dialog = m_fixture->part<ReasonDialog>("reasonDialog");
    QVERIFY(dialog);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"reasonText"_s), u"she is a lawyer"_s);
    QTest::keyClick(dialog->findChild<QLineEdit *>(u"reasonText"_s), Qt::Key_Return);

    QVERIFY(findings()->item(0)->text().contains(u"she is a lawyer"));
    QCOMPARE(m_fixture->reply()->extraSelections().constFirst().format.underlineStyle(),
             QTextCharFormat::DotLine);
    send()->click();
    QCOMPARE(m_fixture->stores.outbox.size(), 1);
}

void TestComposerCheck::earlierReasonsAreOffered()
{
    m_fixture->checks.drafts[ConversationId{3}].reasons.append(
        {.rule = u"clutter.filler"_s, .fingerprint = u"x"_s, .reason = u"the law wants it"_s});
    write(cluttered);
    findings()->setCurrentRow(0);

    m_fixture->part<QPushButton>("reasonButton")->click();
    auto *dialog = m_fixture->part<ReasonDialog>("reasonDialog");
    auto *line = dialog->findChild<QLineEdit *>(u"reasonText"_s);
    QTest::keyClick(line, Qt::Key_Down);

    QCOMPARE(line->text(), u"the law wants it"_s);
    dialog->reject();
}

void TestComposerCheck::aRuleIsSwitchedOffForTheDraft()
{
    write(cluttered);
    findings()->setCurrentRow(0);

    m_fixture->part<QAction>("ruleOffAction")->trigger();

    QCOMPARE(findings()->count(), 0);
    QCOMPARE(m_fixture->checks.drafts.value(ConversationId{1}).switchedOff, QStringList{u"clutter.filler"_s});
}

void TestComposerCheck::theRuleIsExplained()
{
    write(cluttered);
    findings()->setCurrentRow(0);

    m_fixture->part<QAction>("ruleWhyAction")->trigger();

    auto *dialog = m_fixture->part<RuleDialog>("ruleDialog");
    QVERIFY(dialog && !dialog->windowTitle().isEmpty());
    dialog->reject();
}

void TestComposerCheck::threeQuestionsAreSeenAlsoWhereOneIsChosen()
{
    write(manyQuestions);
    QCOMPARE_GE(findings()->count(), 4);

    findings()->setCurrentRow(0);

    QTRY_VERIFY(findings()->viewport()->rect().contains(findings()->visualItemRect(findings()->item(2))));
    QVERIFY(m_fixture->part<QPushButton>("reasonButton")->isVisible());
}

void TestComposerCheck::theListsMenuTellsWhatElseCanBeDone()
{
    write(cluttered);
    findings()->setCurrentRow(0);
    findings()->setFocus();

    QContextMenuEvent asked(QContextMenuEvent::Keyboard, {}, {});
    QCoreApplication::sendEvent(findings(), &asked);

    auto *menu = m_fixture->part<QMenu>("findingMenu");
    QVERIFY(menu->isVisible());
    QVERIFY(menu->actions().contains(m_fixture->part<QAction>("ruleOffAction")));
    QVERIFY(menu->actions().contains(m_fixture->part<QAction>("ruleWhyAction")));
    menu->close();
}

void TestComposerCheck::theTextsMenuOffersTheFixes()
{
    write(cluttered);
    auto caret = m_fixture->reply()->textCursor();
    caret.setPosition(3);
    m_fixture->reply()->setTextCursor(caret);

    QContextMenuEvent asked(QContextMenuEvent::Keyboard, {}, {});
    QCoreApplication::sendEvent(m_fixture->reply(), &asked);

    auto *menu = m_fixture->reply()->findChild<QMenu *>();
    QVERIFY(menu);
    menu->actions().constFirst()->trigger();
    QCOMPARE(m_fixture->reply()->toPlainText(), fixed);
    menu->close();
}

void TestComposerCheck::thePointerIsToldTheQuestion()
{
    write(cluttered);
    const auto at = m_fixture->reply()->cursorRect(QTextCursor(m_fixture->reply()->document())).center();

    QHelpEvent asked(QEvent::ToolTip, at, m_fixture->reply()->viewport()->mapToGlobal(at));
    QCoreApplication::sendEvent(m_fixture->reply()->viewport(), &asked);

    QVERIFY(!QToolTip::text().isEmpty());
    QToolTip::hideText();
}

void TestComposerCheck::theShareThatAnswersIsAlwaysShown()
{
    const auto *gauge = m_fixture->window->findChild<SubstanceGauge *>();
    QVERIFY(gauge != nullptr && !gauge->isVisible()); // nothing is written

    write(u"Your parcel comes on Friday, November 27."_s);
    QVERIFY(gauge->isVisible());

    m_fixture->window->conversation().composer().writeNote();
    write(u"Call her boss"_s);
    QVERIFY(!gauge->isVisible()); // of a note nobody asks that
}

void TestComposerCheck::aFieldThatWaitsIsStopped()
{
    write(u"Your parcel comes on ⟨New delivery date⟩."_s);

    QVERIFY(findings()->count() >= 1);
    send()->click();

    QVERIFY(m_fixture->stores.outbox.isEmpty());
    QVERIFY2(send()->words().startsWith(u"Solve 1 problem"), qPrintable(send()->words()));
}

void TestComposerCheck::aNoteIsNeverHeldBack()
{
    m_fixture->window->conversation().composer().writeNote();
    write(cluttered);

    QCOMPARE(findings()->count(), 0);
    send()->click();

    QCOMPARE(m_fixture->stores.messages.value(ConversationId{1}).constLast().direction, Direction::Note);
}

void TestComposerCheck::anotherConversationStartsAfresh()
{
    write(cluttered);
    QCOMPARE(findings()->count(), 1);

    m_fixture->choose(3);

    QCOMPARE(findings()->count(), 0);
    QVERIFY(m_fixture->reply()->extraSelections().isEmpty());
    m_fixture->choose(1);
    QCOMPARE(findings()->count(), 1);
}

void TestComposerCheck::sendingChecksWhatIsWrittenNow()
{
    write(fixed);
    QVERIFY(send()->words().startsWith(u"Reply by email"));

    write(cluttered);
    m_fixture->window->conversation().composer().send();

    QVERIFY(m_fixture->stores.outbox.isEmpty());
}

void TestComposerCheck::aRuleIsSetToAnotherLevel()
{
    write(cluttered);
    QSignalSpy kept(&m_fixture->desk, &ReplyDesk::levelsChanged);
    m_fixture->window->commands().action("check.rules")->trigger();
    auto *dialog = m_fixture->part<RulesDialog>("rulesDialog");
    QVERIFY(dialog);

    auto *level = dialog->findChild<QComboBox *>(u"level clutter.filler"_s);
    level->setFocus();
    QTest::keyClick(level, Qt::Key_Down);

    QCOMPARE(kept.count(), 1);
    QCOMPARE(findings()->count(), 0);
    QCOMPARE(m_fixture->desk.profile().settings.levels.value(u"clutter.filler"_s), std::nullopt);
    dialog->reject();
}

void TestComposerCheck::theSameTextPutInAnewKeepsItsUnderlines()
{
    write(cluttered);

    write(cluttered);

    QCOMPARE(m_fixture->reply()->extraSelections().size(), 1);
}

QTEST_MAIN(TestComposerCheck)
#include "tst_composercheck.moc"
