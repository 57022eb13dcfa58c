// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/importsources.h"
#include "app/profile.h"
#include "app/templates/templatefolders.h"
#include "models/check/replydesk.h"
#include "models/ports/conversationstore.h"
#include "models/ports/draftstore.h"
#include "models/ports/outboxstore.h"
#include "models/services/connectivity.h"
#include "models/services/importer.h"
#include "tests/support/fakeadapter.h"
#include "tests/support/fakepictures.h"
#include "widgets/mainwindow.h"

#include <QFile>
#include <QListView>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QTest>

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
                                                         .promises = profile.promises(),
                                                         .consents = profile.consents(),
                                                         .accounts = profile.accounts(),
                                                         .pictures = pictures,
                                                         .connectivity = connectivity,
                                                         .changes = profile.changes(),
                                                         .replyDesk = desk,
                                                         .checks = profile.checks(),
                                                         .templates = templates,
                                                         .clock = profile.clock()}))
{
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

} // namespace

class TestWindowJourney : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("ASIDE_KEYCHAIN", "off"); }

    void aReplySurvivesTheEndOfTheProgram();
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
        window->show();
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
    window->show();
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

QTEST_MAIN(TestWindowJourney)
#include "tst_windowjourney.moc"
