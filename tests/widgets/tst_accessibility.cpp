// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/accessaudit.h"
#include "tests/widgets/keyboardaudit.h"
#include "tests/widgets/windowfixture.h"
#include "widgets/inbox/conversationlist.h"

#include <QAccessible>
#include <QApplication>
#include <QBoxLayout>
#include <QCheckBox>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTableView>
#include <QTranslator>
#include <qtestaccessible.h>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

using Plant = std::function<void(QWidget *)>;

/// What was said to a screen reader since the last question.
QStringList announcements()
{
    QStringList words;
    for (QAccessibleEvent *event : QTestAccessibility::events()) {
        if (event->type() == QAccessible::Announcement) {
            words.append(static_cast<QAccessibleAnnouncementEvent *>(event)->message());
        }
    }
    QTestAccessibility::clearEvents();
    return words;
}

/// A window with a good button and with what is planted.
std::unique_ptr<QWidget> windowWith(const Plant &plant)
{
    auto window = std::make_unique<QWidget>();
    window->setWindowTitle(u"A window"_s);
    auto *column = new QVBoxLayout(window.get());
    column->addWidget(new QPushButton(u"&Good"_s, window.get()));
    plant(window.get());
    for (QWidget *child : window->findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
        column->addWidget(child);
    }
    window->show();
    return window;
}

} // namespace

/// What a screen reader gets to know and what the keyboard can do. The screens of the whole program are
/// looked at in tst_screenaccess.
class TestAccessibility : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarning(); }

    void whatHasNoWordsIsFound_data();
    void whatHasNoWordsIsFound();
    void aKeyboardTrapIsFound();
    void whatTabCannotReachIsFound();
    void lettersGivenTwiceAreFound();
    void aGoodWindowIsLeftAlone();
    void everythingHasWordsInEachLanguage_data();
    void everythingHasWordsInEachLanguage();
    void aRowSaysItsStateInWords_data();
    void aRowSaysItsStateInWords();
    void tabGoesRoundTheWindowAndBack();
    void passingTheListOpensNothing();
    void aRowThatAScreenReaderSelectsOpens();
    void messagesFollowEachOtherUnderTab();
    void theReplyCanBeWrittenByAScreenReader();
    void sendingAndTakingBackAreSaid();
    void aMessageThatArrivesIsSaid();
    void anErrorIsSaid();
};

void TestAccessibility::whatHasNoWordsIsFound_data()
{
    QTest::addColumn<Plant>("plant");

    QTest::newRow("button") << Plant([](QWidget *window) { new QPushButton(window); });
    QTest::newRow("picture on a button") << Plant([](QWidget *window) {
        auto *button = new QToolButton(window);
        button->setIcon(QPixmap(16, 16));
        button->setFocusPolicy(Qt::NoFocus);
    });
    QTest::newRow("picture") << Plant([](QWidget *window) {
        QPixmap picture(16, 16);
        picture.fill(Qt::red);
        (new QLabel(window))->setPixmap(picture);
    });
    QTest::newRow("field") << Plant([](QWidget *window) { new QLineEdit(window); });
    QTest::newRow("text") << Plant([](QWidget *window) { new QPlainTextEdit(window); });
    QTest::newRow("list") << Plant([](QWidget *window) { new QListView(window); });
    QTest::newRow("row") << Plant([](QWidget *window) {
        auto *list = new QListView(window);
        list->setAccessibleName(u"Things"_s);
        auto *model = new QStandardItemModel(list);
        model->appendRow(new QStandardItem); // the model owns it
        list->setModel(model);
    });
    QTest::newRow("part that is nothing") << Plant([](QWidget *window) {
        auto *part = new QWidget(window);
        part->setAccessibleName(u"A part"_s);
        part->setFocusPolicy(Qt::TabFocus);
    });
}

void TestAccessibility::whatHasNoWordsIsFound()
{
    QFETCH(const Plant, plant);

    const auto window = windowWith(plant);

    QCOMPARE(test::AccessAudit().findings(window.get()).size(), 1);
}

void TestAccessibility::aKeyboardTrapIsFound()
{
    const auto window = windowWith([](QWidget *parent) { new QPlainTextEdit(parent); });
    window->activateWindow();
    QTRY_VERIFY(window->isActiveWindow());
    window->findChild<QPushButton *>()->setFocus();

    QCOMPARE(test::KeyboardAudit::findings(window.get()).size(), 1);
}

void TestAccessibility::whatTabCannotReachIsFound()
{
    const auto window = windowWith([](QWidget *parent) {
        auto *pane = new QWidget(parent);
        auto *row = new QHBoxLayout(pane);
        row->addWidget(new QCheckBox(u"Passed over"_s, pane));
        row->addWidget(new QCheckBox(u"Reached"_s, pane));
        pane->setFocusProxy(pane->findChildren<QCheckBox *>().constLast());
    });
    window->activateWindow();
    QTRY_VERIFY(window->isActiveWindow());
    window->findChild<QPushButton *>()->setFocus();

    QVERIFY(!test::KeyboardAudit::findings(window.get()).isEmpty());
}

void TestAccessibility::lettersGivenTwiceAreFound()
{
    const auto window = windowWith([](QWidget *parent) { new QPushButton(u"&Great"_s, parent); });

    QCOMPARE(test::KeyboardAudit::collisions(window.get()).size(), 1);
}

void TestAccessibility::aGoodWindowIsLeftAlone()
{
    const auto window = windowWith([](QWidget *parent) {
        auto *text = new QPlainTextEdit(parent);
        text->setAccessibleName(u"Words"_s);
        text->setTabChangesFocus(true);
        new QCheckBox(u"&Choice"_s, parent);
    });
    window->activateWindow();
    QTRY_VERIFY(window->isActiveWindow());
    window->findChild<QPushButton *>()->setFocus();

    QCOMPARE(test::AccessAudit().findings(window.get()), QStringList());
    QCOMPARE(test::KeyboardAudit::findings(window.get()), QStringList());
    QCOMPARE(test::KeyboardAudit::collisions(window.get()), QStringList());
}

void TestAccessibility::everythingHasWordsInEachLanguage_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("Russian") << u"ru"_s;
}

void TestAccessibility::everythingHasWordsInEachLanguage()
{
    QFETCH(const QString, language);
    QTranslator translator;
    QVERIFY(translator.load(u"aside_"_s + language, u":/aside/i18n"_s));
    QCoreApplication::installTranslator(&translator);
    test::WindowFixture fixture;
    fixture.open();
    fixture.choose(1);

    QCOMPARE(fixture.search()->accessibleName(), language == u"ru" ? u"Поиск"_s : u"Search"_s);
    QCOMPARE(test::AccessAudit().findings(fixture.window.get()), QStringList());
}

void TestAccessibility::aRowSaysItsStateInWords_data()
{
    using Change = std::function<void(ConversationRow &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("words");

    QTest::newRow("unread") << Change([](ConversationRow &row) { row.unread = 2; }) << u"unread"_s;
    QTest::newRow("public") << Change([](ConversationRow &row) { row.audience = Audience::Public; })
                            << u"Public"_s;
    QTest::newRow("private") << Change([](ConversationRow &row) { row.audience = Audience::Private; })
                             << u"Private"_s;
    QTest::newRow("closed") << Change([](ConversationRow &row) { row.state = ConversationState::Closed; })
                            << u"Closed"_s;
    QTest::newRow("draft") << Change([](ConversationRow &row) { row.hasDraft = true; }) << u"draft"_s;
    QTest::newRow("outbox") << Change([](ConversationRow &row) { row.hasOutbox = true; }) << u"outbox"_s;
    QTest::newRow("attachment") << Change([](ConversationRow &row) { row.hasAttachments = true; })
                                << u"attachments"_s;
    QTest::newRow("blocked") << Change([](ConversationRow &row) { row.isBlocked = true; }) << u"Blocked"_s;
    QTest::newRow("tag") << Change([](ConversationRow &row) { row.tags = {u"parcel"_s}; }) << u"parcel"_s;
    QTest::newRow("ours is the last") << Change([](ConversationRow &row) {
        row.lastDirection = Direction::Outgoing;
        row.preview = u"Done"_s;
    }) << u"You: Done"_s;
    QTest::newRow("a note is the last")
        << Change([](ConversationRow &row) { row.lastNote = u"Ask the stock"_s; })
        << u"Note: Ask the stock"_s;
}

void TestAccessibility::aRowSaysItsStateInWords()
{
    using Change = std::function<void(ConversationRow &)>;
    QFETCH(const Change, change);
    QFETCH(const QString, words);
    ConversationRow row;
    row.audience = words == u"Private" ? Audience::Public : Audience::Private;
    const Instant now{std::chrono::hours(1000)};
    QVERIFY(!ConversationList::accessibleText(row, now).contains(words, Qt::CaseInsensitive));

    change(row);

    const QString said = ConversationList::accessibleText(row, now);
    QVERIFY2(said.contains(words, Qt::CaseInsensitive), qPrintable(said));
}

void TestAccessibility::tabGoesRoundTheWindowAndBack()
{
    test::WindowFixture fixture;
    fixture.open();
    fixture.choose(1);
    fixture.reply()->setPlainText(u"Hello"_s);
    fixture.search()->setFocus();
    QTRY_VERIFY(fixture.search()->hasFocus());

    QCOMPARE(test::KeyboardAudit::findings(fixture.window.get()), QStringList());

    QCOMPARE(fixture.reply()->toPlainText(), u"Hello"_s);
    QSet<QString> reached;
    for (const QWidget *stop : test::KeyboardAudit::walk(fixture.window.get())) {
        reached.insert(stop->objectName());
    }
    for (const QString &name : {u"searchField"_s, u"conversationList"_s, u"threadView"_s, u"replyText"_s,
                                u"sendButton"_s, u"sidebar"_s}) {
        QVERIFY2(reached.contains(name), qPrintable(name));
    }
}

void TestAccessibility::passingTheListOpensNothing()
{
    test::WindowFixture fixture;
    fixture.open();
    fixture.search()->setFocus();
    QTRY_VERIFY(fixture.search()->hasFocus());

    fixture.list()->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(fixture.list()->hasFocus());

    QVERIFY(!fixture.list()->currentIndex().isValid());
    QTest::keyClick(fixture.list(), Qt::Key_Down);
    QCOMPARE(fixture.list()->currentIndex().row(), 0);
}

void TestAccessibility::aRowThatAScreenReaderSelectsOpens()
{
    test::WindowFixture fixture;
    fixture.open();
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(fixture.list());
    QVERIFY(list->selectionInterface());

    QVERIFY(list->selectionInterface()->select(list->child(1)));

    QTRY_COMPARE(fixture.list()->currentIndex().row(), 1);
}

void TestAccessibility::messagesFollowEachOtherUnderTab()
{
    test::WindowFixture fixture;
    fixture.open();
    fixture.choose(1);
    for (qint64 id = 10; id < 13; ++id) { // they come later, their widgets too
        Message message = fixture.stores.messages[ConversationId{1}].constFirst();
        message.id = MessageId{id};
        fixture.stores.messages[ConversationId{1}].append(message);
        fixture.stores.announce({ConversationId{1}});
    }
    QWidget *thread = fixture.part<QWidget>("threadView");
    QTRY_COMPARE(thread->findChildren<QWidget *>(u"messageText"_s).size(), 4);
    thread->setFocus();
    QTRY_VERIFY(thread->hasFocus());

    int last = -1;
    int seen = 0;
    for (const QWidget *stop : test::KeyboardAudit::walk(fixture.window.get())) {
        if (stop->objectName() == u"replyText") {
            break;
        }
        if (stop->objectName() == u"messageText") {
            const int top = stop->mapTo(fixture.window.get(), QPoint()).y();
            QCOMPARE_GT(top, last);
            last = top;
            ++seen;
        }
    }
    QCOMPARE(seen, 4);
}

void TestAccessibility::theReplyCanBeWrittenByAScreenReader()
{
    test::WindowFixture fixture;
    fixture.open();
    fixture.choose(1);
    QAccessibleInterface *reply = QAccessible::queryAccessibleInterface(fixture.reply());
    QVERIFY(reply->editableTextInterface());

    reply->editableTextInterface()->insertText(0, u"Hello"_s);

    QCOMPARE(fixture.reply()->toPlainText(), u"Hello"_s);
    QTRY_COMPARE(fixture.stores.draft(ConversationId{1}), u"Hello"_s);
}

void TestAccessibility::sendingAndTakingBackAreSaid()
{
    QTestAccessibility::initialize();
    test::WindowFixture fixture;
    fixture.open();
    fixture.choose(1);
    fixture.reply()->setPlainText(u"It left today."_s);
    announcements();

    QTest::keyClick(fixture.reply(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(fixture.part<QWidget>("undoSendButton")->isVisible());

    QVERIFY(!announcements().filter(u"Held"_s).isEmpty());
    fixture.part<QAbstractButton>("undoSendButton")->click();
    QTRY_VERIFY(!fixture.part<QWidget>("undoSendButton")->isVisible());
    QVERIFY(!announcements().filter(u"Taken back"_s).isEmpty());
    QTestAccessibility::cleanup();
}

void TestAccessibility::aMessageThatArrivesIsSaid()
{
    QTestAccessibility::initialize();
    test::WindowFixture fixture;
    fixture.open();
    fixture.choose(1);
    QVERIFY(announcements().filter(u"parcel"_s).isEmpty()); // opening is no arrival
    Message message = fixture.stores.messages[ConversationId{1}].constFirst();
    message.id = MessageId{10};
    message.text = u"It is here, <b>thanks</b>"_s;

    fixture.stores.messages[ConversationId{1}].append(message);
    fixture.stores.announce({ConversationId{1}});
    QCoreApplication::processEvents();

    QCOMPARE(announcements().filter(u"Anna Berg: It is here, <b>thanks</b>"_s).size(), 1);
    fixture.stores.announce({ConversationId{1}}); // something else about it changed
    QCoreApplication::processEvents();
    QVERIFY(announcements().filter(u"Anna Berg"_s).isEmpty());
    QTestAccessibility::cleanup();
}

void TestAccessibility::anErrorIsSaid()
{
    QTestAccessibility::initialize();
    test::WindowFixture fixture;
    fixture.open();
    announcements();

    fixture.window->showError({.code = Errc::DiskFull, .detail = {}, .retryAfter = {}});

    QCOMPARE(announcements().size(), 1);
    QTestAccessibility::cleanup();
}

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
