// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/notify/notifiers.h"
#include "app/notify/tray.h"
#include "app/notify/traynotifier.h"

#ifdef ASIDE_KNOTIFICATIONS
#include "app/notify/desktopnotifier.h"
#endif

#include <QApplication>
#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;

/// Against a notification service made of python3-dbusmock on a bus of its own.
class TestDesktopNotifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void foreignTextStaysPlain();
    void aReplyComesBackWithItsConversation();
    void aClickOpensTheConversation();
    void aReminderAsksForTheDraftAboutADelay();
    void aTrayMessageHasNoMarkup();

private:
    /// The arguments of the calls of Notify so far: title, body.
    static QList<QPair<QString, QString>> shown();
    static void emitSignal(const QString &name, const QString &signature, const QVariantList &arguments);
    /// The person acts, until the notifier says so once. KNotifications may learn the id of what is shown
    /// only after a signal about it: where the answer to Notify was there before anyone waited for it, it
    /// takes one more round of the event loop. Nobody clicks that fast, but what is clicked then is lost.
    static bool act(const QSignalSpy &said, const QString &name, const QVariantList &arguments);

    QTemporaryDir m_folder;
    QProcess m_bus;
    QProcess m_service;
    bool m_isReady = false;
};

namespace {

const QString service = u"org.freedesktop.Notifications"_s;
const QString path = u"/org/freedesktop/Notifications"_s;
const QString mock = u"org.freedesktop.DBus.Mock"_s;

Notification example()
{
    return {.conversation = ConversationId{7},
            .title = u"<b>Anna</b> & Co"_s,
            .body = u"<img src=\"file:///etc/passwd\"> 1 < 2"_s,
            .openLabel = u"Open"_s,
            .replyLabel = u"Reply"_s};
}

} // namespace

// Runs before the application asks for the bus of the session.
static QByteArray startBus(QProcess &process)
{
    process.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    if (!process.waitForStarted() || !process.waitForReadyRead()) {
        return {};
    }
    return process.readLine().trimmed();
}

void TestDesktopNotifier::initTestCase()
{
#ifndef ASIDE_KNOTIFICATIONS
    QSKIP("Built without KNotifications");
#endif
    const QByteArray address = startBus(m_bus);
    if (address.isEmpty()) {
        QSKIP("dbus-daemon is not installed");
    }
    qputenv("DBUS_SESSION_BUS_ADDRESS", address);
    QVERIFY(QDir().mkpath(m_folder.filePath(u"knotifications6"_s)));
    QVERIFY(QFile::copy(QStringLiteral(NOTIFYRC), m_folder.filePath(u"knotifications6/aside.notifyrc"_s)));
    qputenv("XDG_DATA_DIRS", m_folder.path().toUtf8() + ":/usr/share");
    m_service.start(u"/usr/bin/python3"_s,
                    {u"-m"_s, u"dbusmock"_s, u"--session"_s, u"--template"_s, u"notification_daemon"_s,
                     u"--parameters"_s, u"{\"capabilities\": \"actions body body-markup inline-reply\"}"_s});
    QVERIFY(m_service.waitForStarted());
    const auto isThere = [] {
        const QDBusMessage ping
            = QDBusMessage::createMethodCall(service, path, service, u"GetCapabilities"_s);
        return QDBusConnection::sessionBus().call(ping).type() == QDBusMessage::ReplyMessage;
    };
    m_isReady = QTest::qWaitFor(isThere, 10'000);
    if (!m_isReady) {
        QSKIP("python3-dbusmock is not installed");
    }
}

void TestDesktopNotifier::cleanupTestCase()
{
    for (QProcess *process : {&m_service, &m_bus}) {
        process->terminate();
        process->waitForFinished();
    }
}

QList<QPair<QString, QString>> TestDesktopNotifier::shown()
{
    QDBusMessage question = QDBusMessage::createMethodCall(service, path, mock, u"GetMethodCalls"_s);
    question.setArguments({u"Notify"_s});
    const QDBusMessage answer = QDBusConnection::sessionBus().call(question);
    QList<QPair<QString, QString>> texts;
    if (answer.type() != QDBusMessage::ReplyMessage) {
        return texts;
    }
    const auto list = answer.arguments().constFirst().value<QDBusArgument>();
    list.beginArray();
    while (!list.atEnd()) {
        qulonglong time = 0;
        QVariantList arguments;
        list.beginStructure();
        list >> time >> arguments;
        list.endStructure();
        texts.append({arguments.value(3).toString(), arguments.value(4).toString()});
    }
    list.endArray();
    return texts;
}

void TestDesktopNotifier::emitSignal(const QString &name, const QString &signature,
                                     const QVariantList &arguments)
{
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, mock, u"EmitSignal"_s);
    call.setArguments({service, name, signature, arguments});
    QDBusConnection::sessionBus().call(call);
}

bool TestDesktopNotifier::act(const QSignalSpy &said, const QString &name, const QVariantList &arguments)
{
    const auto isSaid = [&] {
        if (said.isEmpty()) {
            emitSignal(name, u"us"_s, arguments);
            QCoreApplication::processEvents(); // it is here already; not twice
        }
        return !said.isEmpty();
    };
    return QTest::qWaitFor(isSaid, 10'000);
}

void TestDesktopNotifier::foreignTextStaysPlain()
{
#ifdef ASIDE_KNOTIFICATIONS
    QVERIFY(DesktopNotifier::isAvailable());
    DesktopNotifier notifier;

    notifier.notify(example());

    QTRY_COMPARE(shown().size(), 1);
    const auto [title, body] = shown().constFirst();
    QCOMPARE(title, u"<b>Anna</b> & Co"_s); // titles are plain for the service
    QVERIFY2(!body.contains(u'<'), qPrintable(body)); // bodies are markup for it
    QVERIFY2(body.contains(u"&lt;img"), qPrintable(body));
#endif
}

void TestDesktopNotifier::aReplyComesBackWithItsConversation()
{
#ifdef ASIDE_KNOTIFICATIONS
    DesktopNotifier notifier;
    QSignalSpy replied(&notifier, &Notifier::replied);
    const qsizetype before = shown().size();
    notifier.notify(example());
    QTRY_COMPARE(shown().size(), before + 1);

    QVERIFY(act(replied, u"NotificationReplied"_s, {uint(before + 1), u"Спасибо, проверяю!"_s}));

    QCOMPARE(replied.count(), 1);
    QCOMPARE(replied.at(0).at(0).value<ConversationId>(), ConversationId{7});
    QCOMPARE(replied.at(0).at(1).toString(), u"Спасибо, проверяю!"_s);
#endif
}

void TestDesktopNotifier::aClickOpensTheConversation()
{
#ifdef ASIDE_KNOTIFICATIONS
    DesktopNotifier notifier;
    QSignalSpy activated(&notifier, &Notifier::activated);
    const qsizetype before = shown().size();
    notifier.notify(example());
    QTRY_COMPARE(shown().size(), before + 1);

    QVERIFY(act(activated, u"ActionInvoked"_s, {uint(before + 1), u"default"_s}));

    QCOMPARE(activated.count(), 1);
    QCOMPARE(activated.at(0).at(0).value<ConversationId>(), ConversationId{7});
#endif
}

void TestDesktopNotifier::aReminderAsksForTheDraftAboutADelay()
{
#ifdef ASIDE_KNOTIFICATIONS
    DesktopNotifier notifier;
    QSignalSpy asked(&notifier, &Notifier::delayAsked);
    const qsizetype before = shown().size();
    notifier.notify(example());
    QTRY_COMPARE(shown().size(), before + 1);
    auto reminder = example();
    reminder.replyLabel.clear();
    reminder.delayLabel = u"Draft about a delay"_s;
    notifier.notify(reminder); // it takes the place of what offers less
    QTRY_COMPARE(shown().size(), before + 2);

    QVERIFY(act(asked, u"ActionInvoked"_s, {uint(before + 2), u"1"_s}));

    QCOMPARE(asked.at(0).at(0).value<ConversationId>(), ConversationId{7});
#endif
}

void TestDesktopNotifier::aTrayMessageHasNoMarkup()
{
    const QString text = TrayNotifier::harmless(example().body + example().title);

    QVERIFY(!text.contains(u'<') && !text.contains(u'&'));
    QVERIFY(text.contains(u"Anna"));
    Tray tray; // without a tray nothing happens, and nothing warns
    TrayNotifier notifier(tray);
    notifier.notify(example());
    tray.setUnread(3);
    tray.setState(Tray::State::Shown);
}

QTEST_MAIN(TestDesktopNotifier)
#include "tst_desktopnotifier.moc"
