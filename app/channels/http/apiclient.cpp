// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/http/apiclient.h"

#include "app/channels/http/apiexchange.h"
#include "app/channels/http/apioutcome.h"
#include "app/channels/http/strictrequest.h"
#include "models/core/logging.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>

#include <algorithm>
#include <functional>
#include <utility>

namespace aside {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

ApiClient::ApiClient(Parts parts, QObject *parent)
    : QObject(parent)
    , m_parts(std::move(parts))
{
}

ApiClient::~ApiClient()
{
    // Those that are under way answer before the network goes.
    m_waiting.clear();
    qDeleteAll(findChildren<ApiExchange *>(Qt::FindDirectChildrenOnly));
}

QFuture<ApiReply> ApiClient::send(ApiRequest request, std::stop_token stop)
{
    auto *exchange = new ApiExchange(*this, std::move(request));
    QFuture<ApiReply> future = exchange->future();
    connect(exchange, &ApiExchange::ended, this,
            [this, exchange](const ApiReply &reply) { note(*exchange, reply); });
    m_waiting.append(exchange);
    exchange->watch(std::move(stop));
    pump();
    return future;
}

bool ApiClient::isOwnServer(const QUrl &url) const
{
    return std::ranges::any_of(m_parts.ownServers, [&url](const QUrl &own) {
        return own.scheme() == url.scheme() && own.host() == url.host() && portOf(own) == portOf(url);
    });
}

std::shared_ptr<QNetworkAccessManager> ApiClient::network()
{
    if (m_network == nullptr) {
        m_network = freshNetwork();
    }
    return m_network;
}

std::shared_ptr<QNetworkAccessManager> ApiClient::freshNetwork()
{
    auto network = std::make_shared<QNetworkAccessManager>();
    network->setProxy(QNetworkProxy::NoProxy);
    network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    network->setAutoDeleteReplies(false);
    return network;
}

/// Lets go what may go, people first, and comes back when the next may.
void ApiClient::pump()
{
    QList<ApiExchange *> inOrder = m_waiting;
    std::ranges::stable_sort(inOrder, std::greater(),
                             [](const ApiExchange *exchange) { return exchange->request().urgency; });
    const Instant now = m_parts.clock.now();
    std::optional<std::chrono::milliseconds> next;
    for (ApiExchange *exchange : std::as_const(inOrder)) {
        const ApiRequest &request = exchange->request();
        const auto wait = m_rates.wait(request.bucket, request.urgency, now);
        if (wait <= 0ms) {
            m_rates.take(request.bucket, now);
            begin(exchange);
        } else if (wait > request.patience) {
            exchange->giveUp({.code = Errc::ServerRefused,
                              .detail = u"the limit of the service"_s,
                              .retryAfter = std::chrono::ceil<std::chrono::seconds>(wait)});
        } else {
            next = std::min(next.value_or(wait), wait);
        }
    }
    if (next) {
        comeBack(now, *next);
    }
}

/// One alarm at a time; one that rings too early sets the next.
void ApiClient::comeBack(Instant now, std::chrono::milliseconds wait)
{
    if (m_alarmAt && *m_alarmAt <= now + wait && *m_alarmAt >= now) {
        return;
    }
    m_alarmAt = now + wait;
    m_parts.edge.after(wait, this, [this] {
        m_alarmAt.reset();
        pump();
    });
}

void ApiClient::begin(ApiExchange *exchange)
{
    m_waiting.removeOne(exchange);
    exchange->start();
}

void ApiClient::note(const ApiExchange &exchange, const ApiReply &reply)
{
    m_waiting.removeIf([&exchange](const ApiExchange *waiting) { return waiting == &exchange; });
    const ApiRequest &request = exchange.request();
    ExchangeRecord record{.at = m_parts.clock.now(),
                          .method = methodName(request.method),
                          .url = redactedUrl(request.url, m_parts.secrets),
                          .sent = request.body ? request.body->bytes.size() : 0,
                          .took = exchange.taken()};
    if (reply.response) {
        record.status = reply.response->status;
        record.received = reply.response->body.size();
        const auto said = m_parts.pauseIn ? m_parts.pauseIn(*reply.response) : std::nullopt;
        const bool isFault = record.status >= 400;
        if (const auto after = said || !isFault ? said : retryAfter(*reply.response, record.at)) {
            m_rates.pause(request.bucket, record.at + *after);
        }
    } else {
        record.fault = reply.response.error().code;
        if (*record.fault != Errc::Cancelled && reply.response.error().retryAfter == std::nullopt) {
            m_network.reset(); // what broke once breaks the next request as well
        }
    }
    qCDebug(logHttp).noquote() << record.method << record.url << record.status
                               << (record.fault ? errcName(*record.fault) : "ok"_L1) << record.received
                               << "bytes," << record.took.count() << "ms";
    m_recorder.add(std::move(record));
}

} // namespace aside
