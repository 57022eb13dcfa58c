// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/imap/imapsession.h"

#include "app/channels/email/imap/signin.h"
#include "app/channels/flow/promises.h"

#include <QLocale>
#include <QPointer>

#include <algorithm>
#include <utility>

namespace aside::imap {

using namespace Qt::StringLiterals;

namespace {

QByteArray itemWords(FetchItems items, bool countsChanges)
{
    QByteArray words = "UID";
    if (items.testFlag(FetchItem::Flags)) {
        words += countsChanges ? " FLAGS MODSEQ" : " FLAGS";
    }
    if (items.testFlag(FetchItem::Size)) {
        words += " RFC822.SIZE";
    }
    if (items.testFlag(FetchItem::ArrivedAt)) {
        words += " INTERNALDATE";
    }
    if (items.testFlag(FetchItem::Header)) {
        words += " BODY.PEEK[HEADER]";
    }
    if (items.testFlag(FetchItem::Structure)) {
        words += " BODYSTRUCTURE";
    }
    if (items.testFlag(FetchItem::Message)) {
        words += " BODY.PEEK[]";
    }
    return words;
}

template <typename T>
Result<QList<T>> dataOf(const Result<Reply> &reply)
{
    if (!reply) {
        return std::unexpected(reply.error());
    }
    QList<T> found;
    for (const Response &response : reply->data) {
        if (const auto *one = std::get_if<T>(&response)) {
            found.append(*one);
        }
    }
    return found;
}

Result<void> nothingOf(const Result<Reply> &reply)
{
    return reply ? Result<void>() : std::unexpected(reply.error());
}

bool isSection(QByteArrayView section)
{
    return std::ranges::all_of(
        section, [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '.'; });
}

/// "7-Feb-1994": RFC 3501 writes English months.
QByteArray dateWords(QDate day)
{
    return QLocale::c().toString(day, u"d-MMM-yyyy"_s).toLatin1();
}

Result<QByteArray> flagWords(const QList<QByteArray> &flags)
{
    if (!std::ranges::all_of(flags, [](const QByteArray &flag) { return isFlag(flag); })) {
        return fail(Errc::InvalidInput, u"not a flag"_s);
    }
    return '(' + flags.join(' ') + ')';
}

bool countsChanges(const ImapLink &link)
{
    return link.can("CONDSTORE") || link.can("QRESYNC");
}

QCoro::Task<Result<void>> copyAway(QPointer<ImapSession> session, UidSet uids, QByteArray wireName)
{
    Command copy = Command("UID COPY ").uids(uids).words(" ").string(wireName);
    const Result<Reply> copied = co_await aside::arrival(session->link().run({.command = std::move(copy)}));
    if (!copied || session.isNull()) {
        co_return copied ? fail(Errc::Cancelled) : std::unexpected(copied.error());
    }
    const Result<QList<Fetched>> marked
        = co_await aside::arrival(session->store(uids, StoreMode::Add, {"\\Deleted"_ba}));
    if (!marked || session.isNull()) {
        co_return marked ? fail(Errc::Cancelled) : std::unexpected(marked.error());
    }
    if (!session->link().can("UIDPLUS")) {
        co_return Result<void>();
    }
    co_return co_await aside::arrival(session->expunge(uids));
}

} // namespace

ImapSession::ImapSession(mail::MailEdge edge, Limits limits, QObject *parent)
    : QObject(parent)
    , m_link(std::move(edge), std::move(limits))
{
}

QFuture<Result<void>> ImapSession::signIn(const mail::ServerAddress &server,
                                          const mail::Credentials &credentials, std::stop_token stop)
{
    return imap::signIn(m_link, server, credentials, std::move(stop));
}

QFuture<Result<void>> ImapSession::perform(Command command)
{
    return m_link.run({.command = std::move(command)}).then([](const Result<Reply> &reply) {
        return nothingOf(reply);
    });
}

QFuture<Result<QList<Folder>>> ImapSession::folders()
{
    const bool tellsRoles = m_link.can("SPECIAL-USE") && m_link.can("LIST-EXTENDED");
    Command command(tellsRoles ? R"(LIST "" "*" RETURN (SPECIAL-USE))" : R"(LIST "" "*")");
    return m_link.run({.command = std::move(command), .interest = Interest::Folders})
        .then([](const Result<Reply> &reply) {
            return dataOf<Listed>(reply).transform([](const QList<Listed> &listed) {
                QList<Folder> folders;
                folders.reserve(listed.size());
                std::ranges::transform(listed, std::back_inserter(folders), &folderOf);
                return folders;
            });
        });
}

QFuture<Result<FolderStatus>> ImapSession::status(const QByteArray &wireName)
{
    Command command = Command("STATUS ").string(wireName).words(
        countsChanges(m_link) ? " (MESSAGES UIDNEXT UIDVALIDITY UNSEEN HIGHESTMODSEQ)"
                              : " (MESSAGES UIDNEXT UIDVALIDITY UNSEEN)");
    return m_link.run({.command = std::move(command), .interest = Interest::FolderStatus})
        .then([wireName](const Result<Reply> &reply) -> Result<FolderStatus> {
            const Result<QList<FolderStatus>> found = dataOf<FolderStatus>(reply);
            if (!found) {
                return std::unexpected(found.error());
            }
            const auto at = std::ranges::find(*found, wireName, &FolderStatus::name);
            return at != found->end() ? Result<FolderStatus>(*at)
                                      : fail(Errc::BadAnswer, u"no STATUS of that folder"_s);
        });
}

QFuture<Result<Mailbox>> ImapSession::select(const QByteArray &wireName, std::optional<LastSeen> lastSeen)
{
    m_selected = wireName;
    QByteArray words;
    if (m_link.can("QRESYNC") && m_link.can("ENABLE") && lastSeen && lastSeen->modSeq > 0) {
        words = " (QRESYNC (" + QByteArray::number(lastSeen->uidValidity) + ' '
            + QByteArray::number(lastSeen->modSeq) + "))";
    } else if (countsChanges(m_link)) {
        words = " (CONDSTORE)";
    }
    return m_link
        .run({.command = Command("SELECT ").string(wireName).words(words), .interest = Interest::Selection})
        .then([](const Result<Reply> &reply) { return reply.and_then(&mailboxOf); });
}

QFuture<Result<QList<Fetched>>> ImapSession::fetch(const UidSet &uids, FetchItems items)
{
    Command command
        = Command("UID FETCH ").uids(uids).words(" (").words(itemWords(items, countsChanges(m_link)) + ')');
    return m_link.run({.command = std::move(command), .interest = Interest::Messages, .uids = uids})
        .then([](const Result<Reply> &reply) { return dataOf<Fetched>(reply); });
}

QFuture<Result<QList<Fetched>>> ImapSession::fetchChanged(const UidSet &uids, quint64 since)
{
    Command command = Command("UID FETCH ")
                          .uids(uids)
                          .words(" (UID FLAGS MODSEQ) (CHANGEDSINCE " + QByteArray::number(since) + ')');
    return m_link.run({.command = std::move(command), .interest = Interest::Messages, .uids = uids})
        .then([](const Result<Reply> &reply) { return dataOf<Fetched>(reply); });
}

QFuture<Result<Literal>> ImapSession::fetchPart(Uid uid, const QByteArray &section,
                                                std::optional<PartRange> range)
{
    if (!isSection(section)) {
        return aside::answered<Literal>(fail(Errc::InvalidInput, u"not a section"_s));
    }
    QByteArray words = " (UID BODY.PEEK[" + section + ']';
    if (range) {
        words += '<' + QByteArray::number(range->origin) + '.' + QByteArray::number(range->length) + '>';
    }
    Command command = Command("UID FETCH ").uids({uid}).words(words + ')');
    return m_link
        .run({.command = std::move(command),
              .interest = Interest::Messages,
              .uids = {uid},
              .piece = Piece{.section = section, .origin = range ? range->origin : 0}})
        .then([section](const Result<Reply> &reply) -> Result<Literal> {
            const Result<QList<Fetched>> found = dataOf<Fetched>(reply);
            if (!found) {
                return std::unexpected(found.error());
            }
            for (const Fetched &fetched : *found) {
                if (const Section *part = fetched.section(section)) {
                    return part->content;
                }
            }
            return fail(Errc::NotFound, u"no such part"_s);
        });
}

QFuture<Result<UidSet>> ImapSession::search(Command criteria)
{
    return m_link.run({.command = std::move(criteria), .interest = Interest::Search})
        .then([](const Result<Reply> &reply) {
            return dataOf<Found>(reply).transform([](const QList<Found> &found) {
                UidSet uids;
                for (const Found &part : found) {
                    uids.add(part.uids);
                }
                return uids;
            });
        });
}

QFuture<Result<UidSet>> ImapSession::searchHeader(const QByteArray &field, const QByteArray &text)
{
    const QByteArrayView words
        = m_link.can("ESEARCH") ? "UID SEARCH RETURN (ALL) HEADER " : "UID SEARCH HEADER ";
    return search(Command(words).string(field).words(" ").string(text));
}

QFuture<Result<UidSet>> ImapSession::searchSince(QDate day)
{
    const QByteArrayView words
        = m_link.can("ESEARCH") ? "UID SEARCH RETURN (ALL) SINCE " : "UID SEARCH SINCE ";
    return search(Command(words).words(dateWords(day)));
}

QFuture<Result<UidSet>> ImapSession::searchAll()
{
    return search(Command(m_link.can("ESEARCH") ? "UID SEARCH RETURN (ALL) ALL" : "UID SEARCH ALL"));
}

QFuture<Result<QList<Fetched>>> ImapSession::store(const UidSet &uids, StoreMode mode,
                                                   const QList<QByteArray> &flags)
{
    const Result<QByteArray> words = flagWords(flags);
    if (!words) {
        return aside::answered<QList<Fetched>>(std::unexpected(words.error()));
    }
    Command command = Command("UID STORE ")
                          .uids(uids)
                          .words(mode == StoreMode::Add ? " +FLAGS " : " -FLAGS ")
                          .words(*words);
    return m_link.run({.command = std::move(command), .interest = Interest::Messages, .uids = uids})
        .then([](const Result<Reply> &reply) { return dataOf<Fetched>(reply); });
}

QFuture<Result<std::optional<AppendedUid>>> ImapSession::append(const QByteArray &wireName,
                                                                const QList<QByteArray> &flags,
                                                                std::unique_ptr<QIODevice> message)
{
    const Result<QByteArray> words = flagWords(flags);
    if (!words) {
        return aside::answered<std::optional<AppendedUid>>(std::unexpected(words.error()));
    }
    const qint64 size = message != nullptr ? message->size() - message->pos() : -1;
    Command command
        = Command("APPEND ").string(wireName).words(" " + *words + ' ').content(std::move(message), size);
    return m_link.run({.command = std::move(command)}).then([](const Result<Reply> &reply) {
        return reply.transform([](const Reply &said) { return appendedUid(said.outcome); });
    });
}

QFuture<Result<void>> ImapSession::move(const UidSet &uids, const QByteArray &wireName)
{
    if (!m_link.can("MOVE")) {
        return aside::begin<void>(copyAway(QPointer(this), uids, wireName));
    }
    return perform(Command("UID MOVE ").uids(uids).words(" ").string(wireName));
}

QFuture<Result<void>> ImapSession::expunge(const UidSet &uids)
{
    if (!m_link.can("UIDPLUS")) {
        return aside::answered<void>(fail(Errc::ServerRefused, u"no UIDPLUS"_s));
    }
    return perform(Command("UID EXPUNGE ").uids(uids));
}

QFuture<Result<void>> ImapSession::noop()
{
    return perform(Command("NOOP"));
}

QFuture<Result<void>> ImapSession::logout()
{
    return perform(Command("LOGOUT"));
}

} // namespace aside::imap
