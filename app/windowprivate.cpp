// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windowprivate.h"

#include "app/templates/templatefiles.h"
#include "app/windowcheck.h"
#include "models/core/clock.h"
#include "models/ports/changefeed.h"
#include "models/ports/draftstore.h"
#include "models/ports/movestore.h"
#include "models/ports/templatelibrary.h"
#include "models/services/composer.h"
#include "models/services/triagedesk.h"
#include "widgets/actions/commands.h"
#include "widgets/check/composercheck.h"
#include "widgets/composer/composerpanel.h"
#include "widgets/inbox/inboxpane.h"
#include "widgets/mainwindow.h"
#include "widgets/privacy/movedialog.h"
#include "widgets/privacy/movewords.h"
#include "widgets/privacy/resolutiondialog.h"
#include "widgets/privacy/storybar.h"
#include "widgets/thread/conversationpane.h"
#include "widgets/thread/threadview.h"
#include "widgets/windowarrivals.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QThreadPool>

#include <utility>

namespace aside {

namespace {

/// One that cannot be read holds nothing: twice is better than never.
bool holds(const Result<Draft> &draft, const QString &text)
{
    return draft && draft->text.contains(text.trimmed());
}

} // namespace

WindowPrivate::WindowPrivate(MainWindow &window, WindowCheck &check, MoveStore &moves)
    : m_window(window)
    , m_check(check)
    , m_moves(moves)
    , m_desk({.conversations = window.services().conversations,
              .persons = window.services().persons,
              .moves = moves},
             window.services().clock)
    , m_undo(window, moves, nullptr)
{
    window.commands().on("conversation.private", this, &WindowPrivate::begin);
    window.commands().on("conversation.resolve", this,
                         [this] { askForResolution(m_window.conversation().current()); });
    window.commands().on("conversation.endPublic", this, &WindowPrivate::endPublic);
    connect(&window.conversation(), &ConversationPane::shown, this, [this](const ConversationRow &row) {
        m_end = {};
        updateCommands();
        tellStory();
        if (std::exchange(m_toClose, {}) == row.id) {
            ask(row.id, MoveAim::Close);
        }
    });
    connect(&window.conversation().story(), &StoryBar::endAsked, this, &WindowPrivate::takeStep);
    connect(&window.conversation().story(), &StoryBar::outboxAsked, &window,
            [&window] { window.showView(View::Outbox); });
    connect(&window.conversation().story(), &StoryBar::takeBackAsked, this, &WindowPrivate::stopWaiting);
    auto *arrivals = new WindowArrivals(window, moves, this);
    connect(arrivals, &WindowArrivals::joined, this, qOverload<>(&WindowPrivate::tellStory));
    connect(&m_undo, &WindowMoveUndo::undone, this, &WindowPrivate::goOn);
    connect(&m_undo, &WindowMoveUndo::tooLate, this, qOverload<>(&WindowPrivate::tellStory));
    connect(&window.commands(), &Commands::retranslated, this, &WindowPrivate::updateCommands);
    connect(&window.triage(), &TriageDesk::done, this, &WindowPrivate::lookAtClosed);
    connect(&window.conversation().story(), &StoryBar::otherSideAsked, &window,
            &MainWindow::openConversation);
    connect(&window.conversation().composer().check(), &ComposerCheck::moveAsked, this,
            &WindowPrivate::begin);
    connect(&window.services().changes, &ChangeFeed::changed, this, [this](const ChangeSet &changes) {
        if (changes.outboxChanged) {
            tellStory(); // a half may have left from the other side
        }
    });
    updateCommands();
}

/// What cannot be done now says why.
void WindowPrivate::updateCommands()
{
    const auto &row = m_window.conversation().row();
    Commands &commands = m_window.commands();
    const auto noTalk = row.id.isValid() ? QString() : tr("Open a conversation first.");
    const auto orElse = [&noTalk](const QString &why) {
        return noTalk.isEmpty() ? why : noTalk;
    };
    const bool isPrivate = row.audience == Audience::Private;
    commands.setHindrance("conversation.private",
                          orElse(isPrivate ? tr("This conversation is private already.") : QString()));
    const bool canResolve = m_end.state == ClosingState::Unsolved || m_end.state == ClosingState::Due;
    commands.setHindrance("conversation.resolve", orElse(canResolve ? QString() : noEndBecause(m_end.state)));
    commands.setHindrance("conversation.endPublic", orElse(noEndBecause(m_end.state)));
}

/// Both sides of a move show each other.
void WindowPrivate::tellStory()
{
    const auto id = m_window.conversation().current();
    m_moves.movesOf(id).then(this, [this, id](const Result<QList<PrivateMove>> &moves) {
        if (moves) { // without it the thread is told as well
            tellStory(id, *moves);
        }
    });
}

/// The end is that of the public side, wherever one looks at it from.
void WindowPrivate::tellStory(ConversationId here, const QList<PrivateMove> &moves)
{
    const auto home = moves.isEmpty() ? here : moves.constFirst().conversation;
    if (home == here) {
        showStory(here, moves, closingStory(moves));
        return;
    }
    m_moves.movesOf(home).then(this, [this, here, moves](const Result<QList<PrivateMove>> &all) {
        showStory(here, moves, closingStory(all.value_or(QList<PrivateMove>())));
    });
}

void WindowPrivate::showStory(ConversationId here, const QList<PrivateMove> &moves, const ClosingStory &end)
{
    auto &pane = m_window.conversation();
    if (here != pane.current()) {
        return;
    }
    m_end = end;
    pane.story().show(moves, here, m_window.services().clock.now(), end);
    updateCommands();
}

void WindowPrivate::begin()
{
    ask(m_window.conversation().current(), MoveAim::Begin);
}

/// From the private side the way leads over the public one: there the line will be.
void WindowPrivate::endPublic()
{
    const auto home = m_end.move.conversation;
    if (m_end.state != ClosingState::Due) {
        return;
    }
    if (home == m_window.conversation().current()) {
        ask(home, MoveAim::Close);
        return;
    }
    m_toClose = home;
    m_window.openConversation(home);
}

void WindowPrivate::takeStep()
{
    if (m_end.state == ClosingState::Due) {
        endPublic();
    } else {
        askForResolution(m_window.conversation().current());
    }
}

/// Whoever closes the private side may have solved it.
void WindowPrivate::lookAtClosed(const TriageReceipt &receipt)
{
    if (receipt.triage.kind != Triage::Kind::Close || receipt.changes.size() != 1) {
        return;
    }
    const auto id = receipt.changes.constFirst().conversation;
    m_moves.movesOf(id).then(this, [this, id](const Result<QList<PrivateMove>> &moves) {
        if (!moves || moves->isEmpty() || moves->constFirst().conversation == id) {
            return;
        }
        m_moves.movesOf(moves->constFirst().conversation)
            .then(this, [this, id](const Result<QList<PrivateMove>> &all) {
                if (all && closingStory(*all).state == ClosingState::Unsolved) {
                    askForResolution(id);
                }
            });
    });
}

void WindowPrivate::askForResolution(ConversationId id)
{
    auto *dialog = new ResolutionDialog(id, m_check.desk().profile().operatorName, m_moves, &m_window);
    connect(dialog, &ResolutionDialog::recorded, this, [this] {
        m_window.announce(tr("Recorded. The public side can be closed now."));
        tellStory();
    });
    dialog->open();
}

void WindowPrivate::ask(ConversationId id, MoveAim aim)
{
    if (!id.isValid() || std::exchange(m_isAsking, true)) {
        return;
    }
    const MoveQuestion question{.conversation = id,
                                .profile = m_check.desk().profile(),
                                .phraseFolders = m_check.phraseFolders(),
                                .catalogs = {m_window.services().templates.catalog()},
                                .calendar = WorkCalendar(m_window.preferences().workingHours),
                                .aim = aim};
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
            if (m_undone && !m_undone->payload.isEmpty() && !carrying.payload.isEmpty()) {
                m_undone->inPublic.replace(m_undone->payload, carrying.payload);
            }
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
    connect(dialog, &MoveDialog::started, &m_window, [this](const PrivateMove &made, const QString &words) {
        m_window.announce(words);
        m_window.conversation().composer().composer().refresh(made.conversation); // a half may have been it
        tellStory();
    });
    connect(dialog, &MoveDialog::left, this,
            [this, payload = move.payload,
             aim = question.aim](const PrivateMove &made, const QString &inPublic, const QString &inPrivate) {
                m_undo.offer({.conversation = made.conversation,
                              .move = made.id,
                              .inPublic = inPublic,
                              .inPrivate = inPrivate,
                              .payload = payload,
                              .aim = aim});
            });
    connect(dialog, &MoveDialog::textsKept, this, &WindowPrivate::keep);
    if (const auto before = std::exchange(m_undone, std::nullopt);
        before && before->conversation == question.conversation) {
        dialog->goOnWith(before->inPublic, before->inPrivate);
    }
    m_from = m_window.focusWidget();
    connect(dialog, &QDialog::finished, this, &WindowPrivate::giveFocusBack);
    dialog->open();
}

/// Both halves are drafts again, and the dialog is where it was. Elsewhere the drafts have to do.
void WindowPrivate::goOn(const MoveTexts &texts)
{
    m_window.announce(tr("Nothing was sent: both texts are here again."));
    m_window.conversation().composer().composer().takeGivenBack(texts.conversation, texts.inPublic);
    tellStory();
    if (texts.conversation == m_window.conversation().current()) {
        m_undone = texts;
        ask(texts.conversation, texts.aim);
    }
}

/// To the list or the thread that it came from; a text that was kept has taken it by now.
void WindowPrivate::giveFocusBack()
{
    auto &pane = m_window.conversation();
    const auto *now = m_window.focusWidget();
    if (now && now != m_from.data() && pane.isAncestorOf(now)) {
        return;
    }
    const bool isUsable = m_from && m_from->isVisible() && m_from->isEnabled()
        && (pane.isAncestorOf(m_from) || m_window.inbox().isAncestorOf(m_from));
    (isUsable ? m_from.data() : &pane.thread())->setFocus();
}

/// The public line stands; what waited has no talk to go to, and the team's note keeps it.
void WindowPrivate::stopWaiting(PrivateMoveId id)
{
    m_moves.takeBack(id).then(this, [this](const Result<PrivateMove> &move) {
        tellStory();
        if (move) {
            m_window.announce(tr("Nobody is waited for any more. The private text is in the note."));
            keep(move->conversation, {}, move->waitingText);
        } else if (move.error().code != Errc::Conflict) { // else they came meanwhile, and the line says so
            m_window.showError(move.error());
        }
    });
}

/// A private text goes where only the team reads. What a draft holds already, as it does after an undo, is
/// not put into it again.
void WindowPrivate::keep(ConversationId id, const QString &publicText, const QString &privateText)
{
    m_window.conversation().composer().turnTo(DraftKind::Reply);
    auto &drafts = m_window.services().drafts;
    if (!publicText.trimmed().isEmpty()) {
        drafts.load(id, DraftKind::Reply).then(this, [this, id, publicText](const Result<Draft> &draft) {
            const auto &open = m_window.conversation().composer().composer();
            const bool isThere = open.conversation() == id && open.kind() == DraftKind::Reply
                ? open.text().contains(publicText.trimmed()) // typed, or not saved yet
                : holds(draft, publicText);
            if (!isThere) {
                m_window.addToDraft(id, publicText);
            }
        });
    }
    if (!privateText.trimmed().isEmpty()) {
        drafts.load(id, DraftKind::Note).then(this, [this, id, privateText](const Result<Draft> &draft) {
            if (!holds(draft, privateText)) {
                keepInNote(id, privateText);
            }
        });
    }
}

void WindowPrivate::keepInNote(ConversationId id, const QString &text)
{
    m_window.services()
        .drafts.append(id, DraftKind::Note, text)
        .then(this, [this, text](const Result<Draft> &kept) {
            if (!kept) {
                QGuiApplication::clipboard()->setText(text);
                m_window.showError(kept.error());
            }
        });
}

} // namespace aside
