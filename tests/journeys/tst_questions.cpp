// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/journeys/programs.h"

using namespace aside::test;
using namespace Qt::StringLiterals;

namespace {

/// A machine with neither X nor Wayland, where a program with windows cannot start.
Ended withoutDisplay(const QStringList &arguments)
{
    return Child(QStringLiteral(ASIDE_BIN), arguments,
                 {{u"QT_QPA_PLATFORM"_s, u"xcb"_s}, {u"DISPLAY"_s, {}}, {u"WAYLAND_DISPLAY"_s, {}}})
        .end();
}

} // namespace

/// What a program answers before it shows anything.
class TestQuestions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areAnsweredWithoutADisplay_data();
    void areAnsweredWithoutADisplay();
    void everythingElseNeedsADisplay_data();
    void everythingElseNeedsADisplay();
};

void TestQuestions::areAnsweredWithoutADisplay_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QByteArray>("said");

    QTest::newRow("help") << QStringList{u"--help"_s} << QByteArray("--profile");
    QTest::newRow("-h") << QStringList{u"-h"_s} << QByteArray("--profile");
    QTest::newRow("version") << QStringList{u"--version"_s} << QByteArray("aside " ASIDE_VERSION);
    QTest::newRow("-v") << QStringList{u"-v"_s} << QByteArray("aside " ASIDE_VERSION);
    QTest::newRow("among others") << QStringList{u"--demo"_s, u"--theme"_s, u"dark"_s, u"--help"_s}
                                  << QByteArray("--theme");
    QTest::newRow("with words of Qt")
        << QStringList{u"-platform"_s, u"xcb"_s, u"--help"_s} << QByteArray("--profile");
}

void TestQuestions::areAnsweredWithoutADisplay()
{
    QFETCH(const QStringList, words);
    QFETCH(const QByteArray, said);

    const Ended ended = withoutDisplay(words);

    QVERIFY2(ended.exitCode == 0, ended.words().constData());
    QVERIFY2(ended.out.contains(said), ended.words().constData());
}

void TestQuestions::everythingElseNeedsADisplay_data()
{
    QTest::addColumn<QStringList>("words");

    QTest::newRow("demo") << QStringList{u"--demo"_s, u"--profile"_s, u"/nowhere/at/all"_s};
    QTest::newRow("a word of Qt with an h") << QStringList{u"-platformtheme"_s, u"none"_s};
}

void TestQuestions::everythingElseNeedsADisplay()
{
    QFETCH(const QStringList, words);

    const Ended ended = withoutDisplay(words);

    QVERIFY2(ended.exitCode != 0, ended.words().constData());
}

QTEST_GUILESS_MAIN(TestQuestions)
#include "tst_questions.moc"
