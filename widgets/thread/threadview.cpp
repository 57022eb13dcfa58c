// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/thread/threadview.h"

#include "models/core/clock.h"
#include "models/items/threadmessages.h"
#include "models/ports/attachmentsource.h"
#include "widgets/common/foreigntext.h"
#include "widgets/common/spokentext.h"
#include "widgets/common/words.h"
#include "widgets/thread/findbar.h"
#include "widgets/thread/messageactions.h"
#include "widgets/thread/messagetext.h"
#include "widgets/thread/messageview.h"
#include "widgets/thread/pictureloader.h"
#include "widgets/thread/remoteimageloader.h"

#include <QDateTime>
#include <QDesktopServices>
#include <QEvent>
#include <QFileInfo>
#include <QScrollBar>
#include <QTimer>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace aside {

namespace {

constexpr int charactersPerLine = 70;
constexpr int frameHeight = 60;
constexpr int usualLines = 3; ///< of a message nobody has read yet

} // namespace

ThreadView::ThreadView(const Clock &clock, ConversationStore &store, RemotePictures &pictures,
                       QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_clock(clock)
    , m_store(store)
    , m_messages(new ThreadMessages(store, this))
    , m_pictures(new PictureLoader(store, this))
    , m_remote(new RemoteImageLoader(pictures, this))
    , m_actions(new MessageActions(
          store, [this](const QUrl &url) { m_opener(url); }, this))
    , m_find(new FindBar(store, this))
    , m_idle(new QTimer(this))
    , m_opener([](const QUrl &url) { QDesktopServices::openUrl(url); })
{
    installMessageAccessibility();
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAutoFillBackground(true);
    m_idle->setSingleShot(true);
    m_idle->setInterval(0);
    m_heights.reset({});
    connect(m_idle, &QTimer::timeout, this, &ThreadView::prepareNeighbours);
    connect(m_messages, &ThreadMessages::arrived, this, &ThreadView::takeMessages);
    connect(m_messages, &ThreadMessages::failed, this, &ThreadView::failed);
    connect(m_find, &FindBar::failed, this, &ThreadView::failed);
    connect(m_pictures, &PictureLoader::arrived, this, &ThreadView::showPictureOf);
    connect(m_remote, &RemoteImageLoader::arrived, this, &ThreadView::showArrivedImages);
    connect(m_actions, &MessageActions::saved, this, [this](const QString &path) {
        Q_EMIT announced(tr("Saved as %1.").arg(oneLine(QFileInfo(path).fileName())));
    });
    connect(m_actions, &MessageActions::failed, this, &ThreadView::failed);
    connect(m_actions, &MessageActions::notBrought, this, &ThreadView::notBrought);
    connect(m_find, &FindBar::hitChosen, this, &ThreadView::goToHit);
    connect(m_find, &FindBar::wordsChanged, this, [this] {
        m_hitRow = m_hit = -1;
        for (MessageView *view : std::as_const(m_shown)) {
            view->text().highlight(m_find->words(), -1);
        }
    });
    connect(m_find, &FindBar::closed, this, [this] {
        setViewportMargins(0, 0, 0, 0);
        setFocus(Qt::OtherFocusReason);
    });
}

void ThreadView::setOpener(std::function<void(const QUrl &)> opener)
{
    m_opener = std::move(opener);
}

void ThreadView::show(const ThreadOutline &outline)
{
    m_remote->stop();
    m_messages->show(outline);
    m_channel = outline.conversation.channel;
    m_views.clear();
    m_target = -1;
    m_firstNew = outline.firstUnread.isValid() ? m_messages->rowOf(outline.firstUnread) : -1;
    m_current = static_cast<int>(m_messages->size()) - 1;
    m_find->setPlaces(m_messages->places());
    forgetHeights(0);
    moveQuietly(m_heights.total() + tailHeight()); // what comes before the end is not looked at
    layOut();
    scrollToEnd();
    if (m_firstNew >= 0 && m_firstNew < m_sight.first) {
        setCurrent(m_firstNew);
    }
}

void ThreadView::clear()
{
    m_remote->stop();
    m_messages->clear();
    m_current = m_firstNew = m_target = -1;
    m_find->setPlaces({});
    forgetHeights(0);
    layOut();
}

bool ThreadView::atEnd() const
{
    return verticalScrollBar()->value() >= verticalScrollBar()->maximum() - frameHeight;
}

int ThreadView::estimate(int row) const
{
    const Message *message = m_messages->at(row);
    const qsizetype lines = message == nullptr
        ? usualLines
        : message->text.count(u'\n') + message->text.size() / charactersPerLine + 1;
    return frameHeight + static_cast<int>(std::min<qsizetype>(lines, 600)) * fontMetrics().lineSpacing();
}

/// The first `keep` rows are what they were.
void ThreadView::forgetHeights(qsizetype keep)
{
    const QList<int> shown = m_shown.keys();
    for (const int row : shown) {
        if (row >= keep) {
            recycle(row);
        }
    }
    QList<int> heights;
    const auto rows = static_cast<int>(m_messages->size());
    heights.reserve(rows);
    for (int row = 0; row < rows; ++row) {
        heights.append(row < keep ? m_heights.at(row) : estimate(row));
    }
    m_heights.reset(heights);
    m_measured.resize(keep);
    m_measured.resize(rows, false);
}

void ThreadView::recycle(int row)
{
    MessageView *view = m_shown.take(row);
    if (view->isAncestorOf(focusWidget())) {
        setFocus(Qt::OtherFocusReason);
    }
    view->hide();
    m_spare.append(view);
    m_ordered = {};
}

MessageView *ThreadView::makeWidget()
{
    auto *view = new MessageView({.attached = *m_pictures, .remote = *m_remote}, viewport());
    connect(view, &MessageView::viewAsked, this, [this](MessageId id, const BodyView &wanted) {
        m_views.insert(id, wanted);
        update(m_messages->rowOf(id));
    });
    connectImages(*view);
    connect(view, &MessageView::wholeTextAsked, this, &ThreadView::showWholeText);
    connect(view, &MessageView::linkChosen, this, [this](const QString &address, const QString &text) {
        if (address.startsWith(QLatin1StringView("tel:"))) {
            Q_EMIT callAsked(QUrl(address, QUrl::StrictMode));
        } else {
            m_actions->openLink(address, text);
        }
    });
    connect(view, &MessageView::openAsked, m_actions, &MessageActions::open);
    connect(view, &MessageView::saveAsked, m_actions, &MessageActions::saveAs);
    connect(view, &MessageView::stopAsked, this, [this](AttachmentId id) {
        if (m_source != nullptr) {
            m_source->cancel(id);
        }
    });
    return view;
}

MessageView *ThreadView::widgetFor(int row)
{
    if (MessageView *shown = m_shown.value(row)) {
        return shown;
    }
    if (m_messages->at(row) == nullptr) {
        return nullptr;
    }
    MessageView *view = m_spare.isEmpty() ? makeWidget() : m_spare.takeLast();
    fill(row, view);
    m_shown.insert(row, view);
    return view;
}

void ThreadView::fill(int row, MessageView *view)
{
    const Message *message = m_messages->at(row);
    if (message == nullptr) {
        return;
    }
    const BodyView wanted = viewOf(*message);
    Message shown = *message;
    if (shown.direction == Direction::Incoming) {
        shown.text = spokenText(m_channel, shown.text);
    }
    view->show(shown, wanted, dayAbove(row));
    showProgressIn(*view);
    view->setCurrent(row == m_current && hasFocus());
    if (const QString words = m_find->words(); !words.isEmpty()) {
        view->text().highlight(words, row == m_hitRow ? m_hit : -1);
    }
    if (!message->attachments.isEmpty() || wanted.remote == RemotePlaces::Kept) {
        m_measured[row] = false; // pictures may have come or gone meanwhile
    }
}

/// What is not here keeps its estimate.
void ThreadView::measure(int row)
{
    MessageView *view = widgetFor(row);
    if (view != nullptr && !m_measured.at(row)) {
        m_heights.set(row, view->heightForWidth(viewport()->width()));
        m_measured[row] = true;
    }
}

QString ThreadView::dayAbove(int row) const
{
    const auto dayOf = [this](int which) {
        return QDateTime::fromMSecsSinceEpoch(toMillis(m_messages->places().at(which).sentAt)).date();
    };
    const bool isSameDay = row > 0 && dayOf(row - 1) == dayOf(row);
    const QString day = isSameDay ? QString() : dayLabel(m_messages->places().at(row).sentAt, m_clock.now());
    if (row != m_firstNew) {
        return day;
    }
    return day.isEmpty() ? tr("New messages") : tr("%1 · New messages").arg(day);
}

void ThreadView::update(int row)
{
    if (row < 0) {
        return;
    }
    m_measured[row] = false;
    if (MessageView *view = m_shown.value(row)) {
        fill(row, view);
    }
    layOut();
}

void ThreadView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    const bool followEnd = atEnd();
    m_find->setGeometry(0, 0, width(), m_find->sizeHint().height());
    m_measured.fill(false);
    layOut();
    if (followEnd) {
        scrollToEnd();
    }
}

void ThreadView::scrollContentsBy(int, int)
{
    if (!m_layingOut) {
        m_target = -1; // somebody went elsewhere
    }
    layOut();
}

void ThreadView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange
        || event->type() == QEvent::StyleChange // another density
        || event->type() == QEvent::LanguageChange || event->type() == QEvent::LayoutDirectionChange) {
        rebuild(0);
    }
}

} // namespace aside
