// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/windowarrivals.h"

#include "models/ports/movestore.h"
#include "models/ports/personrecords.h"
#include "widgets/actions/commands.h"
#include "widgets/common/noticebar.h"
#include "widgets/mainwindow.h"
#include "widgets/privacy/arrivalbar.h"
#include "widgets/privacy/arrivaldialog.h"
#include "widgets/privacy/arrivalwords.h"
#include "widgets/thread/conversationpane.h"

namespace aside {

WindowArrivals::WindowArrivals(MainWindow &window, MoveStore &moves, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_moves(moves)
    , m_bar(new ArrivalBar(&window.conversation()))
{
    window.conversation().setOffer(m_bar);
    connect(&window.conversation(), &ConversationPane::shown, this, &WindowArrivals::look);
    connect(m_bar, &ArrivalBar::confirmed, this, &WindowArrivals::confirm);
    connect(m_bar, &ArrivalBar::rejected, this, &WindowArrivals::reject);
    connect(m_bar, &ArrivalBar::publicSideAsked, &window, &MainWindow::openConversation);
    window.commands().on("conversation.arrived", this, &WindowArrivals::ask);
    connect(&window.commands(), &Commands::retranslated, this, &WindowArrivals::updateCommand);
    updateCommand();
}

void WindowArrivals::updateCommand()
{
    const auto &row = m_window.conversation().row();
    const bool isPublic = row.id.isValid() && row.audience == Audience::Public;
    m_window.commands().setHindrance("conversation.arrived",
                                     isPublic ? tr("Whoever was asked into private writes in a private "
                                                   "conversation. This one is public.")
                                         : row.id.isValid() ? QString()
                                                            : tr("Open a conversation first."));
}

/// The operator knows better than the signs.
void WindowArrivals::ask()
{
    const auto talk = m_window.conversation().current();
    m_moves.expected(talk).then(this, [this, talk](const Result<QList<ArrivalProposal>> &expected) {
        if (talk != m_window.conversation().current()) {
            return; // the person moved on meanwhile
        }
        if (!expected) {
            m_window.showError(expected.error());
        } else if (expected->isEmpty()) {
            m_window.notice().showWords(
                tr("Nobody is waited for, or this conversation continues a public one already."));
        } else {
            askAmong(*expected);
        }
    });
}

void WindowArrivals::askAmong(const QList<ArrivalProposal> &expected)
{
    auto *dialog = new ArrivalDialog(expected, m_window.services().clock.now(), &m_window);
    connect(dialog, &ArrivalDialog::chosen, this, [this](const ArrivalProposal &proposal) {
        m_bar->clear();
        confirm(proposal);
    });
    dialog->open();
}

/// Again with each message that comes into the open conversation.
void WindowArrivals::look(const ConversationRow &row)
{
    const quint64 asked = ++m_looks;
    updateCommand();
    if (row.audience != Audience::Private) {
        m_bar->clear();
        return;
    }
    m_moves.arrivals(row.id).then(
        this, [this, id = row.id, asked](const Result<QList<ArrivalProposal>> &found) {
            if (asked == m_looks && id == m_window.conversation().current()) {
                m_bar->show(found.value_or(QList<ArrivalProposal>())); // where it is gone the thread says so
            }
        });
}

void WindowArrivals::confirm(const ArrivalProposal &proposal)
{
    m_moves
        .confirmArrival(proposal.move.id, m_window.conversation().current(),
                        {.undoWindow = m_window.preferences().undoWindow})
        .then(this, [this, proposal](const Result<PrivateMove> &move) {
            if (!move) {
                fail(move.error());
                return;
            }
            m_window.announce(arrivedWords(proposal));
            Q_EMIT joined();
            if (proposal.areTwo()) {
                joinPersons(proposal);
            }
        });
}

/// Whom the line was for is who is shown; the drawer separates them again.
void WindowArrivals::joinPersons(const ArrivalProposal &proposal)
{
    const auto &services = m_window.services();
    services.records.mergePersons(proposal.talkPerson, proposal.person, services.operatorName)
        .then(this, [this](const Result<MergeReceipt> &merged) {
            if (!merged && merged.error().code != Errc::InvalidInput) { // they are one already
                m_window.showError(merged.error());
            }
        });
}

void WindowArrivals::reject(const ArrivalProposal &proposal)
{
    m_moves.rejectArrival(proposal.move.id, m_window.conversation().current())
        .then(this, [this](const Result<void> &done) {
            if (!done) {
                fail(done.error());
            }
        });
}

/// What another operator decided meanwhile is not offered any more; what failed is offered again.
void WindowArrivals::fail(const Error &error)
{
    if (error.code == Errc::Conflict) {
        m_window.notice().showWords(
            tr("The move does not wait any more: it was taken back, or somebody else was quicker."));
    } else {
        m_window.showError(error);
    }
    look(m_window.conversation().row());
}

} // namespace aside
