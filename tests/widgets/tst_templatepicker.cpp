// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/windowfixture.h"
#include "widgets/templates/templatepicker.h"

#include <QCalendarWidget>
#include <QLabel>
#include <QListWidget>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

QString file(const QString &head, const QString &body)
{
    return u"+++\n"_s + head + u"\n+++\n"_s + body + u'\n';
}

const QString late
    = file(uR"(title = "Late delivery"
keys = ["late", "delay"]
why = "She has to know when it comes"
feeling = "Somebody looks after me"
how = "One apology, a date"
[fields.day]
label = "New day"
type = "date"
required = true
[fields.carrier]
label = "Carrier"
type = "choice"
choices = ["Courier", "Post"]
[fields.pieces]
label = "Pieces"
type = "number"
required = true)"_s,
           u"{{ person.first_name }}, it comes on {{ day }} {{ carrier }}. {{ pieces }} pieces."_s);

struct OpenWindow {
    test::WindowFixture fixture;
    TemplatePicker *picker = nullptr;
    QLineEdit *field = nullptr;
    QListView *list = nullptr;

    void open(qint64 conversation)
    {
        fixture.templates.put(TemplateScope::Team, u"delivery/late"_s, late);
        fixture.templates.put(TemplateScope::Team, u"thanks"_s,
                              file(u"title = \"Thanks\"\nkeys = [\"thx\"]"_s, u"Thank you for the lamp."_s));
        fixture.templates.put(TemplateScope::Mine, u"public"_s,
                              file(u"title = \"Come here\"\naudience = \"public\""_s, u"Please write."_s));
        fixture.open();
        fixture.choose(conversation);
        picker = fixture.part<TemplatePicker>("templatePicker");
        field = fixture.part<QLineEdit>("templateField");
        list = fixture.part<QListView>("templateList");
        fixture.reply()->setFocus();
    }

    void slash() { QTest::keyClick(fixture.reply(), Qt::Key_Slash); }
    void press(Qt::Key key) const { QTest::keyClick(fixture.reply(), key); }
    [[nodiscard]] QString text() const { return fixture.reply()->toPlainText(); }
    [[nodiscard]] QString selected() const { return fixture.reply()->textCursor().selectedText(); }

    void insertLate()
    {
        slash();
        QTest::keyClicks(field, u"delay"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(selected(), u"⟨New day⟩"_s);
    }
};

} // namespace

class TestTemplatePicker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarning(); }

    void aSlashInAnEmptyLineOpensIt();
    void aSlashInALineIsWritten();
    void aSecondSlashIsWritten();
    void escapeGivesTheKeyboardBack();
    void aKeyFindsATemplateAndItIsShown();
    void whatDoesNotFitIsLastAndSaysWhy();
    void statisticsAreTold();
    void anEmptyLibrarySaysWhatToDo();
    void enterInsertsInOneStep();
    void filesComeWithTheirDescriptions();
    void tabGoesFromGapToGap();
    void aDayIsChosenByKeys();
    void anOptionalGapGoesWhenPassed();
    void aNumberTakesNoLetters();
    void tabLeavesWhereNothingIsToFill();
};

void TestTemplatePicker::aSlashInAnEmptyLineOpensIt()
{
    OpenWindow opened;
    opened.open(1);

    opened.slash();

    QTRY_VERIFY(opened.picker->isVisible() && opened.field->hasFocus());
    QTRY_COMPARE(opened.list->model()->rowCount(), 3);
    QVERIFY(opened.text().isEmpty());
}

void TestTemplatePicker::aSlashInALineIsWritten()
{
    OpenWindow opened;
    opened.open(1);

    QTest::keyClicks(opened.fixture.reply(), u"and/or"_s);

    QCOMPARE(opened.text(), u"and/or"_s);
    QVERIFY(!opened.picker->isVisible());
}

void TestTemplatePicker::aSecondSlashIsWritten()
{
    OpenWindow opened;
    opened.open(1);
    opened.slash();

    QTest::keyClick(opened.field, Qt::Key_Slash);

    QVERIFY(!opened.picker->isVisible());
    QCOMPARE(opened.text(), u"/"_s);
}

void TestTemplatePicker::escapeGivesTheKeyboardBack()
{
    OpenWindow opened;
    opened.open(1);
    QTest::keyClick(opened.fixture.window.get(), Qt::Key_J, Qt::ControlModifier);
    QTRY_VERIFY(opened.picker->isVisible());

    QTest::keyClick(opened.field, Qt::Key_Escape);

    QVERIFY(!opened.picker->isVisible());
    QTRY_VERIFY(opened.fixture.reply()->hasFocus());
    QVERIFY(opened.text().isEmpty());
}

void TestTemplatePicker::aKeyFindsATemplateAndItIsShown()
{
    OpenWindow opened;
    opened.open(1);
    opened.slash();

    QTest::keyClicks(opened.field, u"delay"_s);

    QTRY_COMPARE(opened.list->model()->rowCount(), 1);
    QCOMPARE(opened.list->currentIndex().data().toString(), u"Late delivery"_s);
    QCOMPARE(opened.fixture.part<QLabel>("templateWhy")->text(), u"Why: She has to know when it comes"_s);
    QTRY_COMPARE(opened.fixture.part<QPlainTextEdit>("templatePreview")->toPlainText(),
                 u"Anna, it comes on ⟨New day⟩ ⟨Carrier⟩. ⟨Pieces⟩ pieces."_s);
}

void TestTemplatePicker::whatDoesNotFitIsLastAndSaysWhy()
{
    OpenWindow opened;
    opened.open(1);

    opened.slash();

    QTRY_COMPARE(opened.list->model()->rowCount(), 3);
    const QModelIndex last = opened.list->model()->index(2, 0);
    QCOMPARE(last.data().toString(), u"Come here"_s);
    QCOMPARE(last.data(Qt::AccessibleDescriptionRole).toString(), u"Meant for public replies"_s);
}

void TestTemplatePicker::statisticsAreTold()
{
    OpenWindow opened;
    opened.fixture.checks.statistics.insert(u"delivery/late"_s, {.uses = 12, .changed = 3, .repeats = 1});
    opened.open(1);
    opened.slash();

    QTest::keyClicks(opened.field, u"delay"_s);

    auto *told = opened.fixture.part<QLabel>("templateStatistics");
    QTRY_COMPARE(told->text(), u"Used 12 time(s) · changed 3 time(s) · 1 wrote again"_s);
}

void TestTemplatePicker::anEmptyLibrarySaysWhatToDo()
{
    test::WindowFixture fixture;
    fixture.open();
    fixture.choose(1);
    fixture.reply()->setFocus();

    QTest::keyClick(fixture.reply(), Qt::Key_Slash);

    auto *nothing = fixture.part<QLabel>("templateNothing");
    QTRY_VERIFY(nothing->isVisible());
    QVERIFY(nothing->text().startsWith(u"There is no template yet"));
    QTest::keyClick(fixture.part<QLineEdit>("templateField"), Qt::Key_Return);
    QVERIFY(fixture.reply()->toPlainText().isEmpty());
}

void TestTemplatePicker::enterInsertsInOneStep()
{
    OpenWindow opened;
    opened.open(1);
    QTest::keyClicks(opened.fixture.reply(), u"Hello,"_s);
    opened.press(Qt::Key_Return);

    opened.insertLate();

    QCOMPARE(opened.text(), u"Hello,\nAnna, it comes on ⟨New day⟩ ⟨Carrier⟩. ⟨Pieces⟩ pieces."_s);
    opened.fixture.reply()->undo();
    QCOMPARE(opened.text(), u"Hello,\n"_s);
}

void TestTemplatePicker::filesComeWithTheirDescriptions()
{
    OpenWindow opened;
    opened.fixture.templates.attachments.insert(u"map.png"_s, u"/somewhere/map.png"_s);
    opened.fixture.templates.put(
        TemplateScope::Mine, u"way"_s,
        file(u"title = \"The way\"\nkeys = [\"way\"]\nfiles = [{path = \"map.png\", alt = \"A map\"}]"_s,
             u"Here is the way."_s));
    opened.open(1);
    opened.slash();

    QTest::keyClicks(opened.field, u"way"_s);
    QTest::keyClick(opened.field, Qt::Key_Return);

    QTRY_COMPARE(opened.text(), u"Here is the way."_s);
    const auto files = [&] {
        const QList<Draft> versions = opened.fixture.stores.replies.value(ConversationId{1});
        return versions.isEmpty() ? QList<DraftAttachment>() : versions.constLast().attachments;
    };
    QTRY_COMPARE(files().size(), 1);
    QTRY_COMPARE(files().constFirst().alt, u"A map"_s);
}

void TestTemplatePicker::tabGoesFromGapToGap()
{
    OpenWindow opened;
    opened.open(1);
    opened.insertLate();

    QTest::keyClicks(opened.fixture.reply(), u"Monday"_s);
    opened.press(Qt::Key_Tab);

    QCOMPARE(opened.selected(), u"⟨Carrier⟩"_s);
    auto *choices = opened.fixture.part<QListWidget>("gapChoices");
    QVERIFY(choices->isVisible());
    opened.press(Qt::Key_Down);
    opened.press(Qt::Key_Return);
    QCOMPARE(opened.selected(), u"⟨Pieces⟩"_s);
    QTest::keyClick(opened.fixture.reply(), Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(opened.selected(), u"⟨Pieces⟩"_s);
    QCOMPARE(opened.text(), u"Anna, it comes on Monday Post. ⟨Pieces⟩ pieces."_s);
}

void TestTemplatePicker::aDayIsChosenByKeys()
{
    OpenWindow opened;
    opened.open(1);
    opened.insertLate();
    auto *days = opened.fixture.part<QCalendarWidget>("gapDays");
    QVERIFY(days->isVisible());
    const QDate today = days->selectedDate();

    opened.press(Qt::Key_Down);
    opened.press(Qt::Key_Right);
    opened.press(Qt::Key_Return);

    const QString day = QLocale::c().toString(today.addDays(8), u"d MMMM"_s);
    QVERIFY2(opened.text().startsWith(u"Anna, it comes on "_s + day), qPrintable(opened.text()));
    QCOMPARE(opened.selected(), u"⟨Carrier⟩"_s);
}

void TestTemplatePicker::anOptionalGapGoesWhenPassed()
{
    OpenWindow opened;
    opened.open(1);
    opened.insertLate();

    opened.press(Qt::Key_Tab);
    QCOMPARE(opened.selected(), u"⟨Carrier⟩"_s);
    opened.press(Qt::Key_Tab);

    QCOMPARE(opened.selected(), u"⟨Pieces⟩"_s);
    QCOMPARE(opened.text(), u"Anna, it comes on ⟨New day⟩. ⟨Pieces⟩ pieces."_s);
}

void TestTemplatePicker::aNumberTakesNoLetters()
{
    OpenWindow opened;
    opened.open(1);
    opened.insertLate();
    opened.press(Qt::Key_Tab);
    opened.press(Qt::Key_Tab);

    QTest::keyClicks(opened.fixture.reply(), u"x2"_s);

    QCOMPARE(opened.text(), u"Anna, it comes on ⟨New day⟩. 2 pieces."_s);
}

void TestTemplatePicker::tabLeavesWhereNothingIsToFill()
{
    OpenWindow opened;
    opened.open(1);
    QTest::keyClicks(opened.fixture.reply(), u"Hello"_s);

    opened.press(Qt::Key_Tab);

    QTRY_VERIFY(!opened.fixture.reply()->hasFocus());
    QCOMPARE(opened.text(), u"Hello"_s);
}

QTEST_MAIN(TestTemplatePicker)
#include "tst_templatepicker.moc"
