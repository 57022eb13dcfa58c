// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/adapter/accountfolders.h"

#include "app/channels/email/adapter/foldertroubles.h"
#include "app/channels/email/sync/folderchoice.h"
#include "app/channels/flow/promises.h"

#include <utility>

namespace aside::mail {

namespace {

using Done = Result<void>;

/// One run over the folders of an account. Lives in the frame of its flow.
struct Round {
    AccountFolders parts;
    QList<FolderTrouble> troubles{};
};

/// Once in the adapter's life also what could not be read earlier.
QCoro::Task<Done> take(Round &round, imap::Folder folder)
{
    const AccountFolders &parts = round.parts;
    if (parts.session.isNull()) {
        co_return fail(Errc::Cancelled);
    }
    const Result<FolderReport> report
        = co_await arrival(syncFolder(*parts.session, *parts.sink, parts.read,
                                      {.source = QString::fromLatin1(folder.wireName),
                                       .account = parts.account,
                                       .wireName = folder.wireName,
                                       .role = folder.role,
                                       .since = parts.since,
                                       .triesUnread = !parts.triedUnread->contains(folder.wireName)},
                                      parts.stop));
    if (report && parts.session) {
        parts.triedUnread->insert(folder.wireName);
    }
    if (!report && !concernsOneFolder(report.error().code, folder.role)) {
        co_return std::unexpected(report.error());
    }
    if (!report || report->unread > 0) {
        round.troubles.append(troubleOf(folder.name, report));
    }
    co_return Done();
}

/// All that are wanted, without an INBOX that was taken.
QCoro::Task<Done> takeListed(Round &round, std::optional<imap::Folder> taken)
{
    if (round.parts.session.isNull()) {
        co_return fail(Errc::Cancelled);
    }
    const Result<QList<imap::Folder>> all = co_await arrival(round.parts.session->folders());
    if (!all) {
        co_return std::unexpected(all.error());
    }
    const QList<imap::Folder> wanted = chosenFolders(*all, round.parts.chosen);
    round.troubles = missingFolders(wanted, round.parts.chosen) + round.troubles;
    for (const imap::Folder &folder : wanted) {
        if (taken && folder.role == imap::FolderRole::Inbox) {
            continue;
        }
        if (const Done done = co_await take(round, folder); !done) {
            co_return done;
        }
    }
    co_return Done();
}

} // namespace

/// INBOX is there on each server, and is looked at before the folders are listed: after a LIST, Dovecot 2.4
/// goes through all of a Maildir once more, which takes 90 ms where 100,000 messages lie in it.
QCoro::Task<Result<QList<FolderTrouble>>> fetchFolders(AccountFolders folders)
{
    Round round{.parts = std::move(folders)};
    const std::optional<imap::Folder> inbox = chosenInbox(round.parts.chosen);
    if (inbox) {
        if (const Done done = co_await take(round, *inbox); !done) {
            co_return std::unexpected(done.error());
        }
    }
    if (const Done done = co_await takeListed(round, inbox); !done) {
        co_return std::unexpected(done.error());
    }
    co_return round.troubles;
}

} // namespace aside::mail
