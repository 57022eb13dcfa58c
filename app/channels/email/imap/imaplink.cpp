// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/imap/imaplink.h"

#include "app/channels/email/imap/running.h"
#include "app/channels/flow/promises.h"

#include <QPointer>
#include <QThreadPool>

#include <algorithm>
#include <array>
#include <utility>

namespace aside::imap {

using namespace Qt::StringLiterals;

namespace {

Error errorOf(Errc code, QString detail)
{
    return {.code = code, .detail = std::move(detail), .retryAfter = {}};
}

Errc meaning(const QByteArray &code)
{
    constexpr std::array<std::pair<QByteArrayView, Errc>, 8> meanings{
        std::pair{QByteArrayView("AUTHENTICATIONFAILED"), Errc::SignInRefused},
        {QByteArrayView("AUTHORIZATIONFAILED"), Errc::SignInRefused},
        {QByteArrayView("EXPIRED"), Errc::SignInRefused},
        {QByteArrayView("OVERQUOTA"), Errc::QuotaFull},
        {QByteArrayView("NONEXISTENT"), Errc::NotFound},
        {QByteArrayView("TRYCREATE"), Errc::NotFound},
        {QByteArrayView("NOPERM"), Errc::NoPermission},
        {QByteArrayView("ALREADYEXISTS"), Errc::Conflict}};
    const auto at
        = std::ranges::find(meanings, QByteArrayView(code), &std::pair<QByteArrayView, Errc>::first);
    return at != meanings.end() ? at->second : Errc::ServerRefused;
}

bool holds(const Fetched &fetched, const Piece &piece)
{
    return std::ranges::any_of(fetched.sections, [&](const Section &one) {
        return one.name == piece.section && one.origin.value_or(0) == piece.origin;
    });
}

bool isWanted(const Request &request, const Response &response)
{
    const auto *fetched = std::get_if<Fetched>(&response);
    const auto *vanished = std::get_if<Vanished>(&response);
    switch (request.interest) {
    case Interest::Nothing:
        return false;
    case Interest::Folders:
        return std::holds_alternative<Listed>(response);
    case Interest::FolderStatus:
        return std::holds_alternative<FolderStatus>(response);
    case Interest::Search:
        return std::holds_alternative<Found>(response);
    case Interest::Messages:
        return (fetched != nullptr && fetched->uid && request.uids.contains(*fetched->uid)
                && (!request.piece || holds(*fetched, *request.piece)))
            || (vanished != nullptr && vanished->isEarlier);
    case Interest::Selection:
        return fetched != nullptr || (vanished != nullptr && vanished->isEarlier)
            || std::holds_alternative<Exists>(response) || std::holds_alternative<Outcome>(response);
    }
    return false;
}

qint64 weight(const Response &response)
{
    constexpr qint64 overhead = 200;
    if (const auto *fetched = std::get_if<Fetched>(&response)) {
        qint64 bytes = overhead + fetched->structure.items.size() * overhead;
        for (const Section &section : fetched->sections) {
            bytes += overhead + (section.content.isInMemory() ? section.content.size() : 0);
        }
        return bytes;
    }
    if (const auto *found = std::get_if<Found>(&response)) {
        return overhead + found->uids.ranges().size() * qint64{sizeof(UidSet::Range)};
    }
    const auto *listed = std::get_if<Listed>(&response);
    return overhead + (listed != nullptr ? listed->name.size() : 0);
}

} // namespace

Error refusal(const Outcome &outcome)
{
    const QByteArrayView status = outcome.status == Status::Bad ? "BAD" : "NO";
    return errorOf(meaning(outcome.code.name),
                   QString::fromLatin1(status) + u' '
                       + QString::fromLatin1(
                           outcome.code.name.first(std::min<qsizetype>(40, outcome.code.name.size()))));
}

ImapLink::ImapLink(mail::MailEdge edge, Limits limits, QObject *parent)
    : QObject(parent)
    , m_edge(std::move(edge))
    , m_limits(limits)
    , m_connection(m_edge)
    , m_reader(std::move(limits))
    , m_patience(m_edge)
{
    connect(&m_connection, &mail::Connection::received, this, &ImapLink::read);
    connect(&m_connection, &mail::Connection::written, this, [this] {
        m_heard = true;
        pump();
    });
    connect(&m_connection, &mail::Connection::closed, this, &ImapLink::end);
}

ImapLink::~ImapLink()
{
    abort();
}

QFuture<Result<Outcome>> ImapLink::open(const mail::ServerAddress &server)
{
    if (m_greeting || m_isOpen || m_isOver) {
        return aside::answered<Outcome>(fail(Errc::Internal, u"a link is for one session"_s));
    }
    m_greeting.emplace();
    m_greeting->start();
    QFuture<Result<Outcome>> future = m_greeting->future();
    m_connection.open(server).then(this, [this](const Result<void> &opened) {
        if (!opened) {
            return end(opened.error());
        }
        watch();
        read();
    });
    return future;
}

void ImapLink::abort()
{
    disconnect(&m_connection, nullptr, this, nullptr);
    end(errorOf(Errc::Cancelled, u"the session was dropped"_s));
}

void ImapLink::end(const Error &error)
{
    if (std::exchange(m_isOver, true)) {
        return;
    }
    m_patience.drop();
    m_connection.abort();
    const bool wasOpen = std::exchange(m_isOpen, false);
    for (const std::unique_ptr<Running> &running : std::exchange(m_requests, {})) {
        aside::settle<Reply>(running->promise, std::unexpected(running->ownError.value_or(error)));
    }
    if (m_greeting) {
        aside::settle<Outcome>(*m_greeting, std::unexpected(error));
    }
    if (wasOpen && error.code != Errc::Cancelled) {
        Q_EMIT closed(error);
    }
}

void ImapLink::read()
{
    const QPointer<ImapLink> self(this); // whoever is told may let us go
    while (self && !m_isOver) {
        const QByteArray bytes = m_connection.take();
        if (bytes.isEmpty()) {
            break;
        }
        m_heard = true;
        m_reader.feed(bytes);
        while (self && !m_isOver) {
            const Result<std::optional<RawResponse>> raw = m_reader.next();
            if (!raw) {
                return end(raw.error());
            }
            if (!*raw) {
                break;
            }
            const Result<void> handled = handle(**raw);
            if (self && !handled) {
                return end(handled.error());
            }
        }
    }
    if (self && !m_isOver) {
        pump();
    }
}

Result<void> ImapLink::handle(const RawResponse &raw)
{
    Result<Response> response = parseResponse(raw, m_limits);
    if (!response) {
        return std::unexpected(response.error());
    }
    learn(*response);
    if (!m_isOpen) {
        return greet(*response);
    }
    if (const auto *tagged = std::get_if<Tagged>(&*response)) {
        return complete(*tagged);
    }
    if (const auto *continuation = std::get_if<Continuation>(&*response)) {
        return proceed(*continuation);
    }
    return distribute(*std::move(response));
}

Result<void> ImapLink::greet(const Response &response)
{
    const auto *outcome = std::get_if<Outcome>(&response);
    if (outcome == nullptr || (outcome->status != Status::Ok && outcome->status != Status::PreAuth)) {
        const bool isBye = outcome != nullptr && outcome->status == Status::Bye;
        return fail(isBye ? Errc::ServerRefused : Errc::BadAnswer, u"no greeting"_s);
    }
    m_isOpen = true;
    aside::settle<Outcome>(*m_greeting, *outcome);
    return {};
}

void ImapLink::learn(const Response &response)
{
    QList<QByteArray> names;
    if (const auto *capabilities = std::get_if<Capabilities>(&response)) {
        names = capabilities->names;
    } else {
        const auto *tagged = std::get_if<Tagged>(&response);
        const auto *outcome = tagged != nullptr ? &tagged->outcome : std::get_if<Outcome>(&response);
        if (outcome == nullptr || outcome->code.name != "CAPABILITY") {
            return;
        }
        names = outcome->code.arguments.toUpper().split(' ');
    }
    m_capabilities = QSet<QByteArray>(names.cbegin(), names.cend());
}

Result<void> ImapLink::complete(const Tagged &tagged)
{
    const auto at = std::ranges::find_if(m_requests, [&](const std::unique_ptr<Running> &r) {
        return r->tag == tagged.tag && !r->isAnswered;
    });
    if (tagged.tag.isEmpty() || at == m_requests.end()) {
        return fail(Errc::BadAnswer, u"an answer to nothing"_s);
    }
    const auto index = static_cast<std::size_t>(std::distance(m_requests.begin(), at));
    if (index >= m_written) {
        // Answered before it was said whole. Bytes that were announced and need no leave must follow.
        if ((*at)->isAnnounced && !(*at)->awaitsLeave) {
            (*at)->isAnswered = true;
            finish(**at, tagged.outcome);
            return {};
        }
        if (!(*at)->awaitsLeave) {
            return fail(Errc::BadAnswer, u"an answer in front of its question"_s);
        }
    } else {
        --m_written;
    }
    const std::unique_ptr<Running> running = std::move(*at);
    m_requests.erase(at);
    if (running->request.talk == Talk::StartTls && tagged.outcome.status == Status::Ok) {
        return beginTls(*running);
    }
    if (running->request.talk == Talk::Compress && tagged.outcome.status == Status::Ok) {
        m_connection.startCompression(m_reader.takeRest());
    }
    finish(*running, tagged.outcome);
    if (m_requests.empty()) {
        Q_EMIT drained();
    }
    return {};
}

void ImapLink::finish(Running &running, const Outcome &outcome)
{
    Result<Reply> result;
    if (running.ownError) {
        result = std::unexpected(*running.ownError);
    } else if (outcome.status != Status::Ok) {
        m_refusedWith = outcome.words;
        result = std::unexpected(refusal(outcome));
    } else if (const Result<void> proved
               = running.request.mechanism != nullptr ? running.request.mechanism->finish() : Result<void>();
               !proved) {
        aside::settle<Reply>(running.promise, std::unexpected(proved.error()));
        return end(proved.error());
    } else {
        running.reply.outcome = outcome;
        result = std::move(running.reply);
    }
    aside::settle(running.promise, std::move(result));
}

/// The server agreed. What it said before is worth nothing: anybody on the way could have said it.
Result<void> ImapLink::beginTls(Running &running)
{
    m_capabilities.clear();
    if (!m_reader.takeRest().isEmpty()) {
        aside::settle<Reply>(running.promise, fail(Errc::Insecure, u"bytes in front of the handshake"_s));
        return fail(Errc::Insecure, u"bytes in front of the handshake"_s);
    }
    m_connection.startTls().then(
        this, [this, promise = std::move(running.promise)](const Result<void> &secured) mutable {
            if (!secured) {
                aside::settle<Reply>(promise, std::unexpected(secured.error()));
                return end(secured.error());
            }
            aside::settle<Reply>(promise, Reply{.outcome = {}});
        });
    return {};
}

Result<void> ImapLink::proceed(const Continuation &continuation)
{
    // Only what is being said, or was said last, can be meant.
    if (m_written < m_requests.size() && m_requests[m_written]->awaitsLeave) {
        m_requests[m_written]->awaitsLeave = false;
        return {};
    }
    if (m_written == 0) {
        return fail(Errc::BadAnswer, u"an invitation to nothing"_s);
    }
    Running &last = *m_requests[m_written - 1];
    if (last.request.talk == Talk::Idle) {
        last.isListening = true;
        if (last.wantsEnd) {
            endIdle();
        }
        return {};
    }
    if (last.request.mechanism == nullptr) {
        return fail(Errc::BadAnswer, u"an invitation to nothing"_s);
    }
    reply(continuation, last);
    return {};
}

void ImapLink::reply(const Continuation &challenge, Running &running)
{
    QPromise<Result<Secret>> promise;
    promise.start();
    QFuture<Result<Secret>> thought = promise.future();
    // Some mechanisms take their time on purpose.
    QThreadPool::globalInstance()->start([mechanism = running.request.mechanism,
                                          text = QByteArray::fromBase64(challenge.text),
                                          promise = std::move(promise)]() mutable {
        promise.addResult(mechanism->answer(text));
        promise.finish();
    });
    thought.then(this, [this, tag = running.tag](const Result<Secret> &answer) {
        const auto at = std::ranges::find(m_requests, tag, [](const auto &r) { return r->tag; });
        if (at == m_requests.end() || m_isOver) {
            return;
        }
        if (!answer) {
            (*at)->ownError = answer.error();
        }
        m_connection.write(answer ? answer->bytes().toBase64() + "\r\n" : "*\r\n"_ba);
    });
}

Result<void> ImapLink::distribute(Response response)
{
    const auto at = std::ranges::find_if(m_requests, [&](const std::unique_ptr<Running> &running) {
        return running->isBegun && isWanted(running->request, response);
    });
    if (at != m_requests.end()) {
        return keep(**at, std::move(response));
    }
    Q_EMIT told(response);
    return {};
}

Result<void> ImapLink::keep(Running &running, Response response)
{
    running.collected += weight(response);
    const bool isTooMany
        = running.request.interest == Interest::Folders && running.reply.data.size() >= m_limits.mostFolders;
    if (running.collected > m_limits.mostCollected || isTooMany) {
        return fail(Errc::TooLarge, u"more than was asked for"_s);
    }
    running.reply.data.append(std::move(response));
    return {};
}

} // namespace aside::imap
