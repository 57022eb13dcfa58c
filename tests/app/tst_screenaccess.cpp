// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/screenwalk.h"
#include "tests/widgets/accessaudit.h"
#include "tests/widgets/keyboardaudit.h"
#include "widgets/theme/theme.h"

#include <QDir>

using namespace aside;
using namespace Qt::StringLiterals;

/// Every screen of the program, as somebody meets it who hears it or has nothing but a keyboard.
class TestScreenAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup() { m_walk.clear(); }

    void everythingHasWordsAndARole_data();
    void everythingHasWordsAndARole();
    void tabGoesRoundEveryScreen_data() { test::ScreenWalk::addRows({u"en"_s}); }
    void tabGoesRoundEveryScreen();
    void everyCommandHasALetterInItsMenu_data();
    void everyCommandHasALetterInItsMenu();

private:
    test::ScreenWalk m_walk;
};

namespace {

/// Those the program is translated to.
QStringList languages()
{
    QStringList found;
    for (const QString &file : QDir(u":/aside/i18n"_s).entryList({u"aside_*.qm"_s})) {
        found.append(file.mid(6).chopped(3));
    }
    return found;
}

} // namespace

void TestScreenAccess::initTestCase()
{
    QApplication::setQuitOnLastWindowClosed(false);
    QApplication::setCursorFlashTime(0);
    applyTheme(*qApp, ColorMode::Light);
    QVERIFY(languages().contains(u"en"_s));
    QVERIFY(languages().contains(u"ru"_s));
}

void TestScreenAccess::everythingHasWordsAndARole_data()
{
    test::ScreenWalk::addRows(languages());
}

void TestScreenAccess::everythingHasWordsAndARole()
{
    QFETCH(const QString, language);
    QFETCH(const qsizetype, screen);

    m_walk.show(screen, language);

    QStringList findings;
    for (QWidget *top : m_walk.stage().topLevels()) {
        findings += test::AccessAudit().findings(top);
        findings += test::KeyboardAudit::collisions(top);
    }
    QVERIFY2(findings.isEmpty(), qPrintable(u'\n' + findings.join(u'\n')));
}

void TestScreenAccess::tabGoesRoundEveryScreen()
{
    QFETCH(const QString, language);
    QFETCH(const qsizetype, screen);

    m_walk.show(screen, language);

    QWidget *top = m_walk.stage().topLevels().constLast();
    if (qobject_cast<QMenu *>(top) != nullptr) {
        return; // arrows go through a menu
    }
    top->activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), top);
    if (QApplication::focusWidget() == nullptr) {
        QTest::keyClick(top, Qt::Key_Tab);
    }
    const QStringList findings = test::KeyboardAudit::findings(top);
    QVERIFY2(findings.isEmpty(), qPrintable(u'\n' + findings.join(u'\n')));
}

void TestScreenAccess::everyCommandHasALetterInItsMenu_data()
{
    QTest::addColumn<QString>("language");
    for (const QString &language : languages()) {
        QTest::newRow(qPrintable(language)) << language;
    }
}

void TestScreenAccess::everyCommandHasALetterInItsMenu()
{
    QFETCH(const QString, language);

    m_walk.show(0, language);

    const QList<QAction *> menus = m_walk.stage().window().menuBar()->actions();
    QVERIFY(menus.size() > 4);
    QStringList findings = test::KeyboardAudit::menuFindings(menus);
    for (const QAction *menu : menus) {
        findings += test::KeyboardAudit::menuFindings(menu->menu()->actions());
    }
    QVERIFY2(findings.isEmpty(), qPrintable(u'\n' + findings.join(u'\n')));
}

QTEST_MAIN(TestScreenAccess)
#include "tst_screenaccess.moc"
