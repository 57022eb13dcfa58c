// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/message.h"

#include <QCache>
#include <QImage>
#include <QObject>
#include <QSet>

namespace aside {

class ConversationStore;

/// The largest a picture is shown in a message.
constexpr QSize shownPictureSize(560, 560);

/// A small version of a picture. Errc::UnknownFormat where it is not a png, jpeg, gif or webp,
/// Errc::TooLarge where it would take more than 16 million points to read, Errc::BrokenItem where it is
/// damaged. Pure: any thread may call.
[[nodiscard]] Result<QImage> readPicture(const QByteArray &bytes, const QSize &most);

/// Fetches and reads pictures off the UI thread, and keeps the last ones.
class PictureLoader : public QObject
{
    Q_OBJECT
public:
    PictureLoader(ConversationStore &store, QObject *parent);

    /// At once where it is known; else none, and `arrived` later. Also none where it cannot be shown.
    [[nodiscard]] QImage picture(const Attachment &attachment);
    [[nodiscard]] bool isRefused(AttachmentId id) const { return m_refused.contains(id); }

Q_SIGNALS:
    void arrived(aside::AttachmentId id);

private:
    ConversationStore &m_store;
    QCache<AttachmentId, QImage> m_pictures;
    QSet<AttachmentId> m_refused;
    QSet<AttachmentId> m_asked;
};

} // namespace aside
