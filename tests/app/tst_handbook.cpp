// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/language.h"
#include "app/shots/stage.h"
#include "widgets/actions/commands.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

const QDir project(QStringLiteral(TEST_DATA_DIR "/../.."));

QString pageText(const QString &path)
{
    QFile file(project.filePath(path));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList pages()
{
    QStringList paths{u"README.md"_s, u"CONTRIBUTING.md"_s};
    for (const QString &folder : {u"docs/"_s, u"docs/ru/"_s}) {
        for (const QString &name : QDir(project.filePath(folder)).entryList({u"*.md"_s}, QDir::Files)) {
            paths.append(folder + name);
        }
    }
    return paths;
}

} // namespace

/// The pages for operators say what the program does.
class TestHandbook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { applyLanguage(*qApp, u"en"_s); }

    void everyCommandIsListedWithItsKeys_data();
    void everyCommandIsListedWithItsKeys();
    void everyPageIsThereInRussian();
    void everyLinkAndPictureIsThere_data();
    void everyLinkAndPictureIsThere();
};

void TestHandbook::everyCommandIsListedWithItsKeys_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("either");
    QTest::newRow("English") << u"en"_s << u"docs/shortcuts.md"_s << u" or "_s;
    QTest::newRow("Russian") << u"ru"_s << u"docs/ru/shortcuts.md"_s << u" или "_s;
}

void TestHandbook::everyCommandIsListedWithItsKeys()
{
    QFETCH(const QString, language);
    QFETCH(const QString, path);
    QFETCH(const QString, either);
    const auto stage = Stage::open(Stage::Play::Empty);
    QVERIFY(stage);
    (*stage)->raiseCurtain();
    applyLanguage(*qApp, language);
    const QString page = pageText(path);

    const QList<Commands::Command> commands = (*stage)->window().commands().all();

    QVERIFY(commands.size() > 20);
    for (const Commands::Command &command : commands) {
        const QString text = QCoreApplication::translate("Commands", command.spec->text).remove(u'&');
        const QString keys = QString::fromLatin1(command.spec->keys).replace(u"; "_s, either);
        const QString row = u"| %1 | %2 |"_s.arg(text, keys);
        QVERIFY2(page.contains(row), qPrintable(row));
    }
    (*stage)->dropCurtain();
}

void TestHandbook::everyPageIsThereInRussian()
{
    static const QRegularExpression link(uR"(^\| \[[^]]+\]\(([a-z-]+\.md)\) \|)"_s,
                                         QRegularExpression::MultilineOption);
    const QStringList inEnglishAlone{u"architecture.md"_s, u"asidectl.md"_s};
    qsizetype found = 0;

    for (const QRegularExpressionMatch &match : link.globalMatch(pageText(u"docs/index.md"_s))) {
        const QString name = match.captured(1);
        ++found;
        QVERIFY2(inEnglishAlone.contains(name) || !pageText(u"docs/ru/"_s + name).isEmpty(),
                 qPrintable(name));
    }

    QCOMPARE_GT(found, 10);
}

void TestHandbook::everyLinkAndPictureIsThere_data()
{
    QTest::addColumn<QString>("page");
    for (const QString &page : pages()) {
        QTest::addRow("%s", qPrintable(page)) << page;
    }
}

void TestHandbook::everyLinkAndPictureIsThere()
{
    QFETCH(const QString, page);
    const QString text = pageText(page);
    QVERIFY(!text.isEmpty());
    static const QRegularExpression link(uR"(\]\(([^)#:]+)(#[^)]*)?\))"_s);
    const QDir folder = QFileInfo(project.filePath(page)).dir();

    for (const QRegularExpressionMatch &match : link.globalMatch(text)) {
        QVERIFY2(QFileInfo::exists(folder.filePath(match.captured(1))), qPrintable(match.captured(1)));
    }
}

QTEST_MAIN(TestHandbook)
#include "tst_handbook.moc"
