// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/imap/imaplink.h"

#include <QString>

#include <optional>

namespace aside::imap {

/// What a folder is for, as the server says (RFC 6154) or as its name plainly tells.
enum class FolderRole : quint8 { None, Inbox, Sent, Drafts, Junk, Trash, Archive, All, Flagged };

struct Folder {
    QByteArray wireName; ///< what to call it before the server
    QString name; ///< for people; not a path, whatever it looks like
    char delimiter = '\0';
    FolderRole role = FolderRole::None;
    bool canBeSelected = true;

    bool operator==(const Folder &) const = default;
};

[[nodiscard]] Folder folderOf(const Listed &listed);

/// What we knew of a folder when we last looked (RFC 7162).
struct LastSeen {
    quint32 uidValidity = 0;
    quint64 modSeq = 0;
};

/// A folder that was opened.
struct Mailbox {
    quint32 uidValidity = 0;
    quint32 uidNext = 0; ///< 0: the server does not say
    quint64 exists = 0;
    std::optional<quint64> highestModSeq{}; ///< none: the server does not count changes here
    bool isReadOnly = false;
    UidSet vanished{}; ///< since LastSeen
    QList<Fetched> changed{}; ///< since LastSeen: flags
};

/// Errc::BadAnswer where the server does not say what every server must.
[[nodiscard]] Result<Mailbox> mailboxOf(const Reply &reply);

struct AppendedUid {
    quint32 uidValidity = 0;
    Uid uid = 0;

    bool operator==(const AppendedUid &) const = default;
};

/// Of "[APPENDUID 38505 3955]"; nothing where the server does not say.
[[nodiscard]] std::optional<AppendedUid> appendedUid(const Outcome &outcome);

} // namespace aside::imap
