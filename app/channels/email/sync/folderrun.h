// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/sync/foldersync.h"
#include "app/channels/email/sync/mailbatch.h"

#include <QPointer>

#include <utility>

namespace aside::mail {

/// A batch that the store has been given.
struct Applying {
    QFuture<Result<ApplyReport>> report;
    QByteArray cursor; ///< as it is in the store then
    QList<Unread> unread;
};

/// One run over one folder. Lives in the frame of its flow; the flow asks it after each wait.
struct FolderRun {
    QPointer<imap::ImapSession> session;
    MessageSink *sink = nullptr; ///< outlives the session
    MailReader read;
    FolderTask task;
    std::stop_token stop;
    FolderCursor cursor{};
    QByteArray stored{}; ///< the cursor as the store has it
    std::optional<Applying> applying{};
    imap::Mailbox mailbox{};
    FolderReport report{};

    /// Whether there is any use in going on.
    [[nodiscard]] Result<void> wanted() const
    {
        return session.isNull() || stop.stop_requested() ? Result<void>(fail(Errc::Cancelled))
                                                         : Result<void>();
    }
    void addProblem(Error error)
    {
        ++report.skipped;
        if (report.problems.size() < FolderReport::maxProblems) {
            report.problems.append({.source = task.source, .error = std::move(error)});
        }
    }
};

} // namespace aside::mail
