// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/imap/imapsession.h"
#include "models/domain/serverplace.h"

#include <QFuture>
#include <QList>

#include <stop_token>

namespace aside::mail {

/// Tells the server what was done here: marks by flags, archiving by moving from the inbox into the folder
/// for it. Doing it twice changes nothing. Answers with the ids of what is done, or has nothing left to be
/// done to; the others wait for another time. Leaves a folder open.
[[nodiscard]] QFuture<Result<QList<qint64>>> writeBack(imap::ImapSession &session,
                                                       QList<ServerChange> changes, std::stop_token stop);

} // namespace aside::mail
