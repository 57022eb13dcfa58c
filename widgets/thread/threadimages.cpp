// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The images that the messages of a thread have on other servers.

#include "models/items/threadmessages.h"
#include "widgets/thread/messageview.h"
#include "widgets/thread/remoteimageloader.h"
#include "widgets/thread/threadview.h"

namespace aside {

void ThreadView::connectImages(MessageView &view)
{
    connect(&view, &MessageView::remoteImagesDecided, this, [this](MessageId id, RemoteImages decision) {
        BodyView wanted = m_views.value(id);
        wanted.remote = decision == RemoteImages::Load ? RemotePlaces::Kept : RemotePlaces::LeftOut;
        m_views.insert(id, wanted);
        Q_EMIT remoteImagesDecided(id, decision);
        update(m_messages->rowOf(id));
    });
}

BodyView ThreadView::viewOf(const Message &message) const
{
    BodyView view = m_views.value(message.id);
    if (message.remoteImages == RemoteImages::Load) {
        view.remote = RemotePlaces::Kept;
    }
    return view;
}

void ThreadView::showArrivedImages()
{
    const bool followEnd = atEnd();
    for (const auto &[row, view] : m_shown.asKeyValueRange()) {
        if (view->refreshRemoteImages()) {
            m_measured[row] = false;
        }
    }
    layOut();
    if (followEnd) {
        scrollToEnd();
    }
}

void ThreadView::loadImages()
{
    QList<int> rows{m_current};
    for (int row = m_sight.first; row <= m_sight.last; ++row) {
        rows.append(row);
    }
    for (const int row : std::as_const(rows)) {
        MessageView *view = m_shown.value(row);
        if (view != nullptr && view->loadRemoteImages()) {
            Q_EMIT announced(tr("Loading the images of this message."));
            return;
        }
    }
    Q_EMIT announced(tr("There are no images to load here."));
}

} // namespace aside
