// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/desktopcolors.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

const QString service = u"org.freedesktop.portal.Desktop"_s;
const QString path = u"/org/freedesktop/portal/desktop"_s;
const QString settings = u"org.freedesktop.portal.Settings"_s;

bool callMock(const QString &method, const QVariantList &arguments)
{
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, u"org.freedesktop.DBus.Mock"_s, method);
    call.setArguments(arguments);
    return QDBusConnection::sessionBus().call(call).type() == QDBusMessage::ReplyMessage;
}

} // namespace

/// Against a portal made of python3-dbusmock on a bus of its own.
class TestDesktopColors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void theDesktopIsAskedAndHeard();

private:
    QProcess m_bus;
    QProcess m_portal;
};

void TestDesktopColors::initTestCase()
{
    m_bus.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    if (!m_bus.waitForStarted() || !m_bus.waitForReadyRead()) {
        QSKIP("dbus-daemon is not installed");
    }
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
    m_portal.start(u"/usr/bin/python3"_s, {u"-m"_s, u"dbusmock"_s, u"--session"_s, service, path, settings});
    const auto isThere = [] {
        return callMock(u"AddMethod"_s,
                        {settings, u"Read"_s, u"ss"_s, u"v"_s, u"ret = dbus.UInt32(1, variant_level=1)"_s});
    };
    if (!QTest::qWaitFor(isThere, 10'000)) {
        QSKIP("python3-dbusmock is not installed");
    }
}

void TestDesktopColors::cleanupTestCase()
{
    for (QProcess *process : {&m_portal, &m_bus}) {
        process->terminate();
        process->waitForFinished();
    }
}

void TestDesktopColors::theDesktopIsAskedAndHeard()
{
    DesktopColors colors;
    QSignalSpy changed(&colors, &DesktopColors::changed);

    colors.start();
    QTRY_COMPARE(colors.scheme(), Qt::ColorScheme::Dark);

    const QVariant light = QVariant::fromValue(QDBusVariant(uint(2)));
    QVERIFY(callMock(u"EmitSignal"_s,
                     {settings, u"SettingChanged"_s, u"ssv"_s,
                      QVariantList{u"org.freedesktop.appearance"_s, u"color-scheme"_s, light}}));
    QTRY_COMPARE(colors.scheme(), Qt::ColorScheme::Light);
    QCOMPARE(changed.count(), 2);
}

QTEST_GUILESS_MAIN(TestDesktopColors)
#include "tst_desktopcolors.moc"
