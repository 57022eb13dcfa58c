// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/imap/imapsession.h"
#include "app/channels/email/sync/mailbatch.h"

#include <QFuture>

namespace aside::mail {

/// Of a large letter what is read at once: its header, what it is made of, its texts, and what is small. A
/// structure that cannot be understood is a problem of the batch. Errors are those of the session.
[[nodiscard]] QFuture<Result<FetchedBatch>> fetchInParts(imap::ImapSession &session, imap::Uid uid);

} // namespace aside::mail
