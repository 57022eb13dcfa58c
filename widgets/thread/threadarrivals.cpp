// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What comes into an open thread later: changes, messages that are read when they come into sight, pictures.

#include "models/items/threadmessages.h"
#include "models/ports/attachmentsource.h"
#include "widgets/thread/findbar.h"
#include "widgets/thread/messageactions.h"
#include "widgets/thread/messageview.h"
#include "widgets/thread/threadview.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace aside {

namespace {

constexpr int outlineMargin = 16;
constexpr int outlineGap = 6;
constexpr int outlineRadius = 10;
constexpr int outlineShare = 60; ///< per cent of the width

} // namespace

void ThreadView::refresh(const ThreadOutline &outline)
{
    const qsizetype before = m_messages->size();
    const qsizetype same = m_messages->update(outline);
    if (same < before || before < m_messages->size()) {
        m_target = -1;
        m_current = std::min(m_current, static_cast<int>(m_messages->size()) - 1);
        m_find->setPlaces(m_messages->places());
        rebuild(same);
    }
    m_messages->want(m_sight.first, m_sight.last);
}

void ThreadView::rebuild(qsizetype keep)
{
    const bool followEnd = atEnd();
    const int value = verticalScrollBar()->value();
    forgetHeights(keep);
    layOut();
    if (followEnd) {
        scrollToEnd();
    } else {
        verticalScrollBar()->setValue(value);
        layOut();
    }
}

void ThreadView::takeMessages(const QList<int> &rows)
{
    const bool followEnd = atEnd();
    const int before = inside();
    for (const int row : rows) {
        m_measured[row] = false;
        if (MessageView *view = m_shown.value(row)) {
            fill(row, view);
        } else {
            m_heights.set(row, estimate(row));
        }
    }
    m_ordered = {};
    keepPlace(before);
    layOut();
    if (followEnd) {
        scrollToEnd();
    }
    reachTarget();
}

void ThreadView::showPictureOf(AttachmentId id)
{
    const QList<int> rows = m_shown.keys();
    for (const int row : rows) {
        const Message *message = m_messages->at(row);
        if (message != nullptr && std::ranges::any_of(message->attachments, [id](const Attachment &one) {
                return one.id == id;
            })) {
            const bool followEnd = atEnd();
            update(row);
            if (followEnd) {
                scrollToEnd();
            }
        }
    }
}

void ThreadView::setAttachmentSource(AttachmentSource *source)
{
    m_source = source;
    m_actions->setSource(source);
    connect(source, &AttachmentSource::progressed, this, &ThreadView::showProgressOf);
    connect(source, &AttachmentSource::arrived, this, &ThreadView::showProgressOf);
    connect(source, &AttachmentSource::failed, this, &ThreadView::showProgressOf);
}

void ThreadView::showProgressOf(AttachmentId id)
{
    for (MessageView *view : std::as_const(m_shown)) {
        view->setProgress(id, m_source->progress(id));
    }
}

void ThreadView::showProgressIn(MessageView &view) const
{
    for (const Attachment &one : view.message().attachments) {
        if (one.isAtServer && m_source != nullptr) {
            view.setProgress(one.id, m_source->progress(one.id));
        }
    }
}

/// Where messages will be that are not here yet.
void ThreadView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().alternateBase());
    const int offset = verticalScrollBar()->value();
    for (int row = m_sight.first; row <= m_sight.last; ++row) {
        const QRect place(outlineMargin, m_heights.top(row) - offset + outlineGap,
                          viewport()->width() * outlineShare / 100, m_heights.at(row) - 2 * outlineGap);
        if (m_messages->at(row) == nullptr && place.intersects(event->rect())) {
            painter.drawRoundedRect(place, outlineRadius, outlineRadius);
        }
    }
}

} // namespace aside
