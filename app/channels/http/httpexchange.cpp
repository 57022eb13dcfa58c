// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/http/httpexchange.h"

#include "app/channels/http/publicaddress.h"
#include "app/channels/http/strictrequest.h"
#include "models/core/logging.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <utility>

namespace aside {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 readAhead = 64 * 1'024;

/// What the status says; nothing for those that carry what was asked for, or say where it is.
std::optional<Errc> refusal(int status)
{
    if (status == 404 || status == 410) {
        return Errc::NotFound;
    }
    return status >= 400 || status < 200 || (status >= 300 && status < 400)
        ? std::optional(Errc::ServerRefused)
        : std::nullopt;
}

} // namespace

HttpExchange::HttpExchange(HttpClient &client, HttpRequest request, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_request(std::move(request))
{
    m_promise.start();
}

HttpExchange::~HttpExchange()
{
    settle(fail(Errc::Cancelled, u"the client is gone"_s));
}

void HttpExchange::start(std::stop_token stop)
{
    m_taken.start();
    m_client.edge().after(m_request.patience, this, [this] { settle(fail(Errc::Timeout)); });
    m_stop.emplace(std::move(stop), [this] { settle(fail(Errc::Cancelled)); });
    if (!m_isSettled) {
        visit(m_request.url);
    }
}

void HttpExchange::visit(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty()) {
        return settle(fail(Errc::InvalidInput, u"no address to get"_s));
    }
    if (url.scheme() != "https"_L1) {
        return settle(fail(url.scheme() == "http"_L1 ? Errc::Insecure : Errc::InvalidInput, url.scheme()));
    }
    m_url = url;
    QHostAddress literal;
    if (literal.setAddress(url.host())) {
        return choose({literal});
    }
    m_client.edge().resolve(url.host(QUrl::FullyEncoded), this,
                            [this](const QList<QHostAddress> &found) { choose(found); });
}

void HttpExchange::choose(const QList<QHostAddress> &found)
{
    if (m_isSettled) {
        return;
    }
    if (found.isEmpty()) {
        return settle(fail(Errc::Network, u"no such host"_s));
    }
    const auto port = static_cast<quint16>(portOf(m_url));
    const QList<Endpoint> &allowed = m_client.edge().allowedPrivate;
    m_addresses = found;
    m_addresses.removeIf([&](const QHostAddress &address) {
        return !isPublicAddress(address) && !allowed.contains(Endpoint{.address = address, .port = port});
    });
    if (m_addresses.isEmpty()) {
        return settle(fail(Errc::PrivateAddress));
    }
    m_addresses = inOrderOfTrying(std::move(m_addresses));
    connectToNext();
}

QNetworkRequest HttpExchange::requestTo(const QHostAddress &address) const
{
    QNetworkRequest request = strictRequest(m_url, address, m_client.edge().authorities);
    request.setRawHeader("User-Agent", "Mozilla/5.0");
    request.setRawHeader("Accept", m_request.accept);
    request.setRawHeader("Accept-Language", "*");
    return request;
}

void HttpExchange::connectToNext()
{
    m_response = {};
    m_reply = m_client.network().get(requestTo(m_addresses.takeFirst()));
    m_reply->setParent(this);
    m_reply->setReadBufferSize(readAhead);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &HttpExchange::readHead);
    connect(m_reply, &QIODevice::readyRead, this, &HttpExchange::readBody);
    connect(m_reply, &QNetworkReply::finished, this, &HttpExchange::end);
}

void HttpExchange::readHead()
{
    if (m_reply == nullptr) {
        return;
    }
    if (isRedirect(statusOf(*m_reply))) {
        return follow(); // whatever else it sends
    }
    if (const std::optional<Errc> refused = refusal(statusOf(*m_reply))) {
        return settle(fail(*refused, u"status %1"_s.arg(statusOf(*m_reply))));
    }
    m_response.contentType = m_reply->header(QNetworkRequest::ContentTypeHeader).toByteArray();
    if (m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong() > m_request.mostBytes) {
        settle(fail(Errc::TooLarge, u"by its own words"_s));
    }
}

void HttpExchange::readBody()
{
    if (m_reply == nullptr) {
        return;
    }
    m_response.body += m_reply->readAll();
    if (m_response.body.size() > m_request.mostBytes) {
        settle(fail(Errc::TooLarge));
    }
}

void HttpExchange::end()
{
    if (m_reply == nullptr) {
        return;
    }
    const int status = statusOf(*m_reply);
    if (m_reply->error() != QNetworkReply::NoError) {
        const Errc code
            = status != 0 ? refusal(status).value_or(errcOf(m_reply->error())) : errcOf(m_reply->error());
        if (status == 0 && code == Errc::Network && !m_addresses.isEmpty()) {
            dropReply();
            return connectToNext();
        }
        return settle(fail(code, u"network error %1"_s.arg(m_reply->error())));
    }
    readBody();
    settle(std::move(m_response));
}

void HttpExchange::follow()
{
    const QByteArray place = m_reply->rawHeader("Location");
    dropReply();
    if (place.isEmpty() || ++m_redirects > m_request.mostRedirects) {
        return settle(fail(Errc::ServerRefused, u"%1 redirects"_s.arg(m_redirects)));
    }
    QUrl next = m_url.resolved(QUrl::fromEncoded(place));
    next.setUserInfo({}); // credentials are for the operator to give
    visit(next);
}

void HttpExchange::dropReply()
{
    if (QNetworkReply *reply = std::exchange(m_reply, nullptr)) {
        reply->disconnect(this);
        reply->abort();
        reply->deleteLater();
    }
}

void HttpExchange::settle(Result<HttpResponse> result)
{
    if (std::exchange(m_isSettled, true)) {
        return;
    }
    dropReply();
    qCDebug(logHttp) << "get:" << (result ? "ok"_L1 : errcName(result.error().code))
                     << (result ? result->body.size() : 0) << "bytes," << m_redirects << "redirects,"
                     << m_taken.elapsed() << "ms";
    m_promise.addResult(std::move(result));
    m_promise.finish();
    deleteLater();
}

} // namespace aside
