// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/sync/partdownload.h"

#include "app/channels/email/imap/bodyparts.h"
#include "app/channels/email/imap/partdecoder.h"
#include "app/channels/flow/promises.h"

#include <algorithm>
#include <deque>
#include <utility>

namespace aside::mail {

using namespace Qt::StringLiterals;

namespace {

using Done = Result<void>;
using imap::Fetched;
using imap::FetchItem;
using imap::ImapSession;

constexpr quint64 pieceSize = 256 * 1'024; ///< as much as a literal may have in memory
constexpr std::size_t piecesAhead = 4; ///< so that the way there and back does not count
constexpr quint64 largest = 1'024ULL * 1'024 * 1'024;
constexpr int mostBreaks = 3; ///< one behind the other, without a piece between them

/// One download. Lives in the frame of its flow.
struct Download {
    SessionMaker connect;
    MailReader read;
    LeftPart part;
    PartWay way;
    imap::PartDecoder decoder;
    quint64 offset = 0; ///< up to which it is written

    [[nodiscard]] Done wanted() const
    {
        return way.stop.stop_requested() ? Done(fail(Errc::Cancelled)) : Done();
    }
    [[nodiscard]] Done write(const QByteArray &bytes)
    {
        return way.into->write(bytes) == bytes.size()
            ? Done()
            : Done(fail(Errc::DiskFull, u"cannot write what was brought"_s));
    }
};

/// Where a connection was the reason, another one may do.
bool isBreak(const Error &error)
{
    return error.code == Errc::Network || error.code == Errc::Timeout || error.code == Errc::Tls;
}

/// A mail without an id of its own has one of ours, which the server does not know.
bool hasOwnId(const LeftPart &part)
{
    return !part.messageId.startsWith("sha256:"_L1);
}

/// Whether it is the message meant, and its part as it was.
bool isMeant(const Download &download, const Fetched &message)
{
    const LeftPart &wanted = download.part;
    const imap::Section *header = message.section("HEADER");
    const Result<QList<imap::BodyPart>> parts = imap::bodyParts(message.structure);
    const Result<QByteArrayView> bytes
        = header != nullptr ? header->content.view() : Result<QByteArrayView>(fail(Errc::NotFound));
    if (!parts || !bytes) {
        return false;
    }
    const auto part = std::ranges::find(*parts, wanted.part.section.toLatin1(), &imap::BodyPart::section);
    if (part == parts->end() || static_cast<qint64>(part->size) != wanted.part.size
        || imap::partEncoding(part->encoding) != wanted.part.encoding) {
        return false;
    }
    const Result<IncomingMessage> letter = download.read(*bytes, {});
    return letter && (!hasOwnId(wanted) || letter->remoteId == wanted.messageId);
}

using FoundUid = std::optional<imap::Uid>;

/// In the folder that is open.
QCoro::Task<Result<FoundUid>> meantAmong(Download &download, ImapSession &session, imap::UidSet uids)
{
    if (uids.isEmpty()) {
        co_return FoundUid();
    }
    const Result<QList<Fetched>> messages
        = co_await arrival(session.fetch(uids, FetchItem::Header | FetchItem::Structure));
    if (!messages) {
        co_return std::unexpected(messages.error());
    }
    for (const Fetched &message : *messages) {
        if (message.uid && isMeant(download, message)) {
            co_return FoundUid(*message.uid);
        }
    }
    co_return FoundUid();
}

/// By its number; where the numbers are others now, or another message has it, by its id.
QCoro::Task<Result<FoundUid>> lookIn(Download &download, ImapSession &session, ServerPlace place)
{
    const Result<imap::Mailbox> mailbox = co_await arrival(session.select(place.folder.toLatin1()));
    if (!mailbox) {
        const bool isGone
            = mailbox.error().code == Errc::NotFound || mailbox.error().code == Errc::ServerRefused;
        co_return isGone ? Result<FoundUid>(FoundUid()) : std::unexpected(mailbox.error());
    }
    if (mailbox->uidValidity == place.uidValidity) {
        const Result<FoundUid> found = co_await meantAmong(download, session, {place.uid});
        if (!found || *found) {
            co_return found;
        }
    }
    if (!hasOwnId(download.part)) {
        co_return FoundUid();
    }
    const Result<imap::UidSet> uids
        = co_await arrival(session.searchHeader("Message-ID", download.part.messageId.toUtf8()));
    if (!uids) {
        co_return std::unexpected(uids.error());
    }
    imap::UidSet few = *uids;
    const imap::UidSet newest = few.takeLast(20);
    co_return co_await meantAmong(download, session, newest);
}

QCoro::Task<Result<imap::Uid>> find(Download &download, ImapSession &session)
{
    const QList<ServerPlace> places = download.part.places;
    for (const ServerPlace &place : places) {
        const Result<FoundUid> found = co_await lookIn(download, session, place);
        if (!found) {
            co_return std::unexpected(found.error());
        }
        if (*found) {
            co_return **found;
        }
    }
    co_return fail(Errc::NotFound, u"the message is not there any more"_s);
}

/// Writes a piece; answers whether it was the last.
Result<bool> takePiece(Download &download, const imap::Literal &literal)
{
    const Result<QByteArrayView> bytes = literal.view();
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    const auto size = static_cast<quint64>(bytes->size());
    if (size > pieceSize) {
        return fail(Errc::BadAnswer, u"more than was asked for"_s);
    }
    if (const Done written = download.write(download.decoder.decode(*bytes)); !written) {
        return std::unexpected(written.error());
    }
    download.offset += size;
    if (download.way.progress) {
        download.way.progress(static_cast<qint64>(download.offset), download.part.part.size);
    }
    if (download.offset > largest) {
        return fail(Errc::TooLarge, u"a part without end"_s);
    }
    return size < pieceSize;
}

/// Several pieces are on their way. The last is shorter than was asked for: sizes in structures are not
/// always right.
QCoro::Task<Done> bringPieces(Download &download, ImapSession &session, imap::Uid uid)
{
    const QByteArray section = download.part.part.section.toLatin1();
    std::deque<QFuture<Result<imap::Literal>>> coming;
    quint64 asked = download.offset;
    while (true) {
        while (coming.size() < piecesAhead) {
            coming.push_back(
                session.fetchPart(uid, section, imap::PartRange{.origin = asked, .length = pieceSize}));
            asked += pieceSize;
        }
        const Result<imap::Literal> piece = co_await arrival(coming.front());
        coming.pop_front();
        if (const Done wanted = download.wanted(); !wanted || !piece) {
            co_return wanted ? std::unexpected(piece.error()) : wanted;
        }
        const Result<bool> isLast = takePiece(download, *piece);
        if (!isLast || *isLast) {
            co_return isLast ? download.write(download.decoder.finish()) : std::unexpected(isLast.error());
        }
    }
}

QCoro::Task<Done> overOneConnection(Download &download)
{
    Result<std::unique_ptr<ImapSession>> session = co_await download.connect();
    if (const Done wanted = download.wanted(); !wanted || !session) {
        co_return wanted ? std::unexpected(session.error()) : wanted;
    }
    // It is left to the loop: whoever stops may be called by it.
    std::unique_ptr<ImapSession, void (*)(ImapSession *)> kept(session->release(),
                                                               [](ImapSession *one) { one->deleteLater(); });
    const std::stop_callback stopping(download.way.stop, [&kept] { kept->link().abort(); });
    const Result<imap::Uid> uid = co_await find(download, *kept);
    if (const Done wanted = download.wanted(); !wanted || !uid) {
        co_return wanted ? std::unexpected(uid.error()) : wanted;
    }
    co_return co_await bringPieces(download, *kept, *uid);
}

QCoro::Task<Done> flow(Download download)
{
    int breaks = 0;
    while (true) {
        const quint64 before = download.offset;
        const Done done = co_await overOneConnection(download);
        breaks = download.offset > before ? 1 : breaks + 1;
        if (done || !isBreak(done.error()) || breaks >= mostBreaks) {
            co_return done;
        }
        if (const Done wanted = download.wanted(); !wanted) {
            co_return wanted;
        }
    }
}

} // namespace

QFuture<Result<void>> downloadPart(SessionMaker connect, MailReader read, LeftPart part, PartWay way)
{
    imap::PartDecoder decoder(part.part.encoding);
    return aside::begin<void>(flow({.connect = std::move(connect),
                                    .read = std::move(read),
                                    .part = std::move(part),
                                    .way = std::move(way),
                                    .decoder = decoder}));
}

} // namespace aside::mail
