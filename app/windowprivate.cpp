// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windowprivate.h"

#include "app/templates/templatefiles.h"
#include "app/windowcheck.h"
#include "models/core/clock.h"
#include "models/ports/draftstore.h"
#include "models/ports/movestore.h"
#include "models/ports/templatelibrary.h"
#include "widgets/actions/commands.h"
#include "widgets/check/composercheck.h"
#include "widgets/composer/composerpanel.h"
#include "widgets/mainwindow.h"
#include "widgets/privacy/movedialog.h"
#include "widgets/privacy/storybar.h"
#include "widgets/thread/conversationpane.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QThreadPool>

#include <utility>

namespace aside {

WindowPrivate::WindowPrivate(MainWindow &window, WindowCheck &check, MoveStore &moves)
    : m_window(window)
    , m_check(check)
    , m_moves(moves)
    , m_desk({.conversations = window.services().conversations,
              .persons = window.services().persons,
              .moves = moves},
             window.services().clock)
{
    window.commands().on("conversation.private", this, &WindowPrivate::ask);
    connect(&window.conversation(), &ConversationPane::shown, this, [this] {
        updateCommand();
        tellStory();
    });
    connect(&window.conversation().story(), &StoryBar::otherSideAsked, &window,
            &MainWindow::openConversation);
    connect(&window.conversation().composer().check(), &ComposerCheck::moveAsked, this, &WindowPrivate::ask);
    updateCommand();
}

/// What is private already has nothing to move.
void WindowPrivate::updateCommand()
{
    const auto &row = m_window.conversation().row();
    auto *action = m_window.commands().action("conversation.private");
    action->setEnabled(row.id.isValid() && row.audience == Audience::Public);
}

/// Both sides of a move show each other.
void WindowPrivate::tellStory()
{
    const auto id = m_window.conversation().current();
    m_moves.movesOf(id).then(this, [this, id](const Result<QList<PrivateMove>> &moves) {
        auto &pane = m_window.conversation();
        if (id == pane.current() && moves) { // without it the thread is told as well
            pane.story().show(*moves, id, m_window.services().clock.now());
        }
    });
}

void WindowPrivate::ask()
{
    const auto id = m_window.conversation().current();
    if (!id.isValid() || std::exchange(m_isAsking, true)) {
        return;
    }
    const MoveQuestion question{.conversation = id,
                                .profile = m_check.desk().profile(),
                                .phraseFolders = m_check.phraseFolders(),
                                .catalogs = {m_window.services().templates.catalog()}};
    QtFuture::makeReadyVoidFuture()
        .then(QThreadPool::globalInstance(), [] { return deliveredTemplates(); })
        .then(this, [this, question](const std::shared_ptr<const TemplateCatalog> &delivered) {
            auto whole = question;
            whole.catalogs.append(delivered);
            prepare(whole);
        });
}

void WindowPrivate::prepare(const MoveQuestion &question)
{
    m_desk.prepare(question).then(this, [this, question](const Result<PreparedMove> &move) {
        m_isAsking = false;
        if (!move) {
            m_window.showError(move.error());
        } else if (question.conversation == m_window.conversation().current()) {
            auto carrying = *move;
            putPayload(carrying);
            show(carrying, question); // else the person moved on meanwhile
        }
    });
}

void WindowPrivate::show(const PreparedMove &move, const MoveQuestion &question)
{
    const auto &services = m_window.services();
    auto *dialog = new MoveDialog(move, question,
                                  {.moves = m_moves,
                                   .halves = {.runner = m_check.runner(),
                                              .checks = services.checks,
                                              .persons = services.persons,
                                              .drafts = services.drafts,
                                              .clock = services.clock},
                                   .undoWindow = m_window.preferences().undoWindow},
                                  &m_window);
    connect(dialog, &MoveDialog::announced, &m_window, &MainWindow::announce);
    connect(dialog, &MoveDialog::started, &m_window, [this](const PrivateMove &, const QString &words) {
        m_window.announce(words);
        tellStory();
    });
    connect(dialog, &MoveDialog::textsKept, this, &WindowPrivate::keep);
    dialog->open();
}

/// A private text goes where only the team reads.
void WindowPrivate::keep(ConversationId id, const QString &publicText, const QString &privateText)
{
    m_window.conversation().composer().turnTo(DraftKind::Reply);
    if (!publicText.trimmed().isEmpty()) {
        m_window.addToDraft(id, publicText);
    }
    if (privateText.trimmed().isEmpty()) {
        return;
    }
    m_window.services()
        .drafts.append(id, DraftKind::Note, privateText)
        .then(this, [this, privateText](const Result<Draft> &kept) {
            if (!kept) {
                QGuiApplication::clipboard()->setText(privateText);
                m_window.showError(kept.error());
            }
        });
}

} // namespace aside
