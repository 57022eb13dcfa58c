// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/mainwindow.h"

#include "models/core/clock.h"
#include "models/items/conversationlistmodel.h"
#include "models/ports/changefeed.h"
#include "models/ports/conversationstore.h"
#include "models/ports/outboxstore.h"
#include "models/services/composer.h"
#include "models/services/outboxticker.h"
#include "widgets/common/emptypage.h"
#include "widgets/common/noticebar.h"
#include "widgets/composer/composerpanel.h"
#include "widgets/importing/importbar.h"
#include "widgets/inbox/inboxpane.h"
#include "widgets/inbox/sidebar.h"
#include "widgets/outbox/outboxview.h"
#include "widgets/theme/icons.h"
#include "widgets/thread/threadheader.h"
#include "widgets/thread/threadview.h"

#include <QAccessible>
#include <QApplication>
#include <QBoxLayout>
#include <QCloseEvent>
#include <QDataStream>
#include <QDropEvent>
#include <QFileDialog>
#include <QLabel>
#include <QMenuBar>
#include <QMimeData>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>

#include <algorithm>
#include <array>

namespace aside {

namespace {

constexpr std::array columnWidths{200, 360, 720};
constexpr std::array rowHeights{480, 220};

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
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("Aside"));
    setAcceptDrops(true);
    resize(1280, 800);
    buildPanes();
    buildMenus();
    connectParts();
    connectFeed();
    showView(View::Inbox);
    m_ticker->start();
    refreshCounts();
    refreshOutbox();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildPanes()
{
    auto *page = new QWidget(this);
    m_notice = new NoticeBar(page);
    m_importBar = new ImportBar(page);
    m_columns = new QSplitter(Qt::Horizontal, page);
    m_sidebar = new Sidebar(m_columns);
    m_columns->addWidget(m_sidebar);
    m_inbox = new InboxPane(*m_model, m_services.clock, m_columns);
    m_columns->addWidget(m_inbox);
    m_columns->addWidget(buildRight());
    m_columns->setChildrenCollapsible(false);
    m_columns->setHandleWidth(1);
    m_columns->setStretchFactor(2, 1);
    m_columns->setSizes(sizes(columnWidths));
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_notice);
    column->addWidget(m_importBar);
    column->addWidget(m_columns, 1);
    setCentralWidget(page);
    m_status = new QLabel(this);
    m_status->setTextFormat(Qt::PlainText);
    m_status->setText(tr("No account yet: replies wait in the outbox."));
    m_status->setContentsMargins(12, 2, 12, 4);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(m_status, 1);
}

QWidget *MainWindow::buildRight()
{
    m_rightStack = new QStackedWidget(m_columns);
    m_emptyThread = new EmptyPage(m_rightStack);
    m_emptyThread->show(tr("No conversation chosen"), tr("Choose one on the left to read and answer it."),
                        {});
    m_threadPage = new QWidget(m_rightStack);
    m_header = new ThreadHeader(m_threadPage);
    m_rows = new QSplitter(Qt::Vertical, m_threadPage);
    m_thread = new ThreadView(m_services.clock, m_rows);
    m_thread->setObjectName(QStringLiteral("threadView"));
    m_thread->setAccessibleName(tr("Messages"));
    m_composerPanel = new ComposerPanel(*m_composer, m_services.clock, m_rows);
    m_rows->addWidget(m_thread);
    m_rows->addWidget(m_composerPanel);
    m_rows->setChildrenCollapsible(false);
    m_rows->setHandleWidth(1);
    m_rows->setStretchFactor(0, 1);
    m_rows->setSizes(sizes(rowHeights));
    auto *column = new QVBoxLayout(m_threadPage);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_rows, 1);
    m_outbox = new OutboxView(m_services.clock, m_rightStack);
    m_rightStack->addWidget(m_emptyThread);
    m_rightStack->addWidget(m_threadPage);
    m_rightStack->addWidget(m_outbox);
    return m_rightStack;
}

void MainWindow::buildMenus()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->addAction(themedIcon(QStringLiteral("document-import")), tr("&Import files…"),
                    QKeySequence(Qt::CTRL | Qt::Key_I), this, &MainWindow::askForFiles);
    file->addAction(tr("Import &folder…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I), this,
                    &MainWindow::askForFolder);
    file->addSeparator();
    file->addAction(tr("&Quit"), QKeySequence::Quit, this, &QWidget::close);

    QMenu *edit = menuBar()->addMenu(tr("&Edit"));
    QAction *find = edit->addAction(themedIcon(QStringLiteral("search")), tr("&Search"), m_inbox,
                                    &InboxPane::focusSearch);
    find->setShortcuts({QKeySequence(QKeySequence::Find), QKeySequence(Qt::CTRL | Qt::Key_K)});
    edit->addAction(themedIcon(QStringLiteral("edit-undo")), tr("&Undo sending"),
                    QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), m_composerPanel,
                    &ComposerPanel::undoSend);
    buildConversationMenu();
}

void MainWindow::buildConversationMenu()
{
    QMenu *conversation = menuBar()->addMenu(tr("&Conversation"));
    conversation->addAction(tr("&Next"), QKeySequence(Qt::ALT | Qt::Key_Down), m_inbox,
                            [this] { m_inbox->step(1); });
    conversation->addAction(tr("&Previous"), QKeySequence(Qt::ALT | Qt::Key_Up), m_inbox,
                            [this] { m_inbox->step(-1); });
    conversation->addSeparator();
    conversation->addAction(tr("&Write reply"), QKeySequence(Qt::CTRL | Qt::Key_R), m_composerPanel,
                            &ComposerPanel::focusText);
    QAction *send = conversation->addAction(themedIcon(QStringLiteral("document-send")), tr("&Send reply"),
                                            m_composerPanel, &ComposerPanel::send);
    send->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    conversation->addSeparator();
    conversation->addAction(tr("Next &pane"), QKeySequence(Qt::Key_F6), this, &MainWindow::cyclePanes);
}

void MainWindow::connectParts()
{
    connect(m_sidebar, &Sidebar::viewChosen, this, &MainWindow::showView);
    connect(m_inbox, &InboxPane::chosen, this, &MainWindow::openConversation);
    connect(m_model, &ConversationListModel::failed, this, &MainWindow::showError);
    connect(m_composer, &Composer::failed, this, &MainWindow::showError);
    connect(m_ticker, &OutboxTicker::failed, this, &MainWindow::showError);
    connect(m_composerPanel, &ComposerPanel::announced, this, &MainWindow::announce);
    connect(m_inbox, &InboxPane::importAsked, this, &MainWindow::askForFiles);
    connect(m_header, &ThreadHeader::stateAsked, this, [this](ConversationState state) {
        m_services.conversations.setState(m_current, state).then(this, [this](const Result<void> &done) {
            if (!done) {
                showError(done.error());
            }
        });
    });
    connect(m_outbox, &OutboxView::withdrawAsked, m_composer, &Composer::undo);
    connect(m_outbox, &OutboxView::conversationChosen, this, &MainWindow::openConversation);
}

void MainWindow::connectFeed()
{
    connect(&m_services.changes, &ChangeFeed::changed, this, [this](const ChangeSet &changes) {
        refreshCounts();
        if (changes.outboxChanged) {
            refreshOutbox();
        }
        if (m_current.isValid() && changes.conversations.contains(m_current)) {
            loadThread();
        }
    });
}

void MainWindow::askForFiles()
{
    auto *dialog = new QFileDialog(this, tr("Import files"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &MainWindow::importAsked);
    dialog->open();
}

void MainWindow::askForFolder()
{
    auto *dialog = new QFileDialog(this, tr("Import a folder"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::filesSelected, this, &MainWindow::importAsked);
    dialog->open();
}

void MainWindow::cyclePanes()
{
    const std::array<QWidget *, 4> panes{m_sidebar, m_inbox, m_thread, m_composerPanel};
    QWidget *focus = QApplication::focusWidget();
    const auto *here = std::ranges::find_if(
        panes, [focus](const QWidget *pane) { return pane == focus || pane->isAncestorOf(focus); });
    const size_t next
        = here == panes.end() ? 0 : static_cast<size_t>(here - panes.begin() + 1) % panes.size();
    if (panes.at(next) == m_composerPanel) {
        m_composerPanel->focusText();
    } else {
        panes.at(next)->setFocus(Qt::ShortcutFocusReason);
    }
}

void MainWindow::showView(View view)
{
    const QSignalBlocker quiet(m_sidebar);
    m_sidebar->select(view);
    m_inbox->showView(view);
    if (view == View::Outbox) {
        m_rightStack->setCurrentWidget(m_outbox);
    } else {
        m_rightStack->setCurrentWidget(m_current.isValid() ? m_threadPage : m_emptyThread);
    }
}

void MainWindow::openConversation(ConversationId id)
{
    const bool isShown = m_thread->property("conversation").toLongLong() == id.value;
    if (!id.isValid() || id == m_current) {
        if (id.isValid() && isShown) { // it lies behind the outbox
            m_rightStack->setCurrentWidget(m_threadPage);
        }
        return;
    }
    m_current = id;
    m_composerPanel->reset();
    m_composer->open(id);
    loadThread();
}

void MainWindow::loadThread()
{
    const ConversationId asked = m_current;
    m_services.conversations.thread(asked).then(this, [this, asked](const Result<Thread> &thread) {
        if (asked != m_current) {
            return; // the operator has moved on
        }
        if (!thread) {
            showError(thread.error());
            return;
        }
        showThread(*thread);
    });
}

void MainWindow::showThread(const Thread &thread)
{
    const bool another = m_thread->property("conversation").toLongLong() != thread.conversation.id.value;
    if (thread.conversation.id != m_current) { // merged meanwhile
        m_current = thread.conversation.id;
        m_composerPanel->reset();
        m_composer->open(m_current);
    }
    m_header->show(thread.conversation);
    m_composerPanel->setConversation(thread.conversation);
    if (another) {
        m_thread->setProperty("conversation", thread.conversation.id.value);
        m_rightStack->setCurrentWidget(m_threadPage);
        m_thread->show(thread.messages);
    } else {
        m_thread->refresh(thread.messages);
    }
    if (thread.conversation.unread > 0) {
        m_services.conversations.setRead(m_current).then(this, [this](const Result<void> &done) {
            if (!done) {
                showError(done.error());
            }
        });
    }
    Q_EMIT threadShown(thread.conversation.id);
}

void MainWindow::refreshCounts()
{
    m_services.conversations.counts().then(this, [this](const Result<QList<ViewCount>> &counts) {
        if (counts) {
            m_sidebar->setCounts(*counts);
        }
    });
}

void MainWindow::refreshOutbox()
{
    m_services.outbox.items().then(this, [this](const Result<QList<OutboxItem>> &items) {
        if (!items) {
            showError(items.error());
            return;
        }
        m_outbox->show(*items);
        const auto waiting = std::ranges::count_if(
            *items, [](const OutboxItem &item) { return item.state != OutboxState::Sent; });
        m_status->setText(waiting == 0 ? tr("No account yet: replies wait in the outbox.")
                                       : tr("No account yet: %n reply(s) wait in the outbox.", nullptr,
                                            static_cast<int>(waiting)));
    });
}

void MainWindow::showError(const Error &error)
{
    m_notice->showError(error);
}

void MainWindow::announce(const QString &words)
{
    statusBar()->showMessage(words, 5000);
    QAccessibleAnnouncementEvent announcement(this, words);
    QAccessible::updateAccessibility(&announcement);
}

QByteArray MainWindow::saveWindowState() const
{
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    out << saveGeometry() << m_columns->saveState() << m_rows->saveState();
    return state;
}

void MainWindow::restoreWindowState(const QByteArray &state)
{
    QDataStream in(state);
    QByteArray geometry;
    QByteArray columns;
    QByteArray rows;
    in >> geometry >> columns >> rows;
    if (in.status() == QDataStream::Ok) {
        restoreGeometry(geometry);
        m_columns->restoreState(columns);
        m_rows->restoreState(rows);
    }
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_composer->close();
    event->accept();
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
