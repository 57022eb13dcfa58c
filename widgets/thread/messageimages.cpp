// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The images that a message has on other servers.

#include "widgets/thread/messagetext.h"
#include "widgets/thread/messageview.h"
#include "widgets/thread/remotebar.h"

namespace aside {

void MessageView::showRemoteImages()
{
    const bool isFromOutside = m_message.direction == Direction::Incoming;
    RemoteOffer offer{.content = m_body.remote,
                      .places = m_body.places,
                      .decision = m_message.remoteImages,
                      .sender = isFromOutside ? m_message.handle : QString()};
    for (const RemotePicture &picture : std::as_const(m_body.remote.pictures)) {
        if (!m_body.html.contains(QStringLiteral("src=\"%1\"").arg(picture.reference))) {
            continue; // left out, or in what is folded
        }
        offer.images.append(placeRemoteImage(picture));
    }
    m_remote->show(offer);
}

RemoteImage MessageView::placeRemoteImage(const RemotePicture &picture)
{
    const auto placed = m_images.constFind(picture.reference);
    if (placed != m_images.cend() && !placed->image.isNull()) {
        return *placed;
    }
    const RemoteImage image = m_pictures.remote.image(picture.address);
    if (!image.image.isNull()) {
        m_text->setPicture(picture.reference, image.image);
    } else if (placed == m_images.cend() || placed->failure != image.failure) {
        m_text->setPicture(picture.reference, remotePlaceholder(picture, image, *this));
    }
    m_images.insert(picture.reference, image);
    return image;
}

bool MessageView::refreshRemoteImages()
{
    if (m_body.places == RemotePlaces::LeftOut || m_body.remote.pictures.isEmpty()) {
        return false;
    }
    showRemoteImages();
    arrange(); // also where the size of the whole stays
    return true;
}

bool MessageView::loadRemoteImages()
{
    if (m_body.remote.pictures.isEmpty()) {
        return false;
    }
    for (const RemotePicture &picture : std::as_const(m_body.remote.pictures)) {
        m_pictures.remote.forgetFailure(picture.address);
    }
    BodyView wanted = m_view;
    wanted.remote = RemotePlaces::Kept;
    Q_EMIT viewAsked(m_message.id, wanted);
    return true;
}

} // namespace aside
