// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/sync/foldersync.h"

#include "app/channels/email/sync/foldersupply.h"
#include "app/channels/flow/promises.h"
#include "models/core/logging.h"

#include <utility>

namespace aside::mail {

using namespace Qt::StringLiterals;

namespace {

using Done = Result<void>;
using Run = FolderRun;
using Fetching = QFuture<Result<FetchedBatch>>;

constexpr quint64 mostTriedAgain = 100;

/// What is in the store already.
QCoro::Task<Done> readCursor(Run &run)
{
    const Result<QByteArray> stored = co_await arrival(run.sink->cursor(run.task.source));
    if (!stored) {
        co_return std::unexpected(stored.error());
    }
    run.stored = *stored;
    run.cursor = FolderCursor::parse(*stored).value_or(FolderCursor());
    co_return run.wanted();
}

/// Whether all was done as far back as it is wanted now.
bool reachesBack(const Run &run)
{
    const std::optional<FolderCursor::Whole> &whole = run.cursor.whole;
    return whole && (!whole->since || (run.task.since && *run.task.since >= *whole->since));
}

/// Whether the folder has the numbers that it had when all of it was here. Opening it, to hear the same,
/// costs a server more the larger it is (Dovecot 2.4: 70 ms for 100,000 messages). Where nobody can tell, it
/// has not.
QCoro::Task<bool> isUntouched(Run &run)
{
    const bool isOpen = run.session->selected() == run.task.wireName;
    const bool triesAgain = run.task.triesUnread && !run.cursor.unread.isEmpty();
    if (!reachesBack(run) || run.cursor.whole->modSeq == 0 || isOpen || triesAgain) {
        co_return false;
    }
    const Result<imap::FolderStatus> now = co_await arrival(run.session->status(run.task.wireName));
    const FolderCursor::Whole &whole = *run.cursor.whole;
    co_return now && now->uidValidity == run.cursor.uidValidity && now->uidNext == whole.uidNext
        && now->highestModSeq == whole.modSeq && now->messages == whole.exists;
}

QCoro::Task<Done> open(Run &run)
{
    std::optional<imap::LastSeen> lastSeen;
    if (run.cursor.whole && run.cursor.whole->modSeq > 0) {
        lastSeen = imap::LastSeen{.uidValidity = run.cursor.uidValidity, .modSeq = run.cursor.whole->modSeq};
    }
    Result<imap::Mailbox> mailbox = co_await arrival(run.session->select(run.task.wireName, lastSeen));
    if (!mailbox) {
        co_return std::unexpected(mailbox.error());
    }
    run.mailbox = *std::move(mailbox);
    run.task.uidValidity = run.mailbox.uidValidity;
    if (run.cursor.uidValidity != run.mailbox.uidValidity) {
        run.report.wasRenumbered = run.cursor.uidValidity != 0;
        run.cursor = FolderCursor{.uidValidity = run.mailbox.uidValidity};
    }
    co_return run.wanted();
}

/// What became of messages that are in the store.
void noteChanges(Run &run, const QList<imap::Fetched> &changed)
{
    for (const imap::Fetched &one : changed) {
        if (one.uid && one.flags && run.cursor.done.contains(*one.uid)) {
            run.report.flags.append({.uid = *one.uid, .flags = *one.flags});
        }
    }
}

/// What is not there any more, where the server does not tell by itself; and the flags, where it does not
/// even count changes.
QCoro::Task<Done> askForRemovals(Run &run)
{
    if (run.session->link().can("QRESYNC") || run.cursor.done.isEmpty() || !run.cursor.whole) {
        co_return run.wanted();
    }
    imap::UidSet present;
    if (!run.mailbox.highestModSeq) {
        const Result<QList<imap::Fetched>> all
            = co_await arrival(run.session->fetch(run.cursor.done, imap::FetchItem::Flags));
        if (!all) {
            co_return std::unexpected(all.error());
        }
        for (const imap::Fetched &one : *all) {
            if (one.uid) {
                present.add(*one.uid);
            }
        }
        noteChanges(run, *all);
    } else {
        const FolderCursor::Whole &whole = *run.cursor.whole;
        if (whole.uidNext == run.mailbox.uidNext && whole.exists == run.mailbox.exists) {
            co_return run.wanted(); // each removal would have made it fewer
        }
        const Result<imap::UidSet> all = co_await arrival(run.session->searchAll());
        if (!all) {
            co_return std::unexpected(all.error());
        }
        present = *all;
    }
    run.report.vanished = run.cursor.done;
    run.report.vanished.remove(present);
    co_return run.wanted();
}

/// A server without QRESYNC but with CONDSTORE has to be asked.
QCoro::Task<Done> askForChanges(Run &run)
{
    const bool canTell = run.session->link().can("QRESYNC");
    const bool canCount = run.mailbox.highestModSeq && run.cursor.whole && run.cursor.whole->modSeq > 0;
    if (canTell || !canCount || run.cursor.done.isEmpty()
        || *run.mailbox.highestModSeq == run.cursor.whole->modSeq) {
        imap::UidSet strangers = run.mailbox.vanished;
        strangers.remove(run.cursor.done);
        run.report.vanished = run.mailbox.vanished;
        run.report.vanished.remove(strangers);
        noteChanges(run, run.mailbox.changed);
        co_return run.wanted();
    }
    const Result<QList<imap::Fetched>> changed
        = co_await arrival(run.session->fetchChanged(run.cursor.done, run.cursor.whole->modSeq));
    if (!changed) {
        co_return std::unexpected(changed.error());
    }
    noteChanges(run, *changed);
    co_return run.wanted();
}

/// Whether all is done that arrived before the folder was open the last time.
bool isWhole(const Run &run)
{
    return reachesBack(run) && run.mailbox.uidNext > 0;
}

QFuture<Result<imap::UidSet>> searchFolder(const Run &run)
{
    return run.task.since ? run.session->searchSince(*run.task.since) : run.session->searchAll();
}

QCoro::Task<Result<imap::UidSet>> findMissing(Run &run)
{
    imap::UidSet missing;
    const imap::Uid from = isWhole(run) ? run.cursor.whole->uidNext : 0;
    // A server that jumps far ahead has not so many messages.
    if (from > 0 && run.mailbox.uidNext - from <= run.mailbox.exists) {
        missing = imap::UidSet::range(from, run.mailbox.uidNext - 1);
    } else {
        const Result<imap::UidSet> found = co_await arrival(searchFolder(run));
        if (!found) {
            co_return std::unexpected(found.error());
        }
        missing = *found;
    }
    missing.remove(run.cursor.done);
    if (run.task.triesUnread) {
        imap::UidSet unread = run.cursor.unread;
        missing.add(unread.takeLast(mostTriedAgain));
    }
    co_return missing;
}

/// The last batch is in the store, or is not.
QCoro::Task<Done> endApply(Run &run)
{
    if (!run.applying) {
        co_return Done();
    }
    Applying applying = *std::exchange(run.applying, std::nullopt);
    const Result<ApplyReport> applied = co_await arrival(applying.report);
    if (!applied) {
        co_return std::unexpected(applied.error());
    }
    run.stored = applying.cursor;
    run.report.imported += applied->imported;
    run.report.duplicates += applied->duplicates;
    for (const Unread &one : std::as_const(applying.unread)) {
        qCInfo(logEmail) << "letter" << one.uid << "cannot be read:" << errcName(one.error.code);
        run.addProblem(one.error);
    }
    co_return run.wanted();
}

/// Once the one before has ended.
void beginApply(Run &run, ReadBatch batch, QList<FolderNews> news = {})
{
    const QByteArray cursor = run.cursor.toBytes();
    run.applying = Applying{.report = run.sink->apply({.source = run.task.source,
                                                       .cursor = cursor,
                                                       .account = {},
                                                       .messages = std::move(batch.messages),
                                                       .news = std::move(news)}),
                            .cursor = cursor,
                            .unread = std::move(batch.unread)};
}

void noteDone(Run &run, const imap::UidSet &covers, const QList<Unread> &unread)
{
    run.cursor.done.add(covers);
    run.cursor.unread.remove(covers);
    for (const Unread &one : unread) {
        if (one.uid > 0) {
            run.cursor.unread.add(one.uid);
        }
    }
}

/// Three at work: one batch is on its way while another is read and a third is applied.
QCoro::Task<Done> fetchPlanned(Run &run, FolderSupply &supply)
{
    Result<FolderSupply::Next> now = co_await supply.next();
    std::optional<Fetching> coming;
    while (now && *now) {
        if (!coming) {
            coming = fetchBatch(*run.session, (*now)->batch);
            supply.askAhead();
        }
        Result<FetchedBatch> fetched = co_await arrival(*std::exchange(coming, std::nullopt));
        if (!fetched) {
            co_return std::unexpected(fetched.error());
        }
        if (const Done wanted = run.wanted(); !wanted) {
            co_return wanted;
        }
        QFuture<Result<ReadBatch>> reading = readBatch(*std::move(fetched), run.read, run.task);
        const Result<FolderSupply::Next> next = co_await supply.next();
        if (next && *next) {
            coming = fetchBatch(*run.session, (*next)->batch);
            supply.askAhead();
        }
        if (const Done ended = co_await endApply(run); !ended) {
            co_return ended;
        }
        Result<ReadBatch> batch = co_await arrival(std::move(reading));
        if (const Done wanted = run.wanted(); !wanted || !batch) {
            co_return wanted ? std::unexpected(batch.error()) : wanted;
        }
        noteDone(run, (*now)->covers, batch->unread);
        beginApply(run, *std::move(batch));
        now = next;
    }
    co_return now ? Done() : Done(std::unexpected(now.error()));
}

/// What was handed to the store is waited for, whatever else happened.
QCoro::Task<Done> fetchMissing(Run &run, imap::UidSet missing)
{
    FolderSupply supply(run, std::move(missing));
    const Done fetched = co_await fetchPlanned(run, supply);
    const Done ended = co_await endApply(run);
    co_return fetched ? ended : fetched;
}

/// Of what was stored before; with it the numbers from which on the server tells what came after. Once all
/// of a folder is there, places of another numbering are none.
QList<FolderNews> newsOf(const Run &run)
{
    FolderNews news{.folder = QString::fromLatin1(run.task.wireName), .uidValidity = run.mailbox.uidValidity};
    for (const FlagChange &one : run.report.flags) {
        news.flags.append({.uid = one.uid, .flags = serverFlags(one.flags)});
    }
    for (const imap::UidSet::Range &range : run.report.vanished.ranges()) {
        news.vanished.append({range.first, range.last});
    }
    const bool isFirst = !run.cursor.whole;
    return isFirst || !news.flags.isEmpty() || !news.vanished.isEmpty() ? QList{news} : QList<FolderNews>();
}

/// From here on the folder need not be searched again.
QCoro::Task<Done> close(Run &run)
{
    run.cursor.done.remove(run.report.vanished);
    run.cursor.unread.remove(run.report.vanished);
    std::optional<QDate> since = run.task.since;
    if (isWhole(run)) {
        since = run.cursor.whole->since; // it went further back already
    }
    const QList<FolderNews> news = newsOf(run);
    run.cursor.whole = FolderCursor::Whole{.since = since,
                                           .uidNext = run.mailbox.uidNext,
                                           .modSeq = run.mailbox.highestModSeq.value_or(0),
                                           .exists = run.mailbox.exists};
    if (run.cursor.toBytes() == run.stored && news.isEmpty()) {
        co_return Done(); // nothing happened, nothing is written
    }
    beginApply(run, {}, news);
    co_return co_await endApply(run);
}

QCoro::Task<Done> bringOver(Run &run)
{
    if (const Done read = co_await readCursor(run); !read) {
        co_return read;
    }
    const bool untouched = co_await isUntouched(run);
    if (const Done wanted = run.wanted(); !wanted || untouched) {
        co_return wanted;
    }
    if (const Done opened = co_await open(run); !opened) {
        co_return opened;
    }
    if (const Done asked = co_await askForChanges(run); !asked) {
        co_return asked;
    }
    if (const Done asked = co_await askForRemovals(run); !asked) {
        co_return asked;
    }
    Result<imap::UidSet> missing = co_await findMissing(run);
    if (!missing) {
        co_return std::unexpected(missing.error());
    }
    if (const Done wanted = run.wanted(); !wanted) {
        co_return wanted;
    }
    if (const Done fetched = co_await fetchMissing(run, *std::move(missing)); !fetched) {
        co_return fetched;
    }
    co_return co_await close(run);
}

QCoro::Task<Result<FolderReport>> flow(Run run)
{
    const Done done = co_await bringOver(run);
    run.report.unread = static_cast<qint64>(run.cursor.unread.count());
    qCInfo(logEmail) << "folder:" << (done ? "ok"_L1 : errcName(done.error().code)) << run.report.imported
                     << "new," << run.report.duplicates << "known," << run.report.skipped << "skipped";
    co_return done.transform([&] { return run.report; });
}

} // namespace

bool isBehind(const QByteArray &stored, const imap::Mailbox &now)
{
    const FolderCursor cursor = FolderCursor::parse(stored).value_or(FolderCursor());
    return cursor.whole && cursor.uidValidity == now.uidValidity
        && (cursor.whole->uidNext != now.uidNext
            || (now.highestModSeq && cursor.whole->modSeq != *now.highestModSeq));
}

QFuture<Result<FolderReport>> syncFolder(imap::ImapSession &session, MessageSink &sink, MailReader read,
                                         FolderTask task, std::stop_token stop)
{
    return begin<FolderReport>(flow(Run{.session = &session,
                                        .sink = &sink,
                                        .read = std::move(read),
                                        .task = std::move(task),
                                        .stop = std::move(stop)}));
}

} // namespace aside::mail
