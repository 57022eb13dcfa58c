// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/http/httpclient.h"
#include "models/ports/remotepictures.h"

#include <QList>
#include <QPromise>

#include <memory>

namespace aside {

/// The images of messages from the web, a few at a time and each once.
class HttpPictures final : public QObject, public RemotePictures
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpPictures)
public:
    explicit HttpPictures(HttpClient &http, QObject *parent = nullptr);
    ~HttpPictures() override;

    static constexpr qint64 mostBytes = 10LL * 1'024 * 1'024;
    static constexpr int atATime = 4;

    [[nodiscard]] QFuture<Result<QByteArray>> fetch(QString address, std::stop_token stop) override;

private:
    struct Wish {
        QString address;
        std::stop_token stop;
        QPromise<Result<QByteArray>> promise;
    };
    void startNext();
    void run(std::shared_ptr<Wish> wish);

    HttpClient &m_http;
    QList<std::shared_ptr<Wish>> m_waiting; ///< shared, for a promise cannot be copied into a continuation
    int m_running = 0;
};

} // namespace aside
