// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/imap/uidset.h"
#include "models/core/error.h"

#include <QByteArray>
#include <QDate>

#include <optional>

namespace aside::mail {

/// How much of a folder is in the store. Kept by the store, in the same transaction as what it speaks of.
struct FolderCursor {
    quint32 uidValidity = 0; ///< 0: nothing is known yet
    imap::UidSet done{}; ///< stored, or looked at and left out
    /// Set once all there was is done: how far back that was (none: to the beginning), and what the folder's
    /// numbers were then. So a folder in which nothing happened costs no search.
    struct Whole {
        std::optional<QDate> since{};
        imap::Uid uidNext = 0;
        quint64 modSeq = 0; ///< 0: the server does not count changes
        quint64 exists = 0; ///< how many messages there were

        bool operator==(const Whole &) const = default;
    };
    std::optional<Whole> whole{};
    imap::UidSet unread{}; ///< of those that are done: they came and could not be read

    bool operator==(const FolderCursor &) const = default;

    [[nodiscard]] QByteArray toBytes() const;
    /// An empty one is the cursor of a folder that nobody looked at. Errc::InvalidInput where it is none.
    [[nodiscard]] static Result<FolderCursor> parse(const QByteArray &bytes);
};

} // namespace aside::mail
