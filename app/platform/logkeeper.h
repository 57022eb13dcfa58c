// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/ports/logbook.h"

#include <QByteArray>
#include <QMutex>
#include <QThreadPool>

namespace aside {

/// Keeps the last lines that Qt's logging gets, from any thread, and writes them to a file on a thread of its
/// own. The file is turned over at 1 MB; one older one is kept. Lines go on to where they went before.
class LogKeeper final : public LogBook
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogKeeper)
public:
    static constexpr qsizetype mostLines = 2000;
    static constexpr qint64 largestFile = 1'000'000;

    explicit LogKeeper(const Clock &clock);
    ~LogKeeper() override;

    /// Writes to DIRECTORY/aside.log from now on, what was kept so far first.
    void writeTo(const QString &directory);
    [[nodiscard]] QList<LogLine> lines() const override;

private:
    static void handle(QtMsgType type, const QMessageLogContext &context, const QString &text);
    void take(const LogLine &line);
    void schedule();
    void drain();
    static void append(const QString &path, const QByteArray &bytes);

    const Clock &m_clock;
    mutable QMutex m_mutex;
    QList<LogLine> m_lines;
    QByteArray m_unwritten;
    QString m_path; ///< empty: no file yet
    bool m_isScheduled = false;
    QThreadPool m_writer;
    QtMessageHandler m_before;
};

} // namespace aside
