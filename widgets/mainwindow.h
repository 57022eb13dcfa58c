// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/importreport.h"
#include "models/domain/listquery.h"
#include "models/domain/outboxitem.h"
#include "models/domain/preferences.h"

#include <QMainWindow>

class QStackedWidget;

namespace aside {

class AccountStore;
class ChangeFeed;
class CheckStore;
class Clock;
class Columns;
class Commands;
class Composer;
class ConnectionStatus;
class Connectivity;
class ConversationListModel;
class ConversationPane;
class ConversationStore;
class DraftStore;
class HolidayCalendar;
class ImportBar;
class InboxPane;
class NoticeBar;
class OutboxStore;
class OutboxTicker;
class OutboxView;
class PersonDrawer;
class PromiseStore;
class ConsentStore;
class ReplyDesk;
class PersonRecords;
class PersonStore;
class RemotePictures;
class SearchIndex;
class Sidebar;
class TemplateLibrary;
class SnoozeTicker;
class TriageCommands;
class TriageDesk;
class UndoBar;
class WindowConsents;
class WindowOutbox;
struct WindowPlaces;

/// What the window works with; all of it outlives the window.
struct WindowServices {
    ConversationStore &conversations;
    DraftStore &drafts;
    OutboxStore &outbox;
    SearchIndex &search;
    PersonStore &persons;
    PersonRecords &records;
    PromiseStore &promises;
    ConsentStore &consents;
    AccountStore &accounts;
    RemotePictures &pictures;
    Connectivity &connectivity;
    ChangeFeed &changes;
    ReplyDesk &replyDesk;
    CheckStore &checks;
    TemplateLibrary &templates;
    const Clock &clock;
    const HolidayCalendar &holidays;
    QString operatorName{}; ///< who sits at this window; empty: not known
};

/// The inbox window: views, list, thread and composer. It wires; what things are and do is in its parts.
class MainWindow : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)
public:
    explicit MainWindow(const WindowServices &services, QWidget *parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] ImportBar &importBar() { return *m_importBar; }
    [[nodiscard]] InboxPane &inbox() { return *m_inbox; }
    [[nodiscard]] Sidebar &sidebar() { return *m_sidebar; }
    [[nodiscard]] ConversationPane &conversation() { return *m_conversation; }
    [[nodiscard]] PersonDrawer &person() { return *m_person; }
    [[nodiscard]] Commands &commands() { return *m_commands; }
    [[nodiscard]] TriageDesk &triage() { return *m_desk; }
    [[nodiscard]] ConnectionStatus &connection() { return *m_status; }
    [[nodiscard]] const WindowServices &services() const { return m_services; }
    [[nodiscard]] NoticeBar &notice() { return *m_notice; }
    [[nodiscard]] const Preferences &preferences() const { return m_preferences; }
    /// Works by them from now on.
    void setPreferences(const Preferences &preferences);
    /// The same, and says so: the person changed them in this window.
    void changePreferences(const Preferences &preferences);
    void showError(const Error &error);
    void openConversation(ConversationId id);
    /// Opens it and puts more text below its draft.
    void addToDraft(ConversationId id, const QString &text);
    void showView(View view);
    void showList(const ListQuery &list);
    /// Shows or hides the drawer with the customer.
    void togglePerson();
    /// Moves the keyboard to the next part of the window.
    void cyclePanes();
    /// Says it in the status bar and to a screen reader.
    void announce(const QString &words);

    [[nodiscard]] WindowPlaces places() const;
    void restoreWindowState(const WindowPlaces &places);
    /// Goes to the view and, where it is still there, the conversation.
    void showPlaces(const WindowPlaces &places);

Q_SIGNALS:
    void importAsked(const QStringList &paths);
    void preferencesChanged(const aside::Preferences &preferences);
    /// They count in the window, whoever changed them.
    void preferencesApplied(const aside::Preferences &preferences);
    /// The thread of the chosen conversation is on the screen.
    void threadShown(aside::ConversationId id);

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

    void changeEvent(QEvent *event) override;

private:
    void buildPanes();
    void buildStatus();
    void buildTriage();
    void buildPromises();
    void connectParts();
    void connectFeed();
    void retranslate();
    void refreshCounts();

    WindowServices m_services;
    Preferences m_preferences;
    View m_view = View::Inbox;
    ConversationListModel *m_model;
    Composer *m_composer;
    OutboxTicker *m_ticker;
    TriageDesk *m_desk;
    SnoozeTicker *m_snoozes;
    Commands *m_commands;
    Sidebar *m_sidebar;
    InboxPane *m_inbox;
    QStackedWidget *m_rightStack;
    ConversationPane *m_conversation;
    OutboxView *m_outbox;
    NoticeBar *m_notice;
    ImportBar *m_importBar;
    UndoBar *m_undoBar;
    PersonDrawer *m_person;
    TriageCommands *m_triageCommands;
    ConnectionStatus *m_status;
    WindowOutbox *m_windowOutbox = nullptr;
    WindowConsents *m_windowConsents = nullptr;
    Columns *m_columns;
};

} // namespace aside
