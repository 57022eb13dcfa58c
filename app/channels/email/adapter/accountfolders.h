// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/sync/foldersync.h"
#include "models/domain/foldertrouble.h"

#include <QByteArrayList>
#include <QCoroTask>
#include <QPointer>
#include <QSet>

namespace aside::mail {

/// Which folders of an account to bring over, and into what. All that is pointed at lives as long as the
/// session.
struct AccountFolders {
    QPointer<imap::ImapSession> session;
    MessageSink *sink = nullptr;
    MailReader read;
    AccountId account;
    std::optional<QDate> since{};
    QByteArrayList chosen{}; ///< as the server calls them; none: the usual ones
    QSet<QByteArray> *triedUnread = nullptr; ///< where what could not be read was tried once more
    std::stop_token stop{};
};

/// Brings them over, INBOX first; answers with the folders that could not be, where the others could. Errors
/// are those of syncFolder().
[[nodiscard]] QCoro::Task<Result<QList<FolderTrouble>>> fetchFolders(AccountFolders folders);

} // namespace aside::mail
