// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QProcess>
#include <QStandardPaths>
#include <QString>
#include <QTest>

namespace aside::test {

// Some tests run once more in a session of their own, where they talk to a keyring that is not the person's.

/// Who answers in that session.
enum class Keyring { Unlocked, OnlyABus };

/// Set where this is such a run.
inline bool isInSession()
{
    return qEnvironmentVariableIsSet("ASIDE_TEST_KEYRING");
}

[[nodiscard]] inline bool hasSessions()
{
    return !QStandardPaths::findExecutable(QStringLiteral("dbus-run-session")).isEmpty()
        && !QStandardPaths::findExecutable(QStringLiteral("gnome-keyring-daemon")).isEmpty();
}

/// Runs one test of this program in a session whose home is that folder.
inline void runInSession(const QString &test, Keyring keyring, const QString &home)
{
    QProcess child;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("ASIDE_KEYCHAIN"));
    environment.insert(QStringLiteral("ASIDE_TEST_KEYRING"), QStringLiteral("1"));
    for (const char *name : {"HOME", "XDG_RUNTIME_DIR", "XDG_DATA_HOME"}) {
        environment.insert(QString::fromLatin1(name), home);
    }
    child.setProcessEnvironment(environment);
    child.setProcessChannelMode(QProcess::MergedChannels);
    const QString unlock = keyring == Keyring::Unlocked
        ? QStringLiteral(
              "printf '\\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; ")
        : QString();

    child.start(QStringLiteral("dbus-run-session"),
                {QStringLiteral("--"), QStringLiteral("sh"), QStringLiteral("-c"),
                 unlock + QStringLiteral("exec \"$0\" ") + test, QCoreApplication::applicationFilePath()});

    QVERIFY(child.waitForFinished(60'000));
    QVERIFY2(child.exitStatus() == QProcess::NormalExit && child.exitCode() == 0,
             child.readAll().constData());
}

} // namespace aside::test
