// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windowcalls.h"

#include "app/profile.h"
#include "app/windowcheck.h"
#include "models/core/clock.h"
#include "models/ports/messagesink.h"
#include "models/ports/personrecords.h"
#include "models/ports/personstore.h"
#include "widgets/actions/commands.h"
#include "widgets/common/callwords.h"
#include "widgets/mainwindow.h"
#include "widgets/person/calldialog.h"
#include "widgets/thread/conversationpane.h"

#include <QUuid>

namespace aside {

namespace {

constexpr int mostFound = 30;

} // namespace

WindowCalls::WindowCalls(MainWindow &window, WindowCheck &check, Profile &profile)
    : QObject(&window)
    , m_window(window)
    , m_check(check)
    , m_profile(profile)
{
    window.commands().on("conversation.logCall", this, &WindowCalls::ask);
    connect(&window.conversation(), &ConversationPane::shown, this, &WindowCalls::updateCommand);
    connect(&window.commands(), &Commands::retranslated, this, &WindowCalls::updateCommand);
    updateCommand();
}

void WindowCalls::updateCommand()
{
    const bool isOpen = m_window.conversation().row().id.isValid();
    m_window.commands().setHindrance("conversation.logCall",
                                     isOpen ? QString() : tr("Open a conversation first."));
}

void WindowCalls::ask()
{
    const auto talk = m_window.conversation().current();
    m_profile.persons().card(talk).then(this, [this, talk](const Result<PersonCard> &person) {
        if (!person) {
            m_window.showError(person.error());
        } else if (talk == m_window.conversation().current()) {
            show(*person);
        }
    });
}

void WindowCalls::show(const PersonCard &person)
{
    auto *dialog = new CallDialog(person, m_profile.clock().now(), &m_window);
    const auto talk = m_window.conversation().current();
    connect(dialog, &CallDialog::logAsked, this,
            [this, talk, dialog](const LoggedCall &call) { look(talk, call, dialog); });
    dialog->open();
}

void WindowCalls::look(ConversationId talk, const LoggedCall &call, QPointer<CallDialog> dialog)
{
    m_profile.persons().card(talk).then(this, [this, call, dialog](const Result<PersonCard> &person) {
        const Result<void> may = person ? checkCall(call, *person, m_profile.clock().now())
                                        : Result<void>(std::unexpected(person.error()));
        if (may) {
            keep(call, *person, dialog);
        } else if (dialog) {
            dialog->showProblem(may.error());
        }
    });
}

void WindowCalls::keep(const LoggedCall &call, const PersonCard &person, const QPointer<CallDialog> &dialog)
{
    IncomingBatch batch;
    batch.messages
        = {callMessage(call, person, callWords(call), QUuid::createUuid().toString(QUuid::WithoutBraces),
                       m_check.desk().profile().operatorName)};
    m_profile.sink().apply(batch).then(this,
                                       [this, call, id = person.id, dialog](const Result<ApplyReport> &kept) {
                                           if (kept) {
                                               m_window.announce(tr("The call is kept."));
                                               join(call, id);
                                           }
                                           if (dialog && kept) {
                                               dialog->accept();
                                           } else if (dialog) {
                                               dialog->showProblem(kept.error());
                                           }
                                       });
}

/// The number may have been nobody's until now; the drawer separates them again.
void WindowCalls::join(const LoggedCall &call, PersonId person)
{
    auto &records = m_profile.personRecords();
    records.findPersons(call.number, mostFound)
        .then(this, [this, &records, call, person](const Result<QList<PersonName>> &found) {
            const PersonId other = ownerOf(call.number, found.value_or(QList<PersonName>()), person);
            if (!other.isValid()) {
                return;
            }
            records.mergePersons(other, person, m_check.desk().profile().operatorName)
                .then(this, [this](const Result<MergeReceipt> &merged) {
                    if (!merged && merged.error().code != Errc::InvalidInput) { // they are one already
                        m_window.showError(merged.error());
                    }
                });
        });
}

} // namespace aside
