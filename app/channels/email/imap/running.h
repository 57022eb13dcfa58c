// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/imap/imaplink.h"

#include <QPromise>

namespace aside::imap {

/// A command on its way, until it is answered.
struct ImapLink::Running {
    Request request;
    QPromise<Result<Reply>> promise{};
    QByteArray tag{};
    Reply reply{};
    qint64 collected = 0; ///< bytes in memory
    std::size_t piece = 0; ///< what is being written
    qint64 sent = 0; ///< of the source of that piece
    bool isBegun = false; ///< its tag went out
    bool isAnnounced = false; ///< the size of that piece's literal went out
    bool awaitsLeave = false; ///< the server has to say "+" first
    bool isAnswered = false; ///< but not yet written whole
    bool isListening = false; ///< IDLE: the server said "+"
    bool wantsEnd = false; ///< IDLE: to be ended
    bool saidDone = false;
    std::optional<Error> ownError{}; ///< we gave up; the server's answer does not count
};

} // namespace aside::imap
