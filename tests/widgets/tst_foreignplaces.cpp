// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/ports/logbook.h"
#include "tests/widgets/hostilewalk.h"
#include "tests/widgets/hostilewindows.h"
#include "tests/widgets/windowfixture.h"
#include "widgets/about/logdialog.h"
#include "widgets/common/announcement.h"
#include "widgets/common/noticebar.h"
#include "widgets/importing/problemsdialog.h"
#include "widgets/person/persondrawer.h"
#include "widgets/theme/theme.h"
#include "widgets/thread/messageview.h"
#include "widgets/triage/tagdialog.h"

#include <QContextMenuEvent>
#include <QListWidget>
#include <QPushButton>
#include <QToolButton>

using namespace aside;
using namespace Qt::StringLiterals;
using test::attachmentOf;
using test::look;
using test::lookAtWhatOpened;

namespace {

class FakeBook final : public LogBook
{
public:
    [[nodiscard]] QList<LogLine> lines() const override { return kept; }

    QList<LogLine> kept;
};

} // namespace

/// Puts hostile text into all places that open beside the list and the thread, and looks at them.
class TestForeignPlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ColorMode::Light); }
    void init() { test::failOnWarning(); }

    void thePersonDrawer();
    void tagsInTheSidebarTheRowsAndTheirDialog();
    void theOutbox();
    void thePalette();
    void theFindBar();
    void theMenus();
    void theLinesOfANotice();
    void theProblemsOfAnImport();
    void theLog();
    void theNotifications();
    void whatIsShownWronglyIsFound();
    void viewingAllOfItOpensNoFileAndNoConnection();
};

void TestForeignPlaces::thePersonDrawer()
{
    test::WindowFixture fixture;
    PersonCard card;
    card.id = PersonId{1};
    for (const QString &text : test::hostileLines()) {
        card.handles.append({.id = HandleId{1}, .channel = Channel::Vk, .shown = text, .reach = 7});
        card.promises.append({.id = PromiseId{1},
                              .conversation = ConversationId{1},
                              .dueAt = fixture.stores.clock.now(),
                              .words = text});
        card.conversations.append(fixture.stores.conversations.constFirst());
        card.conversations.last().subject = text;
        card.merged.append(
            {.id = PersonId{9}, .into = card.id, .name = text, .note = text, .at = {}, .by = text});
        fixture.records.proposed[PersonId{2}].append(
            {.other = {.id = PersonId{8}, .name = text, .handle = text},
             .evidence = {{.sign = MergeSign::SameNameAndNick, .value = text, .message = MessageId{1}}}});
    }
    fixture.open();
    fixture.choose(1);
    fixture.window->togglePerson();
    for (const QString &text : test::luringTexts()) {
        card.id = PersonId{card.id.value + 1};
        card.name = card.note = text;
        fixture.stores.cards.insert(ConversationId{1}, card);
        fixture.part<PersonDrawer>("personDrawer")->showPersonOf(ConversationId{1});
        QTRY_COMPARE(fixture.part<QPlainTextEdit>("personNote")->toPlainText(), text);
        look(*fixture.part<QWidget>("personDrawer"));
        card.handles.clear(); // once is enough for these
        card.promises.clear();
        card.conversations.clear();
        card.merged.clear();
    }
}

void TestForeignPlaces::tagsInTheSidebarTheRowsAndTheirDialog()
{
    const QStringList texts = test::hostileLines();
    test::WindowFixture fixture;
    QList<TagCount> counts;
    for (const QString &text : texts) {
        fixture.stores.conversations.first().tags.append(text);
        counts.append({.tag = text, .count = 1});
    }
    fixture.open();
    TagDialog dialog({fixture.stores.conversations.constFirst()}, counts, nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);

    look(dialog);
    look(*fixture.window);
    QCOMPARE_GT(fixture.part<QListView>("sidebar")->model()->rowCount(), texts.size() / 2);
}

void TestForeignPlaces::theOutbox()
{
    test::WindowFixture fixture;
    qint64 id = 0;
    for (const QString &text : test::hostileLines()) {
        OutboxItem item;
        item.id = OutboxId{++id};
        item.conversation = ConversationId{1};
        item.person = item.subject = item.text = text;
        item.state = static_cast<OutboxState>(id % 6);
        item.createdAt = fixture.stores.clock.now();
        item.holdUntil = item.createdAt + std::chrono::hours(1);
        fixture.stores.outbox.append(item);
    }
    fixture.open();

    fixture.window->showView(View::Outbox);

    const auto *list = fixture.part<QListView>("outboxList");
    QTRY_COMPARE(list->model()->rowCount(), int(fixture.stores.outbox.size()));
    look(*fixture.window);
}

void TestForeignPlaces::thePalette()
{
    test::WindowFixture fixture;
    qint64 id = 100;
    for (const QString &text : test::luringTexts()) {
        fixture.add(++id, Channel::Email, Audience::Private, text, text, u"canary "_s + text);
    }
    fixture.open();
    fixture.part<QAction>("go.palette")->trigger();
    auto *field = fixture.part<QLineEdit>("paletteField");
    const auto *list = fixture.part<QListView>("paletteList");

    field->setText(u"canary"_s);

    QTRY_COMPARE_GE(list->model()->rowCount(), 8);
    look(*fixture.window);
    for (const QString &text : test::hostileLines()) {
        field->setText(text);
        QCoreApplication::processEvents();
    }
    look(*fixture.window);
}

void TestForeignPlaces::theFindBar()
{
    test::WindowFixture fixture;
    const QStringList texts = test::luringTexts();
    fixture.add(100, Channel::Email, Audience::Private, u"Anna"_s, {}, texts.join(u'\n'));
    fixture.open();
    fixture.choose(100);
    fixture.part<QAction>("find.thread")->trigger();
    auto *field = fixture.part<QLineEdit>("findWords");
    QVERIFY(field->isVisible());

    for (const QString &text : texts) {
        field->setText(text);
        QTRY_VERIFY(fixture.part<QLabel>("findCount")->text().contains(u'1'));
        fixture.window->grab();
    }
    look(*fixture.window);
}

void TestForeignPlaces::theMenus()
{
    test::WindowFixture fixture;
    qint64 id = 100;
    for (const QString &text : test::luringTexts()) {
        fixture.add(++id, Channel::Email, Audience::Private, text, text,
                    text + u" https://canary.example/x"_s);
        Message &message = fixture.stores.messages[ConversationId{id}].first();
        message.html = text;
        message.attachments.append(attachmentOf(id, text));
    }
    fixture.open();
    for (qint64 each = 101; each <= id; ++each) {
        fixture.choose(each);
        auto *bubble = fixture.window->findChild<MessageView *>();
        QContextMenuEvent asked(QContextMenuEvent::Keyboard, bubble->rect().center(),
                                bubble->mapToGlobal(bubble->rect().center()));
        QCoreApplication::sendEvent(bubble, &asked);
        lookAtWhatOpened(fixture.window.get(), 1);
        for (QToolButton *chip : bubble->findChildren<QToolButton *>(u"attachment"_s)) {
            if (chip->isVisible()) {
                chip->click();
                lookAtWhatOpened(fixture.window.get(), 1);
            }
        }
    }
    fixture.part<QAction>("conversation.snooze")->trigger();
    lookAtWhatOpened(fixture.window.get(), 1);
}

void TestForeignPlaces::theLinesOfANotice()
{
    test::WindowFixture fixture;
    fixture.open();
    for (const QString &text : test::hostileLines()) {
        fixture.window->notice().showWords(text);
        fixture.window->announce(text);
        fixture.window->grab();
    }
    look(*fixture.window);
}

void TestForeignPlaces::theProblemsOfAnImport()
{
    QList<ImportProblem> problems;
    for (const QString &text : test::hostileLines()) {
        problems.append(
            {.source = text, .error = {.code = Errc::BrokenItem, .detail = text, .retryAfter = {}}});
    }
    ProblemsDialog dialog(problems, nullptr);

    look(dialog);
    QCOMPARE(dialog.findChild<QListWidget *>()->count(), int(problems.size()));
}

void TestForeignPlaces::theLog()
{
    FakeBook book;
    for (const QString &text : test::hostileLines()) {
        book.kept.append({.at = Instant{}, .level = LogLevel::Error, .category = text, .text = text});
    }
    LogDialog dialog(book, nullptr);

    look(dialog);
    const QString shown = dialog.findChild<QPlainTextEdit *>(u"logText"_s)->toPlainText();
    QVERIFY(shown.contains(u"<img src="));
    QVERIFY(!shown.contains(QChar(0x202e)));
}

void TestForeignPlaces::theNotifications()
{
    for (const QString &text : test::hostileLines()) {
        ConversationRow row;
        row.id = ConversationId{1};
        row.person = row.handle = row.subject = row.preview = text;
        for (const Preview preview : {Preview::Shown, Preview::Hidden}) {
            const Notification made = arrivalNotification(row, preview);
            for (const QString &shown : {made.title, made.body}) {
                QVERIFY(!test::walk::turns(shown));
                QVERIFY(std::ranges::none_of(
                    shown, [](QChar c) { return c.category() == QChar::Other_Control && c != u'\n'; }));
                QCOMPARE_LE(shown.size(), 700);
            }
        }
    }
}

void TestForeignPlaces::whatIsShownWronglyIsFound()
{
    const QString lure = u"<img src=\"/nowhere/x.png\">"_s;
    const auto isFound = [](const std::function<void(QWidget *)> &plant) {
        QWidget window;
        plant(&window);
        return !(test::faultsIn(window) + test::faultsInRows(window)).isEmpty();
    };
    QVERIFY(!isFound([](QWidget *) { }));
    QVERIFY(isFound([&](QWidget *window) { (new QLabel(window))->setText(lure); }));
    QVERIFY(isFound([&](QWidget *window) { window->setToolTip(lure); }));
    QVERIFY(isFound([&](QWidget *window) { (new QAction(window))->setToolTip(lure); }));
    QVERIFY(isFound([](QWidget *window) { (new QPushButton(window))->setText(u"a\u202eb"_s); }));
    QVERIFY(isFound([](QWidget *window) { window->setWindowTitle(u"a\u202eb"_s); }));
    QVERIFY(isFound(
        [](QWidget *window) { (new QTextEdit(window))->document()->setHtml(u"<img src=\"qrc:/none\">"_s); }));
    QVERIFY(isFound([&](QWidget *window) { (new QListWidget(window))->addItem(u"a\u202eb"_s); }));
    QVERIFY(isFound([&](QWidget *window) {
        auto *item = new QListWidgetItem(u"x"_s, new QListWidget(window));
        item->setToolTip(lure);
    }));
}

void TestForeignPlaces::viewingAllOfItOpensNoFileAndNoConnection()
{
    test::verifyTestsOpenNothing(metaObject(), 10);
}

QTEST_MAIN(TestForeignPlaces)
#include "tst_foreignplaces.moc"
