// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTest>

namespace aside::test {

constexpr int patience = 120'000;

struct Ended {
    int exitCode = -1;
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    [[nodiscard]] QString errorCode() const
    {
        return json().value(u"error").toObject().value(u"code").toString();
    }
    [[nodiscard]] QByteArray words() const
    {
        return "exit " + QByteArray::number(exitCode) + "\n" + out.left(2000) + "\n" + err.left(2000);
    }
};

inline QProcessEnvironment testEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("ASIDE_KEYCHAIN"), QStringLiteral("off"));
    environment.insert(QStringLiteral("ASIDE_NO_DIALOG"), QStringLiteral("1"));
    environment.remove(QStringLiteral("ASIDE_PROFILE"));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    return environment;
}

/// A program that is killed when the test is done with it.
class Child
{
public:
    Child(const QString &program, const QStringList &arguments, const QMap<QString, QString> &extra = {})
    {
        QProcessEnvironment environment = testEnvironment();
        for (auto it = extra.begin(); it != extra.end(); ++it) {
            environment.insert(it.key(), it.value());
        }
        m_process.setProcessEnvironment(environment);
        m_process.start(program, arguments);
        m_process.waitForStarted();
    }
    ~Child() { kill(); }
    Child(const Child &) = delete;
    Child &operator=(const Child &) = delete;

    QProcess *operator->() { return &m_process; }
    QProcess &process() { return m_process; }
    [[nodiscard]] bool isRunning() const { return m_process.state() == QProcess::Running; }

    /// SIGKILL: the program cannot notice.
    void kill()
    {
        if (m_process.state() != QProcess::NotRunning) {
            m_process.kill();
            m_process.waitForFinished();
        }
    }

    [[nodiscard]] Ended end(int milliseconds = patience)
    {
        if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(milliseconds)) {
            kill();
            return {.exitCode = -2, .out = m_process.readAllStandardOutput(), .err = "did not end"};
        }
        return {.exitCode = m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -3,
                .out = m_process.readAllStandardOutput(),
                .err = m_process.readAllStandardError()};
    }

private:
    QProcess m_process;
};

inline Ended runProgram(const QString &program, const QStringList &arguments)
{
    return Child(program, arguments).end();
}

inline QString asidectlProgram()
{
    return QStringLiteral(ASIDECTL_BIN);
}

inline QStringList onProfile(const QString &profile, const QStringList &arguments)
{
    return QStringList{QStringLiteral("--profile"), profile, QStringLiteral("--json")} + arguments;
}

/// `asidectl --json` on a profile.
inline Ended asidectl(const QString &profile, const QStringList &arguments)
{
    return runProgram(asidectlProgram(), onProfile(profile, arguments));
}

inline bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

inline QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QByteArray mboxMessage(int number, int padding = 0)
{
    const QByteArray n = QByteArray::number(number);
    return "From anna@mail.example Mon Mar  2 10:00:00 2026\nFrom: Anna <anna"
        + QByteArray::number(number % 40) + "@mail.example>\nTo: me@shop.example\nSubject: Order " + n
        + "\nMessage-ID: <m" + n + "@mail.example>\nDate: Mon, 02 Mar 2026 10:00:00 +0000\n\nWhere is parcel"
        + n + "?" + QByteArray(padding, 'x') + "\n\n";
}

inline QByteArray mbox(int first, int count, int padding = 0)
{
    QByteArray bytes;
    for (int i = first; i < first + count; ++i) {
        bytes += mboxMessage(i, padding);
    }
    return bytes;
}

/// -1 where the profile cannot be read.
inline qsizetype conversationCount(const QString &profile)
{
    const Ended inbox = asidectl(profile, {QStringLiteral("inbox")});
    return inbox.exitCode == 0 ? inbox.json().value(u"conversations").toArray().size() : -1;
}

inline bool isHealthy(const QString &profile)
{
    const Ended doctor = asidectl(profile, {QStringLiteral("doctor")});
    return doctor.exitCode == 0 && doctor.json().value(u"healthy").toBool();
}

} // namespace aside::test
