// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/mastodon/eventstream.h"

#include "app/channels/http/publicaddress.h"
#include "app/channels/http/strictrequest.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>

#include <algorithm>
#include <utility>

namespace aside::mastodon {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto longestSilence = 90s; ///< a heart beats every 15 seconds
constexpr qsizetype longestEvent = 4LL * 1'024 * 1'024;

} // namespace

EventStream::EventStream(Parts parts, QObject *parent)
    : QObject(parent)
    , m_parts(std::move(parts))
    , m_network(new QNetworkAccessManager(this))
{
    m_network->setProxy(QNetworkProxy::NoProxy);
    m_network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_url = m_parts.base;
    m_url.setPath((m_url.path().endsWith(u'/') ? m_url.path().chopped(1) : m_url.path())
                  + u"/api/v1/streaming/user"_s);
}

EventStream::~EventStream() = default;

bool EventStream::isOwnServer() const
{
    return m_url.scheme() == m_parts.ownServer.scheme() && m_url.host() == m_parts.ownServer.host()
        && portOf(m_url) == portOf(m_parts.ownServer);
}

void EventStream::start()
{
    if (m_url.scheme() != "https"_L1 && !isOwnServer()) {
        return end({.code = Errc::Insecure, .detail = {}, .retryAfter = {}});
    }
    watch();
    QHostAddress literal;
    if (literal.setAddress(m_url.host())) {
        return connectTo({literal});
    }
    m_parts.edge.resolve(m_url.host(QUrl::FullyEncoded), this,
                         [this](const QList<QHostAddress> &found) { connectTo(found); });
}

void EventStream::connectTo(const QList<QHostAddress> &found)
{
    QList<QHostAddress> addresses = found;
    if (!isOwnServer()) {
        addresses.removeIf([](const QHostAddress &address) { return !isPublicAddress(address); });
    }
    if (m_hasEnded || addresses.isEmpty()) {
        return end(
            {.code = found.isEmpty() ? Errc::Network : Errc::PrivateAddress, .detail = {}, .retryAfter = {}});
    }
    QNetworkRequest request
        = strictRequest(m_url, inOrderOfTrying(std::move(addresses)).constFirst(), m_parts.edge.authorities);
    request.setRawHeader("Accept", "text/event-stream");
    request.setRawHeader("Authorization", "Bearer " + m_parts.token.bytes());
    m_reply = m_network->get(request);
    m_reply->setParent(this);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &EventStream::readHead);
    connect(m_reply, &QIODevice::readyRead, this, &EventStream::read);
    connect(m_reply, &QNetworkReply::finished, this,
            [this] { end({.code = Errc::Network, .detail = u"the stream ended"_s, .retryAfter = {}}); });
}

void EventStream::readHead()
{
    const int status = statusOf(*m_reply);
    if (status != 0 && status != 200) {
        end({.code = status == 401 ? Errc::SignInRefused : Errc::ServerRefused,
             .detail = u"status %1"_s.arg(status),
             .retryAfter = {}});
    }
}

void EventStream::read()
{
    ++m_beats;
    while (!m_hasEnded && m_reply->bytesAvailable() > 0) {
        m_line += m_reply->readLine(longestEvent);
        if (m_line.size() + m_data.size() > longestEvent) {
            return end({.code = Errc::TooLarge, .detail = {}, .retryAfter = {}});
        }
        if (m_line.endsWith('\n')) {
            takeLine(std::exchange(m_line, {}).trimmed());
        }
    }
}

/// html.spec.whatwg.org, "Interpreting an event stream".
void EventStream::takeLine(const QByteArray &line)
{
    if (line.startsWith("event:")) {
        m_name = line.sliced(6).trimmed();
    } else if (line.startsWith("data:")) {
        m_data += (m_data.isEmpty() ? "" : "\n") + line.sliced(5).trimmed();
    } else if (line.isEmpty()) {
        const QByteArray name = std::exchange(m_name, {});
        const QByteArray data = std::exchange(m_data, {});
        if (!name.isEmpty()) {
            Q_EMIT came(name, data);
        }
    }
}

/// A connection that is gone without a word is silent.
void EventStream::watch()
{
    m_parts.edge.after(longestSilence, this, [this, seen = m_beats] {
        if (seen == m_beats) {
            end({.code = Errc::Timeout, .detail = u"no heartbeat"_s, .retryAfter = {}});
        } else {
            watch();
        }
    });
}

void EventStream::end(const Error &error)
{
    if (std::exchange(m_hasEnded, true)) {
        return;
    }
    if (m_reply != nullptr) {
        m_reply->disconnect(this);
        m_reply->abort();
    }
    Q_EMIT ended(error);
}

} // namespace aside::mastodon
