// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QCache>
#include <QHash>
#include <QImage>
#include <QObject>
#include <QSet>

#include <optional>
#include <stop_token>

class QTimer;

namespace aside {

class RemotePictures;

/// What there is of an image of another server: it, or why not; neither while it loads.
struct RemoteImage {
    QImage image;
    std::optional<Errc> failure{};

    [[nodiscard]] bool isLoading() const { return image.isNull() && !failure; }
};

/// Fetches images of other servers, reads them off the UI thread and keeps the last ones. Nothing is asked
/// for but by image().
class RemoteImageLoader : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RemoteImageLoader)
public:
    RemoteImageLoader(RemotePictures &pictures, QObject *parent);
    ~RemoteImageLoader() override;

    /// Begins to load what is not known yet.
    [[nodiscard]] RemoteImage image(const QString &address);
    /// What failed is asked for again the next time.
    void forgetFailure(const QString &address) { m_failures.remove(address); }
    /// Nobody waits any more for what is under way.
    void stop();

Q_SIGNALS:
    /// There is news of some of them; several at once.
    void arrived();

private:
    void begin(const QString &address);
    void keep(const QString &address, const Result<QImage> &read);

    RemotePictures &m_pictures;
    QCache<QString, QImage> m_images;
    QHash<QString, Errc> m_failures;
    QSet<QString> m_asked;
    std::stop_source m_stop;
    QTimer *m_news;
};

} // namespace aside
