// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/templates/templatefile.h"
#include "tests/templates/templatebox.h"

#include <QSaveFile>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;

class TestTemplateFolders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void templatesOfBothFoldersAreRead();
    void aFileThatChangesIsReadAgain_data();
    void aFileThatChangesIsReadAgain();
    void aFolderThatAppearsIsWatched();
    void whatCannotBeWatchedIsLookedAt();
    void aTeamFolderMayComeLater();
    void aLinkOutOfTheFolderIsRefused_data();
    void aLinkOutOfTheFolderIsRefused();
    void aLinkInACircleEnds();
    void aBrokenFileIsTold_data();
    void aBrokenFileIsTold();
    void manyTemplatesAreRead();
    void whatIsSavedIsThere();
    void nothingIsWrittenOutsideTheFolder_data();
    void nothingIsWrittenOutsideTheFolder();
    void aFailedSaveLeavesTheFile();
    void withoutATeamThereIsNoTeamTemplate();
    void filesThatGoAlongAreFound();
    void aNewProfileBeginsWithTheStarterSet();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_box->path(name); }
    [[nodiscard]] static QString bodyOf(const TemplateFolders &library, const QString &id)
    {
        return TemplateBox::bodyOf(library, id);
    }

    std::unique_ptr<TemplateBox> m_box;
};

void TestTemplateFolders::init()
{
    QTest::failOnWarning();
    m_box = std::make_unique<TemplateBox>();
}

void TestTemplateFolders::templatesOfBothFoldersAreRead()
{
    m_box->put(u"mine/late.md"_s, lateTemplate("mine"));
    m_box->put(u"team/templates/late.md"_s, lateTemplate("team"));
    m_box->put(u"team/templates/delivery/lost.md"_s, lateTemplate("lost"));
    m_box->put(u"team/templates/.git/hidden.md"_s, lateTemplate("hidden"));
    m_box->put(u"team/templates/notes.txt"_s, "no template");

    const auto made = m_box->library();

    QVERIFY(made);
    QCOMPARE(made->catalog()->templates().size(), 2);
    QCOMPARE(bodyOf(*made, u"late"_s), u"mine"_s);
    QCOMPARE(made->catalog()->find(u"delivery/lost"_s)->scope, TemplateScope::Team);
    QVERIFY(made->catalog()->problems().isEmpty());
    QCOMPARE(answerOf(made->source(TemplateScope::Team, u"late"_s)), QString::fromUtf8(lateTemplate("team")));
}

void TestTemplateFolders::aFileThatChangesIsReadAgain_data()
{
    QTest::addColumn<QString>("way");
    QTest::newRow("written in place") << u"place"_s;
    QTest::newRow("replaced, as editors do") << u"replace"_s;
    QTest::newRow("removed and written anew") << u"anew"_s;
}

void TestTemplateFolders::aFileThatChangesIsReadAgain()
{
    QFETCH(const QString, way);
    m_box->put(u"mine/delivery/late.md"_s, lateTemplate("old"));
    const auto made = m_box->library();
    QVERIFY(made);
    const auto before = made->catalog();

    // Twice: what watches a file loses it when another one takes its place.
    for (const auto &word : {"new", "newer"}) {
        if (way == u"replace") {
            QSaveFile file(path(u"mine/delivery/late.md"_s));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(lateTemplate(word));
            QVERIFY(file.commit());
        } else {
            QVERIFY(way != u"anew" || QFile::remove(path(u"mine/delivery/late.md"_s)));
            m_box->put(u"mine/delivery/late.md"_s, lateTemplate(word));
        }
        QTRY_COMPARE_WITH_TIMEOUT(bodyOf(*made, u"delivery/late"_s), QString::fromLatin1(word), patience);
    }

    QCOMPARE(before->find(u"delivery/late"_s)->body.trimmed(), u"old"_s);
}

void TestTemplateFolders::aFolderThatAppearsIsWatched()
{
    const auto made = m_box->library();
    QVERIFY(made);

    m_box->put(u"mine/a/b/c.md"_s, lateTemplate("deep"));
    QTRY_COMPARE_WITH_TIMEOUT(bodyOf(*made, u"a/b/c"_s), u"deep"_s, patience);
    m_box->put(u"mine/a/b/c.md"_s, lateTemplate("deeper"));
    QTRY_COMPARE_WITH_TIMEOUT(bodyOf(*made, u"a/b/c"_s), u"deeper"_s, patience);
    QVERIFY(QDir(path(u"mine/a"_s)).removeRecursively());
    QTRY_VERIFY_WITH_TIMEOUT(made->catalog()->templates().isEmpty(), patience);
}

void TestTemplateFolders::whatCannotBeWatchedIsLookedAt()
{
    using namespace std::chrono_literals;
    m_box->put(u"mine/late.md"_s, lateTemplate("old"));
    const auto made = m_box->library({.settles = 1ms, .looksEvery = 20ms, .mostFiles = 0});
    QVERIFY(made);

    m_box->put(u"mine/late.md"_s, lateTemplate("longer"));

    QTRY_COMPARE_WITH_TIMEOUT(bodyOf(*made, u"late"_s), u"longer"_s, patience);
}

void TestTemplateFolders::aTeamFolderMayComeLater()
{
    using namespace std::chrono_literals;
    QVERIFY(QDir(path(u"team"_s)).removeRecursively());
    const auto made = m_box->library({.settles = 1ms, .looksEvery = 20ms});
    QVERIFY(made);
    QCOMPARE(answerOf(made->save(TemplateScope::Team, u"late"_s, u"x"_s)).error().code, Errc::NotADirectory);
    QVERIFY(!QFileInfo::exists(path(u"team"_s)));

    m_box->put(u"team/templates/late.md"_s, lateTemplate("team"));

    QTRY_COMPARE_WITH_TIMEOUT(bodyOf(*made, u"late"_s), u"team"_s, patience);
}

void TestTemplateFolders::aLinkOutOfTheFolderIsRefused_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("link");
    QTest::newRow("file") << u"secret.md"_s << u"mine/link.md"_s;
    QTest::newRow("folder") << u"."_s << u"mine/link"_s;
    QTest::newRow("a folder whose name begins alike") << u"mine2"_s << u"mine/link"_s;
    QTest::newRow("nowhere") << u"nowhere.md"_s << u"mine/link.md"_s;
}

void TestTemplateFolders::aLinkOutOfTheFolderIsRefused()
{
    QFETCH(const QString, target);
    QFETCH(const QString, link);
    m_box->put(u"secret.md"_s, lateTemplate("secret"));
    m_box->put(u"mine2/secret.md"_s, lateTemplate("secret"));
    m_box->put(u"mine/good.md"_s, lateTemplate("good"));
    QVERIFY(QFile::link(path(target), path(link)));

    const auto made = m_box->library();

    QVERIFY(made);
    QCOMPARE(made->catalog()->templates().size(), 1);
    QCOMPARE(made->catalog()->problems().size(), 1);
    QCOMPARE(made->catalog()->problems().constFirst().fault, TemplateFault::OutsideFolder);
    QCOMPARE(made->catalog()->problems().constFirst().file, QFileInfo(link).fileName());
    const auto id = link.endsWith(".md"_L1) ? u"link"_s : u"link/secret"_s;
    QCOMPARE(answerOf(made->source(TemplateScope::Mine, id)).error().code, Errc::InvalidInput);
    QCOMPARE(answerOf(made->save(TemplateScope::Mine, id, u"x"_s)).error().code, Errc::InvalidInput);
    QVERIFY(!QFileInfo::exists(path(u"nowhere.md"_s)));
}

void TestTemplateFolders::aLinkInACircleEnds()
{
    m_box->put(u"mine/a/late.md"_s, lateTemplate("late"));
    QVERIFY(QFile::link(path(u"mine"_s), path(u"mine/a/again"_s)));

    const auto made = m_box->library();

    QVERIFY(made);
    QCOMPARE(made->catalog()->templates().size(), 1);
}

void TestTemplateFolders::aBrokenFileIsTold_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<TemplateFault>("fault");
    QTest::addColumn<int>("line");
    QTest::newRow("bad TOML") << QByteArray("+++\ntitle = \"x\"\nkeys = [\n+++\n") << TemplateFault::BadToml
                              << 3;
    QTest::newRow("invalid UTF-8") << lateTemplate("\xff\xfe") << TemplateFault::NotUtf8 << 1;
    QTest::newRow("too large") << lateTemplate(QByteArray(2 * largestTemplate, 'x'))
                               << TemplateFault::TooLarge << 1;
    QTest::newRow("empty") << QByteArray() << TemplateFault::NoFrontMatter << 1;
    QTest::newRow("a file that is gone") << QByteArray("+++\ntitle = \"x\"\nfiles = [\"gone.png\"]\n+++\nx\n")
                                         << TemplateFault::MissingFile << 1;
}

void TestTemplateFolders::aBrokenFileIsTold()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const TemplateFault, fault);
    QFETCH(const int, line);
    m_box->put(u"mine/broken.md"_s, bytes);
    m_box->put(u"mine/good.md"_s, lateTemplate("good"));

    const auto made = m_box->library();

    QVERIFY(made);
    QCOMPARE(bodyOf(*made, u"good"_s), u"good"_s);
    QCOMPARE(made->catalog()->problems().size(), 1);
    const auto problem = made->catalog()->problems().constFirst();
    QCOMPARE(problem.fault, fault);
    QCOMPARE(problem.file, u"broken.md"_s);
    QVERIFY(problem.line >= line);
}

void TestTemplateFolders::manyTemplatesAreRead()
{
    constexpr int many = 10'000;
    for (int i = 0; i < many; ++i) {
        m_box->put(u"mine/%1/%2.md"_s.arg(i % 20).arg(i), lateTemplate("text"));
    }
    const auto made = m_box->library();
    QVERIFY(made);
    QCOMPARE(made->catalog()->templates().size(), many);

    m_box->put(u"mine/0/0.md"_s, lateTemplate("other"));

    QTRY_COMPARE_WITH_TIMEOUT(bodyOf(*made, u"0/0"_s), u"other"_s, patience);
}

void TestTemplateFolders::whatIsSavedIsThere()
{
    const auto made = m_box->library();
    QVERIFY(made);
    const auto text = QString::fromUtf8(lateTemplate("Привет"));

    QVERIFY(answerOf(made->save(TemplateScope::Mine, u"новое/письмо"_s, text)));

    QCOMPARE(answerOf(made->source(TemplateScope::Mine, u"новое/письмо"_s)), text);
    QTRY_COMPARE_WITH_TIMEOUT(bodyOf(*made, u"новое/письмо"_s), u"Привет"_s, patience);
    QVERIFY(answerOf(made->remove(TemplateScope::Mine, u"новое/письмо"_s)));
    QTRY_VERIFY_WITH_TIMEOUT(made->catalog()->templates().isEmpty(), patience);
    QCOMPARE(answerOf(made->remove(TemplateScope::Mine, u"новое/письмо"_s)).error().code, Errc::NotFound);
    QCOMPARE(answerOf(made->source(TemplateScope::Mine, u"новое/письмо"_s)).error().code, Errc::NotFound);
}

void TestTemplateFolders::nothingIsWrittenOutsideTheFolder_data()
{
    QTest::addColumn<QString>("id");
    int number = 0;
    for (const auto &id :
         {u""_s, u"."_s, u".."_s, u"../x"_s, u"a/../../x"_s, u"/etc/x"_s, u"a//b"_s, u"a/"_s, u".hidden"_s,
          u"a\\b"_s, u"c:x"_s, u"a\nb"_s, u"a "_s, QString(201, u'a'), u"a"_s + QChar(0)}) {
        QTest::addRow("%d: %s", ++number, qPrintable(id.left(12).simplified().remove(QChar::Null))) << id;
    }
}

void TestTemplateFolders::nothingIsWrittenOutsideTheFolder()
{
    QFETCH(const QString, id);
    const auto made = m_box->library();
    QVERIFY(made);

    QCOMPARE(answerOf(made->save(TemplateScope::Mine, id, u"x"_s)).error().code, Errc::InvalidInput);
    QCOMPARE(answerOf(made->source(TemplateScope::Mine, id)).error().code, Errc::InvalidInput);
    QCOMPARE(answerOf(made->remove(TemplateScope::Mine, id)).error().code, Errc::InvalidInput);
    QCOMPARE(answerOf(made->propose({.templateId = id, .text = u"x"_s})).error().code, Errc::InvalidInput);
    QCOMPARE(answerOf(made->accept(id)).error().code, Errc::InvalidInput);

    QVERIFY(QDir(path(u"mine"_s)).isEmpty());
    QCOMPARE(QDir(m_box->folder()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList({u"mine"_s, u"team"_s}));
}

void TestTemplateFolders::aFailedSaveLeavesTheFile()
{
    m_box->put(u"mine/late.md"_s, lateTemplate("old"));
    const auto made = m_box->library();
    QVERIFY(made);

    QCOMPARE(
        answerOf(made->save(TemplateScope::Mine, u"late"_s, QString(largestTemplate + 1, u'x'))).error().code,
        Errc::TooLarge);
    QVERIFY(!answerOf(made->save(TemplateScope::Mine, u"late.md/x"_s, u"x"_s)));

    QCOMPARE(answerOf(made->source(TemplateScope::Mine, u"late"_s)), QString::fromUtf8(lateTemplate("old")));
}

void TestTemplateFolders::withoutATeamThereIsNoTeamTemplate()
{
    TemplateFolders made({.mine = path(u"mine"_s), .team = {}}, m_box->clock);

    QCOMPARE(answerOf(made.save(TemplateScope::Team, u"late"_s, u"x"_s)).error().code, Errc::NotADirectory);
    QCOMPARE(answerOf(made.propose({.templateId = u"late"_s, .text = u"x"_s})).error().code,
             Errc::NotADirectory);
    QVERIFY(answerOf(made.proposals())->isEmpty());
}

void TestTemplateFolders::filesThatGoAlongAreFound()
{
    m_box->put(u"mine/delivery/map.png"_s, "png");
    m_box->put(u"secret.png"_s, "png");
    QVERIFY(QFile::link(path(u"secret.png"_s), path(u"mine/delivery/link.png"_s)));
    const auto made = m_box->library();
    QVERIFY(made);
    const auto find = [&](const QString &file) {
        return answerOf(made->attachment(TemplateScope::Mine, u"delivery/late"_s, file));
    };

    QCOMPARE(find(u"map.png"_s), path(u"mine/delivery/map.png"_s));
    QCOMPARE(find(u"gone.png"_s).error().code, Errc::NotFound);
    QCOMPARE(find(u"link.png"_s).error().code, Errc::InvalidInput);
    QCOMPARE(find(u"../../secret.png"_s).error().code, Errc::InvalidInput);
    QCOMPARE(find(path(u"secret.png"_s)).error().code, Errc::InvalidInput);
}

void TestTemplateFolders::aNewProfileBeginsWithTheStarterSet()
{
    QVERIFY(QDir(path(u"mine"_s)).removeRecursively());
    const int delivered = QDir(u":/aside/templates"_s).exists() ? 1 : 0;

    QVERIFY(m_box->library());

    QVERIFY(QFileInfo(path(u"mine"_s)).isDir());
    QCOMPARE(QDir(path(u"mine"_s)).isEmpty() ? 0 : 1, delivered);
    QCOMPARE(QDir(m_box->folder()).entryList({u"mine.new*"_s}, QDir::Dirs), QStringList());

    // Once: what somebody threw away stays away.
    QVERIFY(QDir(path(u"mine"_s)).removeRecursively() && QDir().mkpath(path(u"mine"_s)));
    QVERIFY(m_box->library());
    QVERIFY(QDir(path(u"mine"_s)).isEmpty());
}

QTEST_GUILESS_MAIN(TestTemplateFolders)
#include "tst_templatefolders.moc"
