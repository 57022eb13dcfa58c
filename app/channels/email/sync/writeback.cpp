// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/sync/writeback.h"

#include "app/channels/flow/promises.h"
#include "models/core/logging.h"

#include <QMap>
#include <QPointer>
#include <QSet>

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace aside::mail {

using namespace Qt::StringLiterals;
using imap::FolderRole;
using imap::ImapSession;
using imap::UidSet;

namespace {

using Done = Result<void>;

/// What is to be done in one folder, in this order: what is moved has got its marks before.
struct FolderWork {
    UidSet read;
    UidSet unread;
    UidSet answered;
    UidSet unanswered;
    UidSet archived;
};

/// One run over the folders. Lives in the frame of its flow; the flow asks it after each wait.
struct Run {
    QPointer<ImapSession> session;
    QList<ServerChange> changes;
    std::stop_token stop;
    QList<imap::Folder> folders{};
    QSet<qint64> waiting{}; ///< some of it could not be done

    [[nodiscard]] Done wanted() const
    {
        return session.isNull() || stop.stop_requested() ? Done(fail(Errc::Cancelled)) : Done();
    }
};

/// As the server says, else by the names that other programs give it.
const imap::Folder *archiveOf(const Run &run)
{
    const QStringList names{u"archive"_s, u"archives"_s, u"архив"_s};
    const auto marked = std::ranges::find_if(run.folders, [](const imap::Folder &folder) {
        return folder.role == FolderRole::Archive && folder.canBeSelected;
    });
    const auto named = std::ranges::find_if(run.folders, [&](const imap::Folder &folder) {
        return folder.role == FolderRole::None && folder.canBeSelected
            && names.contains(folder.name.toLower());
    });
    const auto found = marked != run.folders.cend() ? marked : named;
    return found == run.folders.cend() ? nullptr : &*found;
}

const imap::Folder *folderNamed(const Run &run, const QByteArray &wireName)
{
    const auto found = std::ranges::find_if(run.folders, [&](const imap::Folder &folder) {
        return folder.wireName == wireName && folder.canBeSelected;
    });
    return found == run.folders.cend() ? nullptr : &*found;
}

QSet<QByteArray> foldersOf(const QList<ServerChange> &changes)
{
    QSet<QByteArray> names;
    for (const ServerChange &change : changes) {
        for (const ServerPlace &place : change.places) {
            names.insert(place.folder.toLatin1());
        }
    }
    return names;
}

/// Where the numbering is another, the messages are looked for again before anything is done to them.
FolderWork workIn(Run &run, const imap::Folder &folder, quint32 uidValidity)
{
    FolderWork work;
    for (const ServerChange &change : std::as_const(run.changes)) {
        for (const ServerPlace &place : change.places) {
            if (place.folder.toLatin1() != folder.wireName) {
                continue;
            }
            if (place.uidValidity != uidValidity) {
                run.waiting.insert(change.id);
            } else if (change.mark == ServerMark::Archived) {
                if (folder.role == FolderRole::Inbox) {
                    work.archived.add(place.uid);
                }
            } else if (change.mark == ServerMark::Read) {
                (change.isSet ? work.read : work.unread).add(place.uid);
            } else {
                (change.isSet ? work.answered : work.unanswered).add(place.uid);
            }
        }
    }
    return work;
}

enum class Wait : quint8 { All, Moves };

/// What lies in the folder waits for another time.
void postpone(Run &run, const QByteArray &folder, Wait what)
{
    for (const ServerChange &change : std::as_const(run.changes)) {
        const bool isMeant = what == Wait::All || change.mark == ServerMark::Archived;
        const bool isThere = std::ranges::any_of(
            change.places, [&](const ServerPlace &place) { return place.folder.toLatin1() == folder; });
        if (isMeant && isThere) {
            run.waiting.insert(change.id);
        }
    }
}

QCoro::Task<Done> mark(Run &run, UidSet uids, imap::StoreMode mode, QByteArray flag)
{
    if (uids.isEmpty()) {
        co_return run.wanted();
    }
    const Result<QList<imap::Fetched>> stored = co_await arrival(run.session->store(uids, mode, {flag}));
    if (!stored) {
        co_return std::unexpected(stored.error());
    }
    co_return run.wanted();
}

QCoro::Task<Done> archive(Run &run, const imap::Folder &from, UidSet uids)
{
    const imap::Folder *target = archiveOf(run);
    if (uids.isEmpty()) {
        co_return run.wanted();
    }
    if (target == nullptr) {
        postpone(run, from.wireName, Wait::Moves); // until there is such a folder
        co_return run.wanted();
    }
    const Done moved = co_await arrival(run.session->move(uids, target->wireName));
    if (!moved) {
        co_return moved;
    }
    co_return run.wanted();
}

QCoro::Task<Done> workThrough(Run &run, const imap::Folder &folder)
{
    const Result<imap::Mailbox> opened = co_await arrival(run.session->select(folder.wireName));
    if (!opened) {
        co_return std::unexpected(opened.error());
    }
    if (const Done wanted = run.wanted(); !wanted) {
        co_return wanted;
    }
    const FolderWork work = workIn(run, folder, opened->uidValidity);
    const std::array marks{std::tuple{work.read, imap::StoreMode::Add, QByteArray("\\Seen")},
                           std::tuple{work.unread, imap::StoreMode::Remove, QByteArray("\\Seen")},
                           std::tuple{work.answered, imap::StoreMode::Add, QByteArray("\\Answered")},
                           std::tuple{work.unanswered, imap::StoreMode::Remove, QByteArray("\\Answered")}};
    for (const auto &[uids, mode, flag] : marks) {
        const Done marked = co_await mark(run, uids, mode, flag);
        if (!marked) {
            co_return marked;
        }
    }
    co_return co_await archive(run, folder, work.archived);
}

QCoro::Task<Result<QList<qint64>>> flow(Run run)
{
    const Result<QList<imap::Folder>> folders = co_await arrival(run.session->folders());
    if (!folders) {
        co_return std::unexpected(folders.error());
    }
    run.folders = *folders;
    const QSet<QByteArray> names = foldersOf(run.changes);
    for (const QByteArray &name : names) {
        const Done wanted = run.wanted();
        const imap::Folder *folder = folderNamed(run, name);
        if (wanted && folder == nullptr) {
            continue; // it is gone, and with it what lay there
        }
        if (!wanted) {
            postpone(run, name, Wait::All);
            continue;
        }
        const imap::Folder here = *folder;
        const Done done = co_await workThrough(run, here);
        if (!done) {
            qCInfo(logEmail) << "not written back:" << errcName(done.error().code);
            // What it refuses it would refuse again; what was not moved lies where it lay.
            postpone(run, name, done.error().code == Errc::ServerRefused ? Wait::Moves : Wait::All);
        }
    }
    QList<qint64> ended;
    for (const ServerChange &change : std::as_const(run.changes)) {
        if (!run.waiting.contains(change.id)) {
            ended.append(change.id);
        }
    }
    co_return ended;
}

} // namespace

QFuture<Result<QList<qint64>>> writeBack(imap::ImapSession &session, QList<ServerChange> changes,
                                         std::stop_token stop)
{
    return begin<QList<qint64>>(
        flow(Run{.session = &session, .changes = std::move(changes), .stop = std::move(stop)}));
}

} // namespace aside::mail
