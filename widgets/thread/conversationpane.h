// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/outboxitem.h"
#include "models/domain/threadoutline.h"

#include <QWidget>

class QSplitter;
class QStackedWidget;

namespace aside {

class ChangeFeed;
class Clock;
class Composer;
class ComposerPanel;
class ConversationStore;
class ReplyDesk;
class StoryBar;
class EmptyPage;
class OfferStack;
class PendingReplies;
class PersonStore;
class RemotePictures;
class ThreadHeader;
class ThreadView;

/// What an open conversation works with.
struct ConversationServices {
    ConversationStore &conversations;
    PersonStore &persons;
    RemotePictures &pictures;
    ChangeFeed &changes;
    const Clock &clock;
};

/// The right of the window: the open conversation with its header, its messages and the composer, or a word
/// on what to do where none is open. Loads the thread, follows its changes and marks it read.
class ConversationPane : public QWidget
{
    Q_OBJECT

public:
    ConversationPane(const ConversationServices &services, Composer &composer, ReplyDesk &desk,
                     QWidget *parent);

    /// Does nothing where it is open already.
    void open(ConversationId id);
    /// Shows none; what is being written there is dropped, and is not saved any more.
    void close();
    [[nodiscard]] ConversationId current() const { return m_current; }
    [[nodiscard]] const ConversationRow &row() const { return m_row; }
    [[nodiscard]] ThreadHeader &header() { return *m_header; }
    /// What is told of the other side of a move to private.
    [[nodiscard]] StoryBar &story() { return *m_story; }
    [[nodiscard]] ThreadView &thread() { return *m_thread; }
    [[nodiscard]] ComposerPanel &composer() { return *m_composerPanel; }
    [[nodiscard]] PendingReplies &pending() { return *m_pending; }
    /// Lies between the header and the messages; hides itself where it has nothing to say.
    void setOffer(QWidget *offer);
    /// Shows what of it belongs to the open conversation, now and when another is opened.
    void setOutbox(const QList<OutboxItem> &items);

    [[nodiscard]] QByteArray saveState() const;
    void restoreState(const QByteArray &state);

Q_SIGNALS:
    /// The thread is on the screen, for the first time or changed.
    void shown(const aside::ConversationRow &row);
    void failed(const aside::Error &error);
    /// The open conversation is gone; this was written there and is in no store any more.
    void textsLeft(const aside::ConversationRow &gone, const QStringList &texts);
    /// It went into another one, which is shown now with what was written.
    void merged(const aside::ConversationRow &into);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void connectParts();
    void retranslate();
    void load();
    void showThread(const ThreadOutline &thread);
    void showPending();
    void giveRoomBack();
    void sayArrival(const Message &message);
    void forget();
    void showNone();

    ConversationServices m_services;
    Composer &m_composer;
    QStackedWidget *m_stack;
    EmptyPage *m_empty;
    QWidget *m_page;
    ThreadHeader *m_header;
    OfferStack *m_offers;
    StoryBar *m_story;
    QSplitter *m_rows;
    ThreadView *m_thread;
    PendingReplies *m_pending;
    ComposerPanel *m_composerPanel;
    ConversationId m_current;
    ConversationRow m_row; ///< what is on the screen; its id differs from m_current while that loads
    QList<Message> m_messages; ///< those that are looked at first
    Instant m_newestSince{}; ///< what came later is among them; 0: all are
    QList<OutboxItem> m_items; ///< of the whole outbox, the newest first
    int m_composerHeight; ///< as the person last put it; a long text takes more for a while
    MessageId m_newest; ///< of the messages on the screen
};

} // namespace aside
