// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/profile.h"
#include "app/window.h"
#include "models/core/clock.h"
#include "models/ports/conversationstore.h"
#include "models/ports/draftstore.h"
#include "models/ports/messagesink.h"
#include "models/ports/outboxstore.h"
#include "models/ports/personstore.h"
#include "tests/support/fakeadapter.h"
#include "tests/support/fakepictures.h"
#include "tests/support/waiting.h"
#include "widgets/common/noticebar.h"
#include "widgets/composer/composerpanel.h"
#include "widgets/mainwindow.h"
#include "widgets/person/persondrawer.h"
#include "widgets/thread/conversationpane.h"

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace aside;
using namespace Qt::StringLiterals;

/// Whoever wrote to us wants to have what we keep, or wants it gone; in a real profile and window.
class TestWindowPersonFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("ASIDE_KEYCHAIN", "off");
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    }
    void init();
    void cleanup();

    void allThatIsKeptGoesIntoAFile();
    void fileThatCannotBeWrittenIsTold();
    void personIsErasedWithWhatIsBeingWritten();
    void nothingIsErasedWithoutAYes();
    void whileAReplyIsOnItsWayNothingIsErased();

private:
    [[nodiscard]] MainWindow &window() const { return m_window->window(); }
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    void choose(const QString &action) const
    {
        QTRY_VERIFY(window().person().person().id.isValid());
        window().person().findChild<QAction *>(action)->trigger();
    }
    void answer(const QString &words) const
    {
        QTRY_VERIFY(window().findChild<QMessageBox *>(u"erasePersonQuestion"_s));
        const auto buttons = window().findChild<QMessageBox *>(u"erasePersonQuestion"_s)->buttons();
        const auto found = std::ranges::find_if(
            buttons, [&](const QAbstractButton *button) { return button->text().remove(u'&') == words; });
        QVERIFY(found != buttons.cend());
        QTest::mouseClick(*found, Qt::LeftButton);
    }
    void exportTo(const QString &path) const
    {
        choose(u"exportPersonAction"_s);
        QTRY_VERIFY(window().findChild<QFileDialog *>(u"exportPersonDialog"_s));
        auto *dialog = window().findChild<QFileDialog *>(u"exportPersonDialog"_s);
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
    }
    [[nodiscard]] QString text() const
    {
        const auto thread = m_profile->conversations().thread(m_talk).result();
        return thread && !thread->messages.isEmpty() ? thread->messages.constFirst().text : QString();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Profile> m_profile;
    test::FakePictures m_pictures;
    test::FakeNetwork m_network;
    ChannelRegistry m_channels;
    std::unique_ptr<Window> m_window;
    ConversationId m_talk;
};

void TestWindowPersonFiles::init()
{
    QTest::failOnWarning(QRegularExpression(
        u"^(?!This plugin does not support (propagateSizeHints|raise)|no keychain answered)"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    auto profile = Profile::open({.directory = path(u"profile"_s), .encryption = Encryption::Plain});
    QVERIFY(profile);
    m_profile = std::move(*profile);
    IncomingMessage message;
    message.channel = Channel::Mastodon;
    message.audience = Audience::Private;
    message.remoteId = u"1"_s;
    message.authorName = u"Anna Berg"_s;
    message.authorHandle = u"@anna@social.example"_s;
    message.sentAt = m_profile->clock().now() - std::chrono::hours(1);
    message.text = u"My lamp broke."_s;
    IncomingBatch batch;
    batch.messages = {message};
    QVERIFY(m_profile->sink().apply(batch).result());
    m_talk = m_profile->conversations().ids({.view = View::Inbox}).result()->constFirst();
    m_window = std::make_unique<Window>(
        *m_profile, Window::Edges{.pictures = m_pictures, .network = m_network, .channels = m_channels});
    m_window->usePreferences(*qApp, {.language = u"en"_s, .mode = ColorMode::Light});
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
    window().openConversation(m_talk);
    QTRY_COMPARE(window().conversation().row().id, m_talk);
    window().togglePerson();
}

void TestWindowPersonFiles::cleanup()
{
    m_window.reset();
    m_profile.reset();
}

void TestWindowPersonFiles::allThatIsKeptGoesIntoAFile()
{
    exportTo(path(u"anna.json"_s));

    QTRY_VERIFY(window().notice().words().contains(u"anna.json"_s));
    QFile file(path(u"anna.json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
             QFileDevice::Permissions());
    const auto json = QJsonDocument::fromJson(file.readAll()).object();
    QCOMPARE(json.value(u"name"_s).toString(), u"Anna Berg"_s);
    QCOMPARE(json.value(u"conversations"_s).toArray().size(), 1);
}

void TestWindowPersonFiles::fileThatCannotBeWrittenIsTold()
{
    exportTo(path(u"missing/anna.json"_s));

    QTRY_VERIFY(window().notice().isVisible());
    QVERIFY(!window().notice().words().contains(u"anna.json"_s));
}

void TestWindowPersonFiles::personIsErasedWithWhatIsBeingWritten()
{
    window()
        .conversation()
        .composer()
        .findChild<QPlainTextEdit *>(u"replyText"_s)
        ->setPlainText(u"Dear Anna"_s);
    choose(u"erasePersonAction"_s);

    answer(u"Erase"_s);

    QVERIFY(test::waitFor([this] { return text().isEmpty(); }));
    QTRY_VERIFY(!window().conversation().current().isValid());
    QCOMPARE(m_profile->drafts().load(m_talk, DraftKind::Reply).result()->text, QString());
    window().openConversation(m_talk);
    QTRY_COMPARE(window().conversation().row().id, m_talk);
    QVERIFY(window()
                .conversation()
                .composer()
                .findChild<QPlainTextEdit *>(u"replyText"_s)
                ->toPlainText()
                .isEmpty());
}

void TestWindowPersonFiles::nothingIsErasedWithoutAYes()
{
    choose(u"erasePersonAction"_s);
    QTRY_VERIFY(window().findChild<QMessageBox *>(u"erasePersonQuestion"_s));
    QVERIFY(window().findChild<QMessageBox *>(u"erasePersonQuestion"_s)->text().contains(u"Anna Berg"_s));

    answer(u"Cancel"_s);

    QTRY_VERIFY(!window().findChild<QMessageBox *>(u"erasePersonQuestion"_s));
    QCOMPARE(text(), u"My lamp broke."_s);
    QCOMPARE(window().conversation().current(), m_talk);
}

void TestWindowPersonFiles::whileAReplyIsOnItsWayNothingIsErased()
{
    QVERIFY(m_profile->outbox()
                .hold(m_talk, u"We send a new one."_s, {.undoWindow = std::chrono::seconds(60)})
                .result());
    choose(u"erasePersonAction"_s);

    answer(u"Erase"_s);

    QTRY_VERIFY(window().notice().words().contains(u"on its way"_s));
    QCOMPARE(text(), u"My lamp broke."_s);
    QTRY_COMPARE(window().conversation().current(), m_talk);
}

QTEST_MAIN(TestWindowPersonFiles)
#include "tst_windowpersonfiles.moc"
