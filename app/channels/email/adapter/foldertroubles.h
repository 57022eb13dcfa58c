// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/imap/mailbox.h"
#include "app/channels/email/sync/foldersync.h"
#include "models/domain/foldertrouble.h"

#include <QByteArrayList>
#include <QList>

namespace aside::mail {

/// What could not be read until now, of all folders of an account, by its cursor. One that is none says
/// nothing.
[[nodiscard]] QList<FolderTrouble> unreadOf(const QByteArray &accountCursor);

/// Folders that somebody chose and the server does not have, or does not open.
[[nodiscard]] QList<FolderTrouble> missingFolders(const QList<imap::Folder> &found,
                                                  const QByteArrayList &chosen);

/// Of a folder that could not be brought, or not wholly.
[[nodiscard]] FolderTrouble troubleOf(const QString &folder, const Result<FolderReport> &report);

/// Whether that is wrong with one folder, and others may be brought all the same. Without the inbox there is
/// nothing to bring.
[[nodiscard]] bool concernsOneFolder(Errc fault, imap::FolderRole role);

} // namespace aside::mail
