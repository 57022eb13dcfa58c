// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/language.h"
#include "tests/widgets/windowfixture.h"
#include "widgets/actions/commands.h"
#include "widgets/importing/importbar.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QListWidget>
#include <QMenu>
#include <QTranslator>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

/// Puts a mark on every sentence of the program, so that it can be told from what customers wrote and from
/// what was said in the language before.
class Marking : public QTranslator
{
public:
    explicit Marking(QChar mark)
        : m_mark(mark)
    {
    }

    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *, const char *source, const char *, int) const override
    {
        return QString::fromUtf8(source) + m_mark;
    }

private:
    QChar m_mark;
};

struct Shown {
    QString where;
    QString words;
};

void addItems(const QAbstractItemModel &model, const QString &where, QList<Shown> &shown)
{
    const int columns = model.columnCount();
    for (int column = 0; column < columns; ++column) {
        shown.append({where + u" header"_s, model.headerData(column, Qt::Horizontal).toString()});
        for (int row = 0; row < model.rowCount(); ++row) {
            for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole)}) {
                shown.append({where, model.index(row, column).data(role).toString()});
            }
        }
    }
}

/// Everything a person can read or hear, in all widgets there are.
QList<Shown> allWords()
{
    QList<Shown> shown;
    for (const QWidget *widget : QApplication::allWidgets()) {
        if (widget->objectName() == u"ScrollLeftButton" || widget->objectName() == u"ScrollRightButton") {
            continue; // Qt's own, named once
        }
        const QString where
            = QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
        for (const char *name : {"text", "accessibleName", "accessibleDescription", "toolTip", "statusTip",
                                 "placeholderText", "windowTitle", "title", "suffix", "specialValueText"}) {
            shown.append({where + u' ' + QString::fromLatin1(name), widget->property(name).toString()});
        }
        for (const QAction *action : widget->actions()) {
            if (action->isVisible()) {
                shown.append({where + u" action"_s, action->text()});
                shown.append({where + u" action hint"_s, action->statusTip()});
            }
        }
        if (const auto *box = qobject_cast<const QComboBox *>(widget)) {
            addItems(*box->model(), where, shown);
        } else if (const auto *view = qobject_cast<const QAbstractItemView *>(widget);
                   view && view->model()) {
            addItems(*view->model(), where, shown);
        }
    }
    return shown;
}

} // namespace

class TestLanguages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarning(); }
    void cleanup() { applyLanguage(*qApp, u"en"_s); }

    void everyWidgetFollowsTheLanguageAtOnce();
    void theWayBackLeavesNoRussian();
    void numbersFollowTheLanguage();

private:
    static void openEverything(test::WindowFixture &fixture);
};

void TestLanguages::openEverything(test::WindowFixture &fixture)
{
    OutboxItem item;
    item.id = OutboxId{5};
    item.conversation = ConversationId{1};
    item.state = OutboxState::Queued;
    item.text = u"Schon unterwegs."_s;
    item.createdAt = fixture.stores.clock.now();
    fixture.stores.outbox.append(item);
    fixture.open();
    fixture.choose(1);
    fixture.window->showError({.code = Errc::DiskFull, .detail = {}, .retryAfter = {}});
    ImportReport report;
    report.imported = 2;
    report.errors.append(
        {.source = u"x"_s, .error = {.code = Errc::BrokenItem, .detail = {}, .retryAfter = {}}});
    fixture.window->importBar().showReport(report);
    for (const char *command :
         {"settings.open", "settings.shortcuts", "help.shortcuts", "help.about", "go.palette"}) {
        fixture.window->commands().action(command)->trigger();
    }
    QCoreApplication::processEvents();
}

void TestLanguages::everyWidgetFollowsTheLanguageAtOnce()
{
    Marking before(u'\u2460');
    Marking after(u'\u2461');
    QCoreApplication::installTranslator(&before);
    test::WindowFixture fixture;
    openEverything(fixture);

    QCoreApplication::removeTranslator(&before);
    QCoreApplication::installTranslator(&after);
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // menus of before

    QStringList left;
    qsizetype translated = 0;
    for (const Shown &each : allWords()) {
        translated += each.words.contains(u'\u2461') ? 1 : 0;
        if (each.words.contains(u'\u2460')) {
            left.append(each.where + u": "_s + each.words);
        }
    }
    QCoreApplication::removeTranslator(&after);
    QVERIFY2(translated > 150, qPrintable(QString::number(translated)));
    QVERIFY2(left.isEmpty(), qPrintable(left.join(u'\n')));
}

void TestLanguages::theWayBackLeavesNoRussian()
{
    applyLanguage(*qApp, u"en"_s);
    test::WindowFixture fixture;
    openEverything(fixture);
    applyLanguage(*qApp, u"ru"_s);
    QCoreApplication::processEvents();

    applyLanguage(*qApp, u"en"_s);
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // menus of before

    static const QRegularExpression cyrillic(u"[а-яё]"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression country(u"^.+ \\([A-Z][A-Za-z ,.'-]+\\)$"_s); // "Россия (Russia)"
    for (const Shown &each : allWords()) {
        const bool isOwnName = each.words == u"Русский" || country.match(each.words).hasMatch();
        QVERIFY2(!each.words.contains(cyrillic) || isOwnName, qPrintable(each.where + u": "_s + each.words));
    }
}

void TestLanguages::numbersFollowTheLanguage()
{
    test::WindowFixture fixture;
    fixture.open();

    applyLanguage(*qApp, u"ru"_s);
    QCoreApplication::processEvents();

    QCOMPARE(fixture.list()->locale().language(), QLocale::Russian);
    QCOMPARE(QLocale().toString(12345.6, 'f', 1), u"12\u00a0345,6"_s);
}

QTEST_MAIN(TestLanguages)
#include "tst_languages.moc"
