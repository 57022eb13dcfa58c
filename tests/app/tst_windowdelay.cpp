// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/profile.h"
#include "app/window.h"
#include "app/windowdelay.h"
#include "models/domain/template.h"
#include "models/ports/conversationstore.h"
#include "models/ports/draftstore.h"
#include "models/ports/messagesink.h"
#include "models/ports/promisestore.h"
#include "tests/support/fakeadapter.h"
#include "tests/support/fakepictures.h"
#include "widgets/actions/commands.h"
#include "widgets/thread/conversationpane.h"

#include <QAction>
#include <QApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace aside;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The message that a promised date moves, in the window of the program.
class TestWindowDelay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void itIsOfferedWhereSomethingIsPromised();
    void theDraftSaysItWithTheDateToFillIn();
    void whatIsPastIsSaidToBePast();
    void whatIsWrittenStays();
    void aNoteIsNotTouched();
    void theDrawerOffersItToo();
    void aReminderLeadsToTheDraftInItsConversation();
    void theClockInTheHeaderTellsTheTime();

private:
    MainWindow &window() const { return m_window->window(); }
    QPlainTextEdit *field() const { return window().findChild<QPlainTextEdit *>(u"replyText"_s); }
    QAction *delay() const { return window().commands().action("promise.delay"); }
    void promise(std::chrono::hours in)
    {
        QVERIFY(
            m_profile->promises().addPromise(m_talk, m_profile->clock().now() + in, u"the lamp"_s).result());
    }
    void choose()
    {
        window().openConversation(m_talk);
        QTRY_COMPARE(window().conversation().row().id, m_talk);
        QTRY_VERIFY(delay()->isEnabled());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Profile> m_profile;
    test::FakePictures m_pictures;
    test::FakeNetwork m_network;
    ChannelRegistry m_channels;
    std::unique_ptr<Window> m_window;
    ConversationId m_talk;
    ConversationId m_other;
};

void TestWindowDelay::initTestCase()
{
    qputenv("ASIDE_KEYCHAIN", "off");
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
}

void TestWindowDelay::init()
{
    QTest::failOnWarning(QRegularExpression(
        u"^(?!This plugin does not support (propagateSizeHints|raise)|no keychain answered)"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    auto profile
        = Profile::open({.directory = m_folder->filePath(u"profile"_s), .encryption = Encryption::Plain});
    QVERIFY(profile);
    m_profile = std::move(*profile);
    IncomingBatch batch;
    for (const auto &id : {u"1@x"_s, u"2@x"_s}) {
        IncomingMessage message;
        message.remoteId = id;
        message.subject = u"Parcel "_s + id;
        message.authorName = u"Anna Berg"_s;
        message.authorHandle = u"anna@example.org"_s;
        message.sentAt = m_profile->clock().now() - 3h;
        message.text = u"When will you send the new lamp that you owe me since last week?"_s;
        batch.messages.append(message);
    }
    QVERIFY(m_profile->sink().apply(batch).result());
    const auto ids = m_profile->conversations().ids({.view = View::Inbox}).result().value();
    m_talk = ids.at(0);
    m_other = ids.at(1);
    m_window = std::make_unique<Window>(
        *m_profile, Window::Edges{.pictures = m_pictures, .network = m_network, .channels = m_channels});
    m_window->usePreferences(*qApp, {.language = u"en"_s, .mode = ColorMode::Light});
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(&window()));
}

void TestWindowDelay::cleanup()
{
    m_window.reset();
    m_profile.reset();
    m_folder.reset();
}

void TestWindowDelay::itIsOfferedWhereSomethingIsPromised()
{
    QVERIFY(!delay()->isEnabled());
    promise(48h);

    choose();
    window().openConversation(m_other);

    QTRY_VERIFY(!delay()->isEnabled());
    QVERIFY(!window().commands().action("promise.keep")->isEnabled());
}

void TestWindowDelay::theDraftSaysItWithTheDateToFillIn()
{
    promise(48h);
    choose();

    delay()->trigger();

    QTRY_VERIFY(!field()->toPlainText().isEmpty());
    const QString text = field()->toPlainText();
    QVERIFY2(text.startsWith(u"Anna, "), qPrintable(text));
    QCOMPARE(text.count(gapOpen), 1);
    QVERIFY2(text.contains(u"sorry"), qPrintable(text));
    QTest::keyClick(field(), Qt::Key_Home, Qt::ControlModifier);
    QTest::keyClick(field(), Qt::Key_Tab); // to the new date
    QVERIFY(field()->textCursor().selectedText().contains(gapOpen));
}

void TestWindowDelay::whatIsPastIsSaidToBePast()
{
    promise(-5h);
    choose();

    delay()->trigger();

    QTRY_VERIFY(!field()->toPlainText().isEmpty());
    const QString text = field()->toPlainText();
    QVERIFY2(text.contains(u"missed") || text.contains(u"has passed") || text.contains(u"in time"),
             qPrintable(text));
}

void TestWindowDelay::whatIsWrittenStays()
{
    promise(48h);
    choose();
    QTest::keyClicks(field(), u"Half a sentence"_s);

    delay()->trigger();

    QTRY_VERIFY(field()->toPlainText().contains(gapOpen));
    QVERIFY(field()->toPlainText().startsWith(u"Half a sentence\n"));
    const auto kept = [this] {
        return m_profile->drafts().load(m_talk, DraftKind::Reply).result()->text;
    };
    QTRY_COMPARE(kept(), field()->toPlainText());
}

void TestWindowDelay::aNoteIsNotTouched()
{
    promise(48h);
    choose();
    window().commands().action("reply.note")->trigger();
    QTest::keyClicks(field(), u"For the team"_s);

    delay()->trigger();

    QTRY_VERIFY(field()->toPlainText().contains(gapOpen));
    QVERIFY(!field()->toPlainText().contains(u"For the team"));
    const auto note = [this] {
        return m_profile->drafts().load(m_talk, DraftKind::Note).result()->text;
    };
    QTRY_COMPARE(note(), u"For the team"_s);
}

void TestWindowDelay::aReminderLeadsToTheDraftInItsConversation()
{
    promise(48h);
    window().openConversation(m_other);
    QTRY_COMPARE(window().conversation().row().id, m_other);
    WindowDelay fromReminder(window());

    fromReminder.askFor(m_talk);

    QTRY_COMPARE(window().conversation().row().id, m_talk);
    QTRY_VERIFY(field()->toPlainText().contains(gapOpen));
    const auto other = m_profile->drafts().load(m_other, DraftKind::Reply).result();
    QVERIFY(other && other->text.isEmpty());
    field()->clear();
    fromReminder.askFor(m_talk); // it is open already
    QTRY_VERIFY(field()->toPlainText().contains(gapOpen));
}

void TestWindowDelay::theDrawerOffersItToo()
{
    promise(48h);
    choose();
    window().togglePerson();
    const auto button = [this] {
        return window().findChild<QToolButton *>(u"delayPromiseButton"_s);
    };
    QTRY_VERIFY(button() != nullptr);

    QTest::mouseClick(button(), Qt::LeftButton);

    QTRY_VERIFY(field()->toPlainText().contains(gapOpen));
}

void TestWindowDelay::theClockInTheHeaderTellsTheTime()
{
    const auto *clock = window().findChild<QPushButton *>(u"promiseClock"_s);
    QVERIFY(!clock->isVisible());
    promise(-5h);
    choose();
    QVERIFY(clock->isVisible());
    QVERIFY2(clock->accessibleName().startsWith(u"Promise late"), qPrintable(clock->accessibleName()));

    window().commands().action("promise.keep")->trigger();

    QTRY_VERIFY(!clock->isVisible());
    QVERIFY(m_profile->promises().promiseList(PromiseScope::Open).result()->isEmpty());
}

QTEST_MAIN(TestWindowDelay)
#include "tst_windowdelay.moc"
