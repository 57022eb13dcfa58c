// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/sync/foldersync.h"
#include "app/channels/email/sync/partialletter.h"

#include <QFuture>
#include <QList>

namespace aside::mail {

/// Messages that are fetched at once: many small ones, or a large one alone, of which parts may stay where
/// they are.
struct MailBatch {
    imap::UidSet uids{};
    qint64 bytes = 0;
    bool isInParts = false;

    bool operator==(const MailBatch &) const = default;
};

/// By the sizes the server gave, the newest messages first; one that it did not give counts as large.
[[nodiscard]] QList<MailBatch> planBatches(const QList<imap::Fetched> &sizes, qint64 mostWhole);

/// What the server remembers, of what it said.
[[nodiscard]] ServerFlags serverFlags(const QList<QByteArray> &flags);

/// A message that cannot be understood, and why.
struct Unread {
    imap::Uid uid = 0;
    Error error;
};

/// A batch as it came.
struct FetchedBatch {
    QList<imap::Fetched> messages{}; ///< each with a section "" for the whole
    LeftParts left{};
    QList<Unread> unread{};
};

/// Small messages whole, of a large one what is read. One that is gone is not among them.
[[nodiscard]] QFuture<Result<FetchedBatch>> fetchBatch(imap::ImapSession &session, const MailBatch &batch);

/// What was made of a batch.
struct ReadBatch {
    QList<IncomingMessage> messages{};
    QList<Unread> unread{};
};

/// Reads the messages away from this thread.
[[nodiscard]] QFuture<Result<ReadBatch>> readBatch(FetchedBatch fetched, const MailReader &read,
                                                   const FolderTask &task);

} // namespace aside::mail
