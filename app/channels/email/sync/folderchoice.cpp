// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/sync/folderchoice.h"

#include <algorithm>

namespace aside::mail {

namespace {

bool isUsual(const imap::Folder &folder)
{
    switch (folder.role) {
    case imap::FolderRole::None:
    case imap::FolderRole::Inbox:
    case imap::FolderRole::Sent:
    case imap::FolderRole::Archive:
        return folder.canBeSelected;
    case imap::FolderRole::Drafts:
    case imap::FolderRole::Junk:
    case imap::FolderRole::Trash:
    case imap::FolderRole::All:
    case imap::FolderRole::Flagged:
        return false;
    }
    return false;
}

int order(const imap::Folder &folder)
{
    return folder.role == imap::FolderRole::Inbox ? 0 : folder.role == imap::FolderRole::Sent ? 1 : 2;
}

} // namespace

QList<imap::Folder> usualFolders(const QList<imap::Folder> &folders)
{
    QList<imap::Folder> usual;
    std::ranges::copy_if(folders, std::back_inserter(usual), &isUsual);
    std::ranges::stable_sort(usual, {}, &order);
    return usual;
}

QList<imap::Folder> chosenFolders(const QList<imap::Folder> &folders, const QByteArrayList &wireNames)
{
    if (wireNames.isEmpty()) {
        return usualFolders(folders);
    }
    QList<imap::Folder> chosen;
    std::ranges::copy_if(folders, std::back_inserter(chosen), [&](const imap::Folder &folder) {
        return folder.canBeSelected && wireNames.contains(folder.wireName);
    });
    std::ranges::stable_sort(chosen, {}, &order);
    return chosen;
}

std::optional<imap::Folder> chosenInbox(const QByteArrayList &wireNames)
{
    const QByteArray name("INBOX");
    if (!wireNames.isEmpty() && !wireNames.contains(name)) {
        return std::nullopt;
    }
    return imap::Folder{.wireName = name, .name = QString::fromLatin1(name), .role = imap::FolderRole::Inbox};
}

} // namespace aside::mail
