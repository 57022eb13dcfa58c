// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/imap/imaplink.h"
#include "app/channels/email/imap/running.h"
#include "app/channels/flow/promises.h"

#include <algorithm>
#include <utility>

namespace aside::imap {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds patience{60}; // silence of a server that owes an answer
constexpr qint64 writeAhead = 128 * 1'024;
constexpr qint64 readAtOnce = 32 * 1'024;

} // namespace

QFuture<Result<Reply>> ImapLink::run(Request request)
{
    if (const Result<void> sendable = request.command.check(); !sendable) {
        return aside::answered<Reply>(std::unexpected(sendable.error()));
    }
    if (m_isOver || !m_isOpen) {
        return aside::answered<Reply>(fail(Errc::Network, u"there is no session"_s));
    }
    auto running = std::make_unique<Running>(Running{.request = std::move(request)});
    running->promise.start();
    QFuture<Result<Reply>> future = running->promise.future();
    m_requests.push_back(std::move(running));
    m_heard = true; // the alarm may have been set long ago
    pump();
    return future;
}

void ImapLink::endIdle()
{
    const auto at = std::ranges::find_if(
        m_requests, [](const std::unique_ptr<Running> &r) { return r->request.talk == Talk::Idle; });
    if (at == m_requests.end()) {
        return;
    }
    (*at)->wantsEnd = true;
    if ((*at)->isListening && !std::exchange((*at)->saidDone, true)) {
        m_heard = true;
        m_connection.write("DONE\r\n");
        watch();
    }
}

bool ImapLink::isListening() const
{
    return std::ranges::any_of(m_requests, [](const std::unique_ptr<Running> &r) { return r->isListening; });
}

void ImapLink::pump()
{
    while (!m_isOver && m_written < m_requests.size()) {
        if (m_written > 0 && m_requests[m_written - 1]->request.talk != Talk::Ordinary) {
            endIdle();
            break;
        }
        Running &next = *m_requests[m_written];
        if (!std::exchange(next.isBegun, true)) {
            next.tag = 'A' + QByteArray::number(++m_lastTag);
            m_connection.write(next.tag + ' ');
        }
        if (!writePieces(next)) {
            break;
        }
        m_connection.write("\r\n");
        if (next.isAnswered) {
            m_requests.erase(m_requests.begin() + static_cast<std::ptrdiff_t>(m_written));
        } else {
            ++m_written;
        }
    }
    if (!m_isOver) {
        watch();
    }
}

/// Whether all is written; else the server must say "+", or take what it got.
bool ImapLink::writePieces(Running &running)
{
    std::vector<Command::Piece> &pieces = running.request.command.pieces();
    while (running.piece < pieces.size()) {
        Command::Piece &piece = pieces[running.piece];
        if (running.awaitsLeave) {
            return false;
        }
        if (!running.isAnnounced) {
            m_connection.write(piece.text.bytes());
            if (piece.size >= 0) {
                const bool isFree = needsNoLeave(piece.size);
                m_connection.write('{' + QByteArray::number(piece.size) + (isFree ? "+}\r\n" : "}\r\n"));
                running.isAnnounced = true;
                running.awaitsLeave = !isFree;
                continue;
            }
        } else if (piece.source != nullptr) {
            if (!writeSource(running)) {
                return false;
            }
        } else {
            m_connection.write(piece.literal.bytes());
        }
        running.isAnnounced = false;
        running.sent = 0;
        ++running.piece;
    }
    return true;
}

bool ImapLink::writeSource(Running &running)
{
    Command::Piece &piece = running.request.command.pieces()[running.piece];
    while (running.sent < piece.size) {
        if (m_connection.bytesToWrite() >= writeAhead) {
            return false;
        }
        const QByteArray bytes = piece.source->read(std::min(readAtOnce, piece.size - running.sent));
        if (bytes.isEmpty()) {
            // The server waits for the rest, and nothing else can be said to it any more.
            end({.code = Errc::Truncated, .detail = u"a source ended early"_s, .retryAfter = {}});
            return false;
        }
        m_connection.write(bytes);
        running.sent += bytes.size();
    }
    return true;
}

bool ImapLink::needsNoLeave(qint64 size) const
{
    constexpr qint64 small = 4'096; // RFC 7888
    return can("LITERAL+") || (can("LITERAL-") && size <= small);
}

bool ImapLink::expectsAnswer() const
{
    return !m_isOpen || std::ranges::any_of(m_requests, [](const std::unique_ptr<Running> &r) {
        return r->request.talk != Talk::Idle || !r->isListening || r->saidDone;
    });
}

void ImapLink::watch()
{
    if (m_patience.isSet() || !expectsAnswer()) {
        return;
    }
    m_heard = false;
    m_patience.set(patience, [this] {
        if (expectsAnswer() && !m_heard) {
            return end({.code = Errc::Timeout, .detail = u"the server fell silent"_s, .retryAfter = {}});
        }
        watch();
    });
}

} // namespace aside::imap
