// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/imap/imapsession.h"
#include "app/channels/email/sync/foldercursor.h"
#include "app/channels/email/sync/partchoice.h"
#include "models/domain/incoming.h"
#include "models/ports/messagesink.h"

#include <QFuture>

#include <functional>
#include <optional>
#include <stop_token>

namespace aside::mail {

/// What a message does not say about itself.
struct MailFacts {
    Instant arrivedAt{};
    bool isRead = false;
    bool isInSent = false;
};

/// Reads the bytes of one message; pure, and called on other threads.
using MailReader = std::function<Result<IncomingMessage>(QByteArrayView raw, const MailFacts &facts)>;

/// What to bring over.
struct FolderTask {
    QString source; ///< under which the store keeps the cursor: one for each folder of each account
    AccountId account{};
    QByteArray wireName;
    imap::FolderRole role = imap::FolderRole::None;
    quint32 uidValidity = 0; ///< filled in when the folder is open
    std::optional<QDate> since{}; ///< what arrived earlier stays at the server
    qint64 largestWhole = mail::largestWhole; ///< of a larger one the big parts stay at the server
    bool triesUnread = false; ///< fetches the last of those again that could not be read
};

struct FlagChange {
    imap::Uid uid = 0;
    QList<QByteArray> flags{};

    bool operator==(const FlagChange &) const = default;
};

struct FolderReport {
    static constexpr qsizetype maxProblems = 100;

    qint64 imported = 0;
    qint64 duplicates = 0;
    qint64 skipped = 0;
    QList<ImportProblem> problems{}; ///< the first of those that were skipped
    qint64 unread = 0; ///< messages of the folder that could not be read, also earlier
    bool wasRenumbered = false; ///< UIDVALIDITY is another: all was looked at anew, and known mail recognised
    imap::UidSet vanished{}; ///< since the last time; of those that were stored
    QList<FlagChange> flags{}; ///< since the last time; of those that were stored
};

/// Brings a folder over, the newest messages first, and goes on where it was broken off: what was applied is
/// not fetched again, and what was not applied is not in the cursor. A folder in which nothing happened, as
/// far as the server's counters tell, is not even opened. Errors are those of the session and of the sink;
/// what was applied before stays. The session must go before the sink.
[[nodiscard]] QFuture<Result<FolderReport>> syncFolder(imap::ImapSession &session, MessageSink &sink,
                                                       MailReader read, FolderTask task,
                                                       std::stop_token stop);

/// Whether a folder is not what it was when all of it was brought over: nobody tells of what happens while it
/// is not open.
[[nodiscard]] bool isBehind(const QByteArray &cursor, const imap::Mailbox &now);

} // namespace aside::mail
