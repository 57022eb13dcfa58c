// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/imap/mailbox.h"

#include <QByteArrayList>
#include <QList>

#include <optional>

namespace aside::mail {

/// The folders that are brought over where nobody chose others: what came and what was sent, wherever it was
/// put since. Not junk, not the bin, not drafts, and no folder that only shows what lies in others.
[[nodiscard]] QList<imap::Folder> usualFolders(const QList<imap::Folder> &folders);

/// Those of these names before the server, which can be selected; the usual ones where there are no names.
[[nodiscard]] QList<imap::Folder> chosenFolders(const QList<imap::Folder> &folders,
                                                const QByteArrayList &wireNames);

/// INBOX, where it is among those; it needs not be listed: RFC 9051 5.1.
[[nodiscard]] std::optional<imap::Folder> chosenInbox(const QByteArrayList &wireNames);

} // namespace aside::mail
