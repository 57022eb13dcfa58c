// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/thread/pictureloader.h"

#include "models/ports/conversationstore.h"

#include <QBuffer>
#include <QImageReader>
#include <QThreadPool>

#include <array>
#include <utility>

namespace aside {

namespace {

constexpr qint64 mostBytes = 24 * 1'024 * 1'024;
constexpr qint64 mostPoints = 16 * 1'000'000;
constexpr qsizetype cacheSize = 32 * 1'024; ///< kilobytes

/// By its first bytes; nothing that could be a script or a drawing.
QByteArray formatOf(const QByteArray &bytes)
{
    constexpr std::array formats{std::pair{"\x89PNG\r\n\x1a\n", "png"}, std::pair{"\xff\xd8\xff", "jpeg"},
                                 std::pair{"GIF8", "gif"}};
    for (const auto &[start, format] : formats) {
        if (bytes.startsWith(start)) {
            return format;
        }
    }
    return bytes.startsWith("RIFF") && bytes.sliced(8).startsWith("WEBP") ? QByteArray("webp") : QByteArray();
}

} // namespace

Result<QImage> readPicture(const QByteArray &bytes, const QSize &most)
{
    const QByteArray format = bytes.size() < 16 ? QByteArray() : formatOf(bytes);
    if (format.isEmpty() || bytes.size() > mostBytes) {
        return fail(format.isEmpty() ? Errc::UnknownFormat : Errc::TooLarge);
    }
    QBuffer buffer;
    buffer.setData(bytes);
    if (!buffer.open(QIODevice::ReadOnly)) {
        return fail(Errc::Internal);
    }
    QImageReader reader(&buffer, format);
    reader.setAutoDetectImageFormat(false);
    const QSize size = reader.size();
    if (!size.isValid() || size.isEmpty()) {
        return fail(Errc::BrokenItem);
    }
    if (qint64{size.width()} * size.height() > mostPoints) {
        return fail(Errc::TooLarge);
    }
    const QSize shown = size.boundedTo(most) == size ? size : size.scaled(most, Qt::KeepAspectRatio);
    reader.setScaledSize(shown.expandedTo({1, 1}));
    const QImage picture = reader.read();
    return picture.isNull() ? fail(Errc::BrokenItem) : Result<QImage>(picture);
}

PictureLoader::PictureLoader(ConversationStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_pictures(cacheSize)
{
}

QImage PictureLoader::picture(const Attachment &attachment)
{
    if (const QImage *known = m_pictures.object(attachment.id)) {
        return *known;
    }
    if (attachment.size > mostBytes || attachment.size == 0) {
        m_refused.insert(attachment.id);
    }
    if (m_refused.contains(attachment.id) || m_asked.contains(attachment.id)) {
        return {};
    }
    m_asked.insert(attachment.id);
    m_store.attachment(attachment.id)
        .then(QThreadPool::globalInstance(),
              [](const Result<QByteArray> &bytes) {
                  return bytes ? readPicture(*bytes, shownPictureSize).value_or(QImage()) : QImage();
              })
        .then(this, [this, id = attachment.id](const QImage &picture) {
            m_asked.remove(id);
            if (picture.isNull()) {
                m_refused.insert(id);
            } else {
                m_pictures.insert(id, new QImage(picture),
                                  std::max<qsizetype>(1, picture.sizeInBytes() / 1'024));
            }
            // Never before picture() has returned: who asks is not ready to hear of it, and an answer that is
            // there already comes at once.
            QMetaObject::invokeMethod(this, [this, id] { Q_EMIT arrived(id); }, Qt::QueuedConnection);
        });
    return {};
}

} // namespace aside
