// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/feed/feedadapter.h"

#include "app/channels/flow/promises.h"
#include "app/channels/http/apioutcome.h"
#include "app/channels/http/strictrequest.h"
#include "models/domain/refusal.h"

#include <QCryptographicHash>
#include <QPointer>

#include <algorithm>
#include <utility>

namespace aside::feed {

namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr int mostRedirects = 5;
constexpr qsizetype mostAtOnce = 500;
constexpr std::chrono::milliseconds shortestPause = 15min;
constexpr std::chrono::milliseconds spread = 3min;
constexpr std::chrono::milliseconds longestPause = 24h; ///< a clock may have been wrong

constexpr int gone = 410;
constexpr int unchanged = 304;

/// Where an account of a test or of one's own network is let in.
QList<QUrl> ownServersOf(const Account &account)
{
    return account.settings.value(u"own-server"_s) == "yes"_L1 ? QList<QUrl>{QUrl(account.address)}
                                                               : QList<QUrl>{};
}

QByteArray digestOf(const QByteArray &body)
{
    return QCryptographicHash::hash(body, QCryptographicHash::Sha256);
}

/// No file of a person's has a wrong format: the server sent something else.
Error asAnswer(const Error &error)
{
    const bool isOther = error.code == Errc::UnknownFormat || error.code == Errc::Empty;
    return isOther ? Error{.code = Errc::BadAnswer, .detail = error.detail, .retryAfter = {}} : error;
}

/// A place and what lay there.
struct Found {
    QUrl place;
    ApiResponse response;
};

} // namespace

struct FeedAdapter::Flows {
    using Guard = QPointer<FeedAdapter>;

    static ApiRequest requestFor(const QUrl &place, const FeedCursor &cursor)
    {
        ApiRequest request{.url = place, .mostBytes = mostFeedBytes, .cleartext = Cleartext::AsAddressed};
        request.headers = {
            {"Accept",
             "application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.8, */*;q=0.1"}};
        if (place.toString(QUrl::FullyEncoded) == cursor.place && !cursor.etag.isEmpty()) {
            request.headers.append({"If-None-Match", cursor.etag});
        }
        if (place.toString(QUrl::FullyEncoded) == cursor.place && !cursor.modified.isEmpty()) {
            request.headers.append({"If-Modified-Since", cursor.modified});
        }
        return request;
    }

    /// Through all redirects; never from TLS to none.
    static QCoro::Task<Result<Found>> visit(Guard self, FeedCursor cursor)
    {
        QUrl place(cursor.feed);
        for (int redirects = 0; redirects <= mostRedirects; ++redirects) {
            const std::stop_token stop = self->m_stop.get_token();
            const Result<ApiReply> reply = co_await aside::arrival(
                self->m_client.send(requestFor(place, cursor), stop).then([](const ApiReply &ended) {
                    return Result<ApiReply>(ended);
                }));
            if (self.isNull() || !reply) {
                co_return fail(Errc::Cancelled);
            }
            if (!reply->response) {
                co_return std::unexpected(reply->response.error());
            }
            if (!isRedirect(reply->response->status)) {
                co_return Found{.place = place, .response = *reply->response};
            }
            QUrl next = place.resolved(QUrl::fromEncoded(reply->response->header("Location")));
            next.setUserInfo({});
            if (place.scheme() == "https"_L1 && next.scheme() == "http"_L1) {
                co_return fail(Errc::Insecure, u"a redirect"_s);
            }
            place = next;
        }
        co_return fail(Errc::ServerRefused, u"too many redirects"_s);
    }

    static QCoro::Task<Result<FetchStep>> fetch(Guard self, QByteArray bytes, FeedCursor cursor)
    {
        const Result<Found> found = co_await visit(self, cursor);
        if (!found || self.isNull()) {
            co_return std::unexpected(found ? Error{.code = Errc::Cancelled, .detail = {}, .retryAfter = {}}
                                            : found.error());
        }
        co_return self->take(std::move(bytes), std::move(cursor), found->place, found->response);
    }

    static QCoro::Task<Result<void>> open(Guard self, FeedCursor cursor)
    {
        const Result<Found> found = co_await visit(self, std::move(cursor));
        if (!found || self.isNull()) {
            co_return std::unexpected(found ? Error{.code = Errc::Cancelled, .detail = {}, .retryAfter = {}}
                                            : found.error());
        }
        const Result<ApiResponse> answer = readOutcome(
            {.response = found->response, .lastByte = LastByte::Left}, self->m_parts.clock.now());
        if (!answer) {
            co_return std::unexpected(answer.error());
        }
        co_return readFeed(answer->body, answer->header("Content-Type"), found->place)
            .transform([self](const FeedDocument &document) { self->m_title = document.title.simplified(); })
            .transform_error(asAnswer);
    }
};

FeedAdapter::FeedAdapter(Parts parts, QObject *parent)
    : ChannelAdapter(parent)
    , m_parts(std::move(parts))
    , m_client(ApiClient::Parts{
          .edge = m_parts.edge, .clock = m_parts.clock, .ownServers = ownServersOf(m_parts.account)})
{
}

FeedAdapter::~FeedAdapter()
{
    m_stop.request_stop();
}

bool FeedAdapter::isFeedAddress(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    return url.isValid() && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1) && !url.host().isEmpty()
        && url.userInfo().isEmpty();
}

QFuture<Result<void>> FeedAdapter::open()
{
    const QString &address = m_parts.account.address;
    return aside::begin<void>(Flows::open(this, FeedCursor{.feed = address, .place = {}}));
}

QFuture<Result<FetchStep>> FeedAdapter::fetch(QByteArray cursor)
{
    if (m_rest && m_rest->before == cursor) {
        return aside::answered<FetchStep>(handOver());
    }
    m_rest.reset();
    Result<FeedCursor> known = FeedCursor::parse(cursor, m_parts.account.address);
    if (!known) {
        return aside::answered<FetchStep>(std::unexpected(known.error()));
    }
    const auto wait = known->nextAt - m_parts.clock.now();
    if (known->isGone || (wait > 0ms && wait <= longestPause)) {
        FetchStep nothing{.batch = {.source = {}, .cursor = cursor, .messages = {}}};
        if (known->isGone) {
            nothing.troubles = {{.folder = m_parts.account.name, .fault = Errc::NotFound}};
        }
        return aside::answered<FetchStep>(std::move(nothing));
    }
    return aside::begin<FetchStep>(Flows::fetch(this, std::move(cursor), *std::move(known)));
}

Result<FetchStep> FeedAdapter::take(QByteArray before, FeedCursor cursor, const QUrl &place,
                                    const ApiResponse &response)
{
    cursor.nextAt = nextTime();
    m_rest = Rest{.before = std::move(before), .after = std::move(cursor), .mentions = {}};
    if (response.status == gone) {
        m_rest->after.isGone = true;
        Result<FetchStep> step = handOver();
        step->troubles = {{.folder = m_parts.account.name, .fault = Errc::NotFound}};
        return step;
    }
    const Instant now = m_parts.clock.now();
    const auto answer = readOutcome({.response = response, .lastByte = LastByte::Left}, now);
    if (!answer) {
        m_rest.reset();
        return std::unexpected(answer.error());
    }
    const QByteArray digest = digestOf(response.body);
    if (response.status == unchanged || digest == m_rest->after.digest) {
        return handOver();
    }
    const Result<FeedDocument> document = readFeed(response.body, response.header("Content-Type"), place);
    if (!document) {
        m_rest.reset();
        return std::unexpected(asAnswer(document.error()));
    }
    m_rest->after.place = place.toString(QUrl::FullyEncoded);
    m_rest->after.etag = response.header("ETag");
    m_rest->after.modified = response.header("Last-Modified");
    m_rest->after.digest = digest;
    m_rest->mentions = mentionsOf(*document, m_parts.account.address, m_parts.toText, now);
    return handOver();
}

/// Until all of it is stored the cursor stays where it was: what is handed over twice is known.
Result<FetchStep> FeedAdapter::handOver()
{
    const qsizetype count = std::min(m_rest->mentions.size(), mostAtOnce);
    FetchStep step{.batch
                   = {.source = {}, .cursor = m_rest->before, .messages = m_rest->mentions.first(count)}};
    m_rest->mentions.remove(0, count);
    step.isComplete = m_rest->mentions.isEmpty();
    if (step.isComplete) {
        step.batch.cursor = m_rest->after.toBytes();
        m_rest.reset();
    }
    return step;
}

Instant FeedAdapter::nextTime()
{
    const double part = m_parts.random.generateDouble();
    return m_parts.clock.now() + shortestPause
        + std::chrono::milliseconds(
               static_cast<std::chrono::milliseconds::rep>(part * static_cast<double>(spread.count())));
}

QFuture<SendOutcome> FeedAdapter::send(OutgoingMessage message)
{
    Q_UNUSED(message)
    return QtFuture::makeReadyValueFuture(
        SendOutcome(Refused{.code = QString(answerOnThePage), .words = {}}));
}

QFuture<Result<Reconciliation>> FeedAdapter::reconcile(OutgoingMessage message)
{
    Q_UNUSED(message)
    return aside::answered<Reconciliation>(Reconciliation{});
}

} // namespace aside::feed
