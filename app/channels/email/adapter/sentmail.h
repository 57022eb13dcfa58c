// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/compose/letter.h"
#include "app/channels/email/imap/imapsession.h"
#include "models/domain/sendoutcome.h"

#include <QFuture>
#include <QList>

namespace aside::mail {

/// A folder where a letter that was sent may lie, and where it lies in it.
struct SentPlace {
    imap::Folder folder;
    imap::UidSet uids;
};

/// Looks for a letter by its Message-ID in the folders for sent and for all mail. The session has to stay
/// until the answer is there; it is left with one of them open.
[[nodiscard]] QFuture<Result<QList<SentPlace>>> findSent(imap::ImapSession &session, QString messageId);

/// What that says of the letter: the first place where it lies, or all where it does not.
[[nodiscard]] Reconciliation reconciled(const QList<SentPlace> &places, const QString &wireId);

/// Files a letter in the folder for sent mail, unless it lies in one of those, or there is none for it. The
/// session has to stay until the answer is there.
[[nodiscard]] QFuture<Result<void>> fileSent(imap::ImapSession &session, Letter letter);

} // namespace aside::mail
