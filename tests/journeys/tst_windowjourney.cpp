// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/importsources.h"
#include "app/profile.h"
#include "app/templates/templatefolders.h"
#include "models/check/replydesk.h"
#include "models/check/rules.h"
#include "models/ports/accountstore.h"
#include "models/ports/conversationstore.h"
#include "models/ports/dispatchstore.h"
#include "models/ports/draftstore.h"
#include "models/ports/messagesink.h"
#include "models/ports/outboxstore.h"
#include "models/ports/promisestore.h"
#include "models/services/connectivity.h"
#include "models/services/importer.h"
#include "tests/support/fakeadapter.h"
#include "tests/support/fakepictures.h"
#include "widgets/mainwindow.h"
#include "widgets/thread/conversationpane.h"

#include <QFile>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView mbox = "From anna@example.org Mon Nov 16 10:00:00 2026\n"
                                "From: Anna Berg <anna@example.org>\n"
                                "To: shop@example.com\n"
                                "Subject: Late parcel\n"
                                "Date: Mon, 16 Nov 2026 10:00:00 +0000\n"
                                "Message-ID: <1@example.org>\n"
                                "\n"
                                "Where is my parcel?\n";

/// A window with its reply check, as the program makes it.
struct OpenWindow {
    explicit OpenWindow(Profile &profile);
    MainWindow *operator->() const { return window.get(); }
    MainWindow &operator*() const { return *window; }
    /// Until it is active: keys that are commands count only then.
    void show() const
    {
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
    }

    test::FakePictures pictures; ///< nothing of these journeys asks for any
    test::FakeNetwork network;
    Connectivity connectivity;
    CheckRunner runner{{}};
    ReplyDesk desk;
    TemplateFolders templates;
    std::unique_ptr<MainWindow> window;
};

OpenWindow::OpenWindow(Profile &profile)
    : connectivity(network, profile.clock())
    , desk({.store = profile.checks(),
            .persons = profile.persons(),
            .runner = runner,
            .clock = profile.clock()})
    , templates({.mine = profile.directory() + u"/templates"_s, .team = {}}, profile.clock())
    , window(std::make_unique<MainWindow>(WindowServices{.conversations = profile.conversations(),
                                                         .drafts = profile.drafts(),
                                                         .outbox = profile.outbox(),
                                                         .search = profile.search(),
                                                         .persons = profile.persons(),
                                                         .records = profile.personRecords(),
                                                         .promises = profile.promises(),
                                                         .consents = profile.consents(),
                                                         .accounts = profile.accounts(),
                                                         .pictures = pictures,
                                                         .connectivity = connectivity,
                                                         .changes = profile.changes(),
                                                         .replyDesk = desk,
                                                         .checks = profile.checks(),
                                                         .templates = templates,
                                                         .clock = profile.clock(),
                                                         .holidays = profile.holidays()}))
{
    CheckProfile silent; // these journeys are not about what is written
    for (const Rule &rule : allRules()) {
        silent.settings.levels.insert(rule.id, std::nullopt);
    }
    desk.setProfile(silent);
}

QListView *listNamed(const MainWindow &window, const QString &name)
{
    for (auto *list : window.findChildren<QListView *>()) {
        if (list->accessibleName() == name) {
            return list;
        }
    }
    return nullptr;
}

Account support()
{
    return {.id = {},
            .channel = Channel::Email,
            .name = u"Support"_s,
            .identity = u"North Lane"_s,
            .address = u"support@shop.example"_s};
}

} // namespace

class TestWindowJourney : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("ASIDE_KEYCHAIN", "off"); }

    void aReplySurvivesTheEndOfTheProgram();
    void aDateInAReplyIsPromisedAndKept();
};

void TestWindowJourney::aReplySurvivesTheEndOfTheProgram()
{
    QTemporaryDir directory;
    const ProfileOptions options{.directory = directory.filePath(u"profile"_s)};
    const QString box = directory.filePath(u"box.mbox"_s);
    QFile file(box);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(mbox.data(), mbox.size()) == mbox.size());
    file.close();
    const QString reply = u"It left today."_s;
    ConversationId id;

    { // the first day: import, find, type
        auto profile = Profile::open(options);
        QVERIFY(profile);
        const OpenWindow window(**profile);
        window.show();
        Importer importer((*profile)->sink());
        auto imported
            = importer.start(QStringList{box}, [](const QString &path) { return openImport(path, {}); });
        QTRY_VERIFY(imported.isFinished());
        QCOMPARE(imported.result()->imported, 1);
        QListView *list = listNamed(*window, u"Conversations"_s);
        QVERIFY(list);
        QTRY_COMPARE(list->model()->rowCount(), 1);
        connect(window.window.get(), &MainWindow::threadShown, this,
                [&id](ConversationId shown) { id = shown; });
        QTest::keyClick(list, Qt::Key_Down);
        window->openConversation((*profile)->conversations().ids({}).result()->constFirst());
        QTRY_VERIFY(id.isValid());
        auto *text = window->findChild<QPlainTextEdit *>(u"replyText"_s);
        QTest::keyClicks(text, reply);
        QTRY_COMPARE((*profile)->drafts().load(id, DraftKind::Reply).result()->text, reply);
    }

    auto profile = Profile::open(options);
    QVERIFY(profile);
    const OpenWindow window(**profile);
    window.show();
    window->openConversation(id);
    auto *text = window->findChild<QPlainTextEdit *>(u"replyText"_s);
    QTRY_COMPARE(text->toPlainText(), reply);

    const auto held = (*profile)->outbox().hold(id, reply, {}).result();
    QVERIFY(held);
    QCOMPARE(held->state, OutboxState::Held);
    const auto stateNow = [&] {
        return (*profile)->outbox().items().result()->constFirst().state;
    };
    QTRY_COMPARE(stateNow(), OutboxState::Queued);
}

void TestWindowJourney::aDateInAReplyIsPromisedAndKept()
{
    QTemporaryDir directory;
    const ProfileOptions options{.directory = directory.filePath(u"profile"_s)};
    ConversationId id;
    { // a reply is typed and leaves, and the program ends before anybody decides on its date
        auto profile = Profile::open(options);
        QVERIFY(profile);
        IncomingMessage question;
        question.remoteId = u"1@example.org"_s;
        question.authorName = u"Anna Berg"_s;
        question.authorHandle = u"anna@example.org"_s;
        question.sentAt = (*profile)->clock().now() - std::chrono::hours(1);
        question.text = u"Where is my parcel?"_s;
        QVERIFY((*profile)->sink().apply({.source = {}, .cursor = {}, .messages = {question}}).result());
        id = (*profile)->conversations().ids({}).result()->constFirst();
        QVERIFY((*profile)->accounts().addAccount(support()).result());
        const OpenWindow window(**profile);
        Preferences atOnce;
        atOnce.undoWindow = std::chrono::seconds(0);
        window->setPreferences(atOnce);
        window.show();
        window->openConversation(id);
        auto *text = window->findChild<QPlainTextEdit *>(u"replyText"_s);
        QTRY_VERIFY(window->conversation().row().id == id);

        QTest::keyClicks(text, u"Hello Anna, we will send a new parcel by tomorrow 15:00."_s);
        QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);

        const auto items = [&] {
            return (*profile)->outbox().items().result().value_or(QList<OutboxItem>());
        };
        QTRY_VERIFY(!items().isEmpty() && items().constFirst().state == OutboxState::Queued);
        const auto *bar = window->findChild<QWidget *>(u"promiseOfferBar"_s);
        QVERIFY(!bar->isVisible());
        QVERIFY((*profile)->dispatch().begin(items().constFirst().id).result());
        QVERIFY((*profile)->dispatch().finish(items().constFirst().id, Sent(), {}).result());
        QTRY_VERIFY(bar->isVisible());
    }
    { // the next day it is offered still, and kept in mind
        auto profile = Profile::open(options);
        QVERIFY(profile);
        const OpenWindow window(**profile);
        window.show();
        window->openConversation(id);
        const auto keep = [&] {
            return window->findChild<QPushButton *>(u"promiseOfferKeep"_s);
        };
        QTRY_VERIFY(keep() != nullptr && keep()->isVisible());
        keep()->setFocus();

        QTest::keyClick(keep(), Qt::Key_Space);

        const auto promised = [&] {
            return (*profile)->promises().promiseList(PromiseScope::Open).result()->size();
        };
        QTRY_COMPARE(promised(), 1);
    }
    // Then the view lists it until it is kept.
    auto profile = Profile::open(options);
    QVERIFY(profile);
    const OpenWindow window(**profile);
    window.show();
    window->showView(View::Promises);
    QListView *list = listNamed(*window, u"Conversations"_s);
    QTRY_COMPARE(list->model()->rowCount(), 1);
    window->openConversation(id);
    QTRY_VERIFY(window->conversation().row().id == id);
    QVERIFY(!window->findChild<QWidget *>(u"promiseOfferBar"_s)->isVisible());
    window->togglePerson();
    const auto kept = [&] {
        return window->findChild<QToolButton *>(u"keepPromiseButton"_s);
    };
    QTRY_VERIFY(kept() != nullptr);

    QTest::mouseClick(kept(), Qt::LeftButton);

    QTRY_COMPARE(list->model()->rowCount(), 0);
    const auto all = (*profile)->promises().promiseList(PromiseScope::All).result();
    QCOMPARE(all->size(), 1);
    QCOMPARE(all->constFirst().end, PromiseEnd::Kept);
    QVERIFY(!all->constFirst().isOpen());
}

QTEST_MAIN(TestWindowJourney)
#include "tst_windowjourney.moc"
