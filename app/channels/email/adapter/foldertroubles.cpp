// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/adapter/foldertroubles.h"

#include "app/channels/email/adapter/fetchbridge.h"
#include "app/channels/email/imap/modifiedutf7.h"
#include "app/channels/email/sync/foldercursor.h"

#include <algorithm>

namespace aside::mail {

namespace {

QString shownName(const QByteArray &wireName)
{
    return imap::fromModifiedUtf7(wireName).value_or(QString::fromUtf8(wireName));
}

} // namespace

QList<FolderTrouble> unreadOf(const QByteArray &accountCursor)
{
    QList<FolderTrouble> troubles;
    const QMap<QString, QByteArray> cursors
        = FetchBridge::parse(accountCursor).value_or(QMap<QString, QByteArray>());
    for (const auto &[folder, bytes] : cursors.asKeyValueRange()) {
        const FolderCursor cursor = FolderCursor::parse(bytes).value_or(FolderCursor());
        if (!cursor.unread.isEmpty()) {
            troubles.append({.folder = shownName(folder.toLatin1()),
                             .unread = static_cast<qint64>(cursor.unread.count())});
        }
    }
    return troubles;
}

QList<FolderTrouble> missingFolders(const QList<imap::Folder> &found, const QByteArrayList &chosen)
{
    QList<FolderTrouble> troubles;
    for (const QByteArray &name : chosen) {
        if (!std::ranges::contains(found, name, &imap::Folder::wireName)) {
            troubles.append({.folder = shownName(name), .fault = Errc::NotFound});
        }
    }
    return troubles;
}

bool concernsOneFolder(Errc fault, imap::FolderRole role)
{
    return role != imap::FolderRole::Inbox
        && (fault == Errc::ServerRefused || fault == Errc::NotFound || fault == Errc::NoPermission);
}

FolderTrouble troubleOf(const QString &folder, const Result<FolderReport> &report)
{
    return report ? FolderTrouble{.folder = folder, .unread = report->unread}
                  : FolderTrouble{.folder = folder, .fault = report.error().code};
}

} // namespace aside::mail
