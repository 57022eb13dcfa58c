// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/http/httpclient.h"

#include "app/channels/http/httpexchange.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>

#include <utility>

namespace aside {

HttpClient::HttpClient(HttpEdge edge, QObject *parent)
    : QObject(parent)
    , m_edge(std::move(edge))
{
}

HttpClient::~HttpClient()
{
    // Those that are under way answer before the network goes.
    qDeleteAll(findChildren<HttpExchange *>(Qt::FindDirectChildrenOnly));
}

QFuture<Result<HttpResponse>> HttpClient::get(const HttpRequest &request, std::stop_token stop)
{
    auto *exchange = new HttpExchange(*this, request, this);
    QFuture<Result<HttpResponse>> future = exchange->future();
    exchange->start(std::move(stop));
    return future;
}

QNetworkAccessManager &HttpClient::network()
{
    if (m_network == nullptr) {
        m_network = new QNetworkAccessManager(this);
        m_network->setProxy(QNetworkProxy::NoProxy);
        m_network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
        m_network->setAutoDeleteReplies(false);
    }
    return *m_network;
}

} // namespace aside
