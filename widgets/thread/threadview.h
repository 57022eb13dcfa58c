// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/threadoutline.h"
#include "widgets/thread/messagebody.h"
#include "widgets/thread/rowheights.h"

#include <QAbstractScrollArea>
#include <QHash>
#include <QList>

#include <functional>

class QTimer;
class QUrl;

namespace aside {

class AttachmentSource;
class Clock;
class ConversationStore;
class FindBar;
class MessageActions;
class MessageView;
class PictureLoader;
class RemoteImageLoader;
class RemotePictures;
class ThreadMessages;

/// The messages of one conversation. Only the visible ones have a widget, and only those near them are in
/// memory; the heights of the others are estimates until they are seen, and the message at the top stays
/// where it is when an estimate turns out wrong. One message is the current one: keys move it, and its text
/// can be copied.
class ThreadView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    ThreadView(const Clock &clock, ConversationStore &store, RemotePictures &pictures, QWidget *parent);

    /// Another conversation: shows its end, or the first of the unread ones.
    void show(const ThreadOutline &outline);
    /// The same conversation with changes: keeps the place, unless the end was in sight.
    void refresh(const ThreadOutline &outline);
    void clear();

    /// Lies below the last message and scrolls with it; as high as its heightForWidth() says.
    void setTail(QWidget *tail);
    void fitTail();

    void openFind();
    void copyMessage();
    void copyConversation();
    /// Of the current message, or else of one in sight.
    void loadImages();
    /// Does nothing where it is not in this conversation.
    void goToMessage(MessageId id);
    /// Hands a number to whoever places calls; whether that is allowed the caller asked.
    void call(const QUrl &number);
    /// Who opens links and files; the desktop, unless a test watches.
    void setOpener(std::function<void(const QUrl &)> opener);
    /// Who brings what was left at servers; it outlives the view.
    void setAttachmentSource(AttachmentSource *source);
    [[nodiscard]] int currentRow() const { return m_current; }

Q_SIGNALS:
    /// Something was done that cannot be seen here.
    void announced(const QString &words);
    void failed(const aside::Error &error);
    /// A telephone number in a message was chosen.
    void callAsked(const QUrl &number);
    /// A file stayed at its server, and why.
    void notBrought(const QString &words);
    void remoteImagesDecided(aside::MessageId id, aside::RemoteImages decision);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    /// The rows that are to be on the screen; none where last is before first.
    struct Sight {
        int first = 0;
        int last = -1;

        bool operator==(const Sight &) const = default;
    };

    /// All but the first `keep` rows are laid out anew; the place stays, unless the end was in sight.
    void rebuild(qsizetype keep);
    void forgetHeights(qsizetype keep);
    void layOut();
    /// Measures what is in sight; false where that moved the place, so that other rows are in sight now.
    [[nodiscard]] bool settle(Sight &sight);
    [[nodiscard]] int tailHeight() const;
    void setScrollRange();
    void scrollToEnd();
    void scrollToRow(int row);
    [[nodiscard]] QString dayAbove(int row) const;
    [[nodiscard]] int estimate(int row) const;
    /// How far the first row in sight is scrolled, and back to that after heights have changed.
    [[nodiscard]] int inside() const;
    void keepPlace(int inside);
    void moveQuietly(int value);
    void takeMessages(const QList<int> &rows);
    [[nodiscard]] bool atEnd() const;
    void measure(int row);
    void place(const Sight &sight);
    void orderTabs(const Sight &sight);
    void prepareNeighbours();
    void recycle(int row);
    MessageView *widgetFor(int row);
    MessageView *makeWidget();
    void fill(int row, MessageView *view);
    /// Shows what changed about one row, and keeps the place.
    void update(int row);
    void showPictureOf(AttachmentId id);
    void showProgressOf(AttachmentId id);
    void showProgressIn(MessageView &view) const;
    void connectImages(MessageView &view);
    [[nodiscard]] BodyView viewOf(const Message &message) const;
    void showArrivedImages();
    void setCurrent(int row);
    void reachTarget();
    void step(int rows);
    void goToHit(int row, int hit);
    void showWholeText(const Message &message);

    const Clock &m_clock;
    ConversationStore &m_store;
    ThreadMessages *m_messages;
    PictureLoader *m_pictures;
    RemoteImageLoader *m_remote;
    MessageActions *m_actions;
    AttachmentSource *m_source = nullptr;
    FindBar *m_find;
    QWidget *m_tail = nullptr;
    QTimer *m_idle;
    std::function<void(const QUrl &)> m_opener;
    QHash<MessageId, BodyView> m_views; ///< where they differ from how messages begin
    RowHeights m_heights;
    QList<bool> m_measured;
    QHash<int, MessageView *> m_shown;
    QList<MessageView *> m_spare;
    Sight m_sight;
    Sight m_ordered; ///< the rows that Tab goes through
    int m_current = -1;
    int m_target = -1; ///< where somebody goes, while that message is not here yet
    int m_firstNew = -1;
    Channel m_channel = Channel::Email; ///< of the talk
    int m_hitRow = -1;
    int m_hit = -1;
    bool m_layingOut = false;
};

} // namespace aside
