// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/mainwindow.h"

#include "models/check/replydesk.h"
#include "models/items/conversationlistmodel.h"
#include "models/ports/changefeed.h"
#include "models/ports/conversationstore.h"
#include "models/ports/outboxstore.h"
#include "models/services/composer.h"
#include "models/services/outboxticker.h"
#include "models/services/snoozeticker.h"
#include "models/services/triagedesk.h"
#include "widgets/actions/commands.h"
#include "widgets/actions/menus.h"
#include "widgets/check/composercheck.h"
#include "widgets/columns.h"
#include "widgets/common/contentalignment.h"
#include "widgets/common/noticebar.h"
#include "widgets/composer/composerpanel.h"
#include "widgets/composer/filetray.h"
#include "widgets/importing/importbar.h"
#include "widgets/importing/importdialog.h"
#include "widgets/inbox/inboxpane.h"
#include "widgets/inbox/sidebar.h"
#include "widgets/outbox/connectionstatus.h"
#include "widgets/outbox/outboxview.h"
#include "widgets/person/persondrawer.h"
#include "widgets/thread/conversationpane.h"
#include "widgets/thread/pendingreplies.h"
#include "widgets/thread/threadheader.h"
#include "widgets/thread/threadview.h"
#include "widgets/triage/triagecommands.h"
#include "widgets/triage/undobar.h"
#include "widgets/windowcalloffer.h"
#include "widgets/windowcommands.h"
#include "widgets/windowconsents.h"
#include "widgets/windowoutbox.h"
#include "widgets/windowpersons.h"
#include "widgets/windowpromises.h"

#include <QAccessible>
#include <QAction>
#include <QBoxLayout>
#include <QDropEvent>
#include <QMenuBar>
#include <QMimeData>
#include <QStackedWidget>
#include <QStatusBar>

#include <array>

namespace aside {

namespace {

constexpr std::array columnWidths{200, 360, 720};

template <size_t N>
QList<int> sizes(const std::array<int, N> &values)
{
    return {values.begin(), values.end()};
}

} // namespace

MainWindow::MainWindow(const WindowServices &services, QWidget *parent)
    : QMainWindow(parent)
    , m_services(services)
    , m_model(new ConversationListModel(services.conversations, services.search, services.changes, this))
    , m_composer(new Composer(services.drafts, services.outbox, this))
    , m_ticker(new OutboxTicker(services.outbox, services.changes, services.clock, this))
    , m_desk(new TriageDesk(services.conversations, this))
    , m_snoozes(new SnoozeTicker(services.conversations, services.changes, services.clock, this))
    , m_commands(new Commands(this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    resize(1280, 800);
    buildPanes();
    connectParts();
    buildPromises();
    buildTriage();
    connectCommands(*this);
    retranslate();
    connectFeed();
    showView(View::Inbox);
    m_ticker->start();
    m_snoozes->start();
    refreshCounts();
    m_windowOutbox->refresh();
}

/// Parts that go hand over what is unsaved, and an answer may come at once: the half of the window that is
/// left then must not hear of it.
MainWindow::~MainWindow()
{
    const auto parts = findChildren<QObject *>();
    for (QObject *part : parts) {
        part->disconnect(this);
    }
    m_services.replyDesk.disconnect(this);
    m_services.changes.disconnect(this);
}

void MainWindow::buildPanes()
{
    auto *page = new QWidget(this);
    m_notice = new NoticeBar(page);
    m_importBar = new ImportBar(page);
    m_columns = new Columns(page);
    m_sidebar = new Sidebar(m_columns);
    m_columns->addWidget(m_sidebar);
    m_inbox = new InboxPane(*m_model, m_services.clock, m_columns);
    m_columns->addWidget(m_inbox);
    m_rightStack = new QStackedWidget(m_columns);
    m_conversation = new ConversationPane({.conversations = m_services.conversations,
                                           .persons = m_services.persons,
                                           .pictures = m_services.pictures,
                                           .changes = m_services.changes,
                                           .clock = m_services.clock},
                                          *m_composer, m_services.replyDesk, m_rightStack);
    m_outbox = new OutboxView({.conversations = m_services.conversations,
                               .checks = m_services.checks,
                               .desk = m_services.replyDesk,
                               .clock = m_services.clock},
                              m_rightStack);
    m_rightStack->addWidget(m_conversation);
    m_rightStack->addWidget(m_outbox);
    m_columns->addWidget(m_rightStack);
    m_person = new PersonDrawer({.persons = m_services.persons,
                                 .records = m_services.records,
                                 .promises = m_services.promises,
                                 .consents = m_services.consents,
                                 .clock = m_services.clock},
                                m_columns);
    m_person->hide();
    m_columns->addWidget(m_person);
    m_columns->setParts(m_sidebar, m_person);
    m_columns->setStretchFactor(2, 1);
    m_columns->setSizes(sizes(columnWidths));
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_notice);
    column->addWidget(m_importBar);
    m_undoBar = new UndoBar(page);
    column->addWidget(m_columns, 1);
    column->addWidget(m_undoBar);
    setCentralWidget(page);
    buildStatus();
}

void MainWindow::buildStatus()
{
    m_status = new ConnectionStatus(m_services.connectivity, m_services.clock, this);
    alignByWindow(m_status);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(m_status, 1);
    m_windowOutbox = new WindowOutbox({.services = m_services,
                                       .commands = *m_commands,
                                       .view = *m_outbox,
                                       .conversation = *m_conversation,
                                       .status = *m_status},
                                      this);
    connect(m_windowOutbox, &WindowOutbox::failed, this, &MainWindow::showError);
    connect(m_windowOutbox, &WindowOutbox::announced, this, &MainWindow::announce);
    m_windowConsents = new WindowConsents(
        {.services = m_services, .drawer = *m_person, .conversation = *m_conversation, .notice = *m_notice},
        this);
    auto *persons = new WindowPersons(m_services, *m_person, this);
    connect(persons, &WindowPersons::failed, this, &MainWindow::showError);
    connect(persons, &WindowPersons::announced, this, &MainWindow::announce);
    auto *calls = new WindowCallOffer(m_services, *m_conversation, this);
    connect(calls, &WindowCallOffer::recordAsked, m_windowConsents, &WindowConsents::askAbout);
    connect(m_windowConsents, &WindowConsents::failed, this, &MainWindow::showError);
    connect(m_windowConsents, &WindowConsents::announced, this, &MainWindow::announce);
    connect(m_windowConsents, &WindowConsents::conversationAsked, this, &MainWindow::openConversation);
}

void MainWindow::buildPromises()
{
    auto *promises = new WindowPromises(
        {.services = m_services, .commands = *m_commands, .conversation = *m_conversation}, this);
    connect(promises, &WindowPromises::failed, this, &MainWindow::showError);
    connect(promises, &WindowPromises::announced, this, &MainWindow::announce);
    connect(this, &MainWindow::preferencesApplied, promises,
            [promises](const Preferences &preferences) { promises->setHours(preferences.workingHours); });
    connect(m_person, &PersonDrawer::promiseAsked, promises, &WindowPromises::askForPromise);
    connect(&m_conversation->composer().check(), &ComposerCheck::promiseAsked, promises,
            &WindowPromises::askForPromise);
    connect(m_person, &PersonDrawer::delayAsked, this, [this](ConversationId id) {
        openConversation(id);
        m_commands->action("promise.delay")->trigger();
    });
}

void MainWindow::buildTriage()
{
    m_triageCommands = new TriageCommands({.commands = *m_commands,
                                           .desk = *m_desk,
                                           .store = m_services.conversations,
                                           .clock = m_services.clock,
                                           .inbox = *m_inbox,
                                           .conversation = *m_conversation,
                                           .undoBar = *m_undoBar},
                                          this);
    connect(m_triageCommands, &TriageCommands::failed, this, &MainWindow::showError);
    const auto actions = [this](std::initializer_list<const char *> ids) {
        QList<QAction *> all;
        for (const char *id : ids) {
            all.append(m_commands->action(id));
        }
        return all;
    };
    m_inbox->setCommands(
        actions({"conversation.close", "conversation.reopen", "conversation.snooze", "conversation.wake",
                 "conversation.tag", "conversation.private", "conversation.endPublic", "conversation.read",
                 "conversation.unread", "conversation.block", "conversation.unblock"}),
        actions({"conversation.tag", "conversation.read", "conversation.snooze", "conversation.close"}));
    m_conversation->header().setCommands(
        m_commands->action("conversation.close"), m_commands->action("conversation.reopen"),
        actions({"conversation.private", "conversation.snooze", "conversation.tag", "view.person"}),
        m_commands->action("conversation.endPublic"));
}

void MainWindow::retranslate()
{
    setWindowTitle(tr("Aside"));
    m_commands->retranslate();
    fillMenuBar(*menuBar(), *m_commands);
}

void MainWindow::connectParts()
{
    connect(m_sidebar, &Sidebar::listChosen, this, &MainWindow::showList);
    connect(m_inbox, &InboxPane::chosen, this, &MainWindow::openConversation);
    connect(m_model, &ConversationListModel::failed, this, &MainWindow::showError);
    connect(m_composer, &Composer::failed, this, &MainWindow::showError);
    connect(&m_composer->files(), &DraftFiles::notAttached, this,
            [this](const QString &name, const Error &error) {
                m_notice->showWords(notAttachedText(name, error.code));
            });
    connect(m_ticker, &OutboxTicker::failed, this, &MainWindow::showError);
    connect(m_snoozes, &SnoozeTicker::failed, this, &MainWindow::showError);
    connect(m_conversation, &ConversationPane::failed, this, &MainWindow::showError);
    connect(&m_conversation->thread(), &ThreadView::announced, this, &MainWindow::announce);
    connect(&m_conversation->thread(), &ThreadView::notBrought, m_notice, &NoticeBar::showWords);
    connect(m_conversation, &ConversationPane::shown, this, [this](const ConversationRow &row) {
        if (m_person->isVisible()) {
            m_person->showPersonOf(row.id);
        }
        Q_EMIT threadShown(row.id);
    });
    connect(&m_conversation->composer(), &ComposerPanel::announced, this, &MainWindow::announce);
    connect(m_inbox, &InboxPane::importAsked, this, [this] { askForImport(*this, ImportFrom::Files); });
    connect(m_inbox, &InboxPane::accountAsked, m_commands->action("accounts.add"), &QAction::trigger);
    connect(m_person, &PersonDrawer::failed, this, &MainWindow::showError);
    connect(m_person, &PersonDrawer::conversationChosen, this, &MainWindow::openConversation);
    connect(&m_services.replyDesk, &ReplyDesk::failed, this, &MainWindow::showError);
    connect(m_outbox, &OutboxView::failed, this, &MainWindow::showError);
    connect(m_outbox, &OutboxView::withdrawAsked, m_composer, &Composer::undo);
    connect(&m_conversation->pending(), &PendingReplies::takeBackAsked, m_composer, &Composer::undo);
    connect(&m_conversation->pending(), &PendingReplies::outboxAsked, this,
            [this] { showView(View::Outbox); });
    connect(m_outbox, &OutboxView::conversationChosen, this, &MainWindow::openConversation);
}

void MainWindow::setPreferences(const Preferences &preferences)
{
    m_preferences = preferences;
    m_commands->setShortcuts(preferences.shortcuts);
    m_composer->setUndoWindow(preferences.undoWindow);
    m_inbox->setWorkingHours(preferences.workingHours);
    Q_EMIT preferencesApplied(preferences);
}

void MainWindow::changePreferences(const Preferences &preferences)
{
    if (preferences != m_preferences) {
        setPreferences(preferences);
        Q_EMIT preferencesChanged(preferences);
    }
}

void MainWindow::connectFeed()
{
    connect(&m_services.changes, &ChangeFeed::changed, this, [this](const ChangeSet &changes) {
        refreshCounts();
        if (changes.outboxChanged || changes.accountsChanged) {
            m_windowOutbox->refresh();
        }
    });
}

void MainWindow::showView(View view)
{
    showList({.view = view});
}

void MainWindow::showList(const ListQuery &list)
{
    m_view = list.view;
    m_sidebar->select(list);
    m_inbox->showList(list);
    m_rightStack->setCurrentWidget(list.view == View::Outbox ? static_cast<QWidget *>(m_outbox)
                                                             : m_conversation);
}

void MainWindow::openConversation(ConversationId id)
{
    m_rightStack->setCurrentWidget(m_conversation); // it may lie behind the outbox
    m_conversation->open(id);
}

void MainWindow::addToDraft(ConversationId id, const QString &text)
{
    openConversation(id);
    m_composer->append(id, text);
    m_conversation->composer().focusText();
}

void MainWindow::refreshCounts()
{
    m_services.conversations.counts().then(this, [this](const Result<InboxCounts> &counts) {
        if (counts) {
            m_sidebar->setCounts(*counts);
            m_triageCommands->setTags(counts->tags);
        }
    });
}

void MainWindow::showError(const Error &error)
{
    m_notice->showError(error);
}

void MainWindow::announce(const QString &words)
{
    constexpr int air = 16;
    const int room = statusBar()->width() - air;
    statusBar()->showMessage(statusBar()->fontMetrics().elidedText(words, Qt::ElideRight, room), 5000);
    QAccessibleAnnouncementEvent announcement(this, words);
    QAccessible::updateAccessibility(&announcement);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        setLocale(QLocale()); // numbers and dates, here and in all parts
        retranslate();
    }
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent *event)
{
    QStringList paths;
    for (const QUrl &url : event->mimeData()->urls()) {
        if (url.isLocalFile()) {
            paths.append(url.toLocalFile());
        }
    }
    if (!paths.isEmpty()) {
        Q_EMIT importAsked(paths);
    }
}

} // namespace aside
