// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/windowfixture.h"

#include <QAccessible>
#include <QApplication>
#include <QTranslator>

using namespace aside;
using namespace Qt::StringLiterals;

class TestAccessibility : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarning(); }

    void everythingThatTakesTheFocusHasAName_data();
    void everythingThatTakesTheFocusHasAName();
    void tabReachesEverythingAndLeavesAgain();
};

void TestAccessibility::everythingThatTakesTheFocusHasAName_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("Russian") << u"ru"_s;
}

void TestAccessibility::everythingThatTakesTheFocusHasAName()
{
    QFETCH(const QString, language);
    QTranslator translator;
    QVERIFY(translator.load(u"aside_"_s + language, u":/aside/i18n"_s));
    QCoreApplication::installTranslator(&translator);
    test::WindowFixture fixture;
    fixture.open();
    fixture.choose(1);
    QCOMPARE(fixture.search()->accessibleName(), language == u"ru" ? u"Поиск"_s : u"Search"_s);

    for (QWidget *each : fixture.window->findChildren<QWidget *>()) {
        if (!each->isVisible() || each->focusPolicy() == Qt::NoFocus) {
            continue;
        }
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(each);
        QVERIFY(interface);
        QVERIFY2(
            !interface->text(QAccessible::Name).isEmpty(),
            qPrintable(each->objectName() + u' ' + QString::fromLatin1(each->metaObject()->className())));
    }
}

void TestAccessibility::tabReachesEverythingAndLeavesAgain()
{
    test::WindowFixture fixture;
    fixture.open();
    fixture.choose(1);
    fixture.reply()->setPlainText(u"Hello"_s);
    fixture.search()->setFocus();
    QTRY_VERIFY(fixture.search()->hasFocus());

    QSet<QString> reached;
    for (int i = 0; i < 40 && QApplication::focusWidget() != nullptr; ++i) {
        reached.insert(QApplication::focusWidget()->objectName());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }

    for (const QString &name : {u"searchField"_s, u"conversationList"_s, u"threadView"_s, u"replyText"_s,
                                u"sendButton"_s, u"sidebar"_s}) {
        QVERIFY2(reached.contains(name), qPrintable(name));
    }
}

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
