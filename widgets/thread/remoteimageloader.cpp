// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/thread/remoteimageloader.h"

#include "models/ports/remotepictures.h"
#include "widgets/thread/pictureloader.h"

#include <QThreadPool>
#include <QTimer>

#include <algorithm>

namespace aside {

namespace {

constexpr qsizetype cacheSize = 48 * 1'024; ///< kilobytes
constexpr std::chrono::milliseconds gathering{30}; ///< so that a newsletter is laid out once, not sixty times

} // namespace

RemoteImageLoader::RemoteImageLoader(RemotePictures &pictures, QObject *parent)
    : QObject(parent)
    , m_pictures(pictures)
    , m_images(cacheSize)
    , m_news(new QTimer(this))
{
    m_news->setSingleShot(true);
    m_news->setInterval(gathering);
    connect(m_news, &QTimer::timeout, this, &RemoteImageLoader::arrived);
}

RemoteImageLoader::~RemoteImageLoader()
{
    m_stop.request_stop();
}

RemoteImage RemoteImageLoader::image(const QString &address)
{
    if (const QImage *known = m_images.object(address)) {
        return {.image = *known};
    }
    if (const auto failure = m_failures.constFind(address); failure != m_failures.cend()) {
        return {.image = {}, .failure = *failure};
    }
    if (!m_asked.contains(address)) {
        begin(address);
    }
    return {};
}

void RemoteImageLoader::begin(const QString &address)
{
    m_asked.insert(address);
    m_pictures.fetch(address, m_stop.get_token())
        .then(QThreadPool::globalInstance(),
              [](const Result<QByteArray> &bytes) -> Result<QImage> {
                  return bytes ? readPicture(*bytes, shownPictureSize) : std::unexpected(bytes.error());
              })
        .then(this, [this, address, stop = m_stop.get_token()](const Result<QImage> &read) {
            if (!stop.stop_requested()) {
                keep(address, read);
            }
        });
}

void RemoteImageLoader::keep(const QString &address, const Result<QImage> &read)
{
    m_asked.remove(address);
    if (read) {
        const qsizetype cost = std::clamp<qsizetype>(read->sizeInBytes() / 1'024, 1, cacheSize);
        m_images.insert(address, new QImage(*read), cost); // the cache owns it
    } else {
        m_failures.insert(address, read.error().code);
    }
    m_news->start();
}

void RemoteImageLoader::stop()
{
    m_stop.request_stop();
    m_stop = {};
    m_asked.clear();
    m_failures.clear();
}

} // namespace aside
