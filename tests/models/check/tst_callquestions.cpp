// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/callquestions.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;

/// A text that asks whether we may phone is known as one.
class TestCallQuestions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void questionsAreKnown_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isOne");

        QTest::newRow("en") << u"Hello Anna! May we call you tomorrow?"_s << true;
        QTest::newRow("ru") << u"Анна, разрешите вам позвонить? Минут на десять."_s << true;
        QTest::newRow("a condition") << u"If a call is all right with you, please tell us the hour."_s
                                     << true;
        QTest::newRow("an answer") << u"Hello Anna! The lamp comes on Friday."_s << false;
        QTest::newRow("a quote") << u"> May we call you?\nYou asked whether that was us. It was."_s << false;
        QTest::newRow("nothing") << QString() << false;
    }

    void questionsAreKnown()
    {
        QFETCH(const QString, text);
        QFETCH(const bool, isOne);
        CallQuestions questions;

        QCOMPARE(questions.isOne(text), isOne);
    }

    void deliveredQuestionsAreKnown()
    {
        CallQuestions questions;
        int count = 0;
        QDirIterator files(QStringLiteral(TEST_DATA_DIR) + u"/../../resources/templates/private"_s,
                           {u"ask-call-*.md"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(file.readAll()).section(u"+++"_s, 2);
            QVERIFY2(questions.isOne(text), qPrintable(file.fileName()));
            ++count;
        }
        QCOMPARE(count, 6);
    }
};

QTEST_GUILESS_MAIN(TestCallQuestions)
#include "tst_callquestions.moc"
