// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/imap/imapsession.h"
#include "app/channels/email/sync/foldersync.h"
#include "models/ports/leftparts.h"

#include <QCoroTask>

#include <functional>
#include <memory>

namespace aside::mail {

/// Makes a session that is signed in.
using SessionMaker = std::function<QCoro::Task<Result<std::unique_ptr<imap::ImapSession>>>()>;

/// Brings a part piece by piece and writes its decoded bytes as they come, over connections of its own: where
/// one breaks, the next goes on behind the last piece. Asks for nothing before it has seen that the message
/// is the one meant and the part as large as it was. Errc::NotFound where it is nowhere, Cancelled, TooLarge,
/// DiskFull, and those of the session.
[[nodiscard]] QFuture<Result<void>> downloadPart(SessionMaker connect, MailReader read, LeftPart part,
                                                 PartWay way);

} // namespace aside::mail
