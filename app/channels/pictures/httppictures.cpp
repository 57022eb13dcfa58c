// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/pictures/httppictures.h"

#include <utility>

namespace aside {

namespace {

void answer(QPromise<Result<QByteArray>> &promise, Result<QByteArray> result)
{
    promise.addResult(std::move(result));
    promise.finish();
}

} // namespace

HttpPictures::HttpPictures(HttpClient &http, QObject *parent)
    : QObject(parent)
    , m_http(http)
{
}

HttpPictures::~HttpPictures()
{
    for (const std::shared_ptr<Wish> &wish : std::as_const(m_waiting)) {
        answer(wish->promise, fail(Errc::Cancelled));
    }
}

QFuture<Result<QByteArray>> HttpPictures::fetch(QString address, std::stop_token stop)
{
    auto wish = std::make_shared<Wish>();
    wish->address = std::move(address);
    wish->stop = std::move(stop);
    wish->promise.start();
    m_waiting.append(wish);
    startNext();
    return wish->promise.future();
}

void HttpPictures::startNext()
{
    while (m_running < atATime && !m_waiting.isEmpty()) {
        const std::shared_ptr<Wish> wish = m_waiting.takeFirst();
        if (wish->stop.stop_requested()) {
            answer(wish->promise, fail(Errc::Cancelled));
        } else {
            run(wish);
        }
    }
}

void HttpPictures::run(std::shared_ptr<Wish> wish)
{
    ++m_running;
    const HttpRequest request{.url = QUrl(wish->address, QUrl::StrictMode),
                              .accept = "image/png, image/jpeg, image/gif, image/webp",
                              .mostBytes = mostBytes};
    m_http.get(request, wish->stop).then(this, [this, wish](Result<HttpResponse> response) {
        --m_running;
        answer(wish->promise,
               std::move(response).transform([](HttpResponse got) { return std::move(got.body); }));
        startNext();
    });
}

} // namespace aside
