// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/adapter/sentmail.h"

#include "app/channels/email/compose/letterdevice.h"
#include "app/channels/flow/promises.h"

#include <algorithm>
#include <utility>

namespace aside::mail {

using namespace Qt::StringLiterals;
using imap::FolderRole;
using imap::ImapSession;

namespace {

QCoro::Task<Result<QList<SentPlace>>> findFlow(ImapSession &session, QString messageId)
{
    const Result<QList<imap::Folder>> folders = co_await arrival(session.folders());
    if (!folders) {
        co_return std::unexpected(folders.error());
    }
    Result<QList<SentPlace>> found(std::in_place);
    for (const imap::Folder &folder : *folders) {
        const bool isPlace = folder.role == FolderRole::Sent || folder.role == FolderRole::All;
        if (!isPlace || !folder.canBeSelected) {
            continue;
        }
        const Result<imap::Mailbox> opened = co_await arrival(session.select(folder.wireName));
        if (!opened) {
            co_return std::unexpected(opened.error());
        }
        const Result<imap::UidSet> uids
            = co_await arrival(session.searchHeader("Message-ID", messageId.toLatin1()));
        if (!uids) {
            co_return std::unexpected(uids.error());
        }
        found->append({.folder = folder, .uids = *uids});
    }
    co_return found;
}

QCoro::Task<Result<void>> fileFlow(ImapSession &session, Letter letter)
{
    const Result<QList<SentPlace>> places = co_await arrival(findSent(session, letter.messageId));
    if (!places) {
        co_return std::unexpected(places.error());
    }
    const bool isThere
        = std::ranges::any_of(*places, [](const SentPlace &place) { return !place.uids.isEmpty(); });
    const auto sent = std::ranges::find(*places, FolderRole::Sent,
                                        [](const SentPlace &place) { return place.folder.role; });
    if (isThere || sent == places->cend()) {
        co_return Result<void>();
    }
    Result<std::unique_ptr<LetterDevice>> device = LetterDevice::make(letter);
    if (!device) {
        co_return std::unexpected(device.error());
    }
    const Result<std::optional<imap::AppendedUid>> filed
        = co_await arrival(session.append(sent->folder.wireName, {"\\Seen"}, *std::move(device)));
    if (!filed) {
        co_return std::unexpected(filed.error());
    }
    co_return Result<void>();
}

} // namespace

QFuture<Result<QList<SentPlace>>> findSent(ImapSession &session, QString messageId)
{
    return aside::begin<QList<SentPlace>>(findFlow(session, std::move(messageId)));
}

QFuture<Result<void>> fileSent(ImapSession &session, Letter letter)
{
    return aside::begin<void>(fileFlow(session, std::move(letter)));
}

Reconciliation reconciled(const QList<SentPlace> &places, const QString &wireId)
{
    if (places.isEmpty()) {
        return {.evidence = Evidence::CannotTell, .look = LookKind::NoSentFolder};
    }
    QStringList names;
    for (const SentPlace &place : places) {
        if (!place.uids.isEmpty()) {
            return {.evidence = Evidence::Found,
                    .remoteId = wireId,
                    .look = LookKind::SentFolders,
                    .words = place.folder.name};
        }
        names.append(place.folder.name);
    }
    return {.evidence = Evidence::NotFound, .look = LookKind::SentFolders, .words = names.join(u", "_s)};
}

} // namespace aside::mail
