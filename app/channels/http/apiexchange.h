// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/http/apiclient.h"

#include <QElapsedTimer>
#include <QPromise>

#include <functional>
#include <optional>

class QNetworkReply;

namespace aside {

class OneWayBody;

/// One request, from its place in the queue to its answer. Ends itself, and says so before.
class ApiExchange : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ApiExchange)
public:
    ApiExchange(ApiClient &client, ApiRequest request);
    ~ApiExchange() override;

    [[nodiscard]] QFuture<ApiReply> future() { return m_promise.future(); }
    [[nodiscard]] const ApiRequest &request() const { return m_request; }
    [[nodiscard]] std::chrono::milliseconds taken() const;
    /// From now on it can be cancelled.
    void watch(std::stop_token stop);
    void start();
    void giveUp(const Error &error);

Q_SIGNALS:
    void ended(const aside::ApiReply &reply);

private:
    void check();
    void choose(const QList<QHostAddress> &found);
    void connectToNext();
    void listenTo(QNetworkReply &reply);
    void readHead();
    void readBody();
    void end();
    [[nodiscard]] LastByte lastByte(bool hasFailedEarly) const;
    void settle(Result<ApiResponse> result, LastByte lastByte);
    void abandon(const Error &error);
    void dropReply();

    ApiClient &m_client;
    ApiRequest m_request;
    QPromise<ApiReply> m_promise;
    QList<QHostAddress> m_addresses;
    std::shared_ptr<QNetworkAccessManager> m_network; ///< as long as the reply
    QNetworkReply *m_reply = nullptr;
    OneWayBody *m_body = nullptr; ///< of the reply
    ApiResponse m_response;
    qint64 m_promisedBytes = -1; ///< what the answer has by its own words
    QElapsedTimer m_taken;
    bool m_isSettled = false;
    std::optional<std::stop_callback<std::function<void()>>> m_stop; ///< last: it may call at once
};

} // namespace aside
