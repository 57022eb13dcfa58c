// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windowmentions.h"

#include "app/profile.h"
#include "models/core/clock.h"
#include "models/domain/channelcapabilities.h"
#include "models/ports/accountstore.h"
#include "models/ports/conversationstore.h"
#include "models/ports/messagesink.h"
#include "widgets/actions/commands.h"
#include "widgets/common/noticebar.h"
#include "widgets/mainwindow.h"
#include "widgets/thread/conversationpane.h"

#include <algorithm>

namespace aside {

WindowMentions::WindowMentions(MainWindow &window, Profile &profile)
    : QObject(&window)
    , m_window(window)
    , m_profile(profile)
{
    window.commands().on("mention.enter", this, &WindowMentions::ask);
}

void WindowMentions::ask()
{
    m_profile.accounts().accounts().then(this, [this](const Result<QList<Account>> &accounts) {
        if (!accounts) {
            m_window.showError(accounts.error());
            return;
        }
        QList<Account> places;
        std::ranges::copy_if(*accounts, std::back_inserter(places),
                             [](const Account &account) { return capabilitiesOf(account.channel).byHand; });
        if (places.isEmpty()) {
            m_window.notice().showWords(
                tr("First connect a place that is kept by hand: Tools, Connect an account."));
        } else {
            readOpenTalk(places);
        }
    });
}

void WindowMentions::readOpenTalk(const QList<Account> &places)
{
    const ConversationRow row = m_window.conversation().row();
    const bool mayGoOn = std::ranges::contains(places, row.account, &Account::id);
    if (!row.id.isValid() || !mayGoOn) {
        show(places, {});
        return;
    }
    m_profile.conversations().thread(row.id).then(this, [this, places, row](const Result<Thread> &thread) {
        if (!thread) {
            m_window.showError(thread.error());
            return;
        }
        const QList<Message> &messages = thread->messages;
        const auto heard = std::ranges::find(messages.crbegin(), messages.crend(), Direction::Incoming,
                                             &Message::direction);
        show(places,
             {.account = row.account,
              .person = row.person,
              .answers = heard == messages.crend() ? QString() : heard->remoteId});
    });
}

void WindowMentions::show(const QList<Account> &places, const MentionDialog::OpenTalk &open)
{
    auto *dialog = new MentionDialog(places, open, m_profile.clock().now(), &m_window);
    connect(dialog, &MentionDialog::entered, this,
            [this, dialog = QPointer(dialog)](const EnteredMention &mention, const Account &place) {
                keep(mention, place, dialog);
            });
    dialog->open();
}

void WindowMentions::keep(const EnteredMention &mention, const Account &place,
                          const QPointer<MentionDialog> &dialog)
{
    if (const Result<void> may = checkMention(mention, place, m_profile.clock().now()); !may) {
        dialog->showProblem(may.error());
        return;
    }
    IncomingBatch batch;
    batch.account = place.id;
    batch.messages = {mentionMessage(mention, place)};
    m_profile.sink().apply(batch).then(this, [this, dialog](const Result<ApplyReport> &kept) {
        if (!kept) {
            if (dialog) {
                dialog->showProblem(kept.error());
            }
            return;
        }
        m_window.announce(kept->imported > 0 ? tr("The mention is in the inbox.")
                                             : tr("The mention is known already."));
        if (dialog) {
            dialog->accept();
        }
        m_window.openConversation(kept->home);
    });
}

} // namespace aside
