// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/logkeeper.h"

#include <QDir>
#include <QFile>

#include <atomic>

namespace aside {

namespace {

// Qt's handler is a plain function, so it must find the keeper by itself.
std::atomic<LogKeeper *> &current()
{
    static std::atomic<LogKeeper *> keeper = nullptr;
    return keeper;
}

LogLevel levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return LogLevel::Debug;
    case QtInfoMsg:
        return LogLevel::Info;
    case QtWarningMsg:
        return LogLevel::Warning;
    case QtCriticalMsg:
    case QtFatalMsg:
        return LogLevel::Error;
    }
    return LogLevel::Error;
}

} // namespace

LogKeeper::LogKeeper(const Clock &clock)
    : m_clock(clock)
    , m_before(nullptr)
{
    m_writer.setMaxThreadCount(1);
    current() = this;
    m_before = qInstallMessageHandler(&LogKeeper::handle);
}

LogKeeper::~LogKeeper()
{
    qInstallMessageHandler(m_before);
    current() = nullptr;
    m_writer.waitForDone();
}

void LogKeeper::handle(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    LogKeeper *keeper = current();
    if (keeper == nullptr) {
        return;
    }
    keeper->take({.at = keeper->m_clock.now(),
                  .level = levelOf(type),
                  .category = QString::fromLatin1(context.category),
                  .text = text});
    if (keeper->m_before != nullptr) {
        keeper->m_before(type, context, text);
    }
}

void LogKeeper::take(const LogLine &line)
{
    {
        const QMutexLocker lock(&m_mutex);
        if (m_lines.size() >= mostLines) {
            m_lines.removeFirst();
        }
        m_lines.append(line);
        m_unwritten += toText(line).toUtf8() + '\n';
        if (m_path.isEmpty()) {
            m_unwritten = m_unwritten.right(largestFile);
        } else {
            schedule();
        }
    }
    QMetaObject::invokeMethod(this, [this, line] { Q_EMIT lineAdded(line); }, Qt::QueuedConnection);
}

void LogKeeper::writeTo(const QString &directory)
{
    const QMutexLocker lock(&m_mutex);
    m_path = directory + QStringLiteral("/aside.log");
    schedule();
}

/// With the mutex held.
void LogKeeper::schedule()
{
    if (!m_isScheduled) {
        m_isScheduled = true;
        m_writer.start([this] { drain(); });
    }
}

void LogKeeper::drain()
{
    QByteArray bytes;
    QString path;
    {
        const QMutexLocker lock(&m_mutex);
        bytes.swap(m_unwritten);
        path = m_path;
        m_isScheduled = false;
    }
    append(path, bytes);
}

void LogKeeper::append(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QDir().mkpath(QFileInfo(path).absolutePath());
    if (file.size() + bytes.size() > largestFile) {
        QFile::remove(path + QStringLiteral(".1"));
        QFile::rename(path, path + QStringLiteral(".1"));
    }
    // Where it cannot be written there is nowhere to complain; the last lines are in the window.
    if (file.open(QIODevice::WriteOnly | QIODevice::Append)) {
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        file.write(bytes);
    }
}

QList<LogLine> LogKeeper::lines() const
{
    const QMutexLocker lock(&m_mutex);
    return m_lines;
}

} // namespace aside
