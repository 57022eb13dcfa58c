// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/sync/foldersync.h"

#include <QFuture>
#include <QList>

namespace aside::mail {

/// Messages that are fetched at once: many small ones, or a large one alone.
struct MailBatch {
    imap::UidSet uids{};
    qint64 bytes = 0;

    bool operator==(const MailBatch &) const = default;
};

struct BatchPlan {
    QList<MailBatch> batches{}; ///< the newest messages first
    QList<imap::Uid> tooLarge{};
};

/// By the sizes the server gave; one that it did not give counts as large.
[[nodiscard]] BatchPlan planBatches(const QList<imap::Fetched> &sizes, qint64 largestMessage);

/// What the server remembers, of what it said.
[[nodiscard]] ServerFlags serverFlags(const QList<QByteArray> &flags);

/// What was made of a batch.
struct ReadBatch {
    QList<IncomingMessage> messages{};
    QList<ImportProblem> problems{};
};

/// Reads the messages away from this thread.
[[nodiscard]] QFuture<Result<ReadBatch>> readBatch(QList<imap::Fetched> fetched, const MailReader &read,
                                                   const FolderTask &task);

} // namespace aside::mail
