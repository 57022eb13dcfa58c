// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/conversation.h"
#include "models/domain/importreport.h"
#include "models/domain/outboxitem.h"

#include <QMainWindow>

class QLabel;
class QSplitter;
class QStackedWidget;

namespace aside {

class ChangeFeed;
class Clock;
class Composer;
class ComposerPanel;
class ConversationListModel;
class ConversationStore;
class DraftStore;
class EmptyPage;
class ImportBar;
class InboxPane;
class NoticeBar;
class OutboxStore;
class OutboxTicker;
class OutboxView;
class SearchIndex;
class Sidebar;
class ThreadHeader;
class ThreadView;

/// What the window works with; all of it outlives the window.
struct WindowServices {
    ConversationStore &conversations;
    DraftStore &drafts;
    OutboxStore &outbox;
    SearchIndex &search;
    ChangeFeed &changes;
    const Clock &clock;
};

/// The inbox window: views, list, thread and composer. It wires; what things are and do is in its parts.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(const WindowServices &services, QWidget *parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] ImportBar &importBar() { return *m_importBar; }
    [[nodiscard]] InboxPane &inbox() { return *m_inbox; }
    void showError(const Error &error);
    void openConversation(ConversationId id);
    void showView(View view);

    [[nodiscard]] QByteArray saveWindowState() const;
    void restoreWindowState(const QByteArray &state);

Q_SIGNALS:
    void importAsked(const QStringList &paths);
    /// The thread of the chosen conversation is on the screen.
    void threadShown(aside::ConversationId id);

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void buildPanes();
    QWidget *buildRight();
    void buildMenus();
    void buildConversationMenu();
    void connectParts();
    void connectFeed();
    void askForFiles();
    void askForFolder();
    void cyclePanes();
    void refreshCounts();
    void refreshOutbox();
    void loadThread();
    void showThread(const Thread &thread);
    void announce(const QString &words);

    WindowServices m_services;
    ConversationListModel *m_model;
    Composer *m_composer;
    OutboxTicker *m_ticker;
    Sidebar *m_sidebar;
    InboxPane *m_inbox;
    QStackedWidget *m_rightStack;
    EmptyPage *m_emptyThread;
    QWidget *m_threadPage;
    ThreadHeader *m_header;
    ThreadView *m_thread;
    ComposerPanel *m_composerPanel;
    OutboxView *m_outbox;
    NoticeBar *m_notice;
    ImportBar *m_importBar;
    QLabel *m_status;
    QSplitter *m_columns;
    QSplitter *m_rows;
    ConversationId m_current;
};

} // namespace aside
