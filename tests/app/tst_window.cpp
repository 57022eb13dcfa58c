// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/profile.h"
#include "app/storage/database.h"
#include "app/window.h"
#include "models/core/clock.h"
#include "models/items/conversationlistmodel.h"
#include "models/ports/changefeed.h"
#include "models/ports/conversationstore.h"
#include "models/ports/draftstore.h"
#include "models/ports/messagesink.h"
#include "models/ports/outboxstore.h"
#include "models/ports/searchindex.h"
#include "tests/support/fakeadapter.h"
#include "tests/support/fakepictures.h"
#include "widgets/common/noticebar.h"
#include "widgets/composer/composerpanel.h"
#include "widgets/importing/importbar.h"
#include "widgets/mainwindow.h"
#include "widgets/thread/conversationpane.h"

#include <QApplication>
#include <QFile>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScreen>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace aside;
using namespace Qt::StringLiterals;

class TestWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void theLastViewAndConversationComeBack();
    void theOrderOfTheListComesBack();
    void aFileOfPlacesFromBeforeTheOrderIsUnderstood();
    void aBrokenFileOfPlacesIsForgotten_data();
    void aBrokenFileOfPlacesIsForgotten();
    void aWindowOfAScreenThatIsGoneComesBack();
    void aMailtoLinkBecomesADraftAndNothingIsSent();
    void aMailtoLinkToAStrangerIsExplained();
    void importsOneAfterAnotherAreShownAsOne();
    void aMergeLeavesWhatWasWrittenInTheOtherDraft_data();
    void aMergeLeavesWhatWasWrittenInTheOtherDraft();
    void whatWasWrittenInAConversationThatIsGoneBecomesANote_data()
    {
        aMergeLeavesWhatWasWrittenInTheOtherDraft_data();
    }
    void whatWasWrittenInAConversationThatIsGoneBecomesANote();

private:
    void open();
    void close();
    MainWindow &window() const { return m_window->window(); }
    QString placesFile() const { return m_folder->filePath(u"profile/window"_s); }
    void removeConversation(ConversationId id);
    QAction *orderAction(SortOrder order) const;
    QPlainTextEdit *field() const { return window().findChild<QPlainTextEdit *>(u"replyText"_s); }
    QString mbox(const QString &name, int messages) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Profile> m_profile;
    test::FakePictures m_pictures;
    test::FakeNetwork m_network;
    ChannelRegistry m_channels;
    std::unique_ptr<Window> m_window;
    QList<ConversationId> m_ids;
};

void TestWindow::initTestCase()
{
    qputenv("ASIDE_KEYCHAIN", "off");
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
}

void TestWindow::init()
{
    QTest::failOnWarning(QRegularExpression(
        u"^(?!This plugin does not support (propagateSizeHints|raise)|no keychain answered)"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    open();
    IncomingBatch batch;
    for (int number = 1; number <= 3; ++number) {
        IncomingMessage message;
        message.remoteId = u"%1@x"_s.arg(number);
        message.subject = u"Parcel %1"_s.arg(number);
        message.authorName = u"Anna"_s;
        message.authorHandle = u"anna%1@example.org"_s.arg(number);
        message.sentAt = m_profile->clock().now() - std::chrono::hours(number);
        message.text = u"Where is it?"_s;
        batch.messages.append(message);
    }
    QVERIFY(m_profile->sink().apply(batch).result());
    m_ids = m_profile->conversations().ids({.view = View::Inbox, .order = usualOrder}).result().value();
    QCOMPARE(m_ids.size(), 3);
}

void TestWindow::cleanup()
{
    close();
    m_folder.reset();
}

void TestWindow::open()
{
    Result<std::unique_ptr<Profile>> profile
        = Profile::open({.directory = m_folder->filePath(u"profile"_s), .encryption = Encryption::Plain});
    QVERIFY(profile);
    m_profile = std::move(*profile);
    m_window = std::make_unique<Window>(
        *m_profile, Window::Edges{.pictures = m_pictures, .network = m_network, .channels = m_channels});
    m_window->usePreferences(*qApp, {.language = u"en"_s, .mode = ColorMode::Light});
    m_window->resumeSession();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(&window()));
}

void TestWindow::close()
{
    m_window.reset();
    m_profile.reset();
}

QString TestWindow::mbox(const QString &name, int messages) const
{
    QFile file(m_folder->filePath(name));
    if (file.open(QIODevice::WriteOnly)) {
        for (int number = 0; number < messages; ++number) {
            file.write(
                u"From b@example.org Mon Jan  5 10:00:00 2026\nMessage-ID: <%1-%2@y>\nFrom: b@example.org\n"
                "To: us@shop.example\nDate: Mon, 5 Jan 2026 10:00:00 +0000\nSubject: %1 %2\n\nHello\n\n"_s
                    .arg(name)
                    .arg(number)
                    .toUtf8());
        }
    }
    return file.fileName();
}

void TestWindow::theLastViewAndConversationComeBack()
{
    window().showView(View::Private);
    window().openConversation(m_ids.at(1));
    QTRY_COMPARE(window().conversation().row().id, m_ids.at(1));
    close();

    open();

    QTRY_COMPARE(window().conversation().current(), m_ids.at(1));
    QCOMPARE(window().places().view, View::Private);
}

void TestWindow::theOrderOfTheListComesBack()
{
    const auto *list = window().findChild<QListView *>(u"conversationList"_s);
    const auto first = [&list] {
        return ConversationId{list->model()->index(0, 0).data(ConversationListModel::IdRole).toLongLong()};
    };
    QTRY_COMPARE(first(), m_ids.constFirst());
    orderAction(SortOrder::Newest)->trigger();
    QTRY_COMPARE(first(), m_ids.constLast());
    close();

    open();

    list = window().findChild<QListView *>(u"conversationList"_s);
    QTRY_COMPARE(first(), m_ids.constLast());
    QVERIFY(orderAction(SortOrder::Newest)->isChecked());
    window().showView(View::Private);
    window().showView(View::Inbox);
    QTRY_COMPARE(first(), m_ids.constLast());
}

void TestWindow::aFileOfPlacesFromBeforeTheOrderIsUnderstood()
{
    close();
    WindowPlaces places;
    places.view = View::Private;
    places.conversation = m_ids.at(1);
    places.order = SortOrder::Oldest;
    QByteArray bytes = toBytes(places).chopped(1);
    bytes[4] = 1; // behind the four bytes that say whose it is
    QFile file(placesFile());
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size());
    file.close();

    open();

    QTRY_COMPARE(window().conversation().current(), m_ids.at(1));
    QCOMPARE(window().places().view, View::Private);
    QCOMPARE(window().places().order, SortOrder::Urgency);
}

void TestWindow::aBrokenFileOfPlacesIsForgotten_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addRow("nothing") << QByteArray();
    QTest::addRow("noise") << QByteArray("\x7f\xff\xff\xff not ours");
    QTest::addRow("huge") << QByteArray(5'000'000, 'x');
    WindowPlaces places;
    places.geometry = QByteArray(300, '\xff');
    places.columns = "rubbish";
    places.conversation = ConversationId{999'999};
    QTest::addRow("rubbish inside") << toBytes(places);
    QTest::addRow("cut") << toBytes(places).chopped(5);
    QTest::addRow("an order there is not") << toBytes(places).chopped(1) + '\x09';
    QByteArray later = toBytes(places);
    later[4] = 99;
    QTest::addRow("of a later version") << later;
}

void TestWindow::aBrokenFileOfPlacesIsForgotten()
{
    QFETCH(const QByteArray, bytes);
    close();
    QFile file(placesFile());
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size());
    file.close();

    open();

    QCOMPARE(window().places().view, View::Inbox);
    QVERIFY(window().width() > 600);
    QVERIFY(window().notice().words().isEmpty());
}

void TestWindow::aWindowOfAScreenThatIsGoneComesBack()
{
    window().setGeometry(9000, 7000, 800, 600);
    close();

    open();

    QVERIFY(window().screen()->availableGeometry().intersects(window().frameGeometry()));
}

void TestWindow::aMailtoLinkBecomesADraftAndNothingIsSent()
{
    QVERIFY(m_profile->drafts().save(m_ids.at(1), DraftKind::Reply, u"Dear Anna,"_s).result());

    m_window->takeMessage("mailto:ANNA2@example.org?body=on%20its%20way&attach=/etc/passwd");

    QTRY_COMPARE(window().conversation().current(), m_ids.at(1));
    auto *reply = window().findChild<QPlainTextEdit *>(u"replyText"_s);
    QTRY_COMPARE(reply->toPlainText(), u"Dear Anna,\n\non its way"_s);
    QTRY_COMPARE(m_profile->drafts().load(m_ids.at(1), DraftKind::Reply).result()->text,
                 u"Dear Anna,\n\non its way"_s);
    QVERIFY(m_profile->outbox().items().result()->isEmpty());
}

void TestWindow::aMailtoLinkToAStrangerIsExplained()
{
    m_window->takeMessage("mailto:<b>x</b>stranger@example.org?body=x");

    QTRY_VERIFY(window().notice().words().contains(u"stranger@example.org"));
    QVERIFY(!window().conversation().current().isValid());
}

void TestWindow::importsOneAfterAnotherAreShownAsOne()
{
    Q_EMIT window().importAsked({mbox(u"one.mbox"_s, 40)});
    Q_EMIT window().importAsked({mbox(u"two.mbox"_s, 2)});
    Q_EMIT window().importAsked({m_folder->filePath(u"no-such-file"_s)});
    const auto *stop = window().findChild<QPushButton *>(u"cancelImportButton"_s);
    QVERIFY(stop->isVisible());

    QTRY_VERIFY2(window().importBar().summary().contains(u"42"), qPrintable(window().importBar().summary()));
    QVERIFY(window().importBar().summary().startsWith(u"Done"));
    QVERIFY(!stop->isVisible());
    QVERIFY(window().findChild<QPushButton *>(u"showProblemsButton"_s)->isVisible());
}

void TestWindow::aMergeLeavesWhatWasWrittenInTheOtherDraft_data()
{
    QTest::addColumn<DraftKind>("kind");
    QTest::newRow("reply") << DraftKind::Reply;
    QTest::newRow("note") << DraftKind::Note;
}

/// A mail that answers both brings two conversations together while somebody writes in the younger one.
void TestWindow::aMergeLeavesWhatWasWrittenInTheOtherDraft()
{
    QFETCH(const DraftKind, kind);
    const ConversationId older = std::ranges::min(m_ids);
    const ConversationId younger = std::ranges::max(m_ids);
    QVERIFY(m_profile->drafts().save(older, kind, u"Dear Anna,"_s).result());
    window().openConversation(younger);
    QTRY_COMPARE(window().conversation().row().id, younger);
    window().conversation().composer().turnTo(kind);
    field()->setPlainText(u"it is on"_s);
    QTRY_COMPARE(m_profile->drafts().load(younger, kind).result()->text, u"it is on"_s);

    field()->setPlainText(u"it is on its way"_s); // and before that is saved
    IncomingBatch batch;
    IncomingMessage bridge;
    bridge.remoteId = u"bridge@x"_s;
    bridge.references = {u"%1@x"_s.arg(older.value), u"%1@x"_s.arg(younger.value)};
    bridge.subject = u"Both"_s;
    bridge.authorName = u"Anna"_s;
    bridge.authorHandle = u"anna@example.org"_s;
    bridge.sentAt = m_profile->clock().now();
    bridge.text = u"One thing"_s;
    batch.messages.append(bridge);
    QVERIFY(m_profile->sink().apply(batch).result());

    QTRY_COMPARE(window().conversation().current(), older);
    QTRY_COMPARE(field()->toPlainText(), u"Dear Anna,\n\nit is on its way"_s);
    QCOMPARE(m_profile->drafts().load(older, kind).result()->text, u"Dear Anna,\n\nit is on its way"_s);
    const bool isNote = field()->accessibleName() == u"Note text"_s;
    QCOMPARE(isNote, kind == DraftKind::Note);
}

QAction *TestWindow::orderAction(SortOrder order) const
{
    return window().findChild<QToolButton *>(u"orderButton"_s)->menu()->actions().at(qsizetype(order));
}

/// As another program on the same profile would.
void TestWindow::removeConversation(ConversationId id)
{
    const QByteArray script = "PRAGMA foreign_keys = OFF; DELETE FROM conversation WHERE id = "
        + QByteArray::number(id.value) + ';';
    Result<Database> db = Database::open(m_folder->filePath(u"profile/aside.db"_s), {});
    QVERIFY(db && db->execute(script.constData()));
    Q_EMIT m_profile->changes().changed({.conversations = {id}});
}

void TestWindow::whatWasWrittenInAConversationThatIsGoneBecomesANote()
{
    QFETCH(const DraftKind, kind);
    window().openConversation(m_ids.at(1));
    QTRY_COMPARE(window().conversation().row().id, m_ids.at(1));
    QTRY_COMPARE(window().conversation().row().unread, 0);
    window().conversation().composer().turnTo(kind);
    field()->setPlainText(u"she knows"_s);

    removeConversation(m_ids.at(1));

    QTRY_VERIFY2(window().notice().words().contains(u"What was written: Parcel 2"),
                 qPrintable(window().notice().words()));
    QVERIFY(!window().conversation().current().isValid());
    QCOMPARE(field()->toPlainText(), QString());
    const auto found = m_profile->search().searchConversations(u"knows"_s, 9).result();
    QVERIFY(found);
    QCOMPARE(found->size(), 1);
    const auto kept = m_profile->conversations().thread(found->constFirst()).result();
    QVERIFY(kept);
    QCOMPARE(kept->conversation.person, u"Anna"_s);
    QCOMPARE(kept->conversation.channel, Channel::Manual);
    QCOMPARE(kept->messages.size(), 1);
    QCOMPARE(kept->messages.constFirst().direction, Direction::Note);
    QCOMPARE(kept->messages.constFirst().text, u"she knows"_s);
    window().openConversation(m_ids.at(2)); // and all goes on
    QTRY_COMPARE(window().conversation().row().id, m_ids.at(2));
}

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
