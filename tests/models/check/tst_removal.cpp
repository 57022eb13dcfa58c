// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/removal.h"

#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;

class TestRemoval : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void leavesCleanText_data();
    void leavesCleanText();
    void staysInsideTheText();
    void keepsTheCapitalOfWhatItReplaces();
};

void TestRemoval::leavesCleanText_data()
{
    QTest::addColumn<QString>("marked"); // [[ what goes ]]
    QTest::addColumn<QString>("left");
    const auto row = [](const char *name, const QString &marked, const QString &left) {
        QTest::newRow(name) << marked << left;
    };

    row("everything", u"[[Ещё раз.]]"_s, {});
    row("inside a sentence", u"Привезём [[точно]] завтра."_s, u"Привезём завтра."_s);
    row("before a full stop", u"Привезём завтра [[в обед]]."_s, u"Привезём завтра."_s);
    row("after a comma", u"Привезём завтра, [[в обед]]."_s, u"Привезём завтра."_s);
    row("between commas", u"Привезём, [[пожалуй]], завтра."_s, u"Привезём, завтра."_s);
    row("in brackets", u"Заказ ([[20418]]) едет."_s, u"Заказ едет."_s);
    row("in quotation marks", u"Заказ «[[20418]]» едет."_s, u"Заказ едет."_s);
    row("a first sentence", u"[[Спасибо.]] Привезём завтра."_s, u"Привезём завтра."_s);
    row("a sentence between", u"Да. [[Спасибо.]] Привезём."_s, u"Да. Привезём."_s);
    row("a last sentence", u"Привезём. [[Спасибо.]]"_s, u"Привезём."_s);
    row("a formula and its conjunction", u"[[Доводим до вашего сведения]], что заказ едет."_s,
        u"Заказ едет."_s);
    row("a formula in English", u"[[Please be informed]] that it is on its way."_s, u"It is on its way."_s);
    row("a formula without a comma", u"[[К сожалению]], привезём завтра."_s, u"Привезём завтра."_s);
    row("a line between", u"Да.\n[[С уважением]]\nАнна"_s, u"Да.\nАнна"_s);
    row("a paragraph between", u"Да.\n\n[[Акция!]]\n\nАнна"_s, u"Да.\n\nАнна"_s);
    row("the last line", u"Да.\n\n[[ООО «Север»]]"_s, u"Да."_s);
    row("the last line with its break", u"Да.\n[[ООО «Север»]]\n"_s, u"Да."_s);
    row("the first line", u"[[Уважаемый клиент!]]\n\nДа."_s, u"Да."_s);
    row("between blanks", u"one [[two]]  three"_s, u"one three"_s);
    row("after a dash", u"Да — [[конечно]]."_s, u"Да."_s);
    row("before a dash", u"Да [[же]] — конечно."_s, u"Да — конечно."_s);
}

void TestRemoval::leavesCleanText()
{
    QFETCH(QString, marked);
    QFETCH(const QString, left);
    const auto start = marked.indexOf(u"[[");
    const auto end = marked.indexOf(u"]]") - 2;
    marked.remove(u"[["_s).remove(u"]]"_s);

    const auto fix = removingFix(marked, {.start = start, .length = end - start});

    QCOMPARE(applied(fix, marked), left);
}

void TestRemoval::staysInsideTheText()
{
    const auto text = u"коротко"_s;

    for (const TextRange range : {TextRange{.start = 3, .length = 100}, TextRange{.start = 100, .length = 3},
                                  TextRange{.start = 0, .length = 0}, TextRange{.start = 7, .length = 0}}) {
        const auto edit = removal(text, range);
        QVERIFY(edit.range.start >= 0 && edit.range.end() <= text.size());
    }
    QCOMPARE(removal({}, {.start = 0, .length = 5}).range, TextRange{});
}

void TestRemoval::keepsTheCapitalOfWhatItReplaces()
{
    QCOMPARE(replacement(u"Здесь", {.start = 0, .length = 5}, u"правила"_s).text, u"Правила"_s);
    QCOMPARE(replacement(u"а здесь", {.start = 2, .length = 5}, u"правила"_s).text, u"правила"_s);
}

QTEST_APPLESS_MAIN(TestRemoval)
#include "tst_removal.moc"
