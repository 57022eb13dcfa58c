// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/check/checkmarks.h"

#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTest>

#include <algorithm>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

const QString sentence = u"Thank you for writing to us. "_s;
constexpr int sentences = 1'700;

/// One paragraph with a finding in each sentence.
struct LongParagraph {
    LongParagraph()
    {
        field.resize(400, 200);
        field.setPlainText(sentence.repeated(sentences));
        field.show();
        QList<Finding> findings;
        for (int i = 0; i < sentences; ++i) {
            findings.append({.rule = u"clutter.filler"_s, .range = {i * sentence.size(), 9}});
        }
        marks.show(findings);
    }

    /// Whether each of the sentences that can be seen is marked.
    [[nodiscard]] bool isMarkedInSight() const
    {
        const auto view = field.viewport()->rect();
        const auto first = field.cursorForPosition(view.topLeft()).position() / sentence.size();
        const auto last = field.cursorForPosition(view.bottomRight()).position() / sentence.size();
        const auto set = field.extraSelections();
        for (auto i = first; i <= std::min<qsizetype>(last, sentences - 1); ++i) {
            const bool isMarked = std::ranges::any_of(
                set, [i](const auto &mark) { return mark.cursor.selectionStart() == i * sentence.size(); });
            if (!isMarked) {
                return false;
            }
        }
        return true;
    }

    QPlainTextEdit field;
    CheckMarks marks{&field};
};

} // namespace

class TestCheckMarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void onlyWhatIsNearTheSightIsMarked()
    {
        const LongParagraph text;

        QVERIFY(text.isMarkedInSight());
        QVERIFY(text.field.extraSelections().size() < 200);
    }

    void scrollingMarksWhatComesIntoSight()
    {
        LongParagraph text;
        auto *bar = text.field.verticalScrollBar();
        for (const int place : {bar->maximum() / 3, bar->maximum(), bar->maximum() / 2, 0}) {
            bar->setValue(place);
            QVERIFY2(text.isMarkedInSight(), qPrintable(QString::number(place)));
        }
    }

    void aLargerFieldMarksWhatItShows()
    {
        LongParagraph text;
        QVERIFY(QTest::qWaitForWindowExposed(&text.field));

        text.field.resize(1'200, 900);

        QTRY_VERIFY(text.isMarkedInSight());
    }

    void aFindingOutOfSightIsStillFoundByItsPlace()
    {
        const LongParagraph text;

        QCOMPARE(text.marks.findingAt(int((sentences - 1) * sentence.size()) + 3), sentences - 1);
    }
};

QTEST_MAIN(TestCheckMarks)
#include "tst_checkmarks.moc"
