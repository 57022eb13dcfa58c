// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/http/apiexchange.h"

#include "app/channels/http/onewaybody.h"
#include "app/channels/http/publicaddress.h"
#include "app/channels/http/strictrequest.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <algorithm>
#include <utility>

namespace aside {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 readAhead = 64 * 1'024;

/// Whether it can stand in the head of a request without ending its line.
bool isHeaderText(const QByteArray &text)
{
    return std::ranges::none_of(text, [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

/// Broke before anything of the request could leave.
bool isEarly(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::ConnectionRefusedError || error == QNetworkReply::HostNotFoundError
        || error == QNetworkReply::SslHandshakeFailedError;
}

/// Qt calls many a status an error, and its answer is whole all the same.
bool isStatus(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::NoError
        || (error >= QNetworkReply::ContentAccessDenied && error != QNetworkReply::ContentReSendError
            && error != QNetworkReply::ProtocolFailure);
}

Error cancelled(const QString &why)
{
    return {.code = Errc::Cancelled, .detail = why, .retryAfter = {}};
}

} // namespace

ApiExchange::ApiExchange(ApiClient &client, ApiRequest request)
    : QObject(&client)
    , m_client(client)
    , m_request(std::move(request))
{
    m_promise.start();
}

ApiExchange::~ApiExchange()
{
    disconnect();
    abandon(cancelled(u"the client is gone"_s));
    qDeleteAll(findChildren<QNetworkReply *>(Qt::FindDirectChildrenOnly)); // before their network
}

std::chrono::milliseconds ApiExchange::taken() const
{
    return std::chrono::milliseconds(m_taken.isValid() ? m_taken.elapsed() : 0);
}

void ApiExchange::watch(std::stop_token stop)
{
    m_stop.emplace(std::move(stop), [this] { abandon(cancelled({})); });
}

void ApiExchange::giveUp(const Error &error)
{
    settle(std::unexpected(error), LastByte::NotLeft);
}

void ApiExchange::start()
{
    m_taken.start();
    m_client.parts().edge.after(m_request.patience, this,
                                [this] { abandon({.code = Errc::Timeout, .detail = {}, .retryAfter = {}}); });
    check();
}

void ApiExchange::check()
{
    const QUrl &url = m_request.url;
    const bool isPlain = url.scheme() == "http"_L1;
    const bool isAddress = url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty()
        && (isPlain || url.scheme() == "https"_L1);
    const bool areHeaders = std::ranges::all_of(m_request.headers, [](const auto &header) {
        return !header.first.isEmpty() && isHeaderText(header.first) && isHeaderText(header.second);
    });
    if (!isAddress || !areHeaders) {
        return giveUp(
            {.code = Errc::InvalidInput, .detail = u"no such request can be made"_s, .retryAfter = {}});
    }
    if (isPlain && m_request.cleartext == Cleartext::Refused && !m_client.isOwnServer(url)) {
        return giveUp({.code = Errc::Insecure, .detail = {}, .retryAfter = {}});
    }
    QHostAddress literal;
    if (literal.setAddress(url.host())) {
        return choose({literal});
    }
    m_client.parts().edge.resolve(url.host(QUrl::FullyEncoded), this,
                                  [this](const QList<QHostAddress> &found) { choose(found); });
}

void ApiExchange::choose(const QList<QHostAddress> &found)
{
    if (m_isSettled) {
        return;
    }
    if (found.isEmpty()) {
        return giveUp({.code = Errc::Network, .detail = u"no such host"_s, .retryAfter = {}});
    }
    m_addresses = found;
    if (!m_client.isOwnServer(m_request.url)) {
        const auto port = static_cast<quint16>(portOf(m_request.url));
        const QList<Endpoint> &allowed = m_client.parts().edge.allowedPrivate;
        m_addresses.removeIf([&](const QHostAddress &address) {
            return !isPublicAddress(address) && !allowed.contains(Endpoint{.address = address, .port = port});
        });
    }
    if (m_addresses.isEmpty()) {
        return giveUp({.code = Errc::PrivateAddress, .detail = {}, .retryAfter = {}});
    }
    m_addresses = inOrderOfTrying(std::move(m_addresses));
    connectToNext();
}

void ApiExchange::connectToNext()
{
    m_response = {};
    QNetworkRequest request
        = strictRequest(m_request.url, m_addresses.takeFirst(), m_client.parts().edge.authorities);
    request.setRawHeader("User-Agent", "Aside");
    for (const auto &[name, value] : std::as_const(m_request.headers)) {
        request.setRawHeader(name, value);
    }
    m_network = m_request.reuse == Reuse::Never ? ApiClient::freshNetwork() : m_client.network();
    const QByteArray verb = methodName(m_request.method);
    if (m_request.method == HttpMethod::Get) {
        m_reply = m_network->sendCustomRequest(request, verb);
    } else {
        const ApiBody body = m_request.body.value_or(ApiBody());
        if (m_request.body) {
            request.setRawHeader("Content-Type", body.contentType);
        }
        request.setRawHeader("Content-Length", QByteArray::number(body.bytes.size()));
        request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        m_body = new OneWayBody(body.bytes);
        m_reply = m_network->sendCustomRequest(request, verb, m_body);
        m_body->setParent(m_reply);
    }
    listenTo(*m_reply);
}

void ApiExchange::listenTo(QNetworkReply &reply)
{
    reply.setParent(this);
    reply.setReadBufferSize(readAhead);
    connect(&reply, &QNetworkReply::metaDataChanged, this, &ApiExchange::readHead);
    connect(&reply, &QIODevice::readyRead, this, &ApiExchange::readBody);
    connect(&reply, &QNetworkReply::finished, this, &ApiExchange::end);
}

void ApiExchange::readHead()
{
    if (m_reply == nullptr) {
        return;
    }
    m_response.status = statusOf(*m_reply);
    m_response.headers = m_reply->rawHeaderPairs();
    const QByteArray length = m_response.header("Content-Length");
    m_promisedBytes = length.isEmpty() ? -1 : length.toLongLong();
    if (m_promisedBytes > m_request.mostBytes) {
        settle(fail(Errc::TooLarge, u"by its own words"_s), LastByte::Left);
    }
}

void ApiExchange::readBody()
{
    if (m_reply == nullptr) {
        return;
    }
    m_response.body += m_reply->readAll();
    if (m_response.body.size() > m_request.mostBytes) {
        settle(fail(Errc::TooLarge), LastByte::Left);
    }
}

/// Without all of the body the request is no use to a server; whatever else is known, it may have left.
LastByte ApiExchange::lastByte(bool hasFailedEarly) const
{
    if (m_reply == nullptr || hasFailedEarly) {
        return LastByte::NotLeft;
    }
    const bool isWhole = m_body == nullptr || m_body->isSpent();
    return isWhole ? LastByte::Left : LastByte::NotLeft;
}

void ApiExchange::end()
{
    if (m_reply == nullptr) {
        return;
    }
    const QNetworkReply::NetworkError error = m_reply->error();
    const bool isAnswer = statusOf(*m_reply) != 0 && isStatus(error);
    readBody();
    if (m_isSettled) {
        return;
    }
    if (isAnswer && m_promisedBytes > m_response.body.size() && m_response.status != 304) {
        return settle(fail(Errc::Truncated), LastByte::Left);
    }
    if (isAnswer) {
        m_response.status = statusOf(*m_reply);
        return settle(std::move(m_response), LastByte::Left);
    }
    if (isEarly(error) && error != QNetworkReply::SslHandshakeFailedError && !m_addresses.isEmpty()) {
        dropReply();
        return connectToNext();
    }
    const Errc code = statusOf(*m_reply) != 0 ? Errc::Truncated : errcOf(error);
    settle(fail(code, u"network error %1"_s.arg(error)), lastByte(isEarly(error)));
}

void ApiExchange::abandon(const Error &error)
{
    settle(std::unexpected(error), lastByte(false));
}

void ApiExchange::dropReply()
{
    m_body = nullptr;
    if (QNetworkReply *reply = std::exchange(m_reply, nullptr)) {
        reply->disconnect(this);
        reply->abort();
        reply->deleteLater();
    }
}

void ApiExchange::settle(Result<ApiResponse> result, LastByte lastByte)
{
    if (std::exchange(m_isSettled, true)) {
        return;
    }
    dropReply();
    const ApiReply reply{.response = std::move(result), .lastByte = lastByte};
    Q_EMIT ended(reply);
    m_promise.addResult(reply);
    m_promise.finish();
    deleteLater();
}

} // namespace aside
