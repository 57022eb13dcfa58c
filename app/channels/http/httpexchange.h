// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/http/httpclient.h"

#include <QElapsedTimer>
#include <QPromise>

#include <functional>
#include <optional>

class QNetworkReply;
class QNetworkRequest;

namespace aside {

/// One get, from the first look at its address to the answer, through all redirects. Ends itself.
class HttpExchange : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpExchange)
public:
    HttpExchange(HttpClient &client, HttpRequest request, QObject *parent);
    ~HttpExchange() override;

    [[nodiscard]] QFuture<Result<HttpResponse>> future() { return m_promise.future(); }
    void start(std::stop_token stop);

private:
    void visit(const QUrl &url);
    void choose(const QList<QHostAddress> &found);
    void connectToNext();
    [[nodiscard]] QNetworkRequest requestTo(const QHostAddress &address) const;
    void readHead();
    void readBody();
    void end();
    void follow();
    void settle(Result<HttpResponse> result);
    void dropReply();

    HttpClient &m_client;
    HttpRequest m_request;
    QPromise<Result<HttpResponse>> m_promise;
    QUrl m_url; ///< as it is written, with its name
    QList<QHostAddress> m_addresses; ///< of that name, not tried yet
    QNetworkReply *m_reply = nullptr;
    HttpResponse m_response;
    QElapsedTimer m_taken;
    int m_redirects = 0;
    bool m_isSettled = false;
    std::optional<std::stop_callback<std::function<void()>>> m_stop; ///< last: it may call at once
};

} // namespace aside
