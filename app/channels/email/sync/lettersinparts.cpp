// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/sync/lettersinparts.h"

#include "app/channels/email/sync/partchoice.h"
#include "app/channels/flow/promises.h"

#include <QPointer>

#include <utility>

namespace aside::mail {

namespace {

using imap::Fetched;
using imap::FetchItem;
using imap::ImapSession;
using imap::Literal;

struct Part {
    QByteArray section;
    QFuture<Result<Literal>> content;
};

/// They go out together. One that is not there any more, or never was, is empty.
QCoro::Task<Result<QHash<QByteArray, QByteArray>>> bodiesOf(QPointer<ImapSession> session, imap::Uid uid,
                                                            QList<ChosenPart> chosen)
{
    QList<Part> parts;
    for (const ChosenPart &one : std::as_const(chosen)) {
        if (one.take != PartTake::Nothing) {
            const imap::PartRange range{.origin = 0, .length = mostOf(one)};
            parts.append(
                {.section = one.part.section, .content = session->fetchPart(uid, one.part.section, range)});
        }
    }
    QHash<QByteArray, QByteArray> bodies;
    for (const Part &part : std::as_const(parts)) {
        const Result<Literal> content = co_await arrival(part.content);
        if (!content && content.error().code != Errc::NotFound) {
            co_return std::unexpected(content.error());
        }
        const Result<QByteArrayView> bytes = content ? content->view() : Result<QByteArrayView>();
        if (!bytes) {
            co_return std::unexpected(bytes.error());
        }
        bodies.insert(part.section, bytes->toByteArray());
    }
    co_return bodies;
}

/// The answer that has a structure; none where the letter is gone.
const Fetched *letterIn(const QList<Fetched> &fetched, imap::Uid uid)
{
    for (const Fetched &one : fetched) {
        if (one.uid == uid && one.section("HEADER") != nullptr) {
            return &one;
        }
    }
    return nullptr;
}

QCoro::Task<Result<FetchedBatch>> flow(QPointer<ImapSession> session, imap::Uid uid)
{
    const Result<QList<Fetched>> fetched = co_await arrival(session->fetch(
        {uid}, FetchItem::Flags | FetchItem::ArrivedAt | FetchItem::Header | FetchItem::Structure));
    if (!fetched) {
        co_return std::unexpected(fetched.error());
    }
    const Fetched *found = letterIn(*fetched, uid);
    if (found == nullptr || session.isNull()) {
        co_return FetchedBatch();
    }
    Fetched letter = *found;
    const Result<QList<imap::BodyPart>> parts = imap::bodyParts(letter.structure);
    if (!parts) {
        co_return FetchedBatch{.unread = {{.uid = uid, .error = parts.error()}}};
    }
    const Literal headerBytes = letter.section("HEADER")->content;
    const Result<QByteArrayView> header = headerBytes.view();
    if (!header) {
        co_return std::unexpected(header.error());
    }
    const QList<ChosenPart> chosen = chooseParts(*parts);
    Result<QHash<QByteArray, QByteArray>> bodies = co_await bodiesOf(session, uid, chosen);
    if (!bodies) {
        co_return std::unexpected(bodies.error());
    }
    PartialLetter made = partialLetter(
        {.header = *header, .structure = letter.structure, .chosen = chosen, .bodies = *std::move(bodies)});
    letter.sections = {imap::Section{.name = {}, .origin = {}, .content = Literal(std::move(made.bytes))}};
    letter.structure = {};
    co_return FetchedBatch{.messages = {letter}, .left = std::move(made.left)};
}

} // namespace

QFuture<Result<FetchedBatch>> fetchInParts(imap::ImapSession &session, imap::Uid uid)
{
    return aside::begin<FetchedBatch>(flow(&session, uid));
}

} // namespace aside::mail
