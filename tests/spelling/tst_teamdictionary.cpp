// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/spelling/teamdictionary.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class TestTeamDictionary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void wordsOfAllFilesAreRead();
    void whatIsNoWordIsLeftOut();
    void aWordIsAddedOnce();
    void anAddedWordLeavesTheOthers();
    void badWordsAreRefused_data();
    void badWordsAreRefused();
    void aFolderThatCannotBeMadeIsSaid();
};

void TestTeamDictionary::wordsOfAllFilesAreRead()
{
    const QTemporaryDir folder;
    write(folder.filePath(u"b.txt"_s), "кэшбэк\n# ours\nNorthLane # the brand\n");
    write(folder.filePath(u"a.txt"_s), "трек-номер\r\nкэшбэк\r\n");
    write(folder.filePath(u"c.md"_s), "другое\n");

    QCOMPARE(teamWords(folder.path()), (QStringList{u"трек-номер"_s, u"кэшбэк"_s, u"NorthLane"_s}));
    QVERIFY(teamWords(folder.filePath(u"nowhere"_s)).isEmpty());
}

void TestTeamDictionary::whatIsNoWordIsLeftOut()
{
    const QTemporaryDir folder;
    write(folder.filePath(u"broken.txt"_s), "\xff\xfe\x00слово\n");
    write(folder.filePath(u"odd.txt"_s), "\n  \ntwo words\n123\n" + QByteArray(5000, 'x') + "\nгоден\n");

    QCOMPARE(teamWords(folder.path()), QStringList{u"годен"_s});
}

void TestTeamDictionary::aWordIsAddedOnce()
{
    const QTemporaryDir folder;
    const auto dictionary = folder.filePath(u"dictionary"_s);

    QVERIFY(addTeamWord(dictionary, u" самозапись "_s));
    QVERIFY(addTeamWord(dictionary, u"самозапись"_s));

    QCOMPARE(teamWords(dictionary), QStringList{u"самозапись"_s});
    QFile file(dictionary + u"/own.txt"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count('\n'), 1);
}

void TestTeamDictionary::anAddedWordLeavesTheOthers()
{
    const QTemporaryDir folder;

    QVERIFY(addTeamWord(folder.path(), u"один"_s));
    QVERIFY(addTeamWord(folder.path(), u"два"_s));

    QCOMPARE(teamWords(folder.path()), (QStringList{u"один"_s, u"два"_s}));
}

void TestTeamDictionary::badWordsAreRefused_data()
{
    QTest::addColumn<QString>("word");
    QTest::newRow("nothing") << QString();
    QTest::newRow("two") << u"два слова"_s;
    QTest::newRow("a line break") << u"два\nслова"_s;
    QTest::newRow("a remark") << u"#слово"_s;
    QTest::newRow("digits") << u"20418"_s;
    QTest::newRow("too long") << QString(1000, u'щ');
}

void TestTeamDictionary::badWordsAreRefused()
{
    QFETCH(const QString, word);
    const QTemporaryDir folder;

    const auto added = addTeamWord(folder.path(), word);

    QVERIFY(!added);
    QCOMPARE(added.error().code, Errc::InvalidInput);
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestTeamDictionary::aFolderThatCannotBeMadeIsSaid()
{
    const QTemporaryDir folder;
    write(folder.filePath(u"file"_s), "a file");

    const auto added = addTeamWord(folder.filePath(u"file/dictionary"_s), u"слово"_s);

    QVERIFY(!added);
    QCOMPARE(added.error().code, Errc::ReadOnly);
}

QTEST_GUILESS_MAIN(TestTeamDictionary)
#include "tst_teamdictionary.moc"
