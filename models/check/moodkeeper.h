// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/check/mood.h"
#include "models/ports/changefeed.h"
#include "models/ports/replyclockstore.h"

#include <QObject>
#include <QThreadPool>

#include <memory>

namespace aside {

/// Reads what customers wrote and wait for an answer to, on a thread of its own and after it is stored, so
/// that no import waits for it. Starts with start(), then follows every change.
class MoodKeeper final : public QObject
{
    Q_OBJECT

public:
    MoodKeeper(ReplyClockStore &store, ChangeFeed &changes, QStringList phraseFolders,
               QObject *parent = nullptr);
    /// Waits for the texts that are being read, some milliseconds.
    ~MoodKeeper() override;

    void start();

Q_SIGNALS:
    /// Everything is read.
    void finished();
    void failed(const aside::Error &error);

private:
    class Desk;

    void look();
    void read(const QList<MoodQuestion> &questions);
    void keep(const QList<MoodAnswer> &answers);
    void end();

    ReplyClockStore &m_store;
    QThreadPool m_pool;
    std::shared_ptr<Desk> m_desk; ///< shared with the work on the pool; used there alone
    bool m_isStarted = false;
    bool m_isLooking = false;
    bool m_looksAgain = false;
};

} // namespace aside
